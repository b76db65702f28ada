//! The time of a call.

use jiff::Timestamp;

/// A moment in the forms that the service prints.
pub(super) struct Moment(Timestamp);

impl Moment {
    /// This moment.
    pub(super) fn now() -> Self {
        Self(Timestamp::now())
    }

    /// As in the lines of a log.
    pub(super) fn in_log(&self) -> String {
        self.0.strftime("%a %b %d %H:%M:%S UTC %Y").to_string()
    }

    /// As in `$context.requestTime`.
    pub(super) fn in_context(&self) -> String {
        self.0.strftime("%d/%b/%Y:%H:%M:%S +0000").to_string()
    }

    /// The milliseconds since 1970.
    pub(super) fn epoch(&self) -> String {
        self.0.as_millisecond().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    #[test]
    fn moments_print_as_the_service_prints_them() {
        let moment = Moment(jiff::Timestamp::from_second(1_795_904_353).expect("a moment"));
        assert_eq!(moment.in_log(), "Sat Nov 28 22:19:13 UTC 2026");
        assert_eq!(moment.in_context(), "28/Nov/2026:22:19:13 +0000");
        assert_eq!(moment.epoch(), "1795904353000");
    }
}
