//! The limiter of the adaptive mode: it follows the rate at which the service throttles, as AWS specifies it (a cubic
//! curve, like TCP's).

use std::time::Duration;

use tokio::time::Instant;

/// What is left of the rate after throttling.
const BETA: f64 = 0.7;
/// How fast the rate recovers.
const SCALE: f64 = 0.4;
/// The weight of a newly measured rate.
const SMOOTHING: f64 = 0.8;
/// The slowest rate, in attempts a second.
const SLOWEST: f64 = 0.5;
/// How long rates are measured, in seconds.
const INTERVAL: f64 = 0.5;
/// The shortest time to wait.
const TICK: Duration = Duration::from_millis(1);

/// The rate limit. Nothing is limited before the service throttles for the first time.
#[derive(Debug)]
pub(crate) struct Limiter {
    start: Instant,
    /// Whether the service has throttled.
    enabled: bool,
    /// Attempts a second, and how many may go at once.
    rate: f64,
    tokens: f64,
    filled: f64,
    /// The rate that was measured, and what is measured now.
    measured: f64,
    count: f64,
    interval: f64,
    /// When the service throttled last, and the rate at which it did.
    throttled: f64,
    ceiling: f64,
}

impl Limiter {
    pub(crate) fn new() -> Self {
        Self {
            start: Instant::now(),
            enabled: false,
            rate: 0.0,
            tokens: 0.0,
            filled: 0.0,
            measured: 0.0,
            count: 0.0,
            interval: 0.0,
            throttled: 0.0,
            ceiling: 0.0,
        }
    }

    /// Takes a token for one attempt, or returns how long to wait before asking again.
    pub(crate) fn take(&mut self) -> Result<(), Duration> {
        if !self.enabled {
            return Ok(());
        }
        self.fill();
        if self.tokens < 1.0 {
            // Never less than the resolution of a timer, or rounding would cause a busy loop.
            return Err(Duration::from_secs_f64((1.0 - self.tokens) / self.rate).max(TICK));
        }
        self.tokens -= 1.0;
        Ok(())
    }

    /// Learns from a reply.
    pub(crate) fn learn(&mut self, throttled: bool) {
        self.measure();
        let now = self.now();
        let rate = if throttled {
            let accepted = if self.enabled { self.measured.min(self.rate) } else { self.measured };
            self.fill();
            self.enabled = true;
            self.ceiling = accepted;
            self.throttled = now;
            accepted * BETA
        } else {
            let recovery = ((self.ceiling * (1.0 - BETA)) / SCALE).cbrt();
            SCALE * (now - self.throttled - recovery).powi(3) + self.ceiling
        };
        if self.enabled {
            self.fill();
            self.rate = rate.min(2.0 * self.measured).max(SLOWEST);
            self.tokens = self.tokens.min(self.capacity());
        }
    }

    /// Measures the rate of replies, over intervals of half a second.
    fn measure(&mut self) {
        self.count += 1.0;
        let interval = (self.now() / INTERVAL).floor() * INTERVAL;
        if interval > self.interval {
            let rate = self.count / (interval - self.interval);
            self.measured = rate * SMOOTHING + self.measured * (1.0 - SMOOTHING);
            self.count = 0.0;
            self.interval = interval;
        }
    }

    fn fill(&mut self) {
        let now = self.now();
        self.tokens = (self.tokens + (now - self.filled) * self.rate).min(self.capacity());
        self.filled = now;
    }

    fn capacity(&self) -> f64 {
        self.rate.max(1.0)
    }

    fn now(&self) -> f64 {
        self.start.elapsed().as_secs_f64()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::time::{Instant, advance, sleep};

    use super::Limiter;

    #[tokio::test(start_paused = true)]
    async fn nothing_is_limited_before_the_service_throttles() {
        let mut limiter = Limiter::new();
        for _ in 0..1000 {
            limiter.take().unwrap();
            limiter.learn(false);
        }
    }

    /// Sends for a minute to a service that accepts ten attempts a second.
    #[tokio::test(start_paused = true)]
    async fn the_rate_settles_below_what_the_service_accepts() {
        let mut limiter = Limiter::new();
        let (mut accepted, mut rejected) = (0, 0);
        let (mut second, mut count) = (Instant::now(), 0);
        let end = Instant::now() + Duration::from_mins(1);
        while Instant::now() < end {
            if let Err(wait) = limiter.take() {
                sleep(wait).await;
                continue;
            }
            if second.elapsed() >= Duration::from_secs(1) {
                (second, count) = (Instant::now(), 0);
            }
            count += 1;
            limiter.learn(count > 10);
            if count > 10 {
                rejected += 1;
            } else {
                accepted += 1;
            }
            advance(Duration::from_millis(5)).await;
        }
        assert!(accepted > 200, "{accepted} accepted, {rejected} rejected");
        assert!(rejected < accepted / 2, "{accepted} accepted, {rejected} rejected");
    }
}
