//! The longest match at a place, by the lexer's state.

use super::state::LexerState;
use super::token::Kind;

/// The longest match at the beginning of `rest`, which begins with `slashes` backslashes, and its length in bytes.
pub(super) fn longest(state: LexerState, rest: &str, slashes: usize) -> Option<(Kind, usize)> {
    let mut best = Best::default();
    match state {
        LexerState::Default => default(rest, slashes, &mut best),
        LexerState::PreDirective => pre_directive(rest, &mut best),
        LexerState::Directive => directive(rest, &mut best),
        LexerState::Reference => reference(rest, &mut best),
        LexerState::Modifier => modifier(rest, &mut best),
        LexerState::Arguments => arguments(rest, &mut best),
        LexerState::Index => index(rest, &mut best),
        LexerState::TextBlock => within(rest, &mut best, ("]]#", Kind::TextBlock), Kind::TextBlockChar),
        LexerState::Comment => within(rest, &mut best, ("*#", Kind::CommentClose), Kind::CommentChar),
        LexerState::FormalComment => within(rest, &mut best, ("*#", Kind::FormalCommentClose), Kind::CommentChar),
        LexerState::LineComment => {
            best.offer(Kind::LineCommentEnd, line_end(rest));
            best.offer(Kind::CommentChar, any(rest));
        }
    }
    openings(rest, slashes, &mut best);
    best.found
}

#[derive(Default)]
struct Best {
    found: Option<(Kind, usize)>,
}

impl Best {
    fn offer(&mut self, kind: Kind, length: Option<usize>) {
        let Some(length) = length else { return };
        let better = self.found.is_none_or(|(known, longest)| length > longest || (length == longest && kind < known));
        if better {
            self.found = Some((kind, length));
        }
    }

    fn word(&mut self, kind: Kind, rest: &str, word: &str) {
        self.offer(kind, rest.starts_with(word).then_some(word.len()));
    }

    fn words(&mut self, rest: &str, words: &[(&str, Kind)]) {
        for (word, kind) in words {
            self.word(*kind, rest, word);
        }
    }
}

/// What is recognised in every state.
fn openings(rest: &str, slashes: usize, best: &mut Best) {
    if !rest.starts_with(['$', '#', '\\']) {
        return;
    }
    let after = tail(rest, slashes);
    if let Some(after) = after.strip_prefix('$') {
        best.offer(Kind::Dollar, Some(slashes + 1));
        let more = count(after, b'\\');
        best.offer(Kind::DollarBang, tail(after, more).starts_with('!').then_some(slashes + more + 2));
    }
    if rest.starts_with('#') {
        best.words(rest, &[("#[[", Kind::TextBlockOpen), ("#*", Kind::CommentOpen), ("#", Kind::Hash)]);
        let formal = rest.strip_prefix("#**").and_then(|rest| rest.chars().next()).filter(|c| *c != '#');
        best.offer(Kind::FormalCommentOpen, formal.map(|c| 3 + c.len_utf8()));
    }
}

fn default(rest: &str, slashes: usize, best: &mut Best) {
    let text = rest.find(['$', '#', '\\']).unwrap_or(rest.len());
    best.offer(Kind::Text, (text > 0).then_some(text));
    best.offer(Kind::EscapedDirective, escaped_directive(rest, slashes));
    best.offer(Kind::Set, set(rest));
    best.words(rest, &[("##", Kind::LineComment), ("\\\\", Kind::DoubleEscape), ("\\", Kind::Escape)]);
    empty_index(rest, best);
}

fn pre_directive(rest: &str, best: &mut Best) {
    best.word(Kind::LineComment, rest, "##");
    for (words, kind, with_line) in [
        (["end", "{end}"], Kind::EndDirective, true),
        (["if", "{if}"], Kind::If, false),
        (["elseif", "{elseif}"], Kind::ElseIf, false),
        (["else", "{else}"], Kind::Else, true),
    ] {
        let length = words.into_iter().find(|word| rest.starts_with(word)).map(str::len);
        let blank = |length| if with_line { length + blank_line(tail(rest, length)) } else { length };
        best.offer(kind, length.map(blank));
    }
    numbers(rest, best);
    words(rest, best);
    best.offer(Kind::DirectiveEnd, any(rest));
}

fn directive(rest: &str, best: &mut Best) {
    brackets(rest, best);
    let close = rest.strip_prefix(')').map(|after| 1 + blank_line(after));
    best.offer(Kind::ParenClose, close);
    best.words(rest, &[("(", Kind::ParenOpen), ("##", Kind::LineComment)]);
    best.offer(Kind::Space, space(rest));
    best.offer(Kind::String, string(rest));

    best.words(
        rest,
        &[
            ("true", Kind::True),
            ("false", Kind::False),
            ("-", Kind::Minus),
            ("+", Kind::Plus),
            ("*", Kind::Multiply),
            ("/", Kind::Divide),
            ("%", Kind::Modulo),
            ("&&", Kind::And),
            ("and", Kind::And),
            ("||", Kind::Or),
            ("or", Kind::Or),
            ("<", Kind::Less),
            ("lt", Kind::Less),
            ("<=", Kind::LessEqual),
            ("le", Kind::LessEqual),
            (">", Kind::Greater),
            ("gt", Kind::Greater),
            (">=", Kind::GreaterEqual),
            ("ge", Kind::GreaterEqual),
            ("==", Kind::Equal),
            ("eq", Kind::Equal),
            ("!=", Kind::NotEqual),
            ("ne", Kind::NotEqual),
            ("!", Kind::Not),
            ("not", Kind::Not),
            ("=", Kind::Assign),
        ],
    );
    numbers(rest, best);
    words(rest, best);
}

fn reference(rest: &str, best: &mut Best) {
    best.words(rest, &[("[", Kind::IndexOpen), ("##", Kind::LineComment)]);
    best.offer(Kind::Set, set(rest));
    names(rest, best);
    best.words(rest, &[("{", Kind::ReferenceOpen), ("}", Kind::ReferenceClose)]);
    best.offer(Kind::ReferenceEnd, any(rest));
    empty_index(rest, best);
}

fn modifier(rest: &str, best: &mut Best) {
    best.words(rest, &[("[", Kind::IndexOpen), ("(", Kind::ParenOpen)]);
    best.offer(Kind::Set, set(rest));
    names(rest, best);
    best.words(rest, &[("{", Kind::ReferenceOpen), ("}", Kind::ReferenceClose)]);
    best.offer(Kind::ReferenceEnd, any(rest));
}

fn arguments(rest: &str, best: &mut Best) {
    brackets(rest, best);
    best.word(Kind::ArgumentsClose, rest, ")");
    best.offer(Kind::Set, set(rest));
    best.offer(Kind::Space, space(rest));
    best.offer(Kind::String, string(rest));
    numbers(rest, best);
    names(rest, best);
}

fn index(rest: &str, best: &mut Best) {
    best.words(rest, &[("]", Kind::IndexClose), ("true", Kind::True), ("false", Kind::False)]);
    best.offer(Kind::Space, space(rest));
    best.offer(Kind::String, string(rest));
    numbers(rest, best);
}

fn within(rest: &str, best: &mut Best, (close, kind): (&str, Kind), other: Kind) {
    best.word(kind, rest, close);
    best.offer(other, any(rest));
}

fn brackets(rest: &str, best: &mut Best) {
    best.words(
        rest,
        &[
            ("[", Kind::BracketOpen),
            ("]", Kind::BracketClose),
            (",", Kind::Comma),
            ("..", Kind::DoubleDot),
            (":", Kind::Colon),
            ("{", Kind::CurlyOpen),
            ("}", Kind::CurlyClose),
        ],
    );
}

fn names(rest: &str, best: &mut Best) {
    best.words(rest, &[("true", Kind::True), ("false", Kind::False)]);
    let first = rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let length = run(rest, |b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    best.offer(Kind::Identifier, first.then_some(length));
    let dot = rest.strip_prefix('.').is_some_and(|after| after.starts_with(|c: char| c.is_ascii_alphabetic()));
    best.offer(Kind::Dot, dot.then_some(2));
}

fn words(rest: &str, best: &mut Best) {
    best.offer(Kind::Word, word(rest));
    best.offer(Kind::BracedWord, braced_word(rest));
}

fn word(rest: &str) -> Option<usize> {
    let first = rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '@'));
    first.then(|| run(rest, is_word_byte))
}

fn braced_word(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('{')?;
    let length = word(inner).filter(|_| !inner.starts_with('@'))?;
    tail(inner, length).starts_with('}').then_some(length + 2)
}

fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'@')
}

fn numbers(rest: &str, best: &mut Best) {
    let sign = usize::from(rest.starts_with('-'));
    let digits = run(tail(rest, sign), |b| b.is_ascii_digit());
    let whole = sign + digits;
    let after = tail(rest, whole);
    if digits > 0 {
        best.offer(Kind::Integer, Some(whole + if after.starts_with("..") { 2 } else { 0 }));
        let exponent = exponent(after);
        best.offer(Kind::Float, (exponent > 0).then_some(whole + exponent));
    }
    if let Some(fraction) = after.strip_prefix('.') {
        let decimals = run(fraction, |b| b.is_ascii_digit());
        let exponent = self::exponent(tail(fraction, decimals));
        best.offer(Kind::Float, (digits + decimals > 0).then_some(whole + 1 + decimals + exponent));
    }
}

fn exponent(rest: &str) -> usize {
    let Some(after) = rest.strip_prefix(['e', 'E']) else { return 0 };
    let sign = usize::from(after.starts_with(['+', '-']));
    match run(tail(after, sign), |b| b.is_ascii_digit()) {
        0 => 0,
        digits => 1 + sign + digits,
    }
}

/// A string literal: a doubled quote is part of it. What follows the last quote that may close it is not.
pub(super) fn string(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let quote = *bytes.first().filter(|byte| matches!(byte, b'"' | b'\''))?;
    let (mut length, mut closed) = (1, None);
    while let Some(found) = bytes.get(length..).unwrap_or(&[]).iter().position(|byte| *byte == quote) {
        length += found + 1;
        closed = Some(length);
        if bytes.get(length) != Some(&quote) {
            break;
        }
        length += 1;
    }
    closed
}

/// `#set(`, with the blanks before it.
pub(super) fn set(rest: &str) -> Option<usize> {
    let blanks = run(rest, |b| matches!(b, b' ' | b'\t'));
    let after = tail(rest, blanks);
    if !after.starts_with('#') {
        return None;
    }
    let word = if after.starts_with("#set") { 4 } else { after.strip_prefix("#{set}").map(|_| 6)? };
    let gap = count(tail(after, word), b' ');
    tail(after, word + gap).starts_with('(').then_some(blanks + word + gap + 1)
}

fn escaped_directive(rest: &str, slashes: usize) -> Option<usize> {
    let after = tail(rest, slashes).strip_prefix('#').filter(|_| slashes % 2 == 1)?;
    word(after).or_else(|| braced_word(after)).map(|length| slashes + 1 + length)
}

fn empty_index(rest: &str, best: &mut Best) {
    for form in ["$[", "$![", "$\\![", "$."] {
        best.word(Kind::EmptyIndex, rest, form);
    }
}

fn space(rest: &str) -> Option<usize> {
    let length = run(rest, |b| matches!(b, b' ' | b'\t' | b'\n' | b'\r'));
    (length > 0).then_some(length)
}

/// The length of blanks and the line end after them; zero if there is no line end.
pub(super) fn blank_line(rest: &str) -> usize {
    let blanks = run(rest, |b| matches!(b, b' ' | b'\t'));
    line_end(tail(rest, blanks)).map_or(0, |end| blanks + end)
}

fn line_end(rest: &str) -> Option<usize> {
    match rest.as_bytes() {
        [b'\r', b'\n', ..] => Some(2),
        [b'\r' | b'\n', ..] => Some(1),
        _ => None,
    }
}

fn any(rest: &str) -> Option<usize> {
    rest.chars().next().map(char::len_utf8)
}

/// How often `byte` stands at the beginning of `rest`.
pub(super) fn count(rest: &str, byte: u8) -> usize {
    run(rest, |b| b == byte)
}

fn run(rest: &str, accept: impl Fn(u8) -> bool) -> usize {
    rest.bytes().position(|byte| !accept(byte)).unwrap_or(rest.len())
}

fn tail(text: &str, from: usize) -> &str {
    text.get(from..).unwrap_or("")
}
