//! The client that waits.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;

use apigw_client::{CallOptions, ConfigError, Error, Validation, blocking};
use apigw_model::{GetRestApi, Operation as _};

use crate::loopback::{Loopback, json, response};

fn client(server: &Loopback) -> blocking::Client {
    blocking::Client::new(server.client()).unwrap()
}

#[test]
fn every_door_waits_for_its_answer() {
    let answers = [r#"{"name": "fluent"}"#, r#"{"name": "built"}"#, r#"{"name": "raw"}"#];
    let server = Loopback::start(answers.map(|body| json("200 OK", body)));
    let client = client(&server);
    assert_eq!(client.get_rest_api().rest_api_id("x").send().unwrap().name.as_deref(), Some("fluent"));
    let input = GetRestApi::builder().rest_api_id("y").build();
    assert_eq!(client.send(&input).unwrap().name.as_deref(), Some("built"));
    let reply = client.call(GetRestApi::OPERATION, &input).unwrap();
    assert_eq!(&reply.body[..], br#"{"name": "raw"}"#);
    assert_eq!(server.request().line, "GET /restapis/x HTTP/1.1");
    assert_eq!(client.endpoint(apigw_model::SERVICE).unwrap().to_string(), server.url());
}

#[test]
fn errors_are_those_of_the_operation() {
    let server = Loopback::start([json("404 Not Found", r#"{"message": "no", "code": "NotFoundException"}"#)]);
    let error = client(&server).get_rest_api().rest_api_id("x").send().unwrap_err();
    assert_eq!(error.to_string(), "NotFoundException: no (request id rid-1)");
}

#[test]
fn pages_and_items_are_iterators() {
    let pages = [r#"{"position": "2", "item": [{"id": "a"}, {"id": "b"}]}"#, r#"{"item": [{"id": "c"}]}"#];
    let server = Loopback::start(pages.into_iter().cycle().take(4).map(|body| json("200 OK", body)));
    let client = client(&server);
    let items = client.get_rest_apis().paginate().page_size(2).items();
    let ids: Vec<_> = items.map(|api| api.unwrap().id.unwrap()).collect();
    assert_eq!(ids, ["a", "b", "c"]);
    assert_eq!(server.request().line, "GET /restapis?limit=2 HTTP/1.1");
    assert_eq!(client.get_rest_apis().paginate().map(|page| page.unwrap().items.unwrap().len()).sum::<usize>(), 3);
}

#[test]
fn bodies_are_readers() {
    let headers = [("Content-Type", "application/yaml")];
    let server = Loopback::start([response("200 OK", &headers, "openapi: 3")]);
    let client = client(&server);
    let mut export = client.get_export().rest_api_id("x").stage_name("s").export_type("oas30").stream().unwrap();
    assert_eq!(export.output.content_type.as_deref(), Some("application/yaml"));
    assert_eq!(export.body.remaining(), Some(10));
    let mut first = [0; 4];
    export.body.read_exact(&mut first).unwrap();
    assert_eq!((&first, export.body.remaining()), (b"open", Some(6)));
    assert_eq!(std::io::read_to_string(export.body).unwrap(), "api: 3");
}

#[test]
fn options_are_those_of_the_calls() {
    let server = Loopback::start([json("201 Created", "{}")]);
    let client = client(&server);
    let long = || client.create_rest_api().name("x").minimum_compression_size(-1);
    assert!(matches!(long().send().unwrap_err(), Error::Invalid(_)));
    let trusting = client.with(CallOptions::new().validation(Validation::Off));
    trusting.create_rest_api().name("x").minimum_compression_size(-1).send().unwrap();
}

#[test]
fn threads_may_call_at_once() {
    let server = Loopback::start((0..8).map(|_| json("200 OK", r#"{"name": "x"}"#)));
    let client = client(&server);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| client.get_rest_api().rest_api_id("x").send().unwrap());
        }
    });
}

#[tokio::test]
async fn a_thread_that_runs_tasks_is_not_blocked() {
    let server = Loopback::start([]);
    let client = client(&server);
    let error = client.get_rest_api().rest_api_id("x").send().unwrap_err();
    assert!(matches!(error, Error::Config(ConfigError::AsyncContext)), "{error:?}");
    let expected = "the blocking client cannot be used inside an async runtime; use `apigw_client::Client` there";
    assert_eq!(error.to_string(), expected);
    // It is the last item of an iterator.
    let pages = client.get_rest_apis().paginate();
    assert_eq!(pages.take(2).map(|page| page.unwrap_err().to_string()).collect::<Vec<_>>(), [expected]);
    let items = client.get_rest_apis().paginate().items();
    assert_eq!(items.take(2).map(|item| item.unwrap_err().to_string()).collect::<Vec<_>>(), [expected]);

    let on_a_blocking_thread =
        tokio::task::spawn_blocking(move || client.get_account().send().unwrap_err().to_string());
    assert_eq!(on_a_blocking_thread.await.unwrap(), expected, "as the documentation of the module says");
}

/// The server closes the connection between two calls, while nothing looks at it.
#[test]
fn connections_that_were_closed_meanwhile_are_not_used() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (closed, wait) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        for _ in 0..20 {
            let (mut stream, _) = listener.accept().unwrap();
            assert!(stream.read(&mut [0; 8192]).unwrap() > 0);
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}").unwrap();
            drop(stream);
            closed.send(()).unwrap();
        }
    });
    let inner = Loopback::start([]).builder().endpoint_url(url).build().unwrap();
    let client = blocking::Client::new(inner).unwrap();
    for _ in 0..20 {
        // Not a `GET`, which might be sent again by itself.
        client.create_rest_api().name("x").send().unwrap();
        wait.recv().unwrap();
    }
}
