//! Feeds the door `service_request`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| apigw_tests::fuzzing::open("service_request", data));
