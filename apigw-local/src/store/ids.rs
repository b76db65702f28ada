//! Identifiers and moments.

use std::hash::{BuildHasher as _, RandomState};
use std::time::{SystemTime, UNIX_EPOCH};

use apigw_model::Timestamp;

/// Where identifiers and moments come from. With a seed, both can be reproduced.
#[derive(Debug, Clone)]
pub(crate) struct Ids {
    state: u64,
    /// The moment that is given out next, if moments are made up.
    clock: Option<i64>,
}

/// The first moment of a store with a seed: the start of 2026.
const START: i64 = 1_767_225_600;

impl Ids {
    /// Identifiers that are the same for the same seed, or random ones without.
    pub(crate) fn new(seed: Option<u64>) -> Self {
        let state = seed.unwrap_or_else(|| RandomState::new().hash_one(SystemTime::now()));
        Self { state, clock: seed.map(|_| START) }
    }

    /// What reproduces the next identifiers and moments, if there is a seed.
    pub(super) fn seeded(&self) -> Option<(u64, i64)> {
        Some((self.state, self.clock?))
    }

    /// Goes back to what [`seeded`](Self::seeded) gave.
    pub(super) fn resume(&mut self, seeded: Option<(u64, i64)>) {
        if let Some((state, clock)) = seeded {
            (self.state, self.clock) = (state, Some(clock));
        }
    }

    /// An identifier of this many letters and digits.
    pub(crate) fn id(&mut self, length: usize) -> String {
        self.from(b"abcdefghijklmnopqrstuvwxyz0123456789", length)
    }

    /// The value of an API key.
    pub(crate) fn key_value(&mut self) -> String {
        self.from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 40)
    }

    /// A version 4 UUID.
    pub(crate) fn uuid(&mut self) -> String {
        let bits = (u128::from(self.next()) << 64) | u128::from(self.next());
        let bits = bits & !(0xf << 76) & !(0b11 << 62) | (0x4 << 76) | (0b10 << 62);
        let mut text = format!("{bits:032x}");
        for position in [20, 16, 12, 8] {
            text.insert(position, '-');
        }
        text
    }

    /// A number from 0 up to 100.
    pub(crate) fn percent(&mut self) -> f64 {
        f64::from(u32::try_from(self.next() % 1_000_000).unwrap_or_default()) / 10_000.0
    }

    /// The current moment, in whole seconds.
    pub(crate) fn now(&mut self) -> Timestamp {
        let seconds = match &mut self.clock {
            Some(clock) => {
                *clock += 1;
                *clock
            }
            None => {
                let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                i64::try_from(elapsed.as_secs()).unwrap_or_default()
            }
        };
        Timestamp { seconds, nanoseconds: 0 }
    }

    fn from(&mut self, letters: &[u8], length: usize) -> String {
        let mut text = String::with_capacity(length);
        let count = letters.len() as u64;
        for _ in 0..length {
            let index = usize::try_from(self.next() % count).unwrap_or_default();
            text.extend(letters.get(index).copied().map(char::from));
        }
        text
    }

    /// The next number (`SplitMix64`).
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

/// The day of a moment, as `2026-01-31`.
pub(crate) fn day(moment: Timestamp) -> String {
    let text = apigw_model::timestamp::to_text(moment, apigw_spec::shape::TimestampFormat::DateTime);
    text.split('T').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn a_seed_gives_the_same_identifiers_and_moments() {
        let (mut one, mut other) = (Ids::new(Some(7)), Ids::new(Some(7)));
        assert_eq!((one.id(10), one.uuid(), one.now()), (other.id(10), other.uuid(), other.now()));
        assert_ne!(one.id(10), other.uuid());
        assert_ne!(Ids::new(None).id(10), Ids::new(None).id(10));
    }
}
