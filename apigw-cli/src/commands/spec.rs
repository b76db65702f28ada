//! `apigw spec`: specification files imported, checked, compared and expanded into Rust.

use apigw_cli_text::jmespath::Query;
use apigw_cli_text::python::os_error::describe;
use apigw_cli_text::visible;
use apigw_spec::read::{ReadError, ReadErrors, Source, diff, import, read};
use apigw_spec::select::select;
use apigw_spec::waiter::AnswerMatcher;
use apigw_spec::{Spec, builtin};

use crate::commands::botocore;
use crate::failure::{Failure, Status};
use crate::input::bounded;
use crate::syntax::choices::ModelFormat;
use crate::syntax::extra_args::SpecAction;
use crate::syntax::spec_forms::BUILTIN;
use crate::terminal::stdout;

/// Runs `apigw spec …`.
pub(super) fn run(action: SpecAction) -> Result<(), Failure> {
    match action {
        SpecAction::Check { files } => check(&files),
        SpecAction::Diff { old, new, operations, fails_on_breaking } => {
            compare([&old, &new], &operations, fails_on_breaking)
        }
        SpecAction::Expand { spec, names } => expand(spec, &names),
        SpecAction::Import { file, service, format, paginators, waiters, output } => {
            let imported = match (file, service) {
                (Some(file), None) => import_file(&file, format, paginators.as_deref(), waiters.as_deref())?,
                (None, Some(service)) => import_service(&service)?,
                _ => return Err(Failure::parameters("name either a file or, with --service, a service")),
            };
            write(&imported, output.as_deref())
        }
    }
}

fn read_file(path: &str) -> Result<String, Failure> {
    let text = bounded::read(path).map_err(|error| Failure::general(describe(&error, path)))?;
    String::from_utf8(text)
        .map_err(|_| report(&format!("cannot read `{}`: the file is not UTF-8", visible::name(path))))
}

/// Converts a published model to the normal form.
fn import_file(
    path: &str,
    format: Option<ModelFormat>,
    paginators: Option<&str>,
    waiters: Option<&str>,
) -> Result<String, Failure> {
    let text = read_file(path)?;
    let paginators = paginators.map(read_file).transpose()?;
    let waiters = waiters.map(read_file).transpose()?;

    // The first member of a Smithy file is the version of Smithy.
    let detected = if text.contains("\"smithy\"") { ModelFormat::Smithy } else { ModelFormat::Botocore };
    let imported = match format.unwrap_or(detected) {
        ModelFormat::Smithy => import::smithy(&text),
        ModelFormat::Botocore => import::botocore(&text, paginators.as_deref(), waiters.as_deref()),
    };
    imported.map_err(|errors| report(&lines(&named(errors, path))))
}

/// Converts the model of a service that botocore has.
fn import_service(service: &str) -> Result<String, Failure> {
    let found = botocore::find(service)?;
    let imported = import::botocore(&found.service, found.paginators.as_deref(), found.waiters.as_deref());
    imported.map_err(|errors| report(&lines(&errors)))
}

fn write(text: &str, output: Option<&str>) -> Result<(), Failure> {
    if let Some(output) = output {
        return std::fs::write(output, text).map_err(|error| Failure::general(describe(&error, output)));
    }
    stdout::print(text);
    Ok(())
}

/// The problems of an import, under the name of the file that was given.
fn named(errors: ReadErrors, path: &str) -> ReadErrors {
    let name = |mut error: ReadError| {
        path.clone_into(&mut error.file);
        error
    };
    ReadErrors(errors.0.into_iter().map(name).collect())
}

/// Reads files as one specification: a model and its overlays.
fn load(paths: &[String]) -> Result<Spec, Failure> {
    if let [only] = paths
        && only == BUILTIN
    {
        return builtin::spec().copied().map_err(|errors| report(&lines(errors)));
    }
    let texts: Vec<String> = paths.iter().map(|path| read_file(path)).collect::<Result<_, _>>()?;
    let sources: Vec<Source<'_>> = paths.iter().zip(&texts).map(|(path, text)| Source { name: path, text }).collect();
    read(&sources).map_err(|errors| report(&lines(&errors)))
}

/// The problems, one a line. The names that they quote are those of the file.
fn lines(errors: &ReadErrors) -> String {
    let lines: Vec<_> = errors.0.iter().map(|error| visible::name(&error.to_string()).into_owned()).collect();
    lines.join("\n")
}

/// Reports problems, one a line, and returns the failure.
fn report(problems: &str) -> Failure {
    stdout::print_error(&format!("{}\n", visible::on_terminal(problems)));
    Failure::AlreadyReported(Status::Usage)
}

/// Checks files as one specification and prints what it contains.
fn check(files: &[String]) -> Result<(), Failure> {
    let spec = load(files)?;
    let problems = wrong_paths(&spec);
    if !problems.is_empty() {
        return Err(report(&problems.join("\n")));
    }

    let rules: usize = spec.shapes.iter().map(|shape| shape.structure().rules.rules.len()).sum();
    let service = spec.service;
    stdout::print_report(&format!(
        "{} {}: {} operations, {} shapes, {rules} rules\n",
        visible::name(service.title),
        visible::name(service.version),
        spec.operations.len(),
        spec.shapes.len(),
    ));
    Ok(())
}

/// What is wrong with the paths that the waiters of a specification look at.
fn wrong_paths(spec: &Spec) -> Vec<String> {
    let tests = spec.waiters.iter().flat_map(|waiter| {
        let tests = waiter.acceptors.iter().filter_map(|acceptor| match acceptor.matcher {
            AnswerMatcher::Output(test) | AnswerMatcher::InputOutput(test) => Some(test.path),
            _ => None,
        });
        tests.map(|path| (waiter.name, path))
    });
    let problems = tests.filter_map(|(waiter, path)| {
        let reason = Query::compile(path).err()?;
        Some(format!("the waiter `{}` has the invalid path `{}`: {reason}", visible::name(waiter), visible::name(path)))
    });
    problems.collect()
}

/// Compares two specifications, or the parts of them that concern the named operations.
fn compare(paths: [&String; 2], operations: &[String], fails_on_breaking: bool) -> Result<(), Failure> {
    let operations: Vec<&str> = operations.iter().map(String::as_str).collect();
    let load = |path: &String| {
        let spec = load(std::slice::from_ref(path))?;
        if operations.is_empty() {
            return Ok(spec);
        }
        select(&spec, &operations).map_err(|problems| report(&problems.join("\n")))
    };
    let [old, new] = paths;
    let diff = diff(&load(old)?, &load(new)?);

    stdout::print_report(&format!("{diff}\n"));
    let fails = fails_on_breaking && diff.breaks().any();
    if fails { Err(Failure::AlreadyReported(Status::Breaking)) } else { Ok(()) }
}

/// Prints what the macros generate for operations and shapes.
fn expand(spec: String, names: &[String]) -> Result<(), Failure> {
    let spec = load(&[spec])?;
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let tokens = apigw_codegen::expand(&spec, &names).map_err(|problems| report(&problems.join("\n")))?;

    let text = match syn::parse2(tokens.clone()) {
        Ok(file) => prettyplease::unparse(&file),
        Err(_) => format!("{tokens}\n"),
    };
    stdout::print(&text);
    Ok(())
}
