//! The command in a terminal: completion in bash and zsh, the pager, letters and colors.

mod completion;
mod hostile_names;
mod pages;
mod prompts;
mod screen;

use apigw_tests::tools;
use apigw_tests::trials::Group;

/// The tests of this module.
pub(crate) const GROUP: Group = Group {
    name: "terminal",
    needs: &[&tools::TMUX, &tools::LESS, &tools::BASH, &tools::ZSH, &tools::FISH],
    tests: &[
        ("a_line_is_completed_word_by_word", completion::word_by_word),
        ("values_are_listed", completion::values),
        ("names_of_files_are_completed", completion::files),
        ("zsh_asks_the_same_engine", completion::zsh),
        ("names_run_nothing_in_bash", hostile_names::in_bash),
        ("names_run_nothing_in_zsh", hostile_names::in_zsh),
        ("names_run_nothing_in_fish", hostile_names::in_fish),
        ("help_opens_the_pager", pages::pager),
        ("pages_are_as_wide_as_the_terminal", pages::width),
        ("colors_can_be_refused", pages::colors),
        ("an_interrupt_at_the_prompt_for_a_code_ends_the_command", prompts::interrupted),
        ("the_end_of_the_input_at_the_prompt_for_a_code_ends_the_command", prompts::ended),
    ],
};
