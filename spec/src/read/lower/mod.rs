//! Resolves names and traits into a draft of the specification, and reports everything that contradicts itself.
//!
//! In order: traits that nobody knows ([`super::traits`]), references to shapes ([`references`]), the service and its
//! operations ([`service`], [`operation`]), the role of each structure ([`roles`]), members and their bindings
//! ([`structure`], [`binding`]), strings and their values ([`text`]).

mod binding;
pub(super) mod draft;
mod operation;
mod references;
mod roles;
mod service;
mod structure;
mod text;
mod uri;

use std::collections::BTreeMap;

use super::ast::{AstMember, AstShape, Body, Model, Simple, Trait, Traits, prelude};
use super::error::Problems;
use super::{rules, traits};
use crate::shape::{Kind, TimestampFormat};
use draft::{Draft, DraftShape, DraftStructure, DraftText};
use roles::Roles;

/// Resolves the shapes of a model. The draft is sound only if no problem was recorded.
pub(super) fn lower(model: &Model, file: &super::error::Site, problems: &mut Problems) -> Option<Draft> {
    traits::check(model, problems);
    references::check(model, problems);
    let found = service::find(model, file, problems)?;
    let service = service::lower(&found, problems);
    let ast_operations = service::operations(&found, model, problems);
    let top_level = Roles::of(&ast_operations);
    let mut shapes = BTreeMap::new();
    for shape in model.shapes.values() {
        if let Some(lowered) = lower_shape(shape, &top_level, model, &mut shapes, problems) {
            shapes.insert(shape.id.clone(), lowered);
        }
    }
    let mut operations = BTreeMap::new();
    for ast in &ast_operations {
        if let Some((name, operation)) = operation::lower(ast, model, &shapes, problems) {
            operations.insert(name, operation);
        }
    }
    let (documentation, deprecations) = text::notes(model, problems);
    Some(Draft { service: service?, operations, shapes, documentation, deprecations })
}

/// The members of a shape that the lowering of other shapes adds, such as timestamps of another format.
type Shapes = BTreeMap<String, DraftShape>;

fn lower_shape(
    shape: &AstShape,
    roles: &Roles,
    model: &Model,
    shapes: &mut Shapes,
    problems: &mut Problems,
) -> Option<DraftShape> {
    Some(match &shape.body {
        Body::Simple(Simple::String) | Body::Enum(_) | Body::Refined(_) => {
            DraftShape::Text(text::lower(shape, problems))
        }
        Body::Simple(simple) => DraftShape::Plain(plain(*simple, &shape.id, &shape.traits, problems)),
        Body::List(member) => DraftShape::List(member.reference.target.clone()),
        Body::Map(key, value) => DraftShape::Map(key.reference.target.clone(), value.reference.target.clone()),
        Body::Structure(members) => DraftShape::Structure(DraftStructure {
            members: structure::members(shape, members, roles, model, shapes, problems),
            rules: rules::lower(shape, model, problems),
            error: structure::status(shape, problems),
        }),
        Body::Operation(_) | Body::Service(_) | Body::Broken => return None,
    })
}

/// The kind of a simple shape other than a string.
fn plain(simple: Simple, id: &str, traits: &Traits, problems: &mut Problems) -> Kind {
    match simple {
        Simple::Boolean => Kind::Boolean,
        Simple::Integer => Kind::Integer,
        Simple::Long => Kind::Long,
        Simple::Double => Kind::Double,
        Simple::Blob => Kind::Blob,
        Simple::String => Kind::String(crate::shape::Text::ANY),
        Simple::Timestamp => {
            let format = traits.get(traits::TIMESTAMP_FORMAT).and_then(|found| timestamp_format(found, id, problems));
            Kind::Timestamp(format.unwrap_or(TimestampFormat::EpochSeconds))
        }
    }
}

/// The format that a `timestampFormat` trait names.
fn timestamp_format(found: &Trait, id: &str, problems: &mut Problems) -> Option<TimestampFormat> {
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
pub(super) fn lower_prelude(id: &str) -> Option<DraftShape> {
    Some(match prelude(id)? {
        Simple::String => DraftShape::Text(DraftText::default()),
        simple => DraftShape::Plain(plain(simple, id, &Traits::new(), &mut Problems::default())),
    })
}

/// The simple kind of a reference's target, if it is simple; enumerations count as strings.
fn simple_of(id: &str, model: &Model) -> Option<Simple> {
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
fn target_body<'m>(member: &AstMember, model: &'m Model) -> Option<&'m Body> {
    model.shapes.get(&member.reference.target).map(|shape| &shape.body)
}
