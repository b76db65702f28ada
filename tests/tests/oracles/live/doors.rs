//! The three ways to call an operation by its name: asynchronous, blocking, and the command.

use std::process::Command;

use apigw_client::{Client, Error, blocking};
use apigw_model::Operation;
use apigw_model::blob::to_base64;
use apigw_spec::Kind;
use apigw_spec::case::separated;
use apigw_tests::typed;
use serde_json::{Map, Value};

use crate::live::server::LiveServer;

/// Calls operations by name. Blobs are Base64, as in the serde form; an error is the service's code or a text.
pub(crate) trait Door {
    fn call(&self, operation: &'static apigw_spec::Operation, input: &Value) -> Result<Value, String>;
}

/// The code, or the text of a failure that has none.
fn code<K: std::fmt::Debug>(error: &Error<K>) -> String {
    error.code().map_or_else(|| error.to_string(), str::to_owned)
}

/// The client with a runtime to drive it.
pub(crate) struct Asynchronous {
    pub(crate) client: Client,
    pub(crate) runtime: tokio::runtime::Runtime,
}

impl typed::Door for Asynchronous {
    fn send<T: Operation>(&self, input: &T) -> Result<T::Output, String> {
        self.runtime.block_on(self.client.send(input)).map_err(|error| code(&error))
    }
}

impl Door for Asynchronous {
    fn call(&self, operation: &'static apigw_spec::Operation, input: &Value) -> Result<Value, String> {
        typed::call(self, operation.name, input)
    }
}

/// The client that waits.
pub(crate) struct Blocking(pub(crate) blocking::Client);

impl typed::Door for Blocking {
    fn send<T: Operation>(&self, input: &T) -> Result<T::Output, String> {
        self.0.send(input).map_err(|error| code(&error))
    }
}

impl Door for Blocking {
    fn call(&self, operation: &'static apigw_spec::Operation, input: &Value) -> Result<Value, String> {
        typed::call(self, operation.name, input)
    }
}

/// The command, one process a call.
pub(crate) struct Shell<'a>(pub(crate) &'a LiveServer);

impl Door for Shell<'_> {
    fn call(&self, operation: &'static apigw_spec::Operation, input: &Value) -> Result<Value, String> {
        let mut command = self.0.command();
        command.arg(separated(operation.name, '-'));
        for (name, value) in input.as_object().unwrap() {
            command.args(option(name, value));
        }
        if !operation.has_streaming_output() {
            return run(&mut command);
        }
        let file = std::env::temp_dir().join(format!("apigw-tests-live-{}", std::process::id()));
        let mut output = run(command.arg(&file))?;
        output["body"] = to_base64(&std::fs::read(&file).unwrap()).into();
        std::fs::remove_file(file).unwrap();
        Ok(output)
    }
}

/// The words of an option.
fn option(name: &str, value: &Value) -> Vec<String> {
    let name = separated(name, '-');
    match value {
        Value::Bool(true) => vec![format!("--{name}")],
        Value::Bool(false) => vec![format!("--no-{name}")],
        Value::String(text) => vec![format!("--{name}"), text.clone()],
        value => vec![format!("--{name}"), value.to_string()],
    }
}

/// Runs the command and reads what it prints; nothing is an empty output.
pub(crate) fn run(command: &mut Command) -> Result<Value, String> {
    let done = command.output().unwrap();
    let told = String::from_utf8(done.stderr).unwrap();
    if !done.status.success() {
        let code = told.split_once("An error occurred (").and_then(|(_, rest)| rest.split_once(')'));
        return Err(code.map_or_else(|| format!("{command:?} {}: {told}", done.status), |(code, _)| code.to_owned()));
    }
    assert_eq!(told, "", "{command:?}");
    let printed = String::from_utf8(done.stdout).unwrap();
    if printed.is_empty() { Ok(Map::new().into()) } else { serde_json::from_str(&printed).map_err(|e| e.to_string()) }
}

/// The input as the doors take it: text of the journey that is a blob for the operation becomes Base64.
pub(crate) fn with_blobs(operation: &apigw_spec::Operation, mut input: Value) -> Value {
    for member in operation.input.shape().members() {
        if matches!(member.target.shape().kind, Kind::Blob)
            && let Some(value) = input.get_mut(member.name)
        {
            *value = to_base64(value.as_str().unwrap().as_bytes()).into();
        }
    }
    input
}
