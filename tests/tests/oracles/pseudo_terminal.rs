//! The command with a terminal that Python plays: the pager, and what is shown of a call that takes long.

use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use apigw_tests::command_folder::{CommandFolder, outcome};
use apigw_tests::loopback::{Answer, Loopback};
use apigw_tests::tools;
use apigw_tests::trials::Group;

/// The tests of this module.
pub(crate) const GROUP: Group = Group {
    name: "pseudo_terminal",
    needs: &[&tools::PYTHON],
    tests: &[
        ("the_pager_is_the_one_that_is_set", the_pager_is_the_one_that_is_set),
        ("a_terminal_obeys_nothing_from_outside", a_terminal_obeys_nothing_from_outside),
        ("a_terminal_shows_what_takes_long_and_forgets_it", a_terminal_shows_what_takes_long_and_forgets_it),
    ],
};

/// A page of two items.
const PAGE: &str = r#"{"item": [{"id": "b", "createdDate": 0}, {"id": "a"}]}"#;

/// Runs a program with a terminal for all its outputs.
const TERMINAL: &str = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))";

/// The command in a terminal, with all that it needs to call a server.
fn in_terminal(folder: &CommandFolder, server: &Loopback) -> Command {
    let command = folder.command();
    let mut python = Command::new("python3");
    python.args(["-c", TERMINAL]).arg(command.get_program()).current_dir(folder.path()).env_clear();
    python.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    python.env("HOME", folder.path().join("home")).env("AWS_ENDPOINT_URL", server.url()).env("TZ", "UTC");
    python.env("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE").env("AWS_SECRET_ACCESS_KEY", "secret");
    python.env("AWS_REGION", "eu-west-1").env("AWS_MAX_ATTEMPTS", "9");
    python
}

/// The shell's words of a pager count, and an empty name is none.
fn the_pager_is_the_one_that_is_set() {
    let (folder, server) = (CommandFolder::new(), Loopback::start(|_| Answer::json(PAGE)));
    let shown = |variables: &[(&str, &str)], config: &str| {
        folder.write("home/.aws/config", config);
        let mut python = in_terminal(&folder, &server);
        python.args(["get-rest-apis", "--query", "items[0].id"]).envs(variables.iter().copied());
        outcome(&mut python).stdout
    };
    let plain = "\"b\"\r\n";
    assert_eq!(shown(&[("AWS_PAGER", ""), ("PAGER", "sed s/b/c/")], ""), plain);
    assert_eq!(shown(&[("AWS_PAGER", "sed 's/b/c d/'")], ""), "\"c d\"\r\n");
    assert_eq!(shown(&[("PAGER", "cat")], "[default]\ncli_pager = sed s/b/e/\n"), "\"e\"\r\n");
}

/// A server that answers after some time.
fn slow(time: Duration) -> Loopback {
    Loopback::start(move |_| {
        std::thread::sleep(time);
        Answer::json("{\"item\": []}")
    })
}

/// What the terminal gets.
fn on_terminal(terminal: &str, server: &Loopback) -> String {
    let folder = CommandFolder::new();
    let mut python = in_terminal(&folder, server);
    let run = outcome(python.args(["get-rest-apis", "--no-cli-pager"]).env("TERM", terminal));
    assert_eq!(run.exit, Some(0), "{} {}", run.stdout, run.stderr);
    run.stdout
}

fn a_terminal_shows_what_takes_long_and_forgets_it() {
    let server = slow(Duration::from_secs(2));
    let shown = on_terminal("xterm", &server);
    let (line, result) = shown.rsplit_once("\r\u{1b}[K").expect("the line is erased");
    assert!(line.contains("get-rest-apis: 1 s"), "{shown:?}");
    assert_eq!(result, "{\r\n    \"items\": []\r\n}\r\n");
    assert_eq!(on_terminal("dumb", &server), result);

    let quick = slow(Duration::ZERO);
    assert_eq!(on_terminal("xterm", &quick), result);

    let attempts = AtomicUsize::new(0);
    let failing = Loopback::start(move |_| {
        if attempts.fetch_add(1, Ordering::Relaxed) == 0 {
            return Answer { status: 503, ..Answer::default() };
        }
        std::thread::sleep(Duration::from_millis(1500));
        Answer::json("{\"item\": []}")
    });
    let shown = on_terminal("xterm", &failing);
    assert!(shown.contains("get-rest-apis: attempt 2, "), "{shown:?}");
}

/// What would set the title of a terminal, with controls of both sets and a mark of direction, in a value and in a key.
const HOSTILE: &str = "a\\u001b]0;PWNED\\u0007\\u009b31m\\u202eb";

fn a_terminal_obeys_nothing_from_outside() {
    let body = format!(r#"{{"id": "x", "name": "{HOSTILE}", "tags": {{"{HOSTILE}": "{HOSTILE}"}}}}"#);
    let server = Loopback::start(move |_| Answer::json(body.clone()));
    let failing = Loopback::start(|_| {
        let body = format!(r#"{{"code": "X{HOSTILE}", "message": "{HOSTILE}\n::error::y"}}"#);
        Answer { status: 400, ..Answer::json(body) }
    });
    let obeyed = |text: &str| {
        text.chars()
            .find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t') || matches!(c, '\u{202a}'..='\u{202e}'))
    };
    for pager in ["", "cat"] {
        for format in ["json", "text", "table", "yaml", "yaml-stream"] {
            let folder = CommandFolder::new();
            let mut python = in_terminal(&folder, &server);
            python.args(["get-rest-api", "--rest-api-id", "x", "--output", format, "--color", "off"]);
            let run = outcome(python.env("AWS_PAGER", pager).env("TERM", "dumb"));
            assert_eq!(run.exit, Some(0), "{run:?}");
            assert_eq!(obeyed(&run.stdout), None, "{format}: {:?}", run.stdout);
            assert!(run.stdout.contains("PWNED"), "{format}: {:?}", run.stdout);
        }
    }
    for format in ["legacy", "enhanced", "json", "text", "table", "yaml"] {
        let folder = CommandFolder::new();
        let mut python = in_terminal(&folder, &failing);
        python.args(["get-rest-api", "--rest-api-id", "x", "--cli-error-format", format, "--color", "off"]);
        let run = outcome(python.env("AWS_PAGER", ""));
        assert_eq!(run.exit, Some(254), "{run:?}");
        assert!(run.stdout.contains("PWNED"), "{format}: {:?}", run.stdout);
        assert_eq!(obeyed(&run.stdout), None, "{format}: {:?}", run.stdout);
    }

    // Into a pipe the bytes stay.
    let folder = CommandFolder::new();
    let mut command = folder.command();
    command.args(["get-rest-api", "--rest-api-id", "x", "--output", "text", "--query", "name"]);
    command.env("AWS_ENDPOINT_URL", server.url()).env("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
    let run = outcome(command.env("AWS_SECRET_ACCESS_KEY", "secret").env("AWS_REGION", "eu-west-1"));
    assert_eq!(run.stdout, "a\u{1b}]0;PWNED\u{7}\u{9b}31m\u{202e}b\n", "{}", run.stderr);
}
