//! Tests that need tools: without them they are counted as ignored, which the standard harness decides too early. With
//! `APIGW_REQUIRE_TOOLS` set, a missing tool is a failure.

use libtest_mimic::{Arguments, Trial};

use crate::tools::Tool;

/// A test by its name.
pub type Test = (&'static str, fn());

/// Tests that need the same tools.
#[derive(Debug)]
pub struct Group {
    /// What the names of the tests begin with.
    pub name: &'static str,
    /// What they need.
    pub needs: &'static [&'static Tool],
    /// The tests.
    pub tests: &'static [Test],
}

/// Runs groups of tests as a test program does.
pub fn run(groups: &[Group]) -> ! {
    let arguments = Arguments::from_args();
    let mut trials = Vec::new();
    for group in groups {
        let missing = group.needs.iter().filter(|tool| !tool.is_installed()).map(|tool| tool.name);
        let missing = missing.collect::<Vec<_>>().join(", ");
        let is_ignored = !missing.is_empty() && crate::may_skip();
        for &(name, test) in group.tests {
            let missing = missing.clone();
            let run = move || {
                if !missing.is_empty() {
                    return Err(format!("{missing} not installed; run `cargo verify`").into());
                }
                test();
                Ok(())
            };
            trials.push(Trial::test(format!("{}::{name}", group.name), run).with_ignored_flag(is_ignored));
        }
    }
    libtest_mimic::run(&arguments, trials).exit()
}
