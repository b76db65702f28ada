//! Calls through a `reqwest::Client` of the caller's.

use std::error::Error as _;
use std::time::Duration;

use apigw_client::bind::BindError;
use apigw_client::{Client, Error};
use apigw_model::IntegrationType;
use reqwest::redirect::Policy;

use crate::loopback::{Loopback, json, response};

fn client(server: &Loopback) -> Client {
    let http = reqwest::Client::builder().redirect(Policy::none()).read_timeout(Duration::from_millis(200));
    server.builder().allow("label").transport(http.build().unwrap()).build().unwrap()
}

#[tokio::test]
async fn the_request_is_the_one_of_the_own_transport() {
    let mut lines = Vec::new();
    for own in [true, false] {
        let server = Loopback::start([json("201 Created", r#"{"type": "MOCK"}"#)]);
        let client = if own { server.client() } else { client(&server) };
        let put = client.put_integration().rest_api_id("a/b c").resource_id("é%~").http_method("GET");
        let integration = put.r#type(IntegrationType::Mock).send().await.unwrap();
        assert_eq!(integration.r#type, Some(IntegrationType::Mock));
        let request = server.request();
        let values = ["accept", "accept-encoding", "content-type", "content-length", "user-agent"];
        let values = values.map(|name| request.header(name).map(str::to_owned));
        let mut names = request.names();
        names.sort();
        lines.push((request.line, request.body, values, names));
    }
    assert_eq!(lines[0], lines[1]);
}

#[tokio::test]
async fn empty_labels_and_queries_are_kept() {
    let server = Loopback::start([json("200 OK", "{}")]);
    client(&server).get_resources().rest_api_id("").position("é /?").limit(2).send().await.unwrap();
    assert_eq!(server.request().line, "GET /restapis//resources?position=%C3%A9%20%2F%3F&limit=2 HTTP/1.1");
}

#[tokio::test]
async fn dots_in_the_path_are_refused_before_anything_is_sent() {
    for label in [".", ".."] {
        let server = Loopback::start([json("200 OK", "{}")]);
        let error = client(&server).get_resources().rest_api_id(label).send().await.unwrap_err();
        assert!(matches!(error, Error::Bind(BindError::PathChanged)), "{error:?}");
        let expected = "a part of the path is `.` or `..`, which this transport drops; use the default transport";
        assert_eq!(error.to_string(), expected);
        // The server still waits for its first request.
        server.client().get_rest_api().rest_api_id("first").send().await.unwrap();
        assert_eq!(server.request().line, "GET /restapis/first HTTP/1.1");
    }
}

#[tokio::test]
async fn redirects_are_not_followed_unseen() {
    let found = || response("302 Found", &[("Location", "/elsewhere")], "");
    let server = Loopback::start([found()]);
    let error = client(&server).get_rest_api().rest_api_id("x").send().await.unwrap_err();
    assert_eq!(error.status(), Some(302));
    let server = Loopback::start([found(), json("200 OK", "{}")]);
    let follower = server.builder().transport(reqwest::Client::new()).build().unwrap();
    let error = follower.get_rest_api().rest_api_id("x").send().await.unwrap_err();
    assert!(error.to_string().contains("a redirect was followed; build the `reqwest::Client`"), "{error}");
}

#[tokio::test]
async fn failures_have_their_kinds() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let server = Loopback::start(["HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".to_owned()]);
    let error = client(&server).get_rest_api().rest_api_id("secret").send().await.unwrap_err();
    assert!(matches!(error, Error::Interrupted { .. }), "{error:?}");
    assert!(!format!("{error} {error:?}").contains("secret"), "{error:?}");
    let http = reqwest::Client::new();
    let nobody = server.builder().endpoint_url(format!("http://{port}")).transport(http).build().unwrap();
    let error = nobody.get_account().send().await.unwrap_err();
    assert!(matches!(error, Error::Unreachable { .. }), "{error:?}");
    assert!(error.source().is_some());
    // Bound, but it never answers.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let http = reqwest::Client::builder().read_timeout(Duration::from_millis(100)).build().unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let silent = server.builder().endpoint_url(url).transport(http).build().unwrap();
    let error = silent.get_account().send().await.unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
}
