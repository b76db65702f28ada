//! From a template to tokens, as the token manager of Velocity 1.7 makes them.
//!
//! The manager has states (text, after a dollar sign, in a directive, …), keeps a stack of them and counts parentheses.
//! What is text and what is not depends on all of that, and so does white space; hence this is the manager itself, state
//! for state, and not a reader of a cleaner grammar. Positions are bytes of the template.
//!
//! May import: nothing of the package.

mod matcher;
mod quick;
mod state;
mod token;

pub(crate) use token::{Kind, Token};

use state::LexerState;
use token::Class;

/// What a state returns to.
#[derive(Debug, Clone, Copy)]
struct Saved {
    state: LexerState,
    opened: usize,
    closed: usize,
}

/// Reads tokens one at a time; the parser changes the state between them.
#[derive(Debug)]
pub(crate) struct Lexer<'a> {
    text: &'a str,
    at: usize,
    state: LexerState,
    stack: Vec<Saved>,
    opened: usize,
    closed: usize,
    in_comment: bool,
    in_set: bool,
    specials: Vec<(usize, usize)>,
    /// Where the run of backslashes that was counted last ends, so that none is counted twice.
    slashes_end: usize,
    /// Where the template could not be read.
    unreadable: usize,
}

/// Nothing of the grammar begins at this point of the template, or the template ends within a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unreadable;

impl<'a> Lexer<'a> {
    /// A lexer at the beginning of a template.
    pub(crate) fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            state: LexerState::Default,
            stack: Vec::new(),
            opened: 0,
            closed: 0,
            in_comment: false,
            in_set: false,
            specials: Vec::new(),
            slashes_end: 0,
            unreadable: 0,
        }
    }

    /// The template.
    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    /// Where the template could not be read, in bytes.
    pub(crate) fn unreadable(&self) -> usize {
        self.unreadable
    }

    /// The matches that were kept with a token.
    pub(crate) fn specials(&self, token: Token) -> &[(usize, usize)] {
        self.specials.get(token.specials.0..token.specials.1).unwrap_or(&[])
    }

    /// The next token.
    pub(crate) fn next_token(&mut self) -> Result<Token, Unreadable> {
        let first_special = self.specials.len();
        'token: loop {
            let start = self.at;
            if start == self.text.len() {
                let specials = (first_special, self.specials.len());
                return Ok(Token { kind: Kind::End, start, end: start, specials });
            }
            if matches!(self.state, LexerState::Reference | LexerState::Modifier)
                && first_special == self.specials.len()
                && quick::ends_reference(self.text.as_bytes().get(start))
            {
                self.pop();
                continue;
            }
            loop {
                let rest = self.text.get(self.at..).unwrap_or("");
                let found = quick::find(self.state, rest).or_else(|| {
                    let slashes = self.slashes(rest);
                    matcher::longest(self.state, rest, slashes)
                });
                let Some((kind, length)) = found else {
                    self.unreadable = self.at;
                    return Err(Unreadable);
                };
                self.at += length;
                match kind.class() {
                    Class::Token => {
                        let mut token =
                            Token { kind, start, end: self.at, specials: (first_special, self.specials.len()) };
                        self.take(&mut token);
                        return Ok(token);
                    }
                    Class::Special => {
                        // Only dollar signs, hashes and backslashes are ever printed of it; and what comes last says
                        // whether they are.
                        let image = self.text.as_bytes().get(start..self.at).unwrap_or(&[]);
                        let is_plain = !image.iter().any(|byte| matches!(byte, b'$' | b'#' | b'\\'));
                        if !is_plain || self.specials.len() > first_special {
                            self.specials.push((start, self.at));
                        }
                        self.at -= length;
                        self.pop();
                        continue 'token;
                    }
                    Class::Skip => continue 'token,
                    Class::More => self.begin(kind),
                }
                if self.at == self.text.len() {
                    self.unreadable = start;
                    return Err(Unreadable);
                }
            }
        }
    }

    /// Whether blanks and an opening parenthesis follow the last token that was read.
    pub(crate) fn is_before_parenthesis(&self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or("");
        rest.trim_start_matches([' ', '\t', '\r', '\n']).starts_with('(')
    }

    /// A directive's word was read: what follows are its arguments.
    pub(crate) fn enter_directive(&mut self) {
        self.state = LexerState::Directive;
    }

    /// A word after a hash was no directive after all.
    pub(crate) fn leave_directive(&mut self) {
        self.pop();
    }

    /// The right-hand side of a `#set` was read.
    pub(crate) fn leave_set(&mut self) {
        self.in_set = false;
    }

    fn slashes(&mut self, rest: &str) -> usize {
        if self.slashes_end <= self.at {
            self.slashes_end = self.at + matcher::count(rest, b'\\');
        }
        self.slashes_end - self.at
    }

    fn push(&mut self, next: LexerState) {
        self.stack.push(Saved { state: self.state, opened: self.opened, closed: self.closed });
        self.opened = 0;
        self.state = next;
    }

    fn pop(&mut self) -> bool {
        let Some(saved) = self.stack.pop() else {
            self.opened = 0;
            self.state = LexerState::Default;
            return false;
        };
        (self.state, self.opened, self.closed) = (saved.state, saved.opened, saved.closed);
        true
    }

    /// What the beginning of a token does to the state.
    fn begin(&mut self, kind: Kind) {
        if self.in_comment {
            return;
        }
        match kind {
            Kind::Dollar | Kind::DollarBang => {
                if self.state == LexerState::Reference {
                    self.pop();
                }
                self.push(LexerState::Reference);
            }
            Kind::TextBlockOpen => self.begin_comment(LexerState::TextBlock),
            Kind::CommentOpen => self.begin_comment(LexerState::Comment),
            Kind::FormalCommentOpen => {
                // The character after the stars is looked at only.
                let before = self.text.get(..self.at).and_then(|text| text.chars().next_back());
                self.at -= before.map_or(0, char::len_utf8);
                self.begin_comment(LexerState::FormalComment);
            }
            Kind::Hash => {
                if matches!(self.state, LexerState::Reference | LexerState::Modifier) {
                    self.pop();
                }
                self.push(LexerState::PreDirective);
            }
            _ => {}
        }
    }

    fn begin_comment(&mut self, state: LexerState) {
        self.in_comment = true;
        self.push(state);
    }

    /// What a token does to the state.
    fn take(&mut self, token: &mut Token) {
        match token.kind {
            Kind::IndexOpen => self.push(LexerState::Index),
            Kind::IndexClose | Kind::ReferenceClose | Kind::EndDirective | Kind::Else => {
                self.pop();
            }
            Kind::ParenOpen => {
                if !self.in_comment {
                    self.opened += 1;
                }
                if self.state == LexerState::Modifier {
                    self.state = LexerState::Arguments;
                }
            }
            Kind::ParenClose => self.close_parenthesis(),
            Kind::ArgumentsClose => self.state = LexerState::Reference,
            Kind::Set if !self.in_comment => {
                self.push(LexerState::Directive);
                self.in_set = true;
                self.opened += 1;
            }
            Kind::LineComment if !self.in_comment => {
                if self.state == LexerState::Reference {
                    self.pop();
                }
                self.begin_comment(LexerState::LineComment);
            }
            Kind::LineCommentEnd | Kind::FormalCommentClose | Kind::CommentClose | Kind::TextBlock => {
                self.in_comment = false;
                self.pop();
            }
            Kind::String if self.state == LexerState::Directive && !self.in_set && self.opened == 0 => {
                self.pop();
            }
            Kind::If | Kind::ElseIf => self.state = LexerState::Directive,
            Kind::Integer => self.take_integer(token),
            Kind::Float if self.opened == 0 && !self.in_set && self.state != LexerState::Arguments => {
                self.pop();
            }
            Kind::Dot => {
                // The letter after the dot is looked at only, and what came before it is lost.
                self.at -= 1;
                token.end -= 1;
                token.start = token.end.saturating_sub(1);
                self.state = LexerState::Modifier;
            }
            _ => {}
        }
    }

    fn take_integer(&mut self, token: &mut Token) {
        if self.text.get(token.start..token.end).is_some_and(|image| image.ends_with("..")) {
            self.at -= 2;
            token.end -= 2;
        }
        if self.opened == 0 && !self.in_set && !matches!(self.state, LexerState::Arguments | LexerState::Index) {
            self.pop();
        }
    }

    /// Drops down to the state below the one in which the parenthesis was opened.
    fn close_parenthesis(&mut self) {
        let mut closed = self.in_comment;
        while !closed {
            if self.opened > 0 {
                if self.opened == self.closed + 1 {
                    self.pop();
                } else {
                    self.closed += 1;
                }
                closed = true;
            } else if !self.pop() {
                break;
            }
        }
    }
}
