//! What the client makes of answers, good, bad and late.

use std::time::{Duration, Instant};

use crate::loopback::{Loopback, json, response};
use apigw_client::{Client, Error};
use apigw_model::{GetExport, GetResources, GetRestApi, IntegrationType};

fn get_rest_api() -> GetRestApi {
    GetRestApi::builder().rest_api_id("x").build()
}

fn resources() -> GetResources {
    GetResources::builder().rest_api_id("x").build()
}

#[tokio::test]
async fn outputs_are_read_as_leniently_as_the_aws_tools_read_them() {
    let body = r#"{"_links": {"self": 1}, "position": null, "unknown": [1], "_embedded": {}, "item": [{"id": "r", "path": "/",
        "resourceMethods": {"GET": {"httpMethod": "GET", "apiKeyRequired": "true",
        "methodIntegration": {"type": "NEW", "timeoutInMillis": "29000"}}}}]}"#;
    let server = Loopback::start([json("200 OK", body)]);
    let output = server.client().send(&resources()).await.unwrap();
    assert_eq!(output.position, None);
    let items = output.items.unwrap();
    let method = &items[0].resource_methods.as_ref().unwrap()["GET"];
    assert_eq!(method.api_key_required, Some(true));
    let integration = method.method_integration.as_ref().unwrap();
    assert_eq!(integration.timeout_in_millis, Some(29000));
    assert_eq!(integration.r#type.as_ref().map(ToString::to_string).as_deref(), Some("NEW"));
    assert_ne!(integration.r#type, Some(IntegrationType::Http));
}

#[tokio::test]
async fn timestamps_are_read_as_numbers_and_as_text() {
    for date in ["1700000000", "\"1700000000\"", "\"2023-11-14T22:13:20Z\"", "\"Tue, 14 Nov 2023 22:13:20 GMT\""] {
        let server = Loopback::start([json("200 OK", &format!("{{\"createdDate\": {date}}}"))]);
        let api = server.client().send(&get_rest_api()).await.unwrap();
        assert_eq!(api.created_date.unwrap().seconds, 1_700_000_000, "{date}");
    }
}

#[tokio::test]
async fn payloads_and_headers_are_bound() {
    let headers = [("Content-Type", "application/yaml"), ("Content-Disposition", "attachment; filename=\"x\"")];
    let server = Loopback::start([response("200 OK", &headers, "openapi: 3")]);
    let input = GetExport::builder().rest_api_id("x").stage_name("s").export_type("oas30").build();
    let export = server.client().send(&input).await.unwrap();
    assert_eq!(export.content_type.as_deref(), Some("application/yaml"));
    assert_eq!(export.content_disposition.as_deref(), Some("attachment; filename=\"x\""));
    assert_eq!(export.body.unwrap().as_bytes(), b"openapi: 3");
}

#[tokio::test]
async fn an_empty_success_is_an_empty_output() {
    let server = Loopback::start([json("200 OK", "")]);
    assert_eq!(server.client().send(&get_rest_api()).await.unwrap().id, None);
}

#[tokio::test]
async fn errors_of_the_service_are_typed_and_say_all() {
    let headers = [
        ("x-amzn-ErrorType", "com.amazonaws#TooManyRequestsException:http://x"),
        ("x-amzn-RequestId", "rid-1"),
        ("Retry-After", "7"),
    ];
    let server = Loopback::start([response("429 Too Many Requests", &headers, r#"{"message": "slow down"}"#)]);
    let error = server.client().send(&get_rest_api()).await.unwrap_err();
    assert_eq!(error.to_string(), "TooManyRequestsException: slow down (request id rid-1)");
    assert_eq!(error.code(), Some("TooManyRequestsException"));
    assert_eq!(error.message(), Some("slow down"));
    assert_eq!(error.request_id(), Some("rid-1"));
    assert_eq!(error.status(), Some(429));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    let kind = format!("{:?}", error.kind().unwrap());
    assert!(kind.contains("TooManyRequests"), "{kind}");
}

#[tokio::test]
async fn redirects_are_errors_and_not_followed() {
    let server = Loopback::start([response("302 Found", &[("Location", "http://127.0.0.1:1/")], "")]);
    let error = server.client().send(&get_rest_api()).await.unwrap_err();
    assert_eq!(error.to_string(), "302");
}

#[tokio::test]
async fn a_page_of_a_proxy_is_not_json() {
    let page = response("200 OK", &[("Content-Type", "text/html")], "<html>log in</html>");
    let server = Loopback::start([page]);
    let error = server.client().send(&get_rest_api()).await.unwrap_err();
    assert!(matches!(error, Error::NotJson(_)), "{error:?}");
    let expected = "the response is not JSON; check that the endpoint is that of the service: status 200, 19 bytes of text/html, \
                    line 1, column 1";
    assert_eq!(error.to_string(), expected);
}

#[tokio::test]
async fn broken_json_is_an_error_that_does_not_quote_it() {
    for body in [r#"{"id": "secret"#, r#"{"id": "secret", "tags": "secret"}"#, "[\"secret\"]"] {
        let server = Loopback::start([json("200 OK", body)]);
        let error = server.client().send(&get_rest_api()).await.unwrap_err();
        assert!(matches!(error, Error::BadJson(_)), "{error:?}");
        assert_eq!(error.request_id(), Some("rid-1"));
        assert!(!format!("{error} {error:?}").contains("secret"), "{error}");
    }
}

#[tokio::test]
async fn an_endpoint_where_nothing_listens_is_unreachable() {
    let server = Loopback::start([]);
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let client = server.builder().endpoint_url(format!("http://{port}/p")).build().unwrap();
    let error = client.send(&get_rest_api()).await.unwrap_err();
    assert!(matches!(error, Error::Unreachable { .. }), "{error:?}");
    assert!(error.to_string().starts_with(&format!("cannot reach `http://{port}/p`: connection failed: ")));
    assert!(std::error::Error::source(&error).is_some());
}

#[tokio::test]
async fn a_host_that_does_not_exist_is_unreachable() {
    let server = Loopback::start([]);
    let client = server.builder().endpoint_url("http://no-such-host.invalid").build().unwrap();
    let error = client.send(&get_rest_api()).await.unwrap_err();
    assert!(matches!(error, Error::Unreachable { .. }), "{error:?}");
}

#[tokio::test]
async fn tls_with_something_that_is_not_tls_is_its_own_error() {
    let server = Loopback::start([json("200 OK", "{}")]);
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        _ = std::io::Write::write_all(&mut stream, b"HTTP/1.1 400 Bad Request\r\n\r\n");
        std::thread::sleep(Duration::from_millis(200));
    });
    let client = server.builder().endpoint_url(format!("https://{address}")).build().unwrap();
    let error = client.send(&get_rest_api()).await.unwrap_err();
    assert!(matches!(error, Error::Tls { .. }), "{error:?}");
}

#[tokio::test]
async fn a_connection_that_breaks_is_an_interruption() {
    for answer in ["", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\": ", "no HTTP at all\r\n\r\n"] {
        let server = Loopback::start([answer.to_owned()]);
        let error = server.client().send(&get_rest_api()).await.unwrap_err();
        assert!(matches!(error, Error::Interrupted { .. }), "{answer}: {error:?}");
    }
}

/// A server that sends the start of an answer and then nothing for a long time.
fn silent(start: &'static str) -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        // An answer before the request would be a mistake of the server's, which the client tells apart.
        _ = std::io::Read::read(&mut stream, &mut [0; 8192]);
        _ = std::io::Write::write_all(&mut stream, start.as_bytes());
        std::thread::sleep(Duration::from_secs(20));
    });
    url
}

#[tokio::test]
async fn late_answers_and_late_parts_are_time_outs() {
    for start in ["", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\""] {
        let began = Instant::now();
        let server = Loopback::start([]);
        let builder = server.builder().endpoint_url(silent(start)).read_timeout(Duration::from_millis(100));
        let error = builder.build().unwrap().send(&get_rest_api()).await.unwrap_err();
        assert!(error.is_timeout(), "{error:?}");
        assert!(error.to_string().contains("no data arrived within 0.1 s"), "{error}");
        assert!(began.elapsed() < Duration::from_secs(5));
    }
}

#[tokio::test]
async fn late_connections_are_time_outs() {
    // The other side accepts, as the kernel does for it, but never speaks TLS.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let server = Loopback::start([]);
    let builder = server.builder().endpoint_url(url).connect_timeout(Duration::from_millis(100));
    let error = builder.build().unwrap().send(&get_rest_api()).await.unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
    assert!(error.to_string().contains("no connection was made within 0.1 s"), "{error}");
}

#[tokio::test]
async fn connections_are_used_again() {
    let body = "{}";
    let answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let thread = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        for _ in 0..3 {
            let mut buffer = [0; 8192];
            assert!(std::io::Read::read(&mut stream, &mut buffer).unwrap() > 0);
            std::io::Write::write_all(&mut stream, answer.as_bytes()).unwrap();
        }
    });
    let client: Client = Loopback::start([]).builder().endpoint_url(url).build().unwrap();
    for _ in 0..3 {
        client.clone().send(&get_rest_api()).await.unwrap();
    }
    thread.join().unwrap();
}

#[test]
fn clients_and_calls_can_cross_threads() {
    fn check<T: Send>(_: &T) {}
    let client = Loopback::start([]).client();
    check(&client);
    check(&client.send(&get_rest_api()));
    let debug = format!("{client:?} {:?}", client.send(&get_rest_api()));
    assert!(!debug.contains("secret\""), "{debug}");
}
