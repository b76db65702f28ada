//! Sums and comparisons, as Velocity's `MathUtils` has them.

use std::cmp::Ordering;

use num_bigint::{BigInt, Sign};

use super::decimal::Decimal;
use super::number::Number;

/// How many bits a number may have before the service would have run out of time.
const MAX_BITS: u64 = 400_000;

/// An operator of arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sum {
    /// `+`.
    Add,
    /// `-`.
    Subtract,
    /// `*`.
    Multiply,
    /// `/`.
    Divide,
    /// `%`.
    Modulo,
}

/// What an operator gives.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Outcome {
    /// A number.
    Number(Number),
    /// Nothing: a division by zero.
    Nothing,
    /// Java throws.
    Failure(&'static str),
}

/// The class in which two numbers are computed.
enum Base {
    Long(i64, i64),
    Big(BigInt, BigInt),
    Double(f64, f64),
    Decimal(Option<(Decimal, Decimal)>),
}

fn base(left: &Number, right: &Number) -> Base {
    let decimal = || Base::Decimal(left.to_decimal().zip(right.to_decimal()));
    match (left, right) {
        (Number::Decimal(_), _) | (_, Number::Decimal(_)) => decimal(),
        (Number::Big(_), other) | (other, Number::Big(_)) if !other.is_integer() => decimal(),
        (Number::Big(_), _) | (_, Number::Big(_)) => Base::Big(left.to_big(), right.to_big()),
        (Number::Double(_), _) | (_, Number::Double(_)) => Base::Double(left.to_double(), right.to_double()),
        _ => Base::Long(left.to_long(), right.to_long()),
    }
}

/// The value of `left operator right`.
pub(crate) fn compute(operator: Sum, left: &Number, right: &Number) -> Outcome {
    if matches!(operator, Sum::Divide | Sum::Modulo) && is_zero(right) {
        return Outcome::Nothing;
    }
    match base(left, right) {
        Base::Long(a, b) => {
            let wide = matches!(left, Number::Long(_)) || matches!(right, Number::Long(_));
            match integers(operator, a, b) {
                Some(number) if wide => Outcome::Number(Number::Long(number)),
                Some(number) => Outcome::Number(Number::Long(number).narrowed()),
                None => big(operator, &a.into(), &b.into()),
            }
        }
        Base::Big(a, b) => big(operator, &a, &b),
        Base::Double(a, b) => Outcome::Number(Number::Double(match operator {
            Sum::Add => a + b,
            Sum::Subtract => a - b,
            Sum::Multiply => a * b,
            Sum::Divide => a / b,
            Sum::Modulo => a % b,
        })),
        Base::Decimal(None) => Outcome::Failure("infinity and NaN are no decimals"),
        Base::Decimal(Some((a, b))) => decimals(operator, &a, &b),
    }
}

fn integers(operator: Sum, a: i64, b: i64) -> Option<i64> {
    match operator {
        Sum::Add => a.checked_add(b),
        Sum::Subtract => a.checked_sub(b),
        Sum::Multiply => a.checked_mul(b),
        Sum::Divide => Some(a.wrapping_div(b)),
        Sum::Modulo => Some(a.wrapping_rem(b)),
    }
}

fn big(operator: Sum, a: &BigInt, b: &BigInt) -> Outcome {
    if a.bits() + b.bits() > MAX_BITS {
        return Outcome::Failure("the number has too many digits");
    }
    Outcome::Number(Number::from(match operator {
        Sum::Add => a + b,
        Sum::Subtract => a - b,
        Sum::Multiply => a * b,
        Sum::Divide => a / b,
        Sum::Modulo if b.sign() == Sign::Minus => return Outcome::Failure("the modulus is not positive"),
        Sum::Modulo => {
            let rest = a % b;
            if rest.sign() == Sign::Minus { rest + b } else { rest }
        }
    }))
}

fn decimals(operator: Sum, a: &Decimal, b: &Decimal) -> Outcome {
    let number = match operator {
        Sum::Add => a.add(b),
        Sum::Subtract => a.subtract(b),
        Sum::Multiply => a.multiply(b),
        Sum::Divide => a.divide(b),
        Sum::Modulo => return Outcome::Failure("decimals have no modulo"),
    };
    number.map_or(Outcome::Failure("the number has too many digits"), |number| {
        Outcome::Number(Number::Decimal(Box::new(number)))
    })
}

fn is_zero(number: &Number) -> bool {
    match number {
        Number::Int(number) => *number == 0,
        Number::Long(number) => *number == 0,
        Number::Big(number) => number.sign() == Sign::NoSign,
        Number::Double(number) => *number == 0.0,
        Number::Decimal(number) => number.is_zero(),
    }
}

/// The order of two numbers by value; NaN equals everything. Java throws for an infinity beside a decimal.
pub(crate) fn compare(left: &Number, right: &Number) -> Option<Ordering> {
    match base(left, right) {
        Base::Long(a, b) => Some(a.cmp(&b)),
        Base::Big(a, b) => Some(a.cmp(&b)),
        Base::Double(a, b) => Some(a.partial_cmp(&b).unwrap_or(Ordering::Equal)),
        Base::Decimal(sides) => sides.map(|(a, b)| a.compare(&b)),
    }
}
