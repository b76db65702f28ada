//! Regular expressions that the service compiles with `java.util.regex`, as far as their refusal is certain.
//!
//! The service stores a selection pattern without compiling it (no recorded answer refuses one), so what is found here
//! shows when a call is served. Java's dialect differs between versions; whatever any of them may take, passes.
//!
//! Source: Java SE API, `java.util.regex.Pattern`.

use std::fmt;
use std::iter::Peekable;
use std::str::CharIndices;

use super::error::FormatError;
use super::stack::Stack;

/// A pattern in which nothing was found that Java is certain to refuse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct JavaRegex<'a>(&'a str);

/// Reads a pattern.
///
/// # Errors
/// An unbalanced group or class, a quantifier with nothing to repeat or with reversed bounds, a reversed range, a
/// backslash at the end, a kind of group that Java does not have.
pub(crate) fn parse(text: &str) -> Result<JavaRegex<'_>, FormatError> {
    let mut scanner =
        Scanner { text, rest: text.char_indices().peekable(), groups: Stack::default(), before: Before::Nothing };
    while let Some((at, c)) = scanner.rest.next() {
        match scanner.step(at, c) {
            Ok(()) => {}
            Err(Stop::Refused(error)) => return Err(error),
            Err(Stop::Unsure) => return Ok(JavaRegex(text)),
        }
    }
    match scanner.groups.pop() {
        Some(at) => Err(FormatError::new(at, "this group is not closed; add a `)`, or write `\\(` for the character")),
        None => Ok(JavaRegex(text)),
    }
}

impl fmt::Display for JavaRegex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// Why reading ends early.
enum Stop {
    /// Java refuses the pattern.
    Refused(FormatError),
    /// The pattern uses something whose reading is not certain.
    Unsure,
}

impl From<FormatError> for Stop {
    fn from(error: FormatError) -> Self {
        Self::Refused(error)
    }
}

/// What stands before a quantifier.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing that can be repeated.
    Nothing,
    /// Something that can be repeated.
    Atom,
    /// A quantifier, which one `?` or `+` may still modify.
    Quantifier,
}

struct Scanner<'a> {
    text: &'a str,
    rest: Peekable<CharIndices<'a>>,
    groups: Stack<usize>,
    before: Before,
}

impl Scanner<'_> {
    fn step(&mut self, at: usize, c: char) -> Result<(), Stop> {
        self.before = match c {
            '\\' => self.escape(at)?,
            '[' => {
                self.class(at)?;
                Before::Atom
            }
            '(' => {
                self.group(at)?;
                Before::Nothing
            }
            ')' => match self.groups.pop() {
                Some(_) => Before::Atom,
                None => {
                    return Err(refuse(at, "unmatched `)`; remove it, or write `\\)` for the character"));
                }
            },
            '|' => Before::Nothing,
            '*' | '+' | '?' => self.quantifier(at, c)?,
            '{' => self.bounds(at)?,
            _ => Before::Atom,
        };
        Ok(())
    }

    fn eat(&mut self, wanted: char) -> bool {
        self.rest.next_if(|&(_, c)| c == wanted).is_some()
    }

    /// The number that comes next, if one does; the largest there is if it is larger.
    fn digits(&mut self) -> Option<u32> {
        let mut number: Option<u32> = None;
        while let Some((_, digit)) = self.rest.next_if(|(_, c)| c.is_ascii_digit()) {
            let digit = digit.to_digit(10).unwrap_or_default();
            number = Some(number.unwrap_or_default().saturating_mul(10).saturating_add(digit));
        }
        number
    }

    fn quantifier(&mut self, at: usize, c: char) -> Result<Before, Stop> {
        match self.before {
            Before::Atom => Ok(Before::Quantifier),
            // A second one may be lazy or possessive; a third has nothing to modify.
            Before::Quantifier if c != '*' => Ok(Before::Nothing),
            Before::Quantifier | Before::Nothing => {
                Err(refuse(at, format!("`{c}` has nothing to repeat; write `\\{c}` for the character, or `.{c}`")))
            }
        }
    }

    fn bounds(&mut self, at: usize) -> Result<Before, Stop> {
        let Some(least) = self.digits() else {
            return Err(refuse(at, "`{` begins a count; write `{2}` or `{2,5}`, or `\\{` for the character"));
        };
        let most = if self.eat(',') { self.digits() } else { None };
        if !self.eat('}') {
            return Err(refuse(at, "this count is not closed; end it with `}`"));
        }
        if most.is_some_and(|most| most < least) {
            return Err(refuse(at, "the bounds of this count are reversed; write the smaller number first"));
        }
        Ok(Before::Quantifier)
    }

    fn group(&mut self, at: usize) -> Result<(), Stop> {
        self.groups.push(at);
        if !self.eat('?') {
            return Ok(());
        }
        let Some(&(kind_at, kind)) = self.rest.peek() else { return Ok(()) };

        match kind {
            ':' | '=' | '!' | '>' => {
                self.rest.next();
                Ok(())
            }
            '<' => {
                self.rest.next();
                match self.rest.peek() {
                    Some((_, '=' | '!')) => {
                        self.rest.next();
                        Ok(())
                    }
                    Some((_, c)) if c.is_ascii_alphabetic() => self.group_name(),
                    _ => Err(Stop::Unsure),
                }
            }
            'P' => Err(refuse(kind_at, "Java names a group `(?<name>…)`; remove the `P`")),
            _ => self.flags(),
        }
    }

    fn group_name(&mut self) -> Result<(), Stop> {
        while self.rest.next_if(|(_, c)| c.is_ascii_alphanumeric()).is_some() {}
        if self.eat('>') { Ok(()) } else { Err(Stop::Unsure) }
    }

    /// `(?i)` sets flags for what follows, `(?i:…)` for a group.
    fn flags(&mut self) -> Result<(), Stop> {
        while self.rest.next_if(|(_, c)| "idmsuU-".contains(*c)).is_some() {}
        match self.rest.next() {
            Some((_, ')')) => {
                self.groups.pop();
                // Whether a flag can be repeated is Java's secret.
                if matches!(self.rest.peek(), Some((_, '*' | '+' | '?' | '{'))) { Err(Stop::Unsure) } else { Ok(()) }
            }
            Some((_, ':')) => Ok(()),
            // `x` changes what white space and `#` mean; other flags are unknown.
            _ => Err(Stop::Unsure),
        }
    }

    fn escape(&mut self, at: usize) -> Result<Before, Stop> {
        let Some((_, escaped)) = self.rest.next() else {
            return Err(refuse(at, "trailing backslash; write `\\\\` for the character"));
        };
        match escaped {
            'Q' => {
                let quoted = self.rest.peek().map_or(self.text.len(), |&(at, _)| at);
                let quoted_text = super::text::tail(self.text, quoted);
                let end = quoted + quoted_text.find("\\E").map_or(quoted_text.len(), |end| end + 2);
                while self.rest.next_if(|&(at, _)| at < end).is_some() {}
                let empty = end <= quoted + 2;
                // Java takes the quotation out before it reads the pattern; an empty one is as if it were not there.
                if empty { Err(Stop::Unsure) } else { Ok(Before::Atom) }
            }
            'p' | 'P' | 'N' | 'x' | 'b' | 'k' | 'g' => {
                self.argument()?;
                Ok(Before::Atom)
            }
            // A control character: what follows is its letter, whatever it means elsewhere.
            'c' => {
                self.rest.next();
                Ok(Before::Atom)
            }
            _ => Ok(Before::Atom),
        }
    }

    /// The `{…}` or `<…>` that some escapes take.
    fn argument(&mut self) -> Result<(), Stop> {
        let close = match self.rest.peek() {
            Some((_, '{')) => '}',
            Some((_, '<')) => '>',
            _ => return Ok(()),
        };
        if self.rest.by_ref().any(|(_, c)| c == close) { Ok(()) } else { Err(Stop::Unsure) }
    }

    /// A class, from after its `[` to its `]`, with the classes within it.
    fn class(&mut self, at: usize) -> Result<(), Stop> {
        let mut open = Stack::default();
        open.push(at);
        self.class_start();
        let mut low: Option<char> = None;

        while let Some((here, c)) = self.rest.next() {
            let mut literal = None;
            match c {
                '[' => {
                    open.push(here);
                    self.class_start();
                }
                ']' => {
                    open.pop();
                    if open.last_mut().is_none() {
                        return Ok(());
                    }
                }
                '&' if self.eat('&') => return Err(Stop::Unsure),
                '\\' => match self.rest.peek() {
                    None | Some((_, 'Q' | 'E')) => return Err(Stop::Unsure),
                    Some(_) => {
                        self.escape(here)?;
                    }
                },
                '-' if low.is_some() => {
                    self.range(here, low)?;
                }
                _ => literal = Some(c),
            }
            low = literal;
        }

        let at = open.pop().unwrap_or(at);
        Err(refuse(at, "this class is not closed; add a `]`, or write `\\[` for the character"))
    }

    /// A `^` negates, and a `]` directly after the opening is a literal.
    fn class_start(&mut self) {
        self.eat('^');
        self.eat(']');
    }

    fn range(&mut self, at: usize, low: Option<char>) -> Result<(), Stop> {
        match (low, self.rest.peek().copied()) {
            (_, None | Some((_, '[' | ']' | '\\' | '&'))) => Ok(()),
            (Some(low), Some((_, high))) if high < low => {
                Err(refuse(at, format!("the range `{low}-{high}` is reversed; write `{high}-{low}`")))
            }
            _ => {
                self.rest.next();
                Ok(())
            }
        }
    }
}

fn refuse(at: usize, message: impl Into<std::borrow::Cow<'static, str>>) -> Stop {
    Stop::Refused(FormatError::new(at, message))
}
