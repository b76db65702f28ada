//! Names of properties: those of members in the spelling of the format.

use apigw_spec::Shape;
use apigw_spec::violation::Naming;

use super::table::{ResourceTable, Spelling};
use crate::definition::MemberNames;

/// The properties of a kind of resource.
pub(super) struct StackNames<'k> {
    pub(super) table: &'static ResourceTable,
    pub(super) kind: &'k str,
    /// Whether the resource reaches the service in a document.
    pub(super) is_imported: bool,
}

impl MemberNames for StackNames<'_> {
    fn member(&self, shape: &Shape, key: &str) -> Option<&'static str> {
        if self.table.is_omitted(self.kind, key) {
            return None;
        }
        let plain = || key.replace('_', "");
        let name = self.table.member(self.kind, key).map_or_else(plain, str::to_owned);
        shape.members().iter().find(|member| member.name.eq_ignore_ascii_case(&name)).map(|member| member.name)
    }

    fn keeps_numbers(&self) -> bool {
        self.is_imported
    }

    fn has_blocks(&self) -> bool {
        self.table.spelling() == Spelling::Snake
    }
}

/// Messages spell members as the properties that they come from.
pub(crate) struct StackNaming(pub(crate) &'static ResourceTable);

impl Naming for StackNaming {
    fn member(&self, name: &str) -> String {
        if let Some(property) = self.0.property(name) {
            return property.to_owned();
        }
        match self.0.spelling() {
            Spelling::Snake => snake_case(name),
            Spelling::Capital => {
                let mut letters = name.chars();
                let first = letters.next().map(|c| c.to_ascii_uppercase());
                first.into_iter().collect::<String>() + letters.as_str()
            }
        }
    }
}

fn snake_case(name: &str) -> String {
    let (mut found, mut is_after_lower) = (String::new(), false);
    for c in name.chars() {
        if c.is_ascii_uppercase() && is_after_lower {
            found.push('_');
        }
        is_after_lower = c.is_ascii_lowercase();
        found.push(c.to_ascii_lowercase());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::snake_case;

    #[test]
    fn names_are_separated_where_words_begin() {
        let names = ["restApiId", "providerARNs", "uri", "authorizerResultTtlInSeconds"].map(snake_case);
        assert_eq!(names, ["rest_api_id", "provider_arns", "uri", "authorizer_result_ttl_in_seconds"]);
    }
}
