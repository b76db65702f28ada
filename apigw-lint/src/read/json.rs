//! Reads JSON.

use std::borrow::Cow;

use jsonc_parser::ast::{ObjectPropName, Value};
use jsonc_parser::common::{Range, Ranged as _};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::error::ReadError;
use super::limits::{Budget, MAX_DEPTH};
use super::node::{NodeContent, ScalarForm, SourceNode};
use super::span::SourceSpan;

/// Reads the one value of a file.
pub(super) fn read(text: &str) -> Result<SourceNode<'_>, ReadError> {
    check_depth(text)?;
    let parsed = parse_to_ast(text, &CollectOptions::default(), &strict()).map_err(|error| {
        let span = span(error.range());
        ReadError::new(span, format!("invalid JSON: {}", error.kind().to_string().to_lowercase()))
    })?;
    let value = parsed.value.ok_or_else(|| ReadError::new(SourceSpan::default(), "the JSON document is empty"))?;
    node(value, 0, &mut Budget::default())
}

fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_extended_string_escapes: false,
        allow_non_finite_numbers: false,
    }
}

/// Refuses a document that is nested too deep before the parser, which is recursive, sees it.
fn check_depth(text: &str) -> Result<(), ReadError> {
    let (mut depth, mut is_string, mut is_escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_string => is_escaped = true,
            b'"' => is_string = !is_string,
            b'{' | b'[' if !is_string => depth += 1,
            b'}' | b']' if !is_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            let span = SourceSpan { start: at, end: at + 1 };
            let message = format!("values are nested more than {MAX_DEPTH} levels deep; flatten them");
            return Err(ReadError::new(span, message));
        }
    }
    Ok(())
}

fn span(range: Range) -> SourceSpan {
    SourceSpan { start: range.start, end: range.end }
}

fn scalar(span: SourceSpan, text: Cow<'_, str>, style: ScalarForm) -> SourceNode<'_> {
    SourceNode { span, tag: None, content: NodeContent::Scalar { text, style } }
}

fn node<'t>(value: Value<'t>, depth: usize, budget: &mut Budget) -> Result<SourceNode<'t>, ReadError> {
    let span = span(value.range());
    budget.take(1, depth, span)?;
    let plain = |text: Cow<'t, str>| scalar(span, text, ScalarForm::Plain);

    Ok(match value {
        Value::StringLit(string) => scalar(span, string.value, ScalarForm::Quoted),
        Value::NumberLit(number) => plain(Cow::Borrowed(number.value)),
        Value::BooleanLit(boolean) => plain(Cow::Borrowed(if boolean.value { "true" } else { "false" })),
        Value::NullKeyword(_) => plain(Cow::Borrowed("null")),
        Value::Array(array) => {
            let items = array.elements.into_iter().map(|item| node(item, depth + 1, budget));
            let content = NodeContent::List(items.collect::<Result<_, _>>()?);
            SourceNode { span, tag: None, content }
        }
        Value::Object(object) => {
            let entries = object.properties.into_iter().map(|property| {
                let key_span = self::span(property.name.range());
                let key = match property.name {
                    ObjectPropName::String(name) => name.value,
                    ObjectPropName::Word(word) => Cow::Borrowed(word.value),
                };
                budget.take(1, depth, key_span)?;
                Ok((scalar(key_span, key, ScalarForm::Quoted), node(property.value, depth + 1, budget)?))
            });
            let content = NodeContent::Map(entries.collect::<Result<_, _>>()?);
            SourceNode { span, tag: None, content }
        }
    })
}
