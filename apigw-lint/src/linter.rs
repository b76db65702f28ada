//! Lints one file.

use apigw_spec::rule::builtin;
use apigw_spec::violation::{ModelNaming, Naming};

use crate::apis::{IntegrationCheck, integration_findings};
use crate::beside::{FilesBeside, Included, IncludedFile, NoFiles};
use crate::cloudformation::{self, StackTemplate, is_template};
use crate::definition::{ApiDefinition, EntryKind, KnownTexts, SAMPLE_REGION, Shapes, check, of_choices};
use crate::edit::apply;
use crate::finding::FileFinding;
use crate::format::{DefinitionFormat, has_marks, looks_structured, may_define};
use crate::openapi::{OpenApi, OpenApiKind, is_openapi};
use crate::read::{ReadError, SourceNode, read};
use crate::serverless::{self, is_serverless};
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
    /// Whether it defines HTTP or `WebSocket` APIs, which are another service and left alone.
    pub has_http_apis: bool,
    /// What is wrong with it, in the order of the file.
    pub findings: Vec<FileFinding>,
    /// What the file itself allows.
    pub suppressed: Vec<FileFinding>,
    /// The files that it includes in which something is wrong.
    pub included: Vec<IncludedFile>,
}

impl FileReport {
    fn empty(format: DefinitionFormat) -> Self {
        Self { format, has_http_apis: false, findings: Vec::new(), suppressed: Vec::new(), included: Vec::new() }
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
        self.lint_beside(text, &NoFiles)
    }

    /// Lints the text of a file of a folder. What depends on other files is checked only if `beside` gives them: those of a
    /// Terraform module, and those that a template includes.
    ///
    /// # Errors
    ///
    /// Text that looks like a definition and cannot be read.
    pub fn lint_beside(&self, text: &str, beside: &dyn FilesBeside) -> Result<FileReport, ReadError> {
        if !may_define(text) {
            return Ok(FileReport::empty(DefinitionFormat::Other));
        }
        if is_configuration(text) {
            return self.lint_module(text, beside.module().as_deref());
        }
        let root = match read(text) {
            Ok(root) => root,
            Err(error) if has_marks(text) && looks_structured(text) => return Err(error),
            Err(_) => return Ok(FileReport::empty(DefinitionFormat::Other)),
        };
        let shapes = Shapes::builtin();
        let Some(included) = Included::read(text, &root, beside) else {
            let Definitions { format, has_http_apis, apis } = definitions(&root, shapes);
            let report = self.report(&LintedSource { format, text, all: text, root: &root }, apis, shapes);
            return Ok(FileReport { has_http_apis, ..report });
        };
        Ok(self.lint_with_included(text, &root, included, shapes))
    }

    /// Lints a template with the files that it includes.
    fn lint_with_included(
        &self,
        text: &str,
        root: &SourceNode<'_>,
        included: Included,
        shapes: &'static Shapes,
    ) -> FileReport {
        let whole = included.expand(root);
        let Definitions { format, has_http_apis, apis } = definitions(&whole, shapes);
        let source = LintedSource { format, text: &included.all, all: &included.all, root: &whole };
        let mut all = self.found(&source, apis, shapes);
        drop(whole);

        let mut files = included.split(&mut all);
        for file in &mut files {
            let root = read(&file.text).unwrap_or_else(|_| SourceNode::nothing());
            file.suppressed = self.suppress(&mut file.findings, &root, &file.text, shapes);
            // What a definition allows for nothing is found where it is linted itself.
            if definitions(&root, shapes).format != DefinitionFormat::Other {
                file.findings.retain(|finding| finding.rule != suppress::UNUSED_SUPPRESSION);
            }
        }
        files.retain(|file| !file.findings.is_empty() || !file.suppressed.is_empty());
        let suppressed = self.suppress(&mut all, root, text, shapes);
        FileReport { format, has_http_apis, findings: all, suppressed, included: files }
    }

    /// Lints a file of a module. What is found in the files beside it is reported with them.
    fn lint_module(&self, text: &str, beside: Option<&[String]>) -> Result<FileReport, ReadError> {
        let module = match TerraformModule::read(text, beside) {
            Ok(module) => module,
            Err(error) if has_marks(text) && looks_like_configuration(text) => return Err(error),
            Err(_) => return Ok(FileReport::empty(DefinitionFormat::Other)),
        };
        let shapes = Shapes::builtin();
        let definitions = module.definitions(shapes);
        let all: Vec<&str> = [text].into_iter().chain(beside.unwrap_or_default().iter().map(String::as_str)).collect();
        let (all, root) = (all.join("\n"), SourceNode::nothing());
        let has_http_apis = module.has(|kind| terraform::table().is_left_alone(kind));
        let is_rest = module.has(|kind| terraform::table().is_known(kind));
        let format = if is_rest { DefinitionFormat::Terraform } else { DefinitionFormat::HttpApi };
        let report = self.report(&LintedSource { format, text, all: &all, root: &root }, definitions, shapes);
        Ok(FileReport { has_http_apis, ..report })
    }

    fn report(
        &self,
        source: &LintedSource<'_>,
        definitions: Vec<ApiDefinition>,
        shapes: &'static Shapes,
    ) -> FileReport {
        let mut findings = self.found(source, definitions, shapes);
        let suppressed = self.suppress(&mut findings, source.root, source.text, shapes);
        FileReport { findings, suppressed, ..FileReport::empty(source.format) }
    }

    /// What is wrong in a file, whether or not it allows that.
    fn found(
        &self,
        source: &LintedSource<'_>,
        definitions: Vec<ApiDefinition>,
        shapes: &'static Shapes,
    ) -> Vec<FileFinding> {
        let (mut all, mut chosen) = (Vec::new(), Vec::new());
        for mut api in definitions {
            self.known.fill_in(&mut api);
            let mut found = check(&api, shapes, source.all, naming(source.format, api.entry));
            for finding in &mut found {
                show_region(&mut finding.message, source.format);
            }
            found.extend(self.integrations.into_iter().flat_map(|check| integration_findings(&api, check)));
            match api.choice {
                Some(choice) => chosen.extend(found.into_iter().map(|finding| (choice.clone(), finding))),
                None => all.extend(found),
            }
        }
        all.extend(of_choices(&all, chosen));

        all.retain(|finding| finding.span.end <= source.text.len());
        keep_one_for_each_mistake(&mut all);
        if source.format == DefinitionFormat::TerraformPlan {
            // A plan is made from something else, which is to be fixed.
            for finding in &mut all {
                finding.fixes.clear();
            }
        }
        all
    }

    /// Removes what a file allows, and returns it.
    fn suppress(
        &self,
        findings: &mut Vec<FileFinding>,
        root: &SourceNode<'_>,
        text: &str,
        shapes: &Shapes,
    ) -> Vec<FileFinding> {
        let others = self.integrations.map_or(&[] as &[&str], |check| check.rules);
        let rules = || shapes.rules().into_iter().chain(others.iter().copied()).collect();
        let suppressed = suppress::apply(findings, root, text, &rules);
        findings.sort_by_key(|finding| (finding.span, finding.rule));
        suppressed
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

/// Lints the text of a file, of whose deployment nothing is known.
///
/// # Errors
///
/// Text that looks like a definition and cannot be read.
pub fn lint(text: &str) -> Result<FileReport, ReadError> {
    Linter::new().lint(text)
}

/// What a file is, and what it defines.
struct Definitions {
    format: DefinitionFormat,
    has_http_apis: bool,
    apis: Vec<ApiDefinition>,
}

impl Definitions {
    /// What a file of a format is that defines APIs of this service or HTTP APIs; nothing of API Gateway without both.
    fn new(format: DefinitionFormat, is_rest: bool, has_http_apis: bool, apis: Vec<ApiDefinition>) -> Self {
        let format = match (is_rest, has_http_apis) {
            (true, _) => format,
            (false, true) => DefinitionFormat::HttpApi,
            (false, false) => DefinitionFormat::Other,
        };
        Self { format, has_http_apis, apis }
    }
}

fn definitions(root: &SourceNode<'_>, shapes: &'static Shapes) -> Definitions {
    if is_openapi(root) {
        return match OpenApi::of_file(root, shapes).definition(false) {
            OpenApiKind::Rest(api) => Definitions::new(DefinitionFormat::OpenApi, true, false, vec![api]),
            OpenApiKind::Http => Definitions::new(DefinitionFormat::OpenApi, false, true, Vec::new()),
            OpenApiKind::Elsewhere => Definitions::new(DefinitionFormat::OpenApi, false, false, Vec::new()),
        };
    }
    if is_template(root) {
        let template = StackTemplate::new(root, shapes);
        let (is_rest, is_http) = (template.concerns_apis(), template.has_http_apis());
        return Definitions::new(DefinitionFormat::CloudFormation, is_rest, is_http, template.definitions());
    }

    if is_plan(root) {
        let plan = TerraformPlan::new(root);
        let apis = plan.definitions(shapes);
        let has = |is_it: fn(&str) -> bool| plan.has(is_it);
        let (is_rest, is_http) =
            (has(|kind| terraform::table().is_known(kind)), has(|kind| terraform::table().is_left_alone(kind)));
        return Definitions::new(DefinitionFormat::TerraformPlan, is_rest, is_http, apis);
    }
    if is_serverless(root) {
        let apis = serverless::definitions(root, shapes);
        let templates = || serverless::templates(root).map(|template| StackTemplate::new(template, shapes));
        let is_http = serverless::has_http_apis(root) || templates().any(|template| template.has_http_apis());
        let is_rest = serverless::has_methods(root) || templates().any(|template| template.concerns_apis());
        return Definitions::new(DefinitionFormat::Serverless, is_rest, is_http, apis);
    }
    Definitions::new(DefinitionFormat::Other, false, false, Vec::new())
}

/// How messages spell members.
fn naming(format: DefinitionFormat, entry: EntryKind) -> &'static dyn Naming {
    match (format, entry) {
        (_, EntryKind::Import) => &ModelNaming,
        (DefinitionFormat::CloudFormation | DefinitionFormat::Serverless, _) => cloudformation::naming(),
        (DefinitionFormat::Terraform | DefinitionFormat::TerraformPlan, _) => terraform::naming(),
        _ => &ModelNaming,
    }
}

/// Puts what a file calls the region of its deployment in the place of the sample that was checked.
fn show_region(message: &mut String, format: DefinitionFormat) {
    let shown = match format {
        DefinitionFormat::Terraform | DefinitionFormat::TerraformPlan => "REGION",
        _ => "${AWS::Region}",
    };
    if message.contains(SAMPLE_REGION) {
        *message = message.replace(SAMPLE_REGION, shown);
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
