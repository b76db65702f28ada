//! The walk through every door for secrets. Every string of every operation's input and output is a mark: of a secret if
//! the specification says so, else of what people need to see. No mark of a secret comes out of a door, and every other
//! mark comes out of those that show values.

use std::fmt::{Debug, Write as _};
use std::io::Write;
use std::sync::{Arc, Mutex};

use apigw_cli_text::document::Document as CliDocument;
use apigw_cli_text::python::json as cli_json;
use apigw_client::{Client, Credentials, Environment, RetryPolicy, Validation};
use apigw_model::__private::json;
use apigw_model::{OPERATIONS, OpenEnum, Operation, Structured, Validate};
use apigw_spec::document::Document;
use apigw_spec::rule::{PatchSegment, PatchTable};
use apigw_spec::secrecy::Secrecy;
use apigw_spec::value::{ToValue as _, Value as Live};
use apigw_spec::{Binding, Kind, Member, Shape, Target, check};
use apigw_tests::loopback::{Answer, Loopback};
use apigw_tests::visit::Visit;
use apigw_tests::{every, typed};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use tracing::field::Field;
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// What marks a secret; no value besides has it.
const MARK: &str = "S3CR3T";

/// What marks a value that is none.
const PUBLIC: &str = "PUBL1C";

/// The forms in which a secret comes: rules find something wrong with most of them.
const FORMS: [&str; 6] =
    ["S3CR3T!! \u{1}", "'S3CR3T", "\"S3CR3T abc\"", "S3CR3T.x", "{S3CR3T", "'Bearer S3CR3T-0123456789'"];

/// The URLs in which they come.
const URLS: [&str; 6] = [
    "https://user:S3CR3T@host/?x=S3CR3T",
    "http://u:S3CR3T@/x",
    "https://host:99999/{a?token=S3CR3T&S3CR3T",
    "arn:aws:apigateway:us-east-1:s3:path/b?token=S3CR3T 0123456789",
    "/pets?token=S3CR3T#S3CR3T",
    "ftp://S3CR3T@host/${x?S3CR3T",
];

/// A value of a shape in which everything is given and every string is a mark.
struct Marked {
    form: usize,
    /// The structures that the value is in.
    open: Vec<&'static str>,
}

impl Marked {
    fn value(&mut self, shape: &'static Shape, secrecy: Secrecy, table: Option<&'static PatchTable>) -> Value {
        match shape.kind {
            Kind::Boolean => json!(true),
            Kind::Integer | Kind::Long => json!(7),
            Kind::Double => json!(1.5),
            Kind::Timestamp(_) => json!(1_700_000_000.5),
            // In Base64, the one mark or the other.
            Kind::Blob => json!(if secrecy.hides() { "UzNDUjNU" } else { "UFVCTDFD" }),
            Kind::String(text) => match (secrecy, text.values.listed()) {
                (Secrecy::Whole | Secrecy::Expression, _) => json!(FORMS[self.form]),
                (Secrecy::Url, _) => json!(URLS[self.form]),
                (Secrecy::Public, Some([first, ..])) => json!(first),
                (Secrecy::Public, _) => json!(PUBLIC),
            },
            Kind::List(item) if self.open.contains(&item.shape().id) => json!([]),
            Kind::List(item) => match table {
                Some(table) => Value::Array(self.patches(table, item.shape())),
                None => json!([self.value(item.shape(), secrecy, None)]),
            },
            Kind::Map { value, .. } => {
                json!({ "integration.request.header.X": self.value(value.shape(), secrecy, None) })
            }
            Kind::Structure(structure) => {
                let own = structure.rules.patch;
                self.open.push(shape.id);
                let members = structure.members.iter().filter(|member| !self.open.contains(&member.target.shape().id));
                let members: Vec<&Member> = members.collect();
                let members: Map<String, Value> = members
                    .into_iter()
                    .map(|member| {
                        let table = own.filter(|table| table.operations.last_member() == Some(member.name));
                        (member.name.to_owned(), self.value(member.target.shape(), member.secrecy, table))
                    })
                    .collect();
                self.open.pop();
                Value::Object(members)
            }
            _ => Value::Null,
        }
    }

    /// An operation for each row of a table.
    fn patches(&mut self, table: &'static PatchTable, shape: &'static Shape) -> Vec<Value> {
        let part = |step: apigw_spec::rule::Step| step.member_name().expect("a member");
        let patches = table.rows.iter().filter(|row| !row.ops.is_empty()).map(|row| {
            let segments = row.segments.iter().map(|segment| match segment {
                PatchSegment::Literal(text) => text,
                PatchSegment::OneOf(texts) => texts[0],
                PatchSegment::Any | PatchSegment::Several => "name",
            });
            let path: String = segments.flat_map(|segment| ["/", segment]).collect();
            let secrecy = table.secrecy(&path);
            let value = shape.structure().member(part(table.parts.value)).expect("a member").1.target.shape();
            json!({
                part(table.parts.op): row.ops[0].word(),
                part(table.parts.path): path,
                part(table.parts.value): self.value(value, secrecy, None),
            })
        });
        patches.collect()
    }
}

fn marked(shape: &'static Shape, form: usize) -> Value {
    Marked { form, open: Vec::new() }.value(shape, Secrecy::Public, None)
}

/// How often the walk has looked, and what came out that may not.
#[derive(Default)]
struct Found {
    looked: usize,
    leaks: Vec<String>,
}

impl Found {
    fn look(&mut self, door: &str, what: &str, text: &str) {
        self.looked += 1;
        if text.contains(MARK) {
            self.leaks.push(format!("{door}: {what}: {text}"));
        }
    }

    fn none(&self, least: usize) {
        assert!(self.looked >= least, "only {} looks", self.looked);
        assert!(
            self.leaks.is_empty(),
            "{} leaks:\n{}",
            self.leaks.len(),
            self.leaks[..self.leaks.len().min(12)].join("\n")
        );
    }
}

/// `Debug` of every generated type.
struct Types(Found);

impl Types {
    fn all<T: DeserializeOwned + Debug>(&mut self, name: &str, shape: &'static Shape) {
        for form in 0..FORMS.len() {
            let document = marked(shape, form);
            let value: T = serde_json::from_value(document.clone()).unwrap_or_else(|error| panic!("{name}: {error}"));
            let text = format!("{value:?}\n{value:#?}");
            self.0.look("debug", name, &text);
            if document.to_string().contains(PUBLIC) {
                assert!(text.contains(PUBLIC), "{name} hides what is no secret: {text}");
            }
        }
    }
}

impl Visit for Types {
    fn structure<T>(&mut self, name: &str)
    where
        T: Structured + Validate + Serialize + DeserializeOwned + Debug + Clone + PartialEq + Send + Sync + Unpin,
    {
        self.all::<T>(name, T::SHAPE);
    }

    fn enumeration<T: OpenEnum>(&mut self, _: &str) {}

    fn operation<T>(&mut self, name: &str)
    where
        T: Operation + Serialize + DeserializeOwned + Debug + Clone + PartialEq + Send + Sync + Unpin,
    {
        self.all::<T>(name, T::OPERATION.input.shape());
    }
}

#[test]
fn debug_shows_all_but_secrets() {
    let mut types = Types(Found::default());
    every::structures(&mut types);
    every::operations(&mut types);
    types.0.none(2 * 124 * FORMS.len());
}

#[test]
fn findings_quote_no_secret_in_any_format() {
    let mut found = Found::default();
    let (mut violations, mut secret) = (0, 0);
    for operation in OPERATIONS {
        for form in 0..FORMS.len() {
            let shape = operation.input.shape();
            let input = marked(shape, form);
            let document = Document::new(&input, shape);
            let Live::Structure(members) = document.to_value() else { panic!("{}", operation.name) };
            for violation in check(shape, members) {
                found.look("violation", operation.name, &format!("{violation} {violation:?}"));
                violations += 1;
                secret += usize::from(violation.secrecy.is_some_and(Secrecy::hides));
            }

            let Ok(CliDocument::Map(map)) = cli_json::read(&input.to_string(), cli_json::Maps::Plain) else { panic!() };
            let checked = apigw_cli::offline::check(operation, &map);
            for text in &checked.findings {
                found.look("findings", operation.name, text);
            }
            found.look("validation", operation.name, &format!("{:?}", checked.invalid));
            // The request itself has its secrets; what is printed of it with `--debug` has not.
            found.look("trace", operation.name, &format!("{:?}", checked.request));
        }
    }
    println!("{violations} violations, {secret} of secrets");
    assert!(violations > 500 && secret > 40, "{violations} {secret}");
    found.none(124 * FORMS.len());
}

#[test]
fn values_of_another_type_are_not_quoted() {
    let mut found = Found::default();
    for operation in OPERATIONS {
        let shape = operation.input.shape();
        for member in shape.members().iter().filter(|member| member.secrecy == Secrecy::Whole) {
            for wrong in
                [json!({ "k": { "S3CR3T": 1 } }), json!(["S3CR3T", 1]), json!("S3CR3T"), json!({ "k": ["S3CR3T"] })]
            {
                let input = json!({ member.name: wrong });
                let Ok(CliDocument::Map(map)) = cli_json::read(&input.to_string(), cli_json::Maps::Plain) else {
                    panic!()
                };
                let checked = apigw_cli::offline::check(operation, &map);
                found.look("validation", member.name, &format!("{:?}", checked.invalid.map(|invalid| invalid.text)));
                found.look("findings", member.name, &checked.findings.join("\n"));
            }
        }
    }
    found.none(100);
}

/// A file and a log in memory.
#[derive(Clone, Default)]
struct Memory(Arc<Mutex<Vec<u8>>>);

impl Memory {
    fn take(&self) -> String {
        String::from_utf8(std::mem::take(&mut *self.0.lock().expect("a lock"))).expect("text")
    }

    fn line(&self, text: &str) {
        writeln!(self.0.lock().expect("a lock"), "{text}").expect("memory");
    }
}

impl Write for Memory {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("a lock").write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl tracing::field::Visit for Memory {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.line(&format!("{field}={value:?}"));
    }
}

impl Subscriber for Memory {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        span.record(&mut self.clone());
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut self.clone());
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        event.record(&mut self.clone());
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// An output as it travels.
fn answer(operation: &apigw_spec::Operation, form: usize) -> Answer {
    let Some(shape) = operation.output.map(Target::shape) else {
        return Answer { status: operation.status, ..Answer::default() };
    };
    let output = marked(shape, form);
    let document = Document::new(&output, shape);
    let Live::Structure(members) = document.to_value() else { panic!("{}", operation.name) };
    let mut answer = Answer::json(json::body(shape, members));
    answer.status = operation.status;
    if shape.members().iter().any(|member| member.binding == Binding::Payload) {
        answer.body = b"a file".to_vec();
    }
    answer
}

/// An error with all that it was caused by.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = String::new();
    let mut next = Some(error);
    while let Some(error) = next {
        writeln!(text, "{error} {error:?} {error:#?}").expect("memory");
        next = error.source();
    }
    text
}

/// Calls through the types, whose findings are warnings and then errors.
struct Doors<'a> {
    clients: [&'a Client; 2],
    runtime: &'a tokio::runtime::Runtime,
    said: Memory,
}

impl typed::Door for Doors<'_> {
    fn send<T: Operation>(&self, input: &T) -> Result<T::Output, String> {
        let [warns, refuses] = self.clients;
        if let Err(error) = self.runtime.block_on(refuses.send(input)) {
            self.said.line(&chain(&error));
        }
        self.runtime.block_on(warns.send(input)).map_err(|error| chain(&error))
    }
}

#[test]
fn calls_leave_no_secret_in_recordings_logs_and_errors() {
    let next: Arc<Mutex<Answer>> = Arc::default();
    let told = Arc::clone(&next);
    let server = Loopback::start(move |_| told.lock().expect("a lock").clone());
    let (recording, log, said) = (Memory::default(), Memory::default(), Memory::default());
    let credentials = Credentials::new("AKIDEXAMPLE", "S3CR3T-key", Some("S3CR3T-token".to_owned()), None, "test");
    let builder = Client::builder().environment(Environment::empty()).region("us-east-1").endpoint_url(server.url());
    let builder = builder.credentials(credentials).retry(RetryPolicy::off()).record(recording.clone());
    let warns = builder.validation(Validation::Warn).build().expect("a client");
    let refuses = warns.with(apigw_client::CallOptions::new().validation(Validation::Error));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let doors = Doors { clients: [&warns, &refuses], runtime: &runtime, said: said.clone() };

    let mut found = Found::default();
    let (mut recorded, mut kept) = (0, 0);
    tracing::subscriber::with_default(log.clone(), || {
        for operation in OPERATIONS {
            for form in 0..FORMS.len() {
                *next.lock().expect("a lock") = answer(operation, form);
                let input = marked(operation.input.shape(), form);
                if let Err(error) = typed::call(&doors, operation.name, &input) {
                    found.look("error", operation.name, &error);
                }
                let recording = recording.take();
                recorded += recording.lines().count();
                kept += usize::from(recording.contains(PUBLIC));
                found.look("recording", operation.name, &recording);
                found.look("log", operation.name, &log.take());
                found.look("error", operation.name, &said.take());
            }
        }
    });
    println!("{recorded} recorded, {} looks", found.looked);
    assert!(recorded >= 124 * FORMS.len() && kept > 124, "{recorded} {kept}");
    found.none(3 * 124 * FORMS.len());
}
