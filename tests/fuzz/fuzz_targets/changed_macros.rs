//! Feeds the door `changed_macros`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| apigw_tests::fuzzing::open("changed_macros", data));
