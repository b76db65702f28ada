//! The configuration within a plan: which argument refers to what.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::read::SourceNode;

/// How many variables and outputs are followed one after the other.
const MAX_STEPS: usize = 32;
/// Words that say which instance is meant, and nothing else.
const INSTANCE: [&str; 3] = ["each.", "count.", "path."];

/// The configuration of a plan.
pub(super) struct Configuration<'d, 't> {
    root: Option<&'d SourceNode<'t>>,
    /// The resources of the modules that have been asked for, by the lists of them.
    resources: RefCell<HashMap<*const SourceNode<'t>, AddressedResources<'d, 't>>>,
}

/// Resources by their addresses within a module.
type AddressedResources<'d, 't> = HashMap<&'d str, &'d SourceNode<'t>>;

/// A module of the configuration.
#[derive(Clone, Copy)]
struct ConfiguredModule<'d, 't> {
    node: &'d SourceNode<'t>,
    parent: Option<(&'d SourceNode<'t>, &'d SourceNode<'t>)>,
}

impl<'d, 't> Configuration<'d, 't> {
    pub(super) fn new(plan: &'d SourceNode<'t>) -> Self {
        Self { root: plan.at(&["configuration", "root_module"]), resources: RefCell::default() }
    }

    /// The address and the attribute that an argument of a resource refers to, if that is one thing.
    pub(super) fn reference(&self, address: &str, attribute: &str) -> Option<(String, String)> {
        let (mut path, resource) = split(address);
        let module = self.module(&path)?;
        let plain = resource.split('[').next()?;
        let mut expression = self.resource(module, plain)?.get("expressions")?.get(attribute)?;

        for _ in 0..MAX_STEPS {
            let reference = only_reference(expression)?;
            if let Some(variable) = reference.strip_prefix("var.") {
                let call = self.module(&path)?.parent?.1;
                expression = call.get("expressions")?.get(variable.split('.').next()?)?;
                path.pop();
            } else if let Some(output) = reference.strip_prefix("module.") {
                let (name, output) = output.split_once('.')?;
                path.push(name.to_owned());
                let output = output.split('.').next()?;
                expression = self.module(&path)?.node.get("outputs")?.get(output)?.get("expression")?;
            } else if reference.starts_with("local.") {
                return None;
            } else {
                let (target, attribute) = attribute_of(reference)?;
                let modules = path.iter().flat_map(|name| ["module", name.as_str()]);
                let names: Vec<_> = modules.chain([target]).collect();
                return Some((names.join("."), attribute.to_owned()));
            }
        }
        None
    }

    /// A resource of a module.
    fn resource(&self, module: ConfiguredModule<'d, 't>, address: &str) -> Option<&'d SourceNode<'t>> {
        let list = module.node.get("resources")?;
        let mut known = self.resources.borrow_mut();
        let resources = known.entry(std::ptr::from_ref(list)).or_insert_with(|| {
            let addressed = list.items().iter().rev().filter_map(|node| Some((node.get("address")?.text()?, node)));
            addressed.collect()
        });
        resources.get(address).copied()
    }

    fn module(&self, path: &[String]) -> Option<ConfiguredModule<'d, 't>> {
        let mut module = ConfiguredModule { node: self.root?, parent: None };
        for name in path {
            let plain = name.split('[').next()?;
            let call = module.node.get("module_calls")?.get(plain)?;
            module = ConfiguredModule { node: call.get("module")?, parent: Some((module.node, call)) };
        }
        Some(module)
    }
}

/// The modules on the way to a resource, with the keys of their instances, and its address within the last of them.
fn split(address: &str) -> (Vec<String>, &str) {
    let (mut path, mut rest) = (Vec::new(), address);
    while let Some(inner) = rest.strip_prefix("module.") {
        let Some(end) = end_of_name(inner) else { break };
        let (name, after) = inner.split_at(end);
        path.push(name.to_owned());
        rest = after.strip_prefix('.').unwrap_or(after);
    }
    (path, rest)
}

/// Where a name with the key of an instance ends: at the next dot outside brackets.
fn end_of_name(text: &str) -> Option<usize> {
    let mut is_key = false;
    text.char_indices()
        .find(|(_, c)| {
            is_key = (is_key || *c == '[') && *c != ']';
            *c == '.' && !is_key
        })
        .map(|(at, _)| at)
}

/// The one thing that an expression refers to.
fn only_reference<'d>(expression: &'d SourceNode<'_>) -> Option<&'d str> {
    let listed = expression.get("references")?.items().iter().filter_map(SourceNode::text);
    let all: Vec<_> = listed.filter(|text| !INSTANCE.iter().any(|word| text.starts_with(word))).collect();
    let is_start =
        |text: &str| all.iter().any(|other| other.strip_prefix(text).is_some_and(|rest| rest.starts_with(['.', '['])));
    let mut whole = all.iter().filter(|text| !is_start(text));
    let found = whole.next()?;
    whole.next().is_none().then_some(*found)
}

/// The address and the attribute of a reference to a resource: `a.b.id`, `a.b["x"].id`, `data.a.b.id`.
fn attribute_of(reference: &str) -> Option<(&str, &str)> {
    let names = if reference.starts_with("data.") { 3 } else { 2 };
    let mut end = 0;
    for index in 0..names {
        let start = if index == 0 { 0 } else { end + 1 };
        end = start + end_of_name(reference.get(start..)?).unwrap_or(reference.len() - start);
    }
    let attribute = reference.get(end..)?.trim_start_matches('.');
    Some((reference.get(..end)?, attribute))
}

#[cfg(test)]
mod tests {
    use super::{attribute_of, split};

    #[test]
    fn addresses_are_taken_apart() {
        assert_eq!(split("module.a[\"x.y\"].module.b.t.n[0]"), (vec!["a[\"x.y\"]".into(), "b".into()], "t.n[0]"));
        assert_eq!(attribute_of("t.n[\"a.b\"].id"), Some(("t.n[\"a.b\"]", "id")));
        assert_eq!(attribute_of("data.t.n.id"), Some(("data.t.n", "id")));
        assert_eq!(attribute_of("t.n"), Some(("t.n", "")));
    }
}
