//! `apigw render`: a mapping template, rendered as API Gateway does.

use std::fmt::Write as _;
use std::fs;
use std::io::Read as _;
use std::time::{Duration, SystemTime};

use apigw_engine::mapping::stage_variables_from_json;
use apigw_engine::velocity::{TemplateError, TraceStep};
use apigw_engine::{Context, MappingTemplate, Parameters, TemplateInput};

use crate::failure::Failure;
use crate::syntax::extra_args::RenderArgs;
use crate::terminal::stdout;

/// The name of standard input among files.
const STDIN: &str = "-";
/// How often files are looked at.
const INTERVAL: Duration = Duration::from_millis(200);

/// Renders a template; with `--watch`, again whenever a file changes, until the command is interrupted.
pub(super) fn run(args: &RenderArgs) -> Result<(), Failure> {
    if !args.watches {
        return render(args);
    }
    let files: Vec<&str> = std::iter::once(args.template.as_str()).chain(args.body.as_deref()).collect();
    if files.contains(&STDIN) {
        return Err(Failure::option("--watch", "standard input cannot be read again; give the name of a file"));
    }
    loop {
        let before = changed(&files);
        if let Err(failure) = render(args) {
            // The next version of a file can be right.
            stdout::print_error(&format!("apigw: {}\n", failure.message().unwrap_or_default()));
        }
        if stdout::write_failure().is_some() {
            return Ok(());
        }
        while changed(&files) == before {
            std::thread::sleep(INTERVAL);
        }
        stdout::print_error("apigw: a file has changed\n");
    }
}

/// When files were last changed; nothing for one that is not there.
fn changed(files: &[&str]) -> Vec<Option<(SystemTime, u64)>> {
    let state = |file: &&str| {
        let metadata = fs::metadata(file).ok()?;
        Some((metadata.modified().ok()?, metadata.len()))
    };
    files.iter().map(state).collect()
}

fn render(args: &RenderArgs) -> Result<(), Failure> {
    let template = contents(&args.template)?;
    let input = TemplateInput {
        body: args.body.as_deref().map(contents).transpose()?.unwrap_or_default(),
        parameters: read(args.params.as_deref(), "--params", Parameters::from_json)?,
        context: read(args.context.as_deref(), "--context", Context::from_json)?,
        stage_variables: read(args.stage_variables.as_deref(), "--stage-variables", stage_variables_from_json)?,
    };
    let rendered = MappingTemplate::parse(&template).and_then(|parsed| {
        if !args.traces {
            return parsed.render(&input);
        }
        let (rendered, steps) = parsed.trace(&input);
        stdout::print_error(&listed(&args.template, &template, &steps));
        rendered
    });
    let rendered = rendered.map_err(|error| located(&args.template, &template, &error))?;
    stdout::print(&rendered);
    Ok(())
}

/// The steps of a rendering, one a line.
fn listed(file: &str, template: &str, steps: &[TraceStep]) -> String {
    let mut lines = String::new();
    for step in steps {
        let (line, column) = step.position(template);
        // Writing to a string cannot fail.
        let _ = writeln!(lines, "{file}:{line}:{column}: {}", step.action);
    }
    lines
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
        if file == STDIN { std::io::stdin().read_to_string(&mut text).map(|_| text) } else { fs::read_to_string(file) };
    read.map_err(|error| Failure::general(format!("cannot read {file}: {error}")))
}
