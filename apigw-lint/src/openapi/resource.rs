//! The tree of resources that paths make.

use std::collections::HashMap;
use std::rc::Rc;

use crate::definition::{DefinitionPart, PartFields, PartValue};
use crate::read::SourceSpan;

/// The resources, in the order of the document, those on the way to a path before it.
#[derive(Debug, Default)]
pub(super) struct ResourceTree {
    resources: Vec<Resource>,
    /// Where they are, by their paths.
    positions: HashMap<Rc<str>, usize>,
}

#[derive(Debug)]
struct Resource {
    path: Rc<str>,
    /// Where the parent is, with whose path this one begins; nothing of the root.
    parent: Option<usize>,
    span: SourceSpan,
    methods: Option<PartFields>,
}

impl ResourceTree {
    /// Adds a path with its methods, and the resources on the way to it.
    pub(super) fn add(&mut self, path: &str, span: SourceSpan, methods: PartFields) {
        let quote = usize::from(span.end - span.start == path.len() + 2);
        let (mut full, mut at) = ("/".to_owned(), span.start + quote + 1);
        let mut position = self.ensure(&full, None, span);
        for segment in path.split('/').skip(1) {
            let part = SourceSpan { start: at.min(span.end), end: (at + segment.len()).min(span.end) };
            at += segment.len() + 1;
            if segment.is_empty() {
                continue;
            }
            if full.len() > 1 {
                full.push('/');
            }
            full.push_str(segment);
            position = self.ensure(&full, Some(position), part);
        }

        if let Some(resource) = self.resources.get_mut(position) {
            resource.methods = Some(methods);
        }
    }

    /// Where the resource of a path is, which is added if it is new.
    fn ensure(&mut self, path: &str, parent: Option<usize>, span: SourceSpan) -> usize {
        if let Some(known) = self.positions.get(path) {
            return *known;
        }
        let position = self.resources.len();
        let path: Rc<str> = path.into();
        self.resources.push(Resource { path: Rc::clone(&path), parent, span, methods: None });
        self.positions.insert(path, position);
        position
    }

    /// The resources as the service would list them.
    pub(super) fn into_parts(self) -> Vec<DefinitionPart> {
        let paths: Vec<_> = self.resources.iter().map(|resource| Rc::clone(&resource.path)).collect();
        let parent = |resource: &Resource| resource.parent.and_then(|at| paths.get(at)).map(Rc::clone);
        self.resources.into_iter().map(|resource| (parent(&resource), resource)).map(Resource::part).collect()
    }
}

impl Resource {
    /// A resource as the service would list it, with the path of its parent.
    fn part((parent, resource): (Option<Rc<str>>, Self)) -> DefinitionPart {
        let (path, span) = (resource.path, resource.span);
        let capacity = 2 + 2 * usize::from(parent.is_some()) + usize::from(resource.methods.is_some());
        let mut fields = PartFields::with_capacity(capacity);
        fields.push("id", span, DefinitionPart::text(Rc::clone(&path), span));
        fields.push("path", span, DefinitionPart::text(Rc::clone(&path), span));
        if let Some(parent) = parent {
            let segment = path.get(parent.len()..).unwrap_or_default().trim_start_matches('/');
            fields.push("parentId", span, DefinitionPart::text(parent, span));
            fields.push("pathPart", span, DefinitionPart::text(segment, span));
        }
        if let Some(methods) = resource.methods.filter(|methods| !methods.is_empty()) {
            fields.push("resourceMethods", span, DefinitionPart::new(PartValue::Map(methods), span));
        }
        DefinitionPart::structure(fields, span)
    }
}
