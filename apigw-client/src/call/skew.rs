//! Clock skew: a signature that is rejected for its time is made again with the time of the service.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

use apigw_model::timestamp;

use crate::failure::Failure;

/// The difference of the clocks, in seconds, up to which it is not the reason; services allow five minutes.
const TOLERATED: u64 = 240;

/// The difference, in seconds, beyond which a reply is not believed: a signature for a time that a stranger chose could be
/// used at that time.
const BELIEVED: u64 = 24 * 60 * 60;

/// How many seconds the service's clock is ahead of this machine's.
#[derive(Debug, Default)]
pub(crate) struct Skew(AtomicI64);

impl Skew {
    /// The time of the service.
    pub(crate) fn now(&self) -> SystemTime {
        let ahead = self.0.load(Ordering::Relaxed);
        let by = Duration::from_secs(ahead.unsigned_abs());
        let now = SystemTime::now();
        if ahead < 0 { now.checked_sub(by) } else { now.checked_add(by) }.unwrap_or(now)
    }

    /// Learns the time of the service from the failure of a request that was signed at a time, and from the `Date` of the
    /// reply. Returns whether the time was the reason for the failure.
    pub(crate) fn learn(&self, failure: &Failure, date: Option<&str>, signed: SystemTime) -> bool {
        if !failure.may_be_clock_skew() {
            return false;
        }
        let Some(theirs) = date.and_then(timestamp::parse).map(|theirs| theirs.seconds) else { return false };
        let ahead = theirs.saturating_sub(seconds(SystemTime::now()));
        if ahead.unsigned_abs() > BELIEVED {
            return false;
        }
        let is_reason = theirs.abs_diff(seconds(signed)) > TOLERATED;
        if is_reason {
            self.0.store(ahead, Ordering::Relaxed);
        }
        is_reason
    }
}

/// A time as seconds since 1970; earlier times count as 1970.
fn seconds(time: SystemTime) -> i64 {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::Skew;
    use crate::failure::Failure;

    fn learn(skew: &Skew, code: &str, date: Option<&str>, signed: SystemTime) -> bool {
        let (code, message) = (code.to_owned(), String::new());
        skew.learn(
            &Failure { code, message, status: 403, request_id: None, retry_after: None, raw: None },
            date,
            signed,
        )
    }

    #[test]
    fn the_time_of_the_reply_counts_after_a_rejected_signature() {
        let skew = Skew::default();
        let signed = SystemTime::now();
        let hour = super::seconds(signed) - 3600;
        let hour = apigw_model::Timestamp { seconds: hour, nanoseconds: 0 };
        let text = apigw_model::timestamp::to_text(hour, apigw_spec::shape::TimestampFormat::HttpDate);
        let date = Some(text.as_str());
        assert!(!learn(&skew, "AccessDeniedException", date, signed));
        assert!(!learn(&skew, "SignatureDoesNotMatch", None, signed));
        assert!(!learn(&skew, "SignatureDoesNotMatch", Some("yesterday"), signed));
        assert!(learn(&skew, "InvalidSignatureException", date, signed));
        assert!(learn(&skew, "InvalidSignatureException", date, signed), "a request under way at the same time");
        let behind = signed.duration_since(skew.now()).unwrap();
        assert!(behind > Duration::from_mins(59) && behind < Duration::from_mins(61), "{behind:?}");
        assert!(!learn(&skew, "RequestTimeTooSkewed", date, skew.now()), "the clocks agree by now");
    }

    #[test]
    fn nobody_chooses_another_day() {
        for date in ["Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "Tue, 14 Nov 2023 22:13:20 GMT"]
        {
            let skew = Skew::default();
            assert!(!learn(&skew, "InvalidSignatureException", Some(date), SystemTime::now()), "{date}");
            assert!(skew.now().elapsed().unwrap() < Duration::from_mins(1));
        }
    }
}
