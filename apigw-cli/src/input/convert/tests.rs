//! Tests of option values converted by the shape of their member.

use apigw_cli_text::word::Word;

use apigw_cli_text::python::repr;
use apigw_spec::Shape;

use super::convert;
use crate::failure::Verbosity;
use crate::syntax::raw::RawValue;

fn shape(operation: &str, member: &str) -> &'static Shape {
    let operation = apigw_model::OPERATIONS.iter().find(|found| found.name == operation).expect("an operation");
    let (_, member) = operation.input.shape().structure().member(member).expect("a member");
    member.target.shape()
}

fn shown(operation: &str, member: &str, words: &[&str]) -> String {
    let shape = shape(operation, member);
    let words: Vec<Word> = words.iter().map(|word| Word::from(*word)).collect();
    let given = match (shape.kind, words.as_slice()) {
        (apigw_spec::Kind::List(_), _) => RawValue::Words(words),
        (_, [word]) => RawValue::Word(word.clone()),
        _ => panic!("one word"),
    };
    match convert("--x", shape, given) {
        Ok(value) => repr::plain(&value),
        Err(failure) => failure.text(Verbosity::Legacy).replace("\napigw: [ERROR]: ", "").trim_end().to_owned(),
    }
}

#[test]
fn scalars_are_numbers_or_text() {
    assert_eq!(shown("PutIntegration", "timeoutInMillis", &[" 1_000 "]), "1000");
    assert_eq!(shown("PutIntegration", "timeoutInMillis", &["abc"]), "invalid literal for int() with base 10: 'abc'");
    assert_eq!(shown("PutIntegration", "uri", &["1"]), "1");
    assert_eq!(shown("ImportRestApi", "body", &["e30="]), "e30=");
}

#[test]
fn lists_of_text_are_words_or_one_json_array() {
    let list = |words: &[&str]| shown("PutIntegration", "cacheKeyParameters", words);
    assert_eq!(list(&[]), "[]");
    assert_eq!(list(&["a,b"]), "['a,b']");
    assert_eq!(list(&[" [\"a\", 1]"]), "['a', 1]");
    assert_eq!(list(&["[\"a\"]", "b"]), "['[\"a\"]', 'b']");
    let message = "Error parsing parameter '--x': Invalid JSON: Expecting value: line 1 column 2 (char 1)";
    assert_eq!(list(&["[a]"]), format!("{message}\nJSON received: [a]"));
}

#[test]
fn maps_and_structures_are_json_or_shorthand() {
    let map = |word: &str| shown("PutIntegration", "requestParameters", &[word]);
    assert_eq!(map("a=b,c"), "{'a': ['b', 'c']}");
    assert_eq!(map(" {\"a\": \"b\"}"), "OrderedDict([('a', 'b')])");
    assert_eq!(map("[1]"), "Error parsing parameter '--x': Invalid JSON:\n[1]");
    assert_eq!(
        shown("PutIntegration", "tlsConfig", &["insecureSkipVerification=TRUE"]),
        "{'insecureSkipVerification': True}"
    );
    assert_eq!(
        shown("PutIntegration", "tlsConfig", &["insecureSkipVerification=yes"]),
        "{'insecureSkipVerification': 'yes'}"
    );
    assert_eq!(
        shown("PutIntegration", "tlsConfig", &["insecureSkipVerification=[a]"]),
        "'list' object has no attribute 'lower'"
    );
    assert_eq!(
        shown("CreateUsagePlan", "throttle", &["rateLimit=5,burstLimit=7"]),
        "{'rateLimit': 5.0, 'burstLimit': 7}"
    );
    assert_eq!(shown("CreateUsagePlan", "throttle", &["rateLimit=ten"]), "could not convert string to float: 'ten'");
    assert_eq!(shown("CreateRestApi", "endpointConfiguration", &["types=REGIONAL"]), "{'types': ['REGIONAL']}");
    assert_eq!(shown("CreateRestApi", "endpointConfiguration", &["types="]), "{'types': ['']}");
    assert_eq!(shown("TestInvokeMethod", "multiValueHeaders", &["A=x,B=y,z"]), "{'A': ['x'], 'B': ['y', 'z']}");
    assert_eq!(shown("PutMethod", "requestParameters", &["a=true,b=False"]), "{'a': True, 'b': False}");
}

#[test]
fn the_first_of_several_structures_decides_how_all_are_read() {
    let list = |words: &[&str]| shown("UpdateAccount", "patchOperations", words);
    assert_eq!(list(&["op=add,path=/a", "op=remove"]), "[{'op': 'add', 'path': '/a'}, {'op': 'remove'}]");
    assert_eq!(list(&["[{\"op\": \"add\"}]"]), "[OrderedDict([('op', 'add')])]");
    assert_eq!(list(&["{\"op\": \"add\"}", "{}"]), "[OrderedDict([('op', 'add')]), OrderedDict()]");
    assert_eq!(list(&["{}", "op=add"]), "Error parsing parameter '--x': Invalid JSON:\nop=add");
    assert!(list(&["op=add", "{}"]).starts_with("Error parsing parameter '--x': Expected: '=', received: '{'"));
}

#[test]
fn a_missing_file_is_reported_with_its_option() {
    let failure = convert("--uri", shape("PutIntegration", "uri"), RawValue::Word("file://nope".into()));
    let message = "Error parsing parameter '--uri': Unable to load paramfile file://nope: [Errno 2] No such file or \
                   directory: 'nope'";
    assert_eq!(failure.map_err(|failure| failure.message()), Err(Some(message.to_owned())));
}
