//! The files that open documents include.

use std::cell::RefCell;
use std::collections::HashMap;

use apigw_lint::FilesBeside;

use super::address;
use super::workspace::Workspace;
use crate::commands::lint::files::beside_path;

/// The files beside a document, as the editor has them or as they are saved.
pub(super) struct OpenFiles<'s> {
    path: Option<String>,
    documents: &'s HashMap<String, String>,
    workspace: &'s Workspace,
    /// The paths of the files that were asked for.
    asked: RefCell<Vec<String>>,
}

/// The path of the file with an address, as others name it too.
pub(super) fn path(address: &str) -> Option<String> {
    Some(beside_path("", &address::path(address)?))
}

impl<'s> OpenFiles<'s> {
    /// The files beside the document with an address.
    pub(super) fn new(address: &str, documents: &'s HashMap<String, String>, workspace: &'s Workspace) -> Self {
        Self { path: address::path(address), documents, workspace, asked: RefCell::default() }
    }

    /// The address of a file that the document includes: the one by which the editor knows it, if that is open.
    pub(super) fn address(&self, included: &str) -> Option<String> {
        let path = beside_path(self.path.as_deref()?, included);
        let is_it = |address: &&String| self::path(address).as_ref() == Some(&path);
        Some(self.documents.keys().find(is_it).cloned().unwrap_or_else(|| address::of_path(&path)))
    }

    /// The paths of the files that were asked for.
    pub(super) fn into_asked(self) -> Vec<String> {
        self.asked.into_inner()
    }
}

impl FilesBeside for OpenFiles<'_> {
    fn module(&self) -> Option<Vec<String>> {
        None
    }

    fn file(&self, path: &str) -> Option<String> {
        let address = self.address(path)?;
        let text = match self.documents.get(&address) {
            Some(text) => Some(text.clone()),
            None => self.workspace.saved_text(&address::path(&address)?),
        };
        self.asked.borrow_mut().extend(self::path(&address));
        text
    }
}
