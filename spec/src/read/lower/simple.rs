//! Shapes without parts: their kinds, and the formats of timestamps.

use super::resolved::{ResolvedShape, ResolvedText};
use crate::read::ast::{AstMember, Body, Model, Simple, Trait, Traits, prelude};
use crate::read::error::Problems;
use crate::read::traits::TIMESTAMP_FORMAT;
use crate::shape::{Kind, Text, TimestampFormat};

/// The kind of a simple shape other than a string.
pub(super) fn plain(simple: Simple, id: &str, traits: &Traits, problems: &mut Problems) -> Kind {
    match simple {
        Simple::Boolean => Kind::Boolean,
        Simple::Integer => Kind::Integer,
        Simple::Long => Kind::Long,
        Simple::Double => Kind::Double,
        Simple::Blob => Kind::Blob,
        Simple::Document => Kind::Document,
        Simple::String => Kind::String(Text::ANY),
        Simple::Timestamp => {
            let format = traits.get(TIMESTAMP_FORMAT).and_then(|found| timestamp_format(found, id, problems));
            Kind::Timestamp(format.unwrap_or(TimestampFormat::EpochSeconds))
        }
    }
}

/// The format that a `timestampFormat` trait names.
pub(super) fn timestamp_format(found: &Trait, id: &str, problems: &mut Problems) -> Option<TimestampFormat> {
    match found.node().text(Some(id), problems)? {
        "epoch-seconds" => Some(TimestampFormat::EpochSeconds),
        "date-time" => Some(TimestampFormat::DateTime),
        "http-date" => Some(TimestampFormat::HttpDate),
        other => {
            let reason =
                format!("has the unknown timestamp format `{other}`; use `epoch-seconds`, `date-time` or `http-date`");
            problems.shape(&found.site, id, reason);
            None
        }
    }
}

/// A shape that Smithy defines itself.
pub(crate) fn lower_prelude(id: &str) -> Option<ResolvedShape> {
    Some(match prelude(id)? {
        Simple::String => ResolvedShape::Text(ResolvedText::default()),
        simple => ResolvedShape::Plain(plain(simple, id, &Traits::new(), &mut Problems::default())),
    })
}

/// The simple kind of a reference's target, if it is simple; enumerations count as strings.
pub(super) fn simple_of(id: &str, model: &Model) -> Option<Simple> {
    match model.shapes.get(id) {
        Some(shape) => match &shape.body {
            Body::Simple(simple) => Some(*simple),
            Body::Enum(_) | Body::Refined(_) => Some(Simple::String),
            _ => None,
        },
        None => prelude(id),
    }
}

/// The body of a member's target, `None` for prelude shapes and those that were reported already.
pub(super) fn target_body<'m>(member: &AstMember, model: &'m Model) -> Option<&'m Body> {
    model.shapes.get(&member.reference.target).map(|shape| &shape.body)
}
