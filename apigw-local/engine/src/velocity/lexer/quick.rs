//! The longest match at a place, where its first characters leave no choice, as nearly everywhere.
//!
//! What is found here is what `matcher` would find, only sooner; what is not is left to it.

use super::matcher::{blank_line, set, string};
use super::state::LexerState;
use super::token::Kind;

type Match = Option<(Kind, usize)>;

/// The longest match at the beginning of `rest`, if it is plain at once.
pub(super) fn find(state: LexerState, rest: &str) -> Match {
    let bytes = rest.as_bytes();
    let first = *bytes.first()?;
    if is_opening(first) {
        return opening(state, rest, first);
    }
    match state {
        LexerState::Default => Some(default(rest, first)),
        LexerState::PreDirective if is(first, WORD_START) => pre_directive(rest),
        LexerState::PreDirective => None,
        LexerState::Directive => directive(rest, first),
        LexerState::Reference => reference(rest, first),
        LexerState::Modifier => modifier(rest, first),
        LexerState::Arguments => arguments(rest, first),
        LexerState::Index => index(rest, first),
        LexerState::TextBlock => plain(bytes, Kind::TextBlockChar, |byte| byte == b']'),
        LexerState::Comment | LexerState::FormalComment => plain(bytes, Kind::CommentChar, |byte| byte == b'*'),
        LexerState::LineComment => plain(bytes, Kind::CommentChar, |byte| matches!(byte, b'\r' | b'\n')),
    }
}

/// Characters of a comment, all that begin nothing.
fn plain(bytes: &[u8], kind: Kind, ends: impl Fn(u8) -> bool) -> Match {
    let length = bytes.iter().position(|byte| is_opening(*byte) || ends(*byte)).unwrap_or(bytes.len());
    (length > 0).then_some((kind, length))
}

/// Whether the reference before a byte ends there, and the byte is no part of anything else.
pub(super) fn ends_reference(byte: Option<&u8>) -> bool {
    byte.is_some_and(|byte| is(*byte, END))
}

/// A name after a dollar sign, a word after a hash.
fn opening(state: LexerState, rest: &str, first: u8) -> Match {
    let second = rest.as_bytes().get(1).copied().unwrap_or(0);
    match first {
        b'$' if is(second, NAME_START) || second == b'{' => Some((Kind::Dollar, 1)),
        b'#' if second.is_ascii_alphabetic() => {
            let may_be_set = match state {
                LexerState::Default | LexerState::Reference | LexerState::Modifier | LexerState::Arguments => {
                    second == b's'
                }
                _ => false,
            };
            if may_be_set && let Some(length) = set(rest) {
                return Some((Kind::Set, length));
            }
            Some((Kind::Hash, 1))
        }
        _ => None,
    }
}

fn default(rest: &str, first: u8) -> (Kind, usize) {
    let bytes = rest.as_bytes();
    let length = run(bytes, OPENING, false);
    if matches!(first, b' ' | b'\t')
        && bytes.get(length) == Some(&b'#')
        && let Some(length) = set(rest)
    {
        return (Kind::Set, length);
    }
    (Kind::Text, length)
}

fn pre_directive(rest: &str) -> Match {
    let length = run(rest.as_bytes(), WORD, true);
    let (word, after) = rest.split_at_checked(length)?;
    Some(match word {
        "if" => (Kind::If, length),
        "elseif" => (Kind::ElseIf, length),
        "else" => (Kind::Else, length + blank_line(after)),
        "end" => (Kind::EndDirective, length + blank_line(after)),
        _ => (Kind::Word, length),
    })
}

fn directive(rest: &str, first: u8) -> Match {
    let bytes = rest.as_bytes();
    let second = bytes.get(1).copied().unwrap_or(0);
    let pair = |with: u8, both: Kind, alone: Kind| if second == with { (both, 2) } else { (alone, 1) };
    Some(match first {
        b')' => (Kind::ParenClose, 1 + blank_line(rest.get(1..).unwrap_or(""))),
        b'(' => (Kind::ParenOpen, 1),
        b' ' | b'\t' | b'\r' | b'\n' => (Kind::Space, space(bytes)),
        b'=' => pair(b'=', Kind::Equal, Kind::Assign),
        b'<' => pair(b'=', Kind::LessEqual, Kind::Less),
        b'>' => pair(b'=', Kind::GreaterEqual, Kind::Greater),
        b'!' => pair(b'=', Kind::NotEqual, Kind::Not),
        b'+' => (Kind::Plus, 1),
        b'*' => (Kind::Multiply, 1),
        b'/' => (Kind::Divide, 1),
        b'%' => (Kind::Modulo, 1),
        _ if is(first, WORD_START) => word(rest)?,
        _ => return value(rest, first),
    })
}

fn word(rest: &str) -> Match {
    let length = run(rest.as_bytes(), WORD, true);
    let kind = match rest.get(..length)? {
        "true" => Kind::True,
        "false" => Kind::False,
        "and" => Kind::And,
        "or" => Kind::Or,
        "lt" => Kind::Less,
        "le" => Kind::LessEqual,
        "gt" => Kind::Greater,
        "ge" => Kind::GreaterEqual,
        "eq" => Kind::Equal,
        "ne" => Kind::NotEqual,
        "not" => Kind::Not,
        _ => Kind::Word,
    };
    Some((kind, length))
}

fn reference(rest: &str, first: u8) -> Match {
    match first {
        b'(' => Some((Kind::ReferenceEnd, 1)),
        _ => modifier(rest, first),
    }
}

fn modifier(rest: &str, first: u8) -> Match {
    let second = rest.as_bytes().get(1).copied().unwrap_or(0);
    Some(match first {
        b'[' => (Kind::IndexOpen, 1),
        b'(' => (Kind::ParenOpen, 1),
        b'{' => (Kind::ReferenceOpen, 1),
        b'}' => (Kind::ReferenceClose, 1),
        b'.' if second.is_ascii_alphabetic() => (Kind::Dot, 2),
        b' ' | b'\t' => set(rest).map_or((Kind::ReferenceEnd, 1), |length| (Kind::Set, length)),
        _ if is(first, NAME_START) => name(rest)?,
        _ if first.is_ascii() && !is_opening(first) => (Kind::ReferenceEnd, 1),
        _ => return None,
    })
}

fn name(rest: &str) -> Match {
    let length = run(rest.as_bytes(), NAME, true);
    let kind = match rest.get(..length)? {
        "true" => Kind::True,
        "false" => Kind::False,
        _ => Kind::Identifier,
    };
    // `true-x` is one name, since it is longer.
    Some((kind, length))
}

fn arguments(rest: &str, first: u8) -> Match {
    let bytes = rest.as_bytes();
    match first {
        b')' => Some((Kind::ArgumentsClose, 1)),
        b'{' => Some((Kind::CurlyOpen, 1)),
        b' ' | b'\t' | b'\r' | b'\n' => {
            let length = space(bytes);
            (bytes.get(length) != Some(&b'#')).then_some((Kind::Space, length))
        }
        _ if is(first, NAME_START) => name(rest),
        _ => value(rest, first),
    }
}

/// What lists, maps and arguments are made of.
fn value(rest: &str, first: u8) -> Match {
    match first {
        b'[' => Some((Kind::BracketOpen, 1)),
        b']' => Some((Kind::BracketClose, 1)),
        b',' => Some((Kind::Comma, 1)),
        b':' => Some((Kind::Colon, 1)),
        b'}' => Some((Kind::CurlyClose, 1)),
        _ => literal(rest, first),
    }
}

fn index(rest: &str, first: u8) -> Match {
    match first {
        b']' => Some((Kind::IndexClose, 1)),
        b' ' | b'\t' | b'\r' | b'\n' => Some((Kind::Space, space(rest.as_bytes()))),
        _ => literal(rest, first),
    }
}

/// A string or a plain integer.
fn literal(rest: &str, first: u8) -> Match {
    match first {
        b'\'' | b'"' => string(rest).map(|length| (Kind::String, length)),
        b'0'..=b'9' => {
            let length = run(rest.as_bytes(), DIGIT, true);
            let may_go_on = matches!(rest.as_bytes().get(length), Some(b'.' | b'e' | b'E'));
            (!may_go_on).then_some((Kind::Integer, length))
        }
        _ => None,
    }
}

fn space(bytes: &[u8]) -> usize {
    run(bytes, BLANK, true)
}

/// What begins what is not text: `$`, `#`, `\\`.
const OPENING: u8 = 1;
/// What may be in a name, in a word after a hash, in a number, and between them.
const NAME: u8 = 2;
const WORD: u8 = 4;
const DIGIT: u8 = 8;
const BLANK: u8 = 16;
/// What a name, and a word after a hash, may begin with.
const NAME_START: u8 = 32;
const WORD_START: u8 = 64;
/// What ends a reference, whatever follows.
const END: u8 = 128;

/// What each byte can be.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        let name_start = byte.is_ascii_alphabetic() || byte == b'_';
        let word_start = byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'@');
        let opening = matches!(byte, b'$' | b'#' | b'\\');
        let blank = matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
        let goes_on = name_start || opening || blank || matches!(byte, b'[' | b'(' | b'{' | b'}' | b'.');
        #[expect(clippy::indexing_slicing, reason = "an index out of range would not compile")]
        {
            classes[byte as usize] = OPENING * opening as u8
                + NAME * (byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) as u8
                + WORD * (byte.is_ascii_digit() || word_start) as u8
                + DIGIT * byte.is_ascii_digit() as u8
                + BLANK * blank as u8
                + NAME_START * name_start as u8
                + WORD_START * word_start as u8
                + END * !goes_on as u8;
        }
        byte += 1;
    }
    classes
};

fn is(byte: u8, class: u8) -> bool {
    CLASSES.get(usize::from(byte)).is_some_and(|classes| classes & class != 0)
}

/// How many bytes are, or are not, of a class.
fn run(bytes: &[u8], class: u8, expected: bool) -> usize {
    bytes.iter().position(|byte| is(*byte, class) != expected).unwrap_or(bytes.len())
}

fn is_opening(byte: u8) -> bool {
    is(byte, OPENING)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::matcher::{count, longest};
    use super::{LexerState, find};
    use crate::velocity::lexer::token::Kind;

    const STATES: [LexerState; 11] = [
        LexerState::Default,
        LexerState::PreDirective,
        LexerState::Directive,
        LexerState::Reference,
        LexerState::Modifier,
        LexerState::Arguments,
        LexerState::Index,
        LexerState::TextBlock,
        LexerState::Comment,
        LexerState::FormalComment,
        LexerState::LineComment,
    ];

    const PIECES: &[&str] = &[
        "$", "#", "\\", "!", "[", "]", "{", "}", "(", ")", ".", ",", ":", "*", "'", "\"", " ", "\t", "\n", "\r", "-",
        "+", "/", "%", "&", "|", "<", ">", "=", "0", "12", "e5", "true", "false", "and", "or", "lt", "le", "not", "ne",
        "eq", "gt", "ge", "set", "#set(", "  #set (", "#{set}(", "if", "elseif", "else", "end", "a", "Z", "_", "@",
        "é", "😀", "\u{0}", "\u{7f}", "##", "#[[", "]]#", "*#", "..",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, ..ProptestConfig::default() })]

        /// Comments are read by many characters at once, one by one by the matcher.
        #[test]
        fn finds_what_the_matcher_finds(picks in prop::collection::vec(0..PIECES.len(), 1..8)) {
            let rest: String = picks.iter().map(|pick| PIECES[*pick]).collect();
            for state in STATES {
                let Some((kind, length)) = find(state, &rest) else { continue };
                let mut slow = longest(state, &rest, count(&rest, b'\\'));
                if matches!(kind, Kind::CommentChar | Kind::TextBlockChar) {
                    let each = rest[..length].char_indices().all(|(at, c)| {
                        longest(state, &rest[at..], 0) == Some((kind, c.len_utf8()))
                    });
                    slow = each.then_some((kind, length));
                }
                prop_assert_eq!(Some((kind, length)), slow, "{:?} {:?}", state, rest);
            }
        }
    }
}
