//! The request that makes a resource.

use apigw_spec::Operation;

use super::identity::{Stack, StackResource};
use super::names::StackNames;
use super::table;
use crate::definition::{DefinitionPart, MemberNames as _, PartFields, PartValue, Shapes, structure};
use crate::read::{NodeContent, SourceNode};

/// A resource with the request that makes it.
pub(super) struct ResourceRequest<'s, 't> {
    pub(super) resource: &'s StackResource<'t>,
    pub(super) operation: &'static Operation,
    /// The members of the request.
    pub(super) fields: PartFields,
    /// The properties, with the values of those that are not given.
    properties: SourceNode<'t>,
}

impl<'s, 't> ResourceRequest<'s, 't> {
    /// The request that makes a resource; nothing if another thing than a request does.
    pub(super) fn new(stack: &Stack<'s, 't>, resource: &'s StackResource<'t>, shapes: &Shapes) -> Option<Self> {
        let operation = shapes.operation(stack.table.operation(&resource.kind)?)?;
        let shape = operation.input.shape();
        let names = StackNames { table: stack.table, kind: &resource.kind, is_imported: resource.is_imported };
        let properties = completed(stack, resource);
        let mut fields = structure(&properties, shape, &names);

        // What a resource lacks, the tool that deploys it makes up or rejects itself.
        for member in shape.members().iter().filter(|member| member.required) {
            if fields.part(member.name).is_none() {
                fields.push(member.name, resource.span, DefinitionPart::opaque(resource.span));
            }
        }
        let mut request = Self { resource, operation, fields, properties };
        request.name_links(stack);
        Some(request)
    }

    /// The property that a member comes from.
    fn property(&self, stack: &Stack<'_, '_>, member: &str) -> Option<(&SourceNode<'t>, &SourceNode<'t>)> {
        let names =
            StackNames { table: stack.table, kind: &self.resource.kind, is_imported: self.resource.is_imported };
        let shape = self.operation.input.shape();
        let is_it = |key: &SourceNode<'_>| key.text().and_then(|key| names.member(shape, key)) == Some(member);
        self.properties.entries().iter().find(|(key, _)| is_it(key)).map(|(key, value)| (key, value))
    }

    /// What the value of a member is the same as.
    pub(super) fn identity(&self, stack: &Stack<'_, '_>, member: &str) -> Option<String> {
        stack.identity(self.property(stack, member)?.1)
    }

    /// What references to a member of the resource are the same as.
    pub(super) fn own(&self, stack: &Stack<'_, '_>, member: &str) -> Option<String> {
        let (key, value) = self.property(stack, member)?;
        stack.identity(value).or_else(|| Some(format!("{}.{}", self.resource.name, key.text()?)))
    }

    /// Whether a member has a value that is known.
    pub(super) fn is_literal(&self, stack: &Stack<'_, '_>, member: &str) -> bool {
        let identity = self.identity(stack, member);
        identity.is_some() && identity.as_deref() == self.fields.part(member).and_then(DefinitionPart::known_text)
    }

    /// The member that the last part of the path of the request holds, which names what is made.
    pub(super) fn name_member(&self) -> Option<&'static str> {
        let (_, label) = self.operation.uri.rsplit_once('{')?;
        label.split_once('}').map(|(name, _)| name)
    }

    /// Gives members that refer to another part of the stack its identity, by which the parts of an API know each other.
    fn name_links(&mut self, stack: &Stack<'_, '_>) {
        for member in self.operation.input.shape().members() {
            if !table::is_listed("links", member.name) {
                continue;
            }
            let identity = self.identity(stack, member.name);
            let known = identity.filter(|identity| stack.owner(identity).is_some() || stack.is_root(identity));
            let Some(field) = self.fields.field(member.name) else { continue };
            let (key, span) = (field.key(), field.part().span());
            self.fields.remove(member.name);
            let part = known.map_or_else(|| DefinitionPart::opaque(span), |known| DefinitionPart::text(known, span));
            self.fields.push(member.name, key, part);
        }
    }

    /// The input as it is checked alone.
    pub(super) fn input(&self) -> DefinitionPart {
        DefinitionPart::structure(self.fields.clone(), self.resource.span)
    }

    /// Forgets what has to be unique, since of a resource that is not always there another can have the same.
    pub(super) fn forget_names(&mut self) {
        for member in self.operation.input.shape().members() {
            if table::is_listed("unique", member.name)
                && let Some(field) = self.fields.field(member.name)
            {
                let (key, span) = (field.key(), field.part().span());
                self.fields.remove(member.name);
                self.fields.push(member.name, key, DefinitionPart::new(PartValue::Opaque, span));
            }
        }
    }
}

/// The properties of a resource without those that are not sent, and with those that are by default.
fn completed<'t>(stack: &Stack<'_, 't>, resource: &StackResource<'t>) -> SourceNode<'t> {
    let (table, kind) = (stack.table, resource.kind.as_str());
    let is_sent = |key: &SourceNode<'_>, value: &SourceNode<'_>| {
        let (Some(key), Some(text)) = (key.text(), value.text()) else { return true };
        !value.is_null() && !table.is_absent(kind, key, text)
    };
    let sent = resource.properties.entries().iter().filter(|(key, value)| is_sent(key, value));
    let mut entries: Vec<_> = sent.map(|(key, value)| (key.clone(), stack.known(value))).collect();

    for (key, value) in table.defaults(kind) {
        if entries.iter().all(|(known, _)| known.text() != Some(key)) {
            let scalar = |text: &str| SourceNode::string(text, resource.span);
            entries.push((scalar(key), scalar(value)));
        }
    }
    SourceNode::new(resource.span, NodeContent::Map(entries))
}
