//! Quotes and expansions inside a word.

use super::state::{MAX_DEPTH, ShellLexer};
use super::text::SourceChar;
use super::word::Unquoted;

impl ShellLexer<'_> {
    /// Reads the next part of a word outside double quotes.
    pub(super) fn part(&mut self, word: &mut Unquoted) {
        match (self.cursor.peek(), self.cursor.ahead(1)) {
            (Some('\''), _) => {
                self.cursor.at += 1;
                self.single(word);
            }
            (Some('"'), _) => self.double(word),
            (Some('$'), Some('\'')) => {
                self.cursor.at += 2;
                self.escaped(word);
            }
            (Some('$'), Some('"')) => {
                self.cursor.at += 1;
                self.double(word);
            }
            (Some('$' | '`'), _) => self.dollar(word, false),
            (Some('\\'), next) => {
                self.cursor.at += 1;
                self.take_unless_line_end(next, word);
            }
            (Some(_), _) => {
                word.may_split |= self.cursor.is_unknown();
                self.cursor.take(word);
            }
            (None, _) => {}
        }
    }

    fn single(&mut self, word: &mut Unquoted) {
        while let Some(c) = self.cursor.peek() {
            if c == '\'' {
                self.cursor.at += 1;
                return;
            }
            self.cursor.take(word);
        }
        self.is_broken = true;
    }

    /// Reads `"…"`, from its first quote on.
    fn double(&mut self, word: &mut Unquoted) {
        self.cursor.at += 1;
        self.depth += 1;
        while let Some(c) = self.cursor.peek().filter(|_| self.depth < MAX_DEPTH) {
            match (c, self.cursor.ahead(1)) {
                ('"', _) => {
                    self.cursor.at += 1;
                    self.depth -= 1;
                    return;
                }
                ('\\', Some(next @ ('$' | '`' | '"' | '\\' | '\n'))) => {
                    self.cursor.at += 1;
                    self.take_unless_line_end(Some(next), word);
                }
                ('$' | '`', _) => self.dollar(word, true),
                _ => self.cursor.take(word),
            }
        }
        self.give_up();
    }

    /// Takes the character after a backslash; a line end is removed with the backslash.
    fn take_unless_line_end(&mut self, next: Option<char>, word: &mut Unquoted) {
        if next == Some('\n') { self.cursor.at += 1 } else { self.cursor.take(word) }
    }

    /// Reads the inside of `$'…'`.
    fn escaped(&mut self, word: &mut Unquoted) {
        while let Some(c) = self.cursor.peek() {
            match c {
                '\'' => {
                    self.cursor.at += 1;
                    return;
                }
                '\\' => {
                    self.cursor.at += 1;
                    self.escape(word);
                }
                _ => self.cursor.take(word),
            }
        }
        self.is_broken = true;
    }

    fn escape(&mut self, word: &mut Unquoted) {
        let Some(c) = self.cursor.peek() else { return };
        self.cursor.at += 1;
        let (radix, max_digits) = match c {
            'x' => (16, 2),
            'u' => (16, 4),
            'U' => (16, 8),
            '0'..='7' => (8, 3),
            _ => {
                let known = match c {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'a' => '\u{7}',
                    'b' => '\u{8}',
                    'e' | 'E' => '\u{1b}',
                    'f' => '\u{c}',
                    'v' => '\u{b}',
                    '\\' | '\'' | '"' | '?' => c,
                    _ => return word.word.push_unknown(),
                };
                return word.word.push(known);
            }
        };

        self.cursor.at -= usize::from(radix == 8);
        let mut code = 0;
        for _ in 0..max_digits {
            let Some(digit) = self.cursor.peek().and_then(|c| c.to_digit(radix)) else { break };
            code = code * radix + digit;
            self.cursor.at += 1;
        }

        // Bytes above ASCII may be parts of a character.
        let is_byte = matches!(c, 'x' | '0'..='7') && code > 0x7f;
        match char::from_u32(code).filter(|_| !is_byte) {
            Some(c) => word.word.push(c),
            None => word.word.push_unknown(),
        }
    }

    /// Reads what `$` or a backtick begins.
    fn dollar(&mut self, word: &mut Unquoted, is_quoted: bool) {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let mut is_list = false;
        match (self.cursor.peek(), self.cursor.ahead(1), self.cursor.ahead(2)) {
            (Some('`'), ..) => self.backticks(is_quoted),
            (_, Some('('), Some('(')) => {
                self.cursor.at += 1;
                self.arithmetic();
            }
            (_, Some('('), _) => {
                self.cursor.at += 1;
                self.substitution();
            }
            (_, Some('{'), _) => is_list = self.braces(is_quoted),
            (_, Some(c), _) if is_name(c) && !c.is_ascii_digit() => {
                self.cursor.at += 1;
                while self.cursor.peek().is_some_and(is_name) {
                    self.cursor.at += 1;
                }
            }
            (_, Some(c), _) if c.is_ascii_digit() || "@*#?$!-".contains(c) => {
                is_list = matches!(c, '@' | '*') && (c == '@' || !is_quoted);
                self.cursor.at += 2;
            }
            _ => {
                word.word.push('$');
                self.cursor.at += 1;
                return;
            }
        }

        word.word.push_unknown();
        word.may_split |= is_list || !is_quoted;
        word.is_list |= is_list;
    }

    /// Reads the commands of `(…)`, from the parenthesis on.
    pub(super) fn substitution(&mut self) {
        self.cursor.at += 1;
        self.depth += 1;
        if self.depth < MAX_DEPTH {
            self.commands(true);
            self.depth -= 1;
        } else {
            self.give_up();
        }
    }

    /// Passes `{…}` after a dollar sign. Returns whether it can be several words even in double quotes.
    fn braces(&mut self, is_quoted: bool) -> bool {
        self.cursor.at += 2;
        self.depth += 1;
        let start = self.cursor.at;
        let mut inside = Unquoted::default();
        while let Some(c) = self.cursor.peek().filter(|_| self.depth < MAX_DEPTH) {
            match (c, self.cursor.ahead(1)) {
                ('}', _) => {
                    let name = self.cursor.text_from(start);
                    self.cursor.at += 1;
                    self.depth -= 1;
                    return name.starts_with('@') || name.starts_with('!') || name.contains("[@]");
                }
                ('\\', _) => self.cursor.at += 2,
                ('\'', _) if is_quoted => self.cursor.at += 1,
                _ => self.part(&mut inside),
            }
        }
        self.give_up();
        false
    }

    /// Reads the commands of `` `…` ``, in which a backslash hides a backtick, a dollar sign and itself.
    fn backticks(&mut self, is_quoted: bool) {
        self.cursor.at += 1;
        let mut inside: Vec<SourceChar> = Vec::new();
        loop {
            match (self.cursor.peek(), self.cursor.ahead(1)) {
                (None, _) => return self.give_up(),
                (Some('`'), _) => break,
                (Some('\\'), Some('`' | '$' | '\\')) => self.cursor.at += 1,
                (Some('\\'), Some('"')) if is_quoted => self.cursor.at += 1,
                _ => {}
            }
            inside.extend(self.cursor.source.get(self.cursor.at));
            self.cursor.at += 1;
        }
        self.cursor.at += 1;
        if self.depth + 1 < MAX_DEPTH {
            let mut lexer = ShellLexer::new(&inside, self.depth + 1);
            lexer.commands(false);
            self.cursor.found.commands.append(&mut lexer.cursor.found.commands);
            self.cursor.found.comments.append(&mut lexer.cursor.found.comments);
        }
    }
}
