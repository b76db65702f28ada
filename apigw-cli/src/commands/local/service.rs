//! What all commands need that run the service.

use apigw_local::Function;
use apigw_model::server::ErrorReply;

use crate::failure::Failure;
use crate::terminal::stdout;

/// What stands for functions, from the values of `--function`.
pub(in crate::commands) fn functions(values: &[String]) -> Result<Vec<(String, Function)>, Failure> {
    let named = |value: &String| Function::named(value).map_err(|problem| Failure::option("--function", problem));
    values.iter().map(named).collect()
}

/// Says why a call of a backend means nothing.
pub(in crate::commands) fn warn(problem: &str) {
    stdout::print_error(&format!("apigw: warning: {problem}\n"));
}

/// What an error of the service says.
pub(in crate::commands) fn message(error: &ErrorReply) -> String {
    error.message.clone().unwrap_or_else(|| error.code.to_string())
}
