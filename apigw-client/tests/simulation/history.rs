//! What happened to the requests of each call, and whether the client was allowed to do that.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use apigw_client::{CallError, RetryMode};

use crate::plan::Plan;

/// What became of one request, as the client saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// No connection was made.
    Refused,
    /// The connection was cut, or nothing came back.
    Lost,
    /// The whole reply arrived.
    Reply {
        status: u16,
        /// The code of a failure.
        code: &'static str,
        /// How long the server asks to wait.
        wait: Option<Duration>,
        /// Whether a success can be read.
        readable: bool,
        /// Whether it is larger than the client takes.
        large: bool,
    },
    /// The client gave up.
    Dropped,
}

/// One request.
#[derive(Debug, Clone)]
pub(crate) struct Attempt {
    /// When it was sent and when it was over.
    pub(crate) sent: Duration,
    pub(crate) over: Duration,
    pub(crate) outcome: Outcome,
    /// How often the server executed it.
    pub(crate) executed: u32,
    /// How many bytes of the reply the client took.
    pub(crate) taken: usize,
}

/// How a call ended.
#[derive(Debug)]
pub(crate) enum Ending {
    Success,
    Failure(CallError),
    /// The caller dropped it.
    Cancelled,
}

/// One call.
#[derive(Debug)]
pub(crate) struct Call {
    /// Whether a second request may have another effect.
    pub(crate) creates: bool,
    /// Whether a success has to be JSON.
    pub(crate) reads_json: bool,
    /// Whether the reply is read as it arrives, which has no limit.
    pub(crate) streams: bool,
    pub(crate) attempts: Vec<Attempt>,
    pub(crate) ending: Option<Ending>,
}

/// The calls of an episode, by their numbers.
#[derive(Debug, Default)]
pub(crate) struct History(pub(crate) HashMap<u64, Call>);

/// How often things happened, by their names.
pub(crate) type Tally = BTreeMap<&'static str, usize>;

/// The size of the pieces in which bodies arrive.
pub(crate) const PIECE: usize = 64;

impl History {
    /// What the client did that it must not do, for each call.
    pub(crate) fn faults(&self, plan: &Plan) -> Vec<String> {
        let mut numbers: Vec<_> = self.0.keys().copied().collect();
        numbers.sort_unstable();
        let call = |number| self.0.get(&number).and_then(|call| Some((number, call.fault(plan)?, call)));
        numbers
            .into_iter()
            .filter_map(call)
            .map(|(number, fault, call)| format!("call {number}: {fault}: {call:?}"))
            .collect()
    }
}

impl History {
    /// What happened.
    pub(crate) fn tally(&self, tally: &mut Tally) {
        for call in self.0.values() {
            let mut count = |what, happened: bool| *tally.entry(what).or_default() += usize::from(happened);
            count("calls", true);
            count("successes", matches!(call.ending, Some(Ending::Success)));
            count("too large", matches!(call.ending, Some(Ending::Failure(CallError::TooLarge { .. }))));
            count("cancelled", matches!(call.ending, Some(Ending::Cancelled)));
            count(
                "created twice",
                call.creates && call.attempts.iter().map(|attempt| attempt.executed).sum::<u32>() > 1,
            );
            for (index, attempt) in call.attempts.iter().enumerate() {
                count("requests", true);
                count("retries", index > 0);
                count("executed, reply lost", attempt.executed > 0 && attempt.outcome == Outcome::Lost);
                count("requests doubled", attempt.executed > 1);
                count("not connected", attempt.outcome == Outcome::Refused);
                count("given up", attempt.outcome == Outcome::Dropped);
                if let Outcome::Reply { status, code, readable, .. } = attempt.outcome {
                    count("throttled", status == 429 || code == "ThrottlingException");
                    count("server failed", status >= 500);
                    count("clock rejected", code == "SignatureDoesNotMatch");
                    count("credentials expired", code == "ExpiredTokenException");
                    count("not readable", !readable);
                }
            }
        }
    }
}

impl Call {
    fn fault(&self, plan: &Plan) -> Option<String> {
        let Some(ending) = &self.ending else { return Some("it did not end".to_owned()) };
        // A correction of the clock and a renewal of the credentials are no retries.
        if self.attempts.len() > plan.attempts as usize + 2 {
            return Some("it was tried too often".to_owned());
        }

        let (mut corrections, mut renewals) = (0, 0);
        for (index, pair) in self.attempts.windows(2).enumerate() {
            let [before, after] = pair else { continue };
            if after.sent < before.over {
                return Some("two requests were under way at once".to_owned());
            }
            match &before.outcome {
                Outcome::Reply { code: "SignatureDoesNotMatch", .. } if corrections == 0 => corrections += 1,
                Outcome::Reply { code: "ExpiredTokenException", .. } if renewals == 0 => renewals += 1,
                outcome => {
                    if let Some(reason) = self.forbids_next(outcome, plan) {
                        return Some(reason.to_owned());
                    }
                    if let Some(reason) = delay_fault(before, after, index, plan) {
                        return Some(reason);
                    }
                }
            }
        }
        self.attempts.iter().find_map(|attempt| self.size_fault(attempt, plan)).or_else(|| self.ending_fault(ending))
    }

    /// Why no request may follow such an outcome, except to correct the clock or to renew credentials.
    fn forbids_next(&self, outcome: &Outcome, plan: &Plan) -> Option<&'static str> {
        let is_lost = matches!(outcome, Outcome::Lost | Outcome::Dropped);
        match outcome {
            _ if plan.mode == RetryMode::Off => Some("nothing is to be tried again"),
            Outcome::Reply { status: 200..=299, .. } => Some("a success was repeated"),
            Outcome::Reply { status: 429 | 500 | 502 | 503 | 504, .. }
            | Outcome::Reply { code: "ThrottlingException", .. }
            | Outcome::Refused => None,
            Outcome::Reply { .. } => Some("a failure was repeated that does not pass"),
            _ if is_lost && self.creates && !plan.retries_unknown => Some("what may have been executed was repeated"),
            _ => None,
        }
    }

    fn size_fault(&self, attempt: &Attempt, plan: &Plan) -> Option<String> {
        let is_over = !self.streams && attempt.taken > plan.body_limit + PIECE;
        is_over.then(|| format!("{} bytes were taken", attempt.taken))
    }

    /// Whether the result agrees with what happened.
    fn ending_fault(&self, ending: &Ending) -> Option<String> {
        let last = self.attempts.last();
        let outcome = last.map(|attempt| &attempt.outcome);
        let success = matches!(outcome, Some(Outcome::Reply { status: 200..=299, readable: true, large: false, .. }));
        let fits = match ending {
            Ending::Success => success,
            Ending::Cancelled => true,
            Ending::Failure(CallError::Service(error)) => {
                matches!(outcome, Some(Outcome::Reply { status, .. }) if *status == error.failure.status)
            }
            Ending::Failure(CallError::Unreachable { .. }) => outcome == Some(&Outcome::Refused),
            Ending::Failure(CallError::Interrupted { .. }) => outcome == Some(&Outcome::Lost),
            Ending::Failure(CallError::TooLarge { .. }) => {
                matches!(outcome, Some(Outcome::Reply { large: true, .. } | Outcome::Dropped))
            }
            Ending::Failure(CallError::NotJson(_) | CallError::BadJson(_)) => {
                matches!(outcome, Some(Outcome::Reply { readable: false, .. }))
            }
            // The time may be up at any moment, also between two requests.
            Ending::Failure(CallError::Timeout { .. }) => !success,
            Ending::Failure(_) => false,
        };
        if !fits {
            return Some("the result is not what happened".to_owned());
        }
        let executed =
            last.is_some_and(|attempt| attempt.executed > 0 && !matches!(attempt.outcome, Outcome::Reply { .. }));
        match ending {
            Ending::Failure(error) if executed && !error.may_have_happened() => {
                Some("it may have happened, which the error denies".to_owned())
            }
            _ => None,
        }
    }
}

/// What is wrong with the time between two requests.
fn delay_fault(before: &Attempt, after: &Attempt, index: usize, plan: &Plan) -> Option<String> {
    let delay = after.sent.saturating_sub(before.over);
    let asked = match &before.outcome {
        Outcome::Reply { wait, .. } => wait.unwrap_or_default().min(plan.longest_wait),
        _ => Duration::ZERO,
    };
    // Timers have a resolution of a millisecond.
    let tick = Duration::from_millis(2);
    if delay + tick < asked {
        return Some(format!("it was tried again after {delay:?} instead of {asked:?}"));
    }
    let longest = Duration::from_secs(1 << index.min(20)).min(plan.longest_backoff).max(asked);
    let is_limited = plan.pacing || plan.mode == RetryMode::Adaptive;
    (!is_limited && delay > longest + tick).then(|| format!("it waited {delay:?}, more than {longest:?}"))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use apigw_client::RetryMode;

    use super::{Attempt, Call, Ending, Outcome};
    use crate::plan::Plan;

    fn plan() -> Plan {
        let (mode, attempts, retries_unknown, pacing) = (RetryMode::Standard, 3, false, false);
        let (longest_backoff, longest_wait) = (Duration::from_secs(1), Duration::from_secs(5));
        Plan { mode, attempts, retries_unknown, longest_backoff, longest_wait, pacing, ..Plan::new(1) }
    }

    const DONE: Outcome = Outcome::Reply { status: 200, code: "", wait: None, readable: true, large: false };
    const DOWN: Outcome =
        Outcome::Reply { status: 503, code: "503", wait: Some(Duration::from_secs(3)), readable: true, large: false };
    const WRONG: Outcome = Outcome::Reply { status: 400, code: "400", wait: None, readable: true, large: false };

    /// A call with requests of a second each that begin at these times.
    fn call(creates: bool, attempts: &[(u64, Outcome)]) -> Call {
        let attempts = attempts.iter().map(|(sent, outcome)| {
            let (sent, over) = (Duration::from_secs(*sent), Duration::from_secs(sent + 1));
            Attempt { sent, over, outcome: outcome.clone(), executed: 1, taken: 10 }
        });
        let (attempts, ending) = (attempts.collect(), Some(Ending::Success));
        Call { creates, reads_json: true, streams: false, attempts, ending }
    }

    /// A check that finds nothing would let everything pass.
    #[test]
    fn every_kind_of_mistake_is_found() {
        let fault = |call: Call| call.fault(&plan());
        assert_eq!(fault(call(false, &[(0, Outcome::Lost), (1, DONE)])), None);
        assert_eq!(fault(call(true, &[(0, DOWN), (4, DONE)])), None);
        for (call, expected) in [
            (call(false, &[(0, DONE), (1, DONE)]), "a success was repeated"),
            (call(false, &[(0, WRONG), (1, DONE)]), "a failure was repeated that does not pass"),
            (call(true, &[(0, Outcome::Lost), (1, DONE)]), "what may have been executed was repeated"),
            (call(true, &[(0, Outcome::Dropped), (1, DONE)]), "what may have been executed was repeated"),
            (call(false, &[(0, DOWN), (2, DONE)]), "it was tried again after 1s instead of 3s"),
            (call(false, &[(0, Outcome::Lost), (9, DONE)]), "it waited 8s, more than 1s"),
            (call(false, &[(0, DOWN), (0, DONE)]), "two requests were under way at once"),
            (call(false, &[(0, Outcome::Lost)]), "the result is not what happened"),
            (call(false, &[0, 1, 2, 3, 4, 5].map(|at| (at, Outcome::Lost))), "it was tried too often"),
            (Call { ending: None, ..call(false, &[(0, DONE)]) }, "it did not end"),
        ] {
            assert_eq!(fault(call).as_deref(), Some(expected));
        }
        let mut large = call(false, &[(0, DONE)]);
        large.attempts[0].taken = plan().body_limit + 1000;
        assert!(fault(large).is_some_and(|fault| fault.ends_with("bytes were taken")));
        let off = Plan { mode: RetryMode::Off, ..plan() };
        let repeated = call(false, &[(0, Outcome::Lost), (1, DONE)]).fault(&off);
        assert_eq!(repeated.as_deref(), Some("nothing is to be tried again"));
    }
}
