//! Renders templates from standard input, a JSON object a line: `{"template": "…", "body": "…", "path": {…},
//! "querystring": {…}, "header": {…}}`. Answers each line at once, with a JSON string; a template that fails gives a text
//! that begins with `ERROR`. With the member `times`, the template is rendered so often; with `parsed`, it is parsed once for
//! that.

use std::io::{BufRead as _, Write as _};

use apigw_engine::velocity::TemplateError;
use apigw_engine::{MappingTemplate, Parameters, TemplateInput};
use serde_json::Value;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let case: Value = serde_json::from_str(&line?)?;
        writeln!(out, "{}", Value::from(render(&case)))?;
        out.flush()?;
    }
    Ok(())
}

fn render(case: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let each = |place: &str| case[place].as_object().into_iter().flatten().collect::<Vec<_>>();
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
    let input = TemplateInput { body: text(&case["body"]), parameters, ..TemplateInput::default() };
    let rendered = rendered(case, &text(&case["template"]), &input);
    rendered.unwrap_or_else(|error| format!("ERROR {error}"))
}

fn rendered(case: &Value, template: &str, input: &TemplateInput) -> Result<String, TemplateError> {
    let times = case["times"].as_u64().unwrap_or(1);
    let parsed = MappingTemplate::parse(template)?;
    let mut text = String::new();
    for _ in 0..times {
        text = match case["parsed"].as_bool() {
            Some(true) => parsed.render(input)?,
            _ => MappingTemplate::parse(template)?.render(input)?,
        };
    }
    Ok(text)
}
