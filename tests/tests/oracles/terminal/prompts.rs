//! A person at a shell whose command asks for a code.

use apigw_tests::loopback::Loopback;

use crate::mfa_codes::{CONFIG, PROMPT, answer};
use crate::terminal::screen::{BASH, Screen};

/// Ends the command at its prompt with a key, and types on.
fn end_with(key: &str) {
    let server = Loopback::start(answer);
    let screen = Screen::open(BASH, 120, &[("AWS_ENDPOINT_URL", &server.url()), ("AWS_PAGER", "")]);
    screen.folder().write(".aws/config", CONFIG);
    for _ in 0..3 {
        screen.type_in("clear; apigw get-account");
        screen.press("Enter");
        screen.wait("the prompt for the code", |text| text.trim_end().ends_with(PROMPT.trim_end()));
        // Longer than it takes for the progress of a call to be shown.
        std::thread::sleep(std::time::Duration::from_millis(1200));
        screen.press(key);
        screen.wait("the prompt of the shell", is_at_prompt);

        screen.type_in("echo \"status $?, $(stty -a | grep -ow -e -echo -e echo)\"");
        screen.press("Enter");
        screen.wait("the status", |text| text.contains("\nstatus 130, echo\n"));
        let text = screen.text();
        assert_eq!(text.matches("Enter MFA code").count(), 1, "{text}");
        assert!(!text.contains("Warning"), "{text}");
        // What is typed is seen, so the line was not read by the command either.
        assert!(text.contains("ready> echo"), "{text}");
    }
}

/// Whether the shell waits for a line. Linux signals the command before it looks whether it has to echo the key, so it
/// does if the command has restored the terminal by then.
fn is_at_prompt(text: &str) -> bool {
    text.trim_end().lines().last().is_some_and(|line| line.trim_start_matches("^C") == "ready>")
}

pub(crate) fn interrupted() {
    end_with("C-c");
}

pub(crate) fn ended() {
    end_with("C-d");
}
