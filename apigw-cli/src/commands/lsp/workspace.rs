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
    folders: Vec<PathBuf>,
    settings: LintSettings,
    linter: Linter,
    /// The files that the settings ask for; nothing if a pattern is none.
    patterns: Option<Override>,
}

impl Workspace {
    /// The workspace that an editor names when it begins; the current folder if it names none.
    pub(super) fn new(params: &Json) -> Self {
        let listed = params.get("workspaceFolders").and_then(Json::as_array).into_iter().flatten();
        let listed = listed.filter_map(|folder| folder.get("uri"));
        let named = listed.chain(params.get("rootUri")).filter_map(Json::as_str);
        let mut folders: Vec<_> = named.filter_map(address::path).map(PathBuf::from).collect();
        if folders.is_empty() {
            let root = params.get("rootPath").and_then(Json::as_str).unwrap_or(HERE);
            folders.push(PathBuf::from(root));
        }

        let settings = settings();
        let (linter, patterns) = (settings.linter(), settings.patterns().ok());
        Self { folders, settings, linter, patterns }
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
        let mut folders = self.folders.iter().chain(&self.settings.folder);
        let is_inside = folders.any(|folder| folder.canonicalize().is_ok_and(|folder| path.starts_with(folder)));
        if is_inside { file_text(path.to_str()?) } else { None }
    }
}

/// The settings of the folder that the editor works in. Without any that can be read, there are none.
fn settings() -> LintSettings {
    LintSettings::find(Path::new(HERE)).unwrap_or_default()
}
