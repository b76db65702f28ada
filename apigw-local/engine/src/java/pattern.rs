//! From an expression of `java.util.regex` to one of `fancy-regex`.

use std::fmt::Write as _;
use std::iter::Peekable;
use std::str::Chars;

/// The end of the text, or the place before its last line end.
const LINE_END: &str = r"(?=(?:\r\n|[\n\r\x{85}\x{2028}\x{2029}])?\z)";

/// The expression as `fancy-regex` writes it; nothing if Java would not compile it.
pub(super) fn translate(pattern: &str) -> Option<String> {
    let mut translator = Translator {
        rest: pattern.chars().peekable(),
        out: String::new(),
        depth: 0,
        dot_all: false,
        multi_line: false,
    };
    translator.run()?;
    Some(translator.out)
}

struct Translator<'a> {
    rest: Peekable<Chars<'a>>,
    out: String,
    /// How many character classes are open.
    depth: usize,
    dot_all: bool,
    multi_line: bool,
}

impl Translator<'_> {
    fn run(&mut self) -> Option<()> {
        while let Some(c) = self.rest.next() {
            match c {
                '\\' => self.escape()?,
                '[' => {
                    self.depth += 1;
                    self.out.push('[');
                    if self.rest.next_if_eq(&'^').is_some() {
                        self.out.push('^');
                    }
                }
                ']' if self.depth > 0 => {
                    self.depth -= 1;
                    self.out.push(']');
                }
                '&' | '-' if self.depth > 0 => self.out.push(c),
                _ if self.depth > 0 => self.literal(c),
                '.' if !self.dot_all => self.out.push_str(r"[^\n\r\x{85}\x{2028}\x{2029}]"),
                '$' if !self.multi_line => self.out.push_str(LINE_END),
                '(' => self.group()?,
                _ => self.out.push(c),
            }
        }
        (self.depth == 0).then_some(())
    }

    /// An opening parenthesis, and the flags after it.
    fn group(&mut self) -> Option<()> {
        self.out.push('(');
        let mut ahead = self.rest.clone();
        if ahead.next() != Some('?') {
            return Some(());
        }
        let flags: String = std::iter::from_fn(|| ahead.next_if(|c| c.is_ascii_alphabetic() || *c == '-')).collect();
        let end = ahead.next();
        if flags.is_empty() || !matches!(end, Some(')' | ':')) {
            return Some(());
        }
        let (on, off) = flags.split_once('-').unwrap_or((&flags, ""));

        if end == Some(')') {
            self.dot_all = (self.dot_all || on.contains('s')) && !off.contains('s');
            self.multi_line = (self.multi_line || on.contains('m')) && !off.contains('m');
        }
        let known = |flags: &str| flags.chars().filter(|c| matches!(c, 'i' | 'm' | 's' | 'x')).collect::<String>();
        let (on, off) = (known(on), known(off));
        let minus = if off.is_empty() { "" } else { "-" };
        match (on.is_empty() && off.is_empty(), end) {
            (true, Some(')')) => {
                self.out.pop();
            }
            (_, Some(end)) => {
                let _ = write!(self.out, "?{on}{minus}{off}{end}");
            }
            (_, None) => return None,
        }
        self.rest = ahead;
        Some(())
    }

    /// A character that means itself.
    fn literal(&mut self, c: char) {
        let special = if self.depth > 0 { "[]^-&~\\" } else { "\\.+*?()|[]{}^$#&-~" };
        if special.contains(c) {
            self.out.push('\\');
        }
        self.out.push(c);
    }

    /// Ranges of a class, for inside and outside of brackets.
    fn class(&mut self, ranges: &str, negated: bool) {
        match (self.depth > 0, negated) {
            (true, false) => self.out.push_str(ranges),
            (_, true) => {
                let _ = write!(self.out, "[^{ranges}]");
            }
            (false, false) => {
                let _ = write!(self.out, "[{ranges}]");
            }
        }
    }

    fn escape(&mut self) -> Option<()> {
        let c = self.rest.next()?;

        match c {
            'd' | 'D' => self.class("0-9", c == 'D'),
            'w' | 'W' => self.class("a-zA-Z0-9_", c == 'W'),
            's' | 'S' => self.class(r" \t\n\x0B\f\r", c == 'S'),
            'h' | 'H' => self.class(r" \x{A0}\x{1680}\x{180e}\x{2000}-\x{200a}\x{202f}\x{205f}\x{3000}\t", c == 'H'),
            'v' | 'V' => self.class(r"\n\x0B\f\r\x{85}\x{2028}\x{2029}", c == 'V'),
            'R' => self.out.push_str(r"(?:\r\n|[\n\x0B\f\r\x{85}\x{2028}\x{2029}])"),
            'p' | 'P' => self.property(c == 'P')?,
            'Q' => self.quoted(),
            'E' => {}
            'Z' => self.out.push_str(LINE_END),
            'x' | 'u' => self.code_point(c)?,
            '0' => {
                let digits: String =
                    std::iter::from_fn(|| self.rest.next_if(|c| matches!(c, '0'..='7'))).take(3).collect();
                let code = u32::from_str_radix(&digits, 8).ok()?;
                self.literal(char::from_u32(code)?);
            }
            'c' => {
                let control = u32::from(self.rest.next()?) ^ 64;
                self.literal(char::from_u32(control)?);
            }
            'e' => self.out.push_str(r"\x1B"),
            'a' | 't' | 'n' | 'r' | 'f' | 'b' | 'B' | 'A' | 'z' | 'G' | 'k' | '1'..='9' => {
                self.out.push('\\');
                self.out.push(c);
            }
            _ if c.is_ascii_alphabetic() => return None,
            _ => self.literal(c),
        }
        Some(())
    }

    fn quoted(&mut self) {
        while let Some(c) = self.rest.next() {
            if c == '\\' && self.rest.next_if_eq(&'E').is_some() {
                return;
            }
            self.literal(c);
        }
    }

    fn code_point(&mut self, kind: char) -> Option<()> {
        let digits: String = if kind == 'x' && self.rest.next_if_eq(&'{').is_some() {
            let digits = std::iter::from_fn(|| self.rest.next_if(char::is_ascii_hexdigit)).collect();
            self.rest.next_if_eq(&'}')?;
            digits
        } else {
            let count = if kind == 'x' { 2 } else { 4 };
            let digits: String =
                std::iter::from_fn(|| self.rest.next_if(char::is_ascii_hexdigit)).take(count).collect();
            (digits.len() == count).then_some(digits)?
        };
        let code = u32::from_str_radix(&digits, 16).ok()?;
        self.literal(char::from_u32(code)?);
        Some(())
    }

    fn property(&mut self, negated: bool) -> Option<()> {
        let name: String = if self.rest.next_if_eq(&'{').is_some() {
            let name = std::iter::from_fn(|| self.rest.next_if(|c| *c != '}')).collect();
            self.rest.next()?;
            name
        } else {
            self.rest.next()?.to_string()
        };

        let ranges = match name.as_str() {
            "Lower" => "a-z",
            "Upper" => "A-Z",
            "ASCII" => r"\x00-\x7F",
            "Alpha" => "a-zA-Z",
            "Digit" => "0-9",
            "Alnum" => "a-zA-Z0-9",
            "Punct" => r"!-/:-@\[-`{-~",
            "Graph" => "!-~",
            "Print" => r"\x20-~",
            "Blank" => r" \t",
            "Cntrl" => r"\x00-\x1F\x7F",
            "XDigit" => "0-9a-fA-F",
            "Space" => r" \t\n\x0B\f\r",
            "javaLowerCase" => r"\p{Lowercase}",
            "javaUpperCase" => r"\p{Uppercase}",
            "javaWhitespace" => r"\s",
            other => {
                let name = other.strip_prefix("Is").or_else(|| other.strip_prefix("In")).unwrap_or(other);
                let sign = if negated { 'P' } else { 'p' };
                let _ = write!(self.out, "\\{sign}{{{name}}}");
                return Some(());
            }
        };
        self.class(ranges, negated);
        Some(())
    }
}
