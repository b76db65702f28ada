//! The folders that an editor works in, and the settings for them.

use std::path::{Path, PathBuf};

use apigw_lint::Linter;
use ignore::overrides::Override;
use serde_json::Value as Json;

use super::address;
use crate::commands::lint::files::file_text;
use crate::commands::lint::settings::LintSettings;

/// The current folder, in which settings are looked for.
const HERE: &str = ".";

/// What an editor works in.
pub(super) struct Workspace {
    /// The folders that the editor names.
    folders: Vec<PathBuf>,
    /// The folder that it works in as long as it names none.
    root: PathBuf,
    settings: LintSettings,
    linter: Linter,
    /// The files that the settings ask for; nothing if a pattern is none.
    patterns: Option<Override>,
}

impl Workspace {
    /// The workspace that an editor names when it begins; the current folder if it names none.
    pub(super) fn new(params: &Json) -> Self {
        let mut folders = listed(params.get("workspaceFolders"));
        let root = params.get("rootUri").and_then(Json::as_str).and_then(address::path);
        if let Some(root) = root.map(PathBuf::from).filter(|root| !folders.contains(root)) {
            folders.push(root);
        }
        let root = PathBuf::from(params.get("rootPath").and_then(Json::as_str).unwrap_or(HERE));

        let settings = settings();
        let (linter, patterns) = (settings.linter(), settings.patterns().ok());
        Self { folders, root, settings, linter, patterns }
    }

    /// Takes note of the folders that the editor adds and removes.
    pub(super) fn change_folders(&mut self, event: &Json) {
        let removed = listed(event.get("removed"));
        self.folders.retain(|folder| !removed.contains(folder));
        self.folders.extend(listed(event.get("added")));
    }

    /// Reads the settings again; whether they have changed.
    pub(super) fn reload(&mut self) -> bool {
        let settings = settings();
        let is_same = settings.folder == self.settings.folder && settings.text == self.settings.text;
        if !is_same {
            self.linter = settings.linter();
            self.patterns = settings.patterns().ok();
            self.settings = settings;
        }
        !is_same
    }

    pub(super) fn settings(&self) -> &LintSettings {
        &self.settings
    }

    pub(super) fn linter(&self) -> &Linter {
        &self.linter
    }

    /// Whether the settings ask for the document with an address.
    pub(super) fn is_wanted(&self, address: &str) -> bool {
        let path = address::path(address).zip(self.patterns.as_ref());
        !path.is_some_and(|(path, patterns)| patterns.matched(path, false).is_ignore())
    }

    /// The text of a saved file that another one includes. What is outside of the folders, be it by a link, is not read: it is
    /// the editor that opens a document, and not the user who runs a command on it.
    pub(super) fn saved_text(&self, path: &str) -> Option<String> {
        let path = Path::new(path).canonicalize().ok()?;
        let root = Some(&self.root).filter(|_| self.folders.is_empty());
        let mut folders = self.folders.iter().chain(root).chain(&self.settings.folder);
        let is_inside = folders.any(|folder| folder.canonicalize().is_ok_and(|folder| path.starts_with(folder)));
        if is_inside { file_text(path.to_str()?) } else { None }
    }
}

/// The paths of the folders in a list of an editor.
fn listed(folders: Option<&Json>) -> Vec<PathBuf> {
    let folders = folders.and_then(Json::as_array).into_iter().flatten();
    let addresses = folders.filter_map(|folder| folder.get("uri")?.as_str());
    addresses.filter_map(address::path).map(PathBuf::from).collect()
}

/// The settings of the folder that the editor works in. Without any that can be read, there are none.
fn settings() -> LintSettings {
    LintSettings::find(Path::new(HERE)).unwrap_or_default()
}
