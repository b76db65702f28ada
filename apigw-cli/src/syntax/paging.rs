//! Options that concern pages and exclude each other.

use super::globals::Globals;
use super::operation::OperationArgs;
use crate::failure::Failure;

/// Whether only one request is to be made. Fails if that contradicts another option.
pub(crate) fn check_paging(args: &OperationArgs, globals: &Globals) -> Result<bool, Failure> {
    let Some(pagination) = args.operation.pagination else { return Ok(globals.is_single_page) };

    // A page that the user chooses by a member is a single one.
    let is_given = |name: &str| args.members.iter().any(|(member, _)| member.name == name);
    let is_manual = is_given(pagination.input_token) || pagination.page_size.is_some_and(is_given);
    let is_single = globals.is_single_page || is_manual;

    let paging = &args.paging;
    let used = [
        ("--starting-token", paging.starting_token.as_ref().is_some_and(|token| !token.is_empty())),
        ("--page-size", paging.page_size.is_some_and(|size| size != 0)),
        ("--max-items", paging.max_items.is_some_and(|count| count != 0)),
    ];
    let used: Vec<&str> = used.iter().filter(|(_, is_used)| *is_used).map(|(name, _)| *name).collect();
    if is_single && !used.is_empty() {
        let used = used.join(", ");
        let message = format!("Cannot specify --no-paginate along with pagination arguments: {used}");
        return Err(Failure::parameters(message));
    }
    Ok(is_single)
}
