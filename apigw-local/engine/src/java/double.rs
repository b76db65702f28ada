//! `Double.toString`.

/// A number as Java prints it: at least one digit after the point, and an exponent outside 10⁻³ to 10⁷.
pub(crate) fn to_text(number: f64) -> String {
    if number.is_nan() {
        return "NaN".to_owned();
    }
    let sign = if number.is_sign_negative() { "-" } else { "" };
    if number.is_infinite() {
        return format!("{sign}Infinity");
    }
    if number == 0.0 {
        return format!("{sign}0.0");
    }
    // The shortest digits that read back as the number, as `d.ddde±x`.
    let shortest = format!("{:e}", number.abs());
    let (digits, exponent) = shortest.split_once('e').unwrap_or((&shortest, "0"));
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let exponent: i32 = exponent.parse().unwrap_or(0);
    format!("{sign}{}", place_point(&digits, exponent))
}

fn place_point(digits: &str, exponent: i32) -> String {
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    if (0..7).contains(&exponent) {
        let whole = exponent + 1;
        if whole >= count {
            return format!("{digits}{}.0", "0".repeat(usize::try_from(whole - count).unwrap_or(0)));
        }
        let (before, after) = digits.split_at(usize::try_from(whole).unwrap_or(0));
        return format!("{before}.{after}");
    }
    if (-3..0).contains(&exponent) {
        return format!("0.{}{digits}", "0".repeat(usize::try_from(-exponent - 1).unwrap_or(0)));
    }
    let (first, rest) = digits.split_at(1.min(digits.len()));
    format!("{first}.{}E{exponent}", if rest.is_empty() { "0" } else { rest })
}

#[cfg(test)]
mod tests {
    use super::to_text;

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
            assert_eq!(to_text(number), text);
        }
    }
}
