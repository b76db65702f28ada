//! `Integer`, `Long`, `Double` and the big ones.

use num_bigint::BigInt;

use crate::java::failure::{Fallible, JavaFailure};
use crate::java::number::Number;
use crate::java::value::Value;

pub(super) fn call(number: &Number, method: &str, arguments: &[Value]) -> Fallible<Option<Value>> {
    let value = match (method, arguments) {
        ("intValue", []) => Number::Int(number.to_int()),
        ("longValue", []) => Number::Long(number.to_long()),
        ("doubleValue", []) => Number::Double(number.to_double()),
        ("compareTo", [Value::Number(other)]) if std::mem::discriminant(number) == std::mem::discriminant(other) => {
            Number::Int(order(number, other))
        }
        ("compareTo", [_]) => return Err(JavaFailure::thrown("a number is compared with something else")),
        ("isNaN" | "isInfinite", []) => return Ok(double_question(number, method)),
        _ => return static_call(number, method, arguments),
    };
    Ok(Some(Value::Number(value)))
}

fn order(left: &Number, right: &Number) -> i32 {
    let order = match (left, right) {
        (Number::Double(a), Number::Double(b)) => a.total_cmp(b),
        _ => crate::java::arithmetic::compare(left, right).unwrap_or(std::cmp::Ordering::Equal),
    };
    order as i32
}

fn double_question(number: &Number, method: &str) -> Option<Value> {
    match number {
        Number::Double(number) if method == "isNaN" => Some(Value::Boolean(number.is_nan())),
        Number::Double(number) => Some(Value::Boolean(number.is_infinite())),
        _ => None,
    }
}

/// Static methods, which a template reaches through any instance.
fn static_call(number: &Number, method: &str, arguments: &[Value]) -> Fallible<Option<Value>> {
    let value = match (number, method, arguments) {
        (Number::Int(_), "parseInt" | "valueOf", [Value::Text(text)]) => Number::Int(parse(text, 10)?),
        (Number::Int(_), "parseInt" | "valueOf", [Value::Text(text), Value::Number(Number::Int(radix))]) => {
            Number::Int(parse(text, *radix)?)
        }
        (Number::Long(_), "parseLong" | "valueOf", [Value::Text(text)]) => Number::Long(parse(text, 10)?),
        (Number::Double(_), "parseDouble" | "valueOf", [Value::Text(text)]) => {
            let text = text.trim_matches(|c: char| c <= ' ');
            let digits = text.strip_suffix(['d', 'D', 'f', 'F']).unwrap_or(text);
            let is_number = digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b'.' | b'e' | b'E'));
            let number = digits.parse().ok().filter(|_| is_number);
            Number::Double(number.ok_or_else(|| JavaFailure::thrown(format!("{text:?} is no number")))?)
        }
        (Number::Int(_), "max", [Value::Number(Number::Int(a)), Value::Number(Number::Int(b))]) => {
            Number::Int(*a.max(b))
        }
        (Number::Int(_), "min", [Value::Number(Number::Int(a)), Value::Number(Number::Int(b))]) => {
            Number::Int(*a.min(b))
        }
        (Number::Int(_), "valueOf", [Value::Number(Number::Int(number))]) => Number::Int(*number),
        (Number::Int(_), "sum", [Value::Number(Number::Int(a)), Value::Number(Number::Int(b))]) => {
            Number::Int(a.wrapping_add(*b))
        }
        (Number::Int(_), _, [Value::Number(Number::Int(number))]) => {
            return Ok(radix_of(method).map(|radix| Value::text(unsigned(number.cast_unsigned().into(), radix))));
        }
        (Number::Long(_), _, [Value::Number(number @ (Number::Int(_) | Number::Long(_)))]) => {
            let bits = number.to_long().cast_unsigned();
            return Ok(radix_of(method).map(|radix| Value::text(unsigned(bits, radix))));
        }
        (Number::Int(_), "toString", [Value::Number(Number::Int(number)), Value::Number(Number::Int(radix))]) => {
            let radix = u32::try_from(*radix).ok().filter(|radix| (2..=36).contains(radix)).unwrap_or(10);
            return Ok(Some(Value::text(BigInt::from(*number).to_str_radix(radix))));
        }
        _ => return Ok(None),
    };
    Ok(Some(Value::Number(value)))
}

fn radix_of(method: &str) -> Option<u32> {
    match method {
        "toString" => Some(0),
        "toHexString" => Some(16),
        "toBinaryString" => Some(2),
        "toOctalString" => Some(8),
        _ => None,
    }
}

fn unsigned(bits: u64, radix: u32) -> String {
    if radix == 0 {
        // Only `toString` is signed; the callers pass the bits of the type.
        return u32::try_from(bits)
            .map_or_else(|_| bits.cast_signed().to_string(), |bits| bits.cast_signed().to_string());
    }
    BigInt::from(bits).to_str_radix(radix)
}

fn parse<T: TryFrom<BigInt>>(text: &str, radix: i32) -> Result<T, JavaFailure> {
    let wrong = || JavaFailure::thrown(format!("{text:?} is no integer"));
    let radix = u32::try_from(radix).ok().filter(|radix| (2..=36).contains(radix)).ok_or_else(wrong)?;
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || digits.len() > 70 || !digits.chars().all(|c| c.is_digit(radix)) {
        return Err(wrong());
    }
    let number = BigInt::parse_bytes(text.as_bytes(), radix).ok_or_else(wrong)?;
    T::try_from(number).map_err(|_| wrong())
}
