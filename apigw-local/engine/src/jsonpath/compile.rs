//! From text to a path. What is accepted is what Jayway's compiler accepts, fragment by fragment.

use super::filter;
use super::path::{Path, Step};

/// The text is no path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NoPath;

/// How deeply filters may be nested.
const MAX_DEPTH: u32 = 20;

/// Reads a path.
pub(super) fn compile(text: &str) -> Result<Path, NoPath> {
    compile_within(text, 0)
}

fn compile_within(text: &str, depth: u32) -> Result<Path, NoPath> {
    if depth > MAX_DEPTH {
        return Err(NoPath);
    }
    let text = text.trim_matches(|c: char| c <= ' ');
    if text.is_empty() || text.ends_with("..") {
        return Err(NoPath);
    }
    let is_from_root = !text.starts_with('@');
    let rest = text.strip_prefix(['$', '@']);
    let rest = rest.map_or_else(|| format!(".{text}"), str::to_owned);
    if !(rest.is_empty() || rest.starts_with(['.', '['])) {
        return Err(NoPath);
    }
    let mut compiler = Compiler { text: rest.chars().collect(), at: 0, depth };
    let mut steps = Vec::new();
    while compiler.at < compiler.text.len() {
        if let Some(step) = compiler.step()? {
            steps.push(step);
        }
    }
    Ok(Path { steps, is_from_root })
}

struct Compiler {
    text: Vec<char>,
    at: usize,
    depth: u32,
}

impl Compiler {
    fn char_at(&self, at: usize) -> Result<char, NoPath> {
        self.text.get(at).copied().ok_or(NoPath)
    }

    fn step(&mut self) -> Result<Option<Step>, NoPath> {
        match self.char_at(self.at)? {
            ' ' => Err(NoPath),
            '$' => {
                self.at += 1;
                Ok(Some(Step::Root))
            }
            '[' => {
                let fragment = self.bracketed();
                analyze(&fragment, self.depth).map(Some)
            }
            '.' => {
                self.at += 1;
                if self.char_at(self.at)? == '.' {
                    self.at += 1;
                    return Ok(Some(Step::Scan));
                }
                let name = self.name();
                match name.as_str() {
                    "" => Ok(None),
                    "*" => Ok(Some(Step::Wildcard)),
                    _ => analyze(&format!("['{name}']").chars().collect::<Vec<char>>(), self.depth).map(Some),
                }
            }
            '*' => {
                self.at += 1;
                Ok(Some(Step::Wildcard))
            }
            _ => {
                let name = self.name();
                analyze(&format!("['{name}']").chars().collect::<Vec<char>>(), self.depth).map(Some)
            }
        }
    }

    fn name(&mut self) -> String {
        let rest = self.text.get(self.at..).unwrap_or(&[]);
        let name: String = rest.iter().take_while(|c| !matches!(c, '.' | '[' | ' ')).collect();
        self.at += name.chars().count();
        name
    }

    fn bracketed(&mut self) -> Vec<char> {
        let start = self.at;
        let mut nested = 0_usize;
        self.at += 1;
        while let Some(c) = self.text.get(self.at) {
            self.at += 1;
            match c {
                '[' => nested += 1,
                ']' if nested == 0 => break,
                ']' => nested -= 1,
                _ => {}
            }
        }
        self.text.get(start..self.at).unwrap_or(&[]).to_vec()
    }
}

/// Reads what brackets contain.
fn analyze(fragment: &[char], depth: u32) -> Result<Step, NoPath> {
    if fragment == ['[', '*', ']'] {
        return Ok(Step::Wildcard);
    }
    for (at, c) in fragment.iter().enumerate() {
        match c {
            '?' => {
                let (start, end) = filter_bounds(fragment, at)?;
                let text: String = fragment.get(start..end).ok_or(NoPath)?.iter().collect();
                let compile = |path: &str| compile_within(path, depth + 1).ok();
                return filter::parse(&text, &compile).map(Step::Filter).ok_or(NoPath);
            }
            '\'' => return properties(fragment.get(at..).ok_or(NoPath)?),
            _ if c.is_numeric() || matches!(c, ':' | '-' | '@') => {
                return Sequence { rest: fragment.get(at..).ok_or(NoPath)?, at: 0 }.read();
            }
            _ => {}
        }
    }
    Err(NoPath)
}

/// The bracket before a question mark, and the end of the bracket that closes it outside of parentheses.
fn filter_bounds(fragment: &[char], mark: usize) -> Result<(usize, usize), NoPath> {
    let before = fragment.get(..mark).ok_or(NoPath)?;
    let start = before.iter().rposition(|c| *c == '[').ok_or(NoPath)?;
    let (mut parentheses, mut brackets, mut quoted, mut last) = (0_i32, 0_i32, false, ' ');
    for (at, c) in fragment.iter().enumerate().skip(start) {
        match c {
            '(' if !quoted => parentheses += 1,
            ')' if !quoted => parentheses -= 1,
            '[' if !quoted => brackets += 1,
            ']' if !quoted => {
                brackets -= 1;
                if parentheses == 0 {
                    return if brackets == 0 { Ok((start, at + 1)) } else { Err(NoPath) };
                }
            }
            '\'' if last != '\\' => quoted = !quoted,
            _ => {}
        }
        last = *c;
    }
    Err(NoPath)
}

fn properties(rest: &[char]) -> Result<Step, NoPath> {
    let mut names = Vec::new();
    let mut open: Option<String> = None;
    for c in rest {
        match (c, &mut open) {
            (']', _) => return Ok(Step::Properties(names)),
            ('\'', Some(name)) => {
                names.push(std::mem::take(name));
                open = None;
            }
            ('\'', None) => open = Some(String::new()),
            (c, Some(name)) => name.push(*c),
            (_, None) => {}
        }
    }
    Err(NoPath)
}

/// Indexes and slices.
struct Sequence<'a> {
    rest: &'a [char],
    at: usize,
}

impl Sequence<'_> {
    fn current(&self) -> Result<char, NoPath> {
        self.rest.get(self.at).copied().ok_or(NoPath)
    }

    fn read(mut self) -> Result<Step, NoPath> {
        if self.current()? == '@' {
            return self.back();
        }
        let (mut numbers, mut buffer) = (Vec::new(), String::new());
        let (mut to, mut from, mut between, mut sequence) = (false, false, false, false);
        while is_sequence(self.current()?) {
            match self.current()? {
                ' ' => {}
                ':' if buffer.is_empty() => {
                    to = true;
                    numbers.push(parse(&self.bound()?)?);
                }
                ':' => {
                    numbers.push(parse(&std::mem::take(&mut buffer))?);
                    let bound = self.bound()?;
                    if bound.is_empty() {
                        from = true;
                    } else {
                        between = true;
                        numbers.push(parse(&bound)?);
                    }
                }
                ',' => {
                    numbers.push(parse(&std::mem::take(&mut buffer))?);
                    sequence = true;
                }
                c => buffer.push(c),
            }
            if self.current()? == ']' {
                break;
            }
            self.at += 1;
        }

        if !buffer.is_empty() {
            numbers.push(parse(&buffer)?);
        }
        match numbers.as_slice() {
            [index] if !to && !from => Ok(Step::Index(*index)),
            _ if sequence => Ok(Step::Indexes(numbers)),
            [start, ..] if from => Ok(Step::From(*start)),
            [end, ..] if to => Ok(Step::To(*end)),
            [start, end, ..] if between => Ok(Step::Between(*start, *end)),
            _ => Err(NoPath),
        }
    }

    /// The number after a colon, as far as it goes.
    fn bound(&mut self) -> Result<String, NoPath> {
        let mut bound = String::new();
        self.at += 1;
        while self.current()?.is_numeric() || matches!(self.current()?, ' ' | '-') {
            if self.current()? != ' ' {
                bound.push(self.current()?);
            }
            self.at += 1;
        }
        Ok(bound)
    }

    fn back(mut self) -> Result<Step, NoPath> {
        self.at += 2;
        let function = self.until('-', &[' ', '(', ')'])?;
        if !matches!(function.as_str(), "size" | "length") {
            return Err(NoPath);
        }
        let number = self.until(')', &[' '])?;
        parse(&number).map(Step::FromEnd)
    }

    fn until(&mut self, end: char, skipped: &[char]) -> Result<String, NoPath> {
        let mut text = String::new();
        while self.current()? != end {
            let c = self.current()?;
            if !skipped.contains(&c) {
                text.push(c);
            }
            self.at += 1;
        }
        Ok(text)
    }
}

fn is_sequence(c: char) -> bool {
    c.is_numeric() || matches!(c, ',' | ' ' | ':' | '-')
}

fn parse(digits: &str) -> Result<i32, NoPath> {
    digits.parse().map_err(|_| NoPath)
}
