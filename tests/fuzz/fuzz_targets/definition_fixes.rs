//! Feeds the door `definition_fixes`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| apigw_tests::fuzzing::open("definition_fixes", data));
