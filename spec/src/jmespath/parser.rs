//! Tokens to an expression, by how strongly operators bind.

use super::token::{PathToken, split};
use super::{PathExpression, PathFunction};

/// How deep an expression may be nested.
const DEPTH: usize = 64;

/// How many tokens an expression may have.
const LONGEST: usize = 500;

/// How strongly what stands to the right of a projection binds at least.
const PROJECTED: u8 = 10;

/// Parses an expression.
///
/// ```
/// use apigw_spec::jmespath::{PathExpression, parse};
///
/// assert_eq!(parse("state"), Ok(PathExpression::Field("state".to_owned())));
/// assert!(parse("items[?state == 'DONE'].name").is_ok());
/// assert_eq!(parse("sum(items)"), Err("the function `sum` is not supported".to_owned()));
/// ```
///
/// # Errors
///
/// What is wrong, or not supported.
pub fn parse(text: &str) -> Result<PathExpression, String> {
    let tokens = split(text)?;
    if tokens.len() > LONGEST {
        return Err("it is too long".to_owned());
    }
    let mut parser = PathParser { tokens, position: 0, depth: 0 };
    let expression = parser.expression(0)?;
    match parser.peek() {
        None => Ok(expression),
        Some(_) => Err("something stands behind the expression".to_owned()),
    }
}

struct PathParser {
    tokens: Vec<PathToken>,
    position: usize,
    depth: usize,
}

impl PathParser {
    fn peek(&self) -> Option<&PathToken> {
        self.tokens.get(self.position)
    }

    fn next(&mut self) -> Option<PathToken> {
        let token = self.tokens.get(self.position).cloned();
        self.position += 1;
        token
    }

    fn expect(&mut self, token: &PathToken) -> Result<(), String> {
        match self.next() {
            Some(found) if found == *token => Ok(()),
            _ => Err(format!("{token} is missing")),
        }
    }

    fn expression(&mut self, binding: u8) -> Result<PathExpression, String> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err("it is nested too deeply".to_owned());
        }
        let mut left = self.first()?;
        while let Some(token) = self.peek().filter(|token| strength(token) > binding).cloned() {
            self.position += 1;
            left = self.continued(left, &token)?;
        }
        self.depth -= 1;
        Ok(left)
    }

    /// What an expression begins with.
    fn first(&mut self) -> Result<PathExpression, String> {
        match self.next() {
            Some(PathToken::Name(name)) if self.peek() == Some(&PathToken::OpenCall) => self.call(&name),
            Some(PathToken::Name(name) | PathToken::QuotedName(name)) => Ok(PathExpression::Field(name)),
            Some(PathToken::Literal(literal)) => Ok(PathExpression::Literal(literal)),
            Some(PathToken::Current) => Ok(PathExpression::Current),
            Some(PathToken::Not) => Ok(PathExpression::Not(Box::new(self.expression(45)?))),
            Some(PathToken::OpenCall) => {
                let inner = self.expression(0)?;
                self.expect(&PathToken::CloseCall)?;
                Ok(inner)
            }
            Some(PathToken::Open) if !matches!(self.peek(), Some(PathToken::Number(_) | PathToken::Star)) => {
                Ok(PathExpression::List(self.arguments(&PathToken::Close)?))
            }
            Some(token @ (PathToken::Open | PathToken::Flatten | PathToken::Filter)) => {
                self.continued(PathExpression::Current, &token)
            }
            Some(PathToken::Star) => self.projected(PathExpression::Values(Box::new(PathExpression::Current))),
            other => Err(other.map_or("it ends too early".to_owned(), |token| format!("{token} is not expected"))),
        }
    }

    /// What stands behind an expression.
    fn continued(&mut self, left: PathExpression, token: &PathToken) -> Result<PathExpression, String> {
        let left = Box::new(left);
        match token {
            PathToken::Dot if self.peek() == Some(&PathToken::Star) => {
                self.position += 1;
                self.projected(PathExpression::Values(left))
            }
            PathToken::Dot | PathToken::Pipe => {
                Ok(PathExpression::Pipe(left, Box::new(self.expression(strength(token))?)))
            }
            PathToken::Or => Ok(PathExpression::Or(left, Box::new(self.expression(strength(token))?))),
            PathToken::And => Ok(PathExpression::And(left, Box::new(self.expression(strength(token))?))),
            PathToken::Compare(how) => {
                Ok(PathExpression::Compare(left, *how, Box::new(self.expression(strength(token))?)))
            }
            PathToken::Flatten => self.projected(PathExpression::Flatten(left)),
            PathToken::Filter => {
                let condition = Box::new(self.expression(0)?);
                self.expect(&PathToken::Close)?;
                self.projected(PathExpression::Filter(left, condition))
            }
            PathToken::Open => match self.next() {
                Some(PathToken::Number(index)) => {
                    self.expect(&PathToken::Close)?;
                    Ok(PathExpression::Pipe(left, Box::new(PathExpression::Index(index))))
                }
                Some(PathToken::Star) => {
                    self.expect(&PathToken::Close)?;
                    self.projected(*left)
                }
                _ => Err("only a number or `*` can stand in brackets here".to_owned()),
            },
            other => Err(format!("{other} is not expected")),
        }
    }

    /// The items of a list, each with what stands behind.
    fn projected(&mut self, items: PathExpression) -> Result<PathExpression, String> {
        let mut each = PathExpression::Current;
        while let Some(token) = self.peek().filter(|token| strength(token) > PROJECTED).cloned() {
            self.position += 1;
            each = self.continued(each, &token)?;
        }
        Ok(PathExpression::Project(Box::new(items), Box::new(each)))
    }

    fn call(&mut self, name: &str) -> Result<PathExpression, String> {
        let function = PathFunction::named(name).ok_or_else(|| format!("the function `{name}` is not supported"))?;
        self.expect(&PathToken::OpenCall)?;
        let arguments = self.arguments(&PathToken::CloseCall)?;
        if arguments.len() != function.arity() {
            return Err(format!("`{name}` takes another number of arguments"));
        }
        Ok(PathExpression::Call(function, arguments))
    }

    fn arguments(&mut self, end: &PathToken) -> Result<Vec<PathExpression>, String> {
        let mut arguments = vec![self.expression(0)?];
        loop {
            match self.next() {
                Some(PathToken::Comma) => arguments.push(self.expression(0)?),
                Some(token) if token == *end => return Ok(arguments),
                _ => return Err(format!("{end} is missing")),
            }
        }
    }
}

/// How strongly a token binds to what stands before it; none that only begins an expression does.
fn strength(token: &PathToken) -> u8 {
    match token {
        PathToken::Pipe => 1,
        PathToken::Or => 2,
        PathToken::And => 3,
        PathToken::Compare(_) => 5,
        PathToken::Flatten => 9,
        PathToken::Filter => 21,
        PathToken::Dot => 40,
        PathToken::Open => 55,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::jmespath::PathExpression;

    #[test]
    fn what_waiters_are_written_in_is_read() {
        let texts = [
            "Configuration.LastUpdateStatus",
            "status != 'CANCELLING' && status != 'CANCELLED'",
            "length(assessmentSummaries[]) == `0`",
            "items[].health.connectorStatus",
            "[failed, done][]",
            "a[?b.c == 'x' || !d].e[0].f | [0]",
            "contains(keys(@), \"a b\")",
            "*.state",
            "a[*].b[-1]",
            "length(Nodes[?State != 'x'] || `[]`[]) > `0`",
        ];
        for text in &texts[..texts.len() - 1] {
            assert!(parse(text).is_ok(), "{text}: {:?}", parse(text));
        }
        assert!(parse(texts[texts.len() - 1]).is_err());
    }

    #[test]
    fn a_projection_takes_what_stands_behind_it() {
        let Ok(PathExpression::Project(items, each)) = parse("a[].b.c") else { panic!("{:?}", parse("a[].b.c")) };
        assert!(matches!(*items, PathExpression::Flatten(_)));
        assert!(matches!(*each, PathExpression::Pipe(..)));
        assert!(matches!(parse("a[].b == 'x'"), Ok(PathExpression::Compare(..))));
        assert!(matches!(parse("a[].b[].c"), Ok(PathExpression::Project(..))));
    }

    #[test]
    fn nonsense_is_an_error() {
        for text in ["", "a.", "a[", "a[b]", "(a", "a b", "'a", "a &&", "length(a, b)", "%", "{a: b}", "a[1.5]"] {
            assert!(parse(text).is_err(), "{text}");
        }
        assert!(parse(&"(".repeat(10_000)).is_err());
        assert!(parse(&"!".repeat(10_000)).is_err());
    }
}
