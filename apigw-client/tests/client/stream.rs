//! Bytes that are read as they arrive.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::time::Duration;

use apigw_client::{Error, RetryPolicy};
use apigw_model::{GetExport, Operation as _};

use crate::loopback::{Loopback, response};
use crate::script::{Script, Step};

fn input() -> GetExport {
    GetExport::builder().rest_api_id("x").stage_name("s").export_type("oas30").build()
}

#[tokio::test]
async fn a_typed_stream_has_the_head_as_output() {
    let headers =
        [("Content-Type", "application/yaml"), ("Content-Disposition", "attachment"), ("x-amzn-RequestId", "r")];
    let server = Loopback::start(vec![response("200 OK", &headers, "openapi: 3"); 2]);
    let export =
        server.client().get_export().rest_api_id("x").stage_name("s").export_type("oas30").stream().await.unwrap();
    assert_eq!(export.output.content_type.as_deref(), Some("application/yaml"));
    assert_eq!((export.output.body, export.body.remaining()), (None, Some(10)));
    assert_eq!(&export.body.collect(10).await.unwrap()[..], b"openapi: 3");
    let mut reply = server.client().call_streaming(GetExport::OPERATION, &input()).await.unwrap();
    assert_eq!((reply.status.as_u16(), reply.request_id()), (200, Some("r")));
    assert_eq!(reply.body.chunk().await.unwrap().as_deref(), Some(&b"openapi: 3"[..]));
    assert_eq!(reply.body.chunk().await.unwrap(), None);
}

#[tokio::test(start_paused = true)]
async fn failures_are_tried_again_before_a_stream_begins() {
    let script = Script::new(&[Step::Answer(503, &[], ""), Step::Answer(200, &[], "bytes")]);
    let stream = script.builder().build().unwrap().stream(&input()).await.unwrap();
    assert_eq!(&stream.body.collect(100).await.unwrap()[..], b"bytes");
    let script = Script::new(&[Step::Answer(404, &[], r#"{"message": "no such stage", "code": "NotFoundException"}"#)]);
    let client = script.builder().build().unwrap();
    let error = client.stream(&input()).await.unwrap_err();
    assert!(error.is_not_found() && error.message() == Some("no such stage"), "{error}");
    let error = client.call_streaming(GetExport::OPERATION, &input()).await.unwrap_err();
    assert_eq!(error.code(), Some("NotFoundException"));
}

#[tokio::test]
async fn a_stream_of_any_size_is_read_in_little_memory() {
    const SIZE: usize = 256 << 20;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        _ = stream.read(&mut [0; 8192]).unwrap();
        stream.write_all(format!("HTTP/1.1 200 OK\r\nContent-Length: {SIZE}\r\n\r\n").as_bytes()).unwrap();
        for _ in 0..SIZE / 65_536 {
            stream.write_all(&vec![7; 65_536]).unwrap();
        }
    });
    let client = Loopback::start([]).builder().endpoint_url(url).build().unwrap();
    let mut stream = client.stream(&input()).await.unwrap();
    let (mut size, mut largest) = (0, 0);
    while let Some(bytes) = stream.body.chunk().await.unwrap() {
        size += bytes.len();
        largest = largest.max(bytes.len());
    }
    assert_eq!(size, SIZE);
    assert!(largest < 2 << 20, "{largest}");
}

#[tokio::test]
async fn a_stream_that_breaks_or_stalls_is_an_error_and_not_tried_again() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stalls in [false, true] {
            let (mut stream, _) = listener.accept().unwrap();
            _ = stream.read(&mut [0; 8192]).unwrap();
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegin").unwrap();
            if stalls {
                std::thread::sleep(Duration::from_secs(10));
            }
        }
    });
    let builder = Loopback::start([]).builder().endpoint_url(url).retry(RetryPolicy::new());
    let client = builder.read_timeout(Duration::from_millis(100)).build().unwrap();
    let mut stream = client.stream(&input()).await.unwrap();
    assert_eq!(stream.body.chunk().await.unwrap().as_deref(), Some(&b"begin"[..]));
    assert!(matches!(stream.body.chunk().await, Err(Error::Interrupted { .. })));
    let stalled = client.stream(&input()).await.unwrap();
    assert!(stalled.body.collect(1000).await.unwrap_err().is_timeout());
}
