//! Mistakes that every request meets, and templates that only look like one.

use apigw_engine::{MappingTemplate, NEVER_JSON, NEVER_STATUS, Parameters, TemplateInput, forecast};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The rules that a template breaks in a response.
fn found(template: &str) -> Vec<String> {
    let response = json!({"responseTemplates": {"application/json": template}});
    let mistakes = forecast(&json!({"type": "HTTP", "integrationResponses": {"200": response}}));
    mistakes.into_iter().map(|mistake| mistake.message).collect()
}

#[test]
fn json_that_is_broken_for_every_input_is_found() {
    for (template, expected) in [
        ("{\"a\": 1,}", "it breaks at `{\"a\": 1,}`"),
        ("{\"id\": \"$input.params('id')\",}", "nothing can end it so: `\",}`"),
        ("{\"id\": \"$input.params('id')\"", "nothing can end it so: `\"`"),
        ("{\"id\": $input.json('$.id'), \"b\" 1}", "it breaks at `, \"b\" 1`"),
        ("[#foreach($i in $l)$i#end,", "nothing can end it so: `,`"),
        ("{\"a\": [1, 2]", "nothing can end it so: `{\"a\": [1, 2]`"),
        ("#set($x = 1)\n{'a': 1}", "it breaks at `{'`"),
        ("{\"a\": #if($x)\"b\" \"c\"#else{#end}", "nothing can end it so: "),
        ("{\"a\": True}", "it breaks at `{\"a\": T`"),
        ("{\"a\": [1, 2}", "it breaks at `{\"a\": [1, 2}`"),
    ] {
        let found = found(template);
        assert!(matches!(found.as_slice(), [message] if message.contains(expected)), "{template}: {found:?}");
    }
}

#[test]
fn what_may_be_json_is_left_alone() {
    for template in [
        "{\"a\": $x}",
        "{$x}",
        "{\"a\": \"$x\", $y \"b\": 1}",
        "[#foreach($i in $l){\"a\": $i},#end]",
        "[#foreach($i in $l)$i#if($foreach.hasNext),#end#end]",
        "{\"a\": 1}\n{\"b\": 2}\n",
        "Action=SendMessage&MessageBody=$input.body",
        "Hello $input.params('name')",
        "$input.json('$')",
        "{\"a\": 1#if($x), \"b\": 2}#else}#end",
        "{\"a\": 1#stop}}}",
        "{\"a\\\"}\": \"\\u00e9\", \"b\": [], \"c\": {}, \"d\": -1.5e+3, \"e\": null}",
        "#if($x)",
    ] {
        assert_eq!(found(template), [] as [String; 0], "{template}");
    }
    let xml = json!({"type": "HTTP", "requestTemplates": {"text/plain": "{,"}});
    assert_eq!(forecast(&xml), []);
}

#[test]
fn a_status_that_is_never_an_integer_is_found() {
    let rules = |template: &str| {
        let mistakes = forecast(&json!({"type": "MOCK", "requestTemplates": {"application/json": template}}));
        mistakes.into_iter().map(|mistake| mistake.rule).collect::<Vec<_>>()
    };
    for template in
        ["{\"statusCode\": \"ok\"}", "{\"statusCode\": 20.5}", "#if($x){\"statusCode\": no}#else{statusCode}#end"]
    {
        assert_eq!(rules(template), [NEVER_STATUS], "{template}");
    }
    for template in [
        "{\"statusCode\": 200}",
        "{statusCode: 200,}",
        "{\"statusCode\": \"200\"}",
        "{\"statusCode\": $x}",
        "#if($x){\"statusCode\": 200}#else no statusCode#end",
        "{}",
    ] {
        assert_eq!(rules(template), [] as [&str; 0], "{template}");
    }
}

/// Pieces of templates that begin with an object.
const PIECES: [&str; 22] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"a\"",
    "\"b\":",
    "1",
    "\"",
    "$x",
    "\"$x\"",
    "$y",
    "#if($c)",
    "#else",
    "#end",
    "#foreach($i in $l)",
    "#set($q = 1)",
    "\\",
    "null",
    " ",
    "$input.json('$')",
];
/// Values that make something of what is broken.
const VALUES: [&str; 8] = ["", "1", "\"", "}", "\", \"b\": \"", "{\"c\":", ",", "\\"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, ..ProptestConfig::default() })]

    #[test]
    fn what_renders_to_json_is_never_called_broken(
        picks in prop::collection::vec(0..PIECES.len(), 1..9),
        x in 0..VALUES.len(), y in 0..VALUES.len(), c in any::<bool>(), l in 0..3_usize,
    ) {
        let own: String = picks.iter().map(|pick| PIECES[*pick]).collect();
        let own = format!("{{{own}");
        let list = ["[]", "[1]", "[1, 2]"][l];
        let template = format!("#set($x = $input.params('x'))#set($y = $input.params('y'))#set($c = {c})#set($l = {list}){own}");
        let parameters = Parameters::new().query("x", VALUES[x]).query("y", VALUES[y]);
        let input = TemplateInput { body: "[1]".to_owned(), parameters, ..TemplateInput::default() };
        let Ok(rendered) = MappingTemplate::parse(&template).and_then(|parsed| parsed.render(&input)) else { return Ok(()) };
        let is_json = serde_json::Deserializer::from_str(&rendered).into_iter::<Value>().all(|value| {
            value.is_ok_and(|value| value.is_object() || value.is_array())
        });
        if is_json {
            let mistakes = forecast(&json!({"type": "HTTP", "requestTemplates": {"application/json": template}}));
            prop_assert!(mistakes.iter().all(|mistake| mistake.rule != NEVER_JSON), "{template} renders {rendered}");
        }
    }
}
