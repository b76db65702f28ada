//! The log of a test invocation.

use std::fmt::Write as _;

/// Where a value is cut off, in characters.
const MAX_VALUE: usize = 1_000;

/// The lines of a log, each but the first with its time.
#[derive(Debug, Clone)]
pub(crate) struct Log {
    time: String,
    text: String,
}

impl Log {
    /// A log that begins with the request's identifier.
    pub(crate) fn new(request_id: &str, time: &str) -> Self {
        let mut log = Self { time: time.to_owned(), text: format!("Execution log for request {request_id}\n") };
        log.line(&format!("Starting execution for request: {request_id}"));
        log
    }

    /// A log of the test of an authorizer.
    pub(crate) fn of_authorizer(request_id: &str, time: &str, authorizer: &str) -> Self {
        let mut log = Self { time: time.to_owned(), text: format!("Execution log for request {request_id}\n") };
        log.line(&format!("Starting authorizer: {authorizer} for request: {request_id}"));
        log
    }

    /// Adds a line.
    pub(crate) fn line(&mut self, text: &str) {
        let _ = writeln!(self.text, "{} : {text}", self.time);
    }

    /// Adds a line whose value may be cut off.
    pub(crate) fn value(&mut self, label: &str, value: &str) {
        let cut = value.char_indices().nth(MAX_VALUE).map(|(at, _)| at);
        match cut.and_then(|at| value.get(..at)) {
            Some(head) => self.line(&format!("{label}: {head} [TRUNCATED]")),
            None => self.line(&format!("{label}: {value}")),
        }
    }

    /// Adds a line with pairs, as Java prints a map.
    pub(crate) fn pairs<'a>(&mut self, label: &str, pairs: impl Iterator<Item = (&'a str, &'a str)>) {
        let mut joined: Vec<(&str, Vec<&str>)> = Vec::new();
        for (name, value) in pairs {
            match joined.iter_mut().find(|(known, _)| *known == name) {
                Some((_, values)) => values.push(value),
                None => joined.push((name, vec![value])),
            }
        }
        let entries: Vec<String> = joined.iter().map(|(name, values)| format!("{name}={}", values.join(","))).collect();
        self.value(label, &format!("{{{}}}", entries.join(", ")));
    }

    /// The log.
    pub(crate) fn finish(self) -> String {
        self.text
    }
}
