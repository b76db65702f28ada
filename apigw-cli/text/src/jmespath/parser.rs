//! Parses tokens into a tree, by operator precedence.

use crate::document::Document;
use crate::jmespath::lexer::{Token, TokenKind, tokens};

/// A part of an expression.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Ast {
    /// The current value.
    Current,
    /// A member of the current value.
    Field(String),
    /// An item of it.
    Index(i128),
    /// Items of it.
    Slice([Option<i128>; 3]),
    /// A value of the expression.
    Literal(Document),
    /// Parts applied one after the other: dots, indexes and pipes.
    Chain(Vec<Ast>),
    /// The right part applied to each item of a list.
    Projection(Box<Ast>, Box<Ast>),
    /// The right part applied to each value of a map.
    ValueProjection(Box<Ast>, Box<Ast>),
    /// The second part applied to each item that passes the third.
    FilterProjection(Box<Ast>, Box<Ast>, Box<Ast>),
    /// Lists inside a list merged into it.
    Flatten(Box<Ast>),
    /// A comparison, named by its token.
    Comparison(&'static str, Box<Ast>, Box<Ast>),
    /// The first part that is true.
    Or(Vec<Ast>),
    /// The first part that is false, or the last.
    And(Vec<Ast>),
    /// Negation.
    Not(Box<Ast>),
    /// A list of results.
    List(Vec<Ast>),
    /// A map of results.
    Map(Vec<(String, Ast)>),
    /// A function call.
    Call(String, Vec<Ast>),
    /// An expression as an argument.
    Reference(Box<Ast>),
}

/// How deep an expression may nest, so that it cannot exhaust the stack.
const MAX_DEPTH: usize = 160;
/// How many operators may nest their left operand.
const MOST_NESTING: usize = 200;
const TOO_DEEP: &str = "Invalid JMESPath expression: too many levels.";
/// Tokens that bind weaker than this end a projection.
const PROJECTION_STOP: u8 = 10;
const STAR: u8 = 20;

/// Parses an expression. The error is the complete message.
pub(crate) fn parse(expression: &str) -> Result<Ast, String> {
    let mut parser = Parser { expression, tokens: tokens(expression)?, at: 0, depth: 0, nesting: 0 };
    let node = parser.expression(0)?;
    let token = parser.token();
    if token.kind == TokenKind::End {
        return Ok(node);
    }
    Err(parser.problem(&token, &format!("Unexpected token: {}", token.kind.text())))
}

struct Parser<'e> {
    expression: &'e str,
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    nesting: usize,
}

type Parsed = Result<Ast, String>;

impl Parser<'_> {
    /// The current token; past the end, the end token.
    fn token(&self) -> Token {
        self.ahead(0)
    }

    fn ahead(&self, by: usize) -> Token {
        let token = self.tokens.get(self.at + by).or(self.tokens.last());
        token.cloned().unwrap_or(Token { kind: TokenKind::End, start: 0 })
    }

    fn is(&self, name: &str) -> bool {
        self.token().kind.name() == name
    }

    fn problem(&self, token: &Token, what: &str) -> String {
        let (name, text) = (token.kind.name().to_uppercase(), token.kind.text());
        self.placed(
            &format!("{what}: Parse error at column {}, token \"{text}\" ({name}), for expression", token.start),
            token.start,
        )
    }

    fn placed(&self, what: &str, at: usize) -> String {
        format!("{what}:\n\"{}\"\n{}^", self.expression, " ".repeat(at + 1))
    }

    fn incomplete(&self) -> String {
        self.placed("Invalid jmespath expression: Incomplete expression", self.expression.chars().count())
    }

    fn unexpected(&self, expected: &str) -> String {
        let token = self.token();
        if token.kind == TokenKind::End {
            return self.incomplete();
        }
        self.problem(&token, &format!("Expecting: {expected}, got: {}", token.kind.name()))
    }

    fn pass(&mut self, name: &str) -> Result<(), String> {
        if !self.is(name) {
            return Err(self.unexpected(name));
        }
        self.at += 1;
        Ok(())
    }

    /// Counts an operator that nests its left operand.
    fn nest(&mut self) -> Result<(), String> {
        self.nesting += 1;
        if self.nesting > MOST_NESTING { Err(TOO_DEEP.to_owned()) } else { Ok(()) }
    }

    fn expression(&mut self, power: u8) -> Parsed {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(TOO_DEEP.to_owned());
        }
        let token = self.token();
        self.at += 1;
        let mut left = self.prefix(&token)?;
        while power < self.token().kind.power() {
            let token = self.token();
            self.at += 1;
            left = self.infix(left, &token)?;
        }
        self.depth -= 1;
        Ok(left)
    }

    /// Reads an expression that starts with a token.
    fn prefix(&mut self, token: &Token) -> Parsed {
        match &token.kind {
            TokenKind::Literal(value) => Ok(Ast::Literal(value.clone())),
            TokenKind::Name(name) => Ok(Ast::Field(name.clone())),
            TokenKind::QuotedName(name) => {
                if self.is("lparen") {
                    let paren = Token { kind: self.token().kind, start: 0 };
                    return Err(self.problem(&paren, "Quoted identifier not allowed for function names."));
                }
                Ok(Ast::Field(name.clone()))
            }
            TokenKind::End => Err(self.incomplete()),
            TokenKind::Number(_) => Err(self.problem(token, "invalid token")),
            TokenKind::Symbol(symbol) => match symbol.name {
                "star" => {
                    let right = if self.is("rbracket") { Ast::Current } else { self.projected(STAR)? };
                    Ok(Ast::ValueProjection(Box::new(Ast::Current), Box::new(right)))
                }
                "filter" => self.filter(Ast::Current),
                "lbrace" => self.multi_map(),
                "lparen" => {
                    let inside = self.expression(0)?;
                    self.pass("rparen")?;
                    Ok(inside)
                }
                "flatten" => self.flatten(Ast::Current),
                "not" => Ok(Ast::Not(Box::new(self.expression(45)?))),
                "lbracket" => self.bracket(),
                "current" => Ok(Ast::Current),
                "expref" => Ok(Ast::Reference(Box::new(self.expression(0)?))),
                _ => Err(self.problem(token, "invalid token")),
            },
        }
    }

    /// Reads the continuation of an expression.
    fn infix(&mut self, left: Ast, token: &Token) -> Parsed {
        let TokenKind::Symbol(symbol) = token.kind else { return Err(self.problem(token, "invalid token")) };
        let power = symbol.power;

        match symbol.name {
            "dot" if self.is("star") => {
                self.nest()?;
                self.at += 1;
                let right = self.projected(power)?;
                Ok(Ast::ValueProjection(Box::new(left), Box::new(right)))
            }
            "dot" => Ok(chain(left, self.after_dot(power)?)),
            "pipe" => Ok(chain(left, self.expression(power)?)),
            "or" => {
                let right = self.expression(power)?;
                Ok(if let Ast::Or(mut parts) = left {
                    parts.push(right);
                    Ast::Or(parts)
                } else {
                    Ast::Or(vec![left, right])
                })
            }
            "and" => {
                let right = self.expression(power)?;
                Ok(if let Ast::And(mut parts) = left {
                    parts.push(right);
                    Ast::And(parts)
                } else {
                    Ast::And(vec![left, right])
                })
            }
            "lparen" => self.call(left),
            "filter" => self.filter(left),
            "flatten" => self.flatten(left),
            "lbracket" => self.index(left),
            "eq" | "ne" | "lt" | "lte" | "gt" | "gte" => {
                self.nest()?;
                let right = self.expression(power)?;
                Ok(Ast::Comparison(symbol.name, Box::new(left), Box::new(right)))
            }
            _ => {
                self.at -= 1;
                Err(self.problem(token, "invalid token"))
            }
        }
    }

    fn call(&mut self, left: Ast) -> Parsed {
        let Ast::Field(name) = left else {
            let token =
                self.at.checked_sub(2).and_then(|at| self.tokens.get(at)).cloned().unwrap_or_else(|| self.token());
            return Err(self.problem(&token, &format!("Invalid function name '{}'", token.kind.text())));
        };
        let mut arguments = Vec::new();
        while !self.is("rparen") {
            let argument = self.expression(0)?;
            if self.is("comma") {
                self.at += 1;
            }
            arguments.push(argument);
        }
        self.at += 1;
        Ok(Ast::Call(name, arguments))
    }

    fn filter(&mut self, left: Ast) -> Parsed {
        self.nest()?;
        let condition = self.expression(0)?;
        self.pass("rbracket")?;
        let right = if self.is("flatten") { Ast::Current } else { self.projected(21)? };
        Ok(Ast::FilterProjection(Box::new(left), Box::new(right), Box::new(condition)))
    }

    fn flatten(&mut self, left: Ast) -> Parsed {
        self.nest()?;
        let right = self.projected(9)?;
        Ok(Ast::Projection(Box::new(Ast::Flatten(Box::new(left))), Box::new(right)))
    }

    /// Reads after a `[` that starts an expression.
    fn bracket(&mut self) -> Parsed {
        if self.is("number") || self.is("colon") {
            return self.number_or_slice(Ast::Current);
        }
        if self.is("star") && self.ahead(1).kind.name() == "rbracket" {
            return self.star(Ast::Current);
        }
        self.multi_list()
    }

    /// Reads after a `[` that continues one.
    fn index(&mut self, left: Ast) -> Parsed {
        if self.is("number") || self.is("colon") { self.number_or_slice(left) } else { self.star(left) }
    }

    fn star(&mut self, left: Ast) -> Parsed {
        self.nest()?;
        self.pass("star")?;
        self.pass("rbracket")?;
        let right = self.projected(STAR)?;
        Ok(Ast::Projection(Box::new(left), Box::new(right)))
    }

    fn number_or_slice(&mut self, left: Ast) -> Parsed {
        if let TokenKind::Number(index) = self.token().kind
            && self.ahead(1).kind.name() != "colon"
        {
            self.at += 1;
            self.pass("rbracket")?;
            return Ok(chain(left, Ast::Index(index)));
        }
        self.nest()?;
        let slice = self.slice()?;
        let right = self.projected(STAR)?;
        Ok(Ast::Projection(Box::new(chain(left, slice)), Box::new(right)))
    }

    fn slice(&mut self) -> Parsed {
        let mut parts = [None; 3];
        let mut index = 0;
        while !self.is("rbracket") {
            let token = self.token();
            match &token.kind {
                TokenKind::Number(number) => {
                    if let Some(part) = parts.get_mut(index) {
                        *part = Some(*number);
                    }
                }
                kind if kind.name() == "colon" && index < 2 => index += 1,
                _ => return Err(self.problem(&token, "syntax error")),
            }
            self.at += 1;
        }
        self.at += 1;
        Ok(Ast::Slice(parts))
    }

    fn multi_list(&mut self) -> Parsed {
        let mut nodes = Vec::new();
        loop {
            nodes.push(self.expression(0)?);
            if self.is("rbracket") {
                self.at += 1;
                return Ok(Ast::List(nodes));
            }
            self.pass("comma")?;
        }
    }

    fn multi_map(&mut self) -> Parsed {
        let mut pairs = Vec::new();
        loop {
            let (TokenKind::Name(name) | TokenKind::QuotedName(name)) = self.token().kind else {
                return Err(self.unexpected("['quoted_identifier', 'unquoted_identifier']"));
            };
            self.at += 1;
            self.pass("colon")?;
            pairs.push((name, self.expression(0)?));
            if self.is("comma") {
                self.at += 1;
            } else if self.is("rbrace") {
                self.at += 1;
                return Ok(Ast::Map(pairs));
            }
        }
    }

    /// Reads the expression that a projection applies to each item.
    fn projected(&mut self, power: u8) -> Parsed {
        let token = self.token();
        if token.kind.power() < PROJECTION_STOP {
            return Ok(Ast::Current);
        }
        match token.kind.name() {
            "lbracket" | "filter" => self.expression(power),
            "dot" => {
                self.at += 1;
                self.after_dot(power)
            }
            _ => Err(self.problem(&token, "syntax error")),
        }
    }

    fn after_dot(&mut self, power: u8) -> Parsed {
        let token = self.token();
        match token.kind.name() {
            "quoted_identifier" | "unquoted_identifier" | "star" => self.expression(power),
            "lbracket" => {
                self.at += 1;
                self.multi_list()
            }
            "lbrace" => {
                self.at += 1;
                self.multi_map()
            }
            name => {
                let allowed = "['quoted_identifier', 'unquoted_identifier', 'lbracket', 'lbrace']";
                Err(self.problem(&token, &format!("Expecting: {allowed}, got: {name}")))
            }
        }
    }
}

fn chain(left: Ast, right: Ast) -> Ast {
    if let Ast::Chain(mut parts) = left {
        parts.push(right);
        return Ast::Chain(parts);
    }
    Ast::Chain(vec![left, right])
}
