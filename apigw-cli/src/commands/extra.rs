//! The commands that the AWS CLI does not have.

use apigw_cli_text::word::Word;

use super::{
    check_api, completions, explain, lint, lint_script, local, lsp, man, operations, render, rules, schema, spec,
    try_call,
};
use crate::failure::Failure;
use crate::syntax::extra_args::ExtraArgs;
use crate::syntax::extra_command::ExtraCommand;
use crate::syntax::extra_parser::parse;
use crate::syntax::globals::Globals;
use crate::terminal::stdout;

/// Runs one of them. Scripts written for the AWS CLI do not know these commands, so their failures need not look like its
/// failures: they are reported in one line, and those of the command line with the usage of the command.
pub(super) fn run(command: &ExtraCommand, words: &[Word], globals: &Globals) -> Result<(), Failure> {
    let outcome = parse(command, words).and_then(|args| obey(args, globals));
    outcome.map_err(|failure| {
        let usage = || format!("\n\nusage: {}", command.usage().join("\n       "));
        let message = match &failure {
            Failure::Usage(error) => format!("{}{}", error.to_string().trim_end(), usage()),
            Failure::UnknownOptions(words) => format!("unknown options: {}{}", words.join(", "), usage()),
            _ => match failure.message() {
                Some(message) => message,
                None => return failure,
            },
        };
        stdout::print_error(&format!("apigw: {message}\n"));
        Failure::AlreadyReported(failure.status())
    })
}

fn obey(args: ExtraArgs, globals: &Globals) -> Result<(), Failure> {
    match args {
        ExtraArgs::CheckApi(args) => return check_api::run(&args, globals),
        ExtraArgs::Completions { shell } => completions::run(shell),
        ExtraArgs::Explain(args) => return explain::run(&args),
        ExtraArgs::Lint(args) => return lint::run(&args, &globals.allowed_rules),
        ExtraArgs::LintScript { files, format, denies_warnings } => {
            return lint_script::run(&files, format, denies_warnings, &globals.allowed_rules);
        }
        ExtraArgs::Local(action) => return local::run(&action, globals),
        ExtraArgs::Lsp => return lsp::run(),
        ExtraArgs::Man { folder } => return man::run(&folder),
        ExtraArgs::Operations { words, format } => operations::run(&words, format),
        ExtraArgs::Render(args) => return render::run(&args),
        ExtraArgs::Rules { operation, format } => rules::run(operation.as_deref(), format),
        ExtraArgs::Schema { operation } => return schema::run(&operation),
        ExtraArgs::Spec(action) => return spec::run(action),
        ExtraArgs::Try { functions, call } => return try_call::run(&functions, &call, globals),
    }
    Ok(())
}
