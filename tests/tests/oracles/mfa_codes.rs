//! Codes of devices: asked for on a terminal as the AWS CLI asks, not shown, and not asked for while the role lasts.

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

const CONFIG: &str = "[default]\nregion = us-east-1\nrole_arn = arn:aws:iam::1:role/r\n\
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
        typed = os.write(end, code) > 0
sys.stdout.write(seen.decode().replace("\r\n", "\n"))
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"#;

/// The token service, which takes one code, and the service itself.
fn answer(request: &Request) -> Answer {
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
    folder.write("config", CONFIG);
    let mut python = std::process::Command::new("python3");
    python.args(["-c", TYPIST, place, code, program, "get-account"]).env("AWS_PAGER", "");
    python.current_dir(folder.path()).env("AWS_CONFIG_FILE", "config").env("AWS_ENDPOINT_URL", server.url());
    python.env("AWS_SHARED_CREDENTIALS_FILE", "none").env_remove("AWS_ACCESS_KEY_ID").env_remove("AWS_PROFILE");
    let output = python.output().expect("python3 runs");
    let signer = |request: Request| {
        let authorization = request.header("authorization").unwrap_or_default().to_owned();
        let (_, rest) = authorization.split_once("Credential=").unwrap_or_default();
        rest.split('/').next().unwrap_or_default().to_owned()
    };
    let signers = server.requests().map(signer).collect();
    (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned(), signers)
}

const PROMPT: &str = "Enter MFA code for arn:aws:iam::1:mfa/me: ";
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
