//! `Double.toString`.

use std::fmt::Write as _;

/// Appends a number as Java prints it: at least one digit after the point, and an exponent outside 10⁻³ to 10⁷.
pub(crate) fn push(number: f64, out: &mut String) {
    if number.is_nan() {
        return out.push_str("NaN");
    }
    if number.is_sign_negative() {
        out.push('-');
    }
    if number.is_infinite() {
        return out.push_str("Infinity");
    }
    if number == 0.0 {
        return out.push_str("0.0");
    }
    // The shortest digits that read back as the number, as `d.ddde±x`. Writing to a string cannot fail.
    let mut shortest = String::with_capacity(32);
    let _ = write!(shortest, "{:e}", number.abs());
    let (digits, exponent) = shortest.split_once('e').unwrap_or((&shortest, "0"));
    let (first, rest) = digits.split_once('.').unwrap_or((digits, ""));
    place_point(first, rest, exponent.parse().unwrap_or(0), out);
}

/// Appends digits, the first and the others, with the point where the exponent puts it.
fn place_point(first: &str, rest: &str, exponent: i32, out: &mut String) {
    if (0..7).contains(&exponent) {
        out.push_str(first);
        let shift = usize::try_from(exponent).unwrap_or(0);
        let (whole, fraction) = rest.split_at_checked(shift).unwrap_or((rest, ""));
        out.push_str(whole);
        out.extend(std::iter::repeat_n('0', shift - whole.len()));
        out.push('.');
        out.push_str(if fraction.is_empty() { "0" } else { fraction });
        return;
    }
    if (-3..0).contains(&exponent) {
        out.push_str("0.");
        out.extend(std::iter::repeat_n('0', usize::try_from(-exponent - 1).unwrap_or(0)));
        out.push_str(first);
        out.push_str(rest);
        return;
    }
    let _ = write!(out, "{first}.{}E{exponent}", if rest.is_empty() { "0" } else { rest });
}

#[cfg(test)]
mod tests {
    use super::push;

    #[test]
    fn prints_as_java_does() {
        let cases = [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1e7, "1.0E7"),
            (9_999_999.0, "9999999.0"),
            (1.5e10, "1.5E10"),
            (0.001, "0.001"),
            (0.000_9, "9.0E-4"),
            (123.456, "123.456"),
            (-1e-7, "-1.0E-7"),
            (f64::INFINITY, "Infinity"),
            (f64::NAN, "NaN"),
        ];
        for (number, text) in cases {
            let mut out = String::new();
            push(number, &mut out);
            assert_eq!(out, text);
        }
    }
}
