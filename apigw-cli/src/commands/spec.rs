//! `apigw spec`: specification files imported, checked, compared and expanded into Rust.

use apigw_cli_text::argparse::{Check, Positional, Takes, UsageError, check_choice};
use apigw_cli_text::python::os_error::describe;
use apigw_spec::read::{ReadError, ReadErrors, Source, diff, import, read};
use apigw_spec::select::select;
use apigw_spec::{Spec, builtin};

use super::{flag, value, valued};
use crate::failure::{Failure, Status};
use crate::terminal::stdout;

/// The word for the specification that comes with the command.
const BUILTIN: &str = "builtin";
const ACTIONS: [&str; 4] = ["import", "check", "diff", "expand"];

/// Runs `apigw spec …`.
pub(super) fn run(words: &[String]) -> Result<(), Failure> {
    let Some((action, words)) = words.split_first() else {
        return Err(UsageError::required(vec!["action".to_owned()]).into());
    };
    match action.as_str() {
        "import" => import_file(words),
        "check" => check(words),
        "diff" => compare(words),
        "expand" => expand(words),
        other => Ok(check_choice("action", other, ACTIONS.into_iter())?),
    }
}

const fn required(name: &'static str) -> Positional {
    Positional { name, is_required: true }
}

fn read_file(path: &str) -> Result<String, Failure> {
    let text = std::fs::read(path).map_err(|error| Failure::general(describe(&error, path)))?;
    String::from_utf8(text).map_err(|_| told(&format!("cannot read `{path}`: the file is not UTF-8")))
}

/// Imports a published model into our normal form.
fn import_file(words: &[String]) -> Result<(), Failure> {
    const FORMATS: &[&str] = &["botocore", "smithy"];
    let flags = [flag("--from", Takes::One(Check::Choice(FORMATS))), valued("--paginators"), valued("--output-file")];
    let found = super::read(&flags, &[required("file")], words)?;
    let path = found.positionals.iter().flatten().next().map(String::as_str).unwrap_or_default();
    let text = read_file(path)?;
    // A Smithy file says that it is one in its first member.
    let guessed = if text.contains("\"smithy\"") { "smithy" } else { "botocore" };
    let paginators = value(&found, "--paginators").map(read_file).transpose()?;
    let imported = match value(&found, "--from").unwrap_or(guessed) {
        "smithy" => import::smithy(&text),
        _ => import::botocore(&text, paginators.as_deref()),
    };
    let imported = imported.map_err(|errors| told(&named(errors, path).to_string()))?;
    match value(&found, "--output-file") {
        Some(target) => std::fs::write(target, imported).map_err(|error| Failure::general(describe(&error, target))),
        None => {
            stdout::print(&imported);
            Ok(())
        }
    }
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
        return builtin::spec().copied().map_err(|errors| told(&errors.to_string()));
    }
    let texts: Vec<String> = paths.iter().map(|path| read_file(path)).collect::<Result<_, _>>()?;
    let sources: Vec<Source<'_>> = paths.iter().zip(&texts).map(|(path, text)| Source { name: path, text }).collect();
    read(&sources).map_err(|errors| told(&errors.to_string()))
}

/// Tells problems, one a line, and fails.
fn told(problems: &str) -> Failure {
    stdout::print_error(&format!("{problems}\n"));
    Failure::AlreadyReported(Status::Usage)
}

/// Checks files as one specification and says what is in it.
fn check(words: &[String]) -> Result<(), Failure> {
    let found = super::read(&[], &[required("file")], words)?;
    let paths: Vec<String> = found.positionals.into_iter().flatten().chain(found.rest).collect();
    let spec = load(&paths)?;
    let rules: usize = spec.shapes.iter().map(|shape| shape.structure().rules.rules.len()).sum();
    let service = spec.service;
    stdout::print(&format!(
        "{} {}: {} operations, {} shapes, {rules} rules\n",
        service.title,
        service.version,
        spec.operations.len(),
        spec.shapes.len(),
    ));
    Ok(())
}

/// Compares two specifications, or what of them concerns the named operations. With `--exit-code` a change that breaks
/// callers is a failure.
fn compare(words: &[String]) -> Result<(), Failure> {
    let flags = [flag("--exit-code", Takes::Nothing), flag("--operations", Takes::Any)];
    let found = super::read(&flags, &[required("old"), required("new")], words)?;
    let operations = found.options.iter().rev().find(|(key, _)| *key == "--operations");
    let operations: Vec<&str> = operations.iter().flat_map(|(_, names)| names).map(String::as_str).collect();
    let mut paths = found.positionals.iter().flatten();
    let mut next = || {
        let spec = load(&[paths.next().cloned().unwrap_or_default()])?;
        if operations.is_empty() {
            return Ok(spec);
        }
        select(&spec, &operations).map_err(|problems| told(&problems.join("\n")))
    };
    let diff = diff(&next()?, &next()?);
    stdout::print(&format!("{diff}\n"));
    let fails = found.options.iter().any(|(key, _)| *key == "--exit-code") && diff.breaks().any();
    if fails { Err(Failure::AlreadyReported(Status::Breaking)) } else { Ok(()) }
}

/// Prints what the macros emit for operations and shapes.
fn expand(words: &[String]) -> Result<(), Failure> {
    let flags = [valued("--spec")];
    let found = super::read(&flags, &[required("name")], words)?;
    let spec = load(&[value(&found, "--spec").unwrap_or(BUILTIN).to_owned()])?;
    let names: Vec<&str> = found.positionals.iter().flatten().chain(&found.rest).map(String::as_str).collect();
    let tokens = apigw_codegen::expand(&spec, &names).map_err(|problems| told(&problems.join("\n")))?;
    let text = match syn::parse2(tokens.clone()) {
        Ok(file) => prettyplease::unparse(&file),
        Err(_) => format!("{tokens}\n"),
    };
    stdout::print(&text);
    Ok(())
}
