//! Resolves names and traits into a resolved specification, and reports everything that contradicts itself.
//!
//! In order: unknown traits ([`super::traits`]), references to shapes ([`references`]), the service and its
//! operations ([`service`], [`operation`]), the role of each structure ([`roles`]), members and their bindings
//! ([`structure`], [`binding`]), strings and their values ([`text`]).

mod binding;
mod found;
mod handling;
mod numbers;
mod operation;
mod references;
mod repeat;
pub(super) mod resolved;
mod roles;
mod service;
pub(super) mod simple;
mod structure;
mod text;
mod uri;
pub(super) mod waiters;

use std::collections::BTreeMap;

use super::ast::{AstMember, AstShape, Body, Model, Simple};
use super::error::{Problems, Site};
use super::{rules, traits};
use resolved::{ResolvedPart, ResolvedShape, ResolvedSpec, ResolvedStructure, Shapes};
use roles::Roles;

/// Resolves the shapes of a model. The result is sound only if no problem was recorded.
pub(super) fn lower(model: &Model, file: &Site, problems: &mut Problems) -> Option<ResolvedSpec> {
    traits::check(model, problems);
    references::check(model, problems);
    let found = found::find(model, file, problems)?;
    let service = service::lower(&found, problems);
    let ast_operations = found::operations(&found, model, problems);
    let top_level = Roles::of(&ast_operations);
    let date = service::date(&found, problems);
    let mut shapes = BTreeMap::new();
    for shape in model.shapes.values() {
        if let Some(lowered) =
            lower_shape(shape, &Surroundings { roles: &top_level, date, model }, &mut shapes, problems)
        {
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
    Some(ResolvedSpec { service: service?, operations, shapes, documentation, deprecations })
}

/// What the lowering of a shape looks at besides the shape.
struct Surroundings<'m> {
    roles: &'m Roles,
    /// The date of the model.
    date: Option<&'m str>,
    model: &'m Model,
}

/// The items of a list or the values of a map.
fn part(shape: &AstShape, member: &AstMember) -> ResolvedPart {
    ResolvedPart { target: member.reference.target.clone(), nullable: shape.traits.contains_key(traits::SPARSE) }
}

fn lower_shape(
    shape: &AstShape,
    around: &Surroundings<'_>,
    shapes: &mut Shapes,
    problems: &mut Problems,
) -> Option<ResolvedShape> {
    let Surroundings { roles, date, model } = *around;
    Some(match &shape.body {
        Body::Simple(Simple::String) | Body::Enum(_) | Body::Refined(_) => {
            ResolvedShape::Text(text::lower(shape, date, problems))
        }
        Body::Simple(simple) => ResolvedShape::Plain(simple::plain(*simple, &shape.id, &shape.traits, problems)),
        Body::List(member) => ResolvedShape::List(part(shape, member)),
        Body::Map(key, value) => ResolvedShape::Map(key.reference.target.clone(), part(shape, value)),
        Body::Union(members) => ResolvedShape::Union(ResolvedStructure {
            members: structure::members(shape, members, roles, model, shapes, problems),
            rules: rules::lower(shape, model, problems),
            error: None,
        }),
        Body::Structure(members) => ResolvedShape::Structure(ResolvedStructure {
            members: structure::members(shape, members, roles, model, shapes, problems),
            rules: rules::lower(shape, model, problems),
            error: structure::status(shape, problems),
        }),
        Body::Operation(_) | Body::Service(_) | Body::Broken => return None,
    })
}
