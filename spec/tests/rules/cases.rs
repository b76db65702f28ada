//! Every recorded case: what AWS accepted passes, what it refused is refused as far as the call and its context tell.

use serde_json::{Map, Value as Json};

use crate::context::objects;
use crate::{cases, errors, judge, operation};

#[test]
fn verdicts_are_those_of_aws() {
    let file = cases("rules.json");
    let (mut wrong, mut judged) = (Vec::new(), 0);
    for case in file["cases"].as_array().expect("cases") {
        let name = case["operation"].as_str().expect("operation");
        let shape = operation(name).input.shape();
        let alone = judge(shape, &case["params"], &Map::new());
        let context = objects(name, &case["params"], &case["context"]);
        let together = judge(shape, &case["params"], &context);
        let from = case["decidable_from"].as_str().unwrap_or("");
        let expected = (case["expect"].as_str() == Some("reject"), from);
        let right = match expected {
            (false, _) => errors(&together).is_empty() && errors(&alone).is_empty(),
            (true, "params") => !errors(&alone).is_empty() && !errors(&together).is_empty(),
            (true, "context") => !errors(&together).is_empty(),
            _ => true,
        };
        judged += usize::from(from != "server");
        if !right {
            wrong.push(report(case, &expected, &together));
        }
    }
    assert!(wrong.is_empty(), "{} of {judged} cases are judged wrongly:\n{}", wrong.len(), wrong.join("\n"));
}

fn report(case: &Json, expected: &(bool, &str), found: &[apigw_spec::Violation]) -> String {
    let found: Vec<String> = found.iter().map(|v| format!("{:?} {}: {v}", v.severity, v.rule)).collect();
    let verdict = if expected.0 { "is not refused" } else { "is refused" };
    format!(
        "{} {verdict} ({})\n  params {}\n  context {}\n  AWS {}\n  found {found:?}",
        case["id"], expected.1, case["params"], case["context"], case["message"]
    )
}
