//! `String`. Positions are units of UTF-16.

use std::cmp::Ordering;
use std::rc::Rc;

use super::list::items_of;
use crate::java::display::{MAX_TEXT, RenderBlock, push_text};
use crate::java::failure::{Fallible, JavaFailure};
use crate::java::format::format;
use crate::java::number::Number;
use crate::java::regex::Regex;
use crate::java::shared_text::SharedText;
use crate::java::value::{Array, Value};

pub(super) fn call(
    text: &SharedText,
    method: &str,
    arguments: &[Value],
    blocks: RenderBlock<'_>,
) -> Fallible<Option<Value>> {
    if let Some(value) = plain(text, method, arguments)? {
        return Ok(Some(value));
    }
    if let Some(value) = search(text, method, arguments)? {
        return Ok(Some(value));
    }
    if let Some(value) = replace(text, method, arguments)? {
        return Ok(Some(value));
    }
    if let Some(value) = regular(text, method, arguments)? {
        return Ok(Some(value));
    }
    static_call(method, arguments, blocks)
}

/// What is handed over without looking at parts of the string.
fn plain(text: &SharedText, method: &str, arguments: &[Value]) -> Fallible<Option<Value>> {
    Ok(Some(match (method, arguments) {
        ("length", []) => Value::count(length(text)),
        ("isEmpty", []) => Value::Boolean(text.is_empty()),
        ("toString" | "intern", []) => Value::Text(text.clone()),
        ("trim", []) => Value::text(text.trim_matches(|c: char| c <= ' ')),
        ("toLowerCase", []) => Value::text(text.to_lowercase()),
        ("toUpperCase", []) => Value::text(text.to_uppercase()),
        ("toCharArray", []) => array("[C", text.encode_utf16().map(Value::Char).collect()),
        ("getBytes", []) => {
            array("[B", text.bytes().map(|byte| Value::Number(Number::Int(i32::from(byte.cast_signed())))).collect())
        }
        ("concat", [other]) => match string(other)? {
            Some(other) => joined(text, other)?,
            None => return Ok(None),
        },
        ("equalsIgnoreCase", [other]) => match other {
            Value::Null => Value::Boolean(false),
            Value::Text(other) => Value::Boolean(folded(text).eq(folded(other))),
            _ => return Ok(None),
        },
        ("contentEquals", [Value::Text(other)]) => Value::Boolean(text == other),
        ("compareTo", [other]) => match other {
            Value::Text(other) => Value::Number(Number::Int(compare(text.encode_utf16(), other.encode_utf16()))),
            _ => return Err(JavaFailure::thrown("a String is compared with something else")),
        },
        ("compareToIgnoreCase", [other]) => match string(other)? {
            Some(other) => Value::Number(Number::Int(compare(folded(text), folded(other)))),
            None => return Ok(None),
        },
        _ => return Ok(None),
    }))
}

fn search(text: &SharedText, method: &str, arguments: &[Value]) -> Fallible<Option<Value>> {
    Ok(Some(match (method, arguments) {
        ("charAt", [Value::Number(Number::Int(index))]) => {
            let unit = usize::try_from(*index).ok().and_then(|index| text.encode_utf16().nth(index));
            Value::Char(unit.ok_or_else(|| out_of_range(*index, text))?)
        }
        ("codePointAt", [Value::Number(Number::Int(index))]) => {
            let rest = part(text, *index, None)?;
            let code = rest.chars().next().ok_or_else(|| out_of_range(*index, text))?;
            Value::Number(Number::Int(i32::try_from(u32::from(code)).unwrap_or(0)))
        }
        ("substring" | "subSequence", [Value::Number(Number::Int(from)), Value::Number(Number::Int(to))]) => {
            Value::text(part(text, *from, Some(*to))?)
        }
        ("substring", [Value::Number(Number::Int(from))]) => Value::text(part(text, *from, None)?),
        ("contains", [other]) => match string(other)? {
            Some(other) => Value::Boolean(text.contains(other)),
            None => return Ok(None),
        },
        ("startsWith", [other]) => match string(other)? {
            Some(other) => Value::Boolean(text.starts_with(other)),
            None => return Ok(None),
        },
        ("startsWith", [Value::Text(other), Value::Number(Number::Int(from))]) => {
            Value::Boolean(part(text, *from, None).is_ok_and(|rest| rest.starts_with(&**other)))
        }
        ("endsWith", [other]) => match string(other)? {
            Some(other) => Value::Boolean(text.ends_with(other)),
            None => return Ok(None),
        },
        ("indexOf" | "lastIndexOf", [other, rest @ ..]) => {
            let other: SharedText = match other {
                Value::Number(Number::Int(code)) => code_point(*code).into(),
                Value::Char(unit) => code_point(i32::from(*unit)).into(),
                Value::Text(other) => other.clone(),
                Value::Null => return Err(JavaFailure::thrown("null is looked for")),
                _ => return Ok(None),
            };
            let from = match rest {
                [] => None,
                [Value::Number(Number::Int(from))] => Some(*from),
                _ => return Ok(None),
            };
            Value::Number(Number::Int(find(text, &other, from, method == "lastIndexOf")))
        }
        _ => return Ok(None),
    }))
}

fn replace(text: &SharedText, method: &str, arguments: &[Value]) -> Fallible<Option<Value>> {
    Ok(Some(match (method, arguments) {
        ("replace", [Value::Char(from), Value::Char(to)]) => {
            let (from, to) = (code_point(i32::from(*from)), code_point(i32::from(*to)));
            Value::text(text.replace(&from, &to))
        }
        ("replace", [from, to]) => match (string(from)?, string(to)?) {
            (Some(from), Some(to)) => {
                let count = text.matches(from).count();
                if text.len().saturating_add(count.saturating_mul(to.len())) > MAX_TEXT {
                    return Err(JavaFailure::Size);
                }
                Value::text(text.replace(from, to))
            }
            _ => return Ok(None),
        },
        _ => return Ok(None),
    }))
}

fn regular(text: &SharedText, method: &str, arguments: &[Value]) -> Fallible<Option<Value>> {
    Ok(Some(match (method, arguments) {
        ("matches", [pattern]) => match string(pattern)? {
            Some(pattern) => Value::Boolean(Regex::new(pattern, true)?.is_match(text)?),
            None => return Ok(None),
        },
        ("replaceAll" | "replaceFirst", [pattern, by]) => match (string(pattern)?, string(by)?) {
            (Some(pattern), Some(by)) => {
                Value::text(Regex::new(pattern, false)?.replace(text, by, method == "replaceFirst")?)
            }
            _ => return Ok(None),
        },
        ("split", [pattern, rest @ ..]) => {
            let limit = match rest {
                [] => 0,
                [Value::Number(Number::Int(limit))] => *limit,
                _ => return Ok(None),
            };
            let Some(pattern) = string(pattern)? else { return Ok(None) };
            let parts = Regex::new(pattern, false)?.split(text, limit)?;
            array("[Ljava.lang.String;", parts.into_iter().map(Value::text).collect())
        }
        _ => return Ok(None),
    }))
}

fn static_call(method: &str, arguments: &[Value], blocks: RenderBlock<'_>) -> Fallible<Option<Value>> {
    let mut text = String::new();

    match (method, arguments) {
        ("format", [Value::Text(pattern), arguments @ ..]) => {
            let spread = match arguments {
                [Value::Array(array)] if array.class != "[C" && array.class != "[B" => {
                    Some(array.items.borrow().clone())
                }
                _ => None,
            };
            text = format(pattern, spread.as_deref().unwrap_or(arguments), blocks)?;
        }
        ("valueOf", [value]) => push_text(value, &mut text, blocks)?,
        ("join", [Value::Text(between), parts @ ..]) => {
            let items = match parts {
                [collection] => items_of(collection).or_else(|| match collection {
                    Value::Array(array) => Some(array.items.borrow().clone()),
                    Value::Text(_) => Some(vec![collection.clone()]),
                    _ => None,
                }),
                parts => parts.iter().all(|part| matches!(part, Value::Text(_))).then(|| parts.to_vec()),
            };
            let Some(items) = items else { return Ok(None) };
            for (index, item) in items.iter().enumerate() {
                if !matches!(item, Value::Text(_) | Value::Null) {
                    return Err(JavaFailure::thrown("something that is no string is joined"));
                }
                if index > 0 {
                    text.push_str(between);
                }
                push_text(item, &mut text, &mut *blocks)?;
            }
        }
        _ => return Ok(None),
    }
    Ok(Some(Value::text(text)))
}

/// A string argument; null makes Java throw, and anything else is no match for the method.
fn string(value: &Value) -> Result<Option<&str>, JavaFailure> {
    match value {
        Value::Text(text) => Ok(Some(text)),
        Value::Null => Err(JavaFailure::thrown("null is passed where a String belongs")),
        _ => Ok(None),
    }
}

fn joined(left: &str, right: &str) -> Result<Value, JavaFailure> {
    if left.len() + right.len() > MAX_TEXT {
        return Err(JavaFailure::Size);
    }
    Ok(Value::text(format!("{left}{right}")))
}

fn array(class: &'static str, items: Vec<Value>) -> Value {
    Value::Array(Rc::new(Array { class, items: items.into() }))
}

fn length(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.encode_utf16().count() }
}

fn code_point(code: i32) -> String {
    u32::try_from(code).ok().and_then(char::from_u32).map(String::from).unwrap_or_default()
}

/// The part between two positions. Half a surrogate pair becomes a question mark, as it would on the wire.
fn part(text: &str, from: i32, to: Option<i32>) -> Result<String, JavaFailure> {
    let to = to.map_or_else(|| Ok(length(text)), |to| usize::try_from(to).map_err(|_| out_of_range(to, text)))?;
    let start = usize::try_from(from).map_err(|_| out_of_range(from, text))?;
    if start > to || to > length(text) {
        return Err(out_of_range(from, text));
    }
    if text.is_ascii() {
        return Ok(text.get(start..to).unwrap_or("").to_owned());
    }
    let units: Vec<u16> = text.encode_utf16().skip(start).take(to - start).collect();
    Ok(char::decode_utf16(units).map(|unit| unit.unwrap_or('?')).collect())
}

fn out_of_range(index: i32, text: &str) -> JavaFailure {
    JavaFailure::thrown(format!("position {index} is out of range; the string has {} characters", length(text)))
}

/// The position of a part, or -1.
fn find(text: &str, part: &str, from: Option<i32>, last: bool) -> i32 {
    let found = if last {
        let from = from.map_or(Some(text.len()), |from| usize::try_from(from).ok().map(|from| byte_at(text, from)));
        from.and_then(|from| text.get(..(from + part.len()).min(text.len())).or(Some(text))?.rfind(part))
    } else {
        let from = from.map_or(0, |from| byte_at(text, usize::try_from(from).unwrap_or(0)));
        text.get(from..).and_then(|rest| rest.find(part)).map(|at| from + at)
    };
    let position = found.map(|at| length(text.get(..at).unwrap_or("")));
    position.and_then(|at| i32::try_from(at).ok()).unwrap_or(-1)
}

/// The byte at which a unit of UTF-16 begins.
fn byte_at(text: &str, unit: usize) -> usize {
    if text.is_ascii() {
        return unit.min(text.len());
    }
    let mut units = 0;
    let mut starts = text.char_indices();
    let found = starts.find(|(_, c)| {
        let is_here = units >= unit;
        units += c.len_utf16();
        is_here
    });
    found.map_or(text.len(), |(at, _)| at)
}

fn folded(text: &str) -> impl Iterator<Item = u16> {
    text.chars()
        .map(|c| {
            let upper = single(c.to_uppercase()).unwrap_or(c);
            single(upper.to_lowercase()).unwrap_or(upper)
        })
        .collect::<String>()
        .encode_utf16()
        .collect::<Vec<u16>>()
        .into_iter()
}

fn single(mut mapped: impl Iterator<Item = char>) -> Option<char> {
    let first = mapped.next()?;
    mapped.next().is_none().then_some(first)
}

/// The difference of the first units that differ, or of the lengths.
fn compare(left: impl Iterator<Item = u16>, right: impl Iterator<Item = u16>) -> i32 {
    let (left, right): (Vec<u16>, Vec<u16>) = (left.collect(), right.collect());
    let differing = left.iter().zip(&right).find(|(a, b)| a.cmp(b) != Ordering::Equal);
    match differing {
        Some((a, b)) => i32::from(*a) - i32::from(*b),
        None => {
            let length = |units: &[u16]| i32::try_from(units.len()).unwrap_or(i32::MAX);
            length(&left) - length(&right)
        }
    }
}
