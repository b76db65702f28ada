//! Finds files and lints them, several at a time.

use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc;

use apigw_cli_text::python::os_error::describe;
use apigw_lint::{DefinitionFormat, FilesBeside, Linter};
use ignore::overrides::Override;
use ignore::{DirEntry, WalkBuilder, WalkState};

use super::finding::{LintedFile, LintedFinding};
use crate::input::bounded;
use crate::lint;

/// The largest file that is looked at. No definition is larger.
const MAX_BYTES: u64 = 32 << 20;
/// How much of a file is looked at to see whether it is text.
const HEAD: usize = 1024;
/// What is said of a stream that is no text.
const NOT_UTF8: &str = ": the input is not UTF-8";
/// What a file is that another one includes.
pub(super) const INCLUDED: &str = "included";
/// The folder of git, in which nothing is a definition.
const GIT: &str = ".git";

/// What became of a file.
pub(super) enum Visited {
    /// It is a definition or has scripts with calls. The notes are about what in it is not checked.
    Linted(LintedFile, Vec<String>),
    /// It concerns nothing of API Gateway: its path and what it is.
    PassedOver(String, &'static str),
    /// It cannot be read: its path and why.
    Unread(String, String),
}

/// What files are checked, and how.
#[derive(Clone)]
pub(super) struct FileLinter {
    /// The linter of definitions.
    pub(super) linter: Linter,
    /// The patterns of files that are looked at.
    pub(super) patterns: Override,
    /// The rules that calls in scripts may violate.
    pub(super) allowed: Vec<String>,
}

impl FileLinter {
    /// Lints the files below some paths. A file that a path names is read whatever it is; below folders, files that are
    /// not regular or not text are passed over.
    pub(super) fn lint(&self, paths: &[String]) -> Vec<Visited> {
        let Some((first, rest)) = paths.split_first() else { return Vec::new() };
        let mut builder = WalkBuilder::new(first);
        for path in rest {
            builder.add(path);
        }
        let linter = self.clone();
        // The files of CI services are hidden.
        builder.require_git(false).hidden(false).filter_entry(move |entry| {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            entry.depth() == 0 || (entry.file_name() != GIT && linter.is_wanted(entry.path(), is_folder))
        });

        let (sender, receiver) = mpsc::channel();
        builder.build_parallel().run(|| {
            let sender = sender.clone();
            Box::new(move |entry| {
                if let Some(found) = self.visit(entry) {
                    drop(sender.send(found));
                }
                WalkState::Continue
            })
        });
        drop(sender);
        receiver.into_iter().collect()
    }

    /// Whether the settings ask for a file or folder that no argument names.
    pub(super) fn is_wanted(&self, path: &Path, is_folder: bool) -> bool {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        !self.patterns.matched(path, is_folder).is_ignore()
    }

    fn visit(&self, entry: Result<DirEntry, ignore::Error>) -> Option<Visited> {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => return Some(Visited::Unread(String::new(), error.to_string())),
        };
        // What is found in a folder may be a pipe without a writer; what is named is meant to be read.
        let is_named = entry.depth() == 0;
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        let is_regular = entry.file_type().is_some_and(|kind| kind.is_file());
        if is_folder || !(is_named || is_regular) {
            return None;
        }

        let path = entry.path().display().to_string();
        let path = path.strip_prefix("./").unwrap_or(&path).to_owned();
        let read = match (entry.is_stdin(), is_regular) {
            (true, _) => stdin().map(Some),
            (false, true) => text(entry.path(), is_named),
            (false, false) => stream(entry.path()).map(Some),
        };
        match read {
            Ok(text) => text.map(|text| self.lint_text(path, text, is_named)),
            Err(problem) => Some(Visited::Unread(path, problem)),
        }
    }

    /// Lints the text of a file.
    pub(super) fn lint_text(&self, path: String, text: String, is_named: bool) -> Visited {
        let report = match self.linter.lint_beside(&text, &Beside(Path::new(&path))) {
            Ok(report) => report,
            Err(error) => {
                let (line, column) = error.span.position(&text);
                return Visited::Unread(path, format!(":{line}:{column}: {error}"));
            }
        };
        if report.format != DefinitionFormat::Other {
            let findings = report.findings.into_iter().map(LintedFinding::in_definition).collect();
            let format = report.format.name();
            let notes = match (report.format, report.has_http_apis) {
                (DefinitionFormat::HttpApi, _) => vec!["an HTTP API, which is not checked".to_owned()],
                (_, true) => vec!["its HTTP APIs are not checked".to_owned()],
                (_, false) => Vec::new(),
            };

            let included = report.included.into_iter().map(|file| {
                let findings = file.findings.into_iter().map(LintedFinding::in_definition).collect();
                LintedFile::new(beside_path(&path, &file.path), file.text, Some(INCLUDED), findings)
            });
            let included = included.collect();
            let mut file = LintedFile::new(path, text, Some(format), findings);
            file.included = included;
            return Visited::Linted(file, notes);
        }
        self.lint_scripts(path, text, is_named)
    }

    fn lint_scripts(&self, path: String, text: String, is_named: bool) -> Visited {
        let name = DefinitionFormat::Other.name();
        if !text.contains(lint::SERVICE) || !(is_named || lint::is_script(&path, &text)) {
            return Visited::PassedOver(path, name);
        }
        match lint::lint(&path, &text, &self.allowed) {
            Ok(outcome) if outcome.calls > 0 || !outcome.unread.is_empty() => {
                let notes =
                    outcome.unread.iter().map(|unread| format!("{}: not read: {}", unread.line, unread.language));
                let notes = notes.collect();
                let findings =
                    outcome.findings.into_iter().map(|found| LintedFinding::in_script(found, &text)).collect();
                let mut file = LintedFile::new(path, text, None, findings);
                file.calls = outcome.calls;
                Visited::Linted(file, notes)
            }
            Err(problem) if is_named => Visited::Unread(path, format!(": {problem}")),
            _ => Visited::PassedOver(path, name),
        }
    }
}

/// The path of a file that another one includes.
pub(in crate::commands) fn beside_path(path: &str, included: &str) -> String {
    let mut found = PathBuf::new();
    let parts = Path::new(path).parent().into_iter().flat_map(Path::components);
    for part in parts.chain(Path::new(included).components()) {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(found.components().next_back(), Some(Component::Normal(_))) => {
                found.pop();
            }
            part => found.push(part),
        }
    }
    found.display().to_string()
}

/// The files beside one.
struct Beside<'p>(&'p Path);

impl FilesBeside for Beside<'_> {
    fn module(&self) -> Option<Vec<String>> {
        module(self.0)
    }

    fn file(&self, path: &str) -> Option<String> {
        file_text(&beside_path(&self.0.display().to_string(), path))
    }
}

/// The text of a file that another one includes; nothing if it is none, or too large for a definition.
pub(in crate::commands) fn file_text(path: &str) -> Option<String> {
    text(Path::new(path), false).ok().flatten()
}

/// The other files of the Terraform module that a file belongs to; nothing if they cannot all be read.
fn module(path: &Path) -> Option<Vec<String>> {
    all_texts(siblings(path)?.iter().map(|other| text(other, true).ok().flatten()))
}

/// The paths of the other files of the Terraform module that a file belongs to; nothing if its folder cannot be read.
pub(in crate::commands) fn siblings(path: &Path) -> Option<Vec<PathBuf>> {
    let extension = path.extension()?;
    // The folder of a file without one in its path is the current one.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).ok()? {
        let other = entry.ok()?.path();
        if other.extension() == Some(extension) && other.file_name() != path.file_name() && other.is_file() {
            found.push(other);
        }
    }
    Some(found)
}

/// The texts of the files of a module; nothing if one cannot be read, or they are more than is read.
pub(in crate::commands) fn all_texts(texts: impl Iterator<Item = Option<String>>) -> Option<Vec<String>> {
    let (mut found, mut size) = (Vec::new(), 0);
    for text in texts {
        let text = text?;
        size += text.len();
        if u64::try_from(size).is_ok_and(|size| size > MAX_BYTES) {
            return None;
        }
        found.push(text);
    }
    Some(found)
}

/// What is given on standard input.
fn stdin() -> Result<String, String> {
    let bytes = bounded::read_all(io::stdin().lock()).map_err(|error| format!(": cannot read: {error}"))?;
    String::from_utf8(bytes).map_err(|_| NOT_UTF8.to_owned())
}

/// What a pipe or a device gives, such as that of `<(command)`.
fn stream(path: &Path) -> Result<String, String> {
    let failed = |error: io::Error| format!(": cannot read: {}", describe(&error, &path.display().to_string()));
    String::from_utf8(bounded::read(path).map_err(failed)?).map_err(|_| NOT_UTF8.to_owned())
}

/// The text of a file; nothing if it is not text.
fn text(path: &Path, is_named: bool) -> Result<Option<String>, String> {
    let failed = |error: &io::Error| format!(": cannot read: {}", describe(error, &path.display().to_string()));
    let bytes = match bounded::read_regular(path, MAX_BYTES) {
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            let problem = format!(": the file has more than {} MB; split it", MAX_BYTES >> 20);
            return if is_named { Err(problem) } else { Ok(None) };
        }
        bytes => bytes.map_err(|error| failed(&error))?,
    };

    if !is_named && bytes.iter().take(HEAD).any(|byte| *byte == 0) {
        return Ok(None);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Some(text)),
        Err(_) if is_named => Err(": the file is not UTF-8".to_owned()),
        Err(_) => Ok(None),
    }
}
