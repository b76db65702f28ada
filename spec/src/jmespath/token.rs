//! The tokens of an expression.

use std::fmt;

use super::{Comparison, PathLiteral};

/// One token.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum PathToken {
    Name(String),
    QuotedName(String),
    Number(i64),
    Literal(PathLiteral),
    Compare(Comparison),
    Dot,
    Star,
    Flatten,
    Filter,
    Open,
    Close,
    OpenCall,
    CloseCall,
    Comma,
    And,
    Or,
    Not,
    Pipe,
    Current,
}

/// Splits an expression.
pub(super) fn split(text: &str) -> Result<Vec<PathToken>, String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();

    while let Some(first) = rest.chars().next() {
        let (token, length) = match first {
            'a'..='z' | 'A'..='Z' | '_' => {
                let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
                (PathToken::Name(rest.get(..length).unwrap_or_default().to_owned()), length)
            }
            '0'..='9' | '-' => {
                let digits = rest.get(1..).unwrap_or_default();
                let length = 1 + digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
                let number = rest.get(..length).and_then(|number| number.parse().ok());
                (PathToken::Number(number.ok_or("a number is not whole")?), length)
            }
            '"' => {
                let (name, length) = quoted(rest, '"')?;
                (PathToken::QuotedName(name), length)
            }
            '\'' => {
                let (name, length) = quoted(rest, '\'')?;
                (PathToken::Literal(PathLiteral::Text(name)), length)
            }
            '`' => {
                let (text, length) = quoted(rest, '`')?;
                (PathToken::Literal(literal(text.trim())?), length)
            }
            _ => symbol(rest).ok_or_else(|| format!("`{first}` is not understood"))?,
        };
        tokens.push(token);
        rest = rest.get(length..).unwrap_or_default().trim_start();
    }
    Ok(tokens)
}

/// The tokens of one or two characters, the longer first.
const SYMBOLS: [(&str, PathToken); 20] = [
    ("[?", PathToken::Filter),
    ("[]", PathToken::Flatten),
    ("&&", PathToken::And),
    ("||", PathToken::Or),
    ("==", PathToken::Compare(Comparison::Equal)),
    ("!=", PathToken::Compare(Comparison::Unequal)),
    ("<=", PathToken::Compare(Comparison::LessOrEqual)),
    (">=", PathToken::Compare(Comparison::GreaterOrEqual)),
    ("<", PathToken::Compare(Comparison::Less)),
    (">", PathToken::Compare(Comparison::Greater)),
    ("!", PathToken::Not),
    ("|", PathToken::Pipe),
    (".", PathToken::Dot),
    ("*", PathToken::Star),
    ("[", PathToken::Open),
    ("]", PathToken::Close),
    ("(", PathToken::OpenCall),
    (")", PathToken::CloseCall),
    (",", PathToken::Comma),
    ("@", PathToken::Current),
];

fn symbol(text: &str) -> Option<(PathToken, usize)> {
    let found = SYMBOLS.iter().find(|(symbol, _)| text.starts_with(symbol));
    found.map(|(symbol, token)| (token.clone(), symbol.len()))
}

impl fmt::Display for PathToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) | Self::QuotedName(name) => write!(f, "`{name}`"),
            Self::Number(number) => write!(f, "`{number}`"),
            Self::Literal(_) => f.write_str("a literal"),
            symbol => {
                let spelled = SYMBOLS.iter().find(|(_, known)| known == symbol);
                write!(f, "`{}`", spelled.map_or("", |(spelled, _)| *spelled))
            }
        }
    }
}

/// The text between two marks, and the length with the marks. A backslash takes the meaning of a mark away.
fn quoted(text: &str, mark: char) -> Result<(String, usize), String> {
    let mut content = String::new();
    let mut characters = text.char_indices().skip(1);
    while let Some((index, c)) = characters.next() {
        match c {
            _ if c == mark => return Ok((content, index + 1)),
            '\\' => match characters.next() {
                Some((_, escaped)) if escaped == mark || escaped == '\\' => content.push(escaped),
                Some((_, other)) => content.extend(['\\', other]),
                None => break,
            },
            c => content.push(c),
        }
    }
    Err(format!("a `{mark}` is not closed"))
}

/// The value of a JSON literal. One that is no JSON is text, as older expressions have it.
fn literal(text: &str) -> Result<PathLiteral, String> {
    if let Some(inner) = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        return Ok(PathLiteral::Text(inner.to_owned()));
    }
    Ok(match text {
        "null" => PathLiteral::Null,
        "true" => PathLiteral::Boolean(true),
        "false" => PathLiteral::Boolean(false),
        _ if text.starts_with(['[', '{']) => return Err("a literal list or object is not supported".to_owned()),
        _ => text.parse().map_or_else(|_| PathLiteral::Text(text.to_owned()), PathLiteral::Number),
    })
}
