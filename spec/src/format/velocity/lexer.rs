//! From a template's text to tokens: text, comments, references, directives. Tokens cover the text without a gap.

use super::cursor::Cursor;
use super::expression::{self, Expression, Reference};
use super::finding::{Finding, FindingKind};

/// A piece of a template.
#[derive(Debug, Clone, PartialEq)]
pub struct Token<'a> {
    /// The byte offset.
    pub offset: usize,
    /// The source.
    pub source: &'a str,
    /// What it is.
    pub kind: TokenKind<'a>,
}

/// What a piece of a template is.
#[derive(Debug, Clone, PartialEq)]
pub enum TokenKind<'a> {
    /// Text that is printed as it is, `#[[…]]#` included.
    Text,
    /// `## …` or `#* … *#`.
    Comment,
    /// A reference that is printed, or called for its effect.
    Reference(Reference<'a>),
    /// A directive.
    Directive(Directive<'a>),
}

/// A directive, without the block it opens.
#[derive(Debug, Clone, PartialEq)]
pub struct Directive<'a> {
    /// Which one.
    pub word: Word,
    /// The byte offset of the hash.
    pub offset: usize,
    /// The length of the hash and the word, in bytes.
    pub length: usize,
    /// What its parentheses contain; empty for a directive without any, and where they could not be read.
    pub arguments: Vec<Expression<'a>>,
}

/// The directives of Velocity that matter to a template's structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// `#if(…)`.
    If,
    /// `#elseif(…)`.
    ElseIf,
    /// `#else`.
    Else,
    /// `#end`.
    End,
    /// `#foreach(… in …)`.
    Foreach,
    /// `#set(… = …)`.
    Set,
    /// `#macro(…)`.
    Macro,
    /// `#define(…)`.
    Define,
    /// `#break`, `#stop`.
    Leave,
}

/// How many unclosed references and parentheses are read before what comes is taken for text: reading one may look at
/// the whole rest.
const MOST_UNCLOSED: usize = 64;

/// Reads a template. What is wrong with single tokens goes into `findings`.
pub(super) fn tokens<'a>(text: &'a str, findings: &mut Vec<Finding>) -> Vec<Token<'a>> {
    let mut lexer = Lexer { cursor: Cursor::new(text), tokens: Vec::new(), text_from: 0, unclosed: 0, findings };
    while !lexer.cursor.is_at_end() {
        lexer.step();
    }
    lexer.flush(text.len());
    lexer.tokens
}

struct Lexer<'a, 'f> {
    cursor: Cursor<'a>,
    tokens: Vec<Token<'a>>,
    text_from: usize,
    unclosed: usize,
    findings: &'f mut Vec<Finding>,
}

impl<'a> Lexer<'a, '_> {
    fn step(&mut self) {
        self.cursor.eat_while(|c| !matches!(c, '$' | '#' | '\\'));
        let start = self.cursor.at;
        let kind = match self.cursor.peek() {
            None => return,
            // A backslash takes the meaning from the dollar sign or hash after it, and from a backslash before one.
            Some('\\') => {
                self.cursor.bump();
                if matches!(self.cursor.peek(), Some('$' | '#' | '\\')) {
                    self.cursor.bump();
                }
                return;
            }
            Some('$') if self.unclosed < MOST_UNCLOSED => {
                expression::reference(&mut self.cursor).map(TokenKind::Reference)
            }
            Some('#') => self.hash(start),
            Some(_) => None,
        };
        let Some(kind) = kind else {
            if self.cursor.at == start {
                self.cursor.bump();
            }
            return;
        };
        if matches!(&kind, TokenKind::Reference(reference) if reference.unclosed.is_some()) {
            self.unclosed += 1;
        }
        self.flush(start);
        self.tokens.push(Token { offset: start, source: self.cursor.since(start), kind });
        self.text_from = self.cursor.at;
    }

    fn flush(&mut self, to: usize) {
        if self.text_from < to {
            let mut upto = self.cursor;
            upto.at = to;
            self.tokens.push(Token {
                offset: self.text_from,
                source: upto.since(self.text_from),
                kind: TokenKind::Text,
            });
        }
    }

    fn hash(&mut self, start: usize) -> Option<TokenKind<'a>> {
        self.cursor.bump();
        if self.cursor.eat("#") {
            self.cursor.eat_while(|c| c != '\n');
            return Some(TokenKind::Comment);
        }
        if self.cursor.eat("*") {
            self.close(start, "*#", "this comment is not closed; end it with `*#`");
            return Some(TokenKind::Comment);
        }
        if self.cursor.eat("[[") {
            self.close(start, "]]#", "this literal text is not closed; end it with `]]#`");
            return Some(TokenKind::Text);
        }
        self.directive(start).map(TokenKind::Directive)
    }

    fn close(&mut self, start: usize, close: &str, message: &'static str) {
        if !self.cursor.skip_past(close) {
            self.findings.push(Finding::new(FindingKind::UnclosedComment, start, close.len(), message));
        }
    }

    fn directive(&mut self, start: usize) -> Option<Directive<'a>> {
        let mut ahead = self.cursor;
        let braced = ahead.eat("{");
        let word = word(ahead.eat_while(|c| c.is_ascii_alphanumeric() || c == '_'))?;
        if braced && !ahead.eat("}") {
            return None;
        }
        let directive = Directive { word, offset: start, length: ahead.at - start, arguments: Vec::new() };
        let mut opening = ahead;
        opening.skip_space();
        let name = ahead.since(start);
        if !opening.eat("(") {
            return self.without_parentheses(ahead, directive, name);
        }
        if matches!(word, Word::Else | Word::End | Word::Leave) {
            self.cursor = ahead;
            return Some(directive);
        }
        let inside = opening.at;
        self.cursor = opening;
        let arguments = opening.deeper(|inner| arguments(inner, word));
        if let Some(arguments) = arguments {
            self.cursor = opening;
            return Some(Directive { arguments, ..directive });
        }
        self.unreadable(&directive, inside, name);
        Some(directive)
    }

    fn without_parentheses(
        &mut self,
        after: Cursor<'a>,
        directive: Directive<'a>,
        name: &str,
    ) -> Option<Directive<'a>> {
        match directive.word {
            // Without parentheses these are text, not directives.
            Word::Set | Word::Define | Word::Macro => return None,
            Word::If | Word::ElseIf | Word::Foreach => {
                let message = format!("`{name}` needs parentheses; write `{name}(…)`");
                let kind = FindingKind::MissingArguments;
                self.findings.push(Finding::new(kind, directive.offset, directive.length, message));
            }
            Word::Else | Word::End | Word::Leave => {}
        }
        self.cursor = after;
        Some(directive)
    }

    /// Steps past the parentheses of a directive by their count, and says what is wrong with them.
    fn unreadable(&mut self, directive: &Directive<'a>, inside: usize, name: &str) {
        let closed = self.unclosed < MOST_UNCLOSED && skip_parentheses(&mut self.cursor);
        let (kind, message) = if closed {
            (FindingKind::BadArguments, bad_arguments(directive.word, name))
        } else {
            self.cursor.at = inside;
            self.unclosed += 1;
            (FindingKind::UnclosedArguments, format!("the parentheses of `{name}` are not closed; add a `)`"))
        };
        self.findings.push(Finding::new(kind, directive.offset, directive.length, message));
    }
}

fn word(name: &str) -> Option<Word> {
    Some(match name {
        "if" => Word::If,
        "elseif" => Word::ElseIf,
        "else" => Word::Else,
        "end" => Word::End,
        "foreach" => Word::Foreach,
        "set" => Word::Set,
        "macro" => Word::Macro,
        "define" => Word::Define,
        "break" | "stop" => Word::Leave,
        _ => return None,
    })
}

fn bad_arguments(word: Word, name: &str) -> String {
    match word {
        Word::Set => format!("`{name}` cannot be read; write `#set($name = value)`"),
        Word::Foreach => format!("`{name}` cannot be read; write `#foreach($entry in $list)`"),
        _ => format!("the condition of `{name}` cannot be read; compare with `==`, join with `&&` and `||`"),
    }
}

/// Reads what the parentheses of a directive contain, and the closing one.
fn arguments<'a>(cursor: &mut Cursor<'a>, word: Word) -> Option<Vec<Expression<'a>>> {
    if matches!(word, Word::Macro | Word::Define) {
        return skip_parentheses(cursor).then(Vec::new);
    }
    let mut arguments = vec![expression::operation(cursor)?];
    cursor.skip_space();
    let between = match word {
        Word::Set => Some("="),
        Word::Foreach => Some("in"),
        _ => None,
    };
    if let Some(between) = between {
        cursor.eat(between).then_some(())?;
        arguments.push(expression::operation(cursor)?);
        cursor.skip_space();
    }
    cursor.eat(")").then_some(arguments)
}

/// Steps past the parenthesis that closes the one before the cursor. Those in quotes do not count.
fn skip_parentheses(cursor: &mut Cursor<'_>) -> bool {
    let mut open = 1_usize;
    while let Some(c) = cursor.bump() {
        match c {
            '(' => open += 1,
            ')' => open -= 1,
            '\'' | '"' => {
                let mut ahead = *cursor;
                if ahead.skip_past(if c == '"' { "\"" } else { "'" }) {
                    *cursor = ahead;
                }
            }
            _ => {}
        }
        if open == 0 {
            return true;
        }
    }
    false
}
