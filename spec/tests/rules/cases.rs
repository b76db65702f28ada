//! Every recorded case: what AWS accepted passes, what it refused is refused as far as the call and its context tell.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use crate::context::objects;
use crate::{cases, errors, judge, operation};

/// What is counted for one kind of case.
#[derive(Default)]
struct Tally {
    cases: usize,
    wrong: Vec<String>,
}

/// `rules.json` is recorded from calls, `hunt.json` rebuilt from public reports. A folder that `APIGW_CASES_DIR` names
/// can have newer ones.
#[test]
fn verdicts_are_those_of_aws() {
    let mut tallies = BTreeMap::<&str, Tally>::new();
    for file in ["rules.json", "hunt.json"] {
        let file = recorded(file);
        for case in file["cases"].as_array().expect("cases") {
            let (kind, is_right, found) = verdict(case);
            let tally = tallies.entry(kind).or_default();
            tally.cases += 1;
            if !is_right {
                tally.wrong.push(report(case, kind, &found));
            }
        }
    }

    let mut wrong = Vec::new();
    for (kind, tally) in tallies {
        println!("{kind}: {} of {} as they should be", tally.cases - tally.wrong.len(), tally.cases);
        wrong.extend(tally.wrong);
    }
    assert!(wrong.is_empty(), "{} cases are judged wrongly:\n{}", wrong.len(), wrong.join("\n"));
}

fn recorded(file: &str) -> Json {
    match std::env::var_os("APIGW_CASES_DIR") {
        Some(folder) => {
            let path = std::path::Path::new(&folder).join(file);
            let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            serde_json::from_str(&text).expect("the cases are JSON")
        }
        None => cases(file),
    }
}

/// The kind of a case, whether it is judged as AWS did, and what is found.
fn verdict(case: &Json) -> (&'static str, bool, Vec<apigw_spec::Violation>) {
    let name = case["operation"].as_str().expect("operation");
    let shape = operation(name).input.shape();
    let alone = judge(shape, &case["params"], &Map::new());
    let context = objects(name, &case["params"], &case["context"]);
    let together = judge(shape, &case["params"], &context);
    let from = case["decidable_from"].as_str().unwrap_or("");
    let (kind, is_right) = match (case["expect"] == "reject", from) {
        (false, _) if !case["note"].is_null() => {
            let warned = if from == "params" { &alone } else { &together };
            (
                "accepted, with a warning",
                errors(&together).is_empty() && errors(&alone).is_empty() && !warned.is_empty(),
            )
        }
        (false, _) => ("accepted", errors(&together).is_empty() && errors(&alone).is_empty()),
        (true, "params") => ("refused by the call alone", !errors(&alone).is_empty() && !errors(&together).is_empty()),
        // What a case tells of other objects is not in every case what a rule reads of them.
        (true, "context") if context.is_empty() => ("refused by objects that no rule knows", true),
        (true, "context") => ("refused by what is around the call", !errors(&together).is_empty()),
        _ => ("refused by what only the service knows", true),
    };
    (kind, is_right, together)
}

fn report(case: &Json, kind: &str, found: &[apigw_spec::Violation]) -> String {
    let found: Vec<String> = found.iter().map(|v| format!("{:?} {}: {v}", v.severity, v.rule)).collect();
    format!(
        "{} ({kind}), {}\n  params {}\n  context {}\n  AWS {}\n  found {found:?}",
        case["id"], case["expect"], case["params"], case["context"], case["message"]
    )
}
