//! Expressions with the results and messages that the AWS CLI's library gives for them.

use super::Query;
use crate::json;
use crate::python::json::{Maps, read};

const VALUE: &str = r#"{"items":[{"id":"b","n":2,"tags":{"z":"1","a":"2"},"on":true},{"id":"a","n":1.5,"tags":{},"on":false},{"id":"c","n":10,"l":[[1,2],[3],4]}],"id":"x","zero":0,"empty":"","nil":null,"é":"ü","a b":[3,1,2]}"#;

/// Expressions and their results.
const RESULTS: &[(&str, &str)] = &[
    ("id", r#""x""#),
    ("items[].id", r#"["b","a","c"]"#),
    ("items[0].tags", r#"{"z":"1","a":"2"}"#),
    ("items[-1].l[]", "[1,2,3,4]"),
    ("items[*].[id,n]", r#"[["b",2],["a",1.5],["c",10]]"#),
    ("items[].{Z:id,A:n}", r#"[{"Z":"b","A":2},{"Z":"a","A":1.5},{"Z":"c","A":10}]"#),
    ("{B:id,A:zero}", r#"{"B":"x","A":0}"#),
    ("items[?n>`1.6`].id", r#"["b","c"]"#),
    ("items[?id=='a'||id=='c'].id | [0]", r#""a""#),
    ("items[?on].id", r#"["b"]"#),
    ("items[?!on].id", r#"["a","c"]"#),
    ("sort_by(items,&n)[].id", r#"["a","b","c"]"#),
    ("max_by(items,&n).id", r#""c""#),
    ("min_by(items,&id).n", "1.5"),
    ("length(items)", "3"),
    ("keys(items[0].tags)", r#"["z","a"]"#),
    ("values(items[0].tags)", r#"["1","2"]"#),
    ("join(', ',items[].id)", r#""b, a, c""#),
    (r#"sort("a b")"#, "[1,2,3]"),
    (r#"reverse("a b")"#, "[2,1,3]"),
    (r#"sum("a b")"#, "6"),
    (r#"avg("a b")"#, "2.0"),
    ("map(&id,items)", r#"["b","a","c"]"#),
    ("to_string(items[0].tags)", r#""{\"z\":\"1\",\"a\":\"2\"}""#),
    (r#"to_string("é")"#, r#""\u00fc""#),
    ("to_number('1.5')", "1.5"),
    ("to_number('x')", "null"),
    ("type(nil)", r#""null""#),
    ("not_null(nil,empty,id)", r#""""#),
    ("merge(items[0].tags,{z:'9',q:'8'})", r#"{"z":"9","a":"2","q":"8"}"#),
    ("contains(id,'x')", "true"),
    (r#"contains("a b",`3`)"#, "true"),
    ("starts_with(id,'x')", "true"),
    ("ends_with(id,'y')", "false"),
    ("to_array(id)", r#"["x"]"#),
    ("abs(`-3`)", "3"),
    ("ceil(`1.2`)", "2"),
    ("floor(`-1.2`)", "-2"),
    ("items[0:2].id", r#"["b","a"]"#),
    ("items[::-1].id", r#"["c","a","b"]"#),
    ("items[::2].id", r#"["b","c"]"#),
    ("*.id", "[]"),
    ("items[].tags.*", r#"[["1","2"],[]]"#),
    ("zero==`0`", "true"),
    ("zero==`false`", "false"),
    ("`1`==`true`", "false"),
    ("!zero", "false"),
    ("!empty", "true"),
    ("!nil", "true"),
    ("nope", "null"),
    ("nope.x[0]", "null"),
    ("nope[]", "null"),
    ("@.id", r#""x""#),
    (r#""é""#, r#""\u00fc""#),
    ("items[?tags.z=='1'].id|[0]", r#""b""#),
    (r#"`{"b":1,"a":[true]}`"#, r#"{"b":1,"a":[true]}"#),
    ("`foo`", r#""foo""#),
    (r"'it\'s'", r#""it's""#),
    ("id && zero", "0"),
    ("empty || id", r#""x""#),
    ("(items)[0].id", r#""b""#),
    (r#"max("a b")"#, "3"),
    ("min(items[].id)", r#""a""#),
    ("items[].l[][]", "[1,2,3,4]"),
    ("items[1].n < items[0].n", "true"),
    ("length(id)", "1"),
    ("[id,zero]", r#"["x",0]"#),
    ("nil.[id]", "null"),
    ("items[?n==`2`] | [0].tags.a", r#""2""#),
    ("items[*].tags.z", r#"["1"]"#),
    ("items[].not_null(nope,id)", r#"["b","a","c"]"#),
    ("`[1`", r#""[1""#),
];

/// Expressions and the messages that refuse them.
const MESSAGES: &[(&str, &str)] = &[
    ("merge(`{}`, `null`)", "'NoneType' object is not iterable"),
    ("merge(`{}`, `1`)", "'int' object is not iterable"),
    ("merge(`{}`, `\"ab\"`)", "dictionary update sequence element #0 has length 1; 2 is required"),
    ("merge(`{}`, `[1]`)", "cannot convert dictionary update sequence element #0 to a sequence"),
    ("", "Invalid JMESPath expression: cannot be empty."),
    ("[", "Invalid jmespath expression: Incomplete expression:\n\"[\"\n  ^"),
    ("items[", "Invalid jmespath expression: Incomplete expression:\n\"items[\"\n       ^"),
    (
        "a.",
        "Expecting: ['quoted_identifier', 'unquoted_identifier', 'lbracket', 'lbrace'], got: eof: Parse error at column 2, token \"\" (EOF), for expression:\n\"a.\"\n   ^",
    ),
    (
        "a b",
        "Unexpected token: b: Parse error at column 2, token \"b\" (UNQUOTED_IDENTIFIER), for expression:\n\"a b\"\n   ^",
    ),
    ("foo(", "Invalid jmespath expression: Incomplete expression:\n\"foo(\"\n     ^"),
    ("foo()", "Unknown function: foo()"),
    ("length()", "Expected 1 argument for function length(), received 0"),
    (
        "length(`1`)",
        r#"In function length(), invalid type for value: 1, expected one of: ['string', 'array', 'object'], received: "number""#,
    ),
    (
        "sum(items[].id)",
        r#"In function sum(), invalid type for value: b, expected one of: ['array-number'], received: "str""#,
    ),
    (
        "sort(items)",
        r#"In function sort(), invalid type for value: {'id': 'b', 'n': 2, 'tags': {'z': '1', 'a': '2'}, 'on': True}, expected one of: ['array-string', 'array-number'], received: "dict""#,
    ),
    ("'x", "Bad jmespath expression: Unclosed ' delimiter:\n'x\n^"),
    (r#""a\q""#, "Bad jmespath expression: Invalid \\escape:\n\"a\\q\"\n^"),
    ("a=b", "Bad jmespath expression: Unknown token '=':\na=b\n ^"),
    ("a==", "Invalid jmespath expression: Incomplete expression:\n\"a==\"\n    ^"),
    ("@@", "Unexpected token: @: Parse error at column 1, token \"@\" (CURRENT), for expression:\n\"@@\"\n  ^"),
    (
        "{a}",
        "Expecting: colon, got: rbrace: Parse error at column 2, token \"}\" (RBRACE), for expression:\n\"{a}\"\n   ^",
    ),
    ("{a:", "Invalid jmespath expression: Incomplete expression:\n\"{a:\"\n    ^"),
    ("#", "Bad jmespath expression: Unknown token #:\n#\n^"),
    ("-", "Bad jmespath expression: Unknown token '-':\n-\n^"),
    (
        "[a b]",
        "Expecting: comma, got: unquoted_identifier: Parse error at column 3, token \"b\" (UNQUOTED_IDENTIFIER), for expression:\n\"[a b]\"\n    ^",
    ),
    (
        "items[0:1:2:3]",
        "syntax error: Parse error at column 11, token \":\" (COLON), for expression:\n\"items[0:1:2:3]\"\n            ^",
    ),
    ("items[::0]", "slice step cannot be zero"),
    ("*(", "syntax error: Parse error at column 1, token \"(\" (LPAREN), for expression:\n\"*(\"\n  ^"),
    (
        r#""f"()"#,
        "Quoted identifier not allowed for function names.: Parse error at column 0, token \"(\" (LPAREN), for expression:\n\"\"f\"()\"\n ^",
    ),
    ("a||", "Invalid jmespath expression: Incomplete expression:\n\"a||\"\n    ^"),
    ("&", "Invalid jmespath expression: Incomplete expression:\n\"&\"\n  ^"),
    (
        "join(`1`,items)",
        r#"In function join(), invalid type for value: 1, expected one of: ['string'], received: "number""#,
    ),
    ("not_null()", "Expected at least 1 argument for function not_null(), received 0"),
    (
        "sort_by(items,&tags)",
        r#"In function sort_by(), invalid type for value: {'id': 'b', 'n': 2, 'tags': {'z': '1', 'a': '2'}, 'on': True}, expected one of: ['string', 'number'], received: "object""#,
    ),
    (
        "max_by(items,&tags)",
        r#"In function max_by(), invalid type for value: {'z': '1', 'a': '2'}, expected one of: ['number', 'string'], received: "object""#,
    ),
    (
        "contains(`1`,'a')",
        r#"In function contains(), invalid type for value: 1, expected one of: ['array', 'string'], received: "number""#,
    ),
    ("id<zero", "'<' not supported between instances of 'str' and 'int'"),
    ("contains(id,`1`)", "'in <string>' requires string as left operand, not int"),
    (
        "`1`()",
        "Invalid function name '1': Parse error at column 0, token \"1\" (LITERAL), for expression:\n\"`1`()\"\n ^",
    ),
    (
        "a.1",
        "Expecting: ['quoted_identifier', 'unquoted_identifier', 'lbracket', 'lbrace'], got: number: Parse error at column 2, token \"1\" (NUMBER), for expression:\n\"a.1\"\n   ^",
    ),
    (
        "a.(b)",
        "Expecting: ['quoted_identifier', 'unquoted_identifier', 'lbracket', 'lbrace'], got: lparen: Parse error at column 2, token \"(\" (LPAREN), for expression:\n\"a.(b)\"\n   ^",
    ),
];

fn search(expression: &str) -> Result<String, String> {
    let value = read(VALUE, Maps::Plain).expect("valid");
    Query::compile(expression)?.search(&value).map(|result| json::compact(&result))
}

#[test]
fn results_are_those_of_the_library() {
    for (expression, result) in RESULTS {
        assert_eq!(search(expression).as_deref(), Ok(*result), "{expression}");
    }
}

#[test]
fn messages_are_those_of_the_library() {
    for (expression, message) in MESSAGES {
        assert_eq!(search(expression), Err((*message).to_owned()), "{expression}");
    }
}

#[test]
fn no_expression_exhausts_the_stack() {
    for part in ["(", "[", "!", "a.", "a|", "a||", "[]", "a[0]", "a==", "*.", "[?a", "{a:", "f(", "a[*]"] {
        let expression = format!("{}a", part.repeat(20_000));
        // Refused or not, there is an outcome.
        let _ = search(&expression);
    }
}
