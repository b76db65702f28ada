//! Renders templates from standard input, a JSON object a line: `{"template": "…", "input": {"body": "…", "path": {…},
//! "querystring": {…}, "header": {…}}}`. Prints an array of texts; a template that fails gives a text that begins with
//! `ERROR`.

use std::io::Read as _;

use apigw_engine::{MappingTemplate, Parameters, TemplateInput};
use serde_json::Value;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let mut answers = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        answers.push(Value::from(render(&serde_json::from_str(line)?)));
    }
    println!("{}", Value::from(answers));
    Ok(())
}

fn render(case: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let each = |place: &str| case["input"][place].as_object().into_iter().flatten().collect::<Vec<_>>();
    let mut parameters = Parameters::new();
    for (name, value) in each("path") {
        parameters = parameters.path(name, text(value));
    }
    for (name, value) in each("querystring") {
        parameters = parameters.query(name, text(value));
    }
    for (name, value) in each("header") {
        parameters = parameters.header(name, text(value));
    }
    let input = TemplateInput { body: text(&case["input"]["body"]), parameters, ..TemplateInput::default() };
    let rendered = MappingTemplate::parse(&text(&case["template"])).and_then(|template| template.render(&input));
    rendered.unwrap_or_else(|error| format!("ERROR {error}"))
}
