//! The man pages as `groff` shows them.

use apigw_tests::command_folder::{CommandFolder, outcome};
use apigw_tests::tools;
use apigw_tests::trials::Group;

/// The tests of this module.
pub(crate) const GROUP: Group =
    Group { name: "groff", needs: &[&tools::GROFF], tests: &[("groff_has_no_complaint", groff_has_no_complaint)] };

fn groff_has_no_complaint() {
    let folder = CommandFolder::new();
    let written = outcome(folder.command().args(["man", "man1"]));
    assert_eq!((written.exit, written.stderr.as_str()), (Some(0), ""), "{}", written.stdout);
    // A word that is longer than a line, such as a URL, cannot be helped. No letter is bold, so that words are whole.
    let shown = folder.in_shell(
        "for page in man1/*.1; do groff -man -Tutf8 -P-cbou -ww -W break \"$page\" >text || exit 1; cat text; done",
    );
    assert_eq!((shown.exit, shown.stderr.as_str()), (Some(0), ""));
    assert!(shown.stdout.contains("arn:aws:iam::*:user/*"), "a text with stars");
    assert!(shown.stdout.contains(r#"'{"application/json": "{\"statusCode\": 200}"}'"#), "a text with backslashes");
}
