//! The other side of the comparison: a Python process with version 1 of the AWS CLI.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use apigw_tests::command_folder::Outcome;
use serde_json::{Value, json};

/// Variables of a run.
pub(crate) type Environment = Vec<(String, String)>;

/// The table of what differs and may.
pub(crate) fn explanations() -> Vec<String> {
    let table = apigw_tests::json("tests/oracles/differential/explained.json");
    let entries = table["explained"].as_array().expect("a list").iter();
    entries.map(|entry| entry["id"].as_str().expect("an id").to_owned()).collect()
}

/// The process. It ends when it is dropped, since its input does.
pub(crate) struct Oracle {
    process: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Oracle {
    /// Starts it, with the patches that make its runs comparable or without.
    pub(crate) fn start(is_patched: bool) -> Self {
        let mut python = Command::new("python3");
        python.arg(apigw_tests::path("tests/oracles/differential/oracle.py"));
        if !is_patched {
            python.arg("--unpatched");
        }
        python.env_clear().env("LC_ALL", "C.UTF-8");
        python
            .envs(["PATH", "PYTHONPATH", "HOME"].into_iter().filter_map(|name| Some((name, std::env::var_os(name)?))));
        let mut process = python.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("python runs");
        let output = BufReader::new(process.stdout.take().expect("its output"));
        Self { input: process.stdin.take(), process, output }
    }

    /// Runs a command line of the AWS CLI.
    pub(crate) fn run(&mut self, words: &[String], environment: &Environment, folder: &Path) -> Outcome {
        let environment: serde_json::Map<_, _> =
            environment.iter().map(|(name, value)| (name.clone(), Value::from(value.as_str()))).collect();
        outcome(&self.ask(&json!({ "words": words, "environment": environment, "folder": folder })))
    }

    /// What the table makes of a run of one side, and the entries that applied.
    pub(crate) fn explain(&mut self, run: &Outcome, side: &str) -> (Outcome, Vec<String>) {
        let run = json!({ "exit": run.exit, "stdout": run.stdout, "stderr": run.stderr });
        let answer = self.ask(&json!({ "explain": run, "side": side }));
        let ids = answer["explained"].as_array().expect("a list").iter();
        (outcome(&answer), ids.filter_map(|id| id.as_str().map(str::to_owned)).collect())
    }

    fn ask(&mut self, question: &Value) -> Value {
        let input = self.input.as_mut().expect("open until it is dropped");
        writeln!(input, "{question}").expect("python listens");
        let mut line = String::new();
        self.output.read_line(&mut line).expect("python answers");
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("python answers `{line}`: {error}"))
    }
}

fn outcome(answer: &Value) -> Outcome {
    let text = |name: &str| answer[name].as_str().expect("text").to_owned();
    let exit = answer["exit"].as_i64().and_then(|exit| i32::try_from(exit).ok());
    Outcome { exit, stdout: text("stdout"), stderr: text("stderr") }
}

impl Drop for Oracle {
    fn drop(&mut self) {
        drop(self.input.take());
        _ = self.process.wait();
    }
}
