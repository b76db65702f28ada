//! Timestamps of replies, printed as ISO 8601: numbers in the local time zone, strings in their own offset.

use apigw_cli_text::document::Document;
use apigw_cli_text::python::number;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// The printed form of a timestamp. Other values are returned unchanged.
pub(crate) fn printed(value: Document) -> Document {
    let seconds = match &value {
        Document::Integer(_) | Document::Double(_) => as_seconds(&value),
        Document::Text(text) => number::double(text),
        _ => return value,
    };
    let printed = match (seconds, &value) {
        (Some(seconds), _) => from_seconds(seconds),
        (None, Document::Text(text)) => from_iso(text).or_else(|| from_http(text)),
        (None, _) => None,
    };
    printed.map_or(value, Document::Text)
}

#[expect(clippy::cast_precision_loss, reason = "values beyond the range are rejected")]
fn as_seconds(value: &Document) -> Option<f64> {
    match value {
        Document::Integer(value) => Some(*value as f64),
        Document::Double(value) => Some(*value),
        _ => None,
    }
}

/// Microseconds are the finest unit printed; halves round to even, as in Python.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked first")]
fn from_seconds(seconds: f64) -> Option<String> {
    const LIMIT: f64 = 253_402_300_800.0;
    if !seconds.is_finite() || seconds.abs() >= LIMIT {
        return None;
    }
    let whole = seconds.floor();
    let micros = ((seconds - whole) * 1e6).round_ties_even() as i64;
    let moment = Timestamp::from_microsecond(whole as i64 * 1_000_000 + micros).ok()?;
    Some(iso(&moment.to_zoned(TimeZone::system())))
}

fn from_http(text: &str) -> Option<String> {
    jiff::fmt::rfc2822::parse(text).ok().map(|moment| iso(&moment))
}

fn iso(moment: &Zoned) -> String {
    let micros = moment.subsec_nanosecond() / 1000;
    let fraction = if micros == 0 { String::new() } else { format!(".{micros:06}") };
    format!("{}{fraction}{}", moment.strftime("%Y-%m-%dT%H:%M:%S"), offset(moment.offset().seconds()))
}

/// `+00:00`, with seconds where there are any.
fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.abs();
    let text = format!("{sign}{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
    if seconds % 60 == 0 { text } else { format!("{text}:{:02}", seconds % 60) }
}

/// Rewrites `2023-11-14T22:13:20.5Z` with six digits of fraction and a numeric offset.
fn from_iso(text: &str) -> Option<String> {
    let text = text.trim();
    let date = text.get(..10)?;
    let date: jiff::civil::Date = date.parse().ok()?;
    let Some(rest) = text.get(10..).filter(|rest| !rest.is_empty()) else { return Some(format!("{date}T00:00:00")) };
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let end = rest.find(['Z', 'z', '+', '-']).unwrap_or(rest.len());
    let (clock, zone) = rest.split_at_checked(end)?;
    let (clock, fraction) = clock.trim_end().split_once('.').unwrap_or((clock.trim_end(), ""));
    let clock = if clock.len() == 5 { format!("{clock}:00") } else { clock.to_owned() };
    let _: jiff::civil::Time = clock.parse().ok()?;
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let micros = format!("{fraction:0<6}").get(..6)?.to_owned();
    let fraction = if micros == "000000" { String::new() } else { format!(".{micros}") };
    Some(format!("{date}T{clock}{fraction}{}", zone_of(zone)?))
}

fn zone_of(zone: &str) -> Option<String> {
    if matches!(zone, "Z" | "z") {
        return Some("+00:00".to_owned());
    }
    let digits = zone.replace(':', "");
    let is_offset = digits.get(1..).is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    match (zone.len(), is_offset) {
        (0, _) => Some(String::new()),
        (_, true) if digits.len() == 5 => Some(format!("{}:{}", digits.get(..3)?, digits.get(3..)?)),
        (_, true) if digits.len() == 3 => Some(format!("{digits}:00")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::printed;
    use apigw_cli_text::document::Document;

    #[test]
    fn text_keeps_its_offset() {
        let cases = [
            ("2023-11-14T22:13:20Z", "2023-11-14T22:13:20+00:00"),
            ("2023-11-14T22:13:20.5+0530", "2023-11-14T22:13:20.500000+05:30"),
            ("2023-11-14 22:13:20.000-08:00", "2023-11-14T22:13:20-08:00"),
            ("2023-11-14T22:13:20", "2023-11-14T22:13:20"),
            ("Tue, 14 Nov 2023 22:13:20 GMT", "2023-11-14T22:13:20+00:00"),
            ("soon", "soon"),
        ];
        for (text, expected) in cases {
            assert_eq!(printed(Document::from(text)), Document::from(expected));
        }
        assert_eq!(printed(Document::Null), Document::Null);
    }
}
