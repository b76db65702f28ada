//! Waiters of botocore's format, and of Smithy's trait.

use apigw_spec::read::import::{botocore, smithy};
use apigw_spec::read::{Source, read};
use apigw_spec::waiter::{Acceptor, AnswerMatcher, Comparator, PathTest, WaiterState};
use apigw_spec::{Spec, Waiter};
use serde_json::{Value, json};

use crate::SERVICE;

/// An operation of the fixture.
const OPERATION: &str = "ListThings";

fn waiters(acceptors: &Value) -> Value {
    json!({
        "version": 2,
        "waiters": {
            "ThingsDone": {
                "operation": OPERATION, "description": "<p>Waits.</p>", "delay": 5, "maxAttempts": 60,
                "acceptors": acceptors,
            },
        },
    })
}

fn imported(file: &Value) -> Result<String, String> {
    botocore(SERVICE, None, Some(&file.to_string())).map_err(|errors| errors.to_string())
}

fn read_text(text: &str) -> Spec {
    read(&[Source { name: "api.json", text }]).unwrap_or_else(|errors| panic!("{errors}"))
}

fn output(path: &'static str, comparator: Comparator, expected: &'static str) -> AnswerMatcher {
    AnswerMatcher::Output(PathTest { path, comparator, expected })
}

#[test]
fn every_matcher_of_botocore_is_read() {
    let cases = [
        (
            json!({ "matcher": "path", "argument": "a.b", "expected": "X" }),
            output("a.b", Comparator::StringEquals, "X"),
        ),
        (
            json!({ "matcher": "path", "argument": "a", "expected": true }),
            output("a", Comparator::BooleanEquals, "true"),
        ),
        (
            json!({ "matcher": "pathAll", "argument": "a[].b", "expected": "X" }),
            output("a[].b", Comparator::AllStringEquals, "X"),
        ),
        (
            json!({ "matcher": "pathAny", "argument": "a[].b", "expected": "X" }),
            output("a[].b", Comparator::AnyStringEquals, "X"),
        ),
        (json!({ "matcher": "status", "expected": 404 }), AnswerMatcher::Status(404)),
        (json!({ "matcher": "error", "expected": "Gone" }), AnswerMatcher::ErrorType("Gone")),
        (json!({ "matcher": "error", "expected": true }), AnswerMatcher::Success(false)),
    ];
    for (mut acceptor, matcher) in cases {
        acceptor["state"] = json!("success");
        let text = imported(&waiters(&json!([acceptor]))).unwrap();
        assert_eq!(smithy(&text).unwrap(), text);
        let spec = read_text(&text);
        let [waiter] = spec.waiters else { panic!("{:?}", spec.waiters) };
        let acceptors: &[Acceptor] = &[Acceptor { state: WaiterState::Success, matcher }];
        let Waiter { name, operation, min_delay, max_delay, max_attempts, .. } = **waiter;
        assert_eq!((name, operation, min_delay, max_delay, max_attempts), ("ThingsDone", OPERATION, 5, 5, Some(60)));
        assert_eq!(waiter.acceptors, acceptors);
    }
}

#[test]
fn selected_operations_keep_their_waiters() {
    let acceptor = json!({ "matcher": "status", "expected": 200, "state": "retry" });
    let spec = read_text(&imported(&waiters(&json!([acceptor]))).unwrap());
    let with = apigw_spec::select::select(&spec, &[OPERATION]).unwrap();
    let without = apigw_spec::select::select(&spec, &["PutThing"]).unwrap();
    assert_eq!((with.waiters.len(), without.waiters.len()), (1, 0));
}

#[test]
fn what_is_wrong_with_a_waiter_is_reported() {
    let acceptor = |change: Value| {
        let mut acceptor = json!({ "matcher": "path", "argument": "a", "expected": "X", "state": "success" });
        acceptor.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        waiters(&json!([acceptor]))
    };
    let mut other = acceptor(json!({}));
    other["waiters"]["ThingsDone"]["operation"] = json!("Frob");
    for (file, wanted) in [
        (
            acceptor(json!({ "matcher": "path", "expected": 5 })),
            "the matcher `path` with a value that it does not compare",
        ),
        (other, "waits for the unknown operation `Frob`"),
    ] {
        let found = imported(&file).unwrap_err();
        assert!(found.contains(wanted), "{found}");
    }
    let text = imported(&acceptor(json!({ "state": "done" }))).unwrap();
    let found = read(&[Source { name: "api.json", text: &text }]).unwrap_err().to_string();
    assert!(found.contains("a waiter with the unknown state `done`"), "{found}");
}
