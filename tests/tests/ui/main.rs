//! What must compile and what must not, and in which words: `written` by hand in `ui/`, and made from the examples of
//! the `rules` and from the `matrix` of macros in macros; and what cargo makes of crates whose `files` change.

mod compiler;
mod files;
mod lints;
mod matrix;
mod one_error;
mod rules;
mod small_crate;
mod written;

use apigw_tests::tools;
use apigw_tests::trials::{self, Group};

/// What has messages of our own, which no compiler words otherwise, or none.
const OWN: Group = Group {
    name: "own_messages",
    needs: &[],
    tests: &[
        ("models_are_rejected", || written::refused("ui/model/fail")),
        ("models_are_accepted", || written::accepted("ui/model/pass")),
        ("builders_are_accepted", || written::accepted("ui/builder/pass")),
        ("a_custom_rule_accepts", || written::accepted("ui/own/pass")),
        ("programs_and_messages_come_in_pairs", written::programs_and_messages_come_in_pairs),
        ("macros_can_be_wrapped", matrix::macros_can_be_wrapped),
        ("no_cell_is_left_out", matrix::no_cell_is_left_out),
        ("rules_hold_at_every_entry_point", rules::hold_at_every_entry_point),
        ("rules_accept_at_every_entry_point", rules::accept_at_every_entry_point),
    ],
};

/// What cargo builds, and builds again.
const CARGO: Group = Group {
    name: "cargo",
    needs: &[],
    tests: &[
        ("templates_are_checked_in_their_files", files::templates_are_checked_in_their_files),
        ("a_wrong_path_names_the_folder", files::a_wrong_path_names_the_folder),
        ("a_path_that_a_macro_wrote_is_not_known", files::a_path_that_a_macro_wrote_is_not_known),
        ("a_constant_is_not_seen_into", files::a_constant_is_not_seen_into),
        ("bodies_are_checked_in_their_files", files::bodies_are_checked_in_their_files),
        ("raw_strings_are_checked_in_their_source", files::raw_strings_are_checked_in_their_source),
        ("specifications_are_followed", files::specifications_are_followed),
        ("findings_are_not_hidden", lints::findings_are_not_hidden),
    ],
};

/// What has messages of the compiler's, or of its lints.
const COMPILER: Group = Group {
    name: "compiler_messages",
    needs: &[&tools::RUSTC],
    tests: &[
        ("builders_are_rejected", || written::refused("ui/builder/fail")),
        ("one_mistake_is_one_error_at_its_place", one_error::is_at_its_place),
        ("a_custom_rule_rejects", || written::refused("ui/own/fail")),
        ("calls_and_derives_fire_no_lint", lints::calls_and_derives_fire_none),
        (
            "calls_and_derives_can_stand_in_a_crate_that_forbids",
            lints::calls_and_derives_can_stand_in_a_crate_that_forbids,
        ),
        ("models_fire_no_lint", lints::models_fire_none),
    ],
};

fn main() {
    trials::run(&[OWN, CARGO, COMPILER]);
}
