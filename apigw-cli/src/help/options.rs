//! Options that do not come from a model: those that every operation has, and the global ones.

use apigw_spec::{Member, Operation};

use super::page::{Block, blocks};
use crate::syntax::globals;
use crate::syntax::operation::option_names;

/// An option, the type of its value, and what is said of it.
type Row = (&'static str, &'static str, &'static str);

/// The options that operations have besides those of their members; two that exclude each other stand together.
const TABLE: [Row; 5] = [
    (
        "--starting-token",
        "string",
        "Where to go on: the `NextToken` that an earlier command printed after it had shown as many items as \
         `--max-items` said.",
    ),
    (
        "--page-size",
        "integer",
        "How many items one request asks for. A smaller number makes more requests, each of which takes the service less \
         time; it does not change what is printed.",
    ),
    (
        "--max-items",
        "integer",
        "How many items to print. If there are more, a `NextToken` is printed with them, for `--starting-token`. Do not \
         use that token outside this command.",
    ),
    (
        "--cli-input-json | --cli-input-yaml",
        "string",
        "The arguments as a JSON or YAML text, of the form that `--generate-cli-skeleton` prints; `file://` reads it from \
         a file. What other options say counts more. Bytes cannot be given in this way: a text is taken as it stands. \
         The two options exclude each other.",
    ),
    (
        "--generate-cli-skeleton",
        "string",
        "Prints a form to fill in and sends nothing. With no value, or with `input`, it is JSON for `--cli-input-json`; \
         with `yaml-input` it is YAML for `--cli-input-yaml`; with `output` the arguments are checked, and an answer is \
         printed as it could be.\n\nPossible values:\n\n* `input`\n* `yaml-input`\n* `output`",
    ),
];

/// What is said of the global options.
const GLOBAL: [(&str, &str); 23] = [
    ("--debug", "Tells on standard error what is sent and how it is answered."),
    ("--endpoint-url", "The base URL of the service, instead of the one that follows from the region."),
    ("--no-verify-ssl", "Does not check the certificate of the service."),
    ("--no-paginate", "Makes one request only and prints its page as it comes."),
    ("--output", "The format of the output; `json` by default."),
    ("--query", "What to take from the output: an expression of JMESPath."),
    ("--profile", "The profile of the configuration files to use."),
    ("--region", "The region to use, instead of that of the environment or the profile."),
    ("--version", "Prints the version of this command and ends."),
    ("--color", "Whether output has colors: `auto` by default, on a terminal unless `NO_COLOR` is set."),
    ("--no-sign-request", "Sends the request unsigned. No credentials are looked for."),
    ("--ca-bundle", "A file of certificates to trust, instead of the built-in ones."),
    ("--cli-read-timeout", "How many seconds to wait for an answer; 60 by default, 0 for ever."),
    ("--cli-connect-timeout", "How many seconds to wait for a connection; 60 by default, 0 for ever."),
    (
        "--cli-binary-format",
        "How the text of bytes is meant: as Base64, the default, or as the bytes themselves. What \
         `fileb://` reads is taken as it is.",
    ),
    ("--no-cli-pager", "Prints the output straight to the terminal, without a pager."),
    ("--cli-auto-prompt", "Is accepted for the sake of scripts: this command asks nothing."),
    ("--no-cli-auto-prompt", "Is accepted for the sake of scripts: this command asks nothing."),
    ("--cli-error-format", "The format of errors; `enhanced` by default."),
    (
        "--dry-run",
        "Prints the request that would be sent, and sends nothing. Neither a region nor credentials are \
         needed.",
    ),
    ("--findings", "The format in which findings of rules are told on standard error; `text` by default."),
    ("--allow", "A rule that may be broken, by its identifier. Can be given several times."),
    ("--no-validate", "Judges the request by no rules."),
];

/// The further options of an operation.
pub(super) fn of(operation: &'static Operation) -> Vec<Block> {
    rows(operation).map(|(name, kind, text)| Block::Item(format!("{name} ({kind})"), blocks(text))).collect()
}

/// The further options as the synopsis shows them.
pub(super) fn synopsis(operation: &'static Operation) -> Vec<String> {
    let usage = |name: &str| if name.contains('|') { format!("[{name}]") } else { format!("[{name} <value>]") };
    rows(operation).map(|(name, ..)| usage(name)).collect()
}

/// The rows of the options that an operation has.
fn rows(operation: &'static Operation) -> impl Iterator<Item = Row> {
    let names = option_names(operation);
    TABLE.into_iter().filter(move |(known, ..)| names.iter().any(|name| is_in(name, known)))
}

/// Whether an option is one of those of a row.
fn is_in(name: &str, row: &str) -> bool {
    row.split(" | ").any(|known| known == name)
}

/// Whether a member belongs to paging, so that giving it switches paging off.
pub(super) fn pages_by_hand(operation: &'static Operation, member: &Member) -> bool {
    let pagination = operation.pagination;
    pagination.is_some_and(|pages| pages.input_token == member.name || pages.page_size == Some(member.name))
}

/// The options that every command has.
pub(super) fn global() -> Vec<Block> {
    let item = |option: globals::Described| {
        let mut body = blocks(about(option.name));
        if !option.choices.is_empty() {
            body.push(Block::text(super::text::VALUES));
            body.extend(option.choices.iter().map(|choice| Block::Point(format!("`{choice}`"))));
        }
        Block::Item(format!("{} ({})", option.name, option.kind()), body)
    };
    globals::described().map(item).collect()
}

/// What is said of a global option.
pub(crate) fn about(name: &str) -> &'static str {
    GLOBAL.iter().find(|(known, _)| *known == name).map_or("", |(_, about)| about)
}

/// What is said of an option that operations have besides those of their members.
pub(crate) fn about_further(name: &str) -> Option<&'static str> {
    TABLE.iter().find(|(known, ..)| is_in(name, known)).map(|(.., about)| *about)
}

#[cfg(test)]
mod tests {
    use super::{GLOBAL, TABLE, about, about_further, rows};
    use crate::syntax::globals;
    use crate::syntax::operation::{option, option_names};

    #[test]
    fn every_global_option_is_described() {
        assert_eq!(globals::described().count(), GLOBAL.len());
        for option in globals::described() {
            assert!(about(option.name).ends_with('.'), "{}", option.name);
        }
    }

    #[test]
    fn every_further_option_is_described() {
        let mut seen = std::collections::BTreeSet::new();
        for operation in apigw_model::OPERATIONS {
            let members: Vec<String> =
                operation.input.shape().members().iter().map(|member| option(operation, member)).collect();
            let is_member =
                |name: &String| members.contains(name) || members.contains(&name.replacen("--no-", "--", 1));
            let further: Vec<String> = option_names(operation).into_iter().filter(|name| !is_member(name)).collect();
            let described: usize = rows(operation).map(|(name, ..)| name.split(" | ").count()).sum();
            assert_eq!(described, further.len(), "{}: {further:?}", operation.name);
            assert!(further.iter().all(|name| about_further(name).is_some()), "{}: {further:?}", operation.name);
            seen.extend(further);
        }
        assert_eq!(seen.len(), TABLE.len() + 1);
    }
}
