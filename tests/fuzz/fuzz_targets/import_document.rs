//! Feeds the door `import_document`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| apigw_tests::fuzzing::open("import_document", data));
