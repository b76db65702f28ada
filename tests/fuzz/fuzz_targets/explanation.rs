//! Feeds the door `explanation`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| apigw_tests::fuzzing::open("explanation", data));
