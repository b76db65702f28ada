//! The options of one operation, which follow from the members of its input.

use apigw_cli_text::argparse::{Check, Flag, Positional, Takes, UsageError, sort_partial};
use apigw_cli_text::python::number;
use apigw_cli_text::word::Word;
use apigw_spec::{Kind, Member, Operation};

use crate::failure::Failure;
use crate::syntax::catalog::HELP;
use crate::syntax::choices::Skeleton;
use crate::syntax::quirks;
use crate::syntax::raw::RawValue;

const INPUT_JSON: &str = "--cli-input-json";
const INPUT_YAML: &str = "--cli-input-yaml";
const SKELETON: &str = "--generate-cli-skeleton";
const OFFLINE: &str = "--offline";
const FUNCTION: &str = "--function";
const CASE: &str = "--case";
const API: &str = "--api";

/// What the words after an operation ask for.
#[derive(Debug, Clone)]
pub(crate) enum ParsedOperation {
    /// To read its help page.
    Help,
    /// To call it, or to see what a call would be.
    Args(Box<OperationArgs>),
}

/// The option values of a call, not yet converted.
#[derive(Debug, Clone)]
pub(crate) struct OperationArgs {
    /// The operation.
    pub(crate) operation: &'static Operation,
    /// The members given by options, in the order of the options.
    pub(crate) members: Vec<(&'static Member, RawValue)>,
    /// The pagination options.
    pub(crate) paging: Paging,
    /// The value of `--cli-input-json`.
    pub(crate) input_json: Option<Word>,
    /// The value of `--cli-input-yaml`.
    pub(crate) input_yaml: Option<Word>,
    /// The skeleton asked for.
    pub(crate) skeleton: Option<Skeleton>,
    /// The file to write a streamed reply to.
    pub(crate) outfile: Option<Word>,
    /// How the call is run without the service, if it is.
    pub(crate) offline: Option<OfflineArgs>,
}

/// How a call is run without the service.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct OfflineArgs {
    /// What stands for functions: `NAME=URL` or `NAME=COMMAND`.
    pub(crate) functions: Vec<String>,
    /// The file that defines the API.
    pub(crate) api: Option<String>,
    /// The file of a recorded case, which has the API and the request.
    pub(crate) case: Option<String>,
}

/// The pagination options.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Paging {
    /// Where to start.
    pub(crate) starting_token: Option<String>,
    /// How many items a page has.
    pub(crate) page_size: Option<i128>,
    /// How many items to print.
    pub(crate) max_items: Option<i128>,
}

/// What an option stands for.
#[derive(Debug, Clone, Copy)]
enum Key {
    Member(usize),
    Flag(usize, bool),
    StartingToken,
    PageSize,
    MaxItems,
    InputJson,
    InputYaml,
    Skeleton,
    Offline,
    Function,
    Api,
    Case,
}

/// The name of the option of a member, with its dashes.
pub(crate) fn option(operation: &Operation, member: &Member) -> String {
    format!("--{}", quirks::option_name(operation.name, member.name))
}

/// Whether the operation has the options for input files and skeletons. Operations that stream their output have not.
pub(crate) fn takes_files(operation: &Operation) -> bool {
    !operation.has_streaming_output()
}

/// What the words after an operation come to.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    /// What they ask for.
    pub(crate) parsed: ParsedOperation,
    /// The words that no option or positional takes.
    pub(crate) unknown: Vec<Word>,
    /// The names of the required arguments that are missing.
    pub(crate) missing: Vec<String>,
}

/// Runs the third stage: the words after the operation.
pub(crate) fn read(operation: &'static Operation, words: &[Word]) -> Result<ParsedOperation, Failure> {
    let Reading { parsed, unknown, missing } = read_partial(operation, words)?;
    if !missing.is_empty() {
        return Err(UsageError::required(missing).into());
    }
    if !unknown.is_empty() {
        return Err(Failure::UnknownOptions(unknown.into_iter().map(String::from).collect()));
    }
    Ok(parsed)
}

/// Runs the third stage on words that need not be all of the command line. What is unknown or missing is no failure.
pub(crate) fn read_partial(operation: &'static Operation, words: &[Word]) -> Result<Reading, Failure> {
    if let [only] = words
        && *only == HELP
    {
        return Ok(Reading { parsed: ParsedOperation::Help, unknown: Vec::new(), missing: Vec::new() });
    }

    let takes_files = takes_files(operation);
    let flags = flags(operation, !(takes_files && lifts_requirements(operation, words)));
    let mut positionals = Vec::new();
    if !takes_files {
        positionals.push(Positional { name: "outfile", is_required: true });
    }
    positionals.push(Positional { name: HELP, is_required: false });
    let found = sort_partial(&flags, &positionals, words)?;

    let missing = found.missing;
    let mut bare = found.positionals.into_iter();
    let outfile = if takes_files { None } else { bare.next().flatten() };
    let mut unknown = found.rest;
    match bare.next().flatten() {
        Some(word) if word == HELP => {
            return Ok(Reading { parsed: ParsedOperation::Help, unknown: Vec::new(), missing });
        }
        // To the AWS CLI, an empty word there is none.
        word => unknown.extend(word.filter(|word| *word != "")),
    }

    let mut args = gather(operation, found.options);
    args.outfile = outfile;
    Ok(Reading { parsed: ParsedOperation::Args(Box::new(args)), unknown, missing })
}

/// Whether a word is an option of operations that the AWS CLI does not have.
pub(crate) fn is_extra(word: &Word) -> bool {
    let name = word.split_once('=').map(|(name, _)| name).or_else(|| word.text());
    name.is_some_and(|name| [OFFLINE, FUNCTION, API, CASE].contains(&name))
}

/// Whether required options may be missing. An output skeleton validates the input first, so it needs all of them.
fn lifts_requirements(operation: &Operation, words: &[Word]) -> bool {
    let defines_api =
        |word: &Word| *word == CASE || *word == API || word.starts_with("--case=") || word.starts_with("--api=");
    let is_file = |word: &Word| {
        *word == INPUT_JSON || *word == INPUT_YAML || quirks::runs_offline(operation.name) && defines_api(word)
    };
    let skeleton = words.iter().position(|word| *word == SKELETON);
    let form = |word: &Word| word.text().and_then(Skeleton::named);
    let wants_input = |at: usize| words.get(at + 1).and_then(form) != Some(Skeleton::Output);
    words.iter().any(is_file) || skeleton.is_some_and(wants_input)
}

/// The options of an operation in the order in which messages list them, with the words that may follow them.
pub(crate) fn options(operation: &'static Operation) -> Vec<(String, Takes)> {
    flags(operation, true).into_iter().map(|flag| (flag.name, flag.takes)).collect()
}

/// The names of the options.
pub(crate) fn option_names(operation: &'static Operation) -> Vec<String> {
    options(operation).into_iter().map(|(name, _)| name).collect()
}

fn flags(operation: &'static Operation, is_strict: bool) -> Vec<Flag<Key>> {
    let mut flags = Vec::new();
    let flag = |name: String, key, takes, is_required| Flag { name, key, takes, is_required, has_prefixes: true };
    for (index, member) in in_order_of_options(operation) {
        let name = option(operation, member);
        match member.target.shape().kind {
            Kind::Boolean => {
                let negated = name.replacen("--", "--no-", 1);
                flags.push(flag(name, Key::Flag(index, true), Takes::Nothing, false));
                flags.push(flag(negated, Key::Flag(index, false), Takes::Nothing, false));
            }
            Kind::List(_) => flags.push(flag(name, Key::Member(index), Takes::Any, member.required && is_strict)),
            _ => {
                let takes = Takes::One(Check::Text);
                flags.push(flag(name, Key::Member(index), takes, member.required && is_strict));
            }
        }
    }

    let mut extra = |name: &str, key, takes| flags.push(flag(name.to_owned(), key, takes, false));
    if let Some(pagination) = operation.pagination {
        extra("--starting-token", Key::StartingToken, Takes::One(Check::Text));
        if pagination.page_size.is_some() {
            extra("--page-size", Key::PageSize, Takes::One(Check::Integer));
        }
        extra("--max-items", Key::MaxItems, Takes::One(Check::Integer));
    }

    if takes_files(operation) {
        extra(INPUT_JSON, Key::InputJson, Takes::One(Check::Text));
        extra(INPUT_YAML, Key::InputYaml, Takes::One(Check::Text));
        extra(SKELETON, Key::Skeleton, Takes::OneOrNone(Check::Choice(Skeleton::WORDS)));
    }
    if quirks::runs_offline(operation.name) {
        let text = Takes::One(Check::Text);
        let own = [
            (OFFLINE, Key::Offline, Takes::Nothing),
            (FUNCTION, Key::Function, text),
            (API, Key::Api, text),
            (CASE, Key::Case, text),
        ];
        // Abbreviations mean what they mean to the AWS CLI.
        let own =
            own.map(|(name, key, takes)| Flag { has_prefixes: false, ..flag(name.to_owned(), key, takes, false) });
        flags.extend(own);
    }
    flags
}

/// The members with their indices in the model, in its order; those whose option has another name come last.
fn in_order_of_options(operation: &'static Operation) -> impl Iterator<Item = (usize, &'static Member)> {
    let members = || operation.input.shape().members().iter().enumerate();
    let is_renamed = |member: &Member| quirks::renamed(operation.name, member.name).is_some();
    members()
        .filter(move |(_, member)| !is_renamed(member))
        .chain(members().filter(move |(_, member)| is_renamed(member)))
}

/// Keeps the last of each option.
fn gather(operation: &'static Operation, options: Vec<(Key, Vec<Word>)>) -> OperationArgs {
    let members = operation.input.shape().members();
    let mut given: Vec<Option<RawValue>> = vec![None; members.len()];
    let mut args = OperationArgs {
        operation,
        members: Vec::new(),
        paging: Paging::default(),
        input_json: None,
        input_yaml: None,
        skeleton: None,
        outfile: None,
        offline: None,
    };
    let mut offline = OfflineArgs::default();
    let mut is_offline = false;

    for (key, values) in options {
        let first = values.first().cloned();
        let text = first.as_ref().and_then(Word::text);
        let whole = || text.and_then(number::integer);
        match key {
            Key::Member(index) | Key::Flag(index, _) => {
                let is_list =
                    members.get(index).is_some_and(|member| matches!(member.target.shape().kind, Kind::List(_)));
                let value = match (key, first) {
                    (Key::Flag(_, value), _) => RawValue::Flag(value),
                    (_, Some(word)) if !is_list => RawValue::Word(word),
                    _ => RawValue::Words(values),
                };
                if let Some(slot) = given.get_mut(index) {
                    *slot = Some(value);
                }
            }
            Key::StartingToken => args.paging.starting_token = text.map(str::to_owned),
            Key::PageSize => args.paging.page_size = whole(),
            Key::MaxItems => args.paging.max_items = whole(),
            Key::InputJson => args.input_json = first,
            Key::InputYaml => args.input_yaml = first,
            Key::Skeleton => {
                args.skeleton = Some(text.and_then(Skeleton::named).unwrap_or(Skeleton::Input));
            }
            Key::Offline => is_offline = true,
            Key::Function => offline.functions.extend(text.map(str::to_owned)),
            Key::Api => offline.api = text.map(str::to_owned),
            Key::Case => offline.case = text.map(str::to_owned),
        }
    }
    args.offline = (is_offline || offline != OfflineArgs::default()).then_some(offline);

    let members = in_order_of_options(operation);
    args.members = members.filter_map(|(index, member)| Some((member, given.get_mut(index)?.take()?))).collect();
    args
}
