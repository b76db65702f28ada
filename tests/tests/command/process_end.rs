//! How the command ends when somebody or something ends it: a reader that goes away, an interrupt, a full disk.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use apigw_tests::command_folder::{CommandFolder, Outcome, outcome};
use apigw_tests::loopback::{Answer, Loopback};

/// The exit status for an interrupt, and for anything else that goes wrong.
const INTERRUPTED: i32 = 130;
const GENERAL: i32 = 255;

const EXPORT: [&str; 7] = ["get-export", "--rest-api-id", "a", "--stage-name", "b", "--export-type", "oas30"];

/// A command with all that it needs to call a server.
fn call(mut command: Command, server: &Loopback) -> Command {
    command.env("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE").env("AWS_SECRET_ACCESS_KEY", "secret");
    command.env("AWS_REGION", "us-east-1").env("AWS_ENDPOINT_URL", server.url()).env("AWS_MAX_ATTEMPTS", "9");
    command
}

/// A server that answers with more than a pipe holds.
fn large() -> Loopback {
    let item = format!("{{\"id\": \"a\", \"name\": \"{}\"}}", "x".repeat(1000));
    let body = format!("{{\"item\": [{}]}}", vec![item; 1000].join(","));
    Loopback::start(move |_| Answer::json(body.clone()))
}

/// A server that answers after some time, and says when it begins to wait.
fn slow(time: Duration) -> (Loopback, Receiver<()>) {
    let (sender, waits) = channel();
    let server = Loopback::start(move |_| {
        let _ = sender.send(());
        std::thread::sleep(time);
        Answer::json("{\"item\": []}")
    });
    (server, waits)
}

/// Sends a signal.
fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill").args([&format!("-{name}"), &child.id().to_string()]).status();
    assert!(sent.expect("kill runs").success());
}

/// Waits for the end of a process whose outputs are pipes.
fn end(child: Child) -> (Outcome, std::process::ExitStatus) {
    let output = child.wait_with_output().expect("an end");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let run = Outcome { exit: output.status.code(), stdout: text(&output.stdout), stderr: text(&output.stderr) };
    (run, output.status)
}

/// The command to which an interrupt means what it means at a terminal, even if the tests run in the background, where
/// shells have it ignored.
fn interruptible(folder: &CommandFolder) -> Command {
    if !cfg!(target_os = "linux") {
        return folder.command();
    }
    let mut command = Command::new("env");
    command.arg("--default-signal=INT").arg(apigw_tests::command::path()).current_dir(folder.path());
    command
}

fn spawn(mut command: Command) -> Child {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the command runs")
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let (folder, server) = (CommandFolder::new(), large());
    for format in ["json", "text", "yaml-stream"] {
        let mut command = call(folder.command(), &server);
        command.args(["get-rest-apis", "--output", format]);
        let mut child = spawn(command);
        let mut reader = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut line = String::new();
        reader.read_line(&mut line).expect("a line");
        drop(reader);
        let mut told = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut told).expect("text");
        assert_eq!((child.wait().expect("an end").code(), told.as_str()), (Some(0), ""), "{format}");
        assert!(!line.is_empty());
    }
}

#[test]
fn an_interrupt_has_a_status_of_its_own_and_says_nothing() {
    let folder = CommandFolder::new();
    let (waiting, waits) = slow(Duration::from_mins(1));
    let failing = Loopback::start(|_| Answer { status: 503, ..Answer::default() });
    for server in [&waiting, &failing] {
        let mut command = call(interruptible(&folder), server);
        command.arg("get-account");
        let child = spawn(command);
        if std::ptr::eq(server, &raw const waiting) {
            waits.recv().expect("a request");
        } else {
            // After some attempts it mostly waits for the next.
            (0..3).for_each(|_| drop(server.request()));
        }
        signal(&child, "INT");
        let (run, _) = end(child);
        assert_eq!(run, Outcome { exit: Some(INTERRUPTED), stdout: String::new(), stderr: String::new() });
    }
}

#[test]
fn an_interrupt_that_the_caller_ignores_is_ignored() {
    let (server, waits) = slow(Duration::from_millis(500));
    let mut shell = call(Command::new("sh"), &server);
    shell.args(["-c", "trap '' INT; exec \"$0\" get-rest-apis"]).arg(apigw_tests::command::path());
    let child = spawn(shell);
    waits.recv().expect("a request");
    signal(&child, "INT");
    let (run, _) = end(child);
    assert_eq!((run.exit, run.stdout.as_str()), (Some(0), "{\n    \"items\": []\n}\n"), "{}", run.stderr);
}

#[test]
fn a_request_to_terminate_is_obeyed() {
    use std::os::unix::process::ExitStatusExt as _;

    let folder = CommandFolder::new();
    let (server, waits) = slow(Duration::from_mins(1));
    let mut command = call(folder.command(), &server);
    command.arg("get-account");
    let child = spawn(command);
    waits.recv().expect("a request");
    signal(&child, "TERM");
    let (run, status) = end(child);
    assert_eq!((status.signal(), run.stdout.as_str(), run.stderr.as_str()), (Some(15), "", ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let (folder, server) = (CommandFolder::new(), large());
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").expect("the device");
    let text = "\napigw: [ERROR]: [Errno 28] No space left on device\n";
    for words in [&["get-rest-apis"][..], &["get-account", "--generate-cli-skeleton"], &["rules"]] {
        let mut command = call(folder.command(), &server);
        let child = command.args(words).stdin(Stdio::null()).stdout(full()).stderr(Stdio::piped()).spawn();
        let (run, _) = end(child.expect("the command runs"));
        assert_eq!((run.exit, run.stderr.as_str()), (Some(GENERAL), text), "{words:?}");
    }
    let run = outcome(call(folder.command(), &server).args(EXPORT).arg("/dev/full"));
    assert_eq!((run.exit, run.stdout.as_str(), run.stderr.as_str()), (Some(GENERAL), "", text));
}

#[test]
fn a_file_that_cannot_be_written_is_told() {
    let (folder, server) = (CommandFolder::new(), large());
    folder.write("folder/file", "");
    let cases = [
        ("nofolder/out.json", "[Errno 2] No such file or directory: 'nofolder/out.json'"),
        ("folder", "[Errno 21] Is a directory: 'folder'"),
        ("folder/file/out.json", "[Errno 20] Not a directory: 'folder/file/out.json'"),
    ];
    for (name, text) in cases {
        let run = outcome(call(folder.command(), &server).args(EXPORT).arg(name));
        let stderr = format!("\napigw: [ERROR]: {text}\n");
        assert_eq!((run.exit, run.stdout.as_str(), run.stderr), (Some(GENERAL), "", stderr), "{name}");
    }
}

/// The super-user may write anywhere, but not here.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_no_files_is_told() {
    let (folder, server) = (CommandFolder::new(), large());
    let run = outcome(call(folder.command(), &server).args(EXPORT).arg("/proc/self/out.json"));
    assert_eq!((run.exit, run.stdout.as_str()), (Some(GENERAL), ""));
    assert!(
        run.stderr.contains("apigw: [ERROR]: [Errno ") && run.stderr.contains("'/proc/self/out.json'"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_closed_standard_output_is_survived() {
    let (folder, server) = (CommandFolder::new(), large());
    let mut shell = call(Command::new("sh"), &server);
    shell.args(["-c", "\"$0\" get-rest-apis >&-"]).arg(apigw_tests::command::path()).current_dir(folder.path());
    let run = outcome(&mut shell);
    assert_eq!(run, Outcome { exit: Some(0), stdout: String::new(), stderr: String::new() });
}

/// What does not fit leaves the former content, and nothing beside it.
#[cfg(target_os = "linux")]
#[test]
fn an_output_file_is_whole_or_as_it_was() {
    use std::os::unix::fs::PermissionsExt as _;

    let (folder, server) = (CommandFolder::new(), large());
    let limited = |folder: &CommandFolder| {
        let mut shell = Command::new("sh");
        // A limit that the signal would report is an error then.
        shell.args(["-c", "trap '' XFSZ; ulimit -f 16; exec \"$0\" \"$@\""]).arg(apigw_tests::command::path());
        let mut shell = call(shell, &server);
        shell.current_dir(folder.path()).args(EXPORT).arg("out.json");
        outcome(&mut shell)
    };
    let files = |folder: &CommandFolder| folder.files_besides(|_| false);
    let run = limited(&folder);
    assert_eq!((run.exit, files(&folder)), (Some(GENERAL), Vec::new()), "{}", run.stderr);

    folder.write("out.json", "precious");
    let run = limited(&folder);
    assert_eq!((run.exit, files(&folder)), (Some(GENERAL), vec![("out.json".to_owned(), b"precious".to_vec())]));
    assert!(run.stderr.contains("File too large"), "{}", run.stderr);

    // A link leads to the file that is written, which keeps its permissions.
    folder.write("elsewhere/real.json", "old");
    let real = folder.path().join("elsewhere/real.json");
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o604)).expect("permissions");
    std::os::unix::fs::symlink("elsewhere/real.json", folder.path().join("link.json")).expect("a link");
    let run = outcome(call(folder.command(), &server).args(EXPORT).arg("link.json"));
    assert_eq!(run.exit, Some(0), "{}", run.stderr);
    assert!(folder.path().join("link.json").is_symlink());
    let found = std::fs::metadata(&real).expect("the file");
    assert_eq!((found.permissions().mode() & 0o777, found.len() > 100_000), (0o604, true));
}
