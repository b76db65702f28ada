//! The resources of a stack, and which of them refer to the same thing.

use std::collections::{HashMap, HashSet};

use super::table::ResourceTable;
use crate::read::{NodeContent, SourceNode, SourceSpan};

/// How many references are followed one after the other.
const MAX_REFERENCES: usize = 16;

/// A resource of a stack.
#[derive(Debug)]
pub(crate) struct StackResource<'t> {
    /// Its kind, as the table of the format has it.
    pub(crate) kind: String,
    /// What references name.
    pub(crate) name: String,
    /// What people call it.
    pub(crate) label: String,
    /// Where it is named.
    pub(crate) span: SourceSpan,
    /// Its properties, resolved as far as they are known.
    pub(crate) properties: SourceNode<'t>,
    /// Whether there can be none of it, or several.
    pub(crate) is_conditional: bool,
    /// Whether it reaches the service in a document.
    pub(crate) is_imported: bool,
}

/// The resources that are deployed together.
#[derive(Debug)]
pub(crate) struct Stack<'s, 't> {
    pub(crate) resources: &'s [StackResource<'t>],
    pub(crate) table: &'static ResourceTable,
    /// What parts of the stack that cannot be seen refer to: they can add anything to it.
    pub(crate) shared: &'s [String],
    by_name: HashMap<&'s str, &'s StackResource<'t>>,
    by_identity: HashMap<String, &'s StackResource<'t>>,
    /// The identities of roots that are known.
    roots: HashSet<String>,
}

impl<'s, 't> Stack<'s, 't> {
    pub(crate) fn new(resources: &'s [StackResource<'t>], table: &'static ResourceTable, shared: &'s [String]) -> Self {
        let by_name = resources.iter().map(|resource| (resource.name.as_str(), resource)).collect();
        let root = table.root_attribute();
        let known = resources.iter().filter_map(|resource| resource.properties.get(root)?.text().map(str::to_owned));
        let roots = known.collect();
        let mut stack = Self { resources, table, shared, by_name, by_identity: HashMap::new(), roots };
        stack.by_identity = resources.iter().map(|resource| (stack.own_identity(resource), resource)).collect();
        stack
    }

    /// What the references to a resource lead to.
    pub(super) fn own_identity(&self, resource: &StackResource<'_>) -> String {
        self.attribute(&resource.name, self.table.identity(), MAX_REFERENCES)
    }

    /// The resource with an identity.
    pub(super) fn owner(&self, identity: &str) -> Option<&'s StackResource<'t>> {
        self.by_identity.get(identity).copied()
    }

    /// What a value is the same as: two values with one identity are equal. Nothing if it cannot be said.
    pub(super) fn identity(&self, node: &SourceNode<'_>) -> Option<String> {
        self.follow(node, MAX_REFERENCES)
    }

    fn follow(&self, node: &SourceNode<'_>, left: usize) -> Option<String> {
        match &node.content {
            NodeContent::Scalar { text, .. } if node.tag.is_none() && !node.is_null() => Some(text.to_string()),
            NodeContent::Reference(reference) => Some(self.attribute(&reference.target, &reference.attribute, left)),
            _ => None,
        }
    }

    /// A value, or the one that it refers to if that is known.
    pub(super) fn known(&self, node: &SourceNode<'t>) -> SourceNode<'t> {
        let mut found = node;
        for _ in 0..MAX_REFERENCES {
            let NodeContent::Reference(reference) = &found.content else { break };
            let resource = self.by_name.get(reference.target.as_str());
            match resource.and_then(|resource| resource.properties.get(&reference.attribute)) {
                Some(value) => found = value,
                None => break,
            }
        }
        // The value is at fault where it is used.
        let content = if found.text().is_some() && !found.is_null() { &found.content } else { &node.content };
        SourceNode::tagged(node.span(), node.tag.clone(), content.clone())
    }

    fn attribute(&self, target: &str, attribute: &str, left: usize) -> String {
        let value = self.by_name.get(target).and_then(|resource| resource.properties.get(attribute));
        let followed = value.filter(|_| left > 0).and_then(|value| self.follow(value, left - 1));
        followed.unwrap_or_else(|| format!("{target}.{attribute}"))
    }

    /// Whether an identity is that of the root of an API.
    pub(super) fn is_root(&self, identity: &str) -> bool {
        let root = self.table.root_attribute();
        identity.strip_suffix(root).is_some_and(|start| start.ends_with('.')) || self.roots.contains(identity)
    }

    /// Whether something that cannot be seen may add parts to an API.
    pub(super) fn is_shared(&self, identity: &str) -> bool {
        let Some(api) = self.owner(identity) else { return true };
        let is_filled = |resource: &StackResource<'_>| {
            let property = self.table.fills(&resource.kind);
            property
                .and_then(|property| resource.properties.get(property))
                .is_some_and(|node| self.identity(node).is_none_or(|filled| filled == identity))
        };
        let bodies = [self.table.body(&api.kind), self.table.body_file(&api.kind)];
        let mut bodies = bodies.into_iter().flatten().filter_map(|property| api.properties.get(property));
        let has_body = bodies.any(|body| !body.is_null() && body.text() != Some(""));
        // What makes an API otherwise than by a request, makes its parts too.
        let is_made = self.table.operation(&api.kind).is_some();
        has_body || !is_made || self.shared.contains(&api.name) || self.resources.iter().any(is_filled)
    }
}
