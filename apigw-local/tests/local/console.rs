//! The console as the server gives it: its files, what it reads, and what it refuses.

use apigw_local::Local;
use apigw_model::server::{Request, Response};
use serde_json::{Value, json};

use crate::running;

fn ask(local: &Local, method: &str, target: &str, body: &Value) -> Response {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    local.answer(&Request { method, target, headers: &[], body: body.as_bytes() })
}

fn read(local: &Local, target: &str) -> Value {
    let answer = ask(local, "GET", target, &Value::Null);
    assert_eq!(answer.status, 200, "{target}: {}", answer.text());
    serde_json::from_slice(&answer.body).expect("JSON")
}

/// An API with `GET /pets`, whose template renders to no JSON, and a deployment of it; their identifiers.
fn pets(local: &Local) -> (String, String) {
    let template = json!({ "application/json": "{\"a\": $x,}" });
    let responses = json!({ "200": { "statusCode": "200", "responseTemplates": template } });
    let integration = json!({ "type": "MOCK", "integrationResponses": responses });
    let parts = json!({ "resources": [{ "path": "/pets", "resourceMethods": { "GET": { "methodIntegration": integration } } }] });
    let api = local.define("pets", parts.as_object().expect("an object"), None).expect("an API");
    local.deploy(&api, "prod").expect("a stage");
    let deployments = read(local, &format!("/restapis/{api}/deployments"));
    let deployment = deployments["item"][0]["id"].as_str().expect("a deployment").to_owned();
    (api, deployment)
}

#[test]
fn each_file_is_there_and_takes_nothing_from_elsewhere() {
    let local = Local::new();
    let page = ask(&local, "GET", "/_apigw/", &Value::Null);
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    let mut files = vec![String::new(), "console.js".to_owned()];
    let quoted = |text: &str, before: &str| -> Vec<String> {
        text.split(before).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    };
    files.extend(quoted(&page.text(), "href=\"").into_iter().filter(|name| !name.starts_with('#')));

    let mut index = 0;
    while let Some(name) = files.get(index).cloned() {
        index += 1;
        let file = ask(&local, "GET", &format!("/_apigw/{name}"), &Value::Null);
        assert_eq!(file.status, 200, "{name}");
        let text = file.text();
        for found in quoted(&text, " from \"./") {
            if !files.contains(&found) {
                files.push(found);
            }
        }
        let own = text.replace("http://www.w3.org/2000/svg", "");
        for forbidden in [
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "http://",
            "https://",
            "@import",
            "url(",
        ] {
            assert!(!own.contains(forbidden), "`{forbidden}` in {name}");
        }
        let policy = file.header("content-security-policy").expect("a policy");
        let expected = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                        base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
                        require-trusted-types-for 'script'; trusted-types 'none'";
        assert_eq!(policy, expected, "{name}");
    }
    assert!(index >= 15, "{files:?}");
}

#[test]
fn addresses_lead_to_the_console_or_to_nothing() {
    let local = Local::new();
    let status = |method: &str, target: &str| ask(&local, method, target, &Value::Null).status;
    let moved = ask(&local, "GET", "/_apigw", &Value::Null);
    assert_eq!((moved.status, moved.header("location")), (308, Some("/_apigw/")));
    assert_eq!(status("GET", "/_apigw/?x=1"), 200);
    assert_eq!(status("HEAD", "/_apigw/console.css"), 200);
    assert_eq!(status("POST", "/_apigw/"), 405);
    assert_eq!(status("GET", "/_apigw/../lib.rs"), 404);
    assert_eq!(status("GET", "/_apigw/findings/nothing"), 404);
    assert_eq!(status("GET", "/_apigw/snapshots/nothing/0"), 404);
    assert_eq!(status("GET", "/_apigwx"), 404);
}

#[test]
fn findings_lead_to_their_method() {
    let local = Local::new();
    let (api, _) = pets(&local);
    let found = read(&local, &format!("/_apigw/findings/{api}"));
    let of_template: Vec<&Value> =
        found.as_array().expect("a list").iter().filter(|one| one["rule"] == "template-is-never-json").collect();
    assert_eq!(of_template.len(), 1, "{found}");
    let resources = read(&local, &format!("/restapis/{api}/resources"));
    let pets =
        resources["item"].as_array().expect("a list").iter().find(|one| one["path"] == "/pets").expect("a resource");
    let within = json!(["methodIntegration", "integrationResponses", "200", "responseTemplates", "application/json"]);
    assert_eq!(
        (&of_template[0]["resource"], &of_template[0]["method"], &of_template[0]["within"]),
        (&pets["id"], &json!("GET"), &within)
    );

    // A rule's finding names the method, not its position.
    let path = format!("/restapis/{api}/resources/{}/methods/PUT", pets["id"].as_str().expect("text"));
    assert_eq!(ask(&local, "PUT", &path, &json!({ "authorizationType": "NONE" })).status, 201);
    let found = read(&local, &format!("/_apigw/findings/{api}"));
    let error = found.as_array().expect("a list").iter().find(|one| one["severity"] == "error").expect("an error");
    assert_eq!((&error["resource"], &error["method"]), (&pets["id"], &json!("PUT")));
    assert!(error["message"].as_str().is_some_and(|text| text.contains("PUT /pets: methodIntegration")), "{error}");
}

#[test]
fn a_snapshot_stays_as_it_was_deployed() {
    let local = Local::new();
    let (api, deployment) = pets(&local);
    let of = |target: &str| read(&local, &format!("/_apigw/snapshots/{api}{target}"));
    let before = of(&format!("/{deployment}"));
    assert_eq!(before, of(""));
    local.define("pets", &serde_json::Map::new(), Some(&api)).expect("an API");
    assert_ne!(before, of(""));
    assert_eq!(before, of(&format!("/{deployment}")));
}

#[test]
fn pages_of_others_read_nothing_of_the_console() {
    let running = Local::start().expect("a server");
    assert_eq!(running.console_url(), format!("{}/_apigw/", running.url()));
    for target in ["/_apigw/", "/_apigw/store"] {
        let status = |headers: &str| running::status(&running, target, headers);
        assert_eq!(status("Host: localhost\r\n"), "200", "{target}");
        assert_eq!(status("Host: rebound.example\r\n"), "403", "{target}");
        assert_eq!(status("Host: localhost\r\nOrigin: https://other.example\r\n"), "403", "{target}");
        assert_eq!(status("Host: localhost\r\nOrigin: http://localhost:3000\r\n"), "403", "{target}");
    }
}
