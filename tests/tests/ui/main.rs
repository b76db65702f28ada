//! What must compile and what must not, and in which words: `written` by hand in `ui/`, and made from the examples of
//! the `rules`.

mod compiler;
mod rules;
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
        ("rules_hold_at_every_entry_point", rules::hold_at_every_entry_point),
        ("rules_accept_at_every_entry_point", rules::accept_at_every_entry_point),
    ],
};

/// What has messages of the compiler's.
const COMPILER: Group = Group {
    name: "compiler_messages",
    needs: &[&tools::RUSTC],
    tests: &[
        ("builders_are_rejected", || written::refused("ui/builder/fail")),
        ("a_custom_rule_rejects", || written::refused("ui/own/fail")),
    ],
};

fn main() {
    trials::run(&[OWN, COMPILER]);
}
