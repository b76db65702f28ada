//! Outside a Tokio runtime, what needs one is an error, and what needs none works.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use apigw_client::{CallError, CallOptions, Client, ConfigError, Environment, Error, RetryMode, RetryPolicy};
use apigw_model::{GetAccount, GetExport, Operation as _};

use crate::loopback::{Loopback, json};
use crate::script::{Script, Step};

/// What a future gives at once, with nothing that would wake it.
fn at_once<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("the future waits"),
    }
}

fn is_reported<K>(outcome: &Result<impl Sized, Error<K>>) -> bool {
    matches!(outcome, Err(Error::Config(ConfigError::NoRuntime)))
}

#[test]
fn a_call_outside_a_runtime_is_an_error() {
    let server = Loopback::start([]);
    let client = server.client();
    assert!(is_reported(&at_once(client.get_account().send())));
    assert!(is_reported(&at_once(client.call(GetAccount::OPERATION, &GetAccount::builder().build()))));
    let export = GetExport::builder().rest_api_id("x").stage_name("s").export_type("oas30").build();
    assert!(is_reported(&at_once(client.stream(&export))));
    let transport = server.builder().build_transport().unwrap();
    let request = http::Request::get(server.url()).body(bytes::Bytes::new()).unwrap();
    let error = at_once(transport.send(request)).map(drop).unwrap_err();
    assert_eq!(error.to_string(), "no Tokio runtime is active");
}

#[test]
fn the_message_says_what_is_needed() {
    let error: CallError = ConfigError::NoRuntime.into();
    assert!(error.to_string().contains("Tokio") && error.to_string().contains("`#[tokio::main]`"), "{error}");
}

#[test]
fn other_transports_work_until_something_has_to_wait() {
    let good = vec![Step::Answer(200, &[], "{}"); 5];
    let client = Script::new(&good).builder().build().unwrap();
    assert!(at_once(client.get_account().send()).is_ok());

    let second = Duration::from_secs(1);
    let waiting = [
        CallOptions::new().timeout(second),
        CallOptions::new().attempt_timeout(second),
        CallOptions::new().pacing(true),
        CallOptions::new().retry(RetryPolicy::new().mode(RetryMode::Adaptive)),
    ];
    for options in waiting {
        assert!(is_reported(&at_once(client.with(options).get_account().send())));
    }

    let script = Script::new(&[Step::Answer(503, &[], ""), Step::Answer(200, &[], "{}")]);
    let client = script.builder().retry(RetryPolicy::new()).build().unwrap();
    assert!(is_reported(&at_once(client.get_account().send())));
}

#[test]
fn credentials_of_a_program_need_a_runtime() {
    let config = "[default]\nregion = us-east-1\ncredential_process = true\n";
    let folder = std::env::temp_dir().join(format!("apigw-no-runtime-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("config"), config).unwrap();
    let file = folder.join("config").display().to_string();
    let environment: Environment = [("AWS_CONFIG_FILE", file.as_str())].into_iter().collect();
    let client = Client::builder().environment(environment).endpoint_url("http://127.0.0.1:1").build().unwrap();
    assert!(is_reported(&at_once(client.get_account().send())));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_body_is_read_outside_its_runtime_as_far_as_it_arrived() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = std::thread::spawn(move || {
        use std::io::{Read as _, Write as _};
        let (mut stream, _) = listener.accept().unwrap();
        _ = stream.read(&mut [0; 8192]).unwrap();
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegin").unwrap();
        stream
    });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let client = Loopback::start([json("200 OK", "{}")]).builder().endpoint_url(url).build().unwrap();
    let export = GetExport::builder().rest_api_id("x").stage_name("s").export_type("oas30").build();
    let mut stream = runtime.block_on(client.stream(&export)).unwrap();
    let _connection = server.join().unwrap();
    assert_eq!(runtime.block_on(stream.body.chunk()).unwrap().as_deref(), Some(&b"begin"[..]));
    assert!(is_reported(&at_once(stream.body.chunk())));
}
