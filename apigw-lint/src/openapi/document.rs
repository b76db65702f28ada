//! A document, and what its references lead to.

use std::cell::RefCell;
use std::collections::HashMap;

use apigw_spec::Shape;
use serde_json::Value as Json;

use super::authorizer::{Scheme, schemes};
use super::note::DocumentNote;
use crate::definition::{DefinitionPart, FinalNames, MemberNames, PartFields, Shapes, add_members};
use crate::read::{MANY, SourceNode};
use crate::text::end_of;

/// The extension that makes an operation call something.
pub(super) const INTEGRATION: &str = "x-amazon-apigateway-integration";
/// How many references are followed one after the other.
const MAX_REFERENCES: usize = 16;

/// Whether a file is an OpenAPI document.
pub(crate) fn is_openapi(root: &SourceNode<'_>) -> bool {
    root.get("swagger").or_else(|| root.get("openapi")).is_some_and(|version| version.text().is_some())
        && (root.get("paths").is_some() || root.get("info").is_some())
}

/// The values of a map by their keys.
type KnownEntries<'d, 't> = HashMap<&'d str, &'d SourceNode<'t>>;

/// A document.
pub(crate) struct OpenApi<'d, 't> {
    pub(crate) root: &'d SourceNode<'t>,
    pub(super) shapes: &'static Shapes,
    pub(super) schemes: Vec<Scheme<'d>>,
    /// The entries of the large maps that references lead through.
    entries: RefCell<HashMap<*const SourceNode<'t>, KnownEntries<'d, 't>>>,
    /// What is found on the way, if the document is imported as it is.
    import: Option<RefCell<ImportFindings>>,
    /// Whether it is a file of its own, which a program can change before it deploys it.
    pub(super) is_file: bool,
}

/// What an import finds on its way through a document.
#[derive(Debug, Default)]
pub(crate) struct ImportFindings {
    /// What it leaves out.
    pub(crate) notes: Vec<DocumentNote>,
    /// The schemas without a name, by the names that they get.
    pub(crate) inline: Vec<(String, Json)>,
}

impl<'d, 't> OpenApi<'d, 't> {
    /// A document that something else in a file holds or names.
    pub(crate) fn new(root: &'d SourceNode<'t>, shapes: &'static Shapes) -> Self {
        Self { root, shapes, schemes: schemes(root), entries: RefCell::default(), import: None, is_file: false }
    }

    /// A document that is a file of its own.
    pub(crate) fn of_file(root: &'d SourceNode<'t>, shapes: &'static Shapes) -> Self {
        Self { is_file: true, ..Self::new(root, shapes) }
    }

    /// A document that is imported as it is: nothing in it is filled in before.
    pub(crate) fn imported(root: &'d SourceNode<'t>, shapes: &'static Shapes) -> Self {
        Self { import: Some(RefCell::default()), ..Self::new(root, shapes) }
    }

    /// Whether the document is imported as it is.
    pub(super) fn is_final(&self) -> bool {
        self.import.is_some()
    }

    /// What an import has found; nothing else.
    pub(crate) fn into_findings(self) -> ImportFindings {
        self.import.map(RefCell::into_inner).unwrap_or_default()
    }

    /// Says what an import leaves out.
    pub(super) fn note(&self, note: DocumentNote) {
        if let Some(import) = &self.import {
            import.borrow_mut().notes.push(note);
        }
    }

    /// Adds a schema without a name, once.
    pub(super) fn add_inline(&self, name: &str, schema: Json) {
        if let Some(import) = &self.import {
            let inline = &mut import.borrow_mut().inline;
            if !inline.iter().any(|(known, _)| known == name) {
                inline.push((name.to_owned(), schema));
            }
        }
    }

    /// Converts the members of a structure.
    pub(super) fn structure(&self, node: &SourceNode<'_>, shape: &Shape, names: &dyn MemberNames) -> PartFields {
        let mut fields = PartFields::with_capacity(node.entries().len());
        self.add_members(&mut fields, node, shape, names);
        fields
    }

    /// Converts the members of a structure, and adds them to others.
    pub(super) fn add_members(
        &self,
        fields: &mut PartFields,
        node: &SourceNode<'_>,
        shape: &Shape,
        names: &dyn MemberNames,
    ) {
        if self.is_final() {
            add_members(fields, node, shape, &FinalNames(names));
        } else {
            add_members(fields, node, shape, names);
        }
    }

    /// The value that a reference leads to, or the value itself; nothing if it leads out of the document.
    pub(super) fn resolve(&self, node: &'d SourceNode<'t>) -> Option<&'d SourceNode<'t>> {
        let mut found = node;
        for _ in 0..MAX_REFERENCES {
            let Some(reference) = found.get("$ref") else { return Some(found) };
            let pointer = reference.text()?.strip_prefix("#/")?;
            let mut at = self.root;
            for part in pointer.split('/') {
                at = self.entry(at, &part.replace("~1", "/").replace("~0", "~"))?;
            }
            found = at;
        }
        None
    }

    /// The value of an entry of a map, of which the last with a key counts.
    fn entry(&self, map: &'d SourceNode<'t>, key: &str) -> Option<&'d SourceNode<'t>> {
        if map.entries().len() < MANY {
            return map.get(key);
        }
        let mut known = self.entries.borrow_mut();
        let entries = known
            .entry(std::ptr::from_ref(map))
            .or_insert_with(|| map.entries().iter().filter_map(|(key, value)| Some((key.text()?, value))).collect());
        entries.get(key).copied()
    }
}

/// The name of the model that a schema refers to.
pub(super) fn model(schema: &SourceNode<'_>) -> DefinitionPart {
    let Some(reference) = schema.get("$ref") else { return DefinitionPart::opaque(schema.span()) };
    let name = reference.text().and_then(|text| {
        let name = text.strip_prefix("#/definitions/").or_else(|| text.strip_prefix("#/components/schemas/"))?;
        (!name.contains('/')).then(|| name.replace("~1", "/").replace("~0", "~"))
    });
    match name {
        Some(name) => {
            let span = end_of(reference, &name);
            DefinitionPart::text(name, span)
        }
        None => DefinitionPart::opaque(reference.span()),
    }
}
