//! The client and the command against moto, a server that behaves like the service.
//!
//! Without `moto_server` on the machine every test is counted as ignored; in CI that is a failure.

mod doors;
mod journey;
mod moto;
mod story;

use libtest_mimic::{Arguments, Trial};

const MISSING: &str = "no `moto_server` on this machine; install it with `pip install 'moto[server]'`";

/// A test by its name.
type Test = (&'static str, fn());

const TESTS: [Test; 4] = [
    ("a_journey_is_the_same_through_every_door", journey::every_door),
    ("the_examples_of_the_page_through_the_client", story::through_the_client),
    ("the_examples_of_the_page_through_the_command", story::through_the_command),
    ("what_moto_refuses_has_the_code_of_the_service", story::refusals),
];

fn main() {
    let arguments = Arguments::from_args();
    let is_missing = !moto::is_installed();
    let is_ignored = is_missing && apigw_tests::may_skip();
    if is_ignored && !arguments.list {
        eprintln!("{MISSING}");
    }
    let trials = TESTS.map(|(name, test)| {
        let run = move || {
            if is_missing {
                return Err(MISSING.into());
            }
            test();
            Ok(())
        };
        Trial::test(name, run).with_ignored_flag(is_ignored)
    });
    libtest_mimic::run(&arguments, trials.into()).exit();
}
