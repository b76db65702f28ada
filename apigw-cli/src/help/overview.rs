//! The pages of the command itself and of its own commands.

use super::options;
use super::page::{Block, Page, first_sentence};
use crate::commands::{self, OwnCommand};
use crate::input::documentation::Documentation;
use crate::syntax::catalog;

/// The page of the whole command.
pub(crate) fn page() -> Page {
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
    page.add(
        "FURTHER COMMANDS",
        commands::COMMANDS.iter().map(|own| Block::Item(own.name.to_owned(), usage(own))).collect(),
    );
    page.add("ENVIRONMENT", environment());
    page.add("EXIT STATUS", statuses());
    page
}

/// The page of one of the command's own commands.
pub(crate) fn own(command: &OwnCommand) -> Page {
    let mut page = Page { name: command.name.to_owned(), about: command.about.to_owned(), ..Page::default() };
    let (usage, notes) = command.usage.split_once("\n\n").unwrap_or((command.usage, ""));
    page.add("SYNOPSIS", vec![Block::Code(lines(usage))]);
    page.add("DESCRIPTION", vec![Block::text(format!("{} {notes}", sentence(command.about)))]);
    page
}

fn usage(command: &OwnCommand) -> Vec<Block> {
    let (usage, _) = command.usage.split_once("\n\n").unwrap_or((command.usage, ""));
    vec![Block::text(sentence(command.about)), Block::Code(lines(usage))]
}

/// The lines of a usage without their indentation.
fn lines(usage: &str) -> String {
    usage.lines().map(str::trim).collect::<Vec<_>>().join("\n")
}

/// A phrase as a sentence.
fn sentence(phrase: &str) -> String {
    let mut chars = phrase.chars();
    let first: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", chars.as_str())
}

fn description() -> Vec<Block> {
    let texts = [
        "Takes the arguments of `aws apigateway`, gives the same output, and explains a bad request before it is sent. \
         Options, shorthand, input files, `--query`, output formats and exit statuses are those of version 2 of the AWS \
         CLI.",
        "A request is judged by the rules of the service. A finding is told on standard error: what is wrong, what to \
         do, and what AWS would say. An error keeps a request from being sent to AWS; `--allow` lets it pass by its \
         identifier, and `--no-validate` judges nothing.",
    ];
    texts.map(Block::text).into()
}

fn environment() -> Vec<Block> {
    let item = |name: &str, text: &str| Block::Item(name.to_owned(), vec![Block::text(text)]);
    vec![
        item("AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN", "The credentials to sign requests with."),
        item("AWS_PROFILE, AWS_REGION, AWS_DEFAULT_REGION, AWS_DEFAULT_OUTPUT", "What the options of these names say."),
        item("AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE", "Where the configuration files are."),
        item("AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_API_GATEWAY", "The base URL of the service."),
        item("AWS_PAGER, PAGER", "The pager for a terminal, `less` by default; if it is empty, there is none."),
        item("APIGW_VALIDATE", "What findings do: `error`, `warn` or `off`."),
        item("NO_COLOR", "If it is set and not empty, nothing has colors, unless `--color on` asks for them."),
    ]
}

fn statuses() -> Vec<Block> {
    let item = |status: &str, text: &str| Block::Item(status.to_owned(), vec![Block::text(text)]);
    vec![
        item("0", "The command did what it was asked."),
        item(
            "1",
            "`apigw spec diff --exit-code` found a change that breaks somebody, or `apigw lint-script` an error.",
        ),
        item("130", "It was interrupted."),
        item("252", "The command line or a parameter is wrong, or a rule is broken. Nothing was sent."),
        item("253", "The environment is not in order: no region, no credentials, no pager."),
        item("254", "The service answered with an error."),
        item("255", "Anything else went wrong."),
    ]
}
