//! Command lines made up from the model do with `apigw` what they do with `aws`.
//!
//! The other side is version 1 of the AWS CLI (`awscli` of `PyPI`), the one that can be installed everywhere; where version 2
//! does otherwise, `explained.json` says so.
//! `APIGW_CASES` says how many command lines are tried, `APIGW_SEED` from which seed they are made, and `APIGW_CASE` the
//! number of the only one to try. `APIGW_REPORT=1` prints how often each explanation applied.

mod case;
mod compare;
mod dice;
mod generate;
mod oracle;
mod shrink;
mod survey;

use apigw_tests::tools;
use apigw_tests::trials::Group;

/// The tests of this module.
pub(crate) const GROUP: Group = Group {
    name: "differential",
    needs: &[&tools::AWS_CLI],
    tests: &[
        ("command_lines_do_as_with_aws", survey::every_command_line),
        ("a_child_of_the_oracle_does_as_the_program", survey::children_are_like_the_program),
    ],
};
