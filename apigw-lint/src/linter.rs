//! Lints one file.

use apigw_spec::rule::builtin;
use apigw_spec::violation::{ModelNaming, Naming};

use crate::apis::{IntegrationCheck, integration_findings};
use crate::cloudformation::{self, StackTemplate, is_template};
use crate::definition::{ApiDefinition, EntryKind, KnownTexts, Shapes, check};
use crate::edit::apply;
use crate::finding::FileFinding;
use crate::format::{DefinitionFormat, looks_structured, may_define};
use crate::openapi::{OpenApi, OpenApiKind, is_openapi};
use crate::read::{ReadError, SourceNode, SourceSpan, read};
use crate::stack::Stack;
use crate::suppress;
use crate::terraform::{self, TerraformModule, TerraformPlan, is_configuration, is_plan, looks_like_configuration};

/// How often fixes are applied to what fixes leave behind.
const MAX_ROUNDS: usize = 8;

/// What is found in a file.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct FileReport {
    /// What the file is.
    pub format: DefinitionFormat,
    /// What is wrong with it, in the order of the file.
    pub findings: Vec<FileFinding>,
    /// What the file itself allows.
    pub suppressed: Vec<FileFinding>,
}

impl FileReport {
    fn empty(format: DefinitionFormat) -> Self {
        Self { format, findings: Vec::new(), suppressed: Vec::new() }
    }

    /// The text that was linted after the fixes that are certain, of the findings that `is_wanted`, which is asked once for
    /// each in their order. What they leave behind can have other fixes; [`Linter::fixed`] applies those too.
    pub fn fixed(&self, text: &str, is_wanted: impl FnMut(&FileFinding) -> bool) -> String {
        let mut is_wanted = is_wanted;
        let wanted = self.findings.iter().filter(|finding| is_wanted(finding));
        apply(text, wanted.flat_map(|finding| &finding.fixes).filter(|fix| fix.is_certain))
    }
}

/// How files are linted.
///
/// ```
/// let report = apigw_lint::Linter::new().region("eu-west-1").partition("aws").lint("openapi: 3.0.1")?;
/// assert!(report.findings.is_empty());
/// # Ok::<(), apigw_lint::ReadError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Linter {
    known: KnownTexts,
    integrations: Option<IntegrationCheck>,
}

impl Linter {
    /// Nothing is known of where definitions are deployed.
    pub fn new() -> Self {
        Self::default()
    }

    /// Definitions are deployed in one region.
    #[must_use]
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.known.add("AWS::Region", region.into());
        self
    }

    /// Definitions are deployed in one partition of regions, such as `aws` or `aws-cn`.
    #[must_use]
    pub fn partition(mut self, partition: impl Into<String>) -> Self {
        self.known.add("AWS::Partition", partition.into());
        self
    }

    /// Checks integrations beyond the rules.
    #[must_use]
    pub fn integrations(mut self, check: IntegrationCheck) -> Self {
        self.integrations = Some(check);
        self
    }

    /// Lints the text of a file. A file that defines nothing of API Gateway has no findings.
    ///
    /// # Errors
    ///
    /// Text that looks like a definition and cannot be read.
    pub fn lint(&self, text: &str) -> Result<FileReport, ReadError> {
        self.lint_beside(text, || None)
    }

    /// Lints the text of a file of a folder. What depends on the other files of a Terraform module is checked only if
    /// `beside` gives their texts; it is called if the file is of that kind.
    ///
    /// # Errors
    ///
    /// Text that looks like a definition and cannot be read.
    pub fn lint_beside(
        &self,
        text: &str,
        beside: impl FnOnce() -> Option<Vec<String>>,
    ) -> Result<FileReport, ReadError> {
        if !may_define(text) {
            return Ok(FileReport::empty(DefinitionFormat::Other));
        }
        if is_configuration(text) {
            return self.lint_module(text, beside().as_deref());
        }
        let root = match read(text) {
            Ok(root) => root,
            Err(error) if looks_structured(text) => return Err(error),
            Err(_) => return Ok(FileReport::empty(DefinitionFormat::Other)),
        };
        let shapes = shapes()?;
        let (format, definitions) = definitions(&root, shapes);
        Ok(self.report(&LintedSource { format, text, all: text, root: &root }, definitions, shapes))
    }

    /// Lints a file of a module. What is found in the files beside it is reported with them.
    fn lint_module(&self, text: &str, beside: Option<&[String]>) -> Result<FileReport, ReadError> {
        let module = match TerraformModule::read(text, beside) {
            Ok(module) => module,
            Err(error) if looks_like_configuration(text) => return Err(error),
            Err(_) => return Ok(FileReport::empty(DefinitionFormat::Other)),
        };
        let shapes = shapes()?;
        let resources = module.resources();
        let shared = module.shared(&resources);
        let definitions = Stack::new(&resources, terraform::table(), &shared).definitions(shapes);
        let all: Vec<&str> = [text].into_iter().chain(beside.unwrap_or_default().iter().map(String::as_str)).collect();
        let (all, root) = (all.join("\n"), SourceNode::nothing());
        Ok(self.report(
            &LintedSource { format: DefinitionFormat::Terraform, text, all: &all, root: &root },
            definitions,
            shapes,
        ))
    }

    fn report(
        &self,
        source: &LintedSource<'_>,
        definitions: Vec<ApiDefinition>,
        shapes: &'static Shapes,
    ) -> FileReport {
        let mut report = FileReport::empty(source.format);
        for mut api in definitions {
            self.known.fill_in(&mut api);
            report.findings.extend(check(&api, shapes, source.all, naming(source.format, api.entry)));
            report.findings.extend(self.integrations.into_iter().flat_map(|check| integration_findings(&api, check)));
        }

        report.findings.retain(|finding| finding.span.end <= source.text.len());
        keep_one_for_each_mistake(&mut report.findings);
        if source.format == DefinitionFormat::TerraformPlan {
            // A plan is made from something else, which is to be fixed.
            report.findings.iter_mut().for_each(|finding| finding.fixes.clear());
        }
        report.suppressed = suppress::apply(&mut report.findings, source.root, source.text, shapes);
        report.findings.sort_by_key(|finding| (finding.span, finding.rule));
        report
    }

    /// The text after all fixes that are certain, of the findings that `is_wanted`. What they change keeps its form, and
    /// everything else is as it was.
    ///
    /// ```
    /// let text = "openapi: 3.0.1\ninfo: {}\nx-amazon-apigateway-gateway-responses:\n  DEFAULT_4XX:\n    responseParameters:\n      \
    ///             gatewayresponse.header.Vary: none\n";
    /// let fixed = apigw_lint::Linter::new().fixed(text, |_| true)?;
    /// assert_eq!(fixed, text.replace("none", "\"'none'\""));
    /// # Ok::<(), apigw_lint::ReadError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Text that looks like a definition and cannot be read.
    pub fn fixed(&self, text: &str, is_wanted: impl Fn(&FileFinding) -> bool) -> Result<String, ReadError> {
        let mut text = text.to_owned();
        // What one fix leaves behind can have another.
        for _ in 0..MAX_ROUNDS {
            let changed = self.lint(&text)?.fixed(&text, &is_wanted);
            if changed == text {
                break;
            }
            text = changed;
        }
        Ok(text)
    }
}

/// A file as it is linted.
struct LintedSource<'s> {
    format: DefinitionFormat,
    text: &'s str,
    /// The text, and that of the files that are read with it.
    all: &'s str,
    root: &'s SourceNode<'s>,
}

fn shapes() -> Result<&'static Shapes, ReadError> {
    Shapes::builtin().map_err(|problem| ReadError::new(SourceSpan::default(), problem))
}

/// Lints the text of a file, of whose deployment nothing is known.
///
/// # Errors
///
/// Text that looks like a definition and cannot be read.
pub fn lint(text: &str) -> Result<FileReport, ReadError> {
    Linter::new().lint(text)
}

/// What a file is, and what it defines.
fn definitions(root: &SourceNode<'_>, shapes: &'static Shapes) -> (DefinitionFormat, Vec<ApiDefinition>) {
    if is_openapi(root) {
        return match OpenApi::new(root, shapes).definition(false) {
            OpenApiKind::Rest(api) => (DefinitionFormat::OpenApi, vec![api]),
            OpenApiKind::Http => (DefinitionFormat::HttpApi, Vec::new()),
            OpenApiKind::Elsewhere => (DefinitionFormat::Other, Vec::new()),
        };
    }
    if is_template(root) {
        return (DefinitionFormat::CloudFormation, StackTemplate::new(root, shapes).definitions());
    }
    if is_plan(root) {
        let resources = TerraformPlan::new(root).resources();
        let apis = Stack::new(&resources, terraform::table(), &[]).definitions(shapes);
        return (DefinitionFormat::TerraformPlan, apis);
    }
    (DefinitionFormat::Other, Vec::new())
}

/// How messages spell members.
fn naming(format: DefinitionFormat, entry: EntryKind) -> &'static dyn Naming {
    match (format, entry) {
        (_, EntryKind::Import) => &ModelNaming,
        (DefinitionFormat::CloudFormation, _) => cloudformation::naming(),
        (DefinitionFormat::Terraform | DefinitionFormat::TerraformPlan, _) => terraform::naming(),
        _ => &ModelNaming,
    }
}

/// Several requests can be wrong in the same way by one token: the method and its integration by the name of the method.
fn keep_one_for_each_mistake(findings: &mut Vec<FileFinding>) {
    findings.sort_by_key(|finding| (finding.span, finding.rule));
    let wrong = |finding: &FileFinding| finding.message.split(" (AWS: ").next().unwrap_or_default().to_owned();
    findings.dedup_by(|one, other| one.span == other.span && wrong(one) == wrong(other));
    let mistyped: Vec<_> = findings.iter().filter(|f| f.rule == builtin::TYPE).map(|f| f.span).collect();
    findings.retain(|f| f.rule == builtin::TYPE || !mistyped.contains(&f.span));
}
