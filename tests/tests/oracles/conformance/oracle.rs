//! The other side of the comparison: a Python process with botocore.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use apigw_model::blob::to_base64;
use apigw_tests::loopback::Request;
use serde_json::{Value, json};

/// The secret key that both sides sign with.
pub(crate) const SECRET: &str = "secret";

/// The process. It ends when it is dropped, since its input does.
pub(crate) struct Oracle {
    process: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Oracle {
    /// Starts it; what it sends goes to the endpoint.
    pub(crate) fn start(endpoint: &str) -> Self {
        let mut python = Command::new("python3");
        python.arg(apigw_tests::path("tests/oracles/conformance/oracle.py")).arg(endpoint);
        python
            .env_clear()
            .envs(["PATH", "PYTHONPATH", "HOME"].into_iter().filter_map(|name| Some((name, std::env::var_os(name)?))));
        // No files of the user's: what they configure must not change what is sent.
        python.env("AWS_CONFIG_FILE", "/dev/null").env("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
        let mut process = python.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("python runs");
        let output = BufReader::new(process.stdout.take().expect("its output"));
        Self { input: process.stdin.take(), process, output }
    }

    /// Lets botocore send; an error is what it said instead.
    pub(crate) fn send(&mut self, operation: &str, input: &Value, in_model_order: bool) -> Result<(), String> {
        let answer = self.ask(&json!({ "send": operation, "input": input, "in_model_order": in_model_order }));
        answer["error"].as_str().map_or(Ok(()), |error| Err(error.to_owned()))
    }

    /// The signature that a request should have.
    pub(crate) fn signature(&mut self, request: &Request) -> String {
        let sign = json!({
            "method": request.method,
            "target": request.target,
            "headers": request.headers,
            "body": to_base64(&request.body),
        });
        let answer = self.ask(&json!({ "sign": sign, "region": "us-east-1", "secret": SECRET }));
        answer["signature"].as_str().expect("a signature").to_owned()
    }

    /// All regions that the published rules know.
    pub(crate) fn regions(&mut self) -> Vec<String> {
        let answer = self.ask(&json!({ "regions": true }));
        answer["regions"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|region| region.as_str().map(str::to_owned))
            .collect()
    }

    /// Where the published rules send to in a region; an error is what they said instead.
    pub(crate) fn endpoint(&mut self, region: &str, fips: bool, dual_stack: bool) -> Result<String, String> {
        let answer = self.ask(&json!({ "endpoint": region, "fips": fips, "dual_stack": dual_stack }));
        answer["url"].as_str().map(str::to_owned).ok_or_else(|| answer["error"].to_string())
    }

    fn ask(&mut self, question: &Value) -> Value {
        let input = self.input.as_mut().expect("open until it is dropped");
        writeln!(input, "{question}").expect("python listens");
        let mut line = String::new();
        self.output.read_line(&mut line).expect("python answers");
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("python answers `{line}`: {error}"))
    }
}

impl Drop for Oracle {
    fn drop(&mut self) {
        drop(self.input.take());
        _ = self.process.wait();
    }
}
