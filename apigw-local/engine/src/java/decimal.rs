//! `BigDecimal`, which long decimals in JSON become.

use std::cmp::Ordering;
use std::fmt;

use num_bigint::{BigInt, Sign};

/// How many digits a number may have before the service would have run out of time.
const MAX_DIGITS: u64 = 100_000;

/// An integer and the number of its digits after the point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decimal {
    digits: BigInt,
    scale: i64,
}

impl Decimal {
    /// Reads a number as JSON writes it.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (number, exponent) = match text.split_once(['e', 'E']) {
            Some((number, exponent)) => (number, exponent.parse::<i64>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        if u64::try_from(number.len()).ok()? > MAX_DIGITS || !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let digits = format!("{whole}{fraction}").parse().ok()?;
        let scale = i64::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
        (i32::try_from(scale).is_ok()).then_some(Self { digits, scale })
    }

    /// The exact value of a double; an infinity and NaN have none.
    pub(crate) fn from_double(number: f64) -> Option<Self> {
        if !number.is_finite() {
            return None;
        }
        let bits = number.to_bits();
        let raw = i64::try_from((bits >> 52) & 0x7ff).ok()?;
        let fraction = bits & ((1 << 52) - 1);
        let (mut mantissa, mut exponent) =
            if raw == 0 { (fraction, -1074) } else { (fraction | (1 << 52), raw - 1075) };

        if mantissa == 0 {
            return Some(Self { digits: BigInt::ZERO, scale: 0 });
        }
        let zeros = mantissa.trailing_zeros();
        mantissa >>= zeros;
        exponent += i64::from(zeros);
        let mut digits = BigInt::from(mantissa);
        let power = u32::try_from(exponent.unsigned_abs()).ok()?;
        let scale = if exponent < 0 {
            digits *= BigInt::from(5).pow(power);
            -exponent
        } else {
            digits *= BigInt::from(2).pow(power);
            0
        };
        Some(Self { digits: if number < 0.0 { -digits } else { digits }, scale })
    }

    /// Both numbers with the larger of their scales.
    fn aligned(&self, other: &Self) -> Option<(BigInt, BigInt, i64)> {
        let scale = self.scale.max(other.scale);
        Some((self.scaled(scale)?, other.scaled(scale)?, scale))
    }

    fn scaled(&self, scale: i64) -> Option<BigInt> {
        let more = u32::try_from(scale - self.scale).ok()?;
        (u64::from(more) <= MAX_DIGITS).then(|| &self.digits * BigInt::from(10).pow(more))
    }

    /// The sum; nothing if it has too many digits.
    pub(crate) fn add(&self, other: &Self) -> Option<Self> {
        let (left, right, scale) = self.aligned(other)?;
        Some(Self { digits: left + right, scale })
    }

    /// The difference.
    pub(crate) fn subtract(&self, other: &Self) -> Option<Self> {
        let (left, right, scale) = self.aligned(other)?;
        Some(Self { digits: left - right, scale })
    }

    /// The product.
    pub(crate) fn multiply(&self, other: &Self) -> Option<Self> {
        let bits = self.digits.bits() + other.digits.bits();
        (bits <= MAX_DIGITS * 4).then(|| Self { digits: &self.digits * &other.digits, scale: self.scale + other.scale })
    }

    /// The quotient with this number's scale, halves rounded towards zero. The divisor is not zero.
    pub(crate) fn divide(&self, other: &Self) -> Option<Self> {
        // self / other at scale s: (a·10^-sa) / (b·10^-sb) = (a·10^sb / b)·10^-sa.
        let (mut left, mut right) = (self.digits.clone(), other.digits.clone());
        let power = u32::try_from(other.scale.unsigned_abs()).ok().filter(|power| u64::from(*power) <= MAX_DIGITS)?;
        let factor = BigInt::from(10).pow(power);
        if other.scale >= 0 {
            left *= factor;
        } else {
            right *= factor;
        }
        let quotient = &left / &right;
        let rest = left - &quotient * &right;
        let twice = BigInt::from(rest.magnitude().clone()) * 2;
        let up = twice > BigInt::from(right.magnitude().clone());
        let step = if rest.sign() == right.sign() { BigInt::from(1) } else { BigInt::from(-1) };
        Some(Self { digits: if up { quotient + step } else { quotient }, scale: self.scale })
    }

    /// Whether it is zero.
    pub(crate) fn is_zero(&self) -> bool {
        self.digits.sign() == Sign::NoSign
    }

    /// The order by value.
    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        let signs = self.digits.sign().cmp(&other.digits.sign());
        if signs != Ordering::Equal {
            return signs;
        }
        if let Some((left, right, _)) = self.aligned(other) {
            return left.cmp(&right);
        }
        // The scales differ by more than there may be digits: the exponent decides.
        let magnitude =
            |number: &Self| i64::try_from(number.digits.to_string().len()).unwrap_or(i64::MAX) - number.scale;
        let order = magnitude(self).cmp(&magnitude(other));
        if self.digits.sign() == Sign::Minus { order.reverse() } else { order }
    }

    /// The closest double.
    pub(crate) fn to_double(&self) -> f64 {
        self.to_string().parse().unwrap_or(f64::NAN)
    }

    /// The integer part.
    pub(crate) fn to_integer(&self) -> Option<BigInt> {
        let power = u32::try_from(self.scale.unsigned_abs()).ok().filter(|power| u64::from(*power) <= MAX_DIGITS)?;
        let factor = BigInt::from(10).pow(power);
        Some(if self.scale >= 0 { &self.digits / factor } else { &self.digits * factor })
    }
}

impl From<BigInt> for Decimal {
    fn from(digits: BigInt) -> Self {
        Self { digits, scale: 0 }
    }
}

impl fmt::Display for Decimal {
    /// `BigDecimal.toString`: plain for a scale from zero up while there are at most five zeros after the point.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.digits.magnitude().to_string();
        if self.digits.sign() == Sign::Minus {
            f.write_str("-")?;
        }
        if self.scale == 0 {
            return f.write_str(&text);
        }
        let count = i64::try_from(text.len()).unwrap_or(i64::MAX);
        let exponent = count - 1 - self.scale;
        if self.scale > 0 && exponent >= -6 {
            let whole = count - self.scale;
            if whole > 0 {
                let (before, after) = text.split_at(usize::try_from(whole).unwrap_or(0));
                return write!(f, "{before}.{after}");
            }
            return write!(f, "0.{}{text}", "0".repeat(usize::try_from(-whole).unwrap_or(0)));
        }
        let (first, rest) = text.split_at(1);
        let point = if rest.is_empty() { "" } else { "." };
        write!(f, "{first}{point}{rest}")?;
        if exponent == 0 { Ok(()) } else { write!(f, "E{exponent:+}") }
    }
}
