//! `String.format`.

use super::display::{MAX_TEXT, RenderBlock, push_text};
use super::equality;
use super::failure::JavaFailure;
use super::number::Number;
use super::value::Value;

/// A conversion between its percent sign and its letter.
#[derive(Debug, Default)]
struct Conversion {
    argument: Option<usize>,
    flags: String,
    width: Option<usize>,
    precision: Option<usize>,
    letter: char,
}

/// Formats arguments, as `Formatter` does with the locale of the root.
pub(super) fn format(pattern: &str, arguments: &[Value], blocks: RenderBlock<'_>) -> Result<String, JavaFailure> {
    let mut out = String::new();
    let (mut rest, mut next) = (pattern, 0);

    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let (conversion, after) = parse(after)
            .ok_or_else(|| JavaFailure::thrown(format!("{pattern:?} is no format; write `%%` for a percent sign")))?;
        rest = after;
        match conversion.letter {
            'n' => out.push('\n'),
            '%' => pad("%", &conversion, &mut out)?,
            _ => {
                let index = conversion.argument.unwrap_or(next);
                next += usize::from(conversion.argument.is_none());
                let argument = arguments.get(index).ok_or_else(|| {
                    JavaFailure::thrown(format!("{pattern:?} has more conversions than there are arguments"))
                })?;
                convert(argument, &conversion, &mut out, blocks)?;
            }
        }
        if out.len() > MAX_TEXT {
            return Err(JavaFailure::Size);
        }
    }
    out.push_str(rest);
    Ok(out)
}

fn parse(text: &str) -> Option<(Conversion, &str)> {
    let mut conversion = Conversion::default();
    let mut rest = text;
    if let Some((number, after)) = digits(rest).and_then(|(number, after)| Some((number, after.strip_prefix('$')?))) {
        conversion.argument = Some(number.checked_sub(1)?);
        rest = after;
    }
    let flags = rest.len() - rest.trim_start_matches(['-', '#', '+', ' ', '0', ',', '(']).len();
    rest.get(..flags)?.clone_into(&mut conversion.flags);
    rest = rest.get(flags..)?;
    if let Some((width, after)) = digits(rest) {
        conversion.width = Some(width);
        rest = after;
    }
    if let Some(after) = rest.strip_prefix('.') {
        let (precision, after) = digits(after)?;
        conversion.precision = Some(precision);
        rest = after;
    }
    let mut letters = rest.chars();
    conversion.letter = letters.next()?;
    Some((conversion, letters.as_str()))
}

fn digits(text: &str) -> Option<(usize, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    Some((text.get(..length)?.parse().ok()?, text.get(length..)?))
}

fn convert(
    value: &Value,
    conversion: &Conversion,
    out: &mut String,
    blocks: RenderBlock<'_>,
) -> Result<(), JavaFailure> {
    let upper = conversion.letter.is_ascii_uppercase();
    let wrong = || JavaFailure::thrown(format!("`%{}` does not take this value", conversion.letter));
    let text = match (conversion.letter.to_ascii_lowercase(), value) {
        ('b', Value::Boolean(value)) => value.to_string(),
        ('b', value) => (!value.is_null()).to_string(),
        ('s', value) => {
            let mut text = String::new();
            push_text(value, &mut text, blocks)?;
            text
        }
        (_, Value::Null) => "null".to_owned(),
        ('h', value) => format!("{:x}", equality::hash(value)),
        ('c', Value::Char(unit)) => char::from_u32(u32::from(*unit)).unwrap_or('?').to_string(),
        ('c', Value::Number(Number::Int(code))) => {
            u32::try_from(*code).ok().and_then(char::from_u32).ok_or_else(wrong)?.to_string()
        }
        ('d', Value::Number(number)) if number.is_integer() => {
            return pad_number(&number.to_string(), conversion, out);
        }
        ('x', Value::Number(Number::Int(number))) => format!("{number:x}"),
        ('x', Value::Number(Number::Long(number))) => format!("{number:x}"),
        ('o', Value::Number(Number::Int(number))) => format!("{number:o}"),
        ('o', Value::Number(Number::Long(number))) => format!("{number:o}"),
        ('f', Value::Number(Number::Double(number))) => {
            return pad_number(&fixed(*number, conversion.precision.unwrap_or(6))?, conversion, out);
        }
        ('f', Value::Number(Number::Decimal(number))) => {
            return pad_number(&fixed(number.to_double(), conversion.precision.unwrap_or(6))?, conversion, out);
        }
        ('e', Value::Number(Number::Double(number))) => {
            return pad_number(&scientific(*number, conversion.precision.unwrap_or(6))?, conversion, out);
        }
        _ => return Err(wrong()),
    };

    let text = match conversion.precision {
        Some(length) if matches!(conversion.letter.to_ascii_lowercase(), 's' | 'b' | 'h') => {
            text.chars().take(length).collect()
        }
        _ => text,
    };
    let text = if upper { text.to_uppercase() } else { text };
    if matches!(conversion.letter, 'x' | 'X' | 'o') && conversion.flags.contains('0') {
        return pad_number(&text, conversion, out);
    }
    pad(&text, conversion, out)
}

/// The decimal expansion, halves rounded up as Java rounds the shortest digits.
fn fixed(number: f64, precision: usize) -> Result<String, JavaFailure> {
    if precision > 10_000 {
        return Err(JavaFailure::Size);
    }
    if !number.is_finite() {
        let mut text = String::new();
        super::double::push(number, &mut text);
        return Ok(text);
    }
    let shortest = format!("{number}");
    let (whole, fraction) = shortest.split_once('.').unwrap_or((&shortest, ""));

    if fraction.len() <= precision {
        let zeros = "0".repeat(precision - fraction.len());
        let point = if precision > 0 { "." } else { "" };
        return Ok(format!("{whole}{point}{fraction}{zeros}"));
    }
    let kept: String = format!("{whole}{}", fraction.get(..precision).unwrap_or(""));
    let round_up = fraction.as_bytes().get(precision).is_some_and(|digit| *digit >= b'5');
    let (sign, mut digits) = match kept.strip_prefix('-') {
        Some(digits) => ("-", digits.to_owned()),
        None => ("", kept),
    };
    if round_up {
        digits = increment(&digits);
    }
    let point = digits.len() - precision;
    let (whole, fraction) = digits.split_at(point);
    Ok(if precision > 0 { format!("{sign}{whole}.{fraction}") } else { format!("{sign}{whole}") })
}

fn increment(digits: &str) -> String {
    let kept = digits.trim_end_matches('9');
    let zeros = "0".repeat(digits.len() - kept.len());
    match kept.char_indices().next_back() {
        Some((at, digit)) => {
            let next = char::from_digit(digit.to_digit(10).unwrap_or(0) + 1, 10).unwrap_or('0');
            format!("{}{next}{zeros}", kept.get(..at).unwrap_or(""))
        }
        None => format!("1{zeros}"),
    }
}

fn scientific(number: f64, precision: usize) -> Result<String, JavaFailure> {
    if precision > 10_000 {
        return Err(JavaFailure::Size);
    }
    let text = format!("{number:.precision$e}");
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let sign = if exponent < 0 { '-' } else { '+' };
    Ok(format!("{digits}e{sign}{:02}", exponent.abs()))
}

fn pad_number(number: &str, conversion: &Conversion, out: &mut String) -> Result<(), JavaFailure> {
    let (negative, digits) = match number.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, number),
    };
    let digits = if conversion.flags.contains(',') { grouped(digits) } else { digits.to_owned() };
    let (before, after) = match (negative, conversion.flags.contains('(')) {
        (true, true) => ("(", ")"),
        (true, false) => ("-", ""),
        (false, _) if conversion.flags.contains('+') => ("+", ""),
        (false, _) if conversion.flags.contains(' ') => (" ", ""),
        (false, _) => ("", ""),
    };
    let length = before.len() + digits.len() + after.len();
    let zeros = match conversion.width {
        Some(width) if width > MAX_TEXT => return Err(JavaFailure::Size),
        Some(width) if conversion.flags.contains('0') => "0".repeat(width.saturating_sub(length)),
        _ => String::new(),
    };
    pad(&format!("{before}{zeros}{digits}{after}"), conversion, out)
}

fn grouped(digits: &str) -> String {
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}

fn pad(text: &str, conversion: &Conversion, out: &mut String) -> Result<(), JavaFailure> {
    let width = conversion.width.unwrap_or(0);
    if width > MAX_TEXT {
        return Err(JavaFailure::Size);
    }
    let blanks = " ".repeat(width.saturating_sub(text.encode_utf16().count()));
    let (before, after) = if conversion.flags.contains('-') { ("", blanks.as_str()) } else { (blanks.as_str(), "") };
    out.push_str(before);
    out.push_str(text);
    out.push_str(after);
    Ok(())
}
