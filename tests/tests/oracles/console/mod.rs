//! The console in a browser: a journey by keyboard, answers that come late, and how its pages look.

mod browser;
mod journey;
mod late;
mod look;
mod shop;

use apigw_tests::tools;
use apigw_tests::trials::Group;

/// The tests of this module.
pub(crate) const GROUP: Group = Group {
    name: "console",
    needs: &[&tools::CHROMIUM, &tools::CHROME_DRIVER],
    tests: &[
        ("a_journey_by_keyboard_finds_runs_and_compares", journey::by_keyboard),
        ("what_comes_late_changes_nothing", late::answers),
        ("differences_are_whole", late::differences),
        ("pages_fit_and_have_contrast_in_every_light", look::pages),
    ],
};
