//! Proxies of the environment.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, Sender, channel};

use apigw_client::{Client, ClientBuilder, ConfigError, Credentials, Environment, RetryPolicy};

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};

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
    for value in [
        "ftp://user:hush@host",
        "http://",
        "a b",
        "http://u:hush@h:notaport",
        "http://h:",
        "http://h:70000",
        "http://h:0",
        "http://[::1",
        "http://[::1]:x",
    ] {
        let error = builder("http://x", &[("HTTPS_PROXY", value)]).build().unwrap_err();
        assert_eq!(error, ConfigError::InvalidProxy { variable: "HTTPS_PROXY" });
        assert_eq!(
            error.to_string(),
            "`HTTPS_PROXY` is not the URL of a proxy; set a URL such as `http://proxy.example:3128`"
        );
    }
}

#[test]
fn socks_is_refused_by_name() {
    for value in ["socks5://user:hush@host", "socks4://host", "SOCKS5H://host:1080"] {
        let error = builder("http://x", &[("HTTPS_PROXY", value)]).build().unwrap_err();
        assert_eq!(error, ConfigError::SocksProxy { variable: "HTTPS_PROXY" });
        assert!(error.to_string().starts_with("`HTTPS_PROXY` names a SOCKS proxy"), "{error}");
    }
}

/// A proxy for one user, itself with TLS or without, and what it was asked.
pub(crate) async fn tunnelling(with_tls: bool) -> (u16, Receiver<String>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (sender, asked) = channel();
    tokio::spawn(async move {
        let mut config = (*crate::tls::config()).clone();
        // It would speak HTTP/2 if it was asked to.
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        let tls = tokio_rustls::TlsAcceptor::from(std::sync::Arc::new(config));
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let (tls, sender) = (tls.clone(), sender.clone());
            tokio::spawn(async move {
                if with_tls {
                    let stream = tls.accept(stream).await.unwrap();
                    assert_ne!(stream.get_ref().1.alpn_protocol(), Some(&b"h2"[..]));
                    tunnel(stream, &sender).await;
                } else {
                    tunnel(stream, &sender).await;
                }
            });
        }
    });
    (port, asked)
}

/// Reads what a proxy is asked, and does it for the user `u` with the password `p`.
async fn tunnel(mut stream: impl AsyncRead + AsyncWrite + Unpin, sender: &Sender<String>) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.unwrap());
    }
    let head = String::from_utf8(head).unwrap();
    let target = head.split(' ').nth(1).unwrap().to_owned();
    let is_user = head.to_lowercase().contains("\r\nproxy-authorization: basic dtpw\r\n");
    sender.send(head).unwrap();
    if !is_user {
        return stream.write_all(b"HTTP/1.1 407 Who?\r\n\r\n").await.unwrap();
    }
    let mut server = tokio::net::TcpStream::connect(target).await.unwrap();
    stream.write_all(b"HTTP/1.1 200 Connected\r\n\r\n").await.unwrap();
    _ = tokio::io::copy_bidirectional(&mut stream, &mut server).await;
}

#[tokio::test]
async fn answers_come_back_through_tunnels() {
    let bundle = crate::tls::File::bundle("tunnel");
    let server = crate::tls::server();
    let url = format!("https://localhost:{server}");
    for (with_tls, scheme) in [(false, "http"), (true, "https")] {
        let (port, asked) = tunnelling(with_tls).await;
        let proxy = format!("{scheme}://u:p@localhost:{port}");
        let client = builder(&url, &[("HTTPS_PROXY", &proxy)]).ca_bundle(bundle.path()).build().unwrap();
        client.get_account().send().await.unwrap();
        let head = asked.recv().unwrap();
        assert!(head.starts_with(&format!("CONNECT localhost:{server} HTTP/1.1\r\n")), "{head}");
        assert!(!head.contains("AKIDEXAMPLE"), "{head}");

        let stranger = builder(&url, &[("HTTPS_PROXY", &proxy.replace("u:p@", ""))]).ca_bundle(bundle.path());
        let error = stranger.build().unwrap().get_account().send().await.unwrap_err();
        let expected = format!("the proxy `{}` refused with status 407", proxy.replace("u:p@", ""));
        assert!(error.to_string().contains(&expected), "{error}");
        asked.recv().unwrap();

        let direct = builder(&url, &[("HTTPS_PROXY", &proxy), ("NO_PROXY", "localhost")]).ca_bundle(bundle.path());
        direct.build().unwrap().get_account().send().await.unwrap();
        assert!(asked.try_recv().is_err(), "the proxy was asked");
    }
}

#[tokio::test]
async fn proxies_with_tls_take_requests_in_the_clear() {
    let bundle = crate::tls::File::bundle("clear");
    let proxy = format!("https://localhost:{}", crate::tls::server());
    let client = builder("http://service.invalid", &[("HTTP_PROXY", &proxy)]).ca_bundle(bundle.path());
    client.build().unwrap().get_account().send().await.unwrap();
    let error = builder("http://service.invalid", &[("HTTP_PROXY", &proxy)]).build().unwrap();
    let error = error.get_account().send().await.unwrap_err();
    assert!(error.to_string().contains("UnknownIssuer"), "{error}");
}

#[tokio::test]
async fn errors_name_the_proxy_and_not_its_user() {
    for url in ["http://service.invalid", "https://service.invalid"] {
        let variables =
            [("HTTP_PROXY", "http://user:hush@127.0.0.1:1"), ("HTTPS_PROXY", "http://user:hush@127.0.0.1:1")];
        let error = builder(url, &variables).build().unwrap().get_account().send().await.unwrap_err();
        let shown = format!("{error} {error:?}");
        assert!(shown.contains("the proxy `http://127.0.0.1:1` gave no connection"), "{shown}");
        assert!(!shown.contains("hush") && !shown.contains("user"), "{shown}");
    }
}

#[tokio::test]
async fn what_a_proxy_answers_to_a_tunnel_is_said() {
    let many = format!("HTTP/1.1 200 OK\r\n{}\r\n", "X: y\r\n".repeat(10_000));
    for (answer, expected) in [
        ("HTTP/1.1 403 Forbidden\r\n\r\n", "refused with status 403"),
        ("HTTP/1.0 407 Who\r\nX: y\r\n\r\nbody", "refused with status 407"),
        ("HTTP/1.1 502 \x1b[31m\r\n\r\n", "refused with status 502"),
        ("HTTP/1.1 302 Found\r\nLocation: http://evil\r\n\r\n", "refused with status 302"),
        ("HTTP/1.1 999 Odd\r\n\r\n", "refused with status 999"),
        ("HTTP/1.1 \r\n\r\n", "is not HTTP"),
        ("220 smtp.example ESMTP\r\n", "is not HTTP"),
        ("", "closed the connection"),
        ("HTTP/1.1 200 OK\r\n", "closed the connection"),
        (&many, "too many headers"),
    ] {
        let proxy = Loopback::start([answer.to_owned()]);
        let url = format!("http://u:hush@{}", proxy.address);
        let error = builder("https://service.invalid", &[("HTTPS_PROXY", &url)]).build().unwrap();
        let error = error.get_account().send().await.unwrap_err().to_string();
        assert!(error.contains(expected) && error.contains(&proxy.address.to_string()), "{answer:.40}: {error}");
        assert!(!error.contains("hush") && !error.contains('\x1b'), "{error}");
    }
}

/// A program that a server runs for a request must not take the header `Proxy` of the request for a setting.
#[tokio::test]
async fn the_proxy_of_a_request_is_none() {
    let nobody = "http://127.0.0.1:1";
    let cgi = ("REQUEST_METHOD", "GET");
    for (variables, is_proxied) in [
        (&[("HTTP_PROXY", nobody)][..], true),
        (&[("HTTP_PROXY", nobody), cgi], false),
        (&[("HTTP_PROXY", nobody), ("REQUEST_METHOD", "")], false),
        (&[("http_proxy", nobody), cgi], true),
        (&[("http_proxy", ""), ("HTTP_PROXY", nobody), cgi], false),
    ] {
        let server = Loopback::start([json("200 OK", "{}")]);
        let outcome = builder(&server.url(), variables).build().unwrap().get_account().send().await;
        assert_eq!(outcome.is_err(), is_proxied, "{variables:?}");
    }
}

#[tokio::test]
async fn hosts_can_be_left_out_with_their_port() {
    for form in ["127.0.0.1:{port}", ".0.0.1", "127.0.0.0/8", "x, 127.0.0.1:{port}", "x 127.0.0.1"] {
        let server = Loopback::start([json("200 OK", "{}")]);
        let hosts = form.replace("{port}", &server.address.port().to_string());
        let variables = [("HTTP_PROXY", "http://127.0.0.1:1"), ("NO_PROXY", hosts.as_str())];
        builder(&server.url(), &variables).build().unwrap().get_account().send().await.unwrap();
    }
}
