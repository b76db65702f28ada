//! Documentation of generated items, with the names that things have in Rust.

use std::fmt::Write as _;

use apigw_spec::secrecy::Secrecy;
use apigw_spec::{Member, Shape, Spec};
use proc_macro2::TokenStream;
use quote::quote;

use crate::names;

/// A `#[doc]` attribute with the text.
pub(crate) fn doc(text: &str) -> TokenStream {
    let text = format!(" {text}");
    quote!(#[doc = #text])
}

/// The documentation of a shape or operation: the specification's, or a sentence that names it.
pub(crate) fn of(spec: &Spec, id: &str, otherwise: impl FnOnce() -> String) -> TokenStream {
    match spec.documentation(id) {
        Some(text) => doc(text),
        None => doc(&otherwise()),
    }
}

/// The documentation of the structure of a shape.
pub(crate) fn of_structure(spec: &Spec, shape: &Shape, id: &str) -> TokenStream {
    match spec.documentation(id) {
        Some(text) => doc(&with_rust_names(text, shape, "")),
        None => doc(&format!("`{}`.", shape.name())),
    }
}

/// The documentation of a member, with what the model says of it.
pub(crate) fn of_member(spec: &Spec, shape: &Shape, member: &Member) -> TokenStream {
    let id = format!("{}${}", shape.id, member.name);
    let text = match spec.documentation(&id) {
        Some(text) => doc(&with_rust_names(text, shape, member.name)),
        None => doc(&format!("The member `{}`.", names::plain(member.name))),
    };
    match member.secrecy {
        Secrecy::Public => text,
        Secrecy::Whole => quote!(#text #[doc = "\n\n Not shown by `Debug`."]),
        Secrecy::Expression => quote!(#text #[doc = "\n\n Static values are not shown by `Debug`."]),
        Secrecy::Url => quote!(#text #[doc = "\n\n The values of a query are not shown by `Debug`."]),
    }
}

/// The documentation of an enumeration's value.
pub(crate) fn of_value(spec: &Spec, shape: &Shape, value: &str) -> TokenStream {
    let id = format!("{}${value}", shape.id);
    of(spec, &id, || format!("`{value}`"))
}

/// A string with the members of a shape by their Rust names, and links to them; not to `own`, whose text it is.
fn with_rust_names(text: &str, shape: &Shape, own: &str) -> String {
    let mut changed = String::with_capacity(text.len());
    // What stands between two backticks is code; text stands at the even places.
    for (index, part) in text.split('`').enumerate() {
        let before = if index == 0 { "" } else { "`" };
        let found = shape.members().iter().position(|member| index % 2 == 1 && member.name == part);
        let name = found.and_then(|position| names::member(shape, position)).map(|name| name.to_string());
        match name {
            Some(name) if part == own || name.starts_with("r#") || changed.ends_with('[') => {
                changed.push_str(before);
                changed.push_str(name.trim_start_matches("r#"));
            }
            Some(name) => {
                // The backtick behind it belongs to the link.
                _ = write!(changed, "[`{name}`](Self::{name})");
                changed.push('\u{0}');
            }
            None => {
                changed.push_str(before);
                changed.push_str(part);
            }
        }
    }
    changed.replace("\u{0}`", "").replace('\u{0}', "")
}
