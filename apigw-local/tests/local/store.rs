//! A store in a file: what was answered is there when the file is opened again.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use apigw_local::{Local, Settings, StoreError};
use apigw_model::server::Request;
use serde_json::{Value, json};

/// A path that no other test has, removed afterwards.
struct Path(PathBuf);

impl Path {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("apigw-store-{}-{}.redb", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        Self(std::env::temp_dir().join(name).join("deep").join("store"))
    }

    fn open(&self) -> Local {
        let mut settings = Settings::default();
        settings.seed = Some(7);
        Local::open(&self.0, settings).expect("a store")
    }
}

impl Drop for Path {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(self.0.ancestors().nth(2).expect("a folder"));
    }
}

fn call(local: &Local, method: &str, target: &str, body: &Value) -> Value {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let answer = local.answer(&Request { method, target, headers: &[], body: body.as_bytes() });
    assert!((200..300).contains(&answer.status), "{method} {target}: {} {}", answer.status, answer.text());
    serde_json::from_slice(&answer.body).unwrap_or_default()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}

/// Makes one object of each kind. The paths that show them.
fn fill(local: &Local) -> Vec<String> {
    let post = |target: &str, body: Value| call(local, "POST", target, &body);
    let put = |target: &str, body: Value| call(local, "PUT", target, &body);
    let api = post("/restapis", json!({ "name": "pets", "binaryMediaTypes": ["image/*"], "tags": { "a": "b" } }));
    let (id, root) = (text(&api["id"]), text(&api["rootResourceId"]));
    let base = format!("/restapis/{id}");

    let resource = text(&post(&format!("{base}/resources/{root}"), json!({ "pathPart": "{id}" }))["id"]);
    let method = format!("{base}/resources/{resource}/methods/GET");
    put(&method, json!({ "authorizationType": "NONE", "requestParameters": { "method.request.path.id": true } }));
    put(&format!("{method}/responses/200"), json!({ "responseParameters": { "method.response.header.x": true } }));
    put(
        &format!("{method}/integration"),
        json!({ "type": "MOCK", "requestTemplates": { "application/json": "{\"statusCode\": 200}" } }),
    );
    put(&format!("{method}/integration/responses/200"), json!({ "responseTemplates": { "application/json": "π" } }));
    post(&format!("{base}/models"), json!({ "name": "Pet", "contentType": "application/json", "schema": "{}" }));
    post(&format!("{base}/requestvalidators"), json!({ "name": "all", "validateRequestBody": true }));
    put(&format!("{base}/gatewayresponses/DEFAULT_4XX"), json!({ "statusCode": "418" }));
    let location = json!({ "location": { "type": "API" }, "properties": "{\"description\": \"pets\"}" });
    post(&format!("{base}/documentation/parts"), location);
    post(&format!("{base}/documentation/versions"), json!({ "documentationVersion": "1" }));
    let deployment = post(&format!("{base}/deployments"), json!({ "stageName": "prod", "variables": { "v": "1" } }));

    let key = text(&post("/apikeys", json!({ "name": "key", "enabled": true }))["id"]);
    let stages = json!([{ "apiId": id, "stage": "prod" }]);
    let throttle = json!({ "rateLimit": 0.1, "burstLimit": 2 });
    let plan = text(&post("/usageplans", json!({ "name": "plan", "apiStages": stages, "throttle": throttle }))["id"]);
    post(&format!("/usageplans/{plan}/keys"), json!({ "keyId": key, "keyType": "API_KEY" }));
    let certificate = text(&post("/clientcertificates", json!({}))["clientCertificateId"]);
    let balancer = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/a/b";
    post("/vpclinks", json!({ "name": "link", "targetArns": [balancer] }));
    let arn = "arn:aws:acm:us-east-1:123456789012:certificate/a";
    post("/domainnames", json!({ "domainName": "pets.example.com", "certificateArn": arn }));
    post("/domainnames/pets.example.com/basepathmappings", json!({ "basePath": "v1", "restApiId": id }));

    let deployment = text(&deployment["id"]);
    let lists = ["resources?embed=methods", "models", "requestvalidators", "gatewayresponses", "stages", "deployments"];
    let parts =
        ["documentation/parts", "documentation/versions", &format!("deployments/{deployment}?embed=apisummary")];
    let mut shown: Vec<String> = lists.iter().chain(&parts).map(|part| format!("{base}/{part}")).collect();
    shown.extend([base, format!("/clientcertificates/{certificate}"), format!("/usageplans/{plan}/keys")]);
    shown.extend(
        ["/restapis", "/apikeys?includeValues=true", "/usageplans", "/vpclinks", "/account"].map(str::to_owned),
    );
    shown.extend(["/domainnames", "/domainnames/pets.example.com/basepathmappings"].map(str::to_owned));
    shown
}

fn shown(local: &Local, paths: &[String]) -> Vec<Value> {
    paths.iter().map(|path| call(local, "GET", path, &Value::Null)).collect()
}

#[test]
fn what_was_answered_is_there_again() {
    let path = Path::new();
    let local = path.open();
    let paths = fill(&local);
    let before = shown(&local, &paths);
    drop(local);

    let local = path.open();
    assert_eq!(shown(&local, &paths), before);
    let base = paths.iter().find(|path| path.starts_with("/restapis/")).expect("an API");
    let base = base.split('/').take(3).collect::<Vec<_>>().join("/");
    let answer = local.answer(&Request {
        method: "GET",
        target: &format!("{base}/prod/_user_request_/7"),
        headers: &[],
        body: b"",
    });
    assert_eq!((answer.status, answer.text()), (200, "π".into()));

    // What goes, goes for good, and what a deployment has goes with its API.
    let link = text(&call(&local, "GET", "/vpclinks", &Value::Null)["item"][0]["id"]);
    call(&local, "DELETE", &format!("/vpclinks/{link}"), &Value::Null);
    call(&local, "DELETE", "/domainnames/pets.example.com/basepathmappings/v1", &Value::Null);
    call(&local, "DELETE", &base, &Value::Null);
    call(&local, "PATCH", "/account", &json!({ "patchOperations": [] }));
    drop(local);

    let local = path.open();
    let none = |target: &str| call(&local, "GET", target, &Value::Null)["item"].as_array().is_none_or(Vec::is_empty);
    assert!(none("/restapis") && none("/vpclinks") && !none("/apikeys"));
    assert_eq!(local.answer(&Request { method: "GET", target: &base, headers: &[], body: b"" }).status, 404);
}

#[test]
fn a_store_with_a_seed_continues_its_sequence() {
    let (once, twice) = (Path::new(), Path::new());
    let create = |local: &Local| call(local, "POST", "/restapis", &json!({ "name": "pets" }));
    let local = once.open();
    let expected = [create(&local), create(&local)];
    assert_ne!(expected[0]["id"], expected[1]["id"]);
    // In one process, the identifiers of requests come in between.
    let given = [(); 2].map(|()| {
        let local = twice.open();
        create(&local)
    });
    assert_eq!(given[0], expected[0]);
    assert_ne!(given[1]["id"], given[0]["id"]);
    assert!(given[1]["createdDate"].as_f64() > given[0]["createdDate"].as_f64());
}

#[test]
fn what_is_no_store_is_reported() {
    let path = Path::new();
    std::fs::create_dir_all(path.0.parent().expect("a folder")).expect("folders");
    std::fs::write(&path.0, "no store").expect("a file");
    let error = Local::open(&path.0, Settings::default()).expect_err("an error");
    assert!(matches!(error, StoreError::Unusable { .. }), "{error:?}");
    assert!(error.to_string().contains("name another file"), "{error}");
    assert_eq!(std::fs::read(&path.0).expect("the file"), b"no store");
}

#[test]
fn a_snapshot_makes_the_same_store_in_memory_and_in_a_file() {
    let mut settings = Settings::default();
    settings.seed = Some(7);
    let local = Local::with(settings);
    let paths = fill(&local);
    let (before, snapshot) = (shown(&local, &paths), local.snapshot().expect("a snapshot"));
    let read: Value = serde_json::from_str(&snapshot).expect("JSON");
    assert_eq!(read["apigwSnapshot"], 1);

    let memory = Local::from_snapshot(&snapshot, Settings::default()).expect("a store");
    assert_eq!(memory.snapshot().expect("a snapshot"), snapshot);
    assert_eq!(shown(&memory, &paths), before);

    // What a store in a file has stays, unless the caller says otherwise; then all of it goes.
    let path = Path::new();
    let kept = path.open();
    call(&kept, "POST", "/restapis", &json!({ "name": "first" }));
    call(&kept, "POST", "/restapis", &json!({ "name": "other" }));
    drop(kept);
    let refused = Local::restore(&path.0, &snapshot, false).expect_err("an error");
    assert!(matches!(refused, StoreError::NotEmpty { .. }), "{refused:?}");
    Local::restore(&path.0, &snapshot, true).expect("a store");
    let kept = path.open();
    assert_eq!(shown(&kept, &paths), before);
    assert!(!kept.snapshot().expect("a snapshot").contains("\"other\""));

    let empty = Path::new();
    Local::restore(&empty.0, &snapshot, false).expect("a store");
    assert_eq!(shown(&empty.open(), &paths), before);
}

/// Documents that are no snapshots, and what is said of them.
fn wrong() -> Vec<(String, &'static str)> {
    let head = json!({ "account": "123456789012", "region": "us-east-1", "ids": null });
    let with = |key: &str, record: Value| json!({ "head": head.clone(), key: record });
    let documents = [
        (json!({ "apigwSnapshot": 1 }), "its `records` are no object"),
        (json!({ "apigwSnapshot": 1, "records": null }), "its `records` are no object"),
        (json!({ "apigwSnapshot": 1, "records": [head] }), "its `records` are no object"),
        (json!({ "apigwSnapshot": 1, "records": {} }), "it has no record `head`"),
        (json!({ "apigwSnapshot": 2, "records": with("head", head.clone()) }), "a later version made it"),
        (json!({ "apigwSnapshot": 1, "records": with("head", json!({ "account": 7 })) }), "its record `head` is wrong"),
        (
            json!({ "apigwSnapshot": 1, "records": with("apis/a", json!({ "settings": 7 })) }),
            "its record `apis/a` is wrong",
        ),
        (json!({ "apigwSnapshot": 1, "records": with("pets/a", json!({})) }), "its record `pets/a` belongs to"),
        (json!({ "apigwSnapshot": 1, "records": with("deployments/a/b", json!({})) }), "`deployments/a/b` belongs to"),
        (json!({ "apigwSnapshot": 1, "records": with("keys/a", json!({ "enabled": "SECRET" })) }), "`keys/a` is wrong"),
    ];
    let texts = [("no JSON".to_owned(), "expected ident"), ("{}".to_owned(), "it has no `apigwSnapshot`")];
    texts.into_iter().chain(documents.map(|(document, part)| (document.to_string(), part))).collect()
}

#[test]
fn what_is_no_snapshot_changes_nothing() {
    let full = Path::new();
    let kept = full.open();
    let paths = fill(&kept);
    let before = shown(&kept, &paths);
    drop(kept);

    for (snapshot, part) in wrong() {
        let path = Path::new();
        for path in [&path, &full] {
            let error = Local::restore(&path.0, &snapshot, true).expect_err("an error");
            assert!(matches!(error, StoreError::NoSnapshot { .. }), "{error:?}");
            let shown = error.to_string();
            assert!(shown.contains(part) && !shown.contains("SECRET"), "{snapshot}: {shown}");
        }
        assert!(!path.0.exists(), "{snapshot}");
    }
    assert_eq!(shown(&full.open(), &paths), before);
}

#[test]
fn another_program_gives_no_snapshot() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let serve = std::thread::spawn(move || {
        for _ in 0..2 {
            let (mut stream, _) = listener.accept().expect("a connection");
            let mut head = BufReader::new(stream.try_clone().expect("a stream")).lines().map_while(Result::ok);
            while head.next().is_some_and(|line| !line.is_empty()) {}
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}").expect("sent");
        }
    });
    for slash in ["", "/"] {
        let error = Local::snapshot_of(&format!("{url}{slash}")).expect_err("an error");
        assert!(matches!(error, StoreError::Unreachable { .. }), "{error:?}");
        let part = format!("the store at `{url}{slash}` cannot be read: no service of this program answers");
        assert!(error.to_string().starts_with(&part), "{error}");
    }
    serve.join().expect("a server");
}

#[test]
fn a_service_gives_its_snapshot_over_http() {
    let running = Local::start().expect("a server");
    fill(running.local());
    let given = Local::snapshot_of(&format!("{}/", running.url())).expect("a snapshot");
    assert_eq!(given, running.local().snapshot().expect("a snapshot"));
    let url = running.url();
    drop(running);
    let error = Local::snapshot_of(&url).expect_err("an error");
    assert!(error.to_string().contains("nothing answers"), "{error}");
}
