//! Statements: text, references, directives and their blocks.

use std::rc::Rc;

use super::expression::block;
use super::stream::{Parsed, Parser, Span, syntax};
use crate::velocity::lexer::Kind;
use crate::velocity::tree::{Assignment, Block, Branch, Definition, Expression, Foreach, Node, Reference};

/// The directives besides `#if` and `#set`. `#evaluate` is none: API Gateway takes it out.
const DIRECTIVES: [&str; 8] = ["foreach", "include", "parse", "macro", "literal", "break", "define", "stop"];

/// An argument of a directive.
struct DirectiveArgument {
    value: Expression,
    span: Span,
    is_word: bool,
}

impl Parser<'_> {
    /// Reads the whole template.
    pub(super) fn template(&mut self) -> Parsed<Block> {
        let nodes = self.statements()?;
        if self.peek(1)? == Kind::End {
            return Ok(block(nodes));
        }
        Err(match self.peek(1)? {
            Kind::EndDirective => self.unexpected("`#if` or `#foreach` before this `#end`"),
            Kind::Else | Kind::ElseIf => self.unexpected("`#if` before this branch"),
            _ => self.unexpected("text or a directive"),
        })
    }

    /// Reads a string as a template of its own, which knows the macros of this one.
    pub(super) fn interpolated(&mut self, text: &str) -> Parsed<Block> {
        let mut parser = Parser::over(text);
        parser.macros = self.macros.iter().filter_map(|name| find(text, name)).collect();
        parser.template()
    }

    fn statements(&mut self) -> Parsed<Vec<Node>> {
        let (mut nodes, mut text) = (Vec::new(), String::new());
        while begins_statement(self.peek(1)?) {
            match self.statement()? {
                None => {}
                Some(Node::Text(more)) => text.push_str(&more),
                Some(node) => {
                    push_text(&mut text, &mut nodes);
                    nodes.push(node);
                }
            }
        }
        push_text(&mut text, &mut nodes);
        Ok(nodes)
    }

    fn block(&mut self) -> Parsed<Block> {
        self.deeper(|this| this.statements().map(block))
    }

    fn statement(&mut self) -> Parsed<Option<Node>> {
        if self.peek(1)? == Kind::If {
            return self.conditional().map(Some);
        }
        if self.is_at_reference()? {
            let (reference, _) = self.reference()?;
            return Ok(Some(Node::Reference(reference)));
        }
        match self.peek(1)? {
            Kind::LineComment | Kind::FormalCommentClose | Kind::CommentClose => self.comment().map(Some),
            Kind::TextBlock => {
                let at = self.advance()?;
                let image = self.image(at);
                Ok(Some(Node::Text(image.get(3..image.len().saturating_sub(3)).unwrap_or("").into())))
            }
            Kind::Set => self.set().map(Some),
            Kind::EscapedDirective => self.escaped_directive().map(Some),
            Kind::DoubleEscape => self.escape().map(Some),
            Kind::Word | Kind::BracedWord => self.directive(),
            _ => {
                let at = self.advance()?;
                Ok(Some(Node::Text(self.token_literal(at).into())))
            }
        }
    }

    /// A comment prints what stands before it in its first token.
    fn comment(&mut self) -> Parsed<Node> {
        let at = self.advance()?;
        if self.token(at).kind == Kind::LineComment {
            self.eat(Kind::LineCommentEnd)?;
        }
        let image = self.image(at);
        let start = image.find("##").or_else(|| image.find("#*")).unwrap_or(0);
        Ok(Node::Text(image.get(..start).unwrap_or("").into()))
    }

    /// Backslashes before a directive lose half of their number.
    fn escape(&mut self) -> Parsed<Node> {
        let mut count = 0;
        while self.eat(Kind::DoubleEscape)? {
            count += 1;
        }
        let next = self.peek(1)?;
        let image = self.image(self.position() + 1);
        let is_control = matches!(next, Kind::If | Kind::Else | Kind::ElseIf | Kind::EndDirective)
            || image.get(1..).is_some_and(|name| self.is_directive(name));
        Ok(Node::Text(if is_control { "\\" } else { "\\\\" }.repeat(count).into()))
    }

    fn escaped_directive(&mut self) -> Parsed<Node> {
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
        Ok(Node::Text(self.shown(at).into()))
    }

    fn is_directive(&self, name: &str) -> bool {
        DIRECTIVES.contains(&name) || self.macros.contains(name)
    }

    fn conditional(&mut self) -> Parsed<Node> {
        self.expect(Kind::If, "`#if`")?;
        let mut branches = vec![self.branch()?];
        while self.eat(Kind::ElseIf)? {
            branches.push(self.branch()?);
        }
        if self.eat(Kind::Else)? {
            branches.push(Branch { condition: None, body: self.block()? });
        }
        self.expect(Kind::EndDirective, "`#end` for this `#if`")?;
        Ok(Node::If(branches))
    }

    fn branch(&mut self) -> Parsed<Branch> {
        self.eat(Kind::Space)?;
        self.expect(Kind::ParenOpen, "a condition in parentheses")?;
        let (condition, _) = self.expression()?;
        self.expect(Kind::ParenClose, "a closing parenthesis after the condition")?;
        Ok(Branch { condition: Some(condition), body: self.block()? })
    }

    fn set(&mut self) -> Parsed<Node> {
        self.expect(Kind::Set, "`#set(`")?;
        self.eat(Kind::Space)?;
        if !matches!(self.peek(1)?, Kind::Identifier | Kind::ReferenceOpen) {
            return Err(self.unexpected("a reference to assign to, as in `#set($name = value)`"));
        }
        let (to, span) = self.reference()?;
        let variable = first_variable(self.image(span.first));
        self.eat(Kind::Space)?;
        self.expect(Kind::Assign, "`=`, as in `#set($name = value)`")?;
        let (value, _) = self.expression()?;
        self.expect(Kind::ParenClose, "a closing parenthesis after the value")?;
        self.lexer.leave_set();
        Ok(Node::Set(Box::new(Assignment { to, variable, value })))
    }

    fn directive(&mut self) -> Parsed<Option<Node>> {
        let first = self.advance()?;
        let image = self.image(first);
        let name = match self.token(first).kind {
            Kind::BracedWord => image.get(2..image.len().saturating_sub(1)),
            _ => image.get(1..),
        };
        let name = name.unwrap_or("");
        self.lexer.enter_directive();
        if !self.lexer.is_before_parenthesis() {
            self.lexer.leave_directive();
            return self.bare_directive(first, name).map(Some);
        }
        self.eat(Kind::Space)?;
        self.expect(Kind::ParenOpen, "an opening parenthesis")?;
        let arguments = self.directive_arguments(first, name)?;
        self.eat(Kind::Space)?;
        self.expect(Kind::ParenClose, "a closing parenthesis")?;
        let offset = self.token(first).start;

        match name {
            "parse" => Ok(Some(Node::Resource("#parse".into(), offset))),
            "include" if arguments.is_empty() => Ok(None),
            "include" => Ok(Some(Node::Resource("#include".into(), offset))),
            "break" => Self::single(arguments, offset).map(|scope| Some(Node::Break(scope))),
            "stop" => Self::single(arguments, offset).map(|message| Some(Node::Stop(message))),
            "foreach" | "define" | "literal" | "macro" => self.block_directive(name, arguments, offset),
            _ => {
                if name.starts_with('@') {
                    self.block()?;
                    self.expect(Kind::EndDirective, "`#end` for this block")?;
                }
                Ok(Some(self.source(Span { first, last: self.position() })))
            }
        }
    }

    /// A directive without parentheses.
    fn bare_directive(&mut self, first: usize, name: &str) -> Parsed<Node> {
        let offset = self.token(first).start;
        match name {
            "stop" => Ok(Node::Stop(None)),
            "break" => Ok(Node::Break(None)),
            "parse" => Ok(Node::Resource("#parse".into(), offset)),
            "include" => Ok(Node::Text("".into())),
            "foreach" | "define" | "literal" | "macro" => {
                Err(syntax(offset, format!("`#{name}` needs parentheses; write `#{name}(…)`")))
            }
            _ if name.starts_with('@') => Ok(Node::Text(format!("#{name}").into())),
            _ => Ok(self.source(Span { first, last: first })),
        }
    }

    /// What a call of a macro prints, since no macro is ever defined: its tokens.
    fn source(&self, span: Span) -> Node {
        Node::Text((span.first..=span.last).map(|index| self.shown(index)).collect::<String>().into())
    }

    fn single(arguments: Vec<DirectiveArgument>, offset: usize) -> Parsed<Option<Expression>> {
        if arguments.len() > 1 {
            return Err(syntax(offset, "this directive takes one argument; take the others out"));
        }
        Ok(arguments.into_iter().next().map(|argument| argument.value))
    }

    fn directive_arguments(&mut self, first: usize, name: &str) -> Parsed<Vec<DirectiveArgument>> {
        let mut arguments: Vec<DirectiveArgument> = Vec::new();

        while self.is_at_argument()? {
            self.eat(Kind::Space)?;
            if self.eat(Kind::Comma)? {
                self.eat(Kind::Space)?;
            }
            let argument = if self.eat(Kind::Word)? {
                let at = self.position();
                DirectiveArgument { value: Expression::Word, span: Span { first: at, last: at }, is_word: true }
            } else {
                let (value, span) = self.simple_value()?;
                DirectiveArgument { value, span, is_word: false }
            };
            let at = arguments.len();
            let is_macro_name = name == "macro" && at == 0;
            let may_be_word = is_macro_name || !DIRECTIVES.contains(&name) || (name == "foreach" && at == 1);
            if argument.is_word != is_macro_name && (is_macro_name || !may_be_word) {
                let message = if is_macro_name {
                    "`#macro` takes a bare name first; write `#macro(name $argument)`".to_owned()
                } else {
                    format!("`#{name}` does not take a bare word here; write a reference or a string")
                };
                return Err(syntax(self.token(first).start, message));
            }
            arguments.push(argument);
        }
        Ok(arguments)
    }

    fn block_directive(
        &mut self,
        name: &str,
        arguments: Vec<DirectiveArgument>,
        offset: usize,
    ) -> Parsed<Option<Node>> {
        self.peek(1)?;
        let start = self.position();
        let body = self.block()?;
        let inside = Span { first: start + 1, last: self.position() };
        self.expect(Kind::EndDirective, &format!("`#end` for this `#{name}`"))?;

        match name {
            "macro" => {
                let Some(first) = arguments.first() else {
                    return Err(syntax(offset, "`#macro` takes a name; write `#macro(name $argument)`"));
                };
                self.macros.insert(self.image(first.span.first));
                Ok(None)
            }
            "literal" => match arguments.first() {
                Some(argument) => Ok(Some(Node::Text(self.literal(argument.span).into()))),
                None if inside.last > start => Ok(Some(Node::Text(self.literal(inside).into()))),
                None => Err(syntax(offset, "`#literal()` has to contain something; take it out")),
            },
            "define" => match arguments.as_slice() {
                [argument] => {
                    let name = first_variable(self.image(argument.span.first));
                    Ok(Some(Node::Define(Rc::new(Definition { name, body }))))
                }
                _ => Err(syntax(offset, "`#define` takes one reference; write `#define($name)`")),
            },
            _ => {
                let variable = match arguments.first() {
                    Some(DirectiveArgument { value: Expression::Reference(reference), .. }) => {
                        let Reference { root, .. } = &**reference;
                        Rc::clone(root)
                    }
                    Some(argument) => first_variable(self.image(argument.span.first)),
                    None => Rc::from(""),
                };
                let arguments = arguments.into_iter().map(|argument| argument.value).collect();
                Ok(Some(Node::Foreach(Box::new(Foreach { variable, arguments, body, offset }))))
            }
        }
    }
}

/// Makes a statement of the text that was collected.
fn push_text(text: &mut String, nodes: &mut Vec<Node>) {
    if !text.is_empty() {
        nodes.push(Node::Text(std::mem::take(text).into()));
    }
}

/// The variable that a token names to a directive: whatever comes after its first character.
fn first_variable(image: &str) -> Rc<str> {
    let mut rest = image.chars();
    rest.next();
    rest.as_str().into()
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
