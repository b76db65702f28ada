//! The tree of resources that paths make.

use std::collections::BTreeMap;

use crate::definition::{DefinitionPart, PartFields, PartValue};
use crate::read::SourceSpan;

/// The resources, by their paths.
#[derive(Debug, Default)]
pub(super) struct ResourceTree {
    resources: BTreeMap<String, Resource>,
    /// The paths in the order of the document.
    order: Vec<String>,
}

#[derive(Debug)]
struct Resource {
    parent: Option<String>,
    /// The last segment of the path.
    segment: String,
    span: SourceSpan,
    methods: Option<PartFields>,
}

impl ResourceTree {
    /// Adds a path with its methods, and the resources on the way to it.
    pub(super) fn add(&mut self, path: &str, span: SourceSpan, methods: PartFields) {
        let quote = usize::from(span.end - span.start == path.len() + 2);
        let (mut full, mut at) = ("/".to_owned(), span.start + quote + 1);
        self.ensure("/", None, "", span);
        for segment in path.split('/').skip(1) {
            let part = SourceSpan { start: at.min(span.end), end: (at + segment.len()).min(span.end) };
            at += segment.len() + 1;
            if segment.is_empty() {
                continue;
            }
            let parent = full;
            full = if parent == "/" { format!("/{segment}") } else { format!("{parent}/{segment}") };
            self.ensure(&full, Some(&parent), segment, part);
        }

        if let Some(resource) = self.resources.get_mut(&full) {
            resource.methods = Some(methods);
        }
    }

    fn ensure(&mut self, path: &str, parent: Option<&str>, segment: &str, span: SourceSpan) {
        if !self.resources.contains_key(path) {
            self.order.push(path.to_owned());
            let resource =
                Resource { parent: parent.map(str::to_owned), segment: segment.to_owned(), span, methods: None };
            self.resources.insert(path.to_owned(), resource);
        }
    }

    /// The resources as the service would list them.
    pub(super) fn into_parts(mut self) -> Vec<DefinitionPart> {
        let order = std::mem::take(&mut self.order);
        let resources = order.into_iter().filter_map(|path| self.resources.remove(&path).map(|found| (path, found)));
        resources.map(|(path, resource)| resource.part(path)).collect()
    }
}

impl Resource {
    fn part(self, path: String) -> DefinitionPart {
        let span = self.span;
        let mut fields = PartFields::default();
        fields.push("id", span, DefinitionPart::text(path.clone(), span));
        fields.push("path", span, DefinitionPart::text(path, span));
        if let Some(parent) = self.parent {
            fields.push("parentId", span, DefinitionPart::text(parent, span));
            fields.push("pathPart", span, DefinitionPart::text(self.segment, span));
        }
        if let Some(methods) = self.methods.filter(|methods| !methods.is_empty()) {
            fields.push("resourceMethods", span, DefinitionPart::new(PartValue::Map(methods), span));
        }
        DefinitionPart::structure(fields, span)
    }
}
