//! `apigw lint`: the definitions of APIs in files and folders.

mod files;
mod report;

use apigw_lint::DefinitionFormat;

use crate::check::render::on_one_line;
use crate::failure::{Failure, Status};
use crate::syntax::extra_args::LintArgs;
use crate::terminal::stdout;

use files::FoundFile;
use report::LintedFile;

/// Lints what is found below paths and reports it. Fails if there are errors, warnings that are denied, or files that
/// cannot be read.
pub(super) fn run(args: &LintArgs, allowed: &[String]) -> Result<(), Failure> {
    let here = [".".to_owned()];
    let paths = if args.paths.is_empty() { &here } else { args.paths.as_slice() };
    let mut found = files::lint(paths);
    found.sort_by(|one, other| one.path.cmp(&other.path));

    let (mut linted, mut is_unread, mut definitions) = (Vec::new(), false, 0);
    for FoundFile { path, outcome } in found {
        match outcome {
            Ok((_, report)) if report.format == DefinitionFormat::Other => {
                if args.is_verbose {
                    stdout::print_error(&format!("apigw: {path}: {}\n", report.format.name()));
                }
            }
            Ok((text, mut report)) => {
                definitions += 1;
                if args.is_verbose || report.format == DefinitionFormat::HttpApi {
                    stdout::print_error(&format!("apigw: {path}: {}\n", described(report.format)));
                }
                report.findings.retain(|finding| allowed.iter().all(|rule| rule != finding.rule));
                linted.push(LintedFile { path, text, findings: report.findings });
            }
            Err(problem) => {
                is_unread = true;
                stdout::print_error(&format!("apigw: {path}{}\n", on_one_line(&problem)));
            }
        }
    }

    stdout::print(&report::render(&linted, args.format));
    let errors = count(&linted, true);
    let warnings = count(&linted, false);
    stdout::print_error(&format!(
        "apigw: {}, {} in {}\n",
        counted(errors, "error"),
        counted(warnings, "warning"),
        counted(definitions, "definition")
    ));
    match (is_unread, errors > 0 || (args.denies_warnings && warnings > 0)) {
        (true, _) => Err(Failure::AlreadyReported(Status::Unread)),
        (_, true) => Err(Failure::AlreadyReported(Status::Breaking)),
        _ => Ok(()),
    }
}

fn described(format: DefinitionFormat) -> String {
    if format == DefinitionFormat::HttpApi {
        "an HTTP API, which is not checked".to_owned()
    } else {
        format.name().to_owned()
    }
}

fn count(linted: &[LintedFile], is_error: bool) -> usize {
    linted.iter().flat_map(|file| &file.findings).filter(|finding| finding.is_error() == is_error).count()
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
