//! The expansion of `request!`: a chain of setters on the operation's builder.

use apigw_spec::{Kind, Shape};
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{LitStr, Path, Token};

use super::given::{Fields, Given, Known};
use super::{judge, syntax};
use crate::diagnostics::{self, Diagnostics};
use crate::names;
use crate::source::{self, Loaded};

/// A call: where the specification is, the operation's path, and the tokens between the braces.
struct Call {
    files: Vec<LitStr>,
    path: Path,
    content: TokenStream,
}

/// Expands a call.
pub(crate) fn request(input: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let call = match parse.parse2(input) {
        Ok(call) => call,
        Err(error) => {
            diagnostics.syntax(error);
            return diagnostics.into_broken_expression();
        }
    };
    let Some(loaded) = load(&call.files, &mut diagnostics) else {
        return diagnostics.into_broken_expression();
    };
    let Some(ident) = call.path.segments.last().map(|segment| segment.ident.clone()) else { return TokenStream::new() };
    let Some(operation) = loaded.spec.operation(&ident.unraw().to_string()) else {
        diagnostics.error(ident.span(), diagnostics::unknown_operation(&loaded.spec, &ident.unraw().to_string()));
        return diagnostics.into_broken_expression();
    };
    let shape = operation.input.shape();
    let fields = syntax::structure(shape, call.content, operation.name, &mut diagnostics);
    let given = Given { tokens: TokenStream::new(), span: ident.span(), known: Known::Structure(fields) };
    judge(shape, (operation.name, ident.span()), &given, &[], &mut diagnostics);
    let Known::Structure(fields) = &given.known else { return TokenStream::new() };
    let path = &call.path;
    let finish = if diagnostics.has_errors() { Finish::Unchecked } else { Finish::Checked };
    let start = match &fields.base {
        Some(base) => quote!(#path::builder().__from(#base)),
        None => quote!(#path::builder()),
    };
    let value = structure(&start, fields, finish);
    diagnostics.into_expression(&value)
}

/// Whether the value is complete as far as is known.
#[derive(Clone, Copy)]
pub(crate) enum Finish {
    /// It is: `build` and the compiler have the last word.
    Checked,
    /// Errors are reported already: the value is finished without more of them.
    Unchecked,
}

fn parse(input: ParseStream<'_>) -> syn::Result<Call> {
    let mut files = Vec::new();
    while input.peek(syn::Ident) && input.peek2(Token![=]) {
        let name: Ident = input.parse()?;
        if name != "path" {
            return Err(syn::Error::new(name.span(), format!("unknown argument `{name}`; expected `path`")));
        }
        input.parse::<Token![=]>()?;
        files.push(input.parse()?);
        input.parse::<Token![,]>()?;
    }
    let path = input.call(Path::parse_mod_style)?;
    match input.parse::<TokenTree>() {
        Ok(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            Ok(Call { files, path, content: group.stream() })
        }
        _ => Err(syn::Error::new_spanned(path, "the operation's members are missing; write `{ … }` after its name")),
    }
}

/// The specification of a call; problems are reported at the file's name.
pub(crate) fn load(files: &[LitStr], diagnostics: &mut Diagnostics) -> Option<Loaded> {
    let loaded = if files.is_empty() {
        source::builtin_without_documentation()
    } else {
        source::files(&files.iter().map(LitStr::value).collect::<Vec<_>>())
    };
    let span = files.first().map_or_else(Span::call_site, LitStr::span);
    loaded.map_err(|errors| errors.into_iter().for_each(|error| diagnostics.error(span, error))).ok()
}

/// A structure: its builder from `start`, one setter a member.
fn structure(start: &TokenStream, fields: &Fields, finish: Finish) -> TokenStream {
    let span = fields.members.first().map_or_else(Span::call_site, |field| field.setter.span());
    let builder = Ident::new("__apigw_builder", span);
    let setters = setters(&builder, fields, finish);
    let end = match finish {
        Finish::Checked => quote!(build),
        Finish::Unchecked => quote!(__unchecked),
    };
    quote!({ let #builder = #start; #setters #builder.#end() })
}

/// One `let builder = …` a member.
pub(crate) fn setters(builder: &Ident, fields: &Fields, finish: Finish) -> TokenStream {
    // The names stand at the user's tokens, because rustc points at the whole call where an expression mixes spans of
    // the user and of the macro.
    let setters = fields.members.iter().filter(|field| !field.broken.get()).map(|field| {
        let setter = &field.setter;
        let mut builder = builder.clone();
        builder.set_span(setter.span());
        let argument = Ident::new("__apigw_argument", field.value.span);
        let nested = names::nested(setter);
        let value = value(&field.value, field.shape, &quote!(#builder.#nested()), finish);
        let call = quote_spanned!(setter.span()=> #builder.#setter(#argument));
        quote!(let #builder = { let #argument = #value; #call };)
    });
    setters.collect()
}

/// A value as the argument of a setter; `start` is the builder of the structures in it.
fn value(given: &Given, shape: &Shape, start: &TokenStream, finish: Finish) -> TokenStream {
    match (&given.known, shape.kind) {
        (Known::Structure(fields), _) => {
            let path = &given.tokens;
            let start = if path.is_empty() { start.clone() } else { quote!(#path::builder()) };
            match &fields.base {
                Some(base) => structure(&quote!(#start.__from(#base)), fields, finish),
                None => structure(&start, fields, finish),
            }
        }
        (Known::List(items), Kind::List(item)) if items.0.is_empty() => empty(item.shape(), start),
        (Known::List(items), Kind::List(item)) => {
            let items = items.0.iter().map(|given| element(given, item.shape(), start, finish));
            quote!([#(#items),*])
        }
        (Known::Map(entries), Kind::Map { value, .. }) if entries.0.is_empty() => {
            let none = empty(value.shape(), start);
            quote! {
                ::core::iter::Iterator::map(::core::iter::IntoIterator::into_iter(#none), |value| ("", value))
            }
        }
        (Known::Map(entries), Kind::Map { value: target, .. }) => {
            let entries = entries.0.iter().map(|(key, value)| {
                let key = text(key);
                let value = element(value, target.shape(), start, finish);
                quote!((#key, #value))
            });
            quote!([#(#entries),*])
        }
        _ => given.tokens.clone(),
    }
}

/// An item of a list or a value of a map. Texts become `String`s, so that literals and expressions can stand together.
fn element(given: &Given, shape: &Shape, start: &TokenStream, finish: Finish) -> TokenStream {
    match (&given.known, shape.kind) {
        (_, Kind::String(_)) => text(given),
        (Known::List(_) | Known::Map(_), Kind::List(_) | Kind::Map { .. }) => {
            let items = value(given, shape, start, finish);
            quote!(::core::iter::FromIterator::from_iter(#items))
        }
        _ => value(given, shape, start, finish),
    }
}

fn text(given: &Given) -> TokenStream {
    let tokens = &given.tokens;
    quote_spanned!(given.span=> <::std::string::String as ::core::convert::From<_>>::from(#tokens))
}

/// No items, of a type that the setter accepts.
fn empty(item: &Shape, start: &TokenStream) -> TokenStream {
    match item.kind {
        Kind::Structure(_) => quote!([#start.__unchecked(); 0]),
        Kind::Boolean => quote!([false; 0]),
        Kind::Integer => quote!([0i32; 0]),
        Kind::Long => quote!([0i64; 0]),
        Kind::Double => quote!([0f64; 0]),
        Kind::List(_) | Kind::Map { .. } => quote!([::core::iter::FromIterator::from_iter([""; 0]); 0]),
        Kind::String(_) | Kind::Blob | Kind::Timestamp(_) => quote!([""; 0]),
    }
}
