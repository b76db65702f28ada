//! The tokens of a template, read as far as the grammar has looked.

use std::collections::{BTreeMap, BTreeSet};

use super::super::error::{TemplateError, TemplateErrorKind};
use super::super::lexer::{Kind, Lexer, Token};
use super::super::tree::{TextPart, place};
use super::build::Build;
use super::space::{Kept, Space};

/// How deeply blocks, parentheses and arguments may be nested.
const MAX_DEPTH: usize = 100;

/// How many tokens may be looked at again to tell ranges from lists.
const MAX_LOOKAHEAD: usize = 2_000_000;

pub(super) type Parsed<T> = Result<T, TemplateError>;

/// The first and the last token of a part of the template.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) first: usize,
    pub(super) last: usize,
}

/// Reads a template by recursive descent.
#[derive(Debug)]
pub(crate) struct Parser<'a> {
    pub(super) lexer: Lexer<'a>,
    /// The tokens, and other lists.
    pub(super) space: Box<Space>,
    /// The token that was consumed last. A token that is none comes first.
    at: usize,
    depth: usize,
    looked: usize,
    /// The macros that the template defines. They only matter to how their names are escaped.
    pub(super) macros: BTreeSet<&'a str>,
    /// What escaped directives are shown as, by their tokens.
    replaced: BTreeMap<usize, String>,
    /// Where the text begins in that of the tree.
    pub(super) base: usize,
    /// The tree.
    pub(super) build: Build,
}

impl<'a> Parser<'a> {
    pub(super) fn over(text: &'a str, base: usize, build: Build) -> Self {
        let mut space = Space::take();
        space.tokens.push(Kept { kind: Kind::End, start: 0, end: 0, specials: 0 });
        Self {
            lexer: Lexer::new(text),
            space,
            at: 0,
            depth: 0,
            looked: 0,
            macros: BTreeSet::new(),
            replaced: BTreeMap::new(),
            base,
            build,
        }
    }

    /// The kind of the token after `ahead` others; 1 is the next.
    #[inline]
    pub(super) fn peek(&mut self, ahead: usize) -> Parsed<Kind> {
        match self.space.tokens.get(self.at + ahead) {
            Some(token) => Ok(token.kind),
            None => self.kind_at(self.at + ahead),
        }
    }

    /// The kind of a token that may not have been read yet.
    #[inline(never)]
    pub(super) fn kind_at(&mut self, index: usize) -> Parsed<Kind> {
        while self.space.tokens.len() <= index {
            let Ok(token) = self.lexer.next_token() else { return Err(self.unreadable()) };
            let (start, end, specials) = (place(token.start), place(token.end), place(token.specials.1));
            self.space.tokens.push(Kept { kind: token.kind, start, end, specials });
        }
        Ok(self.space.tokens.get(index).map_or(Kind::End, |token| token.kind))
    }

    #[cold]
    fn unreadable(&self) -> TemplateError {
        let message = "the template cannot be read from here; write a lone `#` or `$` as `#[[#]]#` or `#[[$]]#`";
        syntax(self.lexer.unreadable(), message)
    }

    /// [`kind_at`](Self::kind_at) while looking ahead without a bound.
    pub(super) fn look(&mut self, index: usize) -> Parsed<Kind> {
        self.looked += 1;
        if self.looked > MAX_LOOKAHEAD {
            let offset = self.token(self.at).start;
            let message = "this expression takes too long to read; split it";
            return Err(TemplateError::new(TemplateErrorKind::Steps, offset, message));
        }
        self.kind_at(index)
    }

    /// A token that has been read.
    pub(super) fn token(&self, index: usize) -> Token {
        let Some(token) = self.space.tokens.get(index) else {
            let end = self.lexer.text().len();
            return Token { kind: Kind::End, start: end, end, specials: (0, 0) };
        };
        let before = index.checked_sub(1).and_then(|index| self.space.tokens.get(index));
        let specials = (before.map_or(0, |before| before.specials) as usize, token.specials as usize);
        Token { kind: token.kind, start: token.start as usize, end: token.end as usize, specials }
    }

    /// The token that was consumed last.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    /// Consumes the next token if it is of a kind.
    #[inline]
    pub(super) fn eat(&mut self, kind: Kind) -> Parsed<bool> {
        let found = self.peek(1)? == kind;
        self.at += usize::from(found);
        Ok(found)
    }

    /// Consumes the next token, which has to be of a kind.
    pub(super) fn expect(&mut self, kind: Kind, what: &str) -> Parsed<usize> {
        if self.eat(kind)? { Ok(self.at) } else { Err(self.unexpected(what)) }
    }

    /// Consumes the next token, whatever it is.
    pub(super) fn advance(&mut self) -> Parsed<usize> {
        self.peek(1)?;
        self.at += 1;
        Ok(self.at)
    }

    /// The error for a token that cannot stand here.
    #[cold]
    pub(super) fn unexpected(&self, what: &str) -> TemplateError {
        let token = self.token(self.at + 1);
        let image: String = self.image(self.at + 1).chars().take(20).collect();
        let message = if token.kind == Kind::End {
            format!("the template ends where {what} is expected")
        } else {
            format!("{image:?} cannot stand here; write {what}")
        };
        syntax(token.start, message)
    }

    /// The source of a token.
    pub(super) fn image(&self, index: usize) -> &'a str {
        let token = self.token(index);
        self.lexer.text().get(token.start..token.end).unwrap_or("")
    }

    /// What a token is shown as where its source is printed.
    pub(super) fn shown(&self, index: usize) -> &str {
        self.replaced.get(&index).map_or_else(|| self.image(index), String::as_str)
    }

    /// Shows a token as something else.
    pub(super) fn replace(&mut self, index: usize, text: String) {
        self.replaced.insert(index, text);
    }

    /// Cuts the beginning of a token off.
    pub(super) fn cut(&mut self, index: usize, length: usize) {
        if let Some(token) = self.space.tokens.get_mut(index) {
            token.start = token.start.saturating_add(place(length)).min(token.end);
        }
    }

    /// Goes one level deeper for the time of `inner`.
    pub(super) fn deeper<T>(&mut self, inner: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth == MAX_DEPTH {
            let offset = self.token(self.at).start;
            let message = format!("more than {MAX_DEPTH} levels are nested here; take some out into variables");
            return Err(TemplateError::new(TemplateErrorKind::Depth, offset, message));
        }
        self.depth += 1;
        let parsed = inner(self);
        self.depth -= 1;
        parsed
    }

    /// What a part of the template prints when it is printed as its source.
    pub(super) fn literal(&mut self, span: Span) -> TextPart {
        let (start, mut end) = (self.token(span.first).start, self.token(span.first).start);
        let is_one_part = (span.first..=span.last).all(|index| {
            let token = self.token(index);
            let follows = token.start == end;
            end = token.end;
            follows && self.is_literal(index)
        });
        if is_one_part {
            return self.part(start..end);
        }
        let text: String = (span.first..=span.last).map(|index| self.token_literal(index)).collect();
        self.build.extra(&text)
    }

    /// Whether a token prints what it is in the template.
    pub(super) fn is_literal(&self, index: usize) -> bool {
        let token = self.token(index);
        let is_plain = token.kind != Kind::CommentClose && token.specials.0 == token.specials.1;
        is_plain && (self.replaced.is_empty() || !self.replaced.contains_key(&index))
    }

    /// What a token prints: its source, after the dollar signs and hashes that were kept with it.
    pub(super) fn token_literal(&self, index: usize) -> String {
        let token = self.token(index);
        if token.kind == Kind::CommentClose {
            return String::new();
        }
        let mut text = String::new();
        let images: Vec<&str> =
            self.lexer.specials(token).iter().filter_map(|(start, end)| self.lexer.text().get(*start..*end)).collect();
        if images.last().is_some_and(|image| !image.starts_with("##")) {
            for image in images {
                push_special(image, &mut text);
            }
        }
        text.push_str(self.shown(index));
        text
    }
}

/// The error for what the grammar does not have.
pub(super) fn syntax(offset: usize, message: impl Into<String>) -> TemplateError {
    TemplateError::new(TemplateErrorKind::Syntax, offset, message)
}

/// The dollar signs, the hashes, and the backslashes before dollar signs.
fn push_special(image: &str, text: &mut String) {
    let mut rest = image.chars();
    while let Some(c) = rest.next() {
        match c {
            '#' | '$' => text.push(c),
            '\\' => {
                let after = rest.as_str();
                let slashes = after.len() - after.trim_start_matches('\\').len();
                if after.trim_start_matches('\\').starts_with('$') {
                    text.extend(std::iter::repeat_n('\\', slashes + 1));
                    text.push('$');
                    // The character after them is passed over.
                    rest.nth(slashes + 1);
                }
            }
            _ => {}
        }
    }
}
