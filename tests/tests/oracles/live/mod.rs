//! The client and the command against moto, a server that behaves like the service.

mod doors;
mod journey;
mod moto;
mod rehearsal;
mod story;

use apigw_tests::tools;
use apigw_tests::trials::Group;

/// The tests of this module.
pub(crate) const GROUP: Group = Group {
    name: "live",
    needs: &[&tools::MOTO],
    tests: &[
        ("a_journey_is_the_same_through_every_door", journey::every_door),
        ("the_examples_of_the_page_through_the_client", story::through_the_client),
        ("the_examples_of_the_page_through_the_command", story::through_the_command),
        ("a_rehearsal_finds_mistakes_around_a_call", rehearsal::mistakes_around_a_call),
        ("what_moto_refuses_has_the_code_of_the_service", story::refusals),
    ],
};
