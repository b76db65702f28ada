//! `apigw render`: a mapping template, rendered as API Gateway does.

use std::fs;
use std::io::Read as _;

use apigw_engine::mapping::stage_variables_from_json;
use apigw_engine::velocity::TemplateError;
use apigw_engine::{Context, MappingTemplate, Parameters, TemplateInput};

use crate::failure::Failure;
use crate::syntax::extra_args::RenderArgs;
use crate::terminal::stdout;

/// Renders a template.
pub(super) fn run(args: &RenderArgs) -> Result<(), Failure> {
    let template = contents(&args.template)?;
    let input = TemplateInput {
        body: args.body.as_deref().map(contents).transpose()?.unwrap_or_default(),
        parameters: read(args.params.as_deref(), "--params", Parameters::from_json)?,
        context: read(args.context.as_deref(), "--context", Context::from_json)?,
        stage_variables: read(args.stage_variables.as_deref(), "--stage-variables", stage_variables_from_json)?,
    };
    let rendered = MappingTemplate::parse(&template).and_then(|parsed| parsed.render(&input));
    let rendered = rendered.map_err(|error| located(&args.template, &template, &error))?;
    stdout::print(&rendered);
    Ok(())
}

/// The value of an option, or its default.
fn read<T: Default, E: std::fmt::Display>(
    text: Option<&str>,
    option: &str,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Result<T, Failure> {
    match text {
        Some(text) => parse(text).map_err(|error| Failure::option(option, error.to_string())),
        None => Ok(T::default()),
    }
}

fn located(file: &str, template: &str, error: &TemplateError) -> Failure {
    let (line, column) = error.position(template);
    Failure::general(format!("{file}:{line}:{column}: {error} (API Gateway answers with status 500)"))
}

fn contents(file: &str) -> Result<String, Failure> {
    let mut text = String::new();
    let read =
        if file == "-" { std::io::stdin().read_to_string(&mut text).map(|_| text) } else { fs::read_to_string(file) };
    read.map_err(|error| Failure::general(format!("cannot read {file}: {error}")))
}
