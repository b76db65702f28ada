//! Tests that need something installed: without it they are counted as ignored, which the standard harness decides too
//! early. In CI that is a failure.

use libtest_mimic::{Arguments, Trial};

/// A test by its name.
pub type Test = (&'static str, fn());

/// Runs the tests as a program of tests does; if what they need is not there, what is `missing` is told instead.
pub fn run(tests: &[Test], is_possible: bool, missing: &'static str) -> ! {
    let arguments = Arguments::from_args();
    let is_ignored = !is_possible && crate::may_skip();
    if is_ignored && !arguments.list {
        eprintln!("{missing}");
    }
    let trials = tests.iter().map(|&(name, test)| {
        let run = move || {
            if !is_possible {
                return Err(missing.into());
            }
            test();
            Ok(())
        };
        Trial::test(name, run).with_ignored_flag(is_ignored)
    });
    libtest_mimic::run(&arguments, trials.collect()).exit()
}
