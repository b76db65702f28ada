//! The client and the command against moto, a server that behaves like the service.
//!
//! Without `moto_server` on the machine every test is counted as ignored; in CI that is a failure.

mod doors;
mod journey;
mod moto;
mod story;

use apigw_tests::trials::{self, Test};

const MISSING: &str = "no `moto_server` on this machine; install it with `pip install 'moto[server]'`";

const TESTS: &[Test] = &[
    ("a_journey_is_the_same_through_every_door", journey::every_door),
    ("the_examples_of_the_page_through_the_client", story::through_the_client),
    ("the_examples_of_the_page_through_the_command", story::through_the_command),
    ("what_moto_refuses_has_the_code_of_the_service", story::refusals),
];

fn main() {
    trials::run(TESTS, moto::is_installed(), MISSING);
}
