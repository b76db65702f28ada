//! Expressions: literals, lists, maps, operators.

use std::borrow::Cow;

use num_bigint::BigInt;

use super::stream::{Parsed, Parser, Span, syntax};
use crate::java::number::Number;
use crate::velocity::lexer::Kind;
use crate::velocity::tree::{Expression, ListRange, Operand, Operator, place};

type Read = (Expression, Span);

impl Parser<'_> {
    /// Reads a whole expression. Most have no operator at all.
    pub(super) fn expression(&mut self) -> Parsed<Read> {
        self.deeper(|this| {
            let first = this.unary()?;
            match this.peek(1)? {
                Kind::ParenClose => Ok(first),
                _ => this.or(Some(first)),
            }
        })
    }

    fn or(&mut self, first: Option<Read>) -> Parsed<Read> {
        let first = self.and(first)?;
        self.joined(Kind::Or, first, Self::and, Expression::Or)
    }

    fn and(&mut self, first: Option<Read>) -> Parsed<Read> {
        let first = self.equality(first)?;
        self.joined(Kind::And, first, Self::equality, Expression::And)
    }

    fn joined(
        &mut self,
        between: Kind,
        first: Read,
        operand: impl Fn(&mut Self, Option<Read>) -> Parsed<Read>,
        whole: impl Fn(ListRange) -> Expression,
    ) -> Parsed<Read> {
        if self.peek(1)? != between {
            return Ok(first);
        }
        let begin = self.begin::<Expression>();
        let mut span = first.1;
        self.push(first.0);
        while self.eat(between)? {
            let first = self.position() + 1;
            let next = operand(self, None)?.0;
            self.push(next);
            span = Span { first, last: self.position() };
        }
        Ok((whole(self.end::<Expression>(begin)), span))
    }

    fn equality(&mut self, first: Option<Read>) -> Parsed<Read> {
        self.chain(first, Self::relation, |kind| match kind {
            Kind::Equal => Some(Operator::Equal),
            Kind::NotEqual => Some(Operator::NotEqual),
            _ => None,
        })
    }

    fn relation(&mut self, first: Option<Read>) -> Parsed<Read> {
        self.chain(first, Self::sum, |kind| match kind {
            Kind::Less => Some(Operator::Less),
            Kind::LessEqual => Some(Operator::LessEqual),
            Kind::Greater => Some(Operator::Greater),
            Kind::GreaterEqual => Some(Operator::GreaterEqual),
            _ => None,
        })
    }

    fn sum(&mut self, first: Option<Read>) -> Parsed<Read> {
        self.chain(first, Self::product, |kind| match kind {
            Kind::Plus => Some(Operator::Add),
            Kind::Minus => Some(Operator::Subtract),
            _ => None,
        })
    }

    fn product(&mut self, first: Option<Read>) -> Parsed<Read> {
        let unary = |this: &mut Self, first: Option<Read>| first.map_or_else(|| this.unary(), Ok);
        self.chain(first, unary, |kind| match kind {
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
        first: Option<Read>,
        operand: impl Fn(&mut Self, Option<Read>) -> Parsed<Read>,
        operator: impl Fn(Kind) -> Option<Operator>,
    ) -> Parsed<Read> {
        let (first, mut span) = operand(self, first)?;
        let mut next = operator(self.peek(1)?);
        if next.is_none() {
            return Ok((first, span));
        }
        let begin = self.begin::<Operand>();
        let source = self.literal(span);
        self.push(Operand { operator: None, value: first, source });
        while next.is_some() {
            self.advance()?;
            let start = self.position() + 1;
            let (value, inner) = operand(self, None)?;
            let source = self.literal(inner);
            self.push(Operand { operator: next, value, source });
            span = Span { first: start, last: self.position() };
            next = operator(self.peek(1)?);
        }
        Ok((Expression::Chain(self.end::<Operand>(begin)), span))
    }

    fn unary(&mut self) -> Parsed<Read> {
        if !self.is_at_not()? {
            return self.primary();
        }
        let first = self.position() + 1;
        self.eat(Kind::Space)?;
        self.expect(Kind::Not, "`!`")?;
        let (inner, _) = self.deeper(Self::unary)?;
        Ok((Expression::Not(self.single(inner)), Span { first, last: self.position() }))
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
                Ok((Expression::Reference(reference), span))
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
        let (image, span) = (self.image(at), Span { first: at, last: at });
        if let Ok(number) = image.parse() {
            return Ok((Expression::Integer(number), span));
        }
        let number = image.parse::<BigInt>().map_err(|_| self.no_number(at))?;
        Ok((self.number(Number::from(number).narrowed()), span))
    }

    fn float(&mut self) -> Parsed<Read> {
        let at = self.advance()?;
        let number = self.image(at).parse::<f64>().map_err(|_| self.no_number(at))?;
        Ok((self.number(Number::Double(number)), Span { first: at, last: at }))
    }

    fn number(&mut self, number: Number) -> Expression {
        let numbers = &mut self.build.tree.numbers;
        numbers.push(number);
        Expression::Number(place(numbers.len() - 1))
    }

    fn no_number(&self, at: usize) -> crate::velocity::TemplateError {
        let message = format!("{:?} is no number; take out what is not a digit", self.image(at));
        syntax(self.token(at).start, message)
    }

    fn range(&mut self) -> Parsed<Read> {
        let first = self.expect(Kind::BracketOpen, "an opening bracket")?;
        let begin = self.begin::<Expression>();
        let from = self.bound()?;
        self.push(from);
        self.expect(Kind::DoubleDot, "`..`")?;
        let to = self.bound()?;
        self.push(to);
        let last = self.expect(Kind::BracketClose, "a closing bracket")?;
        Ok((Expression::Range(self.end::<Expression>(begin)), Span { first, last }))
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
        let begin = self.begin::<Expression>();
        if self.peek(1)? != Kind::BracketClose {
            let item = self.value()?.0;
            self.push(item);
            while self.eat(Kind::Comma)? {
                let item = self.value()?.0;
                self.push(item);
            }
        }
        let last = self.expect(Kind::BracketClose, "a closing bracket")?;
        Ok((Expression::List(self.end::<Expression>(begin)), Span { first, last }))
    }

    fn map(&mut self) -> Parsed<Read> {
        let first = self.expect(Kind::CurlyOpen, "an opening brace")?;
        let begin = self.begin::<Expression>();
        if self.is_at_entry()? {
            self.entry()?;
            while self.eat(Kind::Comma)? {
                self.entry()?;
            }
        } else {
            self.eat(Kind::Space)?;
        }
        if !self.eat(Kind::CurlyClose)? {
            self.expect(Kind::ReferenceClose, "a closing brace")?;
        }
        Ok((Expression::Map(self.end::<Expression>(begin)), Span { first, last: self.position() }))
    }

    fn entry(&mut self) -> Parsed<()> {
        let key = self.value()?.0;
        self.push(key);
        self.expect(Kind::Colon, "a colon")?;
        let value = self.value()?.0;
        self.push(value);
        Ok(())
    }

    fn string(&mut self) -> Parsed<Read> {
        let at = self.advance()?;
        let image = self.image(at);
        let offset = self.token(at).start;
        let span = Span { first: at, last: at };
        let inner = image.get(1..image.len().saturating_sub(1)).unwrap_or("");
        if image.starts_with('\'') {
            let text = undouble(inner, "\'\'");
            return Ok((self.text_at(offset, text), span));
        }
        let message = "`\\u` is not followed by four hexadecimal digits; write `\\u00e9`, or use single quotes";
        let mut text = unescape(inner).ok_or_else(|| syntax(offset, message))?;
        if image.starts_with('"') && text.contains("\"\"") {
            text = undouble(&text, "\"\"").into_owned().into();
        }
        if !image.starts_with('"') || !image.contains(['$', '#']) {
            return Ok((self.text_at(offset, text), span));
        }
        // A line comment takes the end of the text with it; anything else gets a blank to end at.
        let padded = !text.contains("##");
        let whole = if padded { format!("{text} ").into() } else { text };
        let block = self.deeper(|this| this.interpolated(&whole)).map_err(|error| error.at(offset))?;
        Ok((Expression::Interpolated(block, padded), span))
    }

    /// A string: what is within the quotes of the token at an offset, or another text.
    fn text_at(&mut self, offset: usize, text: Cow<'_, str>) -> Expression {
        Expression::Text(match text {
            Cow::Borrowed(text) => self.part(offset + 1..offset + 1 + text.len()),
            Cow::Owned(text) => self.build.extra(&text),
        })
    }
}

/// Two quotes become one.
fn undouble<'t>(text: &'t str, pair: &str) -> Cow<'t, str> {
    if !text.contains(pair) {
        return text.into();
    }
    text.replace(pair, pair.get(1..).unwrap_or("")).into()
}

/// `\uXXXX` becomes the character; nothing else is an escape. Whatever Java's `Integer.parseInt` reads is read.
fn unescape(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains("\\u") {
        return Some(text.into());
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
    Some(String::from_utf16_lossy(&units).into())
}
