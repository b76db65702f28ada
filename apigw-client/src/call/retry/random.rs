//! Random numbers for delays. They only need to spread the retries of many clients.

use std::hash::{BuildHasher as _, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};

/// A sequence that clones of a client share (`SplitMix64`).
#[derive(Debug)]
pub(crate) struct Random(AtomicU64);

impl Random {
    /// A sequence from a seed; without one, from the randomness that the standard library seeds its hash maps with.
    pub(crate) fn new(seed: Option<u64>) -> Self {
        Self(AtomicU64::new(seed.unwrap_or_else(|| RandomState::new().hash_one(0))))
    }

    /// The next number, from zero to below one.
    pub(crate) fn fraction(&self) -> f64 {
        const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
        let mut bits = self.0.fetch_add(STEP, Ordering::Relaxed).wrapping_add(STEP);
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        f64::from(u32::try_from((bits ^ (bits >> 31)) >> 32).unwrap_or_default()) / (f64::from(u32::MAX) + 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn seeds_repeat_and_numbers_spread() {
        let (one, two) = (Random::new(Some(7)), Random::new(Some(7)));
        let numbers: Vec<_> = (0..1000).map(|_| one.fraction()).collect();
        assert!(numbers.iter().all(|number| (0.0..1.0).contains(number) && number.total_cmp(&two.fraction()).is_eq()));
        let mean = numbers.iter().sum::<f64>() / 1000.0;
        assert!((0.45..0.55).contains(&mean), "{mean}");
    }
}
