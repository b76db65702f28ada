//! From the text of a filter to a condition.

use super::path::{Comparison, Filter, Operand, Path};
use crate::java::regex::Regex;

/// The operators, in the order in which they are looked for: whichever stands anywhere in the text is taken.
const OPERATORS: [(&str, Comparison); 7] = [
    ("==", Comparison::Equal),
    (">=", Comparison::GreaterEqual),
    ("<=", Comparison::LessEqual),
    ("!=", Comparison::NotEqual),
    ("<", Comparison::Less),
    (">", Comparison::Greater),
    ("=~", Comparison::Matches),
];

/// Reads paths.
pub(super) type Compile<'a> = &'a dyn Fn(&str) -> Option<Path>;

/// Reads a filter, brackets included.
pub(super) fn parse(text: &str, compile: Compile<'_>) -> Option<Filter> {
    let blank = |c: char| c <= ' ';
    let inner = text.trim_matches(blank).strip_prefix('[')?.strip_suffix(']')?.trim_matches(blank);
    let inner = inner.strip_prefix('?')?.trim_matches(blank);
    let inner = inner.strip_prefix('(')?.strip_suffix(')')?.trim_matches(blank);
    let (mut conditions, mut operators) = (Vec::new(), Vec::new());
    let mut rest = inner;

    loop {
        let next = rest.char_indices().find_map(|(at, _)| {
            let operator = rest.get(at..at + 2).filter(|two| matches!(*two, "&&" | "||"))?;
            Some((at, operator == "&&"))
        });
        let end = next.map_or(rest.len(), |(at, _)| at);
        conditions.push(condition(rest.get(..end)?.trim_matches(blank), compile)?);
        let Some((at, is_and)) = next else { break };
        operators.push(is_and);
        rest = rest.get(at + 2..)?;
    }
    // Conditions are put together from the right.
    let mut root = conditions.pop()?;
    while let Some(is_and) = operators.pop() {
        let other = conditions.pop()?;
        root = if is_and { and(root, other) } else { Filter::Either(Box::new(root), Box::new(other)) };
    }
    Some(root)
}

fn and(left: Filter, right: Filter) -> Filter {
    match left {
        Filter::All(mut all) => {
            all.push(right);
            Filter::All(all)
        }
        Filter::Either(first, second) => Filter::Either(first, Box::new(Filter::All(vec![*second, right]))),
        left => Filter::All(vec![left, right]),
    }
}

fn condition(text: &str, compile: Compile<'_>) -> Option<Filter> {
    let text = text.trim_start_matches(['[', '?', '(', ' ']).trim_end_matches([')', ' ']);
    if text.is_empty() {
        return None;
    }
    let found = OPERATORS.iter().find_map(|(word, operator)| Some((text.find(word)?, word.len(), *operator)));
    let blank = |c: char| c <= ' ';
    let Some((at, length, operator)) = found else {
        let (path, exists) = match text.trim_matches(blank).strip_prefix('!') {
            Some(path) if path.starts_with('@') => (path, false),
            _ => (text.trim_matches(blank), true),
        };
        return path.starts_with(['$', '@']).then(|| definite(path, compile))?.map(|path| Filter::Exists(path, exists));
    };
    let (left, right) = (text.get(..at)?.trim_matches(blank), text.get(at + length..)?.trim_matches(blank));
    if right.starts_with("!@") {
        return None;
    }
    let left = left.strip_prefix('!').filter(|path| path.starts_with('@')).unwrap_or(left);
    Some(Filter::Comparison(operand(left, compile)?, operator, operand(right, compile)?))
}

fn definite(text: &str, compile: Compile<'_>) -> Option<Path> {
    compile(text).filter(Path::is_definite)
}

fn operand(text: &str, compile: Compile<'_>) -> Option<Operand> {
    if text.starts_with(['$', '@']) {
        return definite(text, compile).map(Operand::Path);
    }
    if text.starts_with('\'') && text.ends_with('\'') {
        let inner = text.get(1..text.len().checked_sub(1)?)?;
        return Some(Operand::Text(inner.to_owned()));
    }
    if text.starts_with('/') && (text.ends_with('/') || text.ends_with("/i")) {
        let end = text.rfind('/')?;
        let pattern = text.get(1..end)?;
        let flags = if text.ends_with('i') { "(?i)" } else { "" };
        return Regex::new(&format!("{flags}{pattern}"), true).ok().map(Operand::Pattern);
    }
    Some(Operand::Text(text.to_owned()))
}
