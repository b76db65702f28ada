//! Tests of pagination against pages that a function makes up.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::json;
use apigw_cli_text::python::json as python_json;

use super::{Change, Merged, Start, each};
use crate::failure::Failure;
use crate::syntax::operation::Paging;

fn operation(name: &str) -> &'static apigw_spec::Operation {
    apigw_model::OPERATIONS.iter().find(|operation| operation.name == name).expect("known")
}

fn map(text: &str) -> Map {
    match python_json::read(text, python_json::Maps::Plain) {
        Ok(Document::Map(map)) => map,
        other => panic!("{other:?}"),
    }
}

/// Runs an operation over pages and returns what was asked and the merged result.
fn run(name: &str, members: &str, paging: &Paging, pages: &[&str]) -> Result<(Vec<String>, String), Failure> {
    let operation = operation(name);
    let pagination = operation.pagination.expect("paged");
    let mut asked = Vec::new();
    let mut members = map(members);
    let mut fetch = |changes: &[Change<'_>]| {
        for (name, value) in changes {
            match value {
                Some(value) => members.insert(*name, (*value).clone()),
                None => _ = members.remove(name),
            }
        }
        let page = pages.get(asked.len()).or(pages.last()).expect("a page");
        asked.push(json::compact(&Document::Map(members.clone())));
        Ok(map(page))
    };
    let mut merged = Merged::default();
    let rest = each(operation, &pagination, paging, &mut fetch, &mut |page, _| {
        merged.add(&page, pagination.items);
        Ok(())
    })?;
    Ok((asked, json::spaced(&Document::Map(merged.finish(rest)))))
}

const PAGES: [&str; 3] =
    [r#"{"items":[1,2],"position":"p2"}"#, r#"{"items":[3,4],"position":"p3","warnings":[1]}"#, r#"{"items":[5]}"#];

fn token(text: &str) -> String {
    apigw_model::blob::to_base64(text.as_bytes())
}

#[test]
fn pages_are_merged_until_there_is_no_position() {
    let (asked, result) = run("GetRestApis", "{}", &Paging::default(), &PAGES).expect("runs");
    assert_eq!(asked, ["{}", r#"{"position":"p2"}"#, r#"{"position":"p3"}"#]);
    assert_eq!(result, r#"{"items": [1, 2, 3, 4, 5]}"#);
    let (_, empty) = run("GetRestApis", "{}", &Paging::default(), &[r#"{"items":[],"position":""}"#]).expect("runs");
    assert_eq!(empty, r#"{"items": []}"#);
}

#[test]
fn results_are_cut_to_the_number_of_items() {
    let cases = [
        (1, r#"{"items": [1], "#, r#"{"position": null, "boto_truncate_amount": 1}"#),
        (2, r#"{"items": [1, 2], "#, r#"{"position": "p2"}"#),
        (3, r#"{"items": [1, 2, 3], "#, r#"{"position": "p2", "boto_truncate_amount": 1}"#),
        (-1, r#"{"items": [], "#, r#"{"position": null, "boto_truncate_amount": -1}"#),
    ];
    for (most, items, next) in cases {
        let paging = Paging { max_items: Some(most), ..Paging::default() };
        let (_, result) = run("GetRestApis", "{}", &paging, &PAGES).expect("runs");
        if most > 0 {
            assert_eq!(result, format!("{items}\"NextToken\": \"{}\"}}", token(next)), "{most}");
        }
    }
}

#[test]
fn tokens_go_on_where_they_were_cut() {
    let resume = token(r#"{"position": "p2", "boto_truncate_amount": 1}"#);
    for text in [resume.as_str(), "p2___1"] {
        let paging = Paging { starting_token: Some(text.to_owned()), page_size: Some(2), max_items: None };
        let (asked, result) = run("GetRestApis", "{}", &paging, &PAGES[1..]).expect("runs");
        assert_eq!(asked, [r#"{"position":"p2","limit":2}"#, r#"{"position":"p3","limit":2}"#]);
        assert_eq!(result, r#"{"items": [4, 5]}"#);
    }
    let pagination = operation("GetRestApis").pagination.expect("paged");
    assert_eq!(Start::new(Some("p2"), &pagination).map(|start| start.skipped), Ok(0));
    assert!(Start::new(Some("a___b___c"), &pagination).is_err());
}

#[test]
fn a_token_that_comes_twice_ends_the_loop() {
    let page = r#"{"items":[1],"position":"p1"}"#;
    let failure = run("GetRestApis", "{}", &Paging::default(), &[page]).expect_err("loops");
    let message = "Error during pagination: The same next token was received twice: {'position': 'p1'}";
    assert_eq!(failure, Failure::general(message));
}

#[test]
fn of_a_map_of_items_only_the_first_page_is_kept() {
    let pages = [
        r#"{"usagePlanId":"u","startDate":"a","endDate":"b","position":"p2","items":{"k1":[[1,2]]}}"#,
        r#"{"usagePlanId":"u","items":{"k2":[[5,6]]}}"#,
    ];
    let members = r#"{"usagePlanId":"u","startDate":"a","endDate":"b"}"#;
    let (asked, result) = run("GetUsage", members, &Paging::default(), &pages).expect("runs");
    assert_eq!(asked.len(), 2);
    let expected = r#"{"items": {"k1": [[1, 2]]}, "usagePlanId": "u", "startDate": "a", "endDate": "b"}"#;
    assert_eq!(result, expected);
}
