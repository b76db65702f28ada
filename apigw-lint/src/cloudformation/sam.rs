//! What SAM writes into the documents of APIs: answers to preflight requests, and responses of the service.

use super::function::Resolver;
use super::table;
use crate::read::{NodeContent, ScalarForm, SourceNode, SourceSpan};
use crate::stack::{StackResource, WrittenProperty};

/// The requests that properties of an API lead to. `owner` is what has the properties.
pub(super) fn requests<'t>(
    kind: &str,
    owner: &SourceNode<'t>,
    properties: &SourceNode<'t>,
    resolver: Resolver<'_, 't>,
) -> Vec<StackResource<'t>> {
    let mut found = Vec::new();
    for WrittenProperty { property, request: made, fixed } in table().written(kind) {
        let Some(value) = properties.get(property).and_then(|value| resolver.resolve(value)) else { continue };
        let made_of = |key: &SourceNode<'t>, entries| StackResource {
            kind: made.to_owned(),
            name: format!("{}.{property}", owner.text().unwrap_or_default()),
            label: owner.text().unwrap_or_default().to_owned(),
            span: key.span(),
            properties: SourceNode::new(key.span(), NodeContent::Map(entries)),
            is_conditional: true,
            is_imported: true,
        };

        if fixed.is_empty() {
            // One request for each key, which is the first member of it.
            let each = value.entries().iter().filter(|(_, response)| response.is_map());
            found.extend(each.map(|(key, response)| made_of(key, named(made, key, response))));
        } else {
            let fixed = fixed.iter().map(|(name, text)| (scalar(name, owner.span()), scalar(text, owner.span())));
            let parameters = parameters(made, &value);
            if !parameters.entries().is_empty() {
                let parameters = (scalar("ResponseParameters", owner.span()), parameters);
                found.push(made_of(owner, fixed.chain([parameters]).collect()));
            }
        }
    }
    found
}

fn scalar<'t>(text: &str, span: SourceSpan) -> SourceNode<'t> {
    let content = NodeContent::Scalar { text: text.to_owned().into(), style: ScalarForm::Quoted };
    SourceNode::new(span, content)
}

/// The properties of a request that is named by a key, with its parameters in the form of the service.
fn named<'t>(kind: &str, key: &SourceNode<'t>, response: &SourceNode<'t>) -> Vec<(SourceNode<'t>, SourceNode<'t>)> {
    let mut entries = vec![(scalar("ResponseType", key.span()), key.clone())];
    for (name, value) in response.entries() {
        let value = if name.text() == Some("ResponseParameters") { parameters(kind, value) } else { value.clone() };
        entries.push((name.clone(), value));
    }
    entries
}

/// Parameters by the names of the service. A value that is no map is that of the first name.
fn parameters<'t>(kind: &str, value: &SourceNode<'t>) -> SourceNode<'t> {
    let mut entries = Vec::new();
    for (property, start, is_group) in table().parameters(kind) {
        match (value.get(property), &value.content) {
            (Some(group), _) if is_group => {
                for (key, value) in group.entries() {
                    let Some(text) = key.text() else { continue };
                    entries.push((scalar(&format!("{start}{text}"), key.span()), value.clone()));
                }
            }
            (Some(found), _) => entries.push((scalar(start, found.span()), found.clone())),
            (None, NodeContent::Map(_) | NodeContent::Opaque) => {}
            (None, _) if entries.is_empty() && !value.is_null() => {
                entries.push((scalar(start, value.span()), value.clone()));
                break;
            }
            (None, _) => {}
        }
    }
    SourceNode::new(value.span(), NodeContent::Map(entries))
}
