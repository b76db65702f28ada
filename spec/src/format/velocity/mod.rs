//! Mapping templates: Velocity, as API Gateway runs it.
//!
//! The service stores any string as a template (recorded: `{'foobar': 'bar}`, `{statusCode: 200}` and the empty string were
//! accepted), so reading one cannot fail. What it can do is find what will not do at run time what it seems to say. Text
//! that is not Velocity yields nothing: `#fff`, `$5.00` and a lone `$` are text.
//!
//! ```text
//! text ─► lexer (with expression, blocks) ─► build: a tree of tokens, then members ─► findings
//!                                            └─ or a scan, which keeps nothing and finds nothing in most templates
//! ```
//!
//! Source: Apache Velocity Engine, "VTL Reference"; API Gateway Developer Guide, "Mapping template transformations for
//! REST APIs".

mod blocks;
mod build;
mod cursor;
mod expression;
mod finding;
mod lexer;
mod members;
mod scan;
mod tree;

use std::fmt;

pub(crate) use finding::{Finding, FindingKind};
use tree::{Expression, Reference, TemplateToken, TokenKind, Word};

use build::Tree;
use scan::Scan;

use super::error::{FormatError, FormatResult};

/// The member by which a template gives a status code.
const STATUS_CODE: &str = "statusCode";

/// A template.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Template<'a> {
    tokens: Vec<TemplateToken<'a>>,
    pub(crate) findings: Vec<Finding>,
}

/// Reads a template.
pub(crate) fn parse(text: &str) -> Template<'_> {
    let mut tree = Tree::default();
    lexer::read(text, &mut tree);
    let Tree { tokens, mut findings } = tree;
    let mut template = Template { tokens, findings: Vec::new() };
    template.check_references(&mut findings);
    findings.sort_by_key(|finding| (finding.offset, finding.kind));
    template.findings = findings;
    template
}

/// What is suspicious in a template, in the order of the text. A template in which there is nothing, as in most, is read
/// without being kept.
pub(crate) fn findings(text: &str) -> Vec<Finding> {
    let mut scan = Scan::default();
    lexer::read(text, &mut scan);
    if scan.doubtful { parse(text).findings } else { Vec::new() }
}

/// Whether nothing suspicious is found in a template.
pub(crate) fn check(text: &str) -> FormatResult {
    match findings(text).into_iter().next() {
        Some(finding) => Err(finding.into()),
        None => Ok(()),
    }
}

/// Whether a MOCK integration may find a status code in a request template. Recorded: `{statusCode: 200}` is enough.
pub(crate) fn check_mock_request(text: &str) -> FormatResult {
    let mut scan = Scan { wanted: Some(STATUS_CODE), ..Scan::default() };
    lexer::read(text, &mut scan);
    if scan.found || scan.prints {
        return Ok(());
    }
    let message = "the request template of a MOCK integration must set the status code; write `{\"statusCode\": 200}`";
    Err(FormatError::new(text.len(), message))
}

impl<'a> Template<'a> {
    /// Calls `visit` with every reference, in the order of the text, those within others and within directives included.
    pub(crate) fn visit<'t>(&'t self, visit: &mut dyn FnMut(&'t Reference<'a>)) {
        for token in &self.tokens {
            match &token.kind {
                TokenKind::Text | TokenKind::Comment => {}
                TokenKind::Reference(reference) => reference.visit(visit),
                TokenKind::Directive(directive) => {
                    directive.arguments.iter().for_each(|argument| argument.visit(visit));
                }
            }
        }
    }

    /// The variables that the template itself gives a value.
    fn assigned(&self) -> Vec<&'a str> {
        let directives = self.tokens.iter().filter_map(|token| match &token.kind {
            TokenKind::Directive(directive) if matches!(directive.word, Word::Set | Word::Foreach) => Some(directive),
            _ => None,
        });
        directives
            .filter_map(|directive| match directive.arguments.first()? {
                Expression::Reference(reference) if reference.members.is_empty() => Some(reference.name),
                _ => None,
            })
            .collect()
    }

    fn check_references(&self, findings: &mut Vec<Finding>) {
        let assigned = self.assigned();
        self.visit(&mut |reference| {
            let reassigned = assigned.contains(&reference.name);
            if let (Some(at), true) = (reference.unclosed, reassigned || members::is_given(reference.name)) {
                let message =
                    format!("this reference to `${}` is not closed; close its brackets and braces", reference.name);
                let length = at - reference.offset;
                findings.push(Finding::new(FindingKind::UnclosedReference, reference.offset, length, message));
            } else if !reassigned && let Some(finding) = members::unknown_of(reference) {
                findings.push(finding);
            }
        });
    }
}

impl fmt::Display for Template<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.tokens.iter().try_for_each(|token| f.write_str(token.source))
    }
}
