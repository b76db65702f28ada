//! Examples: every public item of the packages that people program against has one, or a reason.

use syn::{Attribute, Expr, Item, Lit, Meta, Visibility};

use crate::none;
use crate::source::sources;

/// The packages that people program against.
const PACKAGES: [&str; 3] = ["apigw-client/src/", "apigw-macros/src/", "apigw-model/src/"];

/// Items without an example, each with the reason.
const REASONS: [(&str, &str); 7] = [
    ("apigw-client/src/client.rs::PendingReply", "an alias: the future of `Client::call`, whose example awaits it"),
    ("apigw-client/src/client.rs::PendingStream", "an alias: the future of `Client::call_streaming`"),
    ("apigw-client/src/client.rs::PendingStreamOrReply", "an alias: the future of `Client::call_bound_streaming`"),
    ("apigw-client/src/error/mod.rs::CallError", "an alias of `Error`, which has an example"),
    ("apigw-client/src/http/transport.rs::Body", "an alias: the example of `Transport` makes one"),
    ("apigw-client/src/http/transport.rs::BoxError", "an alias of the standard library's boxed error"),
    ("apigw-client/src/http/transport.rs::ResponseFuture", "an alias: the example of `Transport` returns one"),
];

fn documentation(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(line) => Some(line.value() + "\n"),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    lines.collect()
}

/// A type or a function outside of an `impl` that is public: its name, and what it is documented with.
fn public(item: &Item) -> Option<(String, &[Attribute])> {
    let (visibility, name, attributes) = match item {
        Item::Enum(item) => (&item.vis, &item.ident, &item.attrs),
        Item::Fn(item) => (&item.vis, &item.sig.ident, &item.attrs),
        Item::Struct(item) => (&item.vis, &item.ident, &item.attrs),
        Item::Trait(item) => (&item.vis, &item.ident, &item.attrs),
        Item::Type(item) => (&item.vis, &item.ident, &item.attrs),
        _ => return None,
    };
    matches!(visibility, Visibility::Public(_)).then(|| (name.to_string(), attributes.as_slice()))
}

/// The public items without an example.
fn bare() -> Vec<String> {
    let files = sources().iter().filter(|source| PACKAGES.iter().any(|folder| source.path.starts_with(folder)));
    let findings = files.filter(|source| !source.is_test()).flat_map(|source| {
        let items = source.items().items;
        let bare = items.iter().filter_map(public).filter(|(_, attributes)| {
            let is_hidden = attributes.iter().any(|attribute| {
                matches!(&attribute.meta, Meta::List(list) if list.path.is_ident("doc") && list.tokens.to_string() == "hidden")
            });
            !documentation(attributes).contains("```") && !is_hidden
        });
        bare.map(|(name, _)| format!("{}::{name}", source.path)).collect::<Vec<_>>()
    });
    findings.collect()
}

#[test]
fn public_items_have_an_example() {
    let mut findings = bare();
    findings.retain(|item| REASONS.iter().all(|(known, _)| known != item));
    none(&findings, "public items without an example or a reason");
}

#[test]
fn reasons_are_those_of_items_without_an_example() {
    let bare = bare();
    let items = REASONS.iter().map(|(item, _)| (*item).to_owned());
    let stale: Vec<_> = items.filter(|item| !bare.contains(item)).collect();
    none(&stale, "reasons of items that have an example, or do not exist");
}
