//! Many cases, on all cores.

use std::collections::BTreeMap;
use std::process::Command;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use apigw_tests::command_folder::CommandFolder;

use crate::differential::compare::{Bench, Run};
use crate::differential::oracle::explanations;
use crate::differential::{generate, shrink};

/// How many command lines are tried.
const CASES: u64 = 2_000;
/// The seed that they are made from.
const SEED: u64 = 1;
/// After so many differences it ends.
const MOST: usize = 12;

/// What all workers found.
#[derive(Default)]
struct Findings {
    differences: Vec<String>,
    explained: BTreeMap<String, usize>,
}

/// A number that the environment says.
fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

/// Runs every case with both commands.
pub(crate) fn every_command_line() {
    let seed = number("APIGW_SEED").unwrap_or(SEED);
    let only = number("APIGW_CASE");
    let cases = number("APIGW_CASES").unwrap_or(CASES);
    let (first, end) = only.map_or((0, cases), |only| (only, only + 1));
    let next = AtomicU64::new(first);
    let findings = Mutex::new(Findings::default());
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| work(seed, end, &next, &findings));
        }
    });
    let Findings { differences, explained } = findings.into_inner().unwrap_or_else(PoisonError::into_inner);
    if std::env::var_os("APIGW_REPORT").is_some() {
        println!("{} command lines; explanations that applied: {explained:#?}", end - first);
    }
    assert!(
        differences.is_empty(),
        "{} command lines do otherwise:\n\n{}",
        differences.len(),
        differences.join("\n\n")
    );
    if only.is_none() && cases >= CASES {
        let dead: Vec<_> = explanations().into_iter().filter(|id| !explained.contains_key(id)).collect();
        assert!(dead.is_empty(), "explanations that explain nothing: {dead:?}");
    }
}

fn work(seed: u64, end: u64, next: &AtomicU64, findings: &Mutex<Findings>) {
    let mut bench = Bench::start(true);
    loop {
        let index = next.fetch_add(1, Ordering::Relaxed);
        if index >= end || findings.lock().unwrap_or_else(PoisonError::into_inner).differences.len() >= most() {
            return;
        }
        let case = generate::case(seed, index);
        let verdict = bench.judge(&case);
        let text = (!verdict.differences.is_empty()).then(|| {
            let short = shrink::shrink(&mut bench, case);
            let differences = bench.judge(&short).differences;
            format!("APIGW_SEED={seed} APIGW_CASE={index}\n{}  {}", short.text(), differences.join("\n  "))
        });
        let mut findings = findings.lock().unwrap_or_else(PoisonError::into_inner);
        findings.differences.extend(text);
        for id in verdict.explained {
            *findings.explained.entry(id).or_default() += 1;
        }
    }
}

fn most() -> usize {
    number("APIGW_MOST").and_then(|most| usize::try_from(most).ok()).unwrap_or(MOST)
}

/// Runs some cases with the program itself, and in a child of the oracle that nothing was changed in.
pub(crate) fn children_are_like_the_program() {
    const SAMPLE: u64 = 24;
    let mut bench = Bench::start(false);
    for index in 0..SAMPLE {
        let case = generate::case(SEED, index);
        // The enumerations of skeletons are random in the program.
        if case.words.iter().any(|word| word.contains("skeleton")) {
            continue;
        }
        let folder = CommandFolder::new();
        let child: Run = bench.aws(&case, &folder);
        let program = bench.program(&case, &folder, Command::new("aws"));
        assert_eq!(child.comparable(), program.comparable(), "case {index}:\n{}", case.text());
    }
}
