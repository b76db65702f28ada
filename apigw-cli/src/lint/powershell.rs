//! PowerShell split into the words of commands, as far as calls of programs need it.
//!
//! How PowerShell passes double quotes to programs differs between its versions, so a `\"` is read as the quote that it
//! becomes in all of them, and a bare one is left alone.

use super::text::SourceChar;
use super::word::{Comment, Lexed, ShellWord, Unquoted};

/// How deeply expressions can be nested.
const MAX_DEPTH: usize = 60;

/// Splits a script.
pub(super) fn lex(source: &[SourceChar]) -> Lexed {
    let mut lexer = PowerShellLexer { source, at: 0, depth: 0, found: Lexed::default() };
    while lexer.at < source.len() {
        lexer.commands();
        // A bracket that closes nothing.
        lexer.at += 1;
    }
    lexer.found
}

/// The string as a program gets it: half of the backslashes before a double quote are gone, and an odd one with them.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut backslashes = 0_usize;
    for c in text.chars() {
        if c == '"' && backslashes % 2 == 1 {
            out.truncate(out.len() - backslashes.div_ceil(2));
        }
        backslashes = if c == '\\' { backslashes + 1 } else { 0 };
        out.push(c);
    }
    out
}

struct PowerShellLexer<'t> {
    source: &'t [SourceChar],
    at: usize,
    depth: usize,
    found: Lexed,
}

impl PowerShellLexer<'_> {
    fn ahead(&self, count: usize) -> Option<char> {
        self.source.get(self.at + count).map(|current| current.c)
    }

    /// Reads commands up to a bracket that closes what is around them.
    fn commands(&mut self) {
        let mut words: Vec<ShellWord> = Vec::new();
        loop {
            match (self.ahead(0), self.ahead(1)) {
                (None | Some(')'), _) => break,
                (Some('`'), Some('\n')) => self.at += 2,
                (Some('<'), Some('#')) => self.pass_until("#>"),
                (Some('#'), _) => self.comment(),
                (Some('\n' | ';' | '|' | '&' | '}'), _) => self.separate(&mut words),
                // A block holds commands, unless it is the value of an option.
                (Some('{'), _) if words.last().is_none_or(|word| !word.word.starts_with("-")) => {
                    self.separate(&mut words);
                }
                (Some('>'), _) => self.redirection(),
                (Some(c), _) if c.is_whitespace() => self.at += 1,
                _ => words.extend(self.word()),
            }

            // What stands left of an assignment is no command.
            if words.last().is_some_and(|word| matches!(word.raw.as_str(), "=" | "+=")) {
                words.clear();
            }
        }
        self.finish(&mut words);
    }

    fn separate(&mut self, words: &mut Vec<ShellWord>) {
        self.at += 1;
        self.finish(words);
    }

    fn finish(&mut self, words: &mut Vec<ShellWord>) {
        let words = std::mem::take(words);
        if !words.is_empty() {
            self.found.commands.push(words);
        }
    }

    fn comment(&mut self) {
        let start = self.at;
        while self.ahead(0).is_some_and(|c| c != '\n') {
            self.at += 1;
        }
        let text = self.source.get(start + 1..self.at).unwrap_or_default().iter().map(|current| current.c).collect();
        self.found.comments.extend(Comment::at(self.source, start, text));
    }

    fn redirection(&mut self) {
        while self.ahead(0).is_some_and(|c| matches!(c, '>' | '&' | ' ')) {
            self.at += 1;
        }
        drop(self.word());
    }

    fn pass_until(&mut self, end: &str) {
        while self.at < self.source.len() && !self.starts(end) {
            self.at += 1;
        }
        self.at = (self.at + end.len()).min(self.source.len());
    }

    fn starts(&self, text: &str) -> bool {
        text.chars().enumerate().all(|(index, c)| self.ahead(index) == Some(c))
    }

    /// Reads one word; what follows a number and `>` is none.
    fn word(&mut self) -> Option<ShellWord> {
        let start = self.at;
        let mut word = Unquoted::default();
        while let Some(c) = self.ahead(0) {
            match (c, self.ahead(1)) {
                (c, _) if c.is_whitespace() => break,
                ('@', Some(quote @ ('\'' | '"'))) if self.at == start => self.here_string(quote, &mut word),
                ('@', Some('(' | '{')) if self.at == start => {
                    self.at += 1;
                    self.group(&mut word);
                }
                ('(' | '{', _) if self.at == start => self.group(&mut word),
                ('\'', _) => self.single(&mut word),
                ('"', _) => self.double(&mut word),
                // After a backtick at its end, the line continues with another word.
                (';' | '|' | '&' | ')' | '}' | '>', _) | ('`', Some('\n') | None) => break,
                ('`', Some(next)) => {
                    self.at += 2;
                    word.word.push(next);
                }
                ('$', _) => self.variable(&mut word, false),
                _ => self.take(&mut word),
            }
        }

        let position = self.source.get(start)?.position;
        let raw: String = self.source.get(start..self.at).unwrap_or_default().iter().map(|current| current.c).collect();
        if raw.is_empty() {
            // The character is passed, so that the lexer always moves on.
            self.at += 1;
            return None;
        }
        let is_number = raw.bytes().all(|byte| byte.is_ascii_digit());
        if is_number && self.ahead(0) == Some('>') {
            return None;
        }
        let Unquoted { word, may_split, is_list } = word;
        Some(ShellWord { word: word.map_known(unescaped), may_split, is_list, raw, position })
    }

    /// Passes an expression or block in brackets, with the commands in it.
    fn group(&mut self, word: &mut Unquoted) {
        let close = if self.ahead(0) == Some('{') { '}' } else { ')' };
        self.at += 1;
        self.depth += 1;
        if self.depth < MAX_DEPTH {
            if close == ')' { self.commands() } else { self.pass_until("}") }
        } else {
            self.at = self.source.len();
        }
        self.at += usize::from(self.ahead(0) == Some(')') && close == ')');
        self.depth -= 1;
        word.word.push_unknown();
    }

    fn single(&mut self, word: &mut Unquoted) {
        self.at += 1;
        while let Some(c) = self.ahead(0) {
            if c == '\'' {
                self.at += 1;
                if self.ahead(0) != Some('\'') {
                    return;
                }
            }
            self.take(word);
        }
    }

    fn double(&mut self, word: &mut Unquoted) {
        self.at += 1;
        while let Some(c) = self.ahead(0) {
            match (c, self.ahead(1)) {
                ('"', Some('"')) => {
                    self.at += 1;
                    self.take(word);
                }
                ('"', _) => {
                    self.at += 1;
                    return;
                }
                ('`', Some(next)) => {
                    self.at += 2;
                    word.word.push(match next {
                        'n' => '\n',
                        't' => '\t',
                        'r' => '\r',
                        other => other,
                    });
                }
                ('$', _) => self.variable(word, true),
                _ => self.take(word),
            }
        }
    }

    /// Reads `@'` to `'@` on a line of its own.
    fn here_string(&mut self, quote: char, word: &mut Unquoted) {
        self.pass_until("\n");
        let end = format!("\n{quote}@");
        while self.at < self.source.len() && !self.starts(&end) {
            if quote == '"' && self.ahead(0) == Some('$') { self.variable(word, true) } else { self.take(word) }
        }
        self.at = (self.at + end.len()).min(self.source.len());
    }

    /// Reads what `$` begins.
    fn variable(&mut self, word: &mut Unquoted, is_quoted: bool) {
        self.at += 1;
        match self.ahead(0) {
            Some('(') => self.group(word),
            Some('{') => {
                self.pass_until("}");
                word.word.push_unknown();
            }
            Some(c) if c.is_alphanumeric() || matches!(c, '_' | '?') => {
                // Members and items are reached without quotes only.
                let is_name =
                    |c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '?') || !is_quoted && "[].".contains(c);
                while self.ahead(0).is_some_and(is_name) {
                    self.at += 1;
                }
                word.word.push_unknown();
                word.may_split |= !is_quoted;
            }
            _ => word.word.push('$'),
        }
    }

    fn take(&mut self, into: &mut Unquoted) {
        if let Some(current) = self.source.get(self.at) {
            if current.is_unknown {
                into.word.push_unknown();
            } else {
                into.word.push(current.c);
            }
            self.at += 1;
        }
    }
}
