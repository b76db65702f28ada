//! The page of an operation: description, options, rules, examples and output.

use apigw_spec::{Kind, Member, Operation, Shape};

use super::page::{Block, Page, blocks, first_sentence};
use super::rules::Rules;
use super::syntax::{forms, kind};
use super::{examples, options};
use crate::input::documentation::Documentation;
use crate::syntax::operation::{option, takes_files};
use crate::syntax::{catalog, globals};

/// How deeply nested structures are described.
const MAX_DEPTH: usize = 12;
const GLOBALS: &str = "See 'apigw help' for descriptions of global parameters.";

/// The page of an operation.
pub(super) fn page(operation: &'static Operation) -> Page {
    let documentation = Documentation::read();
    let text = documentation.operation(operation).unwrap_or_default();
    let name = catalog::name(operation);
    let mut page = Page { about: first_sentence(text).to_owned(), name, ..Page::default() };
    let rules = Rules::of(operation);
    page.add("DESCRIPTION", description(operation, text));
    page.add("SYNOPSIS", vec![Block::Code(synopsis(operation))]);
    let mut options = members(operation, documentation, &rules);
    options.extend(options::of(operation));
    if !takes_files(operation) {
        let about = Block::text("The file to write the body of the reply to. Required; given without dashes.");
        options.push(Block::Item("outfile (string) [required]".to_owned(), vec![about]));
    }
    options.push(Block::text(GLOBALS));
    page.add("OPTIONS", options);
    page.add("GLOBAL OPTIONS", options::global());
    page.add("RULES", rules.of_request());
    page.add("EXAMPLES", examples::blocks(operation));
    page.add("OUTPUT", output(operation, documentation));
    page
}

fn description(operation: &'static Operation, text: &str) -> Vec<Block> {
    let (prefix, name) = (operation.service.endpoint_prefix, operation.name);
    let mut parts = blocks(text);
    parts.push(Block::text(format!(
        "See also: AWS API Documentation, https://docs.aws.amazon.com/{prefix}/latest/api/API_{name}.html"
    )));
    parts.push(Block::text(GLOBALS));
    if operation.pagination.is_some() {
        parts.push(Block::text(
            "The reply is paginated. All pages are requested and printed as one; `--no-paginate` prints the first page \
             only.",
        ));
    }
    parts.push(Block::text(format!("The request is `{} {}`.", operation.method, operation.uri)));
    parts
}

/// The options in the order of the model, one a line.
fn synopsis(operation: &'static Operation) -> String {
    let mut lines = vec![catalog::name(operation)];
    for member in operation.input.shape().members() {
        let usage = head(operation, member);
        let usage = if is_flag(member) { usage } else { format!("{usage} <value>") };
        lines.push(if member.required { usage } else { format!("[{usage}]") });
    }
    lines.extend(options::synopsis(operation));
    if !takes_files(operation) {
        lines.push("<outfile>".to_owned());
    }
    lines.extend(globals::described().map(|option| format!("[{}]", option.usage())));
    lines.join("\n  ")
}

fn is_flag(member: &Member) -> bool {
    matches!(member.target.shape().kind, Kind::Boolean)
}

/// The name of a member's option, with its opposite if it is a flag.
fn head(operation: &'static Operation, member: &Member) -> String {
    let name = option(operation, member);
    if is_flag(member) { format!("{name} | {}", name.replacen("--", "--no-", 1)) } else { name }
}

fn members(operation: &'static Operation, documentation: &'static Documentation, rules: &Rules) -> Vec<Block> {
    let shape = operation.input.shape();
    let member = |member: &'static Member| {
        let target = member.target.shape();
        let required = if member.required { " [required]" } else { "" };
        let mut body = blocks(documentation.member(shape, member).unwrap_or_default());
        if options::pages_by_hand(operation, member) {
            body.push(Block::text("With this option, pagination is manual: one page is printed, as it is."));
        }
        body.extend(values(target, documentation));
        body.extend(nested(target, documentation, 0));
        body.extend(forms(target));
        body.extend(rules.about(member));
        Block::Item(format!("{} ({}){required}", head(operation, member), kind(target)), body)
    };
    shape.members().iter().map(member).collect()
}

fn output(operation: &'static Operation, documentation: &'static Documentation) -> Vec<Block> {
    let outfile = (!takes_files(operation))
        .then(|| Block::text("The body of the reply is written to the file `outfile`; the other members are printed."));
    let members = operation.output.map(|target| nested(target.shape(), documentation, 0)).unwrap_or_default();
    let parts: Vec<Block> = outfile.into_iter().chain(members).collect();
    if parts.is_empty() { vec![Block::text("None")] } else { parts }
}

/// The values that a string can have, with their descriptions, or the pattern that it must match.
fn values(shape: &'static Shape, documentation: &'static Documentation) -> Vec<Block> {
    let Kind::String(text) = shape.kind else { return Vec::new() };
    let mut blocks: Vec<Block> =
        text.pattern.map(|pattern| Block::text(format!("It must match `{pattern}`."))).into_iter().collect();
    let point = |value: &&'static str| {
        let about = documentation.part(shape, value).map(|about| format!(": {about}")).unwrap_or_default();
        Block::Point(format!("`{value}`{about}"))
    };
    if let Some(values) = text.values.listed() {
        blocks.push(Block::text(super::text::VALUES));
        blocks.extend(values.iter().map(point));
    }
    blocks
}

/// The parts of a value.
fn nested(shape: &'static Shape, documentation: &'static Documentation, depth: usize) -> Vec<Block> {
    if depth > MAX_DEPTH {
        return Vec::new();
    }
    let part = |head: String, about: Option<&str>, shape: &'static Shape| {
        let mut body = blocks(about.unwrap_or_default());
        body.extend(values(shape, documentation));
        body.extend(nested(shape, documentation, depth + 1));
        Block::Item(head, body)
    };

    let about = |shape: &'static Shape| documentation.shape(shape.id).filter(|_| !shape.members().is_empty());

    match shape.kind {
        Kind::List(item) => {
            let item = item.shape();
            vec![part(format!("({})", kind(item)), about(item), item)]
        }
        Kind::Map { key, value } => {
            let (key, value) = (key.shape(), value.shape());
            vec![
                part(format!("key -> ({})", kind(key)), None, key),
                part(format!("value -> ({})", kind(value)), about(value), value),
            ]
        }
        Kind::Structure(structure) => {
            let member = |member: &'static Member| {
                let target = member.target.shape();
                let required = if member.required { " [required]" } else { "" };
                let head = format!("{} -> ({}){required}", member.name, kind(target));
                part(head, documentation.member(shape, member), target)
            };
            structure.members.iter().map(member).collect()
        }
        _ => Vec::new(),
    }
}
