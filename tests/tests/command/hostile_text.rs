//! Names and messages from outside: the log of a CI system, which takes some lines for commands, shows them as text.

use apigw_tests::command_folder::{CommandFolder, Outcome, outcome};

/// Names of files that hold what a log or a terminal would obey.
#[cfg(unix)]
const NAMES: [&str; 5] = [
    "x\n::error::pwned\u{1b}[31m.sh",
    "::error::pwned.sh",
    "##[error]pwned.sh",
    "a\r::add-mask::x.sh",
    "b\u{9b}31m\u{202e}.sh",
];

/// Fails if a line is a command or a character is one.
fn assert_text(what: &str, run: &Outcome) {
    for text in [&run.stdout, &run.stderr] {
        for line in text.split(['\n', '\r']) {
            let start = line.trim_start();
            assert!(!start.starts_with("::") && !start.starts_with("##["), "{what}: {text:?}");
        }
        let obeyed = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t') || *c == '\u{202e}');
        assert_eq!(obeyed, None, "{what}: {text:?}");
    }
    assert!(!run.stderr.contains("panicked"), "{what}: {}", run.stderr);
}

#[cfg(unix)]
#[test]
fn names_of_files_are_text_wherever_they_are_shown() {
    for name in NAMES {
        let folder = CommandFolder::new();
        let run = |words: &[&str]| outcome(folder.command().args(words));
        let missing = [
            vec!["lint-script", name],
            vec!["spec", "check", name],
            vec!["spec", "import", name],
            vec!["spec", "expand", name],
            vec!["explain", "--file", name],
            vec!["get-account", "--ca-bundle", name, "--endpoint-url", "https://127.0.0.1:1", "--no-sign-request"],
            vec!["get-account", "--profile", name],
        ];
        for words in &missing {
            assert_text(words[0], &run(words));
        }
        for scheme in ["file://", "fileb://"] {
            let value = format!("{scheme}{name}");
            assert_text(scheme, &run(&["put-rest-api", "--rest-api-id", "a", "--body", &value]));
            assert_text(scheme, &run(&["put-integration", "--cli-input-json", &value]));
        }

        folder.write(name, "aws apigateway put-integration --type HTTP\naws apigateway get-rest-api --bogus x\n");
        let found = run(&["lint-script", name]);
        assert_text("lint-script", &found);
        assert!(found.stdout.contains("error["), "{found:?}");
        for words in &missing[1..5] {
            assert_text(words[0], &run(words));
        }
        folder.write(name, [0xff, 0xfe]);
        for words in &missing[..5] {
            assert_text(words[0], &run(words));
        }
        std::fs::remove_file(folder.path().join(name)).expect("the file");
        folder.write(&format!("{name}/x"), "");
        for words in &missing[..5] {
            assert_text(words[0], &run(words));
        }
    }
}

#[test]
fn names_in_models_are_text() {
    let folder = CommandFolder::new();
    let hostile = r"x\n::error::y\u001b[31m";
    for model in [
        format!(r#"{{"smithy": "2.0", "shapes": {{"own#{hostile}": {{"type": "structure", "members": {{}}}}}}}}"#),
        format!(r#"{{"smithy": "2.0", "shapes": {{"own#A": {{"type": "{hostile}"}}}}}}"#),
        format!(
            r#"{{"smithy": "2.0", "shapes": {{"own#A": {{"type": "structure", "members": {{"{hostile}": {{"target": "own#Gone"}}}}}}}}}}"#
        ),
        format!(
            r#"{{"smithy": "2.0", "shapes": {{"own#A": {{"type": "service", "version": "{hostile}", "traits": {{"smithy.api#title": "{hostile}"}}}}}}}}"#
        ),
        format!(r#"{{"smithy": "{hostile}"}}"#),
        format!(r#"{{"metadata": {{"apiVersion": "{hostile}"}}, "shapes": {{"{hostile}": {{"type": "{hostile}"}}}}}}"#),
    ] {
        folder.write("model.json", &model);
        for words in [["check", "model.json"], ["import", "model.json"]] {
            let run = outcome(folder.command().arg("spec").args(words));
            // What is imported is JSON, which has its own escapes.
            if !run.stdout.starts_with('{') {
                assert_text(&model, &run);
            }
        }
        assert_text(&model, &outcome(folder.command().args(["spec", "diff", "model.json", "model.json"])));
    }
}

#[cfg(unix)]
#[test]
fn man_pages_replace_links_and_need_a_folder() {
    let folder = CommandFolder::new();
    let run = outcome(folder.command().args(["man", ""]));
    assert_eq!(run.exit, Some(255), "{}", run.stderr);
    assert!(folder.files_besides(|_| false).is_empty(), "pages were written");

    folder.write("precious", "kept");
    folder.write("pages/none", "");
    std::os::unix::fs::symlink(folder.path().join("precious"), folder.path().join("pages/apigw.1")).expect("a link");
    assert_eq!(outcome(folder.command().args(["man", "pages"])).exit, Some(0));
    assert_eq!(std::fs::read_to_string(folder.path().join("precious")).expect("the file"), "kept");
    assert!(!folder.path().join("pages/apigw.1").is_symlink());
}
