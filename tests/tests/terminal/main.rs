//! The command in a terminal: completion in bash and zsh, the pager, letters and colors.
//!
//! Without `tmux`, `less`, `bash` and `zsh` on the machine every test is counted as ignored; in CI that is a failure.

mod completion;
mod pages;
mod screen;

use apigw_tests::trials::{self, Test};

const MISSING: &str = "no `tmux`, `less`, `bash` or `zsh` on this machine; Debian has them under these names";

const TESTS: &[Test] = &[
    ("a_line_is_completed_word_by_word", completion::word_by_word),
    ("values_are_listed", completion::values),
    ("names_of_files_are_completed", completion::files),
    ("zsh_asks_the_same_engine", completion::zsh),
    ("help_opens_the_pager", pages::pager),
    ("pages_are_as_wide_as_the_terminal", pages::width),
    ("colors_can_be_refused", pages::colors),
];

fn main() {
    trials::run(TESTS, screen::is_possible(), MISSING);
}
