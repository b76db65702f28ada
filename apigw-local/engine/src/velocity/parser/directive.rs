//! Directives that are named by a word.

use super::statement::Statement;
use super::stream::{Parsed, Parser, Span, syntax};
use crate::velocity::lexer::Kind;
use crate::velocity::tree::{Expression, Foreach, Node, place};

/// The directives besides `#if` and `#set`. `#evaluate` is none: API Gateway takes it out.
const DIRECTIVES: [&str; 8] = ["foreach", "include", "parse", "macro", "literal", "break", "define", "stop"];

/// An argument of a directive.
struct DirectiveArgument {
    value: Expression,
    span: Span,
    is_word: bool,
}

impl Parser<'_> {
    /// Whether there is a directive or a macro of a name.
    pub(super) fn is_directive(&self, name: &str) -> bool {
        DIRECTIVES.contains(&name) || self.macros.contains(name)
    }

    pub(super) fn directive(&mut self) -> Parsed<Statement> {
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
            return self.bare_directive(first, name);
        }
        self.eat(Kind::Space)?;
        self.expect(Kind::ParenOpen, "an opening parenthesis")?;
        let arguments = self.directive_arguments(first, name)?;
        self.eat(Kind::Space)?;
        self.expect(Kind::ParenClose, "a closing parenthesis")?;
        let offset = self.token(first).start;

        match name {
            "parse" => Ok(Statement::Node(Node::Resource("#parse", place(offset)))),
            "include" if arguments.is_empty() => Ok(Statement::Nothing),
            "include" => Ok(Statement::Node(Node::Resource("#include", place(offset)))),
            "break" => Self::only(&arguments, offset).map(|scope| Statement::Node(Node::Break(scope))),
            "stop" => Self::only(&arguments, offset).map(|message| Statement::Node(Node::Stop(message))),
            "foreach" | "define" | "literal" | "macro" => self.block_directive(name, &arguments, offset),
            _ => {
                if name.starts_with('@') {
                    self.block()?;
                    self.expect(Kind::EndDirective, "`#end` for this block")?;
                }
                Ok(self.source(Span { first, last: self.position() }))
            }
        }
    }

    /// A directive without parentheses.
    fn bare_directive(&mut self, first: usize, name: &str) -> Parsed<Statement> {
        let offset = self.token(first).start;
        match name {
            "stop" => Ok(Statement::Node(Node::Stop(None))),
            "break" => Ok(Statement::Node(Node::Break(None))),
            "parse" => Ok(Statement::Node(Node::Resource("#parse", place(offset)))),
            "include" => Ok(Statement::Nothing),
            "foreach" | "define" | "literal" | "macro" => {
                Err(syntax(offset, format!("`#{name}` needs parentheses; write `#{name}(…)`")))
            }
            _ if name.starts_with('@') => Ok(Statement::Text(format!("#{name}"))),
            _ => Ok(self.source(Span { first, last: first })),
        }
    }

    /// What a call of a macro prints, since no macro is ever defined: its tokens.
    fn source(&self, span: Span) -> Statement {
        Statement::Text((span.first..=span.last).map(|index| self.shown(index)).collect())
    }

    fn only(arguments: &[DirectiveArgument], offset: usize) -> Parsed<Option<Expression>> {
        if arguments.len() > 1 {
            return Err(syntax(offset, "this directive takes one argument; take the others out"));
        }
        Ok(arguments.first().map(|argument| argument.value))
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

    fn block_directive(&mut self, name: &str, arguments: &[DirectiveArgument], offset: usize) -> Parsed<Statement> {
        self.peek(1)?;
        let start = self.position();
        let body = self.block()?;
        let inside = Span { first: start + 1, last: self.position() };
        if !self.eat(Kind::EndDirective)? {
            return Err(self.unexpected(&format!("`#end` for this `#{name}`")));
        }

        match name {
            "macro" => {
                let Some(first) = arguments.first() else {
                    return Err(syntax(offset, "`#macro` takes a name; write `#macro(name $argument)`"));
                };
                self.macros.insert(self.image(first.span.first));
                Ok(Statement::Nothing)
            }
            "literal" => {
                let span = match arguments.first() {
                    Some(argument) => argument.span,
                    None if inside.last > start => inside,
                    None => return Err(syntax(offset, "`#literal()` has to contain something; take it out")),
                };
                Ok(Statement::Text((span.first..=span.last).map(|index| self.token_literal(index)).collect()))
            }
            "define" => match arguments {
                [argument] => {
                    let variable = self.first_variable(argument.span.first);
                    Ok(Statement::Node(Node::Define(variable, body)))
                }
                _ => Err(syntax(offset, "`#define` takes one reference; write `#define($name)`")),
            },
            _ => {
                let variable = match arguments.first() {
                    Some(DirectiveArgument { value: Expression::Reference(at), .. }) => {
                        self.build.tree.reference(*at).map_or(0, |reference| reference.variable)
                    }
                    Some(argument) => self.first_variable(argument.span.first),
                    None => self.build.tree.names.slot(""),
                };
                let begin = self.begin::<Expression>();
                for argument in arguments {
                    self.push(argument.value);
                }
                let arguments = self.end::<Expression>(begin);
                self.build.tree.loops.push(Foreach { variable, arguments, body, offset: place(offset) });
                Ok(Statement::Node(Node::Foreach(place(self.build.tree.loops.len() - 1))))
            }
        }
    }
}
