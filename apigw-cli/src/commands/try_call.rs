//! `apigw try`: a call for real, on a store in memory that has what the call takes for given.

use apigw_cli_text::word::Word;
use apigw_local::{Local, Settings};
use apigw_model::server::ErrorReply;
use apigw_spec::Operation;

use super::{call, local};
use crate::failure::Failure;
use crate::help;
use crate::syntax::command::{self, Command};
use crate::syntax::globals::Globals;
use crate::syntax::operation::{self, OperationArgs};
use crate::syntax::{catalog, quirks};
use crate::terminal::stdout;
use crate::transport::local_store;

/// The members of a call that say what it is about.
const API: &str = "restApiId";
const RESOURCE: &str = "resourceId";
const METHOD: &str = "httpMethod";

/// What the URI of an operation has that is about something in a method.
const IN_METHOD: &str = "/{httpMethod}/";
/// What it has if that is something in an API.
const IN_API: &str = "/{restApiId}/";

/// Runs a call, and invokes the method that it is about.
pub(super) fn run(functions: &[String], words: &[String], globals: &Globals) -> Result<(), Failure> {
    let words: Vec<Word> = words.iter().map(|word| Word::from(word.as_str())).collect();
    let (name, rest) = words.split_first().ok_or_else(|| Failure::parameters("name an operation"))?;
    let args = match command::read(&name.to_string(), rest.to_vec())? {
        Command::Operation(args) => *args,
        Command::Help(topic) => {
            help::show(&help::page_on(topic), globals);
            return Ok(());
        }
        Command::Extra(..) => return Err(Failure::parameters("name an operation")),
    };
    if args.skeleton.is_some() || globals.is_dry_run {
        return call::run(args, globals);
    }

    let mut settings = Settings::default();
    settings.functions = local::functions(functions)?;
    settings.on_problem = local::warn;
    let service = Local::with(settings);
    local_store::set_own(service.clone());

    let globals = Globals { local: Some(String::new()), endpoint_url: None, ..globals.clone() };
    let operation = args.operation;
    let about = About::of(&args);
    about.surround(&service, operation)?;
    call::run(args, &globals)?;
    about.invoke(&service, operation, &globals)
}

/// What a call is about.
struct About {
    api: Option<String>,
    resource: Option<String>,
    method: Option<String>,
}

impl About {
    fn of(args: &OperationArgs) -> Self {
        let text = |name: &str| {
            let (_, value) = args.members.iter().find(|(member, _)| member.name == name)?;
            value.words().first().and_then(Word::text).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        Self { api: text(API), resource: text(RESOURCE), method: text(METHOD) }
    }

    /// Makes what the call takes for given.
    fn surround(&self, service: &Local, operation: &Operation) -> Result<(), Failure> {
        let Some(api) = self.api.as_ref().filter(|_| operation.uri.contains(IN_API)) else { return Ok(()) };
        let method = self.method.as_deref().filter(|_| operation.uri.contains(IN_METHOD));
        say("made", service.surround(api, self.resource.as_deref(), method))
    }

    /// Invokes the method, if the call was about one.
    fn invoke(&self, service: &Local, after: &Operation, globals: &Globals) -> Result<(), Failure> {
        let (Some(api), Some(resource), Some(method)) = (&self.api, &self.resource, &self.method) else {
            return Ok(());
        };
        let mut operations = apigw_model::OPERATIONS.iter();
        let Some(invocation) = operations.find(|operation| quirks::runs_offline(operation.name)) else { return Ok(()) };
        if after.name == invocation.name || !service.has_method(api, resource, method) {
            return Ok(());
        }
        say("made", service.complete(api, resource, method))?;

        let mut words = Vec::new();
        for (member, value) in [(API, api), (RESOURCE, resource), (METHOD, method)] {
            let members = invocation.input.shape().members().iter();
            for member in members.filter(|known| known.name == member) {
                words.extend([operation::option(invocation, member), value.clone()]);
            }
        }
        stdout::print_error(&format!("# apigw {} {}\n", catalog::name(invocation), words.join(" ")));
        let words: Vec<Word> = words.iter().map(|word| Word::from(word.as_str())).collect();
        match command::read(&catalog::name(invocation), words)? {
            Command::Operation(args) => call::run(*args, globals),
            Command::Help(_) | Command::Extra(..) => Ok(()),
        }
    }
}

/// Says what was made.
fn say(what: &str, made: Result<Vec<String>, ErrorReply>) -> Result<(), Failure> {
    let made = made.map_err(|error| Failure::general(local::message(&error)))?;
    if !made.is_empty() {
        stdout::print_error(&format!("# {what}: {}\n", made.join("; ")));
    }
    Ok(())
}
