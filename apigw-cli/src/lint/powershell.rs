//! PowerShell split into the words of commands, as far as calls of programs need it.
//!
//! How PowerShell passes double quotes to programs differs between its versions, so a `\"` is read as the quote that it
//! becomes in all of them, and a bare one is left alone.

use super::cursor::ScriptCursor;
use super::text::SourceChar;
use super::word::{Lexed, ShellWord, Unquoted};

/// How deeply expressions can be nested.
const MAX_DEPTH: usize = 60;

/// Splits a script.
pub(super) fn lex(source: &[SourceChar]) -> Lexed {
    let mut lexer = PowerShellLexer { cursor: ScriptCursor::new(source), depth: 0 };
    while lexer.cursor.at < source.len() {
        lexer.commands();
        // A bracket that closes nothing.
        lexer.cursor.at += 1;
    }
    lexer.cursor.found
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
    cursor: ScriptCursor<'t>,
    depth: usize,
}

impl PowerShellLexer<'_> {
    /// Reads commands up to a bracket that closes what is around them.
    fn commands(&mut self) {
        let mut words: Vec<ShellWord> = Vec::new();
        loop {
            match (self.cursor.ahead(0), self.cursor.ahead(1)) {
                (None | Some(')'), _) => break,
                (Some('`'), Some('\n')) => self.cursor.at += 2,
                (Some('<'), Some('#')) => self.cursor.pass_until("#>"),
                (Some('#'), _) => self.cursor.comment(1),
                (Some('\n' | ';' | '|' | '&' | '}'), _) => self.separate(&mut words),
                // A block holds commands, unless it is the value of an option.
                (Some('{'), _) if words.last().is_none_or(|word| !word.word.starts_with("-")) => {
                    self.separate(&mut words);
                }
                (Some('>'), _) => self.redirection(),
                (Some(c), _) if c.is_whitespace() => self.cursor.at += 1,
                _ => words.extend(self.word()),
            }

            // What stands left of an assignment is no command.
            if words.last().is_some_and(|word| matches!(word.raw.as_str(), "=" | "+=")) {
                words.clear();
            }
        }
        self.cursor.end_command(&mut words);
    }

    fn separate(&mut self, words: &mut Vec<ShellWord>) {
        self.cursor.at += 1;
        self.cursor.end_command(words);
    }

    fn redirection(&mut self) {
        while self.cursor.ahead(0).is_some_and(|c| matches!(c, '>' | '&' | ' ')) {
            self.cursor.at += 1;
        }
        drop(self.word());
    }

    /// Reads one word; what follows a number and `>` is none.
    fn word(&mut self) -> Option<ShellWord> {
        let start = self.cursor.at;
        let mut word = Unquoted::default();
        while let Some(c) = self.cursor.ahead(0) {
            match (c, self.cursor.ahead(1)) {
                (c, _) if c.is_whitespace() => break,
                ('@', Some(quote @ ('\'' | '"'))) if self.cursor.at == start => self.here_string(quote, &mut word),
                ('@', Some('(' | '{')) if self.cursor.at == start => {
                    self.cursor.at += 1;
                    self.group(&mut word);
                }
                ('(' | '{', _) if self.cursor.at == start => self.group(&mut word),
                ('\'', _) => self.single(&mut word),
                ('"', _) => self.double(&mut word),
                // After a backtick at its end, the line continues with another word.
                (';' | '|' | '&' | ')' | '}' | '>', _) | ('`', Some('\n') | None) => break,
                ('`', Some(next)) => {
                    self.cursor.at += 2;
                    word.word.push(next);
                }
                ('$', _) => self.variable(&mut word, false),
                _ => self.cursor.take(&mut word),
            }
        }

        let (raw, position) = self.cursor.end_word(start)?;
        let Unquoted { word, may_split, is_list } = word;
        Some(ShellWord { word: word.map_known(unescaped), may_split, is_list, raw, position })
    }

    /// Passes an expression or block in brackets, with the commands in it.
    fn group(&mut self, word: &mut Unquoted) {
        let close = if self.cursor.ahead(0) == Some('{') { '}' } else { ')' };
        self.cursor.at += 1;
        self.depth += 1;
        if self.depth < MAX_DEPTH {
            if close == ')' { self.commands() } else { self.cursor.pass_until("}") }
        } else {
            self.cursor.at = self.cursor.source.len();
        }
        self.cursor.at += usize::from(self.cursor.ahead(0) == Some(')') && close == ')');
        self.depth -= 1;
        word.word.push_unknown();
    }

    fn single(&mut self, word: &mut Unquoted) {
        self.cursor.at += 1;
        while let Some(c) = self.cursor.ahead(0) {
            if c == '\'' {
                self.cursor.at += 1;
                if self.cursor.ahead(0) != Some('\'') {
                    return;
                }
            }
            self.cursor.take(word);
        }
    }

    fn double(&mut self, word: &mut Unquoted) {
        self.cursor.at += 1;
        while let Some(c) = self.cursor.ahead(0) {
            match (c, self.cursor.ahead(1)) {
                ('"', Some('"')) => {
                    self.cursor.at += 1;
                    self.cursor.take(word);
                }
                ('"', _) => {
                    self.cursor.at += 1;
                    return;
                }
                ('`', Some(next)) => {
                    self.cursor.at += 2;
                    word.word.push(match next {
                        'n' => '\n',
                        't' => '\t',
                        'r' => '\r',
                        other => other,
                    });
                }
                ('$', _) => self.variable(word, true),
                _ => self.cursor.take(word),
            }
        }
    }

    /// Reads `@'` to `'@` on a line of its own.
    fn here_string(&mut self, quote: char, word: &mut Unquoted) {
        self.cursor.pass_until("\n");
        let end = format!("\n{quote}@");
        while self.cursor.at < self.cursor.source.len() && !self.cursor.starts(&end) {
            if quote == '"' && self.cursor.ahead(0) == Some('$') {
                self.variable(word, true);
            } else {
                self.cursor.take(word);
            }
        }
        self.cursor.at = (self.cursor.at + end.len()).min(self.cursor.source.len());
    }

    /// Reads what `$` begins.
    fn variable(&mut self, word: &mut Unquoted, is_quoted: bool) {
        self.cursor.at += 1;
        match self.cursor.ahead(0) {
            Some('(') => self.group(word),
            Some('{') => {
                self.cursor.pass_until("}");
                word.word.push_unknown();
            }
            Some(c) if c.is_alphanumeric() || matches!(c, '_' | '?') => {
                // Members and items are reached without quotes only.
                let is_name =
                    |c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '?') || !is_quoted && "[].".contains(c);
                while self.cursor.ahead(0).is_some_and(is_name) {
                    self.cursor.at += 1;
                }
                word.word.push_unknown();
                word.may_split |= !is_quoted;
            }
            _ => word.word.push('$'),
        }
    }
}
