//! Statements: text, references, directives and their blocks.

use std::ops::Range;

use super::build::Build;
use super::stream::{Parsed, Parser};
use crate::velocity::lexer::Kind;
use crate::velocity::names::Slot;
use crate::velocity::tree::{Block, Branch, Node};

/// What a statement is.
pub(super) enum Statement {
    /// Nothing.
    Nothing,
    /// A part of the text, which is printed as it is.
    Part(Range<usize>),
    /// Another text.
    Text(String),
    /// Anything else.
    Node(Node),
}

/// Text that is not ended yet: a part of the template, unless it had to be put together.
#[derive(Default)]
struct OpenText {
    part: Range<usize>,
    other: String,
}

impl Parser<'_> {
    /// Reads the whole template.
    pub(super) fn template(&mut self) -> Parsed<Block> {
        let block = self.statements()?;
        if self.peek(1)? == Kind::End {
            return Ok(block);
        }
        Err(match self.peek(1)? {
            Kind::EndDirective => self.unexpected("`#if` or `#foreach` before this `#end`"),
            Kind::Else | Kind::ElseIf => self.unexpected("`#if` before this branch"),
            _ => self.unexpected("text or a directive"),
        })
    }

    /// Reads a string as a template of its own, which knows the macros of this one.
    pub(super) fn interpolated(&mut self, text: &str) -> Parsed<Block> {
        let base = self.build.extra(text).range().start;
        let build: Build = std::mem::take(&mut self.build);
        let mut parser = Parser::over(text, base, build);
        parser.macros = self.macros.iter().filter_map(|name| find(text, name)).collect();
        let block = parser.template();
        self.build = parser.build;
        parser.space.leave();
        block
    }

    fn statements(&mut self) -> Parsed<Block> {
        let begin = self.begin::<Node>();
        let mut text = OpenText::default();
        while begins_statement(self.peek(1)?) {
            match self.statement()? {
                Statement::Nothing => {}
                Statement::Part(part) => self.add_part(part, &mut text),
                Statement::Text(more) => {
                    self.own(&mut text);
                    text.other.push_str(&more);
                }
                Statement::Node(node) => {
                    self.push_text(&mut text);
                    self.push(node);
                }
            }
        }
        self.push_text(&mut text);
        Ok(self.end::<Node>(begin))
    }

    fn add_part(&mut self, part: Range<usize>, text: &mut OpenText) {
        if part.is_empty() {
            return;
        }
        if text.other.is_empty() && text.part.is_empty() {
            text.part = part;
        } else if text.other.is_empty() && text.part.end == part.start {
            text.part.end = part.end;
        } else {
            self.own(text);
            text.other.push_str(self.lexer.text().get(part).unwrap_or(""));
        }
    }

    /// Makes text that is put together of a part of the template.
    fn own(&self, text: &mut OpenText) {
        text.other.push_str(self.lexer.text().get(std::mem::take(&mut text.part)).unwrap_or(""));
    }

    /// Makes a statement of the text that was collected.
    fn push_text(&mut self, text: &mut OpenText) {
        let source = if !text.part.is_empty() {
            self.part(std::mem::take(&mut text.part))
        } else if !text.other.is_empty() {
            let source = self.build.extra(&text.other);
            text.other.clear();
            source
        } else {
            return;
        };
        self.push(Node::Text(source));
    }

    pub(super) fn block(&mut self) -> Parsed<Block> {
        self.deeper(Self::statements)
    }

    fn statement(&mut self) -> Parsed<Statement> {
        let next = self.peek(1)?;
        if next == Kind::If {
            return self.conditional().map(Statement::Node);
        }
        if self.is_at_reference()? {
            return Ok(Statement::Node(Node::Reference(self.reference()?.0)));
        }

        match next {
            Kind::LineComment | Kind::FormalCommentClose | Kind::CommentClose => self.comment(),
            Kind::TextBlock => {
                let at = self.advance()?;
                let token = self.token(at);
                let end = token.end.saturating_sub(3);
                Ok(Statement::Part((token.start + 3).min(end)..end))
            }
            Kind::Set => self.set().map(Statement::Node),
            Kind::EscapedDirective => self.escaped_directive(),
            Kind::DoubleEscape => self.escape(),
            Kind::Word | Kind::BracedWord => self.directive(),
            _ => {
                let at = self.advance()?;
                if self.is_literal(at) {
                    let token = self.token(at);
                    return Ok(Statement::Part(token.start..token.end));
                }
                Ok(Statement::Text(self.token_literal(at)))
            }
        }
    }

    /// A comment prints what stands before it in its first token.
    fn comment(&mut self) -> Parsed<Statement> {
        let at = self.advance()?;
        if self.token(at).kind == Kind::LineComment {
            self.eat(Kind::LineCommentEnd)?;
        }
        let image = self.image(at);
        let length = image.find("##").or_else(|| image.find("#*")).unwrap_or(0);
        let start = self.token(at).start;
        Ok(Statement::Part(start..start + length))
    }

    /// Backslashes before a directive lose half of their number.
    fn escape(&mut self) -> Parsed<Statement> {
        let mut count = 0;
        while self.eat(Kind::DoubleEscape)? {
            count += 1;
        }
        let next = self.peek(1)?;
        let image = self.image(self.position() + 1);
        let is_control = matches!(next, Kind::If | Kind::Else | Kind::ElseIf | Kind::EndDirective)
            || image.get(1..).is_some_and(|name| self.is_directive(name));
        Ok(Statement::Text(if is_control { "\\" } else { "\\\\" }.repeat(count)))
    }

    fn escaped_directive(&mut self) -> Parsed<Statement> {
        let at = self.advance()?;
        let image = self.image(at);
        let slashes = image.len() - image.trim_start_matches('\\').len();
        let directive = image.get(slashes..).unwrap_or("");
        let name = directive.get(1..).unwrap_or("");
        let name = name.strip_prefix('{').and_then(|name| name.strip_suffix('}')).unwrap_or(name);
        let is_known = self.is_directive(name) || matches!(name, "if" | "end" | "set" | "else" | "elseif");
        if is_known {
            let kept = format!("{}{directive}", "\\".repeat(slashes.saturating_sub(1) / 2));
            self.replace(at, kept);
        }
        Ok(Statement::Text(self.shown(at).to_owned()))
    }

    fn conditional(&mut self) -> Parsed<Node> {
        self.expect(Kind::If, "`#if`")?;
        let begin = self.begin::<Branch>();
        self.branch()?;
        while self.eat(Kind::ElseIf)? {
            self.branch()?;
        }
        if self.eat(Kind::Else)? {
            let body = self.block()?;
            self.push(Branch { condition: None, body });
        }
        self.expect(Kind::EndDirective, "`#end` for this `#if`")?;
        Ok(Node::If(self.end::<Branch>(begin)))
    }

    fn branch(&mut self) -> Parsed<()> {
        self.eat(Kind::Space)?;
        self.expect(Kind::ParenOpen, "a condition in parentheses")?;
        let (condition, _) = self.expression()?;
        self.expect(Kind::ParenClose, "a closing parenthesis after the condition")?;
        let body = self.block()?;
        self.push(Branch { condition: Some(condition), body });
        Ok(())
    }

    fn set(&mut self) -> Parsed<Node> {
        self.expect(Kind::Set, "`#set(`")?;
        self.eat(Kind::Space)?;
        if !matches!(self.peek(1)?, Kind::Identifier | Kind::ReferenceOpen) {
            return Err(self.unexpected("a reference to assign to, as in `#set($name = value)`"));
        }
        let (to, span) = self.reference()?;
        let variable = self.first_variable(span.first);
        self.eat(Kind::Space)?;
        self.expect(Kind::Assign, "`=`, as in `#set($name = value)`")?;
        let (value, _) = self.expression()?;
        self.expect(Kind::ParenClose, "a closing parenthesis after the value")?;
        self.lexer.leave_set();
        Ok(Node::Set(to, variable, value))
    }

    /// The variable that a token names to a directive: whatever comes after its first character.
    pub(super) fn first_variable(&mut self, token: usize) -> Slot {
        let mut rest = self.image(token).chars();
        rest.next();
        self.build.tree.names.slot(rest.as_str())
    }
}

/// The part of `text` that says `name`, if there is one.
fn find<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let at = text.find(name)?;
    text.get(at..at + name.len())
}

fn begins_statement(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::ParenOpen
            | Kind::ParenClose
            | Kind::EscapedDirective
            | Kind::Set
            | Kind::LineComment
            | Kind::DoubleEscape
            | Kind::Escape
            | Kind::Text
            | Kind::FormalCommentClose
            | Kind::CommentClose
            | Kind::TextBlock
            | Kind::String
            | Kind::If
            | Kind::Integer
            | Kind::Float
            | Kind::Word
            | Kind::BracedWord
            | Kind::Identifier
            | Kind::Dot
            | Kind::ReferenceOpen
            | Kind::ReferenceClose
            | Kind::EmptyIndex
    )
}
