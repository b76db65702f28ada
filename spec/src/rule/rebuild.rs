//! How what exists leads back to the request that would have made it, so that a whole can be checked by the rules of
//! single requests.

use super::path::MemberPath;

/// How requests of one kind are put together from what exists.
///
/// In rule files this is the trait `apigw.rules#graph` of the request's structure: `roots` names the lists and objects
/// to start from and their shapes, `visit` what is visited from them, `members` where the members of the request are
/// found, `rest` the visited thing that has the other members under the same names, and `label` what to call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rebuild {
    /// What a whole has to tell for this, by the names that paths start from.
    pub roots: &'static [ContextSlot],
    /// What is visited, from outside in. One request is rebuilt for each of the innermost; one for the whole if nothing
    /// is visited.
    pub visit: &'static [Visited],
    /// Where the value of each member of the request is found, in the order of the shape; nothing where nothing is known
    /// of it.
    pub members: &'static [Option<MemberPath>],
    /// The strings that tell people which one it is.
    pub label: &'static [MemberPath],
}

/// One level of what is visited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visited {
    /// The name by which later paths know it, and the rules of the request, if they have a context of that name.
    pub name: &'static str,
    /// Where it is found.
    pub path: MemberPath,
}

/// An object around a request, by the name that rules know it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContextSlot {
    /// The name (`method`).
    pub name: &'static str,
    /// The identifier of its shape, usually the one that the service answers with when asked for the object.
    pub shape: &'static str,
    /// The identifier of the shape of its items, if it is a list.
    pub item: Option<&'static str>,
    /// What the request that reads it has to say, so that the answer is complete enough for the rules.
    pub with: &'static [ReadWith],
}

/// A member of the request that reads an object, and the strings that it has to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadWith {
    /// The member (`embed`).
    pub member: &'static str,
    /// The strings.
    pub values: &'static [&'static str],
}
