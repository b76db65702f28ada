//! Connections: a client keeps them as long as it lives.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use apigw_client::{Client, Environment};

/// How many pages the server has.
const PAGES: usize = 40;

/// A server of pages that counts its connections.
fn serve() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            counted.fetch_add(1, Ordering::SeqCst);
            std::thread::spawn(move || answer(&stream));
        }
    });
    (url, count)
}

/// Answers the requests of one connection.
fn answer(mut stream: &TcpStream) -> Option<()> {
    let mut lines = BufReader::new(stream).lines();
    loop {
        let line = lines.next()?.ok()?;
        while !lines.next()?.ok()?.is_empty() {}

        let target = line.split(' ').nth(1)?;
        let page = target.split_once("position=").map_or(1, |(_, position)| position.parse().unwrap());
        let next = if page < PAGES { format!(r#", "position": "{}""#, page + 1) } else { String::new() };
        let body = format!(r#"{{"item": [{{"id": "{page}"}}]{next}}}"#);
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", body.len());
        stream.write_all(format!("{head}{body}").as_bytes()).ok()?;
    }
}

fn client(url: &str) -> Client {
    Client::builder().environment(Environment::empty()).endpoint_url(url).unsigned().build().unwrap()
}

#[tokio::test]
async fn forty_pages_use_one_connection() {
    let (url, count) = serve();
    let resources = client(&url).get_resources().rest_api_id("a").paginate().items().collect().await.unwrap();
    assert_eq!(resources.len(), PAGES);
    assert_eq!(count.load(Ordering::SeqCst), 1);
}

#[cfg(feature = "blocking")]
#[test]
fn forty_pages_use_one_connection_of_a_blocking_client() {
    let (url, count) = serve();
    let client = apigw_client::blocking::Client::new(client(&url)).unwrap();
    let resources: Vec<_> =
        client.get_resources().rest_api_id("a").paginate().items().collect::<Result<_, _>>().unwrap();
    assert_eq!(resources.len(), PAGES);
    assert_eq!(count.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn clones_and_calls_with_other_options_share_connections() {
    let (url, count) = serve();
    let client = client(&url);
    client.get_resources().rest_api_id("a").send().await.unwrap();
    client.clone().get_resources().rest_api_id("a").send().await.unwrap();
    let other = client.with(apigw_client::CallOptions::new().pacing(true));
    other.get_resources().rest_api_id("a").send().await.unwrap();
    assert_eq!(count.load(Ordering::SeqCst), 1);
}
