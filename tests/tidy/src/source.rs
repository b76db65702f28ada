//! The Rust files of the workspace.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use proc_macro2::{TokenStream, TokenTree};

/// One file.
pub(crate) struct Source {
    /// The path below the workspace, with `/`.
    pub(crate) path: String,
    /// The content.
    pub(crate) text: String,
}

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace")
}

/// Every Rust file that people write: no snapshots and no output of a build.
pub(crate) fn sources() -> &'static [Source] {
    static SOURCES: OnceLock<Vec<Source>> = OnceLock::new();
    SOURCES.get_or_init(|| {
        let mut found = Vec::new();
        visit(&root(), "", &mut found);
        assert!(found.len() > 100, "only {} files", found.len());
        found
    })
}

fn visit(folder: &Path, prefix: &str, found: &mut Vec<Source>) {
    let mut entries: Vec<_> = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().into_string().expect("a name in Unicode");
        let path = format!("{prefix}{name}");
        let is_output = name.starts_with('.') || name == "target" || path == "tests/snapshots";
        if entry.path().is_dir() && !is_output {
            visit(&entry.path(), &format!("{path}/"), found);
        } else if Path::new(&name).extension().is_some_and(|extension| extension == "rs") {
            found.push(Source { text: fs::read_to_string(entry.path()).expect("text"), path });
        }
    }
}

impl Source {
    /// Whether the file holds tests, or what only tests need.
    pub(crate) fn is_test(&self) -> bool {
        let folder = |name: &str| self.path.split('/').any(|part| part == name);
        folder("tests") || folder("examples") || folder("tests.rs")
    }

    /// Whether a test writes the file.
    pub(crate) fn is_written_by_a_test(&self) -> bool {
        let opening = self.text.lines().take_while(|line| line.starts_with("//!"));
        opening.into_iter().any(|line| line.contains("Written by the test"))
    }

    /// Whether the file is a case for the compiler, and may be as odd as it needs to be.
    pub(crate) fn is_case(&self) -> bool {
        self.path.starts_with("tests/ui/")
    }

    /// The file as items.
    pub(crate) fn items(&self) -> syn::File {
        syn::parse_file(&self.text).unwrap_or_else(|error| panic!("{}: {error}", self.path))
    }

    /// The file as tokens, without documentation and without modules of tests.
    pub(crate) fn code(&self) -> TokenStream {
        let tokens = self.text.parse().unwrap_or_else(|error| panic!("{}: {error}", self.path));
        without_tests(tokens, false)
    }

    /// The file as tokens, without modules of tests.
    pub(crate) fn code_and_docs(&self) -> TokenStream {
        let tokens = self.text.parse().unwrap_or_else(|error| panic!("{}: {error}", self.path));
        without_tests(tokens, true)
    }
}

/// Leaves out what stands behind `#[cfg(test)]`, and `#[doc = …]` unless documentation is wanted.
fn without_tests(tokens: TokenStream, has_docs: bool) -> TokenStream {
    let mut kept = Vec::new();
    let mut trees = tokens.into_iter().peekable();
    while let Some(tree) = trees.next() {
        let is_hash = matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == '#');
        if is_hash && !has_docs && matches!(trees.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == '!') {
            trees.next();
            trees.next();
            continue;
        }
        let attribute = match trees.peek() {
            Some(TokenTree::Group(group)) if is_hash => group.stream().to_string(),
            _ => String::new(),
        };
        if attribute.starts_with("doc") && !has_docs {
            trees.next();
        } else if attribute.replace(' ', "") == "cfg(test)" {
            let is_end = |tree: &TokenTree| match tree {
                TokenTree::Group(group) => group.delimiter() == proc_macro2::Delimiter::Brace,
                TokenTree::Punct(punct) => punct.as_char() == ';',
                _ => false,
            };
            while trees.next().is_some_and(|tree| !is_end(&tree)) {}
        } else if let TokenTree::Group(group) = tree {
            let mut inner = proc_macro2::Group::new(group.delimiter(), without_tests(group.stream(), has_docs));
            inner.set_span(group.span());
            kept.push(TokenTree::Group(inner));
        } else {
            kept.push(tree);
        }
    }
    kept.into_iter().collect()
}
