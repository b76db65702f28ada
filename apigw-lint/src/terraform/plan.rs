//! The plan of a change or the state, as `terraform show -json` prints it.

use std::collections::HashMap;

use apigw_spec::value::TextPart;

use super::configuration::Configuration;
use super::table;
use crate::definition::{ApiDefinition, Shapes};
use crate::read::{NodeContent, NodeReference, ScalarForm, SourceNode};
use crate::stack::{Stack, StackResource};

/// The most modules within modules.
const MAX_MODULES: usize = 64;

/// Whether a file is a plan or a state.
pub(crate) fn is_plan(root: &SourceNode<'_>) -> bool {
    root.get("format_version").is_some()
        && ["resource_changes", "planned_values", "values"].iter().any(|key| root.get(key).is_some())
}

/// A plan.
pub(crate) struct TerraformPlan<'d, 't> {
    root: &'d SourceNode<'t>,
    configuration: Configuration<'d, 't>,
    /// The addresses of the resources, by those without the key of an instance.
    instances: HashMap<String, Vec<String>>,
}

/// A resource as the plan has it.
struct PlannedResource<'d, 't> {
    node: &'d SourceNode<'t>,
    address: &'d SourceNode<'t>,
    values: &'d SourceNode<'t>,
    /// What is unknown until the resource is made, in the shape of the values.
    unknown: Option<&'d SourceNode<'t>>,
}

impl<'d, 't> TerraformPlan<'d, 't> {
    pub(crate) fn new(root: &'d SourceNode<'t>) -> Self {
        let mut plan = Self { root, configuration: Configuration::new(root), instances: HashMap::new() };
        for resource in plan.planned() {
            let address = resource.address.text().unwrap_or_default();
            plan.instances.entry(base(address).to_owned()).or_default().push(address.to_owned());
        }
        plan
    }

    /// What its resources define.
    pub(crate) fn definitions(&self, shapes: &'static Shapes) -> Vec<ApiDefinition> {
        Stack::new(&self.resources(), table(), &[]).definitions(shapes)
    }

    /// The resources that concern an API.
    fn resources(&self) -> Vec<StackResource<'t>> {
        let planned = self.planned().into_iter();
        planned.filter_map(|resource| self.resource(&resource)).collect()
    }

    /// Whether a resource of a kind will be there.
    pub(crate) fn has(&self, is_it: impl Fn(&str) -> bool) -> bool {
        self.planned().iter().filter_map(|resource| resource.node.get("type")?.text()).any(is_it)
    }

    /// The resources there will be.
    fn planned(&self) -> Vec<PlannedResource<'d, 't>> {
        let mut found = Vec::new();
        if let Some(changes) = self.root.get("resource_changes") {
            for node in changes.items() {
                let (Some(address), Some(change)) = (node.get("address"), node.get("change")) else { continue };
                if let Some(values) = change.get("after").filter(|values| values.is_map()) {
                    let unknown = change.get("after_unknown");
                    found.push(PlannedResource { node, address, values, unknown });
                }
            }
        } else {
            let values = self.root.get("planned_values").or_else(|| self.root.get("values"));
            if let Some(module) = values.and_then(|values| values.get("root_module")) {
                in_module(module, MAX_MODULES, &mut found);
            }
        }

        found.retain(|resource| resource.node.get("mode").and_then(SourceNode::text) != Some("data"));
        found
    }

    fn resource(&self, resource: &PlannedResource<'d, 't>) -> Option<StackResource<'t>> {
        let kind = resource.node.get("type")?.text()?;
        if !table().is_known(kind) {
            return None;
        }
        let address = resource.address.text()?;
        let mut properties = resource.values.clone();
        if let Some(unknown) = resource.unknown {
            properties = masked(Some(resource.values), unknown, &|attribute| self.reference(address, attribute));
        }
        Some(StackResource {
            kind: kind.to_owned(),
            name: address.to_owned(),
            label: address.to_owned(),
            span: resource.address.span(),
            properties,
            is_conditional: false,
            is_imported: false,
        })
    }

    /// What an argument of a resource refers to, if that is one thing.
    fn reference(&self, address: &str, attribute: &str) -> Option<NodeReference> {
        let (target, attribute) = self.configuration.reference(address, attribute)?;
        let target = match self.instances.get(base(&target)).map(Vec::as_slice) {
            None => target,
            Some(known) if known.contains(&target) => target,
            Some([only]) => only.clone(),
            // The instance with the same key, since one resource goes through the instances of the other.
            Some(known) => known.iter().find(|known| key(known) == key(address))?.clone(),
        };
        let parts = vec![TextPart::Unknown { shown: format!("${{{target}.{attribute}}}") }];
        Some(NodeReference { target, attribute, parts })
    }
}

/// Values, with what is unknown of them.
fn masked<'t>(
    values: Option<&SourceNode<'t>>,
    unknown: &SourceNode<'t>,
    reference: &dyn Fn(&str) -> Option<NodeReference>,
) -> SourceNode<'t> {
    let nothing = |_: &str| None;
    let node = |content| SourceNode::new(values.map_or(unknown.span(), SourceNode::span), content);

    match (&unknown.content, values.map(|node| &node.content)) {
        (NodeContent::Scalar { text, style: ScalarForm::Plain }, _) if text == "true" => node(NodeContent::Opaque),
        (NodeContent::Map(masks), Some(NodeContent::Map(entries))) => {
            let mut entries = entries.clone();
            for (key, mask) in masks {
                let known = entries.iter().position(|(known, _)| known.text() == key.text());
                let value = known.and_then(|at| entries.get(at)).map(|(_, value)| value);
                let mut value = masked(value, mask, &nothing);
                if matches!(value.content, NodeContent::Opaque)
                    && let Some(found) = key.text().and_then(reference)
                {
                    value.content = NodeContent::Reference(Box::new(found));
                }
                match known.and_then(|at| entries.get_mut(at)) {
                    Some(entry) => entry.1 = value,
                    None if matches!(value.content, NodeContent::Opaque | NodeContent::Reference(_)) => {
                        entries.push((key.clone(), value));
                    }
                    None => {}
                }
            }
            node(NodeContent::Map(entries))
        }
        (NodeContent::List(masks), Some(NodeContent::List(items))) => {
            let item = |(index, item): (usize, &SourceNode<'t>)| match masks.get(index) {
                Some(mask) => masked(Some(item), mask, &nothing),
                None => item.clone(),
            };
            node(NodeContent::List(items.iter().enumerate().map(item).collect()))
        }
        _ => values.cloned().unwrap_or_else(|| node(NodeContent::Opaque)),
    }
}

/// An address without the key of the instance.
fn base(address: &str) -> &str {
    if address.ends_with(']') {
        address.rfind('[').and_then(|at| address.get(..at)).unwrap_or(address)
    } else {
        address
    }
}

/// The key of an instance.
fn key(address: &str) -> &str {
    address.strip_prefix(base(address)).unwrap_or_default()
}

fn in_module<'d, 't>(module: &'d SourceNode<'t>, left: usize, found: &mut Vec<PlannedResource<'d, 't>>) {
    for node in module.get("resources").map(SourceNode::items).unwrap_or_default() {
        if let (Some(address), Some(values)) = (node.get("address"), node.get("values")) {
            found.push(PlannedResource { node, address, values, unknown: None });
        }
    }
    if left > 0 {
        let modules = module.get("child_modules").map(SourceNode::items).unwrap_or_default();
        for module in modules {
            in_module(module, left - 1, found);
        }
    }
}
