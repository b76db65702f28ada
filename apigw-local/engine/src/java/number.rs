//! `java.lang.Number`: the classes that templates and JSON meet.

use std::fmt::{self, Write as _};

use num_bigint::BigInt;

use super::decimal::Decimal;
use super::double;

/// A number of one of Java's classes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Number {
    /// `Integer`.
    Int(i32),
    /// `Long`.
    Long(i64),
    /// `BigInteger`.
    Big(Box<BigInt>),
    /// `Double`.
    Double(f64),
    /// `BigDecimal`.
    Decimal(Box<Decimal>),
}

impl Number {
    /// The number in the smallest class of integers that holds it, which is what a literal and JSON give.
    pub(crate) fn narrowed(self) -> Self {
        match self {
            Self::Long(number) => i32::try_from(number).map_or(Self::Long(number), Self::Int),
            Self::Big(number) => match i64::try_from(&*number) {
                Ok(number) => Self::Long(number).narrowed(),
                Err(_) => Self::Big(number),
            },
            other => other,
        }
    }

    /// Whether it is of a class of integers.
    pub(crate) fn is_integer(&self) -> bool {
        matches!(self, Self::Int(_) | Self::Long(_) | Self::Big(_))
    }

    /// `longValue`, without the upper bits.
    pub(crate) fn to_long(&self) -> i64 {
        match self {
            Self::Int(number) => i64::from(*number),
            Self::Long(number) => *number,
            Self::Big(number) => low_bits(number),
            #[expect(clippy::cast_possible_truncation, reason = "Java's conversion saturates, and so does this one")]
            Self::Double(number) => *number as i64,
            Self::Decimal(number) => number.to_integer().map_or(0, |number| low_bits(&number)),
        }
    }

    /// `intValue`, without the upper bits.
    pub(crate) fn to_int(&self) -> i32 {
        match self {
            #[expect(clippy::cast_possible_truncation, reason = "Java's conversion saturates, and so does this one")]
            Self::Double(number) => *number as i32,
            #[expect(clippy::cast_possible_truncation, reason = "Java keeps the lower bits, and so does this")]
            other => other.to_long() as i32,
        }
    }

    /// `doubleValue`.
    pub(crate) fn to_double(&self) -> f64 {
        match self {
            Self::Int(number) => f64::from(*number),
            #[expect(clippy::cast_precision_loss, reason = "Java rounds too")]
            Self::Long(number) => *number as f64,
            Self::Big(number) => number.to_string().parse().unwrap_or(f64::NAN),
            Self::Double(number) => *number,
            Self::Decimal(number) => number.to_double(),
        }
    }

    /// The number as a `BigDecimal`.
    pub(crate) fn to_decimal(&self) -> Option<Decimal> {
        match self {
            Self::Int(number) => Some(BigInt::from(*number).into()),
            Self::Long(number) => Decimal::from_double(self.to_double()).or_else(|| Some(BigInt::from(*number).into())),
            Self::Big(number) => Some((**number).clone().into()),
            Self::Double(number) => Decimal::from_double(*number),
            Self::Decimal(number) => Some((**number).clone()),
        }
    }

    /// The number as a `BigInteger`, for the classes of integers.
    pub(crate) fn to_big(&self) -> BigInt {
        match self {
            Self::Big(number) => (**number).clone(),
            other => BigInt::from(other.to_long()),
        }
    }
}

impl Number {
    /// Appends the number as Java prints it.
    pub(crate) fn push(&self, out: &mut String) {
        match self {
            Self::Int(number) => push_integer(i64::from(*number), out),
            Self::Long(number) => push_integer(*number, out),
            Self::Double(number) => double::push(*number, out),
            Self::Big(_) | Self::Decimal(_) => {
                // Writing to a string cannot fail.
                let _ = write!(out, "{self}");
            }
        }
    }
}

/// Appends an integer.
pub(crate) fn push_integer(number: i64, out: &mut String) {
    out.push_str(itoa::Buffer::new().format(number));
}

fn low_bits(number: &BigInt) -> i64 {
    let bytes = number.to_signed_bytes_le();
    let filler = if bytes.last().is_some_and(|byte| byte & 0x80 != 0) { 0xff } else { 0 };
    let mut low = [filler; 8];
    for (to, from) in low.iter_mut().zip(bytes) {
        *to = from;
    }
    i64::from_le_bytes(low)
}

impl From<BigInt> for Number {
    fn from(number: BigInt) -> Self {
        Self::Big(Box::new(number))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(number) => number.fmt(f),
            Self::Long(number) => number.fmt(f),
            Self::Big(number) => number.fmt(f),
            Self::Double(number) => {
                let mut text = String::new();
                double::push(*number, &mut text);
                f.write_str(&text)
            }
            Self::Decimal(number) => number.fmt(f),
        }
    }
}
