//! Lints one file.

use apigw_spec::rule::builtin;
use apigw_spec::violation::{ModelNaming, Naming};

use crate::cloudformation::{PropertyNaming, StackTemplate, is_template};
use crate::definition::{EntryKind, Shapes, check};
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

    let mut report = FileReport::empty(DefinitionFormat::Other);
    if is_openapi(&root) {
        match OpenApi::new(&root, shapes).definition(false) {
            OpenApiKind::Rest(api) => {
                report.format = DefinitionFormat::OpenApi;
                report.findings = check(&api, shapes, text, &ModelNaming);
            }
            OpenApiKind::Http => report.format = DefinitionFormat::HttpApi,
            OpenApiKind::Elsewhere => {}
        }
    } else if is_template(&root) {
        report.format = DefinitionFormat::CloudFormation;
        for api in StackTemplate::new(&root, shapes).definitions() {
            let naming: &dyn Naming = if api.entry == EntryKind::Import { &ModelNaming } else { &PropertyNaming };
            report.findings.extend(check(&api, shapes, text, naming));
        }
    }

    report.findings.sort_by_key(|finding| (finding.span, finding.rule));
    // Several requests can be wrong in the same way by one token: the method and its integration by the name of the method.
    let wrong = |finding: &FileFinding| finding.message.split(" (AWS: ").next().unwrap_or_default().to_owned();
    report.findings.dedup_by(|one, other| one.span == other.span && wrong(one) == wrong(other));
    let mistyped: Vec<_> = report.findings.iter().filter(|f| f.rule == builtin::TYPE).map(|f| f.span).collect();
    report.findings.retain(|f| f.rule == builtin::TYPE || !mistyped.contains(&f.span));
    Ok(report)
}
