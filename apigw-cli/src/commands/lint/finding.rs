//! What is found in a file, be it a definition or a script.

use std::sync::OnceLock;

use apigw_lint::{FileFinding, SourceSpan};

use apigw_spec::secrecy::REDACTED;

use crate::lint::LintFinding;

/// One thing that is wrong, and where.
#[derive(Debug, Clone)]
pub(in crate::commands) struct LintedFinding {
    /// The part of the text at fault.
    pub(in crate::commands) span: SourceSpan,
    /// The rule, or the check that is not a rule of the service.
    pub(in crate::commands) rule: &'static str,
    /// Whether the service rejects it.
    pub(in crate::commands) is_error: bool,
    /// The part of an API or the operation; empty if it is none.
    pub(in crate::commands) part: String,
    /// What is wrong.
    pub(in crate::commands) message: String,
    /// What to write instead.
    pub(in crate::commands) help: Option<String>,
    /// Whether its line is not shown.
    pub(in crate::commands) is_secret: bool,
}

/// A file with what is wrong with it.
#[derive(Debug)]
pub(in crate::commands) struct LintedFile {
    pub(in crate::commands) path: String,
    pub(in crate::commands) text: String,
    /// What the file is; nothing if it holds scripts.
    pub(in crate::commands) format: Option<&'static str>,
    /// How many calls are in its scripts.
    pub(in crate::commands) calls: usize,
    pub(in crate::commands) findings: Vec<LintedFinding>,
    /// The files that it includes in which something is found.
    pub(in crate::commands) included: Vec<LintedFile>,
    /// Where each line begins; known once it is asked for.
    lines: OnceLock<Vec<usize>>,
}

impl LintedFinding {
    /// A finding in a definition.
    pub(in crate::commands) fn in_definition(found: FileFinding) -> Self {
        Self {
            span: found.span,
            rule: found.rule,
            is_error: found.is_error(),
            part: found.part,
            message: found.message,
            help: None,
            is_secret: found.is_secret,
        }
    }

    /// A finding in a script, whose position is that of a word.
    pub(in crate::commands) fn in_script(found: LintFinding, text: &str) -> Self {
        let mut start = 0;
        let line = text.split_inclusive('\n').nth(found.position.line.saturating_sub(1)).inspect(|line| {
            start = line.as_ptr() as usize - text.as_ptr() as usize;
        });
        let line = line.unwrap_or_default().trim_end();
        let column = line.char_indices().nth(found.position.column.saturating_sub(1)).map_or(line.len(), |(at, _)| at);
        let word = line.get(column..).unwrap_or_default().split_whitespace().next().unwrap_or_default();
        let start = start + column;
        let says = |text: &str| text.contains(REDACTED);
        let is_secret = says(&found.message) || found.help.as_deref().is_some_and(says);
        Self {
            span: SourceSpan { start, end: start + word.len() },
            rule: found.rule,
            is_error: found.is_error,
            part: found.operation.to_owned(),
            message: found.message,
            help: found.help,
            is_secret,
        }
    }

    /// The name of the severity.
    pub(in crate::commands) fn level(&self) -> &'static str {
        if self.is_error { "error" } else { "warning" }
    }

    /// The message with the part in front.
    pub(in crate::commands) fn sentence(&self) -> String {
        if self.part.is_empty() { self.message.clone() } else { format!("{}: {}", self.part, self.message) }
    }

    /// The message with what to do.
    pub(in crate::commands) fn whole_sentence(&self) -> String {
        let help = self.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
        self.sentence() + &help
    }
}

impl LintedFile {
    /// A file without scripts.
    pub(in crate::commands) fn new(
        path: String,
        text: String,
        format: Option<&'static str>,
        findings: Vec<LintedFinding>,
    ) -> Self {
        Self { path, text, format, calls: 0, findings, included: Vec::new(), lines: OnceLock::new() }
    }

    /// The line and column of a finding, and those after its last character.
    pub(in crate::commands) fn positions(&self, finding: &LintedFinding) -> [usize; 4] {
        let (line, column) = self.position(finding.span.start);
        let (end_line, end_column) = self.position(finding.span.end);
        [line, column, end_line, end_column]
    }

    /// The line and the column of a place, both from 1; columns count characters.
    fn position(&self, at: usize) -> (usize, usize) {
        let lines = self.lines.get_or_init(|| {
            let ends = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(ends.map(|(end, _)| end + 1)).collect()
        });
        let line = lines.partition_point(|start| *start <= at);
        let start = line.checked_sub(1).and_then(|line| lines.get(line)).copied().unwrap_or(0);
        (line, self.text.get(start..at).unwrap_or_default().chars().count() + 1)
    }
}
