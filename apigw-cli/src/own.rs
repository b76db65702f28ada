//! Commands that the AWS CLI does not have.

use crate::failure::Failure;

/// Runs one of them.
pub(crate) fn run(name: &str, words: &[String]) -> Result<(), Failure> {
    let _ = words;
    Err(Failure::general(format!("`{name}` is not there yet")))
}
