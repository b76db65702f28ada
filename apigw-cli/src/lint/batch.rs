//! Batch files split into the words of commands, as the command prompt and the argument parser of programs do.

use super::text::SourceChar;
use super::word::{Comment, Lexed, ShellWord, Unquoted};

/// Splits a script.
pub(super) fn lex(source: &[SourceChar]) -> Lexed {
    let mut lexer = BatchLexer { source, at: 0, found: Lexed::default() };
    lexer.commands();
    lexer.found
}

struct BatchLexer<'t> {
    source: &'t [SourceChar],
    at: usize,
    found: Lexed,
}

impl BatchLexer<'_> {
    fn ahead(&self, count: usize) -> Option<char> {
        self.source.get(self.at + count).map(|current| current.c)
    }

    fn commands(&mut self) {
        let mut words: Vec<ShellWord> = Vec::new();
        while let Some(c) = self.ahead(0) {
            match (c, self.ahead(1)) {
                ('^', Some('\n')) => self.at += 2,
                // The command whose output a loop reads.
                ('(', Some('\'')) => {
                    self.at += 1;
                    self.separate(&mut words);
                }
                ('\n' | '&' | '|' | '(' | ')', _) | ('\'', Some(')')) => self.separate(&mut words),
                ('@', _) if words.is_empty() => self.at += 1,
                ('<' | '>', _) => self.redirection(),
                (':', Some(':')) if words.is_empty() => self.comment(2),
                ('r' | 'R', _) if words.is_empty() && self.is_remark() => self.comment(3),
                (c, _) if c.is_whitespace() => self.at += 1,
                _ => words.extend(self.word()),
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

    /// Whether `rem` stands here as a word.
    fn is_remark(&self) -> bool {
        let word = (0..3).filter_map(|count| self.ahead(count)).map(|c| c.to_ascii_lowercase());
        word.eq("rem".chars()) && self.ahead(3).is_none_or(char::is_whitespace)
    }

    fn comment(&mut self, mark: usize) {
        let start = self.at;
        while self.ahead(0).is_some_and(|c| c != '\n') {
            self.at += 1;
        }
        let text = self.source.get(start + mark..self.at).unwrap_or_default().iter().map(|current| current.c).collect();
        self.found.comments.extend(Comment::at(self.source, start, text));
    }

    fn redirection(&mut self) {
        while self.ahead(0).is_some_and(|c| matches!(c, '<' | '>' | '&' | ' ')) {
            self.at += 1;
        }
        drop(self.word());
    }

    fn word(&mut self) -> Option<ShellWord> {
        let start = self.at;
        let mut word = Unquoted::default();
        let mut is_quoted = false;
        while let Some(c) = self.ahead(0) {
            match (c, self.ahead(1)) {
                ('\n', _) => break,
                (c, _) if c.is_whitespace() && !is_quoted => break,
                ('&' | '|' | '<' | '>' | '(' | ')', _) | ('\'', Some(')')) if !is_quoted => break,
                ('\\', _) => self.backslashes(&mut word),
                ('"', Some('"')) if is_quoted => {
                    self.at += 1;
                    self.take(&mut word);
                }
                ('"', _) => {
                    is_quoted = !is_quoted;
                    self.at += 1;
                }
                ('^', Some(next)) if !is_quoted => {
                    self.at += 1;
                    if next == '\n' { self.at += 1 } else { self.take(&mut word) }
                }
                ('%' | '!', _) => self.variable(&mut word, is_quoted),
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
        Some(ShellWord { word, may_split, is_list, raw, position })
    }

    /// Reads backslashes. Before a double quote each two are one, and an odd one makes the quote a character.
    fn backslashes(&mut self, word: &mut Unquoted) {
        let start = self.at;
        while self.ahead(0) == Some('\\') {
            self.at += 1;
        }
        let count = self.at - start;
        let is_before_quote = self.ahead(0) == Some('"');
        word.word.push_str(&"\\".repeat(if is_before_quote { count / 2 } else { count }));
        if is_before_quote && count % 2 == 1 {
            self.take(word);
        }
    }

    /// Reads `%NAME%`, `!NAME!`, `%1`, `%*`, `%~dp0` and `%%i`; another `%` or `!` is itself.
    fn variable(&mut self, word: &mut Unquoted, is_quoted: bool) {
        const MAX_LEN: usize = 80;
        let mark = self.ahead(0);
        let is_name = |c: &char| c.is_alphanumeric() || "_~:=,-#.()".contains(*c);
        let mut length = (1..MAX_LEN).take_while(|count| self.ahead(*count).is_some_and(|c| is_name(&c))).count();
        let is_closed = length > 0 && self.ahead(1 + length) == mark;
        let next = self.ahead(1);
        length = match next {
            _ if is_closed => length + 2,
            Some('%') if mark == Some('%') => 3,
            Some('*') if mark == Some('%') => 2,
            Some('~') if mark == Some('%') => 1 + length,
            Some(c) if mark == Some('%') && c.is_ascii_digit() => 2,
            _ => return self.take(word),
        };
        self.at += length;
        word.word.push_unknown();
        word.may_split |= !is_quoted;
        word.is_list |= next == Some('*');
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
