//! A service that runs in a test: its clients, its URLs, what it refuses, and how it ends.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;

use apigw_client::Client;
use apigw_local::{Local, Running, Settings};
use apigw_model::IntegrationType;

fn wait<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime").block_on(future)
}

/// An API with `GET /`, which a function answers; its identifier.
async fn hello(client: &Client) -> String {
    let api = client.create_rest_api().name("hello").send().await.expect("an API");
    let (id, root) = (api.id.expect("an identifier"), api.root_resource_id.expect("a resource"));
    let method = client.put_method().rest_api_id(&id).resource_id(&root).http_method("GET").authorization_type("NONE");
    method.send().await.expect("a method");
    let uri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/\
               arn:aws:lambda:us-east-1:123456789012:function:hello/invocations";
    let integration = client.put_integration().rest_api_id(&id).resource_id(&root).http_method("GET");
    let integration = integration.r#type(IntegrationType::AwsProxy).integration_http_method("POST").uri(uri);
    integration.send().await.expect("an integration");
    client.create_deployment().rest_api_id(&id).stage_name("prod").send().await.expect("a deployment");
    id
}

fn settings() -> Settings {
    Settings::default().function("hello", |_| Ok(br#"{"statusCode": 200, "body": "hello"}"#.to_vec()))
}

/// Sends bytes and reads the answer until the connection ends.
fn exchange(address: SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.write_all(request.as_bytes()).expect("sent");
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer);
    answer
}

pub(crate) fn get(running: &Running, target: &str, headers: &str) -> String {
    exchange(running.address(), &format!("GET {target} HTTP/1.1\r\nConnection: close\r\n{headers}\r\n"))
}

/// The status of the answer.
pub(crate) fn status(running: &Running, target: &str, headers: &str) -> String {
    get(running, target, headers).split(' ').nth(1).unwrap_or_default().to_owned()
}

#[test]
fn a_function_of_the_test_answers_over_http() {
    let running = Local::with(settings()).listen(([127, 0, 0, 1], 0).into()).expect("a server");
    let id = wait(async { hello(&running.client().expect("a client")).await });
    let url = running.invoke_url(&id, "prod");
    let target = url.strip_prefix(&running.url()).expect("a path");
    assert!(get(&running, target, "Host: localhost\r\n").ends_with("\r\n\r\nhello"), "{url}");
    let host = format!("Host: {id}.execute-api.localhost\r\n");
    assert!(get(&running, "/prod", &host).ends_with("\r\n\r\nhello"));
}

#[test]
fn a_transport_needs_no_socket() {
    let local = Local::with(settings());
    let client = local.client().expect("a client");
    let id = wait(hello(&client));
    let answer = wait(async {
        let api = client.get_rest_api().rest_api_id(&id).send().await.expect("the API");
        let root = api.root_resource_id.expect("a resource");
        client.test_invoke_method().rest_api_id(&id).resource_id(root).http_method("GET").send().await
    });
    assert_eq!(answer.expect("an answer").body.as_deref(), Some("hello"));
    let error = wait(client.get_rest_api().rest_api_id("nothing").send()).expect_err("an error");
    assert_eq!(error.failure().map(|failure| failure.status), Some(404));
}

#[test]
fn many_services_are_apart_and_end_when_they_are_dropped() {
    let running: Vec<Running> = (0..8).map(|_| Local::start().expect("a server")).collect();
    let addresses: Vec<SocketAddr> = running.iter().map(Running::address).collect();
    wait(async {
        for (index, one) in running.iter().enumerate() {
            let client = one.client().expect("a client");
            for _ in 0..index {
                client.create_rest_api().name("pets").send().await.expect("an API");
            }
            let apis = client.get_rest_apis().send().await.expect("a list");
            assert_eq!(apis.items.unwrap_or_default().len(), index);
        }
    });
    drop(running);
    for address in addresses {
        assert!(TcpStream::connect(address).is_err(), "{address}");
    }
}

#[cfg(feature = "blocking")]
#[test]
fn a_blocking_client_makes_the_same_calls() {
    let running = Local::start().expect("a server");
    let client = running.blocking_client().expect("a client");
    client.create_rest_api().name("pets").send().expect("an API");
    assert_eq!(client.get_rest_apis().send().expect("a list").items.unwrap_or_default().len(), 1);
}

#[test]
fn what_others_send_is_refused() {
    let running = Local::with(settings()).listen(([127, 0, 0, 1], 0).into()).expect("a server");
    let status = |headers: &str| self::status(&running, "/restapis", headers);
    assert_eq!(status("Host: localhost\r\n"), "200");
    assert_eq!(status("Host: rebound.example\r\n"), "403");
    assert_eq!(status("Host: localhost\r\nOrigin: https://other.example\r\n"), "403");
    assert_eq!(status("Host: localhost\r\nOrigin: null\r\n"), "403");
    assert_eq!(status("Host: localhost:80\r\nOrigin: http://localhost:3000\r\n"), "403");
    assert_eq!(status("Host: localhost:80\r\nOrigin: http://localhost:80\r\n"), "200");

    // Pages of this machine call stages, and nothing else.
    let id = wait(async { hello(&running.client().expect("a client")).await });
    let (stage, page) = (format!("/_aws/execute-api/{id}/prod"), "Origin: http://localhost:3000\r\n");
    assert!(get(&running, &stage, &format!("Host: localhost\r\n{page}")).ends_with("\r\n\r\nhello"));
    let host = format!("Host: {id}.execute-api.localhost:80\r\n{page}");
    assert!(get(&running, "/prod", &host).ends_with("\r\n\r\nhello"));
    let of_api = format!("Host: localhost:80\r\nOrigin: http://{id}.execute-api.localhost:80\r\n");
    assert_eq!(status(&of_api), "403");
}

#[test]
fn bodies_and_heads_are_bounded() {
    let running = Local::start().expect("a server");
    let body = |length: usize| {
        let head = format!(
            "POST /restapis HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n"
        );
        exchange(running.address(), &(head + &" ".repeat(length)))
    };
    assert!(body(11 << 20).starts_with("HTTP/1.1 413") || body(11 << 20).is_empty());
    assert!(body(2).starts_with("HTTP/1.1 400"));
    let long = format!("Host: localhost\r\nX-Long: {}\r\n", "x".repeat(100_000));
    assert!(get(&running, "/restapis", &long).starts_with("HTTP/1.1 431"));
}

#[test]
fn calls_at_once_lose_nothing() {
    let running = Arc::new(Local::start().expect("a server"));
    let threads: Vec<_> = (0..8)
        .map(|_| {
            let running = Arc::clone(&running);
            std::thread::spawn(move || {
                let client = running.client().expect("a client");
                wait(async {
                    for _ in 0..20 {
                        client.create_rest_api().name("pets").send().await.expect("an API");
                    }
                });
            })
        })
        .collect();
    for thread in threads {
        thread.join().expect("a thread");
    }
    let apis = wait(async { running.client().expect("a client").get_rest_apis().limit(500).send().await });
    assert_eq!(apis.expect("a list").items.unwrap_or_default().len(), 160);
}
