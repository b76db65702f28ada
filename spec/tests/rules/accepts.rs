//! Requests that look unusual and are none of our business: no rule makes an error of them.

use apigw_spec::document::unknown_members;

use crate::{cases, errors, judge, operation};

#[test]
fn what_aws_takes_is_not_refused() {
    let file = cases("accepts.json");
    let accepts = file["accepts"].as_array().expect("requests");
    assert!(accepts.len() >= 150, "{} requests", accepts.len());
    let mut refused = Vec::new();
    for case in accepts {
        let shape = operation(case["operation"].as_str().expect("a name")).input.shape();
        let context = case["context"].as_object().cloned().unwrap_or_default();
        let found = judge(shape, &case["params"], &context);
        let unknown = unknown_members(&case["params"], shape);
        let errors = errors(&found).into_iter().chain(&unknown);
        refused.extend(errors.map(|error| format!("{} {}: {error} [{}]", case["operation"], case["note"], error.rule)));
    }
    assert!(refused.is_empty(), "{} of {} are refused:\n{}", refused.len(), accepts.len(), refused.join("\n"));
}
