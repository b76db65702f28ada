//! Text forms of timestamps: RFC 3339, the HTTP date, and seconds since 1970.

use apigw_spec::shape::TimestampFormat;
use apigw_spec::value::Timestamp;
use time::OffsetDateTime;
use time::format_description::well_known::{Rfc2822, Rfc3339};

/// Reads a timestamp in any of the three forms, as the service is known to vary between them.
///
/// ```
/// use apigw_model::timestamp::parse;
///
/// assert_eq!(parse("2023-11-14T22:13:20Z"), parse("1700000000"));
/// assert_eq!(parse("yesterday"), None);
/// ```
pub fn parse(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(seconds) = text.parse::<f64>() {
        return from_seconds(seconds);
    }
    let moment = OffsetDateTime::parse(text, &Rfc3339)
        .or_else(|_| OffsetDateTime::parse(text, &Rfc2822))
        // Without a zone, as skeletons have it, it is taken for UTC, as the AWS tools do.
        .or_else(|_| OffsetDateTime::parse(&format!("{text}Z"), &Rfc3339))
        .ok()?;
    Some(Timestamp { seconds: moment.unix_timestamp(), nanoseconds: moment.nanosecond() })
}

/// A timestamp from seconds since 1970, if it is within the range of years that can be written.
///
/// ```
/// let timestamp = apigw_model::timestamp::from_seconds(1.5);
/// assert_eq!(timestamp.map(|timestamp| (timestamp.seconds, timestamp.nanoseconds)), Some((1, 500_000_000)));
/// ```
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "both are within range after the check")]
pub fn from_seconds(seconds: f64) -> Option<Timestamp> {
    const YEAR_10000: f64 = 253_402_300_800.0;
    if !seconds.is_finite() || seconds.abs() >= YEAR_10000 {
        return None;
    }
    // Microseconds are all that a double holds exactly for today's dates.
    let micros = ((seconds - seconds.floor()) * 1e6).round() as u32;
    let carry = i64::from(micros / 1_000_000);
    Some(Timestamp { seconds: seconds.floor() as i64 + carry, nanoseconds: (micros % 1_000_000) * 1_000 })
}

/// Seconds since 1970 as a number.
///
/// ```
/// use apigw_model::timestamp::to_seconds;
/// use apigw_model::Timestamp;
///
/// assert_eq!(to_seconds(Timestamp { seconds: 1, nanoseconds: 500_000_000 }), 1.5);
/// ```
#[expect(clippy::cast_precision_loss, reason = "seconds of any writable year fit a double exactly")]
pub fn to_seconds(timestamp: Timestamp) -> f64 {
    timestamp.seconds as f64 + f64::from(timestamp.nanoseconds) / 1e9
}

/// The text that a timestamp has outside JSON numbers.
///
/// ```
/// use apigw_model::timestamp::to_text;
/// use apigw_model::Timestamp;
/// use apigw_spec::shape::TimestampFormat;
///
/// let timestamp = Timestamp { seconds: 1_700_000_000, nanoseconds: 0 };
/// assert_eq!(to_text(timestamp, TimestampFormat::DateTime), "2023-11-14T22:13:20Z");
/// ```
pub fn to_text(timestamp: Timestamp, format: TimestampFormat) -> String {
    let moment = OffsetDateTime::from_unix_timestamp(timestamp.seconds)
        .ok()
        .and_then(|moment| moment.replace_nanosecond(timestamp.nanoseconds).ok())
        .unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let text = match format {
        TimestampFormat::EpochSeconds => return format!("{}", to_seconds(timestamp)),
        TimestampFormat::DateTime => moment.format(&Rfc3339),
        TimestampFormat::HttpDate => moment.format(&Rfc2822).map(|text| text.replace("+0000", "GMT")),
    };
    text.unwrap_or_default()
}
