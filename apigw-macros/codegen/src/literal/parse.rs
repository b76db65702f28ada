//! The syntax of members: a structure literal whose values are read by the shapes of their members.
//!
//! Parsing gives a value and problems, never one or the other: a half-typed member is reported and passed over, and
//! what stands around it is still checked and emitted.

use apigw_spec::{Kind, Member, Shape};
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::spanned::Spanned as _;
use syn::{Expr, LitStr, Token};

use super::ast::{Field, Fields, Literal, LiteralEntries, LiteralItems, LiteralKind};
use super::attributes::Attributes;
use super::check::find_member;
use super::inferred::{is_default, is_inferred_option};
use super::lookahead::{
    colon, end_of, ends_value, group, invisible_group, placed, single, starts_entries, starts_fields, starts_items,
};
use super::scalar::{key, scalar};
use crate::diagnostics::Diagnostics;
use crate::names;

/// Reads the members of a structure from the tokens between its braces; `owner` is the name to show for it.
pub(crate) fn parse_fields(
    shape: &Shape,
    tokens: TokenStream,
    owner: &'static str,
    diagnostics: &mut Diagnostics,
) -> Fields {
    let mut fields = Fields { is_union: matches!(shape.kind, Kind::Union(_)), ..Fields::default() };
    let end = end_of(&tokens);
    let parsed = (|input: ParseStream<'_>| {
        while !input.is_empty() {
            if let Err(error) = member(shape, input, owner, &mut fields, diagnostics) {
                diagnostics.syntax(placed(error, end));
                skip_to_comma(input);
            }
            if !input.is_empty()
                && let Err(error) = input.parse::<Token![,]>()
            {
                diagnostics.syntax(error);
                skip_to_comma(input);
                let _ = input.parse::<Token![,]>();
            }
        }
        Ok(())
    })
    .parse2(tokens);

    if let Err(error) = parsed {
        diagnostics.syntax(error);
    }
    fields
}

fn skip_to_comma(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(Token![,]) {
        let _ = input.parse::<TokenTree>();
    }
}

fn member(
    shape: &Shape,
    input: ParseStream<'_>,
    owner: &'static str,
    fields: &mut Fields,
    diagnostics: &mut Diagnostics,
) -> syn::Result<()> {
    if input.peek(Token![..]) {
        return base(input, fields, diagnostics);
    }

    let attributes = Attributes::read(input, diagnostics)?;
    if attributes.cfgs.is_empty() {
        return named(shape, attributes, input, owner, fields, diagnostics);
    }
    // Like a field, a member that is not compiled only has to be one by its form.
    let mut inner = Diagnostics::default();
    let cfgs = attributes.cfgs.clone();
    let outcome = named(shape, attributes, input, owner, fields, &mut inner);
    diagnostics.under(&cfgs, inner);
    outcome
}

/// A member behind its attributes.
fn named(
    shape: &Shape,
    attributes: Attributes,
    input: ParseStream<'_>,
    owner: &'static str,
    fields: &mut Fields,
    diagnostics: &mut Diagnostics,
) -> syn::Result<()> {
    let name = MemberName::read(shape, input, owner, diagnostics)?;
    let ident = &name.ident;
    let value = member_value(&name, input, diagnostics);
    // The value is read even if there is no such member, so that parsing continues behind it.
    let Some((index, found)) = name.member else { return value.map(drop) };
    let is_same = |field: &Field| field.index == index && field.cfgs.is_empty() && attributes.cfgs.is_empty();
    if fields.members.iter().any(is_same) {
        // A wrong name was reported with the name that it was taken for.
        if name.is_wrong {
            return value.map(drop);
        }
        let message = format!("`{}` is given twice; remove one", ident.unraw());
        return Err(syn::Error::new(ident.span(), message));
    }

    let mut setter = names::member(shape, index).unwrap_or_else(|| ident.clone());
    setter.set_span(ident.span());
    let omit = name.is_wrong || value.is_err();
    // A member that is given wrongly is given: it is no missing member too.
    let unseen = || Literal::opaque(TokenStream::new(), ident.span());

    let (value, outcome) = match value {
        Ok(_) if name.is_wrong => (unseen(), Ok(())),
        Ok(value) => (value, Ok(())),
        Err(error) => (unseen(), Err(error)),
    };

    fields.members.push(Field {
        setter,
        shape: found.target.shape(),
        index,
        name: found.name,
        value,
        allows: attributes.allows,
        omit,
        is_optional: name.is_optional,
        cfgs: attributes.cfgs,
    });
    outcome
}

/// `..base`.
fn base(input: ParseStream<'_>, fields: &mut Fields, diagnostics: &mut Diagnostics) -> syn::Result<()> {
    let dots = input.parse::<Token![..]>()?;
    let base: Expr = input.parse()?;
    if fields.is_union {
        diagnostics.error(dots.spans[0], "a union has one member and takes no others; remove `..`");
        return Ok(());
    }

    let has_other = fields.base.is_some() || fields.default.is_some();
    if is_default(&base) {
        fields.default = Some(base.into_token_stream());
    } else {
        fields.base = Some(base.into_token_stream());
    }
    if has_other {
        diagnostics.error(dots.spans[0], "only one value can give the other members; remove one `..`");
    }
    Ok(())
}

/// The name of a member, and what stands in its place.
struct MemberName {
    ident: Ident,
    /// The member that is meant, with its position.
    member: Option<(usize, &'static Member)>,
    /// Whether the value is an `Option`: `description?: …`, or `maybe_description: …` like the builder's setter.
    is_optional: bool,
    /// Whether what is wrong with the name was reported.
    is_wrong: bool,
}

impl MemberName {
    fn read(
        shape: &Shape,
        input: ParseStream<'_>,
        owner: &'static str,
        diagnostics: &mut Diagnostics,
    ) -> syn::Result<Self> {
        let ident = ident(input, diagnostics)?;
        let word = ident.unraw().to_string();
        let mut is_optional = input.peek(Token![?]);
        input.parse::<Option<Token![?]>>()?;

        let at = |position: usize| shape.members().get(position).map(|member| (position, member));
        let maybe = || word.strip_prefix("maybe_").and_then(|word| names::position(shape, word)).and_then(at);
        let exact = names::position(shape, &word).and_then(at);
        let (member, is_wrong) = match exact {
            Some(exact) => (Some(exact), false),
            None => match maybe() {
                Some(member) => {
                    is_optional = true;
                    (Some(member), false)
                }
                None => (find_member(shape, &ident, owner, diagnostics), true),
            },
        };

        let is_required = matches!(shape.kind, Kind::Union(_)) || member.is_some_and(|(_, member)| member.required);
        if is_optional && is_required && !is_wrong {
            let message = format!("`{word}` is required, so its value cannot be an `Option`; give the value itself");
            diagnostics.error(ident.span(), message);
            return Ok(Self { ident, member, is_optional, is_wrong: true });
        }

        Ok(Self { ident, member, is_optional, is_wrong })
    }
}

/// A name; one in quotes is reported and read.
fn ident(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> syn::Result<Ident> {
    if !input.peek(LitStr) {
        return input.call(Ident::parse_any);
    }
    let text: LitStr = input.parse()?;
    let plain = names::plain(&text.value());
    let message = format!("write the name of a member without quotes: `{plain}`");
    let mut ident = Ident::parse_any.parse_str(&plain).map_err(|_| syn::Error::new(text.span(), &message))?;
    diagnostics.error(text.span(), message);
    ident.set_span(text.span());
    Ok(ident)
}

/// The value after a member's name. `uri` alone is short for `uri: uri`, as in Rust.
fn member_value(name: &MemberName, input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> syn::Result<Literal> {
    let ident = &name.ident;
    let ends = input.is_empty() || input.peek(Token![,]);
    let is_variable = || syn::parse2::<Ident>(quote!(#ident)).is_ok();
    if ends && is_variable() {
        return Ok(Literal::opaque(quote!(#ident), ident.span()));
    }

    if !ends {
        colon(&|| format!("`{}`", ident.unraw()), input, diagnostics)?;
    }
    if input.is_empty() || input.peek(Token![,]) {
        let message = format!("missing the value of `{}`; write one after a colon", ident.unraw());
        return Err(syn::Error::new(ident.span(), message));
    }

    match name.member {
        Some((_, member)) if !name.is_optional => value(member.target.shape(), input, diagnostics),
        _ => {
            let expr: Expr = input.parse()?;
            let is_inferred = is_inferred_option(&expr);
            Ok(Literal { is_inferred, ..Literal::opaque(expr.to_token_stream(), expr.span()) })
        }
    }
}

/// Reads one value as its shape asks for.
fn value(shape: &Shape, input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> syn::Result<Literal> {
    // What a macro passed on as one expression, such as `$value:expr`, stands in a group that is not seen.
    if let Some(tokens) = invisible_group(input) {
        input.parse::<TokenTree>()?;
        return (|input: ParseStream<'_>| value(shape, input, diagnostics)).parse2(tokens);
    }
    if let Some(single) = single(input, ends_value) {
        return Ok(scalar(shape, single));
    }
    match shape.kind {
        Kind::Structure(_) | Kind::Union(_) if starts_fields(input) => braced_structure(shape, input, diagnostics),
        Kind::Map { value, .. } if starts_entries(input) => braced_map(value.shape(), input, diagnostics),
        Kind::List(item) if starts_items(input) => bracketed_list(item.shape(), input, diagnostics),
        _ => Ok(scalar(shape, input.parse()?)),
    }
}

fn braced_structure(shape: &Shape, input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> syn::Result<Literal> {
    let path = if input.peek(syn::token::Brace) { None } else { Some(input.call(syn::Path::parse_mod_style)?) };
    let (content, span) = group(input)?;
    let fields = parse_fields(shape, content, shape.name(), diagnostics);
    let span = path.as_ref().map_or(span, syn::spanned::Spanned::span);
    Ok(Literal::new(path.into_token_stream(), span, LiteralKind::Structure(fields)))
}

fn braced_map(value_shape: &Shape, input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> syn::Result<Literal> {
    let (content, span) = group(input)?;
    let mut entries: Vec<(Literal, Literal)> = Vec::new();
    let end = end_of(&content);
    let parsed = (|input: ParseStream<'_>| {
        while !input.is_empty() {
            let key = key(input)?;
            colon(&|| "the key".to_owned(), input, diagnostics)?;
            if let LiteralKind::Text(text) = &key.kind
                && entries.iter().any(|(other, _)| matches!(&other.kind, LiteralKind::Text(other) if other == text))
            {
                diagnostics.error(key.span, format!("the key `{text}` is given twice; remove one"));
            }
            entries.push((key, value(value_shape, input, diagnostics)?));
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    })
    .parse2(content);
    parsed.map_err(|error| placed(error, end))?;
    Ok(Literal::new(TokenStream::new(), span, LiteralKind::Map(LiteralEntries(entries))))
}

fn bracketed_list(item_shape: &Shape, input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> syn::Result<Literal> {
    input.parse::<Option<Token![&]>>()?;
    let (content, span) = group(input)?;
    let mut items = Vec::new();
    let end = end_of(&content);
    let parsed = (|input: ParseStream<'_>| {
        while !input.is_empty() {
            items.push(value(item_shape, input, diagnostics)?);
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    })
    .parse2(content);
    parsed.map_err(|error| placed(error, end))?;
    Ok(Literal::new(TokenStream::new(), span, LiteralKind::List(LiteralItems(items))))
}
