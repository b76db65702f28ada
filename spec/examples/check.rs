//! Checks requests from standard input, one JSON object a line: `{"operation": …, "params": …, "context": …}`. Prints the
//! violations of each as a line, `{"errors": [rule, …], "warnings": [rule, …]}`.
//!
//! ```text
//! echo '{"operation": "PutMethod", "params": {}}' | cargo run -p apigw-spec --features read --example check
//! ```

use std::io::BufRead;

use apigw_spec::document::Document;
use apigw_spec::{Context, Spec, ToValue, Violation, builtin, check_with};
use serde_json::{Value, json};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let spec = builtin::spec().map_err(ToString::to_string)?;
    for line in std::io::stdin().lock().lines() {
        let request: Value = serde_json::from_str(&line?)?;
        let found = check(spec, &request)?;
        let rules = |error: bool| {
            let of_kind = found.iter().filter(|violation| violation.is_error() == error);
            of_kind.map(|violation| violation.rule).collect::<Vec<_>>()
        };
        println!("{}", json!({ "errors": rules(true), "warnings": rules(false) }));
    }
    Ok(())
}

fn check(spec: &Spec, request: &Value) -> Result<Vec<Violation>, Failure> {
    let name = request["operation"].as_str().ok_or("a request names no operation")?;
    let shape = spec.operation(name).ok_or("no such operation")?.input.shape();
    let known = shape.structure().rules.contexts.iter().filter_map(|slot| {
        let object = request["context"].get(slot.name)?;
        Some((slot.name, Document::new(object, spec.shape(slot.shape)?)))
    });
    let around: Vec<_> = known.collect();
    let contexts: Vec<Context<'_>> =
        around.iter().map(|(name, document)| Context { name, value: document.to_value() }).collect();
    let document = Document::new(&request["params"], shape);
    Ok(check_with(shape, document.members().ok_or("params are no object")?, &contexts))
}
