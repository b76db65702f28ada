//! `--cli-input-json` and `--cli-input-yaml`: members from a document, for what the options do not give.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::python::json::{self, Maps};
use apigw_cli_text::python::repr;
use apigw_cli_text::yaml;

use crate::failure::Failure;
use crate::input::parameter_file;
use crate::syntax::operation::OperationArgs;

/// Adds the members of the input document that no option gave, after those that one gave.
///
/// The AWS CLI opens the file twice, so that it finds nothing in a pipe; here a pipe works.
pub(crate) fn add_members(members: &mut Map, call: &OperationArgs) -> Result<(), Failure> {
    let (name, value) = match (&call.input_json, &call.input_yaml) {
        (None, None) => return Ok(()),
        (Some(_), Some(_)) => return Err(Failure::parameters("Only one --cli-input- parameter may be specified.")),
        (Some(value), None) => ("cli-input-json", value),
        (None, Some(value)) => ("cli-input-yaml", value),
    };

    let option = format!("--{name}");
    let value = value.to_string();
    let loaded = parameter_file::load(&value).map_err(|problem| Failure::option(&option, problem))?;
    let text = match loaded {
        Some(Document::Bytes(bytes)) => String::from_utf8_lossy(&bytes).into_owned(),
        Some(Document::Text(text)) => text,
        _ => value,
    };

    let (document, format) = if call.input_json.is_some() {
        (json::read(&text, Maps::Plain).ok(), "JSON")
    } else {
        (yaml::read(&text), "YAML")
    };

    match document.ok_or_else(|| Failure::option(name, format!("Invalid {format} received.")))? {
        Document::Map(input) => {
            for (key, value) in input.into_entries() {
                if !members.contains(&key) {
                    members.insert(key, value);
                }
            }
            Ok(())
        }
        other => {
            let class = repr::class(&other);
            Err(Failure::option(&option, format!("Invalid type: expecting map, received <class '{class}'>")))
        }
    }
}
