//! Command lines recorded with the AWS CLI, replayed against this command and a server that plays the recorded answers.

use std::sync::{Arc, Mutex};

use apigw_model::blob::{from_base64, to_base64};
use serde_json::{Map, Value, json};

use crate::command_folder::{CommandFolder, Outcome, outcome};
use crate::loopback::{Answer, Loopback, Request};

/// The environment of every case, unless it says otherwise.
const ENVIRONMENT: [(&str, &str); 9] = [
    ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"),
    ("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
    ("AWS_DEFAULT_REGION", "us-east-1"),
    ("AWS_EC2_METADATA_DISABLED", "true"),
    ("AWS_ENDPOINT_URL", "http://127.0.0.1:{PORT}"),
    ("AWS_PAGER", ""),
    ("LC_ALL", "C.UTF-8"),
    ("LANG", "C.UTF-8"),
    ("TZ", "UTC"),
];

/// What came of a case.
#[derive(Debug, Clone)]
pub struct Replay {
    /// The requests that were made, reduced to what is compared.
    pub requests: Vec<Value>,
    /// The end of the command, with `{PORT}` and `{CWD}` for what differs from run to run.
    pub outcome: Outcome,
    /// The files that the command made.
    pub outfiles: Value,
}

/// Runs a case with the given words.
pub fn replay(case: &Value, words: &[&str]) -> Replay {
    let (server, requests) = serve(case);
    let url = server.url();
    let port = url.rsplit(':').next().unwrap_or_default();
    let filled = |text: &str| text.replace("{PORT}", port);
    let folder = CommandFolder::new();
    for (name, text) in entries(&case["files"]) {
        folder.write(name, filled(text.as_str().unwrap_or_default()));
    }
    for (name, text) in entries(&case["files_b64"]) {
        folder.write(name, bytes(text));
    }
    let mut command = folder.command_as_aws();
    command.envs(ENVIRONMENT.map(|(name, value)| (name, filled(value))));
    for (name, value) in entries(&case["env"]) {
        match value.as_str() {
            Some(value) => command.env(name, filled(value)),
            None => command.env_remove(name),
        };
    }
    let outcome = outcome(command.args(words.iter().map(|word| filled(word))));
    let path = folder.path().display().to_string();
    let clean = |text: String| text.replace(&format!(":{port}"), ":{PORT}").replace(&path, "{CWD}");
    let given = |name: &str| [&case["files"], &case["files_b64"]].iter().any(|files| files.get(name).is_some());
    let made = folder.files_besides(given).into_iter();
    let requests = requests.lock().map(|requests| requests.iter().map(seen).collect());
    Replay {
        requests: requests.unwrap_or_default(),
        outcome: Outcome { stdout: clean(outcome.stdout), stderr: clean(outcome.stderr), ..outcome },
        outfiles: made.map(|(name, content)| (name, text_or_base64(content))).collect::<Map<_, _>>().into(),
    }
}

/// How what came of a case differs from what was recorded, one line a difference; standard error is not compared.
pub fn differences(case: &Value, replay: &Replay) -> Vec<String> {
    let recorded = case.get("request").into_iter().chain(case["more_requests"].as_array().into_iter().flatten());
    let recorded: Vec<Value> = recorded.map(expected).collect();
    let mut found = Vec::new();
    let mut compare = |what: &str, wanted: &Value, got: &Value| {
        if wanted != got {
            found.push(format!("{what}: wanted {wanted}, got {got}"));
        }
    };
    compare("requests", &recorded.len().into(), &replay.requests.len().into());
    for (wanted, got) in recorded.iter().zip(&replay.requests) {
        for (key, wanted) in entries(wanted) {
            compare(key, wanted, &got[key]);
        }
    }
    compare("exit", &case["exit"], &replay.outcome.exit.into());
    compare("stdout", &case["stdout"], &replay.outcome.stdout.as_str().into());
    let outfiles = case.get("outfiles").cloned().unwrap_or_else(|| json!({}));
    compare("outfiles", &outfiles, &replay.outfiles);
    found
}

/// A server that plays the answers of a case in order, the last one again and again, and what it was asked.
fn serve(case: &Value) -> (Loopback, Arc<Mutex<Vec<Request>>>) {
    let answers: Vec<Answer> = case["responses"].as_array().into_iter().flatten().map(answer).collect();
    let requests = Arc::new(Mutex::new(Vec::new()));
    let record = Arc::clone(&requests);
    let server = Loopback::start(move |request| {
        let mut requests = record.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let answer = answers.get(requests.len()).or(answers.last());
        requests.push(request.clone());
        answer.cloned().unwrap_or_else(|| Answer::json("{}"))
    });
    (server, requests)
}

fn answer(recorded: &Value) -> Answer {
    let status = recorded["status"].as_u64().and_then(|status| u16::try_from(status).ok()).unwrap_or(200);
    let headers = entries(&recorded["headers"]);
    let headers = headers.map(|(name, value)| (name.clone(), value.as_str().unwrap_or_default().to_owned()));
    let body = match recorded.get("body_base64") {
        Some(body) => bytes(body),
        None => recorded["body"].as_str().unwrap_or("{}").as_bytes().to_vec(),
    };
    Answer { status, headers: headers.collect(), body }
}

/// A recorded request, reduced to what is compared.
fn expected(recorded: &Value) -> Value {
    let (headers, auth) = (&recorded["headers"], &recorded["auth"]);
    json!({
        "method": recorded["method"],
        "path and query": recorded["path_and_query"],
        "accept": headers["accept"],
        "content-type": headers["content-type"],
        "amz-sdk-request": headers["amz-sdk-request"],
        "access key": auth["access_key"],
        "scope": auth["scope"],
        "signed headers": auth["signed_headers"],
        "body": recorded.get("body").map_or_else(|| recorded["body_base64"].clone(), json_or_text),
    })
}

/// A request that was made, in the same form.
fn seen(request: &Request) -> Value {
    let authorization = request.header("authorization").unwrap_or_default();
    // AKIDEXAMPLE/20260101/us-east-1/apigateway/aws4_request
    let credential = authorization.split_once("Credential=").and_then(|(_, rest)| rest.split(',').next());
    let mut parts = credential.unwrap_or_default().splitn(3, '/');
    let (key, _day, scope) = (parts.next().filter(|key| !key.is_empty()), parts.next(), parts.next());
    let body = text_or_base64(request.body.clone());
    json!({
        "method": request.method,
        "path and query": request.target,
        "accept": request.header("accept"),
        "content-type": request.header("content-type"),
        "amz-sdk-request": request.header("amz-sdk-request"),
        "access key": key,
        "scope": scope,
        "signed headers": request.signed_headers(),
        "body": body.get("body").map_or_else(|| body["body_base64"].clone(), json_or_text),
    })
}

/// A body that is JSON is compared as JSON.
fn json_or_text(body: &Value) -> Value {
    let text = body.as_str().unwrap_or_default();
    serde_json::from_str(text).unwrap_or_else(|_| text.into())
}

fn text_or_base64(content: Vec<u8>) -> Value {
    match String::from_utf8(content) {
        Ok(text) => json!({ "body": text }),
        Err(error) => json!({ "body_base64": to_base64(error.as_bytes()) }),
    }
}

fn bytes(text: &Value) -> Vec<u8> {
    let text = text.as_str().unwrap_or_default();
    from_base64(text).unwrap_or_else(|| panic!("`{text}` is no Base64"))
}

fn entries(object: &Value) -> impl Iterator<Item = (&String, &Value)> {
    object.as_object().into_iter().flatten()
}
