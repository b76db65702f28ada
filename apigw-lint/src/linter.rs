//! Lints one file.

use apigw_spec::rule::builtin;
use apigw_spec::violation::ModelNaming;

use crate::definition::{Shapes, check};
use crate::finding::FileFinding;
use crate::format::{DefinitionFormat, looks_structured, may_define};
use crate::openapi::{OpenApi, OpenApiKind, is_openapi};
use crate::read::{ReadError, SourceSpan, read};

/// What is found in a file.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct FileReport {
    /// What the file is.
    pub format: DefinitionFormat,
    /// What is wrong with it, in the order of the file.
    pub findings: Vec<FileFinding>,
}

impl FileReport {
    fn empty(format: DefinitionFormat) -> Self {
        Self { format, findings: Vec::new() }
    }
}

/// Lints the text of a file. A file that defines nothing of API Gateway has no findings.
///
/// # Errors
///
/// Text that looks like a definition and cannot be read.
pub fn lint(text: &str) -> Result<FileReport, ReadError> {
    if !may_define(text) {
        return Ok(FileReport::empty(DefinitionFormat::Other));
    }
    let root = match read(text) {
        Ok(root) => root,
        Err(error) if looks_structured(text) => return Err(error),
        Err(_) => return Ok(FileReport::empty(DefinitionFormat::Other)),
    };
    let shapes = Shapes::builtin().map_err(|problem| ReadError::new(SourceSpan::default(), problem))?;
    if !is_openapi(&root) {
        return Ok(FileReport::empty(DefinitionFormat::Other));
    }

    let mut report = FileReport::empty(DefinitionFormat::OpenApi);
    match OpenApi::new(&root, shapes).definition() {
        OpenApiKind::Rest(api) => report.findings = check(&api, shapes, text, &ModelNaming),
        OpenApiKind::Http => report.format = DefinitionFormat::HttpApi,
        OpenApiKind::Elsewhere => report.format = DefinitionFormat::Other,
    }
    report.findings.sort_by_key(|finding| (finding.span, finding.rule));
    report.findings.dedup();
    let mistyped: Vec<_> = report.findings.iter().filter(|f| f.rule == builtin::TYPE).map(|f| f.span).collect();
    report.findings.retain(|f| f.rule == builtin::TYPE || !mistyped.contains(&f.span));
    Ok(report)
}
