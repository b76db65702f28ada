//! The page of a command that the AWS CLI does not have, from its description.

use super::page::{Block, Page, blocks};
use super::text::VALUES;
use crate::syntax::extra_command::{ExtraCommand, ExtraOption, ValueKind};

/// The page of a command.
pub(super) fn page(command: &ExtraCommand) -> Page {
    let mut page = Page { name: command.name.to_owned(), about: command.about.to_owned(), ..Page::default() };
    page.add("SYNOPSIS", vec![Block::Code(command.usage().join("\n"))]);
    page.add("DESCRIPTION", vec![Block::text(format!("{} {}", sentence(command.about), command.notes))]);
    page.add("OPTIONS", command.options().into_iter().map(option).collect());
    page
}

/// The command in a list of commands.
pub(super) fn item(command: &ExtraCommand) -> Block {
    let body = vec![Block::text(sentence(command.about)), Block::Code(command.usage().join("\n"))];
    Block::Item(command.name.to_owned(), body)
}

fn option(option: &ExtraOption) -> Block {
    let mut body = blocks(option.about);
    if let Some(ValueKind::Choice(choices)) = option.kind() {
        body.push(Block::text(VALUES));
        body.extend(choices.iter().map(|choice| Block::Point(format!("`{choice}`"))));
    }
    let kind = if option.kind().is_some() { "string" } else { "boolean" };
    Block::Item(format!("{} ({kind})", option.name), body)
}

/// A phrase as a sentence.
fn sentence(phrase: &str) -> String {
    let mut chars = phrase.chars();
    let first: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", chars.as_str())
}
