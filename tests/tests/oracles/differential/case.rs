//! A case: a command line, the files around it, and what the service answers.

use std::fmt::Write as _;

use apigw_tests::loopback::Answer;

/// One command line with everything that its outcome depends on.
#[derive(Debug, Clone, Default)]
pub(crate) struct Case {
    /// The words after the program's name.
    pub(crate) words: Vec<String>,
    /// Files in the folder where the command runs.
    pub(crate) files: Vec<(String, Vec<u8>)>,
    /// Variables besides those that every case has.
    pub(crate) environment: Vec<(&'static str, &'static str)>,
    /// Variables that every case has and this one has not.
    pub(crate) unset: Vec<&'static str>,
    /// What the configuration file holds.
    pub(crate) configuration: String,
    /// What the service answers; the last answer is repeated.
    pub(crate) answers: Vec<Answer>,
}

impl Case {
    /// The case as a person reads it.
    pub(crate) fn text(&self) -> String {
        let words: Vec<String> = self.words.iter().map(|word| quoted(word)).collect();
        let mut text = format!("  aws {}\n", words.join(" "));
        for (name, content) in &self.files {
            _ = writeln!(text, "  file {name}: {:?}", String::from_utf8_lossy(content));
        }
        if !self.environment.is_empty() || !self.unset.is_empty() {
            _ = writeln!(text, "  environment {:?} without {:?}", self.environment, self.unset);
        }
        _ = writeln!(text, "  configuration {:?}", self.configuration);
        for answer in &self.answers {
            let body = String::from_utf8_lossy(&answer.body);
            _ = writeln!(text, "  answer {} {:?} {body:?}", answer.status, answer.headers);
        }
        text
    }
}

/// A word as a shell reads it.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
