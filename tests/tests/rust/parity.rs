//! One verdict: what the macros say of literals is what `check` says of the same values at run time.

use apigw_spec::document::Document;
use apigw_spec::violation::{Problem, RustNaming};
use apigw_spec::{Operation, Violation};
use apigw_tests::macro_text;
use proc_macro2::{TokenStream, TokenTree};
use proptest::prelude::{ProptestConfig, any, prop_assert_eq};
use proptest::sample::Index;
use proptest::test_runner::TestRunner;
use serde_json::Value;

/// The messages of every `compile_error!` and every warning in an expansion.
fn messages(tokens: TokenStream, errors: &mut Vec<String>, warnings: &mut Vec<String>) {
    let mut before: [Option<String>; 2] = [None, None];
    for token in tokens {
        match &token {
            TokenTree::Group(group) if before == [Some("compile_error".into()), Some("!".into())] => {
                errors.push(literal(&group.stream()));
            }
            TokenTree::Group(group) => messages(group.stream(), errors, warnings),
            TokenTree::Literal(_) if before == [Some("note".into()), Some("=".into())] => {
                warnings.push(literal(&TokenStream::from(token.clone())));
            }
            _ => {}
        }
        let [_, last] = before;
        before = [last, Some(token.to_string())];
    }
}

fn literal(tokens: &TokenStream) -> String {
    syn::parse2::<syn::LitStr>(tokens.clone()).expect("a string literal").value()
}

/// The part of a macro's message that is the sentence, without the lines below it.
fn sentence(message: &str) -> String {
    message.split("\n= ").next().unwrap_or_default().to_owned()
}

fn expansion(source: &str, expand: fn(TokenStream) -> TokenStream) -> (Vec<String>, Vec<String>) {
    let (mut errors, mut warnings) = (Vec::new(), Vec::new());
    let tokens = source.parse().unwrap_or_else(|error| panic!("{error}: {source}"));
    messages(expand(tokens), &mut errors, &mut warnings);
    let each = |found: Vec<String>| found.iter().map(|message| sentence(message)).collect();
    (each(errors), each(warnings))
}

fn of_run_time(operation: &Operation, params: &Value) -> (Vec<String>, Vec<String>) {
    let shape = operation.input.shape();
    let document = Document::new(params, shape);
    let violations = apigw_spec::check(shape, document.members().expect("an object"));
    let render = |mut violation: Violation| {
        if violation.path.segments.is_empty()
            && let Problem::MissingMembers { shape, .. } = &mut violation.problem
        {
            *shape = operation.name;
        }
        violation.render(&RustNaming)
    };
    let (errors, warnings): (Vec<_>, Vec<_>) = violations.into_iter().partition(Violation::is_error);
    (errors.into_iter().map(render).collect(), warnings.into_iter().map(render).collect())
}

fn operation(name: &str) -> &'static Operation {
    apigw_spec::builtin::spec().expect("the specification reads").operation(name).expect("an operation of the service")
}

/// Whether a macro call can say it: members that the model does not have are syntax there, `null` is no literal.
fn can_be_written(params: &Value, operation: &Operation) -> bool {
    let shape = operation.input.shape();
    apigw_spec::document::unknown_members(params, shape).is_empty() && !params.to_string().contains("null")
}

/// Every recorded request and every example of a rule.
fn requests() -> Vec<(&'static Operation, Value)> {
    let mut found = Vec::new();
    for case in apigw_tests::json("cases/rules.json")["cases"].as_array().expect("a list of cases") {
        found.push((operation(case["operation"].as_str().expect("an operation")), case["params"].clone()));
    }
    for (_, examples) in apigw_tests::json("cases/rule-examples.json").as_object().expect("examples by rule") {
        let name = examples["operation"].as_str().expect("an operation");
        for case in ["accept", "reject"].iter().flat_map(|kind| examples[kind].as_array().expect("a list")) {
            found.push((operation(name), case["params"].clone()));
        }
    }
    found.retain(|(operation, params)| can_be_written(params, operation));
    found
}

#[test]
fn requests_are_judged_alike_at_compile_time_and_at_run_time() {
    let requests = requests();
    for (operation, params) in &requests {
        let expected = of_run_time(operation, params);
        let source = macro_text::request(operation, params);
        let call = source.trim_start_matches("request!(").trim_end_matches(')');
        assert_eq!(expansion(call, apigw_codegen::request), expected, "{source}");
        let source = macro_text::derive(operation, params);
        assert_eq!(expansion(&source, apigw_codegen::derive_input), expected, "{source}");
    }
    assert!(requests.len() > 300, "only {} requests", requests.len());
}

/// The values that the recorded requests give each member of an operation's input.
type Pool = Vec<(&'static Operation, Vec<(String, Vec<Value>)>)>;

fn pool() -> Pool {
    let mut pool: Pool = Vec::new();
    for (operation, params) in requests() {
        let known = pool.iter().position(|(other, _)| other.name == operation.name);
        let place = known.unwrap_or_else(|| {
            pool.push((operation, Vec::new()));
            pool.len() - 1
        });
        let members = &mut pool[place].1;
        for (name, value) in params.as_object().into_iter().flatten() {
            match members.iter_mut().find(|(other, _)| other == name) {
                Some((_, values)) => values.push(value.clone()),
                None => members.push((name.clone(), vec![value.clone()])),
            }
        }
    }
    pool
}

/// A request of members that were never together: each is absent or has a value that some recorded request gave it.
fn mixed(pool: &Pool, operation: Index, choices: &[Option<Index>]) -> (&'static Operation, Value) {
    let (operation, members) = operation.get(pool);
    let chosen = members.iter().zip(choices).filter_map(|((name, values), choice)| {
        let value = choice.as_ref()?.get(values);
        Some((name.clone(), value.clone()))
    });
    (operation, Value::Object(chosen.collect()))
}

#[test]
fn random_requests_are_judged_alike_at_compile_time_and_at_run_time() {
    let pool = pool();
    let choice = proptest::option::weighted(0.7, any::<Index>());
    let strategy = (any::<Index>(), proptest::collection::vec(choice, 24));
    let mut runner = TestRunner::new(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() });
    let outcome = runner.run(&strategy, |(operation, choices)| {
        let (operation, params) = mixed(&pool, operation, &choices);
        let expected = of_run_time(operation, &params);
        let source = macro_text::request(operation, &params);
        let call = source.trim_start_matches("request!(").trim_end_matches(')');
        prop_assert_eq!(expansion(call, apigw_codegen::request), expected, "{}", source);
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}
