//! boto3 and the AWS CLI on the service on this machine.

use std::cell::RefCell;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use apigw_model::OPERATIONS;
use apigw_tests::exchange::exchange;
use serde_json::{Value, json};

use crate::live::doors::Door;
use crate::live::server::LiveServer;

/// A tool of AWS that is written in Python, called through a pipe.
pub(crate) struct PythonTool {
    process: Child,
    pipe: RefCell<(ChildStdin, BufReader<ChildStdout>)>,
}

impl PythonTool {
    /// Starts `boto3` or `awscli` for an endpoint.
    pub(crate) fn start(tool: &str, url: &str) -> Self {
        let script = apigw_tests::path("tests/oracles/live/tools_of_aws.py");
        let mut command = Command::new("python3");
        command.arg(script).args([tool, url]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().unwrap();
        let pipe = (process.stdin.take().unwrap(), BufReader::new(process.stdout.take().unwrap()));
        Self { process, pipe: RefCell::new(pipe) }
    }
}

impl Door for PythonTool {
    fn call(&self, operation: &'static apigw_spec::Operation, input: &Value) -> Result<Value, String> {
        let mut pipe = self.pipe.borrow_mut();
        let mut line = String::new();
        writeln!(pipe.0, "{}", json!({ "call": operation.name, "with": input })).unwrap();
        pipe.1.read_line(&mut line).unwrap();
        let mut answer: Value = serde_json::from_str(&line).map_err(|error| format!("{error}: {line}"))?;
        match answer["error"].as_str() {
            Some(code) => Err(code.to_owned()),
            None => Ok(answer["output"].take()),
        }
    }
}

impl Drop for PythonTool {
    fn drop(&mut self) {
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

pub(crate) fn boto3_story() {
    story("boto3");
}

pub(crate) fn aws_cli_story() {
    story("awscli");
}

/// Makes an API with a tool, deploys it and calls it over HTTP.
fn story(tool: &str) {
    let server = LiveServer::local();
    let tool = PythonTool::start(tool, &server.url());
    let call = |name: &str, input: Value| {
        let operation = OPERATIONS.iter().find(|operation| operation.name == name).unwrap();
        tool.call(operation, &input)
    };
    let api = call("CreateRestApi", json!({ "name": "pets" })).unwrap();
    let (id, root) = (&api["id"], &api["rootResourceId"]);
    let pets = call("CreateResource", json!({ "restApiId": id, "parentId": root, "pathPart": "pets" })).unwrap();
    let with = |more: Value| {
        let mut input = json!({ "restApiId": id, "resourceId": pets["id"], "httpMethod": "GET" });
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        input
    };
    call("PutMethod", with(json!({ "authorizationType": "NONE" }))).unwrap();
    call("PutMethodResponse", with(json!({ "statusCode": "200" }))).unwrap();
    let wrong = call("PutIntegration", with(json!({ "type": "HTTP", "uri": "no url" })));
    assert_eq!(wrong, Err("BadRequestException".to_owned()));
    let template = json!({ "application/json": "{\"statusCode\": 200}" });
    call("PutIntegration", with(json!({ "type": "MOCK", "requestTemplates": template }))).unwrap();
    let template = json!({ "application/json": "hello from $context.stage" });
    call("PutIntegrationResponse", with(json!({ "statusCode": "200", "responseTemplates": template }))).unwrap();
    let tested = call("TestInvokeMethod", with(json!({}))).unwrap();
    assert_eq!((&tested["status"], &tested["body"]), (&json!(200), &json!("hello from test-invoke-stage")));
    call("CreateDeployment", json!({ "restApiId": id, "stageName": "prod" })).unwrap();

    let host = format!("{}.execute-api.localhost", id.as_str().unwrap());
    let answer = exchange(&server.url(), "GET", "/prod/pets", &[("Host", &host)], "").unwrap();
    assert_eq!((answer.status, answer.body.as_str()), (200, "hello from prod"));
}
