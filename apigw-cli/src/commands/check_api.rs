//! `apigw check-api`: a whole API checked as one, from files or as it is at the service.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::json;
use apigw_model::validate::{check_parts, requests};
use apigw_spec::api::{ApiFinding, ContextRead, parts};

use crate::check::forecast::{self, TemplateMistake};
use crate::check::given::Given;
use crate::check::preflight;
use crate::check::related::Related;
use crate::check::render::{on_one_line, sarif_log};
use crate::config::settings::Settings;
use crate::failure::{Failure, Status};
use crate::syntax::choices::ReportFormat;
use crate::syntax::extra_args::CheckApiArgs;
use crate::syntax::globals::Globals;
use crate::terminal::stdout;
use crate::transport::sender::Sender;

/// Checks an API and reports what is found. Fails if there are errors, or warnings that are denied.
pub(super) fn run(args: &CheckApiArgs, globals: &Globals) -> Result<(), Failure> {
    let mut related = if args.files.is_empty() { Related::default() } else { Given::read(&args.files)?.parts() };
    match &args.api {
        Some(api) => read(api, globals, &mut related)?,
        None if args.files.is_empty() => {
            return Err(Failure::parameters("nothing to check; name files, or the API with --rest-api-id"));
        }
        None => {}
    }

    let contexts = related.contexts();
    let mut reported: Vec<Reported> = check_parts(&contexts).iter().map(Reported::from).collect();
    let resources = related.objects().map(|(name, object)| forecast::of_resources(name, &object.to_json()));
    reported.extend(resources.flatten().map(Reported::from));
    reported.retain(|finding| !globals.allowed_rules.iter().any(|rule| rule == finding.rule));

    stdout::print(&render(&reported, args.format));
    let checked: Vec<&str> = contexts.iter().map(|context| context.name).collect();
    stdout::print_error(&format!("apigw: checked {}\n", checked.join(", ")));
    let fails = reported.iter().any(|finding| finding.is_error || args.denies_warnings);
    if fails { Err(Failure::AlreadyReported(Status::Breaking)) } else { Ok(()) }
}

/// Reads the parts of an API that are read by its identifier alone, and that no file gives.
fn read(api: &str, globals: &Globals, related: &mut Related) -> Result<(), Failure> {
    let settings = Settings::read(globals)?;
    let timestamps = settings.timestamps()?;
    let reads = parts(&requests()).into_iter().filter_map(|part| ContextRead::of(&part, apigw_model::OPERATIONS));
    let is_by_api = |read: &ContextRead| {
        read.operation.input.shape().members().iter().filter(|member| member.required).count() == 1
    };
    let mut sender = None;
    let mut count = 0;

    for read in reads.filter(is_by_api).filter(|read| !related.has(read.slot.name)).collect::<Vec<_>>() {
        let Some(request) = read.input(&|_| Some(api.to_owned())) else { continue };
        let sender = match &mut sender {
            Some(sender) => sender,
            none => none.insert(Sender::new(read.operation, globals, &settings)?),
        };
        if let Some(object) = preflight::object(sender, &read, &request, timestamps) {
            related.add(read.slot.name, Some(object));
            count += 1;
        }
    }
    if count == 0 { Err(Failure::general(format!("nothing of the API `{api}` can be read"))) } else { Ok(()) }
}

/// A finding as it is reported.
struct Reported {
    rule: &'static str,
    is_error: bool,
    /// What people call the part.
    part: String,
    path: String,
    message: String,
    /// What the service says.
    aws: Option<&'static str>,
    /// The message with the part.
    shown: String,
}

impl From<&ApiFinding> for Reported {
    fn from(finding: &ApiFinding) -> Self {
        Self {
            rule: finding.violation.rule,
            is_error: finding.violation.is_error(),
            part: finding.part.clone(),
            path: finding.path.to_string(),
            message: finding.violation.to_string(),
            aws: finding.violation.message,
            shown: finding.to_string(),
        }
    }
}

impl From<TemplateMistake> for Reported {
    fn from(mistake: TemplateMistake) -> Self {
        Self {
            rule: mistake.rule,
            is_error: false,
            path: mistake.path.to_string(),
            shown: format!("{}: {}", mistake.part, mistake.message),
            part: mistake.part,
            message: mistake.message,
            aws: None,
        }
    }
}

impl Reported {
    fn level(&self) -> &'static str {
        if self.is_error { "error" } else { "warning" }
    }

    fn text(&self) -> String {
        let (path, rule) = (on_one_line(&self.path), self.rule);
        format!("{path}: {}[{rule}]: {}\n", self.level(), on_one_line(&self.shown))
    }

    fn object(&self) -> Document {
        let mut map: Map = [("rule", self.rule), ("severity", self.level())].into_iter().collect();
        map.insert("part", self.part.as_str());
        map.insert("path", self.path.as_str());
        map.insert("message", self.message.as_str());
        if let Some(message) = self.aws {
            map.insert("aws", message);
        }
        Document::Map(map)
    }

    /// The finding as a result of a SARIF log.
    fn result(&self) -> Document {
        let place: Map =
            [("name", self.part.as_str()), ("fullyQualifiedName", self.path.as_str())].into_iter().collect();
        let location: Map = [("logicalLocations", vec![Document::Map(place)])].into_iter().collect();
        let message: Map = [("text", self.shown.as_str())].into_iter().collect();
        let mut map: Map = [("ruleId", self.rule), ("level", self.level())].into_iter().collect();
        map.insert("message", message);
        map.insert("locations", vec![Document::Map(location)]);
        Document::Map(map)
    }
}

fn render(found: &[Reported], format: ReportFormat) -> String {
    match format {
        ReportFormat::Json => {
            format!("{}\n", json::pretty(&Document::List(found.iter().map(Reported::object).collect())))
        }
        ReportFormat::Sarif => {
            let ids = found.iter().map(|finding| finding.rule).collect();
            format!("{}\n", json::pretty(&sarif_log(ids, found.iter().map(Reported::result).collect())))
        }
        ReportFormat::Text => found.iter().map(Reported::text).collect(),
    }
}
