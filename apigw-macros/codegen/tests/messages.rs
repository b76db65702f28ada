//! What macros say of calls that are written wrongly: one mistake, one error, with what to write instead.

#![expect(clippy::expect_used, reason = "a test fails by it")]

use proc_macro2::{Literal, TokenStream, TokenTree};

/// The messages of an expansion's `compile_error!`s.
fn errors(tokens: TokenStream) -> Vec<String> {
    let mut found = Vec::new();
    let mut is_error = false;
    for tree in tokens {
        match tree {
            TokenTree::Group(group) if is_error => {
                let message = group.stream().into_iter().find_map(|tree| match tree {
                    TokenTree::Literal(literal) => Some(text(&literal)),
                    _ => None,
                });
                found.extend(message);
                is_error = false;
            }
            TokenTree::Group(group) => found.extend(errors(group.stream())),
            TokenTree::Ident(ident) => is_error = ident == "compile_error",
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    found
}

fn text(literal: &Literal) -> String {
    syn::parse_str::<syn::LitStr>(&literal.to_string()).expect("a message").value()
}

/// Each source gives one error, which contains the words beside it.
fn one_error_each(expand: fn(TokenStream) -> TokenStream, cases: &[(String, &str)]) {
    let mut wrong = Vec::new();
    for (source, words) in cases {
        let said = errors(expand(source.parse().expect("tokens")));
        if !matches!(said.as_slice(), [one] if one.contains(words)) {
            wrong.push(format!("{source}\n  expected: {words}\n  said: {said:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn labels_lead_to_no_other_resource() {
    let delete = |resource: &str| format!("DeleteResource {{ rest_api_id: \"a\", resource_id: {resource} }}");
    one_error_each(
        apigw_codegen::request,
        &[
            (delete("\"\""), "`resource_id` must not be empty, because it is a part of the request's path"),
            (delete("\".\""), "`resource_id` must not be `.`"),
            (delete("\"..\""), "`resource_id` must not be `..`"),
        ],
    );
    assert_eq!(errors(apigw_codegen::request(delete("\"b\"").parse().expect("tokens"))), [""; 0]);
}

#[test]
fn members_are_written_with_a_colon_and_without_quotes() {
    let api = |members: &str| format!("GetRestApi {{ {members} }}");
    let create = |members: &str| format!("CreateRestApi {{ name: \"a\", {members} }}");
    one_error_each(
        apigw_codegen::request,
        &[
            (api("rest_api_id = \"x\""), "expected `:`"),
            (api("\"rest_api_id\": \"x\""), "without quotes"),
            (api("rest_api_id: \"a\", rest_api_id: \"b\""), "given twice"),
            (api("..x, ..y"), "only one value"),
            (create("endpoint_configuration: { types = [EDGE] }"), "expected `:`"),
            (create("endpoint_configuration: { types: EDGE }"), "= write `["),
            (create("endpoint_configuration: { types: \"EDGE\" }"), "write `[\"EDGE\"]`"),
            (create("endpoint_configuration: [EDGE]"), "structure"),
            (create("endpoint_configuration: \"EDGE\""), "structure"),
            (create("tags: { \"a\" => \"b\" }"), "expected `:`"),
            (create("tags: { \"a\" = \"b\" }"), "expected `:`"),
            (create("tags: { \"a\", \"b\" }"), "expected `:`"),
            (create("tags: { \"a\": \"1\", \"a\": \"2\" }"), "given twice"),
            (create("tags: { \"a\": \"1\", concat!(\"a\"): \"2\" }"), "given twice"),
            (create("minimum_compression_size: 99999999999"), "32 bits"),
            (create("minimum_compression_size: 5."), "fraction"),
            (create("minimum_compression_size: 1e3"), "fraction"),
            (create("minimum_compression_size: \"5\""), "string"),
            (create("desription: \"b\""), "did you mean `description`?"),
            (create("policy: concat!(\"{\", \"]\")"), "policy"),
            (create("description: \"x\" + "), "expected"),
            (create("description: "), "missing the value"),
            (create("#[inline] description: \"x\""), "can stand here"),
        ],
    );
}

/// A builder has a method `start` of its own, so the setter has another name.
#[test]
fn a_member_with_another_name_in_rust_is_suggested_by_that() {
    let call = |member: &str| {
        format!("path = \"../../tests/ui/model/files/collisions.json\", Collide {{ {member}: \"s\", ..base }}")
    };
    one_error_each(
        apigw_codegen::request,
        &[(call("start"), "did you mean `start_2`?"), (call("start_"), "did you mean `start_2`?")],
    );
    assert_eq!(errors(apigw_codegen::request(call("start_2").parse().expect("tokens"))), Vec::<String>::new());
}

#[test]
fn attributes_name_one_operation_without_quotes() {
    let item = |attribute: &str| format!("#[apigw({attribute})] struct Mine {{ rest_api_id: String }}");
    let cases = [
        (item("GetRestApi"), "operation = GetRestApi"),
        (item("operation = \"GetRestApi\""), "without quotes"),
        (item("operation = GetRestApi, operation = GetStage"), "one operation"),
        (item("operation = GetRestAp"), "did you mean `GetRestApi`?"),
        ("struct Mine { rest_api_id: String }".to_owned(), "operation = …"),
        ("#[apigw(operation = GetRestApi)] struct Mine(String);".to_owned(), "named fields"),
        ("#[apigw(operation = GetRestApi)] enum Mine { A }".to_owned(), "named fields"),
        ("#[apigw(operation = GetRestApi)] union Mine { a: u8 }".to_owned(), "named fields"),
        (
            "#[apigw(operation = GetRestApi)] #[apigw(operation = GetRestApi)] struct Mine { rest_api_id: String }"
                .to_owned(),
            "one operation",
        ),
        ("#[apigw = 5] struct Mine { rest_api_id: String }".to_owned(), "apigw"),
        ("#[apigw] struct Mine { rest_api_id: String }".to_owned(), "apigw"),
    ];
    one_error_each(apigw_codegen::derive_input, &cases);
    let outputs = cases.map(|(source, words)| (source.replace("rest_api_id", "name"), words));
    one_error_each(apigw_codegen::derive_output, &outputs);
}

#[test]
fn fields_are_named_once() {
    let item = |fields: &str| format!("#[apigw(operation = CreateRestApi)] struct Mine {{ name: String, {fields} }}");
    one_error_each(
        apigw_codegen::derive_input,
        &[
            (item("#[apigw(rename = name)] other: String"), "given twice"),
            (item("#[apigw(rename = descripton)] other: String"), "did you mean `description`?"),
            (item("#[apigw(renam = description)] other: String"), "unknown attribute `renam`"),
            (item("#[apigw(rename)] description: String"), "expected `=`"),
            (item("#[apigw] description: String"), "`#[apigw(…)]`"),
        ],
    );
}

#[test]
fn arguments_are_strings_and_names() {
    one_error_each(
        apigw_codegen::model,
        &[
            ("path = concat!(\"a\", \"b\")".to_owned(), "expected a string"),
            ("operations = []".to_owned(), "is empty"),
            ("operations = [PutIntegratio]".to_owned(), "PutIntegration"),
        ],
    );
    one_error_each(
        apigw_codegen::request,
        &[
            ("Put { rest_api_id: \"a\" }".to_owned(), "no operation `Put`"),
            ("path = concat!(\"a\"), Put { rest_api_id: \"a\" }".to_owned(), "expected a string"),
            ("PutIntegration".to_owned(), "write `{ … }`"),
            (String::new(), "operation"),
        ],
    );
}
