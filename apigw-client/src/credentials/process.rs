//! Credentials that a program prints, as `credential_process` of a profile configures.

use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use apigw_model::timestamp;
use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, Result, future};
use serde_json::Value;

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
        let output = command.args(arguments).stdin(Stdio::null()).stderr(Stdio::null()).output();
        let output = output.map_err(|error| wrong(&format!("cannot be started: {error}")))?;
        if !output.status.success() {
            return Err(wrong(&format!("failed with {}; run it by hand to see why", output.status)));
        }

        let answer: Value = serde_json::from_slice(&output.stdout)
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
    use super::{Process, words};

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
