//! The time of a call, in the forms that the service prints.

use std::time::{SystemTime, UNIX_EPOCH};

use apigw_model::Timestamp;
use apigw_model::timestamp::to_text;
use apigw_spec::shape::TimestampFormat;

/// A moment, in milliseconds since 1970.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moment(u64);

impl Moment {
    /// This moment.
    pub(crate) fn now() -> Self {
        let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self(u64::try_from(elapsed.as_millis()).unwrap_or_default())
    }

    /// The milliseconds since 1970.
    pub(crate) fn epoch(self) -> u64 {
        self.0
    }

    /// As in the lines of a log: `Sat Nov 28 22:19:13 UTC 2026`.
    pub(crate) fn in_log(self) -> String {
        let [weekday, day, month, year, time] = self.parts();
        format!("{weekday} {month} {day} {time} UTC {year}")
    }

    /// As in `$context.requestTime`: `28/Nov/2026:22:19:13 +0000`.
    pub(crate) fn in_context(self) -> String {
        let [_, day, month, year, time] = self.parts();
        format!("{day}/{month}/{year}:{time} +0000")
    }

    /// The weekday, the day, the month, the year and the time, from the date of HTTP.
    fn parts(self) -> [String; 5] {
        let seconds = i64::try_from(self.0 / 1000).unwrap_or_default();
        let text = to_text(Timestamp { seconds, nanoseconds: 0 }, TimestampFormat::HttpDate);
        let mut words = text.split([' ', ',']).filter(|word| !word.is_empty()).map(str::to_owned);
        std::array::from_fn(|_| words.next().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    #[test]
    fn moments_print_as_the_service_prints_them() {
        let moment = Moment(1_795_904_353_000);
        assert_eq!(moment.in_log(), "Sat Nov 28 22:19:13 UTC 2026");
        assert_eq!(moment.in_context(), "28/Nov/2026:22:19:13 +0000");
    }
}
