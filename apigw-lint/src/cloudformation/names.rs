//! Names of properties: those of members, with a capital letter.

use apigw_spec::Shape;
use apigw_spec::violation::Naming;

use super::table;
use crate::definition::MemberNames;

/// The properties of a resource.
pub(super) struct PropertyNames<'k> {
    /// The kind of resource, which can have names of its own.
    pub(super) resource: &'k str,
}

impl MemberNames for PropertyNames<'_> {
    fn member(&self, shape: &Shape, key: &str) -> Option<&'static str> {
        let mut letters = key.chars();
        let first = letters.next().filter(|_| !table::is_in("omitted", key))?;
        let lower = format!("{}{}", first.to_lowercase(), letters.as_str());
        let name = table::member(self.resource, key).unwrap_or(&lower);
        shape.structure().member(name).map(|(_, member)| member.name)
    }
}

/// Messages spell members as the properties that they come from.
pub(crate) struct PropertyNaming;

impl Naming for PropertyNaming {
    fn member(&self, name: &str) -> String {
        let mut letters = name.chars();
        let first = letters.next().map(|c| c.to_ascii_uppercase());
        first.into_iter().collect::<String>() + letters.as_str()
    }
}
