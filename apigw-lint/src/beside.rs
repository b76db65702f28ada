//! The files beside one that is linted, and what is found in those that it includes.

use crate::cloudformation::{IncludedNodes, included_paths, is_template, with_included};
use crate::finding::FileFinding;
use crate::read::{MAX_BYTES, SourceNode, read};

/// The most files that one includes.
const MAX_FILES: usize = 64;

/// Gives the files beside one that is linted.
pub trait FilesBeside {
    /// The texts of the other files of its Terraform module; nothing if they cannot all be read.
    fn module(&self) -> Option<Vec<String>>;

    /// The text of the file at a path from the folder of the linted one; nothing if it cannot be read.
    fn file(&self, path: &str) -> Option<String>;
}

/// No files: what depends on them is not checked.
pub(crate) struct NoFiles;

impl FilesBeside for NoFiles {
    fn module(&self) -> Option<Vec<String>> {
        None
    }

    fn file(&self, _: &str) -> Option<String> {
        None
    }
}

/// A file that a linted one includes, with what is wrong in it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct IncludedFile {
    /// Its path, as the linted file gives it.
    pub path: String,
    /// Its text.
    pub text: String,
    /// What is wrong with it, in its order.
    pub findings: Vec<FileFinding>,
    /// What is wrong with it and allowed there.
    pub suppressed: Vec<FileFinding>,
}

/// The files that a template includes, after it in one text.
#[derive(Debug)]
pub(crate) struct Included {
    /// The text of all files.
    pub(crate) all: String,
    /// Each file, and where it begins.
    files: Vec<(usize, IncludedFile)>,
}

impl Included {
    /// The files that a template includes and that are there.
    pub(crate) fn read(text: &str, root: &SourceNode<'_>, beside: &dyn FilesBeside) -> Option<Self> {
        let paths = if is_template(root) { included_paths(root) } else { return None };
        let (mut all, mut files) = (text.to_owned(), Vec::new());
        for path in paths.into_iter().take(MAX_FILES) {
            let file = beside.file(&path).filter(|file| file.len() + all.len() <= MAX_BYTES);
            let Some(text) = file else { continue };
            all.push('\n');
            let (findings, suppressed) = (Vec::new(), Vec::new());
            files.push((all.len(), IncludedFile { path, text: text.clone(), findings, suppressed }));
            all.push_str(&text);
        }
        (!files.is_empty()).then_some(Self { all, files })
    }

    /// The template with the files in their places. Those that cannot be read stay unknown.
    pub(crate) fn expand<'t>(&'t self, root: &SourceNode<'t>) -> SourceNode<'t> {
        let mut nodes = IncludedNodes::default();
        for (start, file) in &self.files {
            if let Ok(mut node) = read(&file.text) {
                node.move_by(*start);
                nodes.insert(file.path.clone(), node);
            }
        }
        with_included(root, &mut nodes)
    }

    /// The files with what is found in them. `findings` keeps what is in the template.
    pub(crate) fn split(self, findings: &mut Vec<FileFinding>) -> Vec<IncludedFile> {
        let mut files = self.files;
        for finding in std::mem::take(findings) {
            let at = files.partition_point(|(start, _)| *start <= finding.span.start);
            match at.checked_sub(1).and_then(|at| files.get_mut(at)) {
                Some((start, file)) => file.findings.push(moved(finding, *start)),
                None => findings.push(finding),
            }
        }
        files.into_iter().map(|(_, file)| file).collect()
    }
}

/// A finding by its place in a file that begins somewhere in the text of all files.
fn moved(mut finding: FileFinding, start: usize) -> FileFinding {
    let edits = finding.fixes.iter_mut().flat_map(|fix| &mut fix.edits).map(|edit| &mut edit.span);
    for span in edits.chain([&mut finding.span]) {
        span.start = span.start.saturating_sub(start);
        span.end = span.end.saturating_sub(start);
    }
    finding
}
