//! The console: pages at `/_apigw/` that show what the store has.
//!
//! The pages ask the operations of the service, as every client does. What no operation answers, they read here: what the
//! rules find in an API, and what a deployment has.

mod findings;

use apigw_model::server::{ErrorReply, Request, Response};
use serde_json::{Value, json};

use crate::refusal::{Answer, refusal};
use crate::service::Service;
use crate::store::State;

/// Where the console is.
const START: &str = "/_apigw";

/// What a page may load and do: its own files, and calls of this server. No data becomes a part of a page but as text.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
                      require-trusted-types-for 'script'; trusted-types 'none'";

const SCRIPT: &str = "text/javascript; charset=utf-8";

/// The files: name, media type and text.
const FILES: [(&str, &str, &str); 15] = [
    ("", "text/html; charset=utf-8", include_str!("files/index.html")),
    ("console.css", "text/css; charset=utf-8", include_str!("files/console.css")),
    ("parts.css", "text/css; charset=utf-8", include_str!("files/parts.css")),
    ("icon.svg", "image/svg+xml", include_str!("files/icon.svg")),
    ("apis.js", SCRIPT, include_str!("files/apis.js")),
    ("compare.js", SCRIPT, include_str!("files/compare.js")),
    ("console.js", SCRIPT, include_str!("files/console.js")),
    ("difference.js", SCRIPT, include_str!("files/difference.js")),
    ("dom.js", SCRIPT, include_str!("files/dom.js")),
    ("log.js", SCRIPT, include_str!("files/log.js")),
    ("method.js", SCRIPT, include_str!("files/method.js")),
    ("service.js", SCRIPT, include_str!("files/service.js")),
    ("steps.js", SCRIPT, include_str!("files/steps.js")),
    ("test.js", SCRIPT, include_str!("files/test.js")),
    ("tree.js", SCRIPT, include_str!("files/tree.js")),
];

/// The answer to a request for the console; nothing if the request is for something else.
pub(crate) fn console(service: &Service, request: &Request<'_>) -> Option<Response> {
    let path = request.path().strip_prefix(START)?;
    let Some(path) = path.strip_prefix('/') else {
        // `/_apigwx` is no path of the console.
        return path.is_empty().then(|| answer(308, &[("Location", "/_apigw/")], Vec::new()));
    };
    if !matches!(request.method, "GET" | "HEAD") {
        return Some(answer(405, &[("Allow", "GET, HEAD")], Vec::new()));
    }
    if let Some((_, media_type, text)) = FILES.iter().find(|(name, ..)| *name == path) {
        return Some(answer(200, &[("Content-Type", media_type)], text.as_bytes().to_vec()));
    }

    let segments: Vec<&str> = path.split('/').collect();
    let read =
        service.with(|state| match segments.as_slice() {
            ["findings", api] => state.api(api).map(|found| findings::findings(state, api, found)),
            ["snapshots", api] => state.api(api).and_then(|api| api.snapshot().shown()),
            ["snapshots", api, deployment] => snapshot(state, api, deployment),
            ["store"] => whole(state),
            _ => Err(ErrorReply::new("NotFoundException", "the console has no such page; start at /_apigw/")
                .with_status(404)),
        });
    let (status, body) = match read {
        Ok(value) => (200, value),
        Err(error) => (error.status.unwrap_or(400), json!({ "message": error.message })),
    };
    Some(answer(status, &[("Content-Type", "application/json")], format!("{body:#}").into_bytes()))
}

fn answer(status: u16, own: &[(&'static str, &str)], body: Vec<u8>) -> Response {
    let all = [
        ("Cache-Control", "no-store"),
        ("Content-Security-Policy", POLICY),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    let headers = own.iter().chain(&all).map(|(name, value)| ((*name).into(), (*value).to_owned()));
    Response { status, headers: headers.collect(), body }
}

/// All that there is, for a snapshot.
fn whole(state: &State) -> Answer<Value> {
    state.to_document().map_err(|error| ErrorReply::new("InternalFailure", error.to_string()).with_status(500))
}

/// What a deployment has.
fn snapshot(state: &State, api: &str, deployment: &str) -> Answer<Value> {
    let deployed = state.api(api)?.deployments.get(deployment);
    deployed.ok_or_else(|| refusal("deployment-id-unknown", &[])).and_then(|deployed| deployed.snapshot.shown())
}
