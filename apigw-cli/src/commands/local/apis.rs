//! `--api`: the APIs of a file on a service, and again when the file changes.

use std::time::SystemTime;

use apigw_lint::{DefinitionFormat, FileApi};
use apigw_local::Local;

use super::service::message;
use crate::failure::Failure;
use crate::input::api_definitions;
use crate::terminal::stdout;

/// The stage that the APIs of files are deployed to that name none.
const STAGE: &str = "local";

/// When a file was changed, and how large it was then.
type FileState = Option<(SystemTime, u64)>;

/// A file whose APIs are served.
pub(super) struct ServedFile {
    name: String,
    state: FileState,
    /// The identifiers of its APIs, by what the file calls these.
    apis: Vec<(String, String)>,
}

impl ServedFile {
    /// Reads a file and serves its APIs.
    pub(super) fn read(local: &Local, name: &str) -> Result<Self, Failure> {
        let mut file = Self { name: name.to_owned(), state: None, apis: Vec::new() };
        file.read_again(local)?;
        Ok(file)
    }

    /// The name of the file.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Whether the file has changed since it was read.
    pub(super) fn has_changed(&self) -> bool {
        state(&self.name) != self.state
    }

    /// Whether an API is from the file.
    pub(super) fn has_api(&self, api: &str) -> bool {
        self.apis.iter().any(|(_, id)| id == api)
    }

    /// Reads the file and serves its APIs under the identifiers that they have, if they have some.
    pub(super) fn read_again(&mut self, local: &Local) -> Result<(), Failure> {
        self.state = state(&self.name);
        let (text, apis) = api_definitions::read(&self.name, "served")?;

        let is_document = self.is_document(&text);
        for api in &apis {
            let known = self.apis.iter().find(|(known, _)| *known == api.name).map(|(_, id)| id.clone());
            let served = if is_document {
                local.import(text.as_bytes(), known.as_deref())
            } else {
                self.warn_of_unknown(api, &text);
                self.warn_of_open_doors(api);
                local.define(&api.name, &api.parts, known.as_deref())
            };
            let served = served.and_then(|id| {
                local.deploy(&id, api.stage.as_deref().unwrap_or(STAGE))?;
                Ok(id)
            });
            let id = served.map_err(|error| {
                Failure::general(format!(
                    "the API `{}` of `{}` cannot be served: {}",
                    api.name,
                    self.name,
                    message(&error)
                ))
            })?;
            if known.is_none() {
                self.apis.push((api.name.clone(), id));
            }
        }
        Ok(())
    }

    /// Whether the file is an OpenAPI document, which the service imports itself. Says whether something is wrong with it.
    fn is_document(&self, text: &str) -> bool {
        let Ok(report) = apigw_lint::lint(text) else { return false };
        match report.findings.len() {
            0 => {}
            count => {
                let name = &self.name;
                let (noun, them) = if count == 1 { ("finding", "it") } else { ("findings", "them") };
                let message = format!("apigw: warning: {count} {noun} in `{name}`; `apigw lint {name}` shows {them}\n");
                stdout::print_error(&message);
            }
        }
        report.format == DefinitionFormat::OpenApi
    }

    /// Says what the file asks of callers that the service here does not ask.
    fn warn_of_open_doors(&self, api: &FileApi) {
        if !api.not_enforced.is_empty() {
            let (name, what) = (&api.name, api.not_enforced.join(", "));
            stdout::print_error(&format!("apigw: warning: {}: `{name}`: not enforced here: {what}\n", self.name));
        }
    }

    /// Says which values only a deployment knows: what needs them fails.
    fn warn_of_unknown(&self, api: &FileApi, text: &str) {
        for unknown in &api.unknown {
            let (line, column) = unknown.span.position(text);
            let member = unknown.path.last().map_or("", String::as_str);
            stdout::print_error(&format!(
                "apigw: warning: {}:{line}:{column}: only a deployment knows `{member}` (`{}`), so it is left out\n",
                self.name, unknown.shown
            ));
        }
    }
}

fn state(name: &str) -> FileState {
    let metadata = std::fs::metadata(name).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}
