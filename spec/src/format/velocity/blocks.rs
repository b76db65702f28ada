//! Whether every block is closed, and every `#end` closes one.

use super::build::{Build, Opening};
use super::finding::{Finding, FindingKind};
use super::tree::Word;
use crate::format::stack::Stack;

#[derive(Debug, Clone, Copy)]
struct OpenBlock {
    opening: Opening,
    else_seen: bool,
}

/// The blocks that are open where a template has been read to.
#[derive(Debug, Default)]
pub(super) struct Blocks(Stack<OpenBlock>);

impl Blocks {
    /// Takes the next directive, which `rest` follows.
    pub(super) fn take<'a>(&mut self, directive: Opening, rest: &str, build: &mut impl Build<'a>) {
        let Opening { word, offset, length } = directive;
        match word {
            Word::If | Word::Foreach | Word::Macro | Word::Define => {
                self.0.push(OpenBlock { opening: directive, else_seen: false });
            }
            Word::Else | Word::ElseIf => {
                branch(directive, self.0.last_mut(), build);
                if word == Word::Else && is_followed_by_if(rest) {
                    let message = "the `if` after `#else` is printed as text; write `#elseif(…)`";
                    build.finding(|| Finding::new(FindingKind::ElseIf, offset, length, message));
                }
            }
            Word::End => {
                if self.0.pop().is_none() {
                    let message = "unmatched `#end`; remove it, or write `#[[#end]]#` to print it";
                    build.finding(|| Finding::new(FindingKind::StrayEnd, offset, length, message));
                }
            }
            Word::Set | Word::Leave => {}
        }
    }

    /// Reports the blocks that are open at the end.
    pub(super) fn close<'a>(mut self, build: &mut impl Build<'a>) {
        while let Some(OpenBlock { opening: Opening { word, offset, length }, .. }) = self.0.pop() {
            build.finding(|| {
                let message = format!("this `#{}` is not closed; add an `#end`", name(word));
                Finding::new(FindingKind::UnclosedBlock, offset, length, message)
            });
        }
    }
}

fn branch<'a>(directive: Opening, block: Option<&mut OpenBlock>, build: &mut impl Build<'a>) {
    let Opening { word, offset, length } = directive;
    let stray = |message| Finding::new(FindingKind::StrayElse, offset, length, message);
    match block {
        // `#foreach … #else … #end` is an addition of Velocity 2.
        Some(block) if block.opening.word == Word::Foreach && word == Word::Else && !block.else_seen => {
            block.else_seen = true;
        }
        Some(block) if block.opening.word == Word::If => {
            if block.else_seen {
                build.finding(|| {
                    stray(format!("this `#{}` comes after the `#else` of its `#if`; move it before", name(word)))
                });
            }
            block.else_seen = block.else_seen || word == Word::Else;
        }
        _ => build.finding(|| stray(format!("this `#{}` has no `#if`; add one before it, or remove it", name(word)))),
    }
}

fn is_followed_by_if(rest: &str) -> bool {
    rest.starts_with([' ', '\t'])
        && rest.trim_start().strip_prefix("if").is_some_and(|rest| rest.trim_start().starts_with('('))
}

fn name(word: Word) -> &'static str {
    match word {
        Word::If => "if",
        Word::ElseIf => "elseif",
        Word::Else => "else",
        Word::End => "end",
        Word::Foreach => "foreach",
        Word::Set => "set",
        Word::Macro => "macro",
        Word::Define => "define",
        Word::Leave => "break",
    }
}
