//! The files that open documents include, or are read together with.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use apigw_lint::FilesBeside;

use super::address;
use super::workspace::Workspace;
use crate::commands::lint::files::{all_texts, beside_path, siblings};

/// The files beside a document, as the editor has them or as they are saved.
pub(super) struct OpenFiles<'s> {
    path: Option<String>,
    documents: &'s HashMap<String, String>,
    workspace: &'s Workspace,
    /// The paths of the files that were asked for.
    asked: RefCell<Vec<String>>,
    /// The module whose files were asked for.
    module: RefCell<Option<Module>>,
}

/// The files of a folder that Terraform reads together.
#[derive(PartialEq, Eq)]
pub(super) struct Module {
    folder: PathBuf,
    extension: OsString,
}

impl Module {
    /// That of a file.
    pub(super) fn of(path: &str) -> Option<Self> {
        let path = Path::new(path);
        Some(Self { folder: path.parent()?.to_owned(), extension: path.extension()?.to_owned() })
    }
}

/// The path of the file with an address, as others name it too.
pub(super) fn path(address: &str) -> Option<String> {
    Some(beside_path("", &address::path(address)?))
}

impl<'s> OpenFiles<'s> {
    /// The files beside the document with an address.
    pub(super) fn new(address: &str, documents: &'s HashMap<String, String>, workspace: &'s Workspace) -> Self {
        let (asked, module) = (RefCell::default(), RefCell::default());
        Self { path: self::path(address), documents, workspace, asked, module }
    }

    /// The address of a file that the document includes: the one by which the editor knows it, if that is open.
    pub(super) fn address(&self, included: &str) -> Option<String> {
        Some(self.known_address(&beside_path(self.path.as_deref()?, included)))
    }

    /// The address of a file: the one by which the editor knows it, if that is open.
    fn known_address(&self, path: &str) -> String {
        let is_it = |address: &&String| self::path(address).is_some_and(|known| known == path);
        self.documents.keys().find(is_it).cloned().unwrap_or_else(|| address::of_path(path))
    }

    /// The text of a file as the editor has it, or as it is saved.
    fn text(&self, address: &str) -> Option<String> {
        match self.documents.get(address) {
            Some(text) => Some(text.clone()),
            None => self.workspace.saved_text(&address::path(address)?),
        }
    }

    /// The paths of the files that were asked for, and the module whose files were.
    pub(super) fn into_asked(self) -> (Vec<String>, Option<Module>) {
        (self.asked.into_inner(), self.module.into_inner())
    }
}

impl FilesBeside for OpenFiles<'_> {
    fn module(&self) -> Option<Vec<String>> {
        let path = self.path.as_deref()?;
        let module = Module::of(path)?;
        let mut others = siblings(Path::new(path)).unwrap_or_default();
        // The editor has files that are not saved yet.
        let open = self.documents.keys().filter_map(|address| self::path(address));
        let open = open.filter(|other| other != path && Module::of(other).as_ref() == Some(&module)).map(PathBuf::from);
        others.extend(open);
        others.sort();
        others.dedup();
        self.module.replace(Some(module));

        let addresses = others.iter().map(|other| Some(self.known_address(other.to_str()?)));
        all_texts(addresses.map(|address| self.text(&address?)))
    }

    fn file(&self, path: &str) -> Option<String> {
        let address = self.address(path)?;
        self.asked.borrow_mut().extend(self::path(&address));
        self.text(&address)
    }
}
