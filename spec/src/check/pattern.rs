//! Matching the patterns of the model: the regular expressions that they use, by backtracking within a budget.
//!
//! Literals, `.`, classes, the escapes `\d \w \s` and their opposites, anchors, groups, alternatives and the usual
//! repetitions are understood. A pattern with anything else, or one that takes too long, is not checked.

use std::str::Chars;

/// How many steps a match may take before the text is given the benefit of the doubt.
const BUDGET: usize = 20_000;

/// Whether a pattern matches somewhere in a string, as Smithy means it; `None` if that cannot be given.
pub(super) fn matches(pattern: &str, text: &str) -> Option<bool> {
    let mut matcher = Matcher { budget: BUDGET, length: text.len() };
    let mut start = text.chars();
    loop {
        if matcher.alternatives(pattern, &start, &mut |_, _| Some(true))? {
            return Some(true);
        }
        if start.next().is_none() {
            return Some(false);
        }
    }
}

struct Matcher {
    budget: usize,
    length: usize,
}

/// What is to be matched after the part at hand.
type Next<'n> = &'n mut dyn FnMut(&mut Matcher, Chars<'_>) -> Option<bool>;

/// One thing that a pattern repeats: its text, whether it is a group, and the least and greatest number of times.
struct Atom<'p> {
    kind: AtomKind<'p>,
    least: usize,
    most: usize,
}

#[derive(Clone, Copy)]
enum AtomKind<'p> {
    Group(&'p str),
    Class(&'p str),
    Escape(char),
    Any,
    Literal(char),
}

impl Matcher {
    fn alternatives(&mut self, pattern: &str, text: &Chars<'_>, next: Next<'_>) -> Option<bool> {
        let mut rest = Some(pattern);
        while let Some(pattern) = rest {
            rest = first_alternative(pattern)?.1;
        }
        rest = Some(pattern);
        while let Some(pattern) = rest {
            let (alternative, after) = first_alternative(pattern)?;
            if self.sequence(alternative, text.clone(), next)? {
                return Some(true);
            }
            rest = after;
        }
        Some(false)
    }

    fn sequence(&mut self, pattern: &str, text: Chars<'_>, next: Next<'_>) -> Option<bool> {
        self.budget = self.budget.checked_sub(1)?;
        let Some(first) = pattern.chars().next() else { return next(self, text) };
        let anchored = match first {
            '^' => text.as_str().len() == self.length,
            '$' => text.as_str().is_empty(),
            _ => {
                let (atom, rest) = read_atom(pattern)?;
                return self.repeat(&atom, 0, text, &mut |matcher, text| matcher.sequence(rest, text, next));
            }
        };
        if anchored { self.sequence(pattern.get(1..)?, text, next) } else { Some(false) }
    }

    fn repeat(&mut self, atom: &Atom<'_>, done: usize, text: Chars<'_>, next: Next<'_>) -> Option<bool> {
        self.budget = self.budget.checked_sub(1)?;
        if done < atom.most {
            let before = text.as_str().len();
            let mut more = |matcher: &mut Self, rest: Chars<'_>| {
                let stuck = rest.as_str().len() == before && done >= atom.least;
                if stuck { Some(false) } else { matcher.repeat(atom, done + 1, rest, next) }
            };
            if self.once(atom.kind, text.clone(), &mut more)? {
                return Some(true);
            }
        }
        if done >= atom.least { next(self, text) } else { Some(false) }
    }

    fn once(&mut self, kind: AtomKind<'_>, mut text: Chars<'_>, next: Next<'_>) -> Option<bool> {
        if let AtomKind::Group(inner) = kind {
            return self.alternatives(inner, &text, next);
        }
        let Some(c) = text.next() else { return Some(false) };
        let fits = match kind {
            AtomKind::Any => c != '\n',
            AtomKind::Literal(literal) => c == literal,
            AtomKind::Escape(escape) => in_escape(escape, c)?,
            AtomKind::Class(class) => in_class(class, c)?,
            AtomKind::Group(_) => false,
        };
        if fits { next(self, text) } else { Some(false) }
    }
}

/// The first alternative of a pattern, outside groups and classes, and what follows its `|`.
fn first_alternative(pattern: &str) -> Option<(&str, Option<&str>)> {
    let (mut depth, mut class, mut escaped) = (0_usize, false, false);
    for (at, c) in pattern.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => class = true,
            ']' => class = false,
            '(' if !class => depth += 1,
            ')' if !class => depth = depth.checked_sub(1)?,
            '|' if !class && depth == 0 => return Some((pattern.get(..at)?, pattern.get(at + 1..))),
            _ => {}
        }
    }
    (depth == 0 && !class && !escaped).then_some((pattern, None))
}

/// The first atom of a pattern with its repetition, and the rest.
fn read_atom(pattern: &str) -> Option<(Atom<'_>, &str)> {
    let first = pattern.chars().next()?;
    let after = pattern.get(first.len_utf8()..)?;
    let (kind, rest) = match first {
        '(' => {
            let (inner, rest) = closing(after, '(', ')')?;
            let inner = inner.strip_prefix("?:").unwrap_or(inner);
            if inner.starts_with('?') {
                return None;
            }
            (AtomKind::Group(inner), rest)
        }
        '[' => {
            let (inner, rest) = closing(after, '[', ']')?;
            (AtomKind::Class(inner), rest)
        }
        '\\' => {
            let escape = after.chars().next()?;
            (AtomKind::Escape(escape), after.get(escape.len_utf8()..)?)
        }
        '.' => (AtomKind::Any, after),
        '*' | '+' | '?' | ')' => return None,
        literal => (AtomKind::Literal(literal), after),
    };

    let (least, most, rest) = read_repetition(rest)?;
    Some((Atom { kind, least, most }, rest))
}

/// Splits at the bracket that closes the one before `text`.
fn closing(text: &str, open: char, close: char) -> Option<(&str, &str)> {
    let (mut depth, mut class, mut escaped) = (1_usize, open == '[', false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            ']' if class && close == ']' => return Some((text.get(..at)?, text.get(at + 1..)?)),
            ']' => class = false,
            _ if class => {}
            '[' => class = true,
            _ if c == open => depth += 1,
            _ if c == close => {
                depth -= 1;
                if depth == 0 {
                    return Some((text.get(..at)?, text.get(at + 1..)?));
                }
            }
            _ => {}
        }
    }
    None
}

fn read_repetition(text: &str) -> Option<(usize, usize, &str)> {
    let (least, most, rest) = match text.chars().next() {
        Some('*') => (0, usize::MAX, text.get(1..)?),
        Some('+') => (1, usize::MAX, text.get(1..)?),
        Some('?') => (0, 1, text.get(1..)?),
        Some('{') => {
            let (counts, rest) = text.get(1..)?.split_once('}')?;
            let (least, most) = counts.split_once(',').unwrap_or((counts, counts));
            let most = if most.is_empty() { usize::MAX } else { most.parse().ok()? };
            (least.parse().ok()?, most, rest)
        }
        _ => return Some((1, 1, text)),
    };
    // Whether a repetition is lazy makes no difference to whether the whole text matches.
    Some((least, most, rest.strip_prefix('?').unwrap_or(rest)))
}

fn in_escape(escape: char, c: char) -> Option<bool> {
    Some(match escape {
        'd' => c.is_ascii_digit(),
        'D' => !c.is_ascii_digit(),
        'w' => c.is_ascii_alphanumeric() || c == '_',
        'W' => !(c.is_ascii_alphanumeric() || c == '_'),
        's' => c.is_whitespace(),
        'S' => !c.is_whitespace(),
        'n' => c == '\n',
        't' => c == '\t',
        'r' => c == '\r',
        letter if letter.is_ascii_alphanumeric() => return None,
        literal => c == literal,
    })
}

/// Whether a class, without its brackets, contains a character.
fn in_class(class: &str, c: char) -> Option<bool> {
    let (negated, class) = class.strip_prefix('^').map_or((false, class), |class| (true, class));
    let mut characters = class.chars().peekable();
    let mut found = false;
    while let Some(first) = characters.next() {
        if first == '\\' {
            let escape = characters.next()?;
            found |= in_escape(escape, c)?;
            continue;
        }
        if first == '[' || (first == '&' && characters.peek() == Some(&'&')) {
            return None;
        }
        let mut ahead = characters.clone();
        match (ahead.next(), ahead.next()) {
            (Some('-'), Some(last)) if last != '\\' => {
                found |= (first..=last).contains(&c);
                characters = ahead;
            }
            _ => found |= first == c,
        }
    }
    Some(found != negated)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn anchored_patterns_match_whole_texts() {
        let status = "^([1-5]\\d\\d|\\*|\\s*)$";
        for text in ["200", "*", "", "   "] {
            assert_eq!(matches(status, text), Some(true), "{text}");
        }
        for text in ["2xx", "600", "20", "2000", "**"] {
            assert_eq!(matches(status, text), Some(false), "{text}");
        }
        assert_eq!(matches("^(?:ab?)+c{2,3}[^x-z]$", "aabccq"), Some(true));
        assert_eq!(matches("^(?:ab?)+c{2,3}[^x-z]$", "aabccy"), Some(false));
        assert_eq!(matches("^[\\w+=,.@-]{1,4}$", "a@-b"), Some(true));
    }

    #[test]
    fn a_pattern_without_anchors_matches_anywhere() {
        assert_eq!(matches("[1-5]\\d\\d", "wrong"), Some(false));
        assert_eq!(matches("[1-5]\\d\\d", "x200x"), Some(true));
    }

    #[test]
    fn what_is_not_understood_is_not_checked() {
        assert_eq!(matches("(?=a)b", "b"), None);
        assert_eq!(matches("\\p{L}", "x"), None);
        assert_eq!(matches("(a*)*(a*)*(a*)*(a*)*b", &"a".repeat(80)), None);
    }
}
