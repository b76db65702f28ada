//! MOCK integrations.

use super::fault::Fault;
use crate::java::number::Number;
use crate::java::value::Value;
use crate::json;

/// The status code in what a request template printed.
pub(crate) fn status(rendered: &str) -> Result<u16, Fault> {
    let status = match json::read(&rendered.into()).map(|document| document.value()) {
        Ok(Value::Map(map)) => match map.get_text("statusCode") {
            Value::Number(Number::Int(status)) => u16::try_from(status).ok(),
            Value::Text(status) => status.parse().ok(),
            _ => None,
        },
        _ => None,
    };
    status.ok_or_else(|| {
        Fault::Configuration(
            "Unable to parse statusCode. It should be an integer that is defined in the request template.".to_owned(),
        )
    })
}
