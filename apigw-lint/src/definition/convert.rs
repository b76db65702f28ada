//! Values of a file as values of a shape.
//!
//! Files are written with less care than requests: numbers and booleans stand in quotes or without, and enumerations in
//! any letter case where the service takes them so. The shape decides what a scalar is. What does not fit the shape keeps
//! its form, so that the check can say so.

use std::collections::HashMap;

use apigw_spec::shape::{Kind, Shape, Text, Values};

use super::filled_in::{is_placeholder, template_parts};
use super::part::{DefinitionPart, PartFields, PartItems, PartText, PartValue};
use super::service::is_address;
use crate::read::{MANY, NodeContent, ScalarForm, SourceNode};

/// How the names of a file become the names of the model.
pub(crate) trait MemberNames {
    /// The member of a structure that a key stands for; none for keys that are not the service's.
    fn member(&self, shape: &Shape, key: &str) -> Option<&'static str>;

    /// Whether a number stays one in the place of a mapped string, where an import leaves it out with a warning.
    fn keeps_numbers(&self) -> bool {
        false
    }

    /// Whether a structure is written as a list of one, or of none if it is absent.
    fn has_blocks(&self) -> bool {
        false
    }

    /// Whether the service gets the file as it is, so that `${name}` is nothing but text.
    fn is_final(&self) -> bool {
        false
    }
}

/// The same names, in a file that the service gets as it is.
pub(crate) struct FinalNames<'n>(pub(crate) &'n dyn MemberNames);

impl MemberNames for FinalNames<'_> {
    fn member(&self, shape: &Shape, key: &str) -> Option<&'static str> {
        self.0.member(shape, key)
    }

    fn keeps_numbers(&self) -> bool {
        self.0.keeps_numbers()
    }

    fn has_blocks(&self) -> bool {
        self.0.has_blocks()
    }

    fn is_final(&self) -> bool {
        true
    }
}

/// Names as the model has them.
pub(crate) struct ModelNames;

impl MemberNames for ModelNames {
    fn member(&self, shape: &Shape, key: &str) -> Option<&'static str> {
        shape.structure().member(key).map(|(_, member)| member.name)
    }

    fn keeps_numbers(&self) -> bool {
        true
    }
}

/// Whether an entry is the last with its key, by its position. Of several the last counts.
fn last_of_each<'e>(entries: &'e [(SourceNode<'_>, SourceNode<'_>)]) -> impl Fn(usize) -> bool + use<'e> {
    let positions = entries.iter().enumerate().filter_map(|(index, (key, _))| Some((key.text()?, index)));
    let last: Option<HashMap<&str, usize>> = (entries.len() >= MANY).then(|| positions.collect());
    move |index| {
        let key = entries.get(index).and_then(|(key, _)| key.text());
        match (&last, key) {
            (Some(last), Some(key)) => last.get(key) == Some(&index),
            (_, key) => entries.iter().skip(index + 1).all(|(other, _)| other.text() != key),
        }
    }
}

/// Converts the members of a structure.
pub(crate) fn structure(node: &SourceNode<'_>, shape: &Shape, names: &dyn MemberNames) -> PartFields {
    let mut fields = PartFields::with_capacity(node.entries().len());
    add_members(&mut fields, node, shape, names);
    fields
}

/// Converts the members of a structure, and adds them to others.
pub(crate) fn add_members(fields: &mut PartFields, node: &SourceNode<'_>, shape: &Shape, names: &dyn MemberNames) {
    Conversion { names, fills_in: !names.is_final() }.add_members(fields, node, shape);
}

#[derive(Clone, Copy)]
struct Conversion<'n> {
    names: &'n dyn MemberNames,
    /// Whether a tool may fill in parts of strings. Those of mapping templates are filled in by the service.
    fills_in: bool,
}

impl Conversion<'_> {
    fn convert(self, node: &SourceNode<'_>, shape: &Shape) -> DefinitionPart {
        let value = match (&node.content, shape.kind) {
            _ if node.is_null() => PartValue::Null,
            // A tag that the reader of the format has not resolved says that the value is another one.
            _ if node.tag.is_some() => PartValue::Opaque,
            (NodeContent::Partial(parts), Kind::String(_)) => PartValue::Partial(parts.clone()),
            (NodeContent::Reference(reference), Kind::String(_)) => PartValue::Partial(reference.parts.clone()),
            (NodeContent::Map(_), Kind::Structure(_)) => PartValue::Structure(self.structure(node, shape)),
            (NodeContent::Map(entries), Kind::Map { value, .. }) => PartValue::Map(self.map(entries, value.shape())),
            (NodeContent::List(items), Kind::List(item)) => {
                PartValue::List(PartItems(items.iter().map(|node| self.convert(node, item.shape())).collect()))
            }
            (NodeContent::List(items), Kind::Structure(_)) if self.names.has_blocks() => match items.as_slice() {
                [item] => return self.convert(item, shape),
                _ => PartValue::Opaque,
            },
            // A map by a name that each block holds, which the provider makes of them.
            (NodeContent::List(items), Kind::Map { value, .. })
                if self.names.has_blocks()
                    && matches!(value.shape().kind, Kind::Structure(_))
                    && items.iter().all(may_be_block) =>
            {
                PartValue::Opaque
            }
            (NodeContent::Scalar { text, style }, kind) => self.scalar(node, text, *style, kind),
            // A document where a string is wanted: adapters that know what it is convert it themselves.
            (NodeContent::Opaque | NodeContent::Partial(_) | NodeContent::Reference(_), _)
            | (NodeContent::Map(_) | NodeContent::List(_), Kind::String(_) | Kind::Blob) => PartValue::Opaque,
            (NodeContent::Map(_), _) => PartValue::Map(PartFields::default()),
            (NodeContent::List(_), _) => PartValue::List(PartItems::default()),
        };
        DefinitionPart::new(value, node.span())
    }

    fn structure(self, node: &SourceNode<'_>, shape: &Shape) -> PartFields {
        let mut fields = PartFields::with_capacity(node.entries().len());
        self.add_members(&mut fields, node, shape);
        fields
    }

    fn add_members(self, fields: &mut PartFields, node: &SourceNode<'_>, shape: &Shape) {
        for (key, value) in node.entries() {
            let Some(member) = key.text().and_then(|key| self.names.member(shape, key)) else {
                if !matches!(key.content, NodeContent::Scalar { .. }) {
                    fields.open();
                }
                continue;
            };
            let target = shape.structure().member(member).map(|(_, member)| member.target.shape());
            if let Some(target) = target {
                // Of several keys the last counts.
                fields.remove(member);
                let inner = Self { fills_in: self.fills_in && !member.ends_with("Templates"), ..self };
                let is_open = !self.names.is_final() && value.text().is_some_and(is_placeholder) && is_address(member);
                let part = if is_open { DefinitionPart::opaque(value.span()) } else { inner.convert(value, target) };
                fields.push(member, key.span(), part);
            }
        }
    }

    fn map(self, entries: &[(SourceNode<'_>, SourceNode<'_>)], shape: &Shape) -> PartFields {
        let mut fields = PartFields::with_capacity(entries.len());
        let is_last = last_of_each(entries);
        for (index, (key, value)) in entries.iter().enumerate() {
            let mut part = self.convert(value, shape);
            if self.names.keeps_numbers()
                && let (Kind::String(_), Some(number)) = (shape.kind, number(value))
            {
                part.value = PartValue::Integer(number);
            }

            if let NodeContent::Partial(parts) = &key.content {
                fields.push_partial(parts.clone(), key.span(), part);
                continue;
            }
            let Some(text) = key.text() else {
                fields.open();
                continue;
            };
            match template_parts(text).filter(|_| self.fills_in) {
                Some(parts) => fields.push_partial(parts, key.span(), part),
                None if is_last(index) => fields.push(text.to_owned(), key.span(), part),
                None => {}
            }
        }
        fields
    }

    fn scalar(self, node: &SourceNode<'_>, text: &str, style: ScalarForm, kind: Kind) -> PartValue {
        if let Some(parts) = template_parts(text).filter(|_| self.fills_in) {
            return if matches!(kind, Kind::String(_)) { PartValue::Partial(parts) } else { PartValue::Opaque };
        }

        let string = || PartValue::Text(text.into());
        match kind {
            Kind::String(known) => match node.boolean() {
                Some(value) if style == ScalarForm::Plain && matches!(known.values, Values::Open) => {
                    PartValue::Boolean(value)
                }
                _ => PartValue::Text(canonical(text, known)),
            },
            // Terraform takes digits for booleans.
            Kind::Boolean if self.names.has_blocks() && matches!(text, "0" | "1") => PartValue::Boolean(text == "1"),
            Kind::Boolean => node.boolean().map_or_else(string, PartValue::Boolean),
            Kind::Integer | Kind::Long => match text.trim().parse::<i64>() {
                Ok(value) => PartValue::Integer(value),
                Err(_) => text.trim().parse().map_or_else(|_| string(), whole),
            },
            Kind::Double => text.trim().parse().map_or_else(|_| string(), PartValue::Double),
            _ => string(),
        }
    }
}

/// Whether a value is a block, or is not known.
fn may_be_block(node: &SourceNode<'_>) -> bool {
    !matches!(node.content, NodeContent::Scalar { .. } | NodeContent::List(_))
}

/// The whole number that an unquoted scalar is.
fn number(node: &SourceNode<'_>) -> Option<i64> {
    match &node.content {
        NodeContent::Scalar { text, style: ScalarForm::Plain } => text.parse().ok(),
        _ => None,
    }
}

/// A number that is written with a fraction of zero, as some writers of JSON do.
fn whole(value: f64) -> PartValue {
    #[expect(clippy::cast_possible_truncation, reason = "the number is small and has no fraction")]
    if value.fract() == 0.0 && value.abs() < 9e15 { PartValue::Integer(value as i64) } else { PartValue::Double(value) }
}

/// The listed value that a string is in another letter case.
fn canonical(text: &str, known: Text) -> PartText {
    let listed = known.values.listed().unwrap_or_default();
    let found = listed.iter().find(|value| value.eq_ignore_ascii_case(text));
    found.map_or_else(|| text.into(), |value| PartText::Fixed(value))
}
