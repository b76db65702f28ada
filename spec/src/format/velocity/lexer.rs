//! From a template's text to tokens: text, comments, references, directives. Tokens cover the text without a gap.

use super::blocks::Blocks;
use super::build::{Build, Opening};
use super::cursor::Cursor;
use super::expression;
use super::finding::{Finding, FindingKind};
use super::tree::Word;

/// How many unclosed references and parentheses are read before what comes is taken for text: reading one may look at
/// the whole rest.
const MOST_UNCLOSED: usize = 64;

/// Reads a template. What is wrong with single tokens and with blocks is a finding.
pub(super) fn read<'a, B: Build<'a>>(text: &'a str, build: &mut B) {
    let mut lexer =
        TemplateLexer { cursor: Cursor::new(text), text_from: 0, unclosed: 0, blocks: Blocks::default(), build };
    while !lexer.cursor.is_at_end() {
        lexer.step();
    }
    lexer.flush(text.len());
    lexer.blocks.close(lexer.build);
}

struct TemplateLexer<'a, 'b, B> {
    cursor: Cursor<'a>,
    text_from: usize,
    unclosed: usize,
    blocks: Blocks,
    build: &'b mut B,
}

/// What begins with a dollar sign or hash.
enum Piece<R, L> {
    Text,
    Comment,
    Reference(R),
    Directive(Opening, L),
}

type PieceOf<'a, B> = Piece<<B as Build<'a>>::Reference, <B as Build<'a>>::List>;

impl<'a, B: Build<'a>> TemplateLexer<'a, '_, B> {
    fn step(&mut self) {
        self.cursor.eat_while(|c| !matches!(c, '$' | '#' | '\\'));
        let start = self.cursor.at;
        let piece = match self.cursor.peek() {
            None => return,
            // A backslash takes the meaning from the dollar sign or hash after it, and from a backslash before one.
            Some('\\') => {
                self.cursor.bump();
                if matches!(self.cursor.peek(), Some('$' | '#' | '\\')) {
                    self.cursor.bump();
                }
                return;
            }
            Some('$') if self.unclosed < MOST_UNCLOSED => self.dollar(),
            Some('#') => self.hash(start),
            Some(_) => None,
        };

        let Some(piece) = piece else {
            if self.cursor.at == start {
                self.cursor.bump();
            }
            return;
        };

        self.flush(start);
        let source = self.cursor.since(start);
        match piece {
            Piece::Text => self.build.text(start, source),
            Piece::Comment => self.build.comment(start, source),
            Piece::Reference(reference) => self.build.printed(start, source, reference),
            Piece::Directive(opening, arguments) => {
                self.blocks.take(opening, self.cursor.rest(), self.build);
                self.build.directive(opening, source, arguments);
            }
        }

        self.text_from = self.cursor.at;
    }

    fn flush(&mut self, to: usize) {
        if self.text_from < to {
            let mut upto = self.cursor;
            upto.at = to;
            self.build.text(self.text_from, upto.since(self.text_from));
        }
    }

    fn dollar(&mut self) -> Option<PieceOf<'a, B>> {
        let (reference, closed) = expression::reference(&mut self.cursor, self.build)?;
        self.unclosed += usize::from(!closed);
        Some(Piece::Reference(reference))
    }

    fn hash(&mut self, start: usize) -> Option<PieceOf<'a, B>> {
        self.cursor.bump();
        if self.cursor.eat("#") {
            self.cursor.eat_while(|c| c != '\n');
            return Some(Piece::Comment);
        }
        if self.cursor.eat("*") {
            self.close(start, "*#", "this comment is not closed; end it with `*#`");
            return Some(Piece::Comment);
        }
        if self.cursor.eat("[[") {
            self.close(start, "]]#", "this literal text is not closed; end it with `]]#`");
            return Some(Piece::Text);
        }
        self.directive(start)
    }

    fn close(&mut self, start: usize, close: &str, message: &'static str) {
        if !self.cursor.skip_past(close) {
            self.build.finding(|| Finding::new(FindingKind::UnclosedComment, start, close.len(), message));
        }
    }

    fn directive(&mut self, start: usize) -> Option<PieceOf<'a, B>> {
        let mut ahead = self.cursor;
        let braced = ahead.eat("{");
        let word = word(ahead.eat_while(|c| c.is_ascii_alphanumeric() || c == '_'))?;
        if braced && !ahead.eat("}") {
            return None;
        }
        let opening = Opening { word, offset: start, length: ahead.at - start };
        let mut inside = ahead;
        inside.skip_space();
        let name = ahead.since(start);
        if !inside.eat("(") {
            return self.without_parentheses(ahead, opening, name);
        }
        if matches!(word, Word::Else | Word::End | Word::Leave) {
            self.cursor = ahead;
            return Some(Piece::Directive(opening, B::List::default()));
        }

        self.cursor = inside;
        let build = &mut *self.build;
        if let Some(arguments) = inside.deeper(|inner| arguments(inner, word, build)) {
            self.cursor = inside;
            return Some(Piece::Directive(opening, arguments));
        }

        self.unreadable(opening, self.cursor.at, name);
        Some(Piece::Directive(opening, B::List::default()))
    }

    fn without_parentheses(&mut self, after: Cursor<'a>, opening: Opening, name: &str) -> Option<PieceOf<'a, B>> {
        match opening.word {
            // Without parentheses these are text, not directives.
            Word::Set | Word::Define | Word::Macro => return None,
            Word::If | Word::ElseIf | Word::Foreach => self.build.finding(|| {
                let message = format!("`{name}` needs parentheses; write `{name}(…)`");
                Finding::new(FindingKind::MissingArguments, opening.offset, opening.length, message)
            }),
            Word::Else | Word::End | Word::Leave => {}
        }
        self.cursor = after;
        Some(Piece::Directive(opening, B::List::default()))
    }

    /// Steps past the parentheses of a directive by their count, and says what is wrong with them.
    fn unreadable(&mut self, opening: Opening, inside: usize, name: &str) {
        let closed = self.unclosed < MOST_UNCLOSED && skip_parentheses(&mut self.cursor);
        if !closed {
            self.cursor.at = inside;
            self.unclosed += 1;
        }
        self.build.finding(|| {
            let (kind, message) = if closed {
                (FindingKind::BadArguments, bad_arguments(opening.word, name))
            } else {
                let message = format!("the parentheses of `{name}` are not closed; add a `)`");
                (FindingKind::UnclosedArguments, message)
            };
            Finding::new(kind, opening.offset, opening.length, message)
        });
    }
}

fn word(name: &str) -> Option<Word> {
    Some(match name {
        "if" => Word::If,
        "elseif" => Word::ElseIf,
        "else" => Word::Else,
        "end" => Word::End,
        "foreach" => Word::Foreach,
        "set" => Word::Set,
        "macro" => Word::Macro,
        "define" => Word::Define,
        "break" | "stop" => Word::Leave,
        _ => return None,
    })
}

fn bad_arguments(word: Word, name: &str) -> String {
    match word {
        Word::Set => format!("cannot parse `{name}`; write `#set($name = value)`"),
        Word::Foreach => format!("cannot parse `{name}`; write `#foreach($entry in $list)`"),
        _ => format!("cannot parse the condition of `{name}`; compare with `==`, join with `&&` and `||`"),
    }
}

/// Reads what the parentheses of a directive contain, and the closing one.
fn arguments<'a, B: Build<'a>>(cursor: &mut Cursor<'a>, word: Word, build: &mut B) -> Option<B::List> {
    let mut arguments = B::List::default();
    if matches!(word, Word::Macro | Word::Define) {
        return skip_parentheses(cursor).then_some(arguments);
    }
    let first = expression::operation(cursor, build)?;
    build.push(&mut arguments, first);
    cursor.skip_space();
    let between = match word {
        Word::Set => Some("="),
        Word::Foreach => Some("in"),
        _ => None,
    };
    if let Some(between) = between {
        cursor.eat(between).then_some(())?;
        let second = expression::operation(cursor, build)?;
        build.push(&mut arguments, second);
        cursor.skip_space();
    }
    cursor.eat(")").then_some(arguments)
}

/// Steps past the parenthesis that closes the one before the cursor. Those in quotes do not count.
fn skip_parentheses(cursor: &mut Cursor<'_>) -> bool {
    let mut open = 1_usize;
    while let Some(c) = cursor.bump() {
        match c {
            '(' => open += 1,
            ')' => open -= 1,
            '\'' | '"' => {
                let mut ahead = *cursor;
                if ahead.skip_past(if c == '"' { "\"" } else { "'" }) {
                    *cursor = ahead;
                }
            }
            _ => {}
        }
        if open == 0 {
            return true;
        }
    }
    false
}
