//! Help: pages made from the shapes, the documentation overlay and the rules, as text for a terminal or as man pages.
//! What stands right of `help` in the order of the package may be imported here.

mod examples;
mod extra_command;
mod operation;
mod options;
mod overview;
pub(crate) mod page;
mod roff;
mod rules;
mod syntax;
mod text;

use std::io::IsTerminal as _;

use apigw_cli_text::word::Word;

use crate::syntax::catalog::HELP;
use crate::syntax::command::Topic;
use crate::syntax::globals::{self, GlobalReading, Globals};
use crate::terminal::pager::Pager;
use crate::terminal::{printer, stdout};

pub(crate) use options::{about, about_further};
use page::Page;
pub(crate) use roff::render as man_page;

/// The width of a page that is not shown on a terminal.
const PLAIN_WIDTH: usize = 80;
/// The maximum width of a page on a terminal.
const MAX_WIDTH: usize = 100;

/// The page on a topic.
pub(crate) fn page_on(topic: Topic) -> Page {
    match topic {
        Topic::Overview => overview::page(),
        Topic::Operation(operation) => operation::page(operation),
        Topic::Extra(command) => extra_command::page(command),
    }
}

/// Shows the page that `--help` asks for, if it is among the words.
pub(crate) fn answers(words: &[String]) -> bool {
    let wanted = wanted(words);
    if let Some((page, globals)) = &wanted {
        show(page, globals);
    }
    wanted.is_some()
}

/// The page that `--help` asks for, if it is among the words, and the global options beside it.
fn wanted(words: &[String]) -> Option<(Page, Globals)> {
    let end = words.iter().position(|word| word == "--").unwrap_or(words.len());
    let words = words.get(..end)?;
    if !words.iter().any(|word| word == "--help") {
        return None;
    }
    // The command, if the words name none.
    let others = words.iter().map(String::as_str).filter(|word| *word != "--help").chain([HELP]);
    let others: Vec<Word> = others.map(Word::from).collect();
    let GlobalReading { globals, command, rest, .. } = globals::read(&others).unwrap_or_default();
    let names = std::iter::once(command.as_str()).chain(rest.iter().filter_map(Word::text));
    let topic = names.into_iter().find_map(Topic::named);
    Some((page_on(topic.unwrap_or(Topic::Overview)), globals))
}

/// Shows a page: through the pager on a terminal, as plain text elsewhere.
pub(crate) fn show(page: &Page, globals: &Globals) {
    let is_terminal = std::io::stdout().is_terminal();
    let style = printer::style(globals.color);
    let width = if is_terminal { style.width.min(MAX_WIDTH) } else { PLAIN_WIDTH };
    let text = text::render(page, text::Layout { width, is_styled: is_terminal && style.has_color });
    // Help is printed even where there is no pager.
    if Pager::for_help(globals).show(&text).is_err() {
        stdout::print(&text);
    }
}
