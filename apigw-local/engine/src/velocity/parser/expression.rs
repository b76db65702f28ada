//! Expressions: literals, lists, maps, operators.

use std::rc::Rc;

use num_bigint::BigInt;

use super::stream::{Parsed, Parser, Span, syntax};
use crate::java::number::Number;
use crate::velocity::lexer::Kind;
use crate::velocity::tree::{Expression, Operand, Operator};

type Read = (Expression, Span);

impl Parser<'_> {
    /// Reads a whole expression.
    pub(super) fn expression(&mut self) -> Parsed<Read> {
        self.deeper(Self::or)
    }

    fn or(&mut self) -> Parsed<Read> {
        let (first, span) = self.and()?;
        let (rest, span) = self.joined(Kind::Or, span, Self::and)?;
        Ok((join(first, rest, Expression::Or), span))
    }

    fn and(&mut self) -> Parsed<Read> {
        let (first, span) = self.equality()?;
        let (rest, span) = self.joined(Kind::And, span, Self::equality)?;
        Ok((join(first, rest, Expression::And), span))
    }

    fn joined(
        &mut self,
        between: Kind,
        mut span: Span,
        operand: impl Fn(&mut Self) -> Parsed<Read>,
    ) -> Parsed<(Vec<Expression>, Span)> {
        let mut rest = Vec::new();
        while self.eat(between)? {
            let first = self.position() + 1;
            rest.push(operand(self)?.0);
            span = Span { first, last: self.position() };
        }
        Ok((rest, span))
    }

    fn equality(&mut self) -> Parsed<Read> {
        self.chain(Self::relation, |kind| match kind {
            Kind::Equal => Some(Operator::Equal),
            Kind::NotEqual => Some(Operator::NotEqual),
            _ => None,
        })
    }

    fn relation(&mut self) -> Parsed<Read> {
        self.chain(Self::sum, |kind| match kind {
            Kind::Less => Some(Operator::Less),
            Kind::LessEqual => Some(Operator::LessEqual),
            Kind::Greater => Some(Operator::Greater),
            Kind::GreaterEqual => Some(Operator::GreaterEqual),
            _ => None,
        })
    }

    fn sum(&mut self) -> Parsed<Read> {
        self.chain(Self::product, |kind| match kind {
            Kind::Plus => Some(Operator::Add),
            Kind::Minus => Some(Operator::Subtract),
            _ => None,
        })
    }

    fn product(&mut self) -> Parsed<Read> {
        self.chain(Self::unary, |kind| match kind {
            Kind::Multiply => Some(Operator::Multiply),
            Kind::Divide => Some(Operator::Divide),
            Kind::Modulo => Some(Operator::Modulo),
            _ => None,
        })
    }

    /// Reads operators of one rank. The source of an operator with its sides is, in Velocity's tree, that of its
    /// right-hand side.
    fn chain(
        &mut self,
        operand: impl Fn(&mut Self) -> Parsed<Read>,
        operator: impl Fn(Kind) -> Option<Operator>,
    ) -> Parsed<Read> {
        let (first, mut span) = operand(self)?;
        let Some(mut next) = operator(self.peek(1)?) else { return Ok((first, span)) };
        let first = Operand { value: first, source: self.literal(span).into() };
        let mut rest = Vec::new();
        loop {
            self.advance()?;
            let start = self.position() + 1;
            let (value, inner) = operand(self)?;
            rest.push((next, Operand { value, source: self.literal(inner).into() }));
            span = Span { first: start, last: self.position() };
            match operator(self.peek(1)?) {
                Some(operator) => next = operator,
                None => return Ok((Expression::Chain(Box::new(first), rest), span)),
            }
        }
    }

    fn unary(&mut self) -> Parsed<Read> {
        if !self.is_at_not()? {
            return self.primary();
        }
        let first = self.position() + 1;
        self.eat(Kind::Space)?;
        self.expect(Kind::Not, "`!`")?;
        let (inner, _) = self.deeper(Self::unary)?;
        Ok((Expression::Not(Box::new(inner)), Span { first, last: self.position() }))
    }

    fn primary(&mut self) -> Parsed<Read> {
        self.eat(Kind::Space)?;
        let read = if self.eat(Kind::ParenOpen)? {
            self.peek(1)?;
            let first = self.position() + 1;
            let (inner, _) = self.expression()?;
            let last = self.position();
            self.expect(Kind::ParenClose, "a closing parenthesis")?;
            (inner, Span { first, last })
        } else {
            self.simple_value()?
        };
        self.eat(Kind::Space)?;
        Ok(read)
    }

    /// Reads an element of a list, an entry of a map or an argument of a method, with the blanks around it.
    pub(super) fn value(&mut self) -> Parsed<Read> {
        self.eat(Kind::Space)?;
        let read = self.simple_value()?;
        self.eat(Kind::Space)?;
        Ok(read)
    }

    /// Reads a literal, a list, a range, a map or a reference.
    pub(super) fn simple_value(&mut self) -> Parsed<Read> {
        match self.peek(1)? {
            Kind::String => self.string(),
            Kind::Integer => self.integer(),
            Kind::Float => self.float(),
            Kind::True => self.boolean(true),
            Kind::False => self.boolean(false),
            Kind::Identifier | Kind::ReferenceOpen => {
                let (reference, span) = self.reference()?;
                Ok((Expression::Reference(Box::new(reference)), span))
            }
            Kind::BracketOpen if self.is_at_range()? => self.range(),
            Kind::BracketOpen => self.deeper(Self::list),
            Kind::CurlyOpen => self.deeper(Self::map),
            _ => Err(self.unexpected("a value")),
        }
    }

    fn boolean(&mut self, value: bool) -> Parsed<Read> {
        let at = self.advance()?;
        Ok((Expression::Boolean(value), Span { first: at, last: at }))
    }

    fn integer(&mut self) -> Parsed<Read> {
        let at = self.advance()?;
        let image = self.image(at);
        let wrong = || syntax(self.token(at).start, format!("{image:?} is no number; take out what is not a digit"));
        let number = Number::from(image.parse::<BigInt>().map_err(|_| wrong())?).narrowed();
        Ok((Expression::Number(number), Span { first: at, last: at }))
    }

    fn float(&mut self) -> Parsed<Read> {
        let at = self.advance()?;
        let image = self.image(at);
        let wrong = || syntax(self.token(at).start, format!("{image:?} is no number; take out what is not a digit"));
        let number = image.parse::<f64>().map_err(|_| wrong())?;
        Ok((Expression::Number(Number::Double(number)), Span { first: at, last: at }))
    }

    fn range(&mut self) -> Parsed<Read> {
        let first = self.expect(Kind::BracketOpen, "an opening bracket")?;
        let from = self.bound()?;
        self.expect(Kind::DoubleDot, "`..`")?;
        let to = self.bound()?;
        let last = self.expect(Kind::BracketClose, "a closing bracket")?;
        Ok((Expression::Range(Box::new((from, to))), Span { first, last }))
    }

    fn bound(&mut self) -> Parsed<Expression> {
        self.eat(Kind::Space)?;
        let (bound, _) = match self.peek(1)? {
            Kind::Identifier | Kind::ReferenceOpen | Kind::Integer => self.simple_value()?,
            _ => return Err(self.unexpected("an integer or a reference as end of the range")),
        };
        self.eat(Kind::Space)?;
        Ok(bound)
    }

    fn list(&mut self) -> Parsed<Read> {
        let first = self.expect(Kind::BracketOpen, "an opening bracket")?;
        let mut items = Vec::new();
        if self.peek(1)? != Kind::BracketClose {
            items.push(self.value()?.0);
            while self.eat(Kind::Comma)? {
                items.push(self.value()?.0);
            }
        }
        let last = self.expect(Kind::BracketClose, "a closing bracket")?;
        Ok((Expression::List(items), Span { first, last }))
    }

    fn map(&mut self) -> Parsed<Read> {
        let first = self.expect(Kind::CurlyOpen, "an opening brace")?;
        let mut entries = Vec::new();
        if self.is_at_entry()? {
            entries.push(self.entry()?);
            while self.eat(Kind::Comma)? {
                entries.push(self.entry()?);
            }
        } else {
            self.eat(Kind::Space)?;
        }
        if !self.eat(Kind::CurlyClose)? {
            self.expect(Kind::ReferenceClose, "a closing brace")?;
        }
        Ok((Expression::Map(entries), Span { first, last: self.position() }))
    }

    fn entry(&mut self) -> Parsed<(Expression, Expression)> {
        let (key, _) = self.value()?;
        self.expect(Kind::Colon, "a colon")?;
        let (value, _) = self.value()?;
        Ok((key, value))
    }

    fn string(&mut self) -> Parsed<Read> {
        let at = self.advance()?;
        let image = self.image(at);
        let offset = self.token(at).start;
        let span = Span { first: at, last: at };
        let inner = image.get(1..image.len().saturating_sub(1)).unwrap_or("");
        if image.starts_with('\'') {
            return Ok((Expression::Text(undouble(inner, '\'').into()), span));
        }
        let message = "`\\u` is not followed by four hexadecimal digits; write `\\u00e9`, or use single quotes";
        let inner = unescape(inner).ok_or_else(|| syntax(offset, message))?;
        let text = if image.starts_with('"') { undouble(&inner, '"') } else { inner };
        if !image.starts_with('"') || !image.contains(['$', '#']) {
            return Ok((Expression::Text(text.into()), span));
        }
        // A line comment takes the end of the text with it; anything else gets a blank to end at.
        let padded = !text.contains("##");
        let whole = if padded { format!("{text} ") } else { text };
        let block = self.deeper(|this| this.interpolated(&whole)).map_err(|error| error.at(offset))?;
        Ok((Expression::Interpolated(block, padded), span))
    }
}

fn join(first: Expression, rest: Vec<Expression>, whole: impl Fn(Vec<Expression>) -> Expression) -> Expression {
    if rest.is_empty() {
        return first;
    }
    whole(std::iter::once(first).chain(rest).collect())
}

/// Two quotes become one.
fn undouble(text: &str, quote: char) -> String {
    let pair: String = [quote, quote].iter().collect();
    text.replace(&pair, quote.encode_utf8(&mut [0; 4]))
}

/// `\uXXXX` becomes the character; nothing else is an escape. Whatever Java's `Integer.parseInt` reads is read.
fn unescape(text: &str) -> Option<String> {
    if !text.contains("\\u") {
        return Some(text.to_owned());
    }
    let mut units: Vec<u16> = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\\u") {
        units.extend(before.encode_utf16());
        let digits = after.get(..4)?;
        let value = i32::from_str_radix(digits, 16).ok()?;
        units.extend(u16::try_from(value.rem_euclid(0x1_0000)));
        rest = after.get(4..)?;
    }
    units.extend(rest.encode_utf16());
    Some(String::from_utf16_lossy(&units))
}

/// A block in a reference-counted slice.
pub(super) fn block(nodes: Vec<crate::velocity::tree::Node>) -> crate::velocity::tree::Block {
    Rc::from(nodes)
}
