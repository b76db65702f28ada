//! Chance that is the same in every run.

use fastrand::Rng;

/// What decides what a case is.
pub(crate) struct Dice(Rng);

impl Dice {
    /// The dice of one case.
    pub(crate) fn new(seed: u64, index: u64) -> Self {
        Self(Rng::with_seed(Rng::with_seed(seed).u64(..) ^ Rng::with_seed(index).u64(..)))
    }

    /// A number below another one.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0.usize(..end.max(1))
    }

    /// True once in so many times.
    pub(crate) fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of several.
    pub(crate) fn pick<T: Copy>(&mut self, values: &[T]) -> T {
        values[self.below(values.len())]
    }

    /// Another order.
    pub(crate) fn shuffle<T>(&mut self, values: &mut [T]) {
        self.0.shuffle(values);
    }
}
