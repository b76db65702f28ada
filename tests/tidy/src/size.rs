//! Budgets: how long files and functions are, how deep folders.

use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{Arm, Block, ImplItemFn, ItemFn, Signature, Stmt, TraitItemFn};

use crate::none;
use crate::source::{Source, sources};

const FILE: usize = 400;
const CRATE_ROOT: usize = 100;
/// Statements, those of inner blocks and the arms of `match` included; blank lines cost nothing.
const STATEMENTS: usize = 60;
/// Lines of a function, which may hold a table.
const FUNCTION: usize = 90;
/// The longest function without a blank line between its steps.
const PARAGRAPH: usize = 25;
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

/// The functions of a file that are too long, and those without paragraphs.
struct Functions<'s> {
    source: &'s Source,
    long: Vec<String>,
    solid: Vec<String>,
}

/// Counts statements, and the arms of `match`.
struct Statements(usize);

impl<'ast> Visit<'ast> for Statements {
    fn visit_stmt(&mut self, statement: &'ast Stmt) {
        self.0 += 1;
        visit::visit_stmt(self, statement);
    }

    fn visit_arm(&mut self, arm: &'ast Arm) {
        self.0 += 1;
        visit::visit_arm(self, arm);
    }
}

impl Functions<'_> {
    fn check(&mut self, signature: &Signature, block: &Block) {
        let line = |span: Span| span.start().line;
        let (first, last) = (line(signature.span()), line(block.brace_token.span.close()));
        let lines = last + 1 - first;
        let mut statements = Statements(0);
        statements.visit_block(block);
        let (path, name) = (&self.source.path, &signature.ident);
        if lines > FUNCTION || statements.0 > STATEMENTS {
            let count = statements.0;
            self.long.push(format!("{path}:{first}: `{name}` has {count} statements on {lines} lines"));
        }

        let begin = line(block.brace_token.span.open());
        let inner = self.source.text.lines().skip(begin).take(last.saturating_sub(begin + 1));
        let has_paragraphs = inner.into_iter().any(|line| line.trim().is_empty());
        // A table, or a `match` that is all there is, has no steps.
        if lines > PARAGRAPH && !has_paragraphs && block.stmts.len() > 2 {
            self.solid.push(format!("{path}:{first}: `{name}` has {lines} lines and no blank one"));
        }
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.check(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        self.check(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast TraitItemFn) {
        if let Some(block) = &function.default {
            self.check(&function.sig, block);
        }
        visit::visit_trait_item_fn(self, function);
    }
}

/// The findings in all functions that people write: too long, and without paragraphs.
fn functions() -> (Vec<String>, Vec<String>) {
    let (mut long, mut solid) = (Vec::new(), Vec::new());
    let written = sources().iter().filter(|source| !source.is_written_by_a_test() && !source.is_case());
    for source in written {
        let mut functions = Functions { source, long: Vec::new(), solid: Vec::new() };
        functions.visit_file(&source.items());
        long.append(&mut functions.long);
        if !source.is_test() {
            solid.append(&mut functions.solid);
        }
    }
    (long, solid)
}

#[test]
fn functions_are_short() {
    none(&functions().0, &format!("more than {STATEMENTS} statements or {FUNCTION} lines"));
}

#[test]
fn long_functions_have_paragraphs() {
    let solid = functions().1;
    none(&solid, &format!("put a blank line between the steps of a function of more than {PARAGRAPH} lines"));
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
