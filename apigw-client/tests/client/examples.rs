//! The examples run offline and succeed.

#[cfg(feature = "blocking")]
#[path = "../../examples/create_api.rs"]
mod create_api;
#[path = "../../examples/lambda_permission.rs"]
mod lambda_permission;
#[path = "../../examples/lambda_proxy.rs"]
mod lambda_proxy;
#[path = "../../examples/own_service.rs"]
mod own_service;
#[path = "../../examples/pages_and_errors.rs"]
mod pages_and_errors;
#[cfg(feature = "event-stream")]
#[path = "../../examples/response_stream.rs"]
mod response_stream;
#[path = "../../examples/stub_in_a_test.rs"]
mod stub_in_a_test;

#[cfg(feature = "blocking")]
#[test]
fn create_api_succeeds() {
    create_api::main().unwrap();
}

#[test]
fn lambda_permission_succeeds() {
    lambda_permission::main().unwrap();
}

#[test]
fn lambda_proxy_succeeds() {
    lambda_proxy::main().unwrap();
}

#[test]
fn own_service_succeeds() {
    own_service::main().unwrap();
}

#[test]
fn pages_and_errors_succeeds() {
    pages_and_errors::main().unwrap();
}

#[cfg(feature = "event-stream")]
#[test]
fn response_stream_succeeds() {
    response_stream::main().unwrap();
}

#[test]
fn stub_in_a_test_succeeds() {
    stub_in_a_test::main();
}
