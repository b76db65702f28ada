//! Regular expressions of `java.util.regex`, run by `fancy-regex`.
//!
//! What the two write differently is translated; `\w`, `\d`, `\s` and the POSIX classes are those of ASCII, as in Java.
//! Backtracking is bounded.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::str::Chars;

use fancy_regex::{Captures, RegexBuilder};

use super::failure::JavaFailure;
use super::pattern::translate;

/// How often matching may go back.
const MAX_BACKTRACKING: usize = 1_000_000;

/// How many expressions are kept.
const CACHE_SIZE: usize = 64;

/// How large a compiled expression may be, in bytes.
const MAX_COMPILED: usize = 2 * 1024 * 1024;

thread_local! {
    static CACHE: RefCell<HashMap<(String, bool), Rc<fancy_regex::Regex>>> = RefCell::default();
}

/// A compiled expression.
#[derive(Debug, Clone)]
pub(crate) struct Regex(Rc<fancy_regex::Regex>);

impl Regex {
    /// Compiles an expression; `whole` if it has to match all of a string.
    pub(crate) fn new(pattern: &str, whole: bool) -> Result<Self, JavaFailure> {
        let key = (pattern.to_owned(), whole);
        if let Some(known) = CACHE.with_borrow(|cache| cache.get(&key).cloned()) {
            return Ok(Self(known));
        }
        let wrong = || JavaFailure::thrown(format!("Java cannot compile the regular expression {pattern:?}"));
        let translated = translate(pattern).ok_or_else(wrong)?;
        let anchored = if whole { format!("\\A(?:{translated})\\z") } else { translated };
        let compiled = RegexBuilder::new(&anchored)
            .backtrack_limit(MAX_BACKTRACKING)
            .delegate_size_limit(MAX_COMPILED)
            .build()
            .map_err(|_| wrong())?;
        let compiled = Rc::new(compiled);
        CACHE.with_borrow_mut(|cache| {
            if cache.len() >= CACHE_SIZE {
                cache.clear();
            }
            cache.insert(key, Rc::clone(&compiled));
        });
        Ok(Self(compiled))
    }

    /// Whether it matches.
    pub(crate) fn is_match(&self, text: &str) -> Result<bool, JavaFailure> {
        self.0.is_match(text).map_err(|_| JavaFailure::Steps)
    }

    /// `String.replaceAll`, or `replaceFirst`.
    pub(crate) fn replace(&self, text: &str, by: &str, only_first: bool) -> Result<String, JavaFailure> {
        let (mut out, mut copied, mut at) = (String::new(), 0, 0);
        while let Some(found) = self.find(text, at)? {
            let (start, end) = bounds(&found);
            out.push_str(text.get(copied..start).unwrap_or(""));
            expand(by, &found, &mut out)?;
            copied = end;
            if out.len() > super::display::MAX_TEXT {
                return Err(JavaFailure::Size);
            }
            if only_first {
                break;
            }
            let Some(next) = after(text, start, end) else { break };
            at = next;
        }
        out.push_str(text.get(copied..).unwrap_or(""));
        Ok(out)
    }

    /// `String.split`. Empty parts at the end are left out if `limit` is zero.
    pub(crate) fn split(&self, text: &str, limit: i32) -> Result<Vec<String>, JavaFailure> {
        let most = usize::try_from(limit).unwrap_or(0);
        let (mut parts, mut from, mut at) = (Vec::new(), 0, 0);
        while most == 0 || parts.len() + 1 < most {
            let Some(found) = self.find(text, at)? else { break };
            let (start, end) = bounds(&found);
            // A match of nothing at the beginning gives no empty part.
            if !(start == 0 && end == 0) {
                parts.push(text.get(from..start).unwrap_or("").to_owned());
                from = end;
            }
            let Some(next) = after(text, start, end) else { break };
            at = next;
        }
        if from == 0 && parts.is_empty() {
            return Ok(vec![text.to_owned()]);
        }
        parts.push(text.get(from..).unwrap_or("").to_owned());
        if limit == 0 {
            while parts.last().is_some_and(String::is_empty) {
                parts.pop();
            }
        }
        Ok(parts)
    }

    fn find<'t>(&self, text: &'t str, at: usize) -> Result<Option<Captures<'t, str>>, JavaFailure> {
        self.0.captures_from_pos(text, at).map_err(|_| JavaFailure::Steps)
    }
}

fn bounds(found: &Captures<'_, str>) -> (usize, usize) {
    found.get(0).map_or((0, 0), |whole| (whole.start(), whole.end()))
}

/// Where the next match is looked for: after a match of nothing, one character on.
fn after(text: &str, start: usize, end: usize) -> Option<usize> {
    if end > start {
        return Some(end);
    }
    text.get(end..)?.chars().next().map(|c| end + c.len_utf8())
}

/// Appends a replacement: `$1` and `${name}` are groups, a backslash takes the meaning from what follows it.
fn expand(by: &str, found: &Captures<'_, str>, out: &mut String) -> Result<(), JavaFailure> {
    let mut rest = by.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => out.push(
                rest.next().ok_or_else(|| JavaFailure::thrown("the replacement ends in a backslash; write `\\\\`"))?,
            ),
            '$' => {
                let group = group(&mut rest, found).ok_or_else(|| {
                    JavaFailure::thrown(format!("the replacement {by:?} names no group; write `\\$` for a dollar sign"))
                })?;
                out.push_str(group);
            }
            _ => out.push(c),
        }
    }
    Ok(())
}

fn group<'t>(rest: &mut Chars<'_>, found: &Captures<'t, str>) -> Option<&'t str> {
    let text = rest.as_str();
    if let Some(named) = text.strip_prefix('{') {
        let (name, after) = named.split_once('}')?;
        *rest = after.chars();
        return Some(found.name(name).map_or("", |group| group.as_str()));
    }
    let mut number = usize::try_from(rest.next()?.to_digit(10)?).ok()?;
    if number >= found.len() {
        return None;
    }
    while let Some(digit) = rest.clone().next().and_then(|c| c.to_digit(10)) {
        let longer = number * 10 + usize::try_from(digit).ok()?;
        if longer >= found.len() {
            break;
        }
        number = longer;
        rest.next();
    }
    Some(found.get(number).map_or("", |group| group.as_str()))
}

#[cfg(test)]
mod tests {
    use super::Regex;

    #[test]
    fn replaces_as_java_does() {
        let cases = [
            ("abc", "x*", "-", "-a-b-c-"),
            ("aab", "a*", "-", "--b-"),
            ("a.b", "\\.", "\\$", "a$b"),
            ("john smith", "(\\w+) (\\w+)", "$2, $1", "smith, john"),
            ("it\\'s", "\\\\'", "'", "it's"),
            ("x1", "\\p{Digit}", "#", "x#"),
            ("a+b", "\\Q+\\E", "-", "a-b"),
        ];
        for (text, pattern, by, expected) in cases {
            assert_eq!(Regex::new(pattern, false).unwrap().replace(text, by, false).unwrap(), expected, "{pattern}");
        }
    }

    #[test]
    fn splits_as_java_does() {
        let split = |text: &str, pattern: &str, limit| Regex::new(pattern, false).unwrap().split(text, limit).unwrap();
        assert_eq!(split("a,b,,", ",", 0), ["a", "b"]);
        assert_eq!(split("a,b,,", ",", -1), ["a", "b", "", ""]);
        assert_eq!(split(",a", ",", 0), ["", "a"]);
        assert_eq!(split("abc", "", 0), ["a", "b", "c"]);
        assert_eq!(split("", ",", 0), [""]);
        assert_eq!(split(",", ",", 0), [] as [&str; 0]);
        assert_eq!(split("a,b,c", ",", 2), ["a", "b,c"]);
    }

    #[test]
    fn bounds_backtracking() {
        let hostile = Regex::new("(a*)*\\1b", false).unwrap();
        assert!(hostile.is_match(&"a".repeat(5_000)).is_err());
    }
}
