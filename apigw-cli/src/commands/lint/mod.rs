//! `apigw lint`: the definitions of APIs in files and folders, and the calls in scripts.

mod baseline;
pub(super) mod files;
pub(super) mod finding;
mod fix;
mod junit;
mod report;
pub(super) mod settings;
mod structured;

use std::collections::HashSet;
use std::path::Path;

use apigw_lint::{SourceSpan, UNUSED_SUPPRESSION};

use crate::check::render::on_one_line;
use crate::failure::{Failure, Status};
use crate::syntax::extra_args::{LintArgs, LintFixes};
use crate::terminal::stdout;

use files::{FileLinter, INCLUDED, Visited, beside_path};
use finding::{LintedFile, LintedFinding};
use settings::LintSettings;

/// Lints what is found below paths and reports it. Fails if there are errors, warnings that are denied, or files that
/// cannot be read.
pub(super) fn run(args: &LintArgs, allowed: &[String]) -> Result<(), Failure> {
    let unread = |problem: String| {
        stdout::print_error(&format!("apigw: {}\n", on_one_line(&problem)));
        Failure::AlreadyReported(Status::Unread)
    };
    let settings = LintSettings::find(Path::new(".")).map_err(unread)?;
    let patterns = settings.patterns().map_err(unread)?;
    let here = [".".to_owned()];
    let paths = if args.paths.is_empty() { &here } else { args.paths.as_slice() };
    let linter = FileLinter { linter: settings.linter(), patterns, allowed: allowed.to_vec() };

    let (mut checked, is_unread) = sorted(linter.lint(paths), &linter, args.is_verbose);
    let is_allowed = |rule: &str| allowed.iter().any(|allowed| allowed == rule);
    let baseline = args.baseline.as_deref().map(baseline::read).transpose()?;
    if args.fixes != LintFixes::Ignore {
        let is_allowed = |rule: &str| is_allowed(rule) || settings.allow.iter().any(|(allowed, _)| allowed == rule);
        apply_fixes(&linter, &mut checked, is_allowed, baseline.as_ref(), args.fixes)?;
    }
    for file in &mut checked {
        file.findings.retain(|finding| !is_allowed(finding.rule));
    }
    enforce(&settings, &mut checked, args.paths.is_empty());

    if let Some(path) = &args.new_baseline {
        baseline::write(path, &checked)?;
        let count = counted(checked.iter().map(|file| file.findings.len()).sum(), "finding");
        stdout::print_error(&format!("apigw: {count} written to {path}\n"));
        return Ok(());
    }
    if let Some((path, known)) = args.baseline.as_ref().zip(baseline.as_ref()) {
        let (hidden, gone) = baseline::apply(known, &mut checked);
        let gone = if gone > 0 { format!(", {gone} of it not found any more") } else { String::new() };
        stdout::print_error(&format!("apigw: {} in {path}{gone}\n", counted(hidden, "finding")));
    }

    if args.fixes != LintFixes::Show {
        stdout::print(&report::render(&checked, args.format, args.denies_warnings));
    }
    conclude(&checked, is_unread, args.denies_warnings)
}

/// Fixes files, or shows what that would change. What a baseline lists is left as it is.
fn apply_fixes(
    linter: &FileLinter,
    files: &mut [LintedFile],
    is_allowed: impl Fn(&str) -> bool,
    baseline: Option<&HashSet<String>>,
    wanted: LintFixes,
) -> Result<(), Failure> {
    let nothing = HashSet::new();
    let mut count = 0;
    // A file that is only included was not named.
    for file in files.iter_mut().filter(|file| file.format != Some(INCLUDED)) {
        let Some(fixed) = fix::fixed(file, &linter.linter, &is_allowed, baseline.unwrap_or(&nothing)) else { continue };

        if wanted == LintFixes::Show {
            stdout::print(&fix::patch(file, &fixed));
            continue;
        }
        fix::write(file, &fixed)?;
        count += 1;
        if let Visited::Linted(again, _) = linter.lint_text(file.path.clone(), fixed, true) {
            *file = again;
        }
    }
    if count > 0 {
        stdout::print_error(&format!("apigw: {} fixed\n", counted(count, "file")));
    }
    Ok(())
}

/// The files that are checked, by name; the others are reported, as far as they concern the user.
fn sorted(mut visited: Vec<Visited>, linter: &FileLinter, is_verbose: bool) -> (Vec<LintedFile>, bool) {
    visited.sort_by(|one, other| path(one).cmp(path(other)));
    let (mut linted, mut included, mut is_unread) = (Vec::new(), Vec::new(), false);

    for file in visited {
        match file {
            Visited::PassedOver(path, what) => {
                if is_verbose {
                    stdout::print_error(&format!("apigw: {path}: {what}\n"));
                }
            }
            Visited::Unread(path, problem) => {
                is_unread = true;
                stdout::print_error(&format!("apigw: {path}{}\n", on_one_line(&problem)));
            }
            Visited::Linted(mut file, notes) => {
                if is_verbose && notes.is_empty() {
                    stdout::print_error(&format!("apigw: {}: {}\n", file.path, file.format.unwrap_or("scripts")));
                }
                if is_verbose || file.format.is_some() {
                    for note in notes {
                        stdout::print_error(&format!("apigw: {}: {note}\n", file.path));
                    }
                }
                included.append(&mut file.included);
                linted.push(file);
            }
        }
    }
    for file in included.into_iter().filter(|file| linter.is_wanted(Path::new(&file.path), false)) {
        add_included(&mut linted, file);
    }
    (linted, is_unread)
}

/// Adds what is found in a file that another one includes, if it is not found in the file itself.
fn add_included(linted: &mut Vec<LintedFile>, file: LintedFile) {
    let whole = |file: &LintedFile| Some(beside_path("", std::path::absolute(&file.path).ok()?.to_str()?));
    let path = whole(&file);
    let known = linted.iter_mut().find(|known| known.path == file.path || (path.is_some() && whole(known) == path));
    let Some(known) = known else { return linted.push(file) };
    for finding in file.findings {
        let is_same = |other: &LintedFinding| other.span == finding.span && other.rule == finding.rule;
        if !known.findings.iter().any(is_same) {
            known.findings.push(finding);
        }
    }
    known.findings.sort_by_key(|finding| finding.span);
}

fn path(visited: &Visited) -> &str {
    match visited {
        Visited::Linted(LintedFile { path, .. }, _) | Visited::PassedOver(path, _) | Visited::Unread(path, _) => path,
    }
}

/// Applies the settings to what is found. If all files are checked, settings that change nothing are findings too.
fn enforce(settings: &LintSettings, files: &mut Vec<LintedFile>, is_all: bool) {
    let mut used = Vec::new();
    for file in &mut *files {
        file.findings.retain(|finding| {
            let allowing = settings.allow.iter().find(|(rule, _)| rule == finding.rule);
            used.extend(allowing.map(|(_, span)| *span));
            allowing.is_none()
        });
        for finding in file.findings.iter_mut().filter(|finding| finding.is_error) {
            if let Some((_, span)) = settings.warn.iter().find(|(rule, _)| rule == finding.rule) {
                used.push(*span);
                finding.is_error = false;
            }
        }
    }

    let unused = |(_, span): &&(String, SourceSpan)| is_all && !used.contains(span);
    let unused = settings.allow.iter().chain(&settings.warn).filter(unused);
    let findings: Vec<_> = unused
        .map(|(rule, span)| LintedFinding {
            span: *span,
            rule: UNUSED_SUPPRESSION,
            is_error: false,
            part: String::new(),
            message: format!("`{rule}` is not broken here; remove the setting"),
            help: None,
            is_secret: false,
        })
        .collect();
    if !findings.is_empty() {
        files.push(LintedFile::new(settings.path(), settings.text.clone(), None, findings));
    }
}

/// Sums up, and fails if something was found.
fn conclude(linted: &[LintedFile], is_unread: bool, denies_warnings: bool) -> Result<(), Failure> {
    let count = |is_error: bool| {
        linted.iter().flat_map(|file| &file.findings).filter(|finding| finding.is_error == is_error).count()
    };
    let (errors, warnings) = (count(true), count(false));
    let definitions = linted.iter().filter(|file| file.format.is_some()).count();
    let calls: usize = linted.iter().map(|file| file.calls).sum();
    let calls = if calls > 0 { format!(" and {} in scripts", counted(calls, "call")) } else { String::new() };
    stdout::print_error(&format!(
        "apigw: {}, {} in {}{calls}\n",
        counted(errors, "error"),
        counted(warnings, "warning"),
        counted(definitions, "definition")
    ));

    match (is_unread, errors > 0 || (denies_warnings && warnings > 0)) {
        (true, _) => Err(Failure::AlreadyReported(Status::Unread)),
        (_, true) => Err(Failure::AlreadyReported(Status::Breaking)),
        _ => Ok(()),
    }
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
