//! Names that would run a program if a shell took them for more than a word.

use std::time::Duration;

use apigw_tests::command_folder::CommandFolder;

use crate::terminal::screen::Screen;

/// Each would make a file whose name begins with `pwned`.
const NAMES: [&str; 9] = [
    "a'$(touch pwned1)'x",
    "b$(touch pwned2)y",
    "c`touch pwned3`z",
    "d;touch pwned4;",
    "e'; touch pwned5; '",
    "f\"; touch pwned6; \"",
    "g && touch pwned7",
    "h\\'$(touch pwned8)",
    "i|touch pwned9",
];

/// Completes lines with names from outside, runs what they have become, and looks for what nobody asked for.
fn assert_harmless(screen: &Screen) {
    let folder: &CommandFolder = screen.folder();
    let mut profiles = String::new();
    for name in NAMES {
        folder.write(name, "{}");
        folder.write("plain.json", "{}");
        profiles.extend(["[profile \"", &name.replace('"', ""), "\"]\nregion = us-east-1\n"]);
    }
    folder.write(".aws/config", &profiles);

    for name in NAMES {
        let first = name.chars().next().unwrap_or_default();
        for quote in ["", "'", "\""] {
            for line in [
                format!("apigw put-rest-api --body {quote}fileb://{first}"),
                format!("apigw put-rest-api --body fileb://{quote}{first}"),
                format!("apigw get-account --profile {quote}{first}"),
            ] {
                screen.type_in(&line);
                screen.press("Tab");
                std::thread::sleep(Duration::from_millis(250));
                screen.press("Enter");
                std::thread::sleep(Duration::from_millis(100));
                screen.press("C-c");
                screen.press("C-l");
                let made = folder.files_besides(|name| !name.starts_with("pwned"));
                assert!(made.is_empty(), "{line} and a tabulator: {made:?}\n{}", screen.text());
            }
        }
    }
    // What is harmless is still completed, so the shell did ask.
    std::thread::sleep(Duration::from_millis(500));
    screen.type_in("apigw put-rest-api --body fileb://pl");
    screen.press("Tab");
    screen.wait("the plain name", |text| text.contains("fileb://plain.json"));
}

pub(crate) fn in_bash() {
    assert_harmless(&Screen::completing());
}

pub(crate) fn in_zsh() {
    assert_harmless(&Screen::completing_in_zsh());
}

pub(crate) fn in_fish() {
    assert_harmless(&Screen::completing_in_fish());
}
