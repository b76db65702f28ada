//! The parts of an API, as they grow from requests.

use apigw_spec::rule::Step;
use apigw_spec::shape::{Kind, Shape};

use crate::definition::{DefinitionPart, PartFields, PartItems, PartValue};
use crate::read::SourceSpan;

/// A part of an API, with the parts within it.
#[derive(Debug)]
pub(super) struct ApiObject {
    /// What links to it hold, and its key in a map.
    pub(super) identity: String,
    /// Whether the identity is a string of the file, and not the name of something that has the same value.
    pub(super) is_literal: bool,
    /// The request that makes it, by its position; none for a part that is only referred to.
    pub(super) request: Option<usize>,
    pub(super) fields: PartFields,
    pub(super) span: SourceSpan,
    /// Parts, each with the way to it.
    pub(super) inner: Vec<(&'static [Step], ApiObject)>,
}

impl ApiObject {
    /// A part of which only the identity is known.
    pub(super) fn foreign(identity: String, span: SourceSpan) -> Self {
        let mut fields = PartFields::default();
        fields.open();
        Self { identity, is_literal: false, request: None, fields, span, inner: Vec::new() }
    }

    /// The part within that is at the end of some steps and has an identity.
    pub(super) fn find(&mut self, steps: &[Step], identity: &str) -> Option<&mut Self> {
        let is_it = |known: &&mut (&'static [Step], Self)| {
            known.0 == steps && (known.1.identity == identity || steps.last() != Some(&Step::Each))
        };
        self.inner.iter_mut().find(is_it).map(|(_, object)| object)
    }

    /// Forgets what is known, since another request makes the same part; says which request made it.
    pub(super) fn forget(&mut self) -> Option<usize> {
        self.fields = PartFields::default();
        self.fields.open();
        self.request.take()
    }

    /// The part with all that is within it. Lists and maps of an open API can have more.
    pub(super) fn into_part(self, shape: &'static Shape, is_open: bool) -> DefinitionPart {
        let mut fields = self.fields;
        let mut inner = self.inner;
        // What something is put into comes first.
        inner.sort_by_key(|(steps, _)| steps.len());
        for (steps, object) in inner {
            insert(&mut fields, shape, steps, object, is_open);
        }
        DefinitionPart::structure(fields, self.span)
    }
}

/// Puts a part where some steps lead to from a structure.
fn insert(fields: &mut PartFields, shape: &'static Shape, steps: &[Step], object: ApiObject, is_open: bool) {
    let Some((Step::Member { name, .. }, rest)) = steps.split_first() else { return };
    let Some((_, member)) = shape.structure().member(name) else { return };
    let (target, span) = (member.target.shape(), object.span);

    match (rest, target.kind) {
        ([], _) => fields.push(*name, span, object.into_part(target, is_open)),
        ([Step::Each], Kind::Map { value, .. }) => {
            let new = || {
                let mut entries = PartFields::default();
                if is_open {
                    entries.open();
                }
                PartValue::Map(entries)
            };
            if let PartValue::Map(entries) = &mut fields.part_or(name, span, new).value {
                let key = object.identity.clone();
                if !object.is_literal {
                    entries.open();
                }
                entries.push(key, span, object.into_part(value.shape(), is_open));
            }
        }
        ([Step::Each], Kind::List(item)) => {
            let new = || PartValue::List(PartItems::default());
            if let PartValue::List(items) = &mut fields.part_or(name, span, new).value {
                items.0.push(object.into_part(item.shape(), is_open));
            }
        }
        (rest, _) => {
            let new = || {
                let mut unknown = PartFields::default();
                unknown.open();
                PartValue::Structure(unknown)
            };
            if let PartValue::Structure(inner) = &mut fields.part_or(name, span, new).value {
                insert(inner, target, rest, object, is_open);
            }
        }
    }
}
