//! Expressions: values, and truth.

use super::state::{Rendered, Renderer};
use crate::java::arithmetic::{self, Outcome, Sum};
use crate::java::equality;
use crate::java::number::Number;
use crate::java::value::Value;
use crate::velocity::error::TemplateErrorKind;
use crate::velocity::tree::{Expression, ListRange, Operator};

impl Renderer<'_> {
    /// The value of an expression; null if it has none.
    pub(super) fn value(&mut self, expression: Expression) -> Rendered<Value> {
        self.deeper(|this| {
            this.charge(0)?;
            this.value_within(expression)
        })
    }

    fn value_within(&mut self, expression: Expression) -> Rendered<Value> {
        match expression {
            Expression::Reference(at) => match self.tree.reference(at) {
                Some(reference) if reference.has_value => self.reference(reference),
                _ => Ok(Value::Null),
            },
            Expression::Text(text) => Ok(Value::Text(self.tree.shared(text))),
            Expression::Interpolated(block, padded) => {
                let mut text = String::new();
                self.block(block, &mut text)?;
                if padded {
                    text.pop();
                }
                Ok(Value::text(text))
            }
            Expression::Integer(number) => Ok(Value::Number(Number::Int(number))),
            Expression::Number(at) => Ok(self.tree.number(at).cloned().map_or(Value::Null, Value::Number)),
            Expression::Boolean(value) => Ok(Value::Boolean(value)),
            Expression::List(items) => self.values(items).map(Value::list),
            Expression::Range(ends) => match self.values(ends)?.as_slice() {
                [from, to] => self.range(from, to),
                _ => Ok(Value::Null),
            },
            Expression::Map(entries) => {
                let mut entries = self.values(entries)?.into_iter();
                let pairs = std::iter::from_fn(|| entries.next().zip(entries.next()));
                Ok(Value::map(pairs))
            }
            Expression::Chain(sides) => self.chain(sides),
            Expression::Not(_) | Expression::Or(_) | Expression::And(_) => self.truth(expression).map(Value::Boolean),
            Expression::Word => Ok(Value::Null),
        }
    }

    /// The values of expressions.
    pub(super) fn values(&mut self, expressions: ListRange) -> Rendered<Vec<Value>> {
        self.tree.expressions(expressions).iter().map(|expression| self.value(*expression)).collect()
    }

    /// Whether a condition holds. Only `false` and what is nothing but a literal or a sum are false.
    pub(super) fn truth(&mut self, expression: Expression) -> Rendered<bool> {
        match expression {
            Expression::Reference(at) => {
                let Some(reference) = self.tree.reference(at) else { return Ok(false) };
                Ok(match self.reference(reference)? {
                    Value::Null => false,
                    Value::Boolean(value) => value,
                    Value::Block(_) => {
                        // Its text is looked at, but not what it is.
                        let value = self.reference(reference)?;
                        self.text_of(&value)?;
                        true
                    }
                    _ => true,
                })
            }
            Expression::Boolean(value) => Ok(value),
            Expression::Not(inner) => {
                let Some(inner) = self.tree.expressions(inner).first() else { return Ok(false) };
                self.deeper(|this| this.truth(*inner)).map(|truth| !truth)
            }
            Expression::Or(parts) => {
                for part in self.tree.expressions(parts) {
                    if self.deeper(|this| this.truth(*part))? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Expression::And(parts) => {
                for part in self.tree.expressions(parts) {
                    if !self.deeper(|this| this.truth(*part))? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Expression::Chain(sides) => {
                let last = self.tree.operands(sides).last().and_then(|side| side.operator);
                if last.is_some_and(|operator| sum(operator).is_none()) {
                    return Ok(matches!(self.value(expression)?, Value::Boolean(true)));
                }
                Ok(false)
            }
            // Literals and sums are not asked for their value.
            _ => Ok(false),
        }
    }

    fn chain(&mut self, sides: ListRange) -> Rendered<Value> {
        let tree = self.tree;
        let Some((first, rest)) = tree.operands(sides).split_first() else { return Ok(Value::Null) };
        let mut left = self.value(first.value)?;
        let mut source = first.source;
        for side in rest {
            self.charge(0)?;
            let right = self.value(side.value)?;
            if let Some(operator) = side.operator {
                left = self.operate(operator, (left, tree.text(source)), (right, tree.text(side.source)))?;
            }
            source = side.source;
        }
        Ok(left)
    }

    fn operate(&mut self, operator: Operator, left: (Value, &str), right: (Value, &str)) -> Rendered<Value> {
        let Some(sum) = sum(operator) else {
            return self.compare(operator, &left.0, &right.0).map(Value::Boolean);
        };
        if sum == Sum::Add && (matches!(left.0, Value::Text(_)) || matches!(right.0, Value::Text(_))) {
            let mut text = String::new();
            for (value, source) in [left, right] {
                if value.is_null() { text.push_str(source) } else { self.push_text(&value, &mut text)? }
            }
            self.check_size(&text)?;
            return Ok(Value::text(text));
        }
        let (Value::Number(left), Value::Number(right)) = (&left.0, &right.0) else { return Ok(Value::Null) };

        if !matches!(
            (left, right),
            (
                Number::Int(_) | Number::Long(_) | Number::Double(_),
                Number::Int(_) | Number::Long(_) | Number::Double(_)
            )
        ) {
            self.charge(10_000)?;
        }
        match arithmetic::compute(sum, left, right) {
            Outcome::Number(number) => Ok(Value::Number(number)),
            Outcome::Nothing => Ok(Value::Null),
            Outcome::Failure(message) => Err(self.error(TemplateErrorKind::Method, message)),
        }
    }

    fn compare(&mut self, operator: Operator, left: &Value, right: &Value) -> Rendered<bool> {
        use std::cmp::Ordering::{Equal, Greater, Less};
        if let (Value::Number(a), Value::Number(b)) = (left, right) {
            let Some(order) = arithmetic::compare(a, b) else {
                return Err(self.error(TemplateErrorKind::Method, "infinity and NaN are no decimals"));
            };
            return Ok(match operator {
                Operator::Equal => order == Equal,
                Operator::NotEqual => order != Equal,
                Operator::Less => order == Less,
                Operator::LessEqual => order != Greater,
                Operator::Greater => order == Greater,
                _ => order != Less,
            });
        }
        let is_equality = matches!(operator, Operator::Equal | Operator::NotEqual);

        if !is_equality {
            return Ok(false);
        }
        let equal = match (left.is_null(), right.is_null()) {
            (true, true) => true,
            (false, false) if equality::are_related(left, right) => left.equals(right),
            (false, false) => self.text_of(left)? == self.text_of(right)?,
            _ => false,
        };
        Ok(equal == (operator == Operator::Equal))
    }
}

fn sum(operator: Operator) -> Option<Sum> {
    Some(match operator {
        Operator::Add => Sum::Add,
        Operator::Subtract => Sum::Subtract,
        Operator::Multiply => Sum::Multiply,
        Operator::Divide => Sum::Divide,
        Operator::Modulo => Sum::Modulo,
        _ => return None,
    })
}
