//! Codes of devices: asked for on a terminal as the AWS CLI asks, not shown, and not asked for while the role lasts.

use std::process::Command;

use apigw_tests::command;
use apigw_tests::command_folder::CommandFolder;
use apigw_tests::loopback::{Answer, Loopback, Request};
use apigw_tests::tools;
use apigw_tests::trials::Group;

/// The tests of this module.
pub(crate) const GROUP: Group = Group {
    name: "mfa_codes",
    needs: &[&tools::PYTHON],
    tests: &[
        ("codes_are_typed_unseen", codes_are_typed_unseen),
        ("without_a_terminal_codes_are_read_from_the_input", without_a_terminal_codes_are_read_from_the_input),
        ("wrong_codes_and_none_are_errors", wrong_codes_and_none_are_errors),
        ("one_code_is_enough_for_many_commands", one_code_is_enough_for_many_commands),
        ("nothing_disturbs_a_slow_typist", nothing_disturbs_a_slow_typist),
        (
            "a_process_that_is_ended_leaves_the_terminal_as_it_was",
            a_process_that_is_ended_leaves_the_terminal_as_it_was,
        ),
        ("without_a_terminal_an_interrupt_ends_the_process", without_a_terminal_an_interrupt_ends_the_process),
    ],
};

/// The tests that run the AWS CLI too.
pub(crate) const GROUP_OF_BOTH: Group = Group {
    name: "mfa_codes",
    needs: &[&tools::PYTHON, &tools::AWS_CLI],
    tests: &[
        (
            "one_code_is_enough_for_this_command_and_then_that_of_aws",
            one_code_is_enough_for_this_command_and_then_that_of_aws,
        ),
        (
            "one_code_is_enough_for_the_command_of_aws_and_then_this",
            one_code_is_enough_for_the_command_of_aws_and_then_this,
        ),
    ],
};

/// A profile whose role needs a code.
pub(crate) const CONFIG: &str = "[default]\nregion = us-east-1\nrole_arn = arn:aws:iam::1:role/r\n\
    mfa_serial = arn:aws:iam::1:mfa/me\nsource_profile = base\n\n\
    [profile base]\naws_access_key_id = AKIDBASE\naws_secret_access_key = hush\n";

/// Runs a command in a session of its own, with a terminal or without, types a code, and prints everything that was
/// printed. The home directory is its own; Python is looked for, with its packages, in that of the user.
const TYPIST: &str = r#"
import os, pty, site, subprocess, sys, termios, time
terminal, code, command = sys.argv[1] == "terminal", sys.argv[2].encode(), sys.argv[3:]
if command[0] == "aws":
    command[:1] = [sys.executable, "-m", "awscli", "apigateway"]
os.environ.update(HOME=os.getcwd(), PYTHONUSERBASE=site.getuserbase())
if not terminal:
    done = subprocess.run(command, input=code, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
    sys.exit((sys.stdout.write(done.stdout.decode()), done.returncode)[1])
child, end = pty.fork()
if child == 0:
    os.execv(command[0], command)
seen, typed = b"", False
while True:
    try:
        part = os.read(end, 1024)
    except OSError:
        break
    if not part:
        break
    seen += part
    if not typed and seen.endswith(b": "):
        # People take longer to type than a program to stop the echo, which it may do after it asks.
        deadline = time.monotonic() + 10
        while termios.tcgetattr(end)[3] & termios.ECHO and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(float(os.environ.get("TYPIST_WAITS", "0")))
        typed = os.write(end, code) > 0
sys.stdout.write(seen.decode().replace("\r\n", "\n"))
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"#;

/// The token service, which takes one code, and the service itself.
pub(crate) fn answer(request: &Request) -> Answer {
    let body = String::from_utf8_lossy(&request.body);
    if !body.contains("Action=AssumeRole") {
        return Answer::json("{\"apiKeyVersion\": \"4\"}");
    }
    if !body.contains("TokenCode=123456") {
        let error = "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>\
            <Message>MultiFactorAuthentication failed</Message></Error></ErrorResponse>";
        return Answer { status: 403, headers: Vec::new(), body: error.into() };
    }
    let given = "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>AKIDROLE</AccessKeyId>\
        <SecretAccessKey>hush</SecretAccessKey><SessionToken>TOKEN</SessionToken>\
        <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials><AssumedRoleUser><AssumedRoleId>A:b</AssumedRoleId>\
        <Arn>arn:aws:sts::1:assumed-role/r/b</Arn></AssumedRoleUser></AssumeRoleResult></AssumeRoleResponse>";
    Answer { status: 200, headers: Vec::new(), body: given.into() }
}

/// The exit status, what was printed, and who signed the requests.
type Outcome = (Option<i32>, String, Vec<String>);

/// What comes of the command in a home of its own.
fn typed(place: &str, code: &str) -> Outcome {
    typed_in(&CommandFolder::new(), &own(), place, code)
}

/// The command of this project.
fn own() -> String {
    command::path().display().to_string()
}

/// What comes of a command that has its home in the folder.
fn typed_in(folder: &CommandFolder, program: &str, place: &str, code: &str) -> Outcome {
    let server = Loopback::start(answer);
    let mut python = python(folder, TYPIST, &server);
    let output = python.args([place, code, program, "get-account"]).output().expect("python3 runs");
    let signer = |request: Request| {
        let authorization = request.header("authorization").unwrap_or_default().to_owned();
        let (_, rest) = authorization.split_once("Credential=").unwrap_or_default();
        rest.split('/').next().unwrap_or_default().to_owned()
    };
    let signers = server.requests().map(signer).collect();
    (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned(), signers)
}

/// A script that runs the command, with a profile whose role needs a code.
fn python(folder: &CommandFolder, script: &str, server: &Loopback) -> Command {
    folder.write("config", CONFIG);
    // What runs in the background inherits that interrupts and the end of a session are ignored.
    let mut python = Command::new("env");
    python.args(["--default-signal", "python3", "-c", script]).env("AWS_PAGER", "").env("TERM", "xterm");
    python.current_dir(folder.path()).env("AWS_CONFIG_FILE", "config").env("AWS_ENDPOINT_URL", server.url());
    python.env("AWS_SHARED_CREDENTIALS_FILE", "none").env_remove("AWS_ACCESS_KEY_ID").env_remove("AWS_PROFILE");
    python
}

pub(crate) const PROMPT: &str = "Enter MFA code for arn:aws:iam::1:mfa/me: ";
const ACCOUNT: &str = "{\n    \"apiKeyVersion\": \"4\"\n}\n";

fn codes_are_typed_unseen() {
    let (exit, printed, signers) = typed("terminal", "123456\n");
    assert_eq!((exit, printed), (Some(0), format!("{PROMPT}\n{ACCOUNT}")));
    assert_eq!(signers, ["AKIDBASE", "AKIDROLE"]);
}

fn without_a_terminal_codes_are_read_from_the_input() {
    let (exit, printed, signers) = typed("input", "123456\n");
    assert_eq!((exit, printed), (Some(0), format!("Warning: Password input may be echoed.\n{PROMPT}{ACCOUNT}")));
    assert_eq!(signers, ["AKIDBASE", "AKIDROLE"]);
}

fn wrong_codes_and_none_are_errors() {
    let (exit, printed, signers) = typed("terminal", "000000\n");
    assert_eq!(exit, Some(255), "{printed}");
    assert!(printed.contains("AccessDenied") && printed.contains("MultiFactorAuthentication failed"), "{printed}");
    assert_eq!(signers, ["AKIDBASE"]);
    let (exit, printed, signers) = typed("input", "");
    assert_eq!((exit, signers), (Some(255), Vec::new()));
    assert!(printed.contains("no MFA code was entered"), "{printed}");
}

/// A code for the first command, and none for the second.
fn assert_one_code_is_enough(first: &str, second: &str) {
    let folder = CommandFolder::new();
    let (exit, printed, signers) = typed_in(&folder, first, "terminal", "123456\n");
    assert_eq!((exit, printed), (Some(0), format!("{PROMPT}\n{ACCOUNT}")));
    assert_eq!(signers, ["AKIDBASE", "AKIDROLE"]);
    let (exit, printed, signers) = typed_in(&folder, second, "input", "");
    assert_eq!((exit, printed), (Some(0), ACCOUNT.to_owned()));
    assert_eq!(signers, ["AKIDROLE"]);
}

fn one_code_is_enough_for_many_commands() {
    assert_one_code_is_enough(&own(), &own());
}

fn one_code_is_enough_for_this_command_and_then_that_of_aws() {
    assert_one_code_is_enough(&own(), "aws");
}

fn one_code_is_enough_for_the_command_of_aws_and_then_this() {
    assert_one_code_is_enough("aws", &own());
}

/// A person who takes longer than the time after which a call shows its progress.
fn nothing_disturbs_a_slow_typist() {
    let (folder, server) = (CommandFolder::new(), Loopback::start(answer));
    let mut python = python(&folder, TYPIST, &server);
    python.args(["terminal", "123456\n", &own(), "get-account"]).env("TYPIST_WAITS", "2.5");
    let output = python.output().expect("python3 runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout), format!("{PROMPT}\n{ACCOUNT}"));
}

/// Ends the command at the prompt with each signal or key, in turn, and prints its status and whether the terminal shows
/// what is typed.
const ENDER: &str = r#"
import os, pty, signal, sys, termios, time
os.environ.update(HOME=os.getcwd())
for way in ("INT", "TERM", "HUP", "QUIT", "\x03", "\x04", "\x1c", "12\x03", "1\x04\x04"):
    child, end = pty.fork()
    if child == 0:
        os.execv(sys.argv[1], [sys.argv[1], "get-account"])
    seen, sent = b"", False
    while True:
        try:
            part = os.read(end, 1024)
        except OSError:
            break
        seen += part
        if not sent and seen.endswith(b": "):
            while termios.tcgetattr(end)[3] & termios.ECHO:
                time.sleep(0.001)
            time.sleep(1.3)
            sent = True
            if way.isalpha():
                os.kill(child, getattr(signal, "SIG" + way))
            else:
                os.write(end, way.encode())
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    flags = termios.tcgetattr(end)[3]
    is_plain = all(flags & flag for flag in (termios.ECHO, termios.ICANON, termios.ISIG))
    print(repr(way), status, is_plain, seen.count(b"Enter MFA code"), b"Warning" in seen or b"get-account" in seen)
"#;

fn a_process_that_is_ended_leaves_the_terminal_as_it_was() {
    let (folder, server) = (CommandFolder::new(), Loopback::start(answer));
    let output = python(&folder, ENDER, &server).arg(own()).output().expect("python3 runs");
    // The code that was typed in part is sent when its line ends, which is no interrupt.
    let statuses = [
        ("'INT'", 130),
        ("'TERM'", 143),
        ("'HUP'", 129),
        ("'QUIT'", 131),
        (r"'\x03'", 130),
        (r"'\x04'", 130),
        (r"'\x1c'", 131),
        (r"'12\x03'", 130),
        (r"'1\x04\x04'", 255),
    ];
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    for (line, (way, status)) in printed.lines().zip(statuses) {
        let asked_once = line.strip_prefix(&format!("{way} {status} True 1 "));
        assert!(asked_once.is_some(), "{line} instead of {way} {status} True 1");
        assert!(asked_once == Some("False") || status == 255, "{line}");
    }
    assert_eq!(printed.lines().count(), statuses.len(), "{printed} {}", String::from_utf8_lossy(&output.stderr));
}

/// Interrupts the command while it waits for a code on a pipe, with a terminal for its errors.
const PIPED: &str = r#"
import os, pty, signal, subprocess, sys, time
os.environ.update(HOME=os.getcwd())
for delay in (0.0, 0.5, 2):
    end, errors = pty.openpty()
    child = subprocess.Popen([sys.argv[1], "get-account"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, start_new_session=True)
    seen = b""
    while not seen.endswith(b": "):
        seen += os.read(end, 1024)
    time.sleep(delay)
    child.send_signal(signal.SIGINT)
    try:
        print(child.wait(10))
    except subprocess.TimeoutExpired:
        child.kill()
        print("hangs")
"#;

fn without_a_terminal_an_interrupt_ends_the_process() {
    let (folder, server) = (CommandFolder::new(), Loopback::start(answer));
    let output = python(&folder, PIPED, &server).arg(own()).output().expect("python3 runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "130\n130\n130\n");
}
