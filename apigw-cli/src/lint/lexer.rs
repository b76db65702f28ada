//! Shell text cut into the words of simple commands, those inside `$(…)`, backticks and `<(…)` included.
//!
//! Words are all that is needed of the grammar: what a loop or a condition does with a command does not matter. The
//! library that knows the whole grammar brings some eighty crates.

use apigw_cli_text::unseen::UNSEEN;

use super::expansion::Quoting;
use super::text::{Place, Spot};

/// How deep substitutions may be inside each other.
pub(super) const DEEPEST: usize = 60;

/// One word as the command gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// The text without quotes; [`UNSEEN`] stands for what is not known.
    pub(crate) text: String,
    /// Whether the word can be several at run time, or none.
    pub(crate) is_many: bool,
    /// The text with its quotes, as written.
    pub(crate) raw: String,
    /// Where it begins.
    pub(crate) place: Place,
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Comment {
    /// The line it is on.
    pub(crate) line: usize,
    /// Whether nothing else is on the line.
    pub(crate) is_alone: bool,
    /// The text after the `#`.
    pub(crate) text: String,
}

/// What is in a script.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Lexed {
    /// The words of each simple command, reserved words (`if`, `do`, `{`) among them.
    pub(crate) commands: Vec<Vec<Word>>,
    /// The comments.
    pub(crate) comments: Vec<Comment>,
}

/// Cuts a script.
pub(crate) fn lex(spots: &[Spot]) -> Lexed {
    let mut lexer = Lexer::new(spots, 0);
    lexer.commands(false);
    lexer.found
}

/// A document that begins after the next line end.
struct Here {
    delimiter: String,
    strips_tabs: bool,
}

pub(super) struct Lexer<'t> {
    pub(super) spots: &'t [Spot],
    pub(super) at: usize,
    pub(super) depth: usize,
    pub(super) found: Lexed,
    /// Whether something was not closed, so that the words at the end are not what they seem.
    pub(super) is_broken: bool,
    heres: Vec<Here>,
}

impl<'t> Lexer<'t> {
    pub(super) fn new(spots: &'t [Spot], depth: usize) -> Self {
        Self { spots, at: 0, depth, found: Lexed::default(), is_broken: false, heres: Vec::new() }
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.ahead(0)
    }

    pub(super) fn ahead(&self, count: usize) -> Option<char> {
        self.spots.get(self.at + count).map(|spot| spot.c)
    }

    /// Reads commands to the end, or to the parenthesis that closes a substitution.
    pub(super) fn commands(&mut self, is_inside: bool) {
        let mut words = Vec::new();
        let (mut parens, mut cases) = (0_usize, 0_usize);
        loop {
            self.skip_blanks();
            let Some(c) = self.peek() else { break };
            match (c, self.ahead(1)) {
                ('#', _) => self.comment(),
                ('&', Some('>')) => {
                    self.at += 1;
                    self.redirection();
                }
                ('<' | '>', next) if next != Some('(') => self.redirection(),
                ('(', Some('(')) if words.is_empty() => self.arithmetic(),
                ('\n' | ';' | '&' | '|' | '(' | ')', _) => {
                    self.at += 1;
                    self.finish(&mut words, &mut cases);
                    match c {
                        '\n' => self.skip_heres(),
                        '(' => parens += 1,
                        ')' if parens > 0 => parens -= 1,
                        ')' if is_inside && cases == 0 => return,
                        _ => {}
                    }
                }
                _ => words.extend(self.word()),
            }
        }
        // Of what is not closed, nobody knows where it ends.
        self.is_broken |= is_inside;
        self.finish(&mut words, &mut cases);
    }

    fn finish(&mut self, words: &mut Vec<Word>, cases: &mut usize) {
        let first = words.iter().find(|word| !matches!(word.raw.as_str(), "do" | "then" | "else" | "{" | "!"));
        match first.map(|word| word.raw.as_str()) {
            Some("case") => *cases += 1,
            Some("esac") => *cases = cases.saturating_sub(1),
            _ => {}
        }
        let words = std::mem::take(words);
        if !words.is_empty() && !self.is_broken {
            self.found.commands.push(words);
        }
    }

    /// Passes blanks and lines that go on.
    fn skip_blanks(&mut self) {
        loop {
            match (self.peek(), self.ahead(1)) {
                (Some('\\'), Some('\n')) => self.at += 2,
                (Some(c), _) if c != '\n' && c.is_whitespace() => self.at += 1,
                _ => return,
            }
        }
    }

    fn comment(&mut self) {
        let before = self.spots.get(..self.at).unwrap_or_default().iter().rev();
        let is_alone = before.map(|spot| spot.c).find(|c| *c == '\n' || !c.is_whitespace()).is_none_or(|c| c == '\n');
        let line = self.spots.get(self.at).map_or(0, |spot| spot.place.line);
        let mut text = String::new();
        self.at += 1;
        while let Some(c) = self.peek().filter(|c| *c != '\n') {
            text.push(c);
            self.at += 1;
        }
        self.found.comments.push(Comment { line, is_alone, text });
    }

    /// Passes a redirection with the word it leads to.
    fn redirection(&mut self) {
        let start = self.at;
        while self.at - start < 3 && matches!(self.peek(), Some('<' | '>' | '&' | '|')) {
            self.at += 1;
        }
        let operator: String = self.spots.get(start..self.at).unwrap_or_default().iter().map(|spot| spot.c).collect();
        let is_here = operator == "<<";
        let strips_tabs = is_here && self.peek() == Some('-');
        self.at += usize::from(strips_tabs);
        self.skip_blanks();
        let target = self.word();
        if let Some(target) = target.filter(|_| is_here) {
            self.heres.push(Here { delimiter: target.text, strips_tabs });
        }
    }

    /// Passes the documents that begin after a line, which are input of some command.
    fn skip_heres(&mut self) {
        for here in std::mem::take(&mut self.heres) {
            while self.at < self.spots.len() {
                let rest = self.spots.get(self.at..).unwrap_or_default();
                let length = rest.iter().position(|spot| spot.c == '\n').unwrap_or(rest.len());
                let line: String = rest.iter().take(length).map(|spot| spot.c).collect();
                self.at = (self.at + length + 1).min(self.spots.len());
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
        while let Some(c) = self.peek() {
            self.at += 1;
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
    fn word(&mut self) -> Option<Word> {
        let start = self.at;
        let mut word = Quoting::default();
        let mut braces = Braces::default();
        while let Some(c) = self.peek() {
            match (c, self.ahead(1)) {
                ('<' | '>', Some('(')) => {
                    self.at += 1;
                    self.substitution();
                    word.text.push(UNSEEN);
                }
                ('<' | '>' | ';' | '&' | '|' | '(' | ')', _) => break,
                (c, _) if c.is_whitespace() => break,
                ('~', _) if self.at == start => self.pass_unseen(&mut word),
                ('*' | '?' | '[', _) => self.pass_unseen(&mut word),
                _ => {
                    braces.pass(c, self.ahead(1));
                    self.part(&mut word);
                }
            }
        }
        let place = self.spots.get(start)?.place;
        let raw: String = self.spots.get(start..self.at).unwrap_or_default().iter().map(|spot| spot.c).collect();
        if raw.is_empty() {
            // Nothing that can begin a word: it is passed, so that something always is.
            self.at += 1;
            return None;
        }
        let is_number = raw.bytes().all(|byte| byte.is_ascii_digit());
        if is_number && matches!(self.peek(), Some('<' | '>')) {
            return None;
        }
        if raw.ends_with('=') && self.peek() == Some('(') {
            self.at += 1;
            self.array();
        }
        let is_many = word.is_many || braces.expand();
        if braces.expand() {
            word.text.insert(0, UNSEEN);
        }
        Some(Word { text: word.text, is_many, raw, place })
    }

    fn pass_unseen(&mut self, word: &mut Quoting) {
        word.text.push(UNSEEN);
        self.at += 1;
    }

    /// Passes the words of an array. They may be those of a command, but not all of them.
    fn array(&mut self) {
        self.depth += 1;
        loop {
            self.skip_blanks();
            match self.peek().filter(|_| self.depth < DEEPEST) {
                None => return self.give_up(),
                Some(')') => {
                    self.at += 1;
                    self.depth -= 1;
                    return;
                }
                Some('#') => self.comment(),
                Some('\n' | ';' | '&' | '|' | '(' | '<' | '>') => self.at += 1,
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
