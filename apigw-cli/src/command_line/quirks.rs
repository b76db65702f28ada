//! What the AWS CLI does for single operations. Everything else follows from the shapes.

/// Members whose option is not named after them, because a global option has the name.
const OPTION_NAMES: &[(&str, &str, &str)] = &[("CreateRestApi", "version", "api-version")];

/// The name of the option of a member, without dashes.
pub(crate) fn option_name(operation: &str, member: &str) -> String {
    let quirk = OPTION_NAMES.iter().find(|(of, name, _)| *of == operation && *name == member);
    quirk.map_or_else(|| apigw_spec::case::separated(member, '-'), |(.., option)| (*option).to_owned())
}
