//! Feeds the door `yaml_input`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| apigw_tests::fuzzing::open("yaml_input", data));
