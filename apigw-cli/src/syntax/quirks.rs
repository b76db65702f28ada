//! What the AWS CLI does for single operations only, and what this command adds to some. Everything else follows from the
//! shapes.

/// Members whose option is not named after them, because a global option has the name.
const OPTION_NAMES: &[(&str, &str, &str)] = &[("CreateRestApi", "version", "api-version")];

/// The operations that this command can run itself, on an API that it knows.
const OFFLINE: &[&str] = &["TestInvokeMethod"];

/// Whether this command can run an operation itself.
pub(crate) fn runs_offline(operation: &str) -> bool {
    OFFLINE.contains(&operation)
}

/// The name of the option of a member, without dashes.
pub(crate) fn option_name(operation: &str, member: &str) -> String {
    renamed(operation, member).map_or_else(|| apigw_spec::case::separated(member, '-'), str::to_owned)
}

/// The name that an option has instead of its member's. Such options come after all others, on the command line as in
/// the request: the AWS CLI removes them and adds them again at the end.
pub(crate) fn renamed(operation: &str, member: &str) -> Option<&'static str> {
    let quirk = OPTION_NAMES.iter().find(|(of, name, _)| *of == operation && *name == member);
    quirk.map(|(.., option)| *option)
}
