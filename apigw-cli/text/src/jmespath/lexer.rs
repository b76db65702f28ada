//! Expressions split into tokens.

use crate::document::Document;
use crate::python::json::{self, Maps};
use crate::python::{number, repr};

/// A token and where it starts, in characters.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Token {
    /// What it is.
    pub(crate) kind: TokenKind,
    /// Where it starts.
    pub(crate) start: usize,
}

/// The kinds of token.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum TokenKind {
    /// A symbol.
    Symbol(&'static Symbol),
    /// A name.
    Name(String),
    /// A name in double quotes.
    QuotedName(String),
    /// A whole number.
    Number(i128),
    /// A value in the expression.
    Literal(Document),
    /// The end.
    End,
}

/// A symbol: its text, its name in messages, and its binding power to the left.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Symbol {
    /// The text.
    pub(crate) text: &'static str,
    /// The name.
    pub(crate) name: &'static str,
    /// The binding power.
    pub(crate) power: u8,
}

/// The symbols; a symbol comes before its prefixes.
const SYMBOLS: &[Symbol] = &[
    symbol(".", "dot", 40),
    symbol("*", "star", 20),
    symbol("]", "rbracket", 0),
    symbol(",", "comma", 0),
    symbol(":", "colon", 0),
    symbol("@", "current", 0),
    symbol("(", "lparen", 60),
    symbol(")", "rparen", 0),
    symbol("{", "lbrace", 50),
    symbol("}", "rbrace", 0),
    symbol("[]", "flatten", 9),
    symbol("[?", "filter", 21),
    symbol("[", "lbracket", 55),
    symbol("||", "or", 2),
    symbol("|", "pipe", 1),
    symbol("&&", "and", 3),
    symbol("&", "expref", 0),
    symbol("<=", "lte", 5),
    symbol("<", "lt", 5),
    symbol(">=", "gte", 5),
    symbol(">", "gt", 5),
    symbol("!=", "ne", 5),
    symbol("!", "not", 45),
    symbol("==", "eq", 5),
];

const fn symbol(text: &'static str, name: &'static str, power: u8) -> Symbol {
    Symbol { text, name, power }
}

impl TokenKind {
    /// The name of the kind in messages.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Symbol(symbol) => symbol.name,
            Self::Name(_) => "unquoted_identifier",
            Self::QuotedName(_) => "quoted_identifier",
            Self::Number(_) => "number",
            Self::Literal(_) => "literal",
            Self::End => "eof",
        }
    }

    /// The value as messages print it.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Symbol(symbol) => symbol.text.to_owned(),
            Self::Name(name) | Self::QuotedName(name) => name.clone(),
            Self::Number(number) => number.to_string(),
            Self::Literal(value) => repr::plain(value),
            Self::End => String::new(),
        }
    }

    /// The binding power of the token to the left.
    pub(crate) fn power(&self) -> u8 {
        if let Self::Symbol(symbol) = self { symbol.power } else { 0 }
    }
}

/// Splits an expression into tokens. The error is the complete message.
pub(crate) fn tokens(expression: &str) -> Result<Vec<Token>, String> {
    if expression.is_empty() {
        return Err("Invalid JMESPath expression: cannot be empty.".to_owned());
    }
    let mut lexer = ExpressionLexer { expression, rest: expression, counted: (0, 0) };
    let mut tokens = Vec::new();
    loop {
        lexer.rest = lexer.rest.trim_start_matches([' ', '\t', '\n', '\r']);
        let start = lexer.position();
        let Some(c) = lexer.rest.chars().next() else {
            tokens.push(Token { kind: TokenKind::End, start });
            return Ok(tokens);
        };
        let kind = lexer.token(c, start)?;
        tokens.push(Token { kind, start });
    }
}

struct ExpressionLexer<'e> {
    expression: &'e str,
    rest: &'e str,
    /// The bytes of the expression counted so far, and their characters.
    counted: (usize, usize),
}

impl ExpressionLexer<'_> {
    /// The number of characters before the rest.
    fn position(&mut self) -> usize {
        let consumed = self.expression.len() - self.rest.len();
        let (bytes, chars) = self.counted;
        let chars = chars + self.expression.get(bytes..consumed).unwrap_or_default().chars().count();
        self.counted = (consumed, chars);
        chars
    }

    fn error(&self, at: usize, what: &str) -> String {
        format!("Bad jmespath expression: {what}:\n{}\n{}^", self.expression, " ".repeat(at))
    }

    fn take(&mut self, length: usize) -> String {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken.to_owned()
    }

    fn token(&mut self, c: char, start: usize) -> Result<TokenKind, String> {
        if c.is_ascii_alphabetic() || c == '_' {
            let is_inside = |c: char| c.is_ascii_alphanumeric() || c == '_';
            let length = self.rest.find(|c| !is_inside(c)).unwrap_or(self.rest.len());
            return Ok(TokenKind::Name(self.take(length)));
        }

        if let Some(symbol) = SYMBOLS.iter().find(|symbol| self.rest.starts_with(symbol.text)) {
            self.take(symbol.text.len());
            return Ok(TokenKind::Symbol(symbol));
        }

        match c {
            '0'..='9' | '-' => {
                let digits = self.rest.get(1..).unwrap_or_default();
                let length = 1 + digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
                let text = self.take(length);
                if text == "-" {
                    return Err(self.error(start, "Unknown token '-'"));
                }
                let number = number::integer(&text);
                number.map(TokenKind::Number).ok_or_else(|| self.error(start, "Number out of range"))
            }
            '\'' => {
                let text = self.delimited(c, start)?;
                Ok(TokenKind::Literal(Document::Text(text.replace("\\'", "'"))))
            }
            '`' => self.literal(start),
            '"' => self.quoted_name(start),
            '=' => Err(self.error(start, "Unknown token '='")),
            _ => Err(self.error(start, &format!("Unknown token {c}"))),
        }
    }

    /// Reads up to the next delimiter that is not escaped; backslashes are kept.
    fn delimited(&mut self, delimiter: char, start: usize) -> Result<String, String> {
        let mut is_hidden = false;
        for (index, c) in self.rest.char_indices().skip(1) {
            if c == delimiter && !is_hidden {
                let text = self.take(index + delimiter.len_utf8());
                let inside = text.get(1..index).unwrap_or_default();
                return Ok(inside.to_owned());
            }
            is_hidden = c == '\\' && !is_hidden;
        }
        Err(self.error(start, &format!("Unclosed {delimiter} delimiter")))
    }

    /// Reads JSON in backticks; anything else is a string, as in old versions of the language.
    fn literal(&mut self, start: usize) -> Result<TokenKind, String> {
        let text = self.delimited('`', start)?.replace("\\`", "`");
        let value = json::read(&text, Maps::Plain);
        let value = value.or_else(|_| json::read(&format!("\"{}\"", text.trim_start()), Maps::Plain));
        value.map(TokenKind::Literal).map_err(|_| self.error(start, &format!("Bad token {text}")))
    }

    fn quoted_name(&mut self, start: usize) -> Result<TokenKind, String> {
        let text = format!("\"{}\"", self.delimited('"', start)?);
        match json::read(&text, Maps::Plain) {
            Ok(value) => Ok(TokenKind::QuotedName(value.text().unwrap_or_default().to_owned())),
            Err(problem) => {
                let message = problem.message(&text);
                Err(self.error(start, message.split(':').next().unwrap_or_default()))
            }
        }
    }
}
