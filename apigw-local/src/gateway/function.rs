//! What stands for a function of Lambda.

use std::fmt;
use std::io::{Read as _, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

/// Code of this process: it gets the event, and gives the answer, or the error of a function that failed.
type Code = dyn Fn(&[u8]) -> Result<Vec<u8>, Vec<u8>> + Send + Sync;

/// How often to look whether a command has ended.
const PAUSE: Duration = Duration::from_millis(2);

/// What stands for a function.
///
/// ```
/// use apigw_local::Function;
///
/// assert!(matches!(Function::named("hello=http://localhost:9000/2015-03-31/functions/hello/invocations"), Ok((_, Function::Url(_)))));
/// assert!(matches!(Function::named("hello=python3 hello.py"), Ok((_, Function::Command(_)))));
/// assert!(Function::named("hello").is_err());
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub enum Function {
    /// Code of this process.
    Code(Arc<Code>),
    /// An endpoint that gets the event as the body of a `POST`.
    Url(String),
    /// A command that reads the event from standard input and prints the answer. Its words are those of a shell, but no
    /// shell runs it.
    Command(String),
}

impl Function {
    /// A function from `NAME=URL` or `NAME=COMMAND`, with its name or ARN.
    ///
    /// # Errors
    ///
    /// What is wrong, if the string is neither.
    pub fn named(text: &str) -> Result<(String, Self), String> {
        let pair = text.split_once('=').filter(|(name, target)| !name.is_empty() && !target.is_empty());
        let (name, target) = pair.ok_or_else(|| format!("`{text}` is not NAME=URL or NAME=COMMAND"))?;
        let is_url = target.starts_with("http://") || target.starts_with("https://");
        let target = target.to_owned();
        Ok((name.to_owned(), if is_url { Self::Url(target) } else { Self::Command(target) }))
    }
}

impl fmt::Debug for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(_) => f.write_str("Code"),
            Self::Url(url) => f.debug_tuple("Url").field(url).finish(),
            Self::Command(command) => f.debug_tuple("Command").field(command).finish(),
        }
    }
}

/// Why a command gives no answer.
pub(super) enum NoAnswer {
    /// It does not end in time.
    Late,
    /// It cannot be run.
    Unusable(String),
}

/// What a command prints for an event, and whether it succeeds.
pub(super) fn output(command: &str, event: &[u8], timeout: Duration) -> Result<(Vec<u8>, bool), NoAnswer> {
    let unusable = |reason: &str| NoAnswer::Unusable(reason.to_owned());
    let words = shlex::split(command).ok_or_else(|| unusable("its quotes are not closed"))?;
    let (program, arguments) = words.split_first().ok_or_else(|| unusable("it is empty"))?;
    let mut process = Command::new(program);
    process.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = process.spawn().map_err(|error| NoAnswer::Unusable(error.to_string()))?;

    // A command that prints before it has read everything must not wait for its reader.
    let (mut input, out) = (child.stdin.take(), child.stdout.take());
    let event = event.to_vec();
    std::thread::spawn(move || {
        // A command need not read its event.
        let _ = input.as_mut().map(|input| input.write_all(&event));
    });
    let (sender, receiver) = mpsc::sync_channel(1);
    std::thread::spawn(move || {
        let mut printed = Vec::new();
        let read = out.map(|mut out| out.read_to_end(&mut printed)).transpose().map(|_| printed);
        let _ = sender.send(read);
    });

    let start = Instant::now();
    let is_success = ended(&mut child, timeout)?;
    // What the command has started may keep its output open.
    let printed = receiver.recv_timeout(timeout.saturating_sub(start.elapsed())).map_err(|_| NoAnswer::Late)?;
    printed.map(|printed| (printed, is_success)).map_err(|error| NoAnswer::Unusable(error.to_string()))
}

/// Waits until a process ends, and ends it if that takes too long.
fn ended(child: &mut Child, timeout: Duration) -> Result<bool, NoAnswer> {
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status.success()),
            Ok(None) if start.elapsed() < timeout => std::thread::sleep(PAUSE),
            Ok(None) => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(NoAnswer::Late);
            }
            Err(error) => return Err(NoAnswer::Unusable(error.to_string())),
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::time::Duration;

    use super::{NoAnswer, output};

    const LONG: Duration = Duration::from_secs(20);

    #[test]
    fn commands_get_events_and_print_answers() {
        assert!(matches!(output("cat", b"{}", LONG), Ok((printed, true)) if printed == b"{}"));
        assert!(matches!(output("sh -c 'echo no; exit 1'", b"", LONG), Ok((printed, false)) if printed == b"no\n"));
        // No shell: words with meaning there are words.
        assert!(matches!(output("echo $(id) ; ls", b"", LONG), Ok((printed, true)) if printed == b"$(id) ; ls\n"));
    }

    #[test]
    fn commands_that_give_no_answer_say_why() {
        for command in ["sleep 60", "sh -c 'sleep 60 & exit'"] {
            assert!(matches!(output(command, b"", Duration::from_millis(50)), Err(NoAnswer::Late)), "{command}");
        }
        for command in ["", "'", "/no/such/program"] {
            assert!(matches!(output(command, b"", LONG), Err(NoAnswer::Unusable(_))), "{command}");
        }
    }
}
