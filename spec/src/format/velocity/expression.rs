//! References, and the expressions in parentheses and brackets.

use super::build::{Build, Head, Part};
use super::cursor::{Cursor, Quoting};

/// Reads a reference at a dollar sign, and says whether it is closed. What only looks like one is left alone.
pub(super) fn reference<'a, B: Build<'a>>(cursor: &mut Cursor<'a>, build: &mut B) -> Option<(B::Reference, bool)> {
    let mut ahead = *cursor;
    let offset = ahead.at;
    if !ahead.eat("$") {
        return None;
    }
    ahead.eat("!");
    let formal = ahead.eat("{");
    let name = ahead.identifier()?;
    let mut members = B::Members::default();
    let mut unclosed = members_of(&mut ahead, &mut members, build);
    if formal && unclosed.is_none() && !ahead.eat("}") {
        unclosed = Some(ahead.at);
    }
    *cursor = ahead;
    let head = Head { offset, length: ahead.at - offset, name, unclosed };
    Some((build.reference(head, members), unclosed.is_none()))
}

/// Reads members as long as there are some. Answers where an unclosed one begins, having stopped before it.
fn members_of<'a, B: Build<'a>>(cursor: &mut Cursor<'a>, members: &mut B::Members, build: &mut B) -> Option<usize> {
    loop {
        let mut ahead = *cursor;
        if ahead.eat("[") {
            let start = cursor.at;
            let index = ahead.deeper(|inner| {
                let index = operation(inner, build)?;
                inner.skip_space();
                inner.eat("]").then_some(index)
            });
            let Some(index) = index else { return Some(start) };
            build.index(members, index);
        } else if ahead.eat(".") {
            let offset = ahead.at;
            let name = ahead.identifier()?;
            if ahead.peek() == Some('(') {
                let start = ahead.at;
                ahead.bump();
                let Some(arguments) = ahead.deeper(|inner| list(inner, ")", build)) else { return Some(start) };
                build.method(members, name, offset, arguments);
            } else {
                build.property(members, name, offset);
            }
        } else {
            return None;
        }
        *cursor = ahead;
    }
}

/// Reads expressions separated by commas up to `close`, and `close`.
fn list<'a, B: Build<'a>>(cursor: &mut Cursor<'a>, close: &str, build: &mut B) -> Option<B::List> {
    let mut entries = B::List::default();
    loop {
        cursor.skip_space();
        if cursor.eat(close) {
            return Some(entries);
        }
        let entry = operation(cursor, build)?;
        build.push(&mut entries, entry);
        cursor.skip_space();
        if !cursor.eat(",") && !cursor.rest().starts_with(close) {
            return None;
        }
    }
}

/// Reads operands with operators between them.
pub(super) fn operation<'a, B: Build<'a>>(cursor: &mut Cursor<'a>, build: &mut B) -> Option<B::Expression> {
    let first = operand(cursor, build)?;
    let mut ahead = *cursor;
    ahead.skip_space();
    if !operator(&mut ahead) {
        return Some(first);
    }
    let mut operands = B::List::default();
    build.push(&mut operands, first);
    loop {
        *cursor = ahead;
        let next = operand(cursor, build)?;
        build.push(&mut operands, next);
        ahead = *cursor;
        ahead.skip_space();
        if !operator(&mut ahead) {
            return Some(build.expression(Part::Group(operands)));
        }
    }
}

fn operator(cursor: &mut Cursor<'_>) -> bool {
    const WORDS: [&str; 8] = ["and", "or", "eq", "ne", "gt", "ge", "lt", "le"];
    let length = match cursor.rest().as_bytes() {
        [b'=' | b'!' | b'<' | b'>', b'=', ..] | [b'&', b'&', ..] | [b'|', b'|', ..] | [b'.', b'.', ..] => 2,
        [b'<' | b'>' | b'+' | b'-' | b'*' | b'/' | b'%', ..] => 1,
        [first, ..] if first.is_ascii_alphabetic() => {
            let mut ahead = *cursor;
            ahead.identifier().filter(|word| WORDS.contains(word)).map_or(0, str::len)
        }
        _ => 0,
    };
    cursor.at += length;
    length > 0
}

fn operand<'a, B: Build<'a>>(cursor: &mut Cursor<'a>, build: &mut B) -> Option<B::Expression> {
    cursor.skip_space();
    let start = cursor.at;

    match cursor.peek()? {
        '$' => match reference(cursor, build)? {
            (reference, true) => Some(build.expression(Part::Reference(reference))),
            (_, false) => None,
        },
        quote @ ('\'' | '"') => text(cursor, quote, build),
        '!' => {
            cursor.bump();
            cursor.deeper(|inner| operand(inner, build))
        }
        '(' => {
            cursor.bump();
            let inner = cursor.deeper(|inner| operation(inner, build))?;
            cursor.skip_space();
            cursor.eat(")").then_some(inner)
        }
        '[' => {
            cursor.bump();
            let entries = cursor.deeper(|inner| list(inner, "]", build))?;
            Some(build.expression(Part::Group(entries)))
        }
        '{' => {
            cursor.bump();
            let entries = cursor.deeper(|inner| map(inner, build))?;
            Some(build.expression(Part::Group(entries)))
        }
        c if c.is_ascii_digit() || matches!(c, '-' | '.') => {
            cursor.bump();
            number(cursor);
            Some(build.expression(Part::Number(cursor.since(start))))
        }
        _ => {
            let word = cursor.identifier()?;
            if word != "not" {
                return Some(build.expression(Part::Word(word)));
            }
            cursor.deeper(|inner| operand(inner, build))
        }
    }
}

/// Steps over the rest of a number, but not over the dots of a range.
fn number(cursor: &mut Cursor<'_>) {
    cursor.eat_while(|c| c.is_ascii_digit());
    let mut ahead = *cursor;
    if ahead.eat(".") && !ahead.eat_while(|c| c.is_ascii_digit()).is_empty() {
        *cursor = ahead;
    }
    let mut ahead = *cursor;
    if (ahead.eat("e") || ahead.eat("E")) && {
        ahead.eat_while(|c| matches!(c, '+' | '-'));
        !ahead.eat_while(|c| c.is_ascii_digit()).is_empty()
    } {
        *cursor = ahead;
    }
}

fn map<'a, B: Build<'a>>(cursor: &mut Cursor<'a>, build: &mut B) -> Option<B::List> {
    let mut parts = B::List::default();
    loop {
        cursor.skip_space();
        if cursor.eat("}") {
            return Some(parts);
        }
        let key = operation(cursor, build)?;
        build.push(&mut parts, key);
        cursor.skip_space();
        cursor.eat(":").then_some(())?;
        let value = operation(cursor, build)?;
        build.push(&mut parts, value);
        cursor.skip_space();
        if !cursor.eat(",") && cursor.peek() != Some('}') {
            return None;
        }
    }
}

/// Reads a string literal.
fn text<'a, B: Build<'a>>(cursor: &mut Cursor<'a>, quote: char, build: &mut B) -> Option<B::Expression> {
    cursor.bump();
    let offset = cursor.at;
    loop {
        cursor.eat_while(|c| c != quote && c != '\\');
        if cursor.eat("\\") {
            if cursor.quoting == Quoting::Escaped {
                cursor.bump();
            }
            continue;
        }
        let end = cursor.at;
        cursor.bump()?;
        if cursor.peek() == Some(quote) {
            cursor.bump();
            continue;
        }
        let inner = cursor.part(offset, end);
        let references = if quote == '"' { references(inner, build) } else { B::References::default() };
        return Some(build.expression(Part::Text { raw: inner.rest(), offset, references }));
    }
}

/// The references of an interpolated string.
fn references<'a, B: Build<'a>>(mut cursor: Cursor<'a>, build: &mut B) -> B::References {
    let mut found = B::References::default();
    while !cursor.is_at_end() {
        cursor.eat_while(|c| c != '$' && c != '\\');
        if cursor.eat("\\") {
            cursor.bump();
        } else if let Some((reference, _)) = reference(&mut cursor, build) {
            build.within(&mut found, reference);
        } else {
            cursor.bump();
        }
    }
    found
}
