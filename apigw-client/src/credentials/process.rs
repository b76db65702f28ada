//! Credentials that a program prints, as `credential_process` of a profile configures.

use std::io::Read;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use apigw_model::timestamp;
use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, Result, future};
use serde_json::Value;

/// How long the program may take. It may wait for a person at another device.
const TIMEOUT: Duration = Duration::from_mins(5);
/// How many bytes it may print.
const LIMIT: u64 = 1 << 20;
/// How much of its message is shown.
const MESSAGE: usize = 1000;

/// The provider.
#[derive(Clone)]
pub(crate) struct Process {
    /// The program and its arguments.
    words: Vec<String>,
}

impl Process {
    /// Parses the command line of a profile; `None` if a quote is not closed or it is empty.
    pub(crate) fn parse(line: &str) -> Option<Self> {
        let words = words(line)?;
        (!words.is_empty()).then_some(Self { words })
    }

    /// Runs the program and waits for it. Its output is secret and never shown.
    fn run(&self) -> Result {
        let wrong = |what: &str| CredentialsError::provider_error(format!("`credential_process` {what}"));
        let (program, arguments) = self.words.split_first().ok_or_else(|| wrong("is empty"))?;
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = command.spawn().map_err(|error| wrong(&format!("cannot be started: {error}")))?;
        let ended = watch(child, TIMEOUT).map_err(|reason| wrong(&reason))?;
        if !ended.status.success() {
            let said = said(&ended.errors).map_or_else(String::new, |said| format!(" and the message: {said}"));
            return Err(wrong(&format!("failed with {}{said}; run it by hand to see why", ended.status)));
        }

        let answer: Value = serde_json::from_slice(&ended.output)
            .map_err(|_| wrong("did not print JSON; print the document that AWS specifies"))?;
        if answer.get("Version") != Some(&Value::from(1)) {
            return Err(wrong("did not print `\"Version\": 1`; other versions are not supported"));
        }

        let text = |name: &str| answer.get(name)?.as_str().filter(|text| !text.is_empty()).map(str::to_owned);
        let needed =
            |name: &str| text(name).ok_or_else(|| wrong(&format!("did not print `{name}`, which is required")));
        let expiry = match text("Expiration") {
            Some(expiry) => Some(time(&expiry).ok_or_else(|| wrong("printed an `Expiration` that is not a date"))?),
            None => None,
        };
        let (key, secret) = (needed("AccessKeyId")?, needed("SecretAccessKey")?);
        Ok(Credentials::new(key, secret, text("SessionToken"), expiry, "credential_process"))
    }
}

impl ProvideCredentials for Process {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        let process = self.clone();
        future::ProvideCredentials::new(async move {
            let running = tokio::task::spawn_blocking(move || process.run());
            running.await.unwrap_or_else(|error| Err(CredentialsError::unhandled(error)))
        })
    }
}

impl std::fmt::Debug for Process {
    /// Prints only the program: arguments can be secrets.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Process").field(&self.words.first()).finish()
    }
}

/// What a program that ended left.
struct Ended {
    status: ExitStatus,
    output: Vec<u8>,
    errors: Vec<u8>,
}

/// Waits for a program, which is ended if it takes too long or prints too much. The error is the reason.
fn watch(mut child: Child, timeout: Duration) -> std::result::Result<Ended, String> {
    let began = Instant::now();
    let (sender, parts) = channel();
    if let Some(errors) = child.stderr.take() {
        read_aside(errors, sender.clone(), false);
    }
    if let Some(output) = child.stdout.take() {
        read_aside(output, sender.clone(), true);
    }
    drop(sender);

    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let problem = loop {
        match parts.recv_timeout(timeout.saturating_sub(began.elapsed())) {
            Ok((true, bytes)) if bytes.len() as u64 > LIMIT => break format!("printed more than {LIMIT} bytes"),
            Ok((true, bytes)) => output = bytes,
            Ok((false, bytes)) => errors = bytes,
            Err(RecvTimeoutError::Timeout) => break format!("did not end within {} s", timeout.as_secs()),
            Err(RecvTimeoutError::Disconnected) => match end_of(&mut child, timeout.saturating_sub(began.elapsed())) {
                Ok(Some(status)) => return Ok(Ended { status, output, errors }),
                Ok(None) => break format!("did not end within {} s", timeout.as_secs()),
                Err(error) => break format!("cannot be waited for: {error}"),
            },
        }
    };
    _ = child.kill();
    _ = child.wait();
    Err(problem)
}

/// Reads a pipe to its end on a thread of its own: a program that is ended may have left it to another.
fn read_aside(pipe: impl Read + Send + 'static, sender: std::sync::mpsc::Sender<(bool, Vec<u8>)>, is_output: bool) {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        _ = pipe.take(LIMIT + 1).read_to_end(&mut bytes);
        _ = sender.send((is_output, bytes));
    });
}

/// The status of a program whose pipes are closed; `None` if it does not end.
fn end_of(child: &mut Child, timeout: Duration) -> std::io::Result<Option<ExitStatus>> {
    let began = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if began.elapsed() >= timeout {
            return Ok(None);
        }
        thread::sleep(Duration::from_millis(1));
    }
}

/// The message of a program, on one line.
fn said(errors: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(errors);
    let line: String = text.trim().chars().take(MESSAGE).map(|c| if c.is_control() { ' ' } else { c }).collect();
    (!line.is_empty()).then_some(line)
}

fn time(text: &str) -> Option<SystemTime> {
    let moment = timestamp::parse(text)?;
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(u64::try_from(moment.seconds).ok()?))
}

/// The words of a command line as a POSIX shell splits them, without its expansions.
fn words(line: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut characters = line.chars();

    while let Some(c) = characters.next() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some('"'), '\\') => {
                let next = characters.next()?;
                let word = word.get_or_insert_default();
                if !matches!(next, '"' | '\\') {
                    word.push('\\');
                }
                word.push(next);
            }
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, '\\') => word.get_or_insert_default().push(characters.next()?),
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }

    words.extend(word);
    quote.is_none().then_some(words)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Process, watch, words};

    #[cfg(unix)]
    #[test]
    fn programs_that_do_not_end_are_ended() {
        let run = |script: &str| {
            let mut command = std::process::Command::new("sh");
            command.args(["-c", script]).stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
            watch(command.spawn().unwrap(), Duration::from_millis(700)).map(|ended| ended.output)
        };
        assert_eq!(run("echo x"), Ok(b"x\n".to_vec()));
        for script in ["exec sleep 9", "exec >&- 2>&-; sleep 9", "sleep 9 & exit 0"] {
            assert_eq!(run(script), Err("did not end within 0 s".to_owned()), "{script}");
        }
        assert_eq!(run("cat /dev/zero"), Err("printed more than 1048576 bytes".to_owned()));
    }

    #[cfg(unix)]
    #[test]
    fn the_message_of_a_program_is_shown() {
        let error = Process::parse("sh -c 'echo secret; echo why\\033 >&2; exit 3'").unwrap().run().unwrap_err();
        let shown = format!("{error:?}");
        assert!(
            shown.contains("the message: why") && !shown.contains("secret") && !shown.contains('\u{1b}'),
            "{shown}"
        );
    }

    #[test]
    fn command_lines_are_split_like_a_shell_splits_them() {
        for (line, expected) in [
            ("a  b\tc", Some(&["a", "b", "c"][..])),
            (r#"/x\ y 'a "b' "c 'd\"" e"f"g ''"#, Some(&["/x y", "a \"b", "c 'd\"", "efg", ""])),
            (r#""a\b\\c""#, Some(&[r"a\b\c"])),
            ("", Some(&[])),
            ("a 'b", None),
            ("a \\", None),
        ] {
            let found = words(line);
            assert_eq!(
                found.as_deref().map(|words| words.iter().map(String::as_str).collect()),
                expected.map(Vec::from)
            );
        }
        assert!(Process::parse(" ").is_none());
        let process = Process::parse("program --token secret").unwrap();
        assert!(!format!("{process:?}").contains("secret"));
    }
}
