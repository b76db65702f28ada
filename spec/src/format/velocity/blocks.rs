//! Whether every block is closed, and every `#end` closes one.

use super::finding::{Finding, FindingKind};
use super::lexer::{Directive, Token, TokenKind, Word};

struct Block {
    word: Word,
    offset: usize,
    length: usize,
    else_seen: bool,
}

/// Balances the directives of a template.
pub(super) fn balance(tokens: &[Token<'_>], findings: &mut Vec<Finding>) {
    let mut open: Vec<Block> = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        let TokenKind::Directive(directive) = &token.kind else { continue };
        match directive.word {
            Word::If | Word::Foreach | Word::Macro | Word::Define => open.push(Block {
                word: directive.word,
                offset: directive.offset,
                length: directive.length,
                else_seen: false,
            }),
            Word::Else | Word::ElseIf => {
                if let Some(finding) = branch(directive, open.last_mut()) {
                    findings.push(finding);
                }
                if directive.word == Word::Else && followed_by_if(tokens.get(place + 1)) {
                    let message = "the `if` after `#else` is printed as text; write `#elseif(…)`";
                    findings.push(Finding::new(FindingKind::ElseIf, directive.offset, directive.length, message));
                }
            }
            Word::End => {
                if open.pop().is_none() {
                    let message = "this `#end` ends nothing; take it out, or write `#[[#end]]#` to print it";
                    findings.push(Finding::new(FindingKind::StrayEnd, directive.offset, directive.length, message));
                }
            }
            Word::Set | Word::Leave => {}
        }
    }
    for block in open {
        let message = format!("this `#{}` is not closed; add an `#end`", name(block.word));
        findings.push(Finding::new(FindingKind::UnclosedBlock, block.offset, block.length, message));
    }
}

fn branch(directive: &Directive<'_>, block: Option<&mut Block>) -> Option<Finding> {
    let name = name(directive.word);
    let message = match block {
        // `#foreach … #else … #end` is an addition of Velocity 2.
        Some(block) if block.word == Word::Foreach && directive.word == Word::Else && !block.else_seen => {
            block.else_seen = true;
            return None;
        }
        Some(block) if block.word == Word::If => {
            if !block.else_seen {
                block.else_seen = directive.word == Word::Else;
                return None;
            }
            format!("this `#{name}` comes after the `#else` of its `#if`; move it before")
        }
        _ => format!("this `#{name}` belongs to no `#if`; open one before it, or take it out"),
    };
    Some(Finding::new(FindingKind::StrayElse, directive.offset, directive.length, message))
}

fn followed_by_if(next: Option<&Token<'_>>) -> bool {
    let Some(Token { source, kind: TokenKind::Text, .. }) = next else { return false };
    source.starts_with([' ', '\t'])
        && source.trim_start().strip_prefix("if").is_some_and(|rest| rest.trim_start().starts_with('('))
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
