//! A label of a path that is empty or dotted would make the request one for another resource: deleting a resource whose
//! variable is not set would delete the API.

use apigw_model::{DeleteResource, OPERATIONS, Validate as _};
use apigw_spec::document::Document;
use apigw_spec::violation::Problem;
use apigw_spec::{Binding, Kind};
use apigw_tests::visit::document;

#[test]
fn no_operation_takes_a_label_that_leads_elsewhere() {
    let mut tried = 0;
    for operation in OPERATIONS {
        let shape = operation.input.shape();
        for member in shape.members().iter().filter(|member| member.binding == Binding::Label) {
            assert!(matches!(member.target.shape().kind, Kind::String(_)), "{}: {}", operation.name, member.name);
            for text in ["", ".", "..", "...", "a"] {
                let mut input = document(shape, &|member| member.name);
                input[member.name] = text.into();
                let input = Document::new(&input, shape);
                let violations = apigw_spec::check(shape, input.members().expect("an object"));
                let is_found = violations.iter().any(|violation| {
                    violation.is_error() && matches!(violation.problem, Problem::Label { text: found } if found == text)
                });
                assert_eq!(is_found, text.len() < 3 && text != "a", "{} {}: `{text}`", operation.name, member.name);
                tried += 1;
            }
        }
    }
    assert!(tried > 500, "{tried} labels");
}

#[test]
fn generated_types_say_so() {
    let messages = |resource: &str| {
        let delete = DeleteResource::builder().rest_api_id("a").resource_id(resource).build();
        delete.violations().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(messages("b"), [""; 0]);
    for (resource, words) in [("", "must not be empty"), ("..", "must not be `..`")] {
        let said = messages(resource);
        assert!(matches!(said.as_slice(), [one] if one.contains(words)), "{said:?}");
    }
}
