//! Finds files and lints them, several at a time.

use std::path::Path;
use std::sync::mpsc;

use apigw_cli_text::python::os_error::describe;
use apigw_lint::{FileReport, Linter};
use ignore::{DirEntry, WalkBuilder, WalkState};

use crate::check::forecast;

/// The largest file that is looked at. No definition is larger.
const MAX_BYTES: u64 = 32 << 20;
/// How much of a file is looked at to see whether it is text.
const HEAD: usize = 1024;

/// A file, with its text and what is found, or why it cannot be read.
pub(super) struct FoundFile {
    pub(super) path: String,
    pub(super) outcome: Result<(String, FileReport), String>,
}

/// Lints the files below some paths. A file that a path names is read whatever it is; below folders, files that are not
/// text are passed over.
pub(super) fn lint(paths: &[String]) -> Vec<FoundFile> {
    let Some((first, rest)) = paths.split_first() else { return Vec::new() };
    let mut builder = WalkBuilder::new(first);
    for path in rest {
        builder.add(path);
    }
    builder.require_git(false);

    let (sender, receiver) = mpsc::channel();
    builder.build_parallel().run(|| {
        let sender = sender.clone();
        Box::new(move |entry| {
            if let Some(found) = visit(entry) {
                drop(sender.send(found));
            }
            WalkState::Continue
        })
    });
    drop(sender);
    receiver.into_iter().collect()
}

fn visit(entry: Result<DirEntry, ignore::Error>) -> Option<FoundFile> {
    let entry = match entry {
        Ok(entry) => entry,
        Err(error) => return Some(FoundFile { path: String::new(), outcome: Err(error.to_string()) }),
    };
    if !entry.file_type().is_some_and(|kind| kind.is_file()) {
        return None;
    }

    let path = entry.path().display().to_string();
    let path = path.strip_prefix("./").unwrap_or(&path).to_owned();
    let is_named = entry.depth() == 0;
    let text = match text(entry.path(), is_named) {
        Ok(text) => text?,
        Err(problem) => return Some(FoundFile { path, outcome: Err(problem) }),
    };
    let outcome = match Linter::new().integrations(forecast::of_integration).lint_beside(&text, || beside(entry.path()))
    {
        Ok(report) => Ok((text, report)),
        Err(error) => {
            let (line, column) = error.span.position(&text);
            Err(format!(":{line}:{column}: {error}"))
        }
    };
    Some(FoundFile { path, outcome })
}

/// The other files of the Terraform module that a file belongs to; nothing if they cannot all be read.
fn beside(path: &Path) -> Option<Vec<String>> {
    let extension = path.extension()?;
    // The folder of a file without one in its path is the current one.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (mut found, mut size) = (Vec::new(), 0);
    for entry in std::fs::read_dir(folder).ok()? {
        let other = entry.ok()?.path();
        if other.extension() != Some(extension) || other.file_name() == path.file_name() || !other.is_file() {
            continue;
        }
        size += std::fs::metadata(&other).ok()?.len();
        if size > MAX_BYTES {
            return None;
        }
        found.push(std::fs::read_to_string(&other).ok()?);
    }
    Some(found)
}

/// The text of a file; nothing if it is not text.
fn text(path: &Path, is_named: bool) -> Result<Option<String>, String> {
    let failed = |error: &std::io::Error| format!(": cannot read: {}", describe(error, &path.display().to_string()));
    let size = std::fs::metadata(path).map_err(|error| failed(&error))?.len();
    if size > MAX_BYTES {
        let problem = format!(": the file has more than {} MB; split it", MAX_BYTES >> 20);
        return if is_named { Err(problem) } else { Ok(None) };
    }

    let bytes = std::fs::read(path).map_err(|error| failed(&error))?;
    if !is_named && bytes.iter().take(HEAD).any(|byte| *byte == 0) {
        return Ok(None);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Some(text)),
        Err(_) if is_named => Err(": the file is not UTF-8".to_owned()),
        Err(_) => Ok(None),
    }
}
