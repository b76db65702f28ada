//! The tree as far as it has been read.

use crate::velocity::tree::{Block, TemplateTree, TextPart};

/// A tree, and the text that its template does not have.
#[derive(Debug, Default)]
pub(super) struct Build {
    pub(super) tree: TemplateTree,
    /// How long the template is.
    length: usize,
    extra: String,
}

impl Build {
    /// The tree of a template of which nothing is read yet.
    pub(super) fn of(text: &str) -> Self {
        let mut build = Self { length: text.len(), ..Self::default() };
        // As many parts as a template of this length usually has.
        let usual = text.len() / 32 + 4;
        build.tree.nodes.reserve(usual);
        build.tree.references.reserve(usual / 2);
        build
    }

    /// The tree of a template that has been read.
    pub(super) fn finish(mut self, text: &str, block: Block) -> TemplateTree {
        self.tree.text = if self.extra.is_empty() { text.into() } else { format!("{text}{}", self.extra).into() };
        self.tree.block = block;
        self.tree
    }

    /// Adds a string that the template does not have.
    pub(super) fn extra(&mut self, text: &str) -> TextPart {
        let start = self.length + self.extra.len();
        self.extra.push_str(text);
        TextPart::new(start..start + text.len())
    }
}
