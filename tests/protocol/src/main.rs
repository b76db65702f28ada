//! The test cases of the protocol restJson1, in the form in which botocore runs them: what a request has to be, and what
//! is read from an answer. Inputs are bound, and answers read, by code that the macros generate for each suite.

mod answers;
mod generated;
mod requests;
mod values;

use std::fs;
use std::path::Path;

use libtest_mimic::{Arguments, Trial};
use serde_json::Value;

use generated::{Generated, suite};

include!(concat!(env!("OUT_DIR"), "/suites.rs"));

fn main() {
    let arguments = Arguments::from_args();
    if SUITES.is_empty() {
        println!("NOT CHECKED: the protocol's cases. APIGW_CASES_DIR can name their folder.");
    }

    let mut trials = Vec::new();
    let files = FILES.map(|name| if SUITES.is_empty() { Value::Null } else { read(name) });
    for &((file, number), generated) in SUITES {
        let suite = &files[file][number];
        for case in suite["cases"].as_array().expect("cases") {
            let (suite, case) = (suite.clone(), case.clone());
            let name = format!("{}::{}", FILES[file].trim_end_matches(".json"), case["id"].as_str().expect("an id"));
            let check = if case.get("serialized").is_some() { requests::check } else { answers::check };
            trials.push(Trial::test(name, move || Ok(check(&suite, &case, generated)?)));
        }
    }
    libtest_mimic::run(&arguments, trials).exit();
}

fn read(name: &str) -> Value {
    let file = Path::new(FOLDER).join(name);
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_str(&text).expect("a list of suites")
}
