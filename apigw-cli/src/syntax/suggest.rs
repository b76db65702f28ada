//! The option that a user meant by a name that does not exist.

use apigw_spec::Operation;

use super::{globals, operation};

/// The nearest option of an operation or of all commands, with or without those that the AWS CLI does not have.
pub(crate) fn meant_option(operation: &'static Operation, name: &str, has_extra: bool) -> Option<String> {
    let globals = globals::described().filter(|option| has_extra || !option.is_extra).map(|option| option.name);
    let options = operation::option_names(operation);
    let all: Vec<&str> = options.iter().map(String::as_str).chain(globals).collect();

    // A prefix of a name can stand for the name.
    let is_known = all.iter().any(|known| known.starts_with(name));
    if is_known { None } else { apigw_spec::suggest::nearest(name, all).map(str::to_owned) }
}
