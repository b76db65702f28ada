//! Help, written from the shapes and the documentation overlay.

use apigw_spec::shape::Values;
use apigw_spec::{Kind, Member, Operation, Shape};

use crate::command_line::operation::{option, option_names, takes_files};
use crate::command_line::{self, global};
use crate::documentation::Documentation;
use crate::own;

/// The width that text is wrapped at.
const WIDTH: usize = 80;

/// The help that `--help` asks for, if it is among the words.
pub(crate) fn wanted(words: &[String]) -> Option<String> {
    let end = words.iter().position(|word| word == "--").unwrap_or(words.len());
    let words = words.get(..end)?;
    if !words.iter().any(|word| word == "--help") {
        return None;
    }
    let operations = command_line::operations();
    let named = |word: &String| operations.iter().find(|(name, _)| name == word);
    if let Some((_, found)) = words.iter().find_map(named) {
        return Some(operation(found));
    }
    let usage = words.first().and_then(|word| own::usage(word));
    Some(usage.map_or_else(overview, |usage| format!("usage: {usage}\n")))
}

/// What the command is and which operations there are.
pub(crate) fn overview() -> String {
    let mut page = Page::default();
    page.section("NAME");
    page.text(1, "apigw - Amazon API Gateway from the command line, with every request checked before it is sent");
    page.section("SYNOPSIS");
    page.text(1, "apigw [options] <operation> [parameters]");
    page.text(1, "apigw [options] apigateway <operation> [parameters]");
    page.text(1, "apigw <operation> help");
    page.section("OPTIONS");
    page.text(1, &global::names().collect::<Vec<_>>().join(", "));
    page.section("OPERATIONS");
    let documentation = Documentation::read();
    for (name, operation) in command_line::operations() {
        page.text(1, &name);
        if let Some(text) = documentation.operation(operation) {
            page.text(2, first_sentence(text));
        }
    }
    page.section("FURTHER COMMANDS");
    for name in ["spec", "rules", "explain", "schema", "lint-script"] {
        for line in own::usage(name).unwrap_or_default().lines() {
            page.text(1, line);
        }
    }
    page.out
}

/// What an operation does, takes and gives.
pub(crate) fn operation(operation: &'static Operation) -> String {
    let documentation = Documentation::read();
    let name = command_line::name(operation);
    let mut page = Page::default();
    page.section("NAME");
    page.text(1, &name);
    page.section("DESCRIPTION");
    page.text(1, documentation.operation(operation).unwrap_or("There is no description yet."));
    page.text(1, &format!("{} {}", operation.method, operation.uri));
    page.section("SYNOPSIS");
    page.text(1, &synopsis(operation, &name));
    page.section("OPTIONS");
    let shape = operation.input.shape();
    for member in shape.members() {
        let required = if member.required { " [required]" } else { "" };
        let mut head = option(operation, member);
        if matches!(member.target.shape().kind, Kind::Boolean) {
            head = format!("{head} | {}", head.replacen("--", "--no-", 1));
        }
        page.text(1, &format!("{head} ({}){required}", kind(member.target.shape())));
        describe(&mut page, documentation, shape, member);
    }
    let own: Vec<String> = shape.members().iter().map(|member| option(operation, member)).collect();
    let is_further = |name: &String| !own.contains(name) && !own.contains(&name.replacen("--no-", "--", 1));
    for name in option_names(operation).into_iter().filter(is_further) {
        page.text(1, &name);
    }
    if let Some(output) = operation.output {
        page.section("OUTPUT");
        for member in output.shape().members() {
            page.text(1, &format!("{} ({})", member.name, kind(member.target.shape())));
            describe(&mut page, documentation, output.shape(), member);
        }
    }
    page.out
}

fn synopsis(operation: &'static Operation, name: &str) -> String {
    let members = operation.input.shape().members();
    let mut words = vec![name.to_owned()];
    for member in members {
        let option = option(operation, member);
        let usage = match member.target.shape().kind {
            Kind::Boolean => format!("{option} | {}", option.replacen("--", "--no-", 1)),
            _ => format!("{option} <value>"),
        };
        words.push(if member.required { usage } else { format!("[{usage}]") });
    }
    if !takes_files(operation) {
        words.push("<outfile>".to_owned());
    }
    words.join(" ")
}

fn describe(page: &mut Page, documentation: &'static Documentation, shape: &Shape, member: &Member) {
    if let Some(text) = documentation.member(shape, member) {
        page.text(2, text);
    }
    if let Kind::String(text) = member.target.shape().kind
        && let Values::Modeled(values) | Values::Documented(values) = text.values
    {
        page.text(2, &format!("Values: {}", values.join(", ")));
    }
}

fn kind(shape: &Shape) -> &'static str {
    match shape.kind {
        Kind::Boolean => "boolean",
        Kind::Integer => "integer",
        Kind::Long => "long",
        Kind::Double => "double",
        Kind::Timestamp(_) => "timestamp",
        Kind::Blob => "blob",
        Kind::String(_) => "string",
        Kind::List(_) => "list",
        Kind::Map { .. } => "map",
        Kind::Structure(_) => "structure",
    }
}

fn first_sentence(text: &str) -> &str {
    text.split_once(". ").map_or(text, |(first, _)| first).lines().next().unwrap_or_default()
}

#[derive(Default)]
struct Page {
    out: String,
}

impl Page {
    fn section(&mut self, title: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.push_str(title);
        self.out.push('\n');
    }

    /// Adds text, wrapped; its own line breaks stay, and examples stay as they are.
    fn text(&mut self, depth: usize, text: &str) {
        let mut is_example = false;
        for line in text.lines() {
            if line.starts_with("```") {
                is_example = !is_example;
            } else if is_example {
                self.out.push_str(&" ".repeat(depth * 4 + 2));
                self.out.push_str(line);
                self.out.push('\n');
            } else {
                self.wrapped(depth * 4 + line.len() - line.trim_start().len(), line);
            }
        }
    }

    fn wrapped(&mut self, indent: usize, line: &str) {
        let mut column = 0;
        for word in line.split_whitespace() {
            let width = word.chars().count();
            if column > 0 && column + 1 + width <= WIDTH {
                self.out.push(' ');
                column += 1;
            } else {
                if column > 0 {
                    self.out.push('\n');
                }
                self.out.push_str(&" ".repeat(indent));
                column = indent;
            }
            self.out.push_str(word);
            column += width;
        }
        self.out.push('\n');
    }
}
