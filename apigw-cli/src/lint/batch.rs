//! Batch files split into the words of commands, as the command prompt and the argument parser of programs do.

use super::cursor::ScriptCursor;
use super::text::SourceChar;
use super::word::{Lexed, ShellWord, Unquoted};

/// Splits a script.
pub(super) fn lex(source: &[SourceChar]) -> Lexed {
    let mut lexer = BatchLexer { cursor: ScriptCursor::new(source) };
    lexer.commands();
    lexer.cursor.found
}

struct BatchLexer<'t> {
    cursor: ScriptCursor<'t>,
}

impl BatchLexer<'_> {
    fn commands(&mut self) {
        let mut words: Vec<ShellWord> = Vec::new();
        while let Some(c) = self.cursor.ahead(0) {
            match (c, self.cursor.ahead(1)) {
                ('^', Some('\n')) => self.cursor.at += 2,
                // The command whose output a loop reads.
                ('(', Some('\'')) => {
                    self.cursor.at += 1;
                    self.separate(&mut words);
                }
                ('\n' | '&' | '|' | '(' | ')', _) | ('\'', Some(')')) => self.separate(&mut words),
                ('@', _) if words.is_empty() => self.cursor.at += 1,
                ('<' | '>', _) => self.redirection(),
                (':', Some(':')) if words.is_empty() => self.cursor.comment(2),
                ('r' | 'R', _) if words.is_empty() && self.is_remark() => self.cursor.comment(3),
                (c, _) if c.is_whitespace() => self.cursor.at += 1,
                _ => words.extend(self.word()),
            }
        }
        self.cursor.end_command(&mut words);
    }

    fn separate(&mut self, words: &mut Vec<ShellWord>) {
        self.cursor.at += 1;
        self.cursor.end_command(words);
    }

    /// Whether `rem` stands here as a word.
    fn is_remark(&self) -> bool {
        let word = (0..3).filter_map(|count| self.cursor.ahead(count)).map(|c| c.to_ascii_lowercase());
        word.eq("rem".chars()) && self.cursor.ahead(3).is_none_or(char::is_whitespace)
    }

    fn redirection(&mut self) {
        while self.cursor.ahead(0).is_some_and(|c| matches!(c, '<' | '>' | '&' | ' ')) {
            self.cursor.at += 1;
        }
        drop(self.word());
    }

    fn word(&mut self) -> Option<ShellWord> {
        let start = self.cursor.at;
        let mut word = Unquoted::default();
        let mut is_quoted = false;
        while let Some(c) = self.cursor.ahead(0) {
            match (c, self.cursor.ahead(1)) {
                ('\n', _) => break,
                (c, _) if c.is_whitespace() && !is_quoted => break,
                ('&' | '|' | '<' | '>' | '(' | ')', _) | ('\'', Some(')')) if !is_quoted => break,
                ('\\', _) => self.backslashes(&mut word),
                ('"', Some('"')) if is_quoted => {
                    self.cursor.at += 1;
                    self.cursor.take(&mut word);
                }
                ('"', _) => {
                    is_quoted = !is_quoted;
                    self.cursor.at += 1;
                }
                ('^', Some(next)) if !is_quoted => {
                    self.cursor.at += 1;
                    if next == '\n' { self.cursor.at += 1 } else { self.cursor.take(&mut word) }
                }
                ('%' | '!', _) => self.variable(&mut word, is_quoted),
                _ => self.cursor.take(&mut word),
            }
        }

        let (raw, position) = self.cursor.end_word(start)?;
        let Unquoted { word, may_split, is_list } = word;
        Some(ShellWord { word, may_split, is_list, raw, position })
    }

    /// Reads backslashes. Before a double quote each two are one, and an odd one makes the quote a character.
    fn backslashes(&mut self, word: &mut Unquoted) {
        let start = self.cursor.at;
        while self.cursor.ahead(0) == Some('\\') {
            self.cursor.at += 1;
        }
        let count = self.cursor.at - start;
        let is_before_quote = self.cursor.ahead(0) == Some('"');
        word.word.push_str(&"\\".repeat(if is_before_quote { count / 2 } else { count }));
        if is_before_quote && count % 2 == 1 {
            self.cursor.take(word);
        }
    }

    /// Reads `%NAME%`, `!NAME!`, `%1`, `%*`, `%~dp0` and `%%i`; another `%` or `!` is itself.
    fn variable(&mut self, word: &mut Unquoted, is_quoted: bool) {
        const MAX_LEN: usize = 80;
        let mark = self.cursor.ahead(0);
        let is_name = |c: &char| c.is_alphanumeric() || "_~:=,-#.()".contains(*c);
        let mut length =
            (1..MAX_LEN).take_while(|count| self.cursor.ahead(*count).is_some_and(|c| is_name(&c))).count();
        let is_closed = length > 0 && self.cursor.ahead(1 + length) == mark;
        let next = self.cursor.ahead(1);
        length = match next {
            _ if is_closed => length + 2,
            Some('%') if mark == Some('%') => 3,
            Some('*') if mark == Some('%') => 2,
            Some('~') if mark == Some('%') => 1 + length,
            Some(c) if mark == Some('%') && c.is_ascii_digit() => 2,
            _ => return self.cursor.take(word),
        };
        self.cursor.at += length;
        word.word.push_unknown();
        word.may_split |= !is_quoted;
        word.is_list |= next == Some('*');
    }
}
