//! Examples of calls, from the examples of the overlay.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::json;
use apigw_cli_text::shell_quote::Shell;
use apigw_spec::{Kind, Member, Operation};

use super::page::Block;
use crate::input::documentation::{Documentation, Example};
use crate::syntax::catalog;
use crate::syntax::operation::{option, takes_files};

/// The shell that examples are for.
const SHELL: Shell = Shell::Posix("sh");

/// The examples of an operation: title, command, and output if it is documented.
pub(super) fn blocks(operation: &'static Operation) -> Vec<Block> {
    let examples = Documentation::read().examples(operation).into_iter();
    examples.flat_map(|example| shown(operation, example)).collect()
}

fn shown(operation: &'static Operation, example: Example) -> Vec<Block> {
    let mut blocks = vec![Block::text(format!("{}.", example.title))];
    blocks.extend(Block::titled("Command", command(operation, example.input)));
    if let Some(output) = example.output {
        blocks.extend(Block::titled("Output", json::pretty(output)));
    }
    blocks
}

/// The command that gives an input.
fn command(operation: &'static Operation, input: &Map) -> String {
    let mut words = vec!["apigw".to_owned(), catalog::name(operation)];
    for member in operation.input.shape().members() {
        if let Some(value) = input.get(member.name) {
            words.extend(option_words(operation, member, value));
        }
    }
    if !takes_files(operation) {
        words.push("outfile".to_owned());
    }
    words.join(" ")
}

fn option_words(operation: &'static Operation, member: &Member, value: &Document) -> Vec<String> {
    let name = option(operation, member);
    match (value, member.target.shape().kind) {
        (Document::Boolean(true), Kind::Boolean) => vec![name],
        (_, Kind::Boolean) => vec![name.replacen("--", "--no-", 1)],
        // Binary values are read from files.
        (_, Kind::Blob) => vec![name, format!("fileb://{}", member.name)],
        (Document::List(items), Kind::List(_)) if items.iter().all(Document::is_scalar) => {
            std::iter::once(name).chain(items.iter().map(word)).collect()
        }
        _ => vec![name, word(value)],
    }
}

fn word(value: &Document) -> String {
    match value {
        Document::Text(text) => SHELL.quote(text),
        other => SHELL.quote(&json::spaced(other)),
    }
}
