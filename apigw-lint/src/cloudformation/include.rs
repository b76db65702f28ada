//! Local files that a template includes: documents of APIs, and what `AWS::Include` puts in a place. Deployments send them
//! with the template.

use std::collections::HashMap;

use super::table;
use crate::read::{MAX_NODES, NodeContent, SourceNode};

/// The function that puts something in its place, the macro that takes it from a file, and what names the file.
const TRANSFORM: [&str; 2] = ["Transform", "Fn::Transform"];
const INCLUDE: &str = "AWS::Include";
const LOCATION: [&str; 2] = ["Parameters", "Location"];

/// The paths of the files that a template includes, each once.
pub(crate) fn included_paths(root: &SourceNode<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for (_, resource) in root.get("Resources").map(SourceNode::entries).unwrap_or_default() {
        found.extend(document(resource).map(|(_, path)| path.to_owned()));
    }
    collect(root, &mut found);
    found.sort();
    found.dedup();
    found
}

/// Adds what functions include.
fn collect(node: &SourceNode<'_>, found: &mut Vec<String>) {
    if node.tag.as_deref() == Some(TRANSFORM[0]) {
        found.extend(included(node).map(str::to_owned));
    }
    for (key, value) in node.entries() {
        if key.text() == Some(TRANSFORM[1]) {
            found.extend(included(value).map(str::to_owned));
        }
        collect(value, found);
    }
    node.items().iter().for_each(|item| collect(item, found));
}

/// The path of the file that a function includes.
fn included<'n>(argument: &'n SourceNode<'_>) -> Option<&'n str> {
    argument.get("Name").and_then(SourceNode::text).filter(|name| *name == INCLUDE)?;
    local(argument.at(&LOCATION)?)
}

/// A path of a file beside the template, and not of one that is elsewhere.
fn local<'n>(node: &'n SourceNode<'_>) -> Option<&'n str> {
    let text = node.text().filter(|_| node.tag.is_none())?;
    (!text.is_empty() && !text.starts_with('/') && !text.contains([':', '$', '\\'])).then_some(text)
}

/// The property by which a resource names the file of its document, with the path.
fn document<'n, 't>(resource: &'n SourceNode<'t>) -> Option<(&'n SourceNode<'t>, &'n str)> {
    let property = table().body_file(resource.get("Type")?.text()?)?;
    let (key, value) = resource.get("Properties")?.entry(property)?;
    Some((key, local(value)?))
}

/// Included files, as often as they are included. What they have together is bounded, as what one file has.
#[derive(Debug)]
pub(crate) struct IncludedNodes<'t> {
    /// Each file with the number of values in it.
    files: HashMap<String, (SourceNode<'t>, usize)>,
    /// How many values may still be included.
    left: usize,
}

impl Default for IncludedNodes<'_> {
    fn default() -> Self {
        Self { files: HashMap::new(), left: MAX_NODES }
    }
}

impl<'t> IncludedNodes<'t> {
    /// Adds a file under the path by which it is included.
    pub(crate) fn insert(&mut self, path: String, node: SourceNode<'t>) {
        let count = node.count();
        self.files.insert(path, (node, count));
    }

    /// A copy of the file at a path; nothing if it is not there, or too much is included already.
    fn include(&mut self, path: &str) -> Option<SourceNode<'t>> {
        let (node, count) = self.files.get(path)?;
        self.left = self.left.checked_sub(*count)?;
        Some(node.clone())
    }
}

/// A template with what it includes in the places of what names the files; those that are not there stay as they are.
pub(crate) fn with_included<'t>(root: &SourceNode<'t>, files: &mut IncludedNodes<'t>) -> SourceNode<'t> {
    let mut root = expanded(root, files);
    let NodeContent::Map(entries) = &mut root.content else { return root };
    let resources = entries.iter_mut().filter(|(key, _)| key.text() == Some("Resources"));
    for (_, resource) in resources.flat_map(|(_, resources)| entries_mut(resources)) {
        let found = document(resource).and_then(|(key, path)| Some((key.clone(), files.include(path)?)));
        let body = resource.get("Type").and_then(SourceNode::text).and_then(|kind| table().body(kind));
        let (Some((key, file)), Some(body)) = (found, body) else { continue };
        let properties = entries_mut(resource).iter_mut().find(|(key, _)| key.text() == Some("Properties"));
        if let Some((_, properties)) = properties.filter(|(_, properties)| properties.get(body).is_none()) {
            let name = SourceNode::string(body, key.span());
            if let NodeContent::Map(entries) = &mut properties.content {
                entries.push((name, file));
            }
        }
    }
    root
}

fn entries_mut<'n, 't>(node: &'n mut SourceNode<'t>) -> &'n mut [(SourceNode<'t>, SourceNode<'t>)] {
    if let NodeContent::Map(entries) = &mut node.content { entries } else { &mut [] }
}

/// A value with what functions in it include.
fn expanded<'t>(node: &SourceNode<'t>, files: &mut IncludedNodes<'t>) -> SourceNode<'t> {
    if node.tag.as_deref() == Some(TRANSFORM[0])
        && let Some(file) = included(node).and_then(|path| files.include(path))
    {
        return file;
    }
    if let [(key, argument)] = node.entries()
        && key.text() == Some(TRANSFORM[1])
        && let Some(file) = included(argument).and_then(|path| files.include(path))
    {
        return file;
    }

    let content = match &node.content {
        NodeContent::List(items) => NodeContent::List(items.iter().map(|item| expanded(item, files)).collect()),
        NodeContent::Map(entries) => {
            let mut found = Vec::with_capacity(entries.len());
            for (key, value) in entries {
                let path = included(value).filter(|_| key.text() == Some(TRANSFORM[1]));
                match path.and_then(|path| files.include(path)).map(|file| file.content) {
                    Some(NodeContent::Map(included)) => found.extend(included),
                    _ => found.push((key.clone(), expanded(value, files))),
                }
            }
            NodeContent::Map(found)
        }
        content => content.clone(),
    };
    SourceNode::tagged(node.span(), node.tag.clone(), content)
}
