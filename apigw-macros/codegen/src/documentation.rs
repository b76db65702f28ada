//! Documentation of generated items.

use apigw_spec::{Member, Shape, Spec};
use proc_macro2::TokenStream;
use quote::quote;

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

/// The documentation of a member, with what the model says of it.
pub(crate) fn of_member(spec: &Spec, shape: &Shape, member: &Member) -> TokenStream {
    let id = format!("{}${}", shape.id, member.name);
    let text = of(spec, &id, || format!("The member `{}`.", member.name));
    if member.sensitive { quote!(#text #[doc = "\n\n Not shown by `Debug`."]) } else { text }
}

/// The documentation of an enumeration's value.
pub(crate) fn of_value(spec: &Spec, shape: &Shape, value: &str) -> TokenStream {
    let id = format!("{}${value}", shape.id);
    of(spec, &id, || format!("`{value}`"))
}
