//! Reads all pages of a list and handles errors by kind, against a server on the loopback interface.
//!
//! `cargo run -p apigw-client --example pages_and_errors`

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use apigw_client::{CallOptions, Client, Environment, Error, RetryPolicy};
use apigw_model::get_rest_api::ErrorKind;

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder().environment(Environment::empty()).endpoint_url(serve()?).unsigned().build()?;

    let mut apis = client.get_rest_apis().paginate().page_size(2).items();
    let mut names = Vec::new();
    while let Some(api) = apis.next().await {
        names.extend(api?.name);
    }
    println!("{}", names.join(", "));
    assert_eq!(names, ["pets", "orders", "users"]);

    match client.get_rest_api().rest_api_id("other").send().await {
        Ok(api) => println!("{:?}", api.name),
        Err(Error::Service(error)) if error.kind == ErrorKind::NotFound => println!("no such API: {}", error.failure),
        Err(error) => return Err(error.into()),
    }

    let options = CallOptions::new().retry(RetryPolicy::off()).timeout(Duration::from_secs(10));
    let error = client.with(options).get_account().send().await.err().ok_or("an error was expected")?;
    println!("throttled: {}, retry after {:?}: {error}", error.is_throttling(), error.retry_after());
    assert!(error.is_throttling());
    Ok(())
}

/// Starts a server and returns its URL.
fn serve() -> std::io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}", listener.local_addr()?);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || respond(&stream));
        }
    });
    Ok(url)
}

/// Answers the requests of a connection.
fn respond(mut stream: &TcpStream) -> Option<()> {
    let mut lines = BufReader::new(stream).lines();
    loop {
        let line = lines.next()?.ok()?;
        while !lines.next()?.ok()?.is_empty() {}

        let target = line.split(' ').nth(1).unwrap_or_default();
        let (status, body) = match target {
            "/restapis?limit=2" => ("200 OK", r#"{"item": [{"name": "pets"}, {"name": "orders"}], "position": "3"}"#),
            "/restapis?limit=2&position=3" | "/restapis?position=3&limit=2" => {
                ("200 OK", r#"{"item": [{"name": "users"}]}"#)
            }
            "/account" => ("429 Too Many Requests\r\nRetry-After: 2", r#"{"code": "TooManyRequestsException"}"#),
            _ => ("404 Not Found", r#"{"code": "NotFoundException", "message": "Invalid API identifier specified"}"#),
        };
        let head = format!("HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {}", body.len());
        stream.write_all(format!("{head}\r\n\r\n{body}").as_bytes()).ok()?;
    }
}
