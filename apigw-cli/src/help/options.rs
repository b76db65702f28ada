//! Options that do not come from a model: those of all operations, and the global ones.

use apigw_spec::{Member, Operation};

use super::page::{Block, blocks};
use crate::syntax::globals;
use crate::syntax::operation::option_names;

/// An option, the type of its value, and its description.
type Row = (&'static str, &'static str, &'static str);

/// The options of operations that are not members; two that exclude each other stand together.
const TABLE: [Row; 9] = [
    (
        "--starting-token",
        "string",
        "The token at which to continue: the `NextToken` that an earlier command printed after `--max-items` items.",
    ),
    (
        "--page-size",
        "integer",
        "The number of items to request at a time. A smaller number makes more requests, each of which takes the service \
         less time. It does not change the output.",
    ),
    (
        "--max-items",
        "integer",
        "The maximum number of items to print. If there are more, the output contains a `NextToken` for \
         `--starting-token`. Do not use that token outside this command.",
    ),
    (
        "--cli-input-json | --cli-input-yaml",
        "string",
        "The arguments as a JSON or YAML string, in the form that `--generate-cli-skeleton` prints; `file://` reads it from \
         a file. Other options override its values. It cannot contain binary values: strings are taken literally. The two \
         options exclude each other.",
    ),
    (
        "--generate-cli-skeleton",
        "string",
        "Prints a skeleton without sending a request. With no value, or with `input`, it is JSON for `--cli-input-json`; \
         with `yaml-input`, YAML for `--cli-input-yaml`; with `output`, the arguments are validated and a sample of the \
         output is printed.\n\nPossible values:\n\n* `input`\n* `yaml-input`\n* `output`",
    ),
    (
        "--offline",
        "boolean",
        "Runs the call on this machine, with the output that AWS would print. The API is in the files of `--given`: the \
         resources with their methods embedded, or the resource and the method; the API, its models and request validators \
         if they matter. Without `--given`, these are first read from AWS, by calls that change nothing. An HTTP endpoint of an integration is called where it is; services of AWS are \
         called where `AWS_ENDPOINT_URL_…` says, as `AWS_ENDPOINT_URL_LAMBDA`.",
    ),
    (
        "--function",
        "string",
        "What stands for a Lambda function: `NAME=URL`, which gets the event in a POST request, or `NAME=COMMAND`, which \
         reads the event from standard input and prints its answer. Can be repeated. Implies `--offline`.",
    ),
    (
        "--api",
        "string",
        "A file that defines the API: an OpenAPI document, or a template of CloudFormation or SAM whose APIs have a body, \
         methods, or functions with events, or the plan or a file of Terraform. `--http-method` is GET by default, the resource is the one that serves \
         `--path-with-query-string`, and `--rest-api-id` names one of several APIs. Functions have the names that the template gives \
         them. Implies `--offline`.",
    ),
    (
        "--case",
        "string",
        "A JSON file with an API and a request; what the call gives is printed as one line of JSON. For tests of this \
         command. Implies `--offline`.",
    ),
];

/// The descriptions of the global options.
const GLOBAL: [(&str, &str); 27] = [
    ("--debug", "Prints requests and replies to standard error."),
    ("--endpoint-url", "The base URL of the service, instead of the endpoint of the region."),
    (
        "--no-verify-ssl",
        "Disables the verification of the certificate of the service. Credentials are fetched over verified connections.",
    ),
    ("--no-paginate", "Makes one request only and prints that page as it is."),
    ("--output", "The format of the output; `json` by default."),
    ("--query", "A JMESPath expression that selects a part of the output."),
    ("--profile", "The profile to use from the configuration files."),
    ("--region", "The region to use, instead of the one from the environment or the profile."),
    ("--version", "Prints the version of this command."),
    (
        "--color",
        "Whether the output has colors. The default, `auto`, uses colors on a terminal unless `NO_COLOR` is set.",
    ),
    ("--no-sign-request", "Sends the request unsigned, without loading credentials."),
    ("--ca-bundle", "A file of certificates to trust, instead of the built-in certificates."),
    ("--cli-read-timeout", "The number of seconds to wait for a reply; 60 by default, 0 for no limit."),
    ("--cli-connect-timeout", "The number of seconds to wait for a connection; 60 by default, 0 for no limit."),
    (
        "--cli-binary-format",
        "The format of binary values in arguments: Base64, the default, or the bytes themselves. Files that `fileb://` \
         names are read as they are.",
    ),
    ("--no-cli-pager", "Prints the output to the terminal without a pager."),
    ("--cli-auto-prompt", "Accepted for compatibility, without effect: this command never prompts for parameters."),
    ("--no-cli-auto-prompt", "Accepted for compatibility, without effect: this command never prompts for parameters."),
    ("--cli-error-format", "The format of errors; `enhanced` by default."),
    ("--dry-run", "Prints the request instead of sending it. Neither a region nor credentials are required."),
    ("--findings", "The format in which rule findings are reported on standard error; `text` by default."),
    ("--allow", "The identifier of a rule that the request may violate. Can be repeated."),
    ("--no-validate", "Does not check the request against the rules."),
    (
        "--given",
        "A file with objects around the request, for the rules that look at them: what the `get-…` command of the object or \
         list printed, methods embedded. `NAME=FILE` says what it is where the content does not tell. Can be repeated.",
    ),
    (
        "--no-retry-unknown",
        "Does not send a request again that may have been executed, if executing it twice has another effect: one that \
         creates something and whose reply was lost. By default it is sent again, with a warning, as by the AWS CLI.",
    ),
    (
        "--local",
        "Runs the call on a store on this machine, which answers as AWS does; neither a network nor credentials are needed. \
         `--local=FILE` keeps the store in a file; without a name it is `apigw/local.redb` in the folder that \
         `XDG_STATE_HOME` names, by default `~/.local/state`, so that the commands of a session share it.",
    ),
    (
        "--preflight",
        "Before a call that changes something, reads the objects that its rules look at, with read-only calls; what cannot \
         be read fails no rule. With `--dry-run`, a rehearsal against the service.",
    ),
];

/// The further options of an operation.
pub(super) fn of(operation: &'static Operation) -> Vec<Block> {
    rows(operation).map(|(name, kind, text)| Block::Item(format!("{name} ({kind})"), blocks(text))).collect()
}

/// The further options as the synopsis shows them.
pub(super) fn synopsis(operation: &'static Operation) -> Vec<String> {
    let usage = |name: &str, kind: &str| {
        if name.contains('|') || kind == "boolean" { format!("[{name}]") } else { format!("[{name} <value>]") }
    };
    rows(operation).map(|(name, kind, _)| usage(name, kind)).collect()
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

/// Whether a member belongs to pagination, so that giving it disables pagination.
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

/// The description of a global option.
pub(crate) fn about(name: &str) -> &'static str {
    GLOBAL.iter().find(|(known, _)| *known == name).map_or("", |(_, about)| about)
}

/// The description of an option of operations that is not a member.
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
