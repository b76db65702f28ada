//! The command in a terminal: completion in bash and zsh, the pager, letters and colors.
//!
//! Without `tmux`, `less`, `bash` and `zsh` on the machine every test is counted as ignored; in CI that is a failure.

mod completion;
mod pages;
mod screen;

use libtest_mimic::{Arguments, Trial};

const MISSING: &str = "no `tmux`, `less`, `bash` or `zsh` on this machine; Debian has them under these names";

/// A test by its name.
type Test = (&'static str, fn());

const TESTS: [Test; 7] = [
    ("a_line_is_completed_word_by_word", completion::word_by_word),
    ("values_are_listed", completion::values),
    ("names_of_files_are_completed", completion::files),
    ("zsh_asks_the_same_engine", completion::zsh),
    ("help_opens_the_pager", pages::pager),
    ("pages_are_as_wide_as_the_terminal", pages::width),
    ("colors_can_be_refused", pages::colors),
];

fn main() {
    let arguments = Arguments::from_args();
    let is_missing = !screen::is_possible();
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
