//! Proxies of the environment.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};

use apigw_client::{Client, ClientBuilder, ConfigError, Credentials, Environment, RetryPolicy};

use crate::loopback::{Loopback, json};

fn builder(url: &str, variables: &[(&str, &str)]) -> ClientBuilder {
    let credentials = Credentials::new("AKIDEXAMPLE", "secret", None, None, "test");
    let builder = Client::builder().environment(variables.iter().copied().collect::<Environment>());
    builder.region("us-east-1").credentials(credentials).endpoint_url(url).retry(RetryPolicy::off())
}

/// A proxy that refuses tunnels, and what it was asked.
fn refusing() -> (String, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let (sender, asked) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut buffer = [0; 8192];
            let count = stream.read(&mut buffer).unwrap();
            sender.send(String::from_utf8_lossy(&buffer[..count]).into_owned()).unwrap();
            _ = stream.write_all(b"HTTP/1.1 403 Forbidden\r\n\r\n");
        }
    });
    (address, asked)
}

#[tokio::test]
async fn requests_in_the_clear_are_handed_to_the_proxy() {
    let proxy = Loopback::start([json("200 OK", r#"{"name": "x"}"#)]);
    let address = proxy.address.to_string().replace("127.0.0.1", "user:p%40ss@127.0.0.1");
    let client = builder("http://service.invalid/p", &[("HTTP_PROXY", &address)]).build().unwrap();
    client.get_rest_api().rest_api_id("a/b").send().await.unwrap();
    let request = proxy.request();
    assert_eq!(request.line, "GET http://service.invalid/p/restapis/a%2Fb HTTP/1.1");
    assert_eq!(request.header("host"), Some("service.invalid"));
    assert_eq!(request.header("proxy-authorization"), Some("Basic dXNlcjpwQHNz"));
    assert!(!request.header("authorization").unwrap().contains("proxy-authorization"));
}

#[tokio::test]
async fn requests_over_tls_go_through_a_tunnel() {
    let (address, asked) = refusing();
    let client =
        builder("https://service.invalid", &[("https_proxy", &format!("http://u:p@{address}"))]).build().unwrap();
    let error = client.get_account().send().await.unwrap_err();
    assert!(error.to_string().contains("`https://service.invalid`"), "{error}");
    let asked = asked.recv().unwrap();
    assert!(asked.starts_with("CONNECT service.invalid:443 HTTP/1.1\r\n"), "{asked}");
    assert!(asked.to_lowercase().contains("proxy-authorization: basic dtpw\r\n"), "{asked}");
    assert!(!asked.contains("AKIDEXAMPLE"), "{asked}");
}

#[tokio::test]
async fn hosts_can_be_left_out_and_proxies_switched_off() {
    let nobody = ("HTTP_PROXY", "http://127.0.0.1:1");
    for variables in
        [&[nobody, ("NO_PROXY", "example.com, 127.0.0.1")][..], &[nobody, ("no_proxy", "*")], &[("HTTP_PROXY", "")]]
    {
        let server = Loopback::start([json("200 OK", "{}")]);
        builder(&server.url(), variables).build().unwrap().get_account().send().await.unwrap();
    }
    let server = Loopback::start([json("200 OK", "{}")]);
    let direct = builder(&server.url(), &[nobody]).use_proxies(false).build().unwrap();
    direct.get_account().send().await.unwrap();
    let error = builder(&server.url(), &[nobody]).build().unwrap().get_account().send().await.unwrap_err();
    assert!(error.to_string().starts_with("cannot reach"), "{error}");
}

#[test]
fn proxies_that_are_none_are_named_and_not_shown() {
    for value in ["socks5://user:hush@host", "https://user:hush@host", "http://", "a b"] {
        let error = builder("http://x", &[("HTTPS_PROXY", value)]).build().unwrap_err();
        assert_eq!(error, ConfigError::InvalidProxy { variable: "HTTPS_PROXY" });
        assert_eq!(error.to_string(), "`HTTPS_PROXY` is not a proxy; give a URL such as `http://proxy.example:3128`");
    }
}
