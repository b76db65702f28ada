//! The values of plain scalars in YAML 1.2.

use crate::document::{Date, Document};
use crate::python::number;

/// Resolves a plain scalar by the rules of YAML 1.2, dates included.
pub(crate) fn resolve(text: &str) -> Document {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Document::Null,
        "true" | "True" | "TRUE" => return Document::Boolean(true),
        "false" | "False" | "FALSE" => return Document::Boolean(false),
        ".nan" | ".NaN" | ".NAN" => return Document::Double(f64::NAN),
        _ => {}
    }
    let resolved = integer(text).map(Document::Integer).or_else(|| double(text).map(Document::Double));
    resolved.or_else(|| date(text).map(Document::Date)).unwrap_or_else(|| Document::from(text))
}

fn split_sign(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

fn integer(text: &str) -> Option<i128> {
    let (is_negative, unsigned) = split_sign(text);
    if !unsigned.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let prefixes = [("0b", 2), ("0x", 16), ("0o", 8)];
    let found = prefixes.iter().find_map(|(prefix, radix)| Some((unsigned.strip_prefix(prefix)?, *radix)));
    let (digits, radix) = found.unwrap_or((unsigned, 10));
    if !digits.chars().all(|c| c == '_' || c.is_digit(radix)) {
        return None;
    }
    let magnitude = i128::from_str_radix(&digits.replace('_', ""), radix).ok()?;
    Some(if is_negative { -magnitude } else { magnitude })
}

fn double(text: &str) -> Option<f64> {
    let (is_negative, unsigned) = split_sign(text);
    let value = if matches!(unsigned, ".inf" | ".Inf" | ".INF") {
        f64::INFINITY
    } else {
        let starts = unsigned.chars().next()?;
        let has_mark = unsigned.contains(['.', 'e', 'E']);
        let is_plain = unsigned.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '_' | 'e' | 'E' | '+' | '-'));
        if !(starts.is_ascii_digit() || starts == '.') || !has_mark || !is_plain {
            return None;
        }
        number::double(&unsigned.replace('_', ""))?
    };
    Some(if is_negative { -value } else { value })
}

/// A date, or a date and time.
fn date(text: &str) -> Option<Date> {
    let number = |text: &str, min: usize, max: usize| -> Option<u32> {
        let is_number = (min..=max).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { text.parse().ok() } else { None }
    };

    let end = text.find(['T', 't', ' ', '\t']).unwrap_or(text.len());
    let (day, time) = text.split_at_checked(end)?;
    let mut parts = day.split('-');

    let min = if time.is_empty() { 2 } else { 1 };
    let year = number(parts.next()?, 4, 4)?;
    let month = number(parts.next()?, min, 2)?;
    let day = number(parts.next()?, min, 2)?;
    if parts.next().is_some() || !(1..=12).contains(&month) || !(1..=31).contains(&day) || year == 0 {
        return None;
    }
    if time.is_empty() {
        return Some(Date {
            text: format!("{year:04}-{month:02}-{day:02}"),
            expression: format!("datetime.date({year}, {month}, {day})"),
            class: "datetime.date",
        });
    }

    let clock = time.trim_start_matches(['T', 't', ' ', '\t']);
    let clock = clock.split(['Z', '+', '-', '.', ' ']).next()?;
    let mut parts = clock.split(':');
    let hour = number(parts.next()?, 1, 2)?;
    let minute = number(parts.next()?, 2, 2)?;
    let second = number(parts.next()?, 2, 2)?;

    if parts.next().is_some() || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    Some(Date {
        text: format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"),
        expression: format!("datetime.datetime({year}, {month}, {day}, {hour}, {minute}, {second})"),
        class: "datetime.datetime",
    })
}
