//! The client, the command and the tools of AWS against servers that behave like the service: moto, and the command itself.

mod doors;
mod journey;
mod lambda;
mod rehearsal;
pub(crate) mod server;
mod story;
mod tools_of_aws;

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
        ("a_function_is_created_permitted_and_invoked", lambda::a_function_is_created_permitted_and_invoked),
        ("what_moto_refuses_has_the_code_of_the_service", story::refusals),
    ],
};

/// The tests that need the tools of AWS and no server but the command.
pub(crate) const GROUP_OF_LOCAL: Group = Group {
    name: "local",
    needs: &[&tools::AWS_CLI, &tools::BOTO3],
    tests: &[
        ("a_journey_gives_the_same_store_through_every_tool", journey::every_tool),
        ("boto3_makes_an_api_that_answers", tools_of_aws::boto3_story),
        ("the_aws_cli_makes_an_api_that_answers", tools_of_aws::aws_cli_story),
    ],
};
