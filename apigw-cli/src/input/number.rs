//! Numbers of option values and shorthand.

use apigw_cli_text::document::Document;
use apigw_cli_text::python::{number, repr};

use crate::failure::Failure;

/// Reads a whole number.
pub(super) fn integer(text: &str) -> Result<Document, Failure> {
    number::whole(text).map(Document::Integer).map_err(Failure::general)
}

/// Reads a floating point number.
pub(super) fn double(text: &str) -> Result<Document, Failure> {
    let value = number::double(text);
    let message = || format!("could not convert string to float: {}", repr::text(text));
    value.map(Document::Double).ok_or_else(|| Failure::general(message()))
}
