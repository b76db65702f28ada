//! What a seed decides of an episode: the settings of the client, and how badly network and server behave.

use std::time::Duration;

use apigw_client::{RetryMode, RetryPolicy};

use crate::dice::Dice;

/// The settings and the misbehaviour of an episode.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) seed: u64,
    pub(crate) mode: RetryMode,
    pub(crate) attempts: u32,
    pub(crate) retries_unknown: bool,
    pub(crate) longest_backoff: Duration,
    pub(crate) longest_wait: Duration,
    pub(crate) attempt_timeout: Option<Duration>,
    pub(crate) call_timeout: Option<Duration>,
    pub(crate) pacing: bool,
    pub(crate) body_limit: usize,
    /// Whether requests are signed, so that clocks and credentials matter.
    pub(crate) signed: bool,
    /// How many seconds the clock of the server is ahead.
    pub(crate) skew: i64,
    /// After how many requests the server rejects the credentials that it knows.
    pub(crate) credentials_last: u64,
    /// How many calls there are at a time.
    pub(crate) workers: u64,
    /// How often things happen, of a thousand times.
    pub(crate) faults: Faults,
    /// How long a message takes at most, in milliseconds.
    pub(crate) latency: u64,
}

/// How often things happen, of a thousand times.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Faults {
    /// No connection is made.
    pub(crate) refused: u64,
    /// The connection is cut before the request arrives.
    pub(crate) cut_before: u64,
    /// The connection is cut after it, before the reply.
    pub(crate) cut_after: u64,
    /// The connection is cut within the body of the reply.
    pub(crate) cut_within: u64,
    /// Nothing comes back.
    pub(crate) silent: u64,
    /// The request arrives twice.
    pub(crate) duplicated: u64,
    /// A message takes much longer, so that later ones overtake it.
    pub(crate) overtaken: u64,
    /// The server asks for fewer calls.
    pub(crate) throttled: u64,
    /// The server fails.
    pub(crate) failed: u64,
    /// The server rejects the request.
    pub(crate) rejected: u64,
    /// The reply is a success that cannot be read.
    pub(crate) garbage: u64,
    /// The reply is larger than the client takes.
    pub(crate) large: u64,
    /// The caller gives up.
    pub(crate) cancelled: u64,
}

impl Plan {
    pub(crate) fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let seconds = |dice: &mut Dice, choices: &[u64]| Duration::from_secs(dice.pick(choices));
        Self {
            seed,
            mode: dice.pick(&[RetryMode::Standard, RetryMode::Standard, RetryMode::Adaptive, RetryMode::Off]),
            attempts: dice.pick(&[1, 2, 3, 3, 5, 10]),
            retries_unknown: dice.happens(500),
            longest_backoff: seconds(&mut dice, &[0, 1, 20]),
            longest_wait: seconds(&mut dice, &[0, 5, 60]),
            attempt_timeout: dice.pick(&[None, Some(Duration::from_secs(2)), Some(Duration::from_secs(30))]),
            call_timeout: dice.pick(&[None, Some(Duration::from_secs(10)), Some(Duration::from_mins(5))]),
            pacing: dice.happens(100),
            body_limit: dice.pick(&[200, 1 << 16]),
            signed: dice.happens(400),
            skew: dice.pick(&[0, 0, 200, -3600, 7200, 40 * 3600, -400 * 86_400]),
            credentials_last: dice.pick(&[u64::MAX, u64::MAX, 20]),
            workers: dice.pick(&[1, 2, 8, 32]),
            faults: Faults::new(&mut dice),
            latency: dice.pick(&[5, 200, 3000]),
        }
    }

    /// The policy as users write it.
    pub(crate) fn policy(&self) -> RetryPolicy {
        RetryPolicy::new()
            .mode(self.mode)
            .max_attempts(self.attempts)
            .retry_unknown(self.retries_unknown)
            .longest_backoff(self.longest_backoff)
            .longest_wait(self.longest_wait)
    }
}

impl Faults {
    fn new(dice: &mut Dice) -> Self {
        // In each episode some things go wrong often, some seldom and most not at all.
        let mut often = || dice.pick(&[0, 0, 0, 20, 100, 400]);
        Self {
            refused: often(),
            cut_before: often(),
            cut_after: often(),
            cut_within: often(),
            silent: often() / 4,
            duplicated: often(),
            overtaken: often(),
            throttled: often(),
            failed: often(),
            rejected: often() / 2,
            garbage: often() / 4,
            large: often() / 4,
            cancelled: often() / 8,
        }
    }
}
