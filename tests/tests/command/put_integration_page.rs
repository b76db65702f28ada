//! The page of `aws apigateway put-integration` that the project started from, fact by fact: help says it, the command
//! line takes it, the shapes have it. What is more today is listed, and is exactly the difference.

use apigw_model::OPERATIONS;
use apigw_spec::{Kind, Operation, Shape};
use apigw_tests::command_folder::{CommandFolder, outcome};
use apigw_tests::help_page::{HelpPage, Item};
use serde_json::Value;

const COMMAND: &str = "put-integration";

/// The options that the model has gained since.
const NEWER: [&str; 2] = ["--response-transfer-mode (string)", "--integration-target (string)"];
const NEWER_OUTPUT: [&str; 2] = ["responseTransferMode -> (string)", "integrationTarget -> (string)"];
/// The sections that help has besides those of the page: the first is on the AWS CLI's newer pages, the second ours.
const NEWER_SECTIONS: [&str; 2] = ["GLOBAL OPTIONS", "RULES"];
/// The options whose values only prose tells on the page, or nothing.
const NEWER_VALUES: [&str; 4] =
    ["--http-method", "--integration-http-method", "--passthrough-behavior", "--generate-cli-skeleton"];

fn page() -> Value {
    apigw_tests::json("cases/put-integration-page.json")
}

fn list<'v>(value: &'v Value, key: &str) -> Vec<&'v str> {
    value[key].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn options(page: &Value) -> impl Iterator<Item = &Value> {
    page["options"].as_array().into_iter().flatten()
}

fn operation() -> &'static Operation {
    OPERATIONS.iter().find(|operation| operation.name == "PutIntegration").expect("the operation")
}

/// What is in the first list and not in the second.
fn without<'a>(more: &[&'a str], less: &[&str]) -> Vec<&'a str> {
    more.iter().filter(|text| !less.contains(text)).copied().collect()
}

#[test]
fn the_sections_are_those_of_the_page() {
    let (page, help) = (page(), HelpPage::of(&[COMMAND, "help"]));
    let sections = list(&page, "sections");
    assert_eq!(sections.len(), 6);
    assert_eq!(without(&sections, &help.titles()), [""; 0]);
    assert_eq!(without(&help.titles(), &sections), NEWER_SECTIONS);
    let order: Vec<&str> = help.titles().into_iter().filter(|title| sections.contains(title)).collect();
    assert_eq!(order, sections);
    let name = help.lines("NAME").join(" ");
    assert!(name.trim_start().starts_with("put-integration - "), "{name}");
    let description = help.lines("DESCRIPTION").join("\n");
    for line in ["See also: AWS API Documentation", "See 'apigw help' for descriptions of global parameters."] {
        assert!(description.contains(line), "{description}");
    }
    let options = help.lines("OPTIONS").join("\n");
    assert!(options.trim_end().ends_with("See 'apigw help' for descriptions of global parameters."), "{options}");
}

#[test]
fn the_synopsis_is_that_of_the_page() {
    let (page, help) = (page(), HelpPage::of(&[COMMAND, "help"]));
    let wanted = list(&page, "synopsis");
    assert_eq!(wanted.len(), 20);
    let shown: Vec<&str> =
        help.lines("SYNOPSIS").iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    let common: Vec<&str> = shown.iter().filter(|line| wanted.contains(line)).copied().collect();
    assert_eq!(common, wanted, "in this order");
    let globals: Vec<String> = help.items("GLOBAL OPTIONS").into_iter().map(|item| item.head).collect();
    let usage = |head: &String| match head.split_once(" (") {
        Some((name, "boolean)")) => format!("[{name}]"),
        Some((name @ "--local", _)) => format!("[{name}[=<value>]]"),
        Some((name, _)) => format!("[{name} <value>]"),
        None => head.clone(),
    };
    let newer = NEWER.iter().map(|head| (*head).to_owned()).collect::<Vec<_>>();
    let expected: Vec<String> = newer.iter().chain(&globals).map(usage).collect();
    assert_eq!(without(&shown, &wanted), expected);
}

#[test]
fn the_options_are_those_of_the_page() {
    let (page, help) = (page(), HelpPage::of(&[COMMAND, "help"]));
    let items = help.items("OPTIONS");
    let mut heads = Vec::new();
    for option in options(&page) {
        let required = if option["required"] == true { " [required]" } else { "" };
        let name = option["name"].as_str().unwrap_or_default();
        let head = format!("{name} ({}){required}", option["type"].as_str().unwrap_or_default());
        let item = items.iter().find(|item| item.head == head).unwrap_or_else(|| panic!("no {head}"));
        judge(name, option, item);
        heads.push(head);
    }
    assert_eq!(heads.len(), 19);
    let shown: Vec<&str> = items.iter().map(|item| item.head.as_str()).filter(|head| head.starts_with("--")).collect();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    assert_eq!(without(&shown, &heads), NEWER);
}

/// Compares an option of help with the option of the page.
fn judge(name: &str, option: &Value, item: &Item) {
    let values = list(option, "values");
    if !values.is_empty() {
        assert_eq!(item.values(), values, "{name}");
    }
    assert_eq!(values.is_empty() && !item.values().is_empty(), NEWER_VALUES.contains(&name), "{name}");
    let nested: Vec<&str> = item.items.iter().map(|item| item.head.as_str()).collect();
    assert_eq!(nested, list(option, "nested"), "{name}");
    for (key, title) in [("shorthand", "Shorthand Syntax:"), ("json", "JSON Syntax:"), ("syntax", "Syntax:")] {
        assert_eq!(item.below(title), list(option, key), "{name}: {title}");
    }
    let text = item.whole_text();
    for fact in list(option, "says") {
        assert!(text.contains(fact), "{name} does not say `{fact}`: {text}");
    }
}

#[test]
fn every_option_of_the_page_is_accepted() {
    let page = page();
    let run = |words: &[&str]| outcome(CommandFolder::new().command().arg(COMMAND).args(words));
    let required: Vec<&str> = options(&page).filter(|option| option["required"] == true).flat_map(words).collect();
    let further = ["--integration-http-method", "GET", "--uri", "https://domain.tld/path", "--dry-run"];
    let mut whole = Vec::new();
    for option in options(&page) {
        let shown = run(&[&required[..], &further, &words(option)].concat());
        assert_eq!(shown.exit, Some(0), "{option}: {}", shown.stderr);
        if !option["name"].as_str().unwrap_or_default().contains("cli") {
            whole.extend(words(option));
        }
    }
    let shown = run(&[&whole[..], &["--dry-run"]].concat());
    assert_eq!(shown.exit, Some(0), "{}", shown.stderr);
    let body = shown.stdout.split_once("\n\n").map(|(_, body)| body).unwrap_or_default();
    let body: Value = serde_json::from_str(body).expect("a JSON body");
    // The path holds the other three.
    assert_eq!(body.as_object().map(serde_json::Map::len), Some(14), "{body}");
    let shown = run(&["--no-such-option", "1"]);
    assert_eq!(shown.exit, Some(252), "{}", shown.stderr);
}

/// An option of the page with its value. Of two that exclude each other it is the second: JSON is YAML too.
fn words(option: &Value) -> [&str; 2] {
    let name = option["name"].as_str().unwrap_or_default();
    [name.rsplit(" | ").next().unwrap_or(name), option["sample"].as_str().unwrap_or_default()]
}

#[test]
fn the_examples_of_the_page_are_those_of_help() {
    let (page, help) = (page(), HelpPage::of(&[COMMAND, "help"]));
    let theirs = list(&page, "examples");
    let lines = help.lines("EXAMPLES").iter().map(|line| line.trim());
    let ours: Vec<&str> = lines.filter(|line| line.starts_with("apigw ")).collect();
    assert_eq!((theirs.len(), ours.len()), (3, 3));
    for (theirs, ours) in theirs.into_iter().zip(ours) {
        let run = |command: &str| {
            let shown = CommandFolder::new().in_shell(&format!("{command} --dry-run"));
            assert_eq!((shown.exit, shown.stderr.as_str()), (Some(0), ""), "{command}");
            shown.stdout
        };
        assert_eq!(run(&theirs.replacen("aws ", "apigw ", 1)), run(ours));
    }
    let answers = lines_after(help.lines("EXAMPLES"), "Output:");
    assert_eq!(answers, 3, "each with its outcome");
}

fn lines_after(lines: &[String], title: &str) -> usize {
    lines.iter().filter(|line| line.trim() == title).count()
}

#[test]
fn the_output_is_that_of_the_page() {
    let (page, help) = (page(), HelpPage::of(&[COMMAND, "help"]));
    let items = help.items("OUTPUT");
    let shown: Vec<(String, &Item)> = items.iter().flat_map(Item::heads).collect();
    let mut found = Vec::new();
    for member in page["output"].as_array().into_iter().flatten() {
        let path = member["path"].as_str().unwrap_or_default();
        let (_, item) = shown.iter().find(|(head, _)| head == path).unwrap_or_else(|| panic!("no {path}"));
        let text = item.text();
        for fact in list(member, "says") {
            assert!(text.contains(fact), "{path} does not say `{fact}`: {text}");
        }
        let shape = operation().output.map(apigw_spec::Target::shape).expect("an output");
        assert!(is_in(shape, path), "the output has no {path}");
        found.push(path);
    }
    assert_eq!(found.len(), 32);
    let heads: Vec<&str> = shown.iter().map(|(head, _)| head.as_str()).collect();
    assert_eq!(without(&heads, &found), NEWER_OUTPUT);
}

/// Whether a shape has parts of these names and types: `a -> (map) / value -> (string)`.
fn is_in(shape: &'static Shape, path: &str) -> bool {
    let (head, rest) = path.split_once(" / ").map_or((path, None), |(head, rest)| (head, Some(rest)));
    let (name, kind) = head.split_once('(').unwrap_or_default();
    let name = name.trim_end_matches(" -> ");
    let part = match shape.kind {
        Kind::Structure(structure) => structure.member(name).map(|(_, member)| member.target),
        Kind::Map { key, .. } if name == "key" => Some(key),
        Kind::Map { value, .. } if name == "value" => Some(value),
        Kind::List(item) if name.is_empty() => Some(item),
        _ => None,
    };
    let Some(part) = part.map(apigw_spec::Target::shape) else { return false };
    let found = match part.kind {
        Kind::Boolean => "boolean",
        Kind::Integer => "integer",
        Kind::String(_) => "string",
        Kind::List(_) => "list",
        Kind::Map { .. } => "map",
        Kind::Structure(_) => "structure",
        _ => "another",
    };
    kind.trim_end_matches(')') == found && rest.is_none_or(|rest| is_in(part, rest))
}

#[test]
fn the_model_of_that_time_has_the_options_of_the_page() {
    let model = apigw_tests::json("models/put-integration-seed.json");
    let members = model["shapes"]["com.amazonaws.apigateway#PutIntegrationRequest"]["members"].as_object();
    let mut members: Vec<String> =
        members.expect("members").keys().map(|name| apigw_spec::case::separated(name, '-')).collect();
    let page = page();
    let names = options(&page).filter_map(|option| option["name"].as_str()).filter(|name| !name.contains("cli"));
    let mut names: Vec<&str> = names.map(|name| name.trim_start_matches('-')).collect();
    names.sort_unstable();
    members.sort_unstable();
    assert_eq!(members, names);
}
