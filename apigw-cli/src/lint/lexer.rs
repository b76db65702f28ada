//! Shell text split into the words of simple commands, including those inside `$(…)`, backticks and `<(…)`.
//!
//! Words are all that is needed of the grammar: what a loop or a condition does with a command does not matter. A library
//! for the whole grammar would add some eighty packages.

use super::state::{HereDocument, MAX_DEPTH, ShellLexer};
use super::text::SourceChar;
use super::word::{Lexed, ShellWord, Unquoted};

/// Splits a script.
pub(super) fn lex(source: &[SourceChar]) -> Lexed {
    let mut lexer = ShellLexer::new(source, 0);
    lexer.commands(false);
    lexer.cursor.found
}

impl ShellLexer<'_> {
    /// Reads commands to the end, or to the parenthesis that closes a substitution.
    pub(super) fn commands(&mut self, is_inside: bool) {
        let mut words = Vec::new();
        let (mut parens, mut cases) = (0_usize, 0_usize);
        loop {
            self.skip_blanks();
            let Some(c) = self.cursor.peek() else { break };
            match (c, self.cursor.ahead(1)) {
                ('#', _) => self.cursor.comment(1),
                ('&', Some('>')) => {
                    self.cursor.at += 1;
                    self.redirection();
                }
                ('<' | '>', next) if next != Some('(') => self.redirection(),
                ('(', Some('(')) if words.is_empty() => self.arithmetic(),
                ('\n' | ';' | '&' | '|' | '(' | ')', _) => {
                    self.cursor.at += 1;
                    self.finish(&mut words, &mut cases);
                    match c {
                        '\n' => self.skip_here_documents(),
                        '(' => parens += 1,
                        ')' if parens > 0 => parens -= 1,
                        ')' if is_inside && cases == 0 => return,
                        _ => {}
                    }
                }
                _ => words.extend(self.word()),
            }
        }

        // The end of what is not closed is not known.
        self.is_broken |= is_inside;
        self.finish(&mut words, &mut cases);
    }

    fn finish(&mut self, words: &mut Vec<ShellWord>, cases: &mut usize) {
        let first = words.iter().find(|word| !matches!(word.raw.as_str(), "do" | "then" | "else" | "{" | "!"));
        match first.map(|word| word.raw.as_str()) {
            Some("case") => *cases += 1,
            Some("esac") => *cases = cases.saturating_sub(1),
            _ => {}
        }
        if self.is_broken {
            words.clear();
        }
        self.cursor.end_command(words);
    }

    /// Passes blanks and line continuations.
    fn skip_blanks(&mut self) {
        loop {
            match (self.cursor.peek(), self.cursor.ahead(1)) {
                (Some('\\'), Some('\n')) => self.cursor.at += 2,
                (Some(c), _) if c != '\n' && c.is_whitespace() => self.cursor.at += 1,
                _ => return,
            }
        }
    }

    /// Passes a redirection with the word it leads to.
    fn redirection(&mut self) {
        let start = self.cursor.at;
        while self.cursor.at - start < 3 && matches!(self.cursor.peek(), Some('<' | '>' | '&' | '|')) {
            self.cursor.at += 1;
        }
        let operator = self.cursor.text_from(start);
        let is_here = operator == "<<";
        let strips_tabs = is_here && self.cursor.peek() == Some('-');
        self.cursor.at += usize::from(strips_tabs);
        self.skip_blanks();
        let target = self.word();
        if let Some(target) = target.filter(|_| is_here) {
            self.here_documents.push(HereDocument { delimiter: target.word.to_string(), strips_tabs });
        }
    }

    /// Passes the documents that begin after a line, which are input of some command.
    fn skip_here_documents(&mut self) {
        for here in std::mem::take(&mut self.here_documents) {
            while self.cursor.at < self.cursor.source.len() {
                let rest = self.cursor.source.get(self.cursor.at..).unwrap_or_default();
                let length = rest.iter().position(|current| current.c == '\n').unwrap_or(rest.len());
                let line: String = rest.iter().take(length).map(|current| current.c).collect();
                self.cursor.at = (self.cursor.at + length + 1).min(self.cursor.source.len());
                let line = if here.strips_tabs { line.trim_start_matches('\t') } else { &line };
                if line == here.delimiter {
                    break;
                }
            }
        }
    }

    /// Passes `((…))`.
    pub(super) fn arithmetic(&mut self) {
        let mut depth = 0_usize;
        while let Some(c) = self.cursor.peek() {
            self.cursor.at += 1;
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => continue,
            }
            if depth == 0 {
                return;
            }
        }
        self.is_broken = true;
    }

    /// Reads one word; a number before a redirection and the words of an array are none.
    fn word(&mut self) -> Option<ShellWord> {
        let start = self.cursor.at;
        let mut word = Unquoted::default();
        let mut braces = Braces::default();
        while let Some(c) = self.cursor.peek() {
            match (c, self.cursor.ahead(1)) {
                ('<' | '>', Some('(')) => {
                    self.cursor.at += 1;
                    self.substitution();
                    word.word.push_unknown();
                }
                ('<' | '>' | ';' | '&' | '|' | '(' | ')', _) => break,
                (c, _) if c.is_whitespace() => break,
                ('~', _) if self.cursor.at == start => self.pass_pattern(&mut word),
                ('*' | '?' | '[', _) => self.pass_pattern(&mut word),
                _ => {
                    braces.pass(c, self.cursor.ahead(1));
                    self.part(&mut word);
                }
            }
        }

        let (raw, position) = self.cursor.end_word(start)?;
        if raw.ends_with('=') && self.cursor.peek() == Some('(') {
            self.cursor.at += 1;
            self.array();
        }

        let Unquoted { word, may_split, is_list } = word;
        if braces.expand() {
            return Some(ShellWord { word: word.after_unknown(), may_split: true, is_list: true, raw, position });
        }
        Some(ShellWord { word, may_split, is_list, raw, position })
    }

    /// Passes a character that the shell expands.
    fn pass_pattern(&mut self, word: &mut Unquoted) {
        word.word.push_unknown();
        self.cursor.at += 1;
    }

    /// Passes the words of an array. They may be those of a command, but not all of them.
    fn array(&mut self) {
        self.depth += 1;
        loop {
            self.skip_blanks();
            match self.cursor.peek().filter(|_| self.depth < MAX_DEPTH) {
                None => return self.give_up(),
                Some(')') => {
                    self.cursor.at += 1;
                    self.depth -= 1;
                    return;
                }
                Some('#') => self.cursor.comment(1),
                Some('\n' | ';' | '&' | '|' | '(' | '<' | '>') => self.cursor.at += 1,
                Some(_) => drop(self.word()),
            }
        }
    }
}

/// Whether the unquoted braces of a word make several words of it: `{a,b}`, `{1..3}`.
#[derive(Default)]
struct Braces {
    is_open: bool,
    is_divided: bool,
    is_closed: bool,
}

impl Braces {
    fn pass(&mut self, c: char, next: Option<char>) {
        match (c, next) {
            ('{', _) => self.is_open = true,
            (',', _) | ('.', Some('.')) => self.is_divided |= self.is_open,
            ('}', _) => self.is_closed |= self.is_divided,
            _ => {}
        }
    }

    fn expand(&self) -> bool {
        self.is_closed
    }
}
