//! What the service brings along.

use std::sync::OnceLock;

use serde_json::{Map, Value as Json};

use super::filled_in::is_handler_name;
use super::part::{DefinitionPart, PartFields};
use crate::read::SourceSpan;

const TABLE: &str = include_str!("../../data/service.json");

fn table() -> &'static Json {
    static PARSED: OnceLock<Json> = OnceLock::new();
    PARSED.get_or_init(|| serde_json::from_str(TABLE).unwrap_or_default())
}

fn built_in_lists() -> impl Iterator<Item = (&'static String, &'static Map<String, Json>)> {
    let lists = table().get("builtIn").and_then(Json::as_object).into_iter().flatten();
    lists.filter_map(|(list, members)| Some((list, members.as_object()?)))
}

/// Whether a member holds an address, which authors leave to their deployment: `LAMBDA_ARN`.
pub(super) fn is_address(member: &str) -> bool {
    let members = table().get("addresses").and_then(Json::as_array);
    members.into_iter().flatten().any(|known| known.as_str() == Some(member))
}

/// Leaves the members of an integration open in which constructs of the CDK put addresses, if names of handlers are in them.
/// They do so in documents that are files of their own.
pub(crate) fn open_handler_names(integration: &mut PartFields) {
    let members = table().get("handlers").and_then(Json::as_object).into_iter().flatten();
    for (member, kinds) in members {
        let Some(field) = integration.field(member) else { continue };
        let (key, part) = (field.key(), field.part());
        let kind = integration.part("type").map(DefinitionPart::known_text);
        let is_called = |kind: &str| kinds.as_array().into_iter().flatten().any(|known| known.as_str() == Some(kind));
        if part.known_text().is_some_and(is_handler_name) && kind.is_some_and(|kind| kind.is_none_or(is_called)) {
            let part = DefinitionPart::opaque(part.span());
            integration.remove(member);
            integration.push(member, key, part);
        }
    }
}

/// The lists that have something in each API.
pub(crate) fn lists_with_built_in() -> impl Iterator<Item = &'static str> {
    built_in_lists().map(|(list, _)| list.as_str())
}

/// Adds what is in a list of each API, unless a definition makes it itself.
pub(super) fn add_built_in(list: &str, items: &mut Vec<DefinitionPart>, span: SourceSpan) {
    for (_, members) in built_in_lists().filter(|(known, _)| *known == list) {
        for (member, names) in members {
            for name in names.as_array().into_iter().flatten().filter_map(Json::as_str) {
                let is_it = |item: &DefinitionPart| item.field_text(member) == Some(name);
                if !items.iter().any(is_it) {
                    let mut fields = PartFields::default();
                    fields.open();
                    fields.push(member, span, DefinitionPart::fixed(name, span));
                    items.push(DefinitionPart::structure(fields, span));
                }
            }
        }
    }
}
