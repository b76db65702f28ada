//! Examples: every public item of the packages that people program against has one, or a reason.

use syn::{Attribute, Expr, Item, Lit, Meta, Visibility};

use crate::none;
use crate::source::sources;

/// The packages that people program against.
const PACKAGES: [&str; 3] = ["apigw-client/src/", "apigw-macros/src/", "apigw-model/src/"];

/// Items without an example, each with the reason.
const REASONS: [(&str, &str); 0] = [];

/// How many items have neither yet: the number may only shrink.
const PENDING: usize = 8;

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
        _ => return None,
    };
    matches!(visibility, Visibility::Public(_)).then(|| (name.to_string(), attributes.as_slice()))
}

#[test]
fn public_items_have_an_example() {
    let files = sources().iter().filter(|source| PACKAGES.iter().any(|folder| source.path.starts_with(folder)));
    let findings = files.filter(|source| !source.is_test()).flat_map(|source| {
        let items = source.items().items;
        let bare = items.iter().filter_map(public).filter(|(name, attributes)| {
            let documented = documentation(attributes);
            let is_hidden = attributes.iter().any(|attribute| {
                matches!(&attribute.meta, Meta::List(list) if list.path.is_ident("doc") && list.tokens.to_string() == "hidden")
            });
            let has_reason = REASONS.iter().any(|(item, _)| *item == format!("{}::{name}", source.path));
            !documented.contains("```") && !is_hidden && !has_reason
        });
        bare.map(|(name, _)| format!("{}::{name}", source.path)).collect::<Vec<_>>()
    });
    let findings: Vec<_> = findings.collect();
    println!("{} public items without an example or a reason", findings.len());
    if findings.len() > PENDING {
        none(&findings, "public items without an example or a reason");
    }
}
