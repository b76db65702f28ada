//! The page of the whole command.

use super::page::{Block, Page, first_sentence};
use super::{extra_command, options};
use crate::input::documentation::Documentation;
use crate::syntax::catalog;
use crate::syntax::extra_commands::EXTRA_COMMANDS;

/// The page of the whole command.
pub(super) fn page() -> Page {
    let mut page = Page {
        name: "apigw".to_owned(),
        about: "Amazon API Gateway from the command line, with every request checked before it is sent".to_owned(),
        ..Page::default()
    };
    page.add("DESCRIPTION", description());
    let synopsis = "apigw [options] <operation> [parameters]\napigw [options] apigateway <operation> [parameters]\n\
                    apigw <operation> help\napigw help";
    page.add("SYNOPSIS", vec![Block::Code(synopsis.to_owned())]);
    page.add("GLOBAL OPTIONS", options::global());
    let documentation = Documentation::read();
    let operation = |(name, operation): (String, _)| {
        let about = documentation.operation(operation).map(first_sentence).unwrap_or_default();
        Block::Item(name, vec![Block::text(format!("{about}."))])
    };
    page.add("AVAILABLE COMMANDS", catalog::operations().into_iter().map(operation).collect());
    page.add("FURTHER COMMANDS", EXTRA_COMMANDS.iter().map(extra_command::item).collect());
    page.add("ENVIRONMENT", environment());
    page.add("EXIT STATUS", statuses());
    page
}

fn description() -> Vec<Block> {
    let texts = [
        "Takes the arguments of `aws apigateway`, gives the same output, and explains a bad request before it is sent. \
         Options, shorthand, input files, `--query`, output formats and exit statuses are those of version 2 of the AWS \
         CLI.",
        "A request is checked against the rules of the service. Findings are reported on standard error: what is wrong, \
         what to do, and what AWS would answer. An error prevents a request from being sent to AWS; `--allow` permits \
         violations of a rule, and `--no-validate` disables the check.",
    ];
    texts.map(Block::text).into()
}

fn environment() -> Vec<Block> {
    let item = |name: &str, text: &str| Block::Item(name.to_owned(), vec![Block::text(text)]);
    vec![
        item("AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN", "The credentials to sign requests with."),
        item(
            "AWS_PROFILE, AWS_REGION, AWS_DEFAULT_REGION, AWS_DEFAULT_OUTPUT",
            "Defaults for the options of the same name.",
        ),
        item("AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE", "The paths of the configuration files."),
        item("AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_API_GATEWAY", "The base URL of the service."),
        item("AWS_PAGER, PAGER", "The pager for a terminal; `less` by default. An empty value disables it."),
        item("APIGW_VALIDATE", "How rules are enforced: `error`, `warn` or `off`."),
        item("NO_COLOR", "If it is set and not empty, the output has no colors unless `--color on` is given."),
    ]
}

fn statuses() -> Vec<Block> {
    let item = |status: &str, text: &str| Block::Item(status.to_owned(), vec![Block::text(text)]);
    vec![
        item("0", "The command succeeded."),
        item(
            "1",
            "`apigw spec diff --exit-code` found a breaking change, or `apigw lint` or `apigw lint-script` found errors.",
        ),
        item("2", "`apigw lint` could not read a file."),
        item("130", "The command was interrupted."),
        item("252", "The command line or a parameter is invalid, or a rule is violated. The request was not sent."),
        item("253", "Invalid configuration: no region, no credentials, no pager."),
        item("254", "The service returned an error."),
        item("255", "Any other failure."),
    ]
}
