//! Budgets: how long files and functions are, how deep folders.

use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{Block, ImplItemFn, ItemFn, Signature, TraitItemFn};

use crate::none;
use crate::source::{Source, sources};

const FILE: usize = 400;
const CRATE_ROOT: usize = 100;
const FUNCTION: usize = 60;
/// A test may hold the table of its cases.
const FUNCTION_OF_TESTS: usize = 80;
const DEPTH: usize = 3;

#[test]
fn files_are_short() {
    let is_root = |path: &str| path.ends_with("src/lib.rs") || path.ends_with("src/main.rs");
    let findings = sources().iter().filter(|source| !source.is_case()).filter_map(|source| {
        let lines = source.text.lines().count();
        let budget = if is_root(&source.path) { CRATE_ROOT } else { FILE };
        (lines > budget).then(|| format!("{}: {lines} lines, {budget} are allowed", source.path))
    });
    none(&findings.collect::<Vec<_>>(), "files are too long");
}

/// The functions of a file that are too long.
struct Functions<'s> {
    source: &'s Source,
    findings: Vec<String>,
}

impl Functions<'_> {
    fn judge(&mut self, signature: &Signature, block: &Block) {
        let line = |span: Span| span.start().line;
        let (first, last) = (line(signature.span()), line(block.brace_token.span.close()));
        let lines = last + 1 - first;
        let budget = if self.source.is_test() { FUNCTION_OF_TESTS } else { FUNCTION };
        if lines > budget {
            let (path, name) = (&self.source.path, &signature.ident);
            self.findings.push(format!("{path}:{first}: `{name}` has {lines} lines, {budget} are allowed"));
        }
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.judge(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        self.judge(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast TraitItemFn) {
        if let Some(block) = &function.default {
            self.judge(&function.sig, block);
        }
        visit::visit_trait_item_fn(self, function);
    }
}

#[test]
fn functions_are_short() {
    let written = sources().iter().filter(|source| !source.is_written_by_a_test() && !source.is_case());
    let findings = written.flat_map(|source| {
        let mut functions = Functions { source, findings: Vec::new() };
        functions.visit_file(&source.items());
        functions.findings
    });
    none(&findings.collect::<Vec<_>>(), "functions are too long");
}

#[test]
fn folders_are_shallow() {
    let findings = sources().iter().filter_map(|source| {
        let (_, below) = source.path.split_once("src/")?;
        let depth = below.matches('/').count();
        (depth > DEPTH).then(|| format!("{}: {depth} folders below `src`, {DEPTH} are allowed", source.path))
    });
    none(&findings.collect::<Vec<_>>(), "folders are too deep");
}
