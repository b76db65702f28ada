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
    /// The length of the parent's path, which this one begins with; nothing of the root.
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
            let parent = full.len();
            if parent > 1 {
                full.push('/');
            }
            full.push_str(segment);
            position = self.ensure(&full, Some(parent), part);
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
        self.resources.into_iter().map(Resource::part).collect()
    }
}

impl Resource {
    fn part(self) -> DefinitionPart {
        let (path, span) = (self.path, self.span);
        let text = |text: &str| DefinitionPart::text(text, span);
        let mut fields =
            PartFields::with_capacity(2 + 2 * usize::from(self.parent.is_some()) + usize::from(self.methods.is_some()));
        fields.push("id", span, text(&path));
        fields.push("path", span, text(&path));
        if let Some((parent, segment)) = self.parent.and_then(|length| path.split_at_checked(length)) {
            fields.push("parentId", span, text(parent));
            fields.push("pathPart", span, text(segment.trim_start_matches('/')));
        }
        if let Some(methods) = self.methods.filter(|methods| !methods.is_empty()) {
            fields.push("resourceMethods", span, DefinitionPart::new(PartValue::Map(methods), span));
        }
        DefinitionPart::structure(fields, span)
    }
}
