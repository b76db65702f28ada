//! The time and the identifiers of a call.

use std::hash::{BuildHasher as _, RandomState};

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

/// A version 4 UUID. It need not be unpredictable.
pub(super) fn uuid() -> String {
    let state = RandomState::new();
    let bits = (u128::from(state.hash_one(0)) << 64) | u128::from(state.hash_one(1));
    let bits = bits & !(0xf << 76) & !(0b11 << 62) | (0x4 << 76) | (0b10 << 62);
    let mut text = format!("{bits:032x}");
    for position in [20, 16, 12, 8] {
        text.insert(position, '-');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Moment, uuid};

    #[test]
    fn moments_print_as_the_service_prints_them() {
        let moment = Moment(jiff::Timestamp::from_second(1_795_904_353).expect("a moment"));
        assert_eq!(moment.in_log(), "Sat Nov 28 22:19:13 UTC 2026");
        assert_eq!(moment.in_context(), "28/Nov/2026:22:19:13 +0000");
        assert_eq!(moment.epoch(), "1795904353000");
    }

    #[test]
    fn identifiers_have_the_form_of_version_4() {
        let id = uuid();
        assert_eq!((id.len(), id.as_bytes()[14]), (36, b'4'), "{id}");
        assert_ne!(id, uuid());
    }
}
