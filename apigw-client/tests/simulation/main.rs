//! Deterministic simulation: the real client against a model of network, clock and server that a seed decides, in paused
//! time. Connections are cut, messages are lost, late, doubled and overtaken, clocks differ, credentials expire, the server
//! throttles and fails, callers give up, all at once.
//!
//! Of every call is checked that it ends; that nothing is sent which the policy forbids, or too early; that its result is
//! what happened; that it takes no more of a reply than it may. Of every episode: that no request, body or task is left.
//!
//! `APIGW_SIMULATION_CALLS` sets the number of calls, `APIGW_SIMULATION_SEED` the first seed. A failure prints the seed of
//! its episode; `APIGW_SIMULATION_EPISODE` plays that one alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "these are tests")]

mod dice;
mod episode;
mod history;
mod network;
mod plan;

use std::time::Instant;

use crate::dice::Dice;
use crate::episode::{CALLS, play};
use crate::history::Tally;
use crate::plan::Plan;

/// How many calls are made where nothing else is said: enough to meet every kind of fault.
const DEFAULT: u64 = 5_000;

fn setting(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok().filter(|text| !text.is_empty())?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")))
}

#[test]
fn every_call_ends_as_the_policy_says() {
    if let Some(seed) = setting("APIGW_SIMULATION_EPISODE") {
        let (faults, _) = play(&Plan::new(seed), &mut Tally::new());
        assert!(faults.is_empty(), "{:#?}\n{}", Plan::new(seed), faults.join("\n"));
        return;
    }

    let calls = setting("APIGW_SIMULATION_CALLS").unwrap_or(DEFAULT);
    let first = setting("APIGW_SIMULATION_SEED").unwrap_or(1);
    let (mut dice, begin, memory) = (Dice::new(first), Instant::now(), memory());
    let mut tally = Tally::new();
    for _ in 0..calls.div_ceil(CALLS) {
        let seed = dice.next();
        let (faults, _) = play(&Plan::new(seed), &mut tally);
        assert!(
            faults.is_empty(),
            "APIGW_SIMULATION_EPISODE={seed} cargo test -p apigw-client --test simulation\n{}",
            faults.join("\n")
        );
    }
    let growth = crate::memory().saturating_sub(memory);
    println!("seed {first}, {:?}, {growth} kB more memory: {tally:?}", begin.elapsed());
    assert!(tally.values().all(|count| *count > 0), "something never happened: {tally:?}");
    assert!(growth < 50_000, "{growth} kB more memory");
}

#[test]
fn a_seed_repeats_everything() {
    for seed in 1..20 {
        let plan = Plan::new(seed);
        let [mut first, mut second] = [Tally::new(), Tally::new()];
        assert_eq!(play(&plan, &mut first), play(&plan, &mut second), "seed {seed}");
        assert_eq!(first, second, "seed {seed}");
    }
}

/// The memory of this process, in kB; zero where that cannot be told.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}
