//! Feeds the door `editor`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| apigw_tests::fuzzing::open("editor", data));
