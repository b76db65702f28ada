//! `assert_renders!`.

use std::fmt::Write as _;

use super::render::{MappingTemplate, TemplateInput};

/// Asserts that a mapping template renders to a string, and shows where the two differ if it does not.
///
/// The first argument is the template, the second the body. A [`TemplateInput`] in place of the body gives parameters,
/// context and stage variables as well.
///
/// ```
/// apigw_engine::assert_renders!("Hello $input.path('$.name')", "{\"name\": \"Ada\"}" => "Hello Ada");
/// ```
#[macro_export]
macro_rules! assert_renders {
    ($template:expr, $input:expr => $expected:expr $(,)?) => {
        $crate::assert_rendered($template, &$crate::TemplateInput::from($input), $expected)
    };
}

impl From<&str> for TemplateInput {
    fn from(body: &str) -> Self {
        Self { body: body.to_owned(), ..Self::default() }
    }
}

/// What [`assert_renders!`](crate::assert_renders) calls.
///
/// # Panics
/// If the template cannot be rendered, or renders to another text.
#[track_caller]
#[expect(clippy::panic, reason = "an assertion fails by a panic")]
pub fn assert_rendered(template: &str, input: &TemplateInput, expected: &str) {
    match MappingTemplate::parse(template).and_then(|parsed| parsed.render(input)) {
        Ok(rendered) if rendered == expected => {}
        Ok(rendered) => panic!("the template renders to another text\n{}", difference(expected, &rendered)),
        Err(error) => {
            let (line, column) = error.position(template);
            panic!("{line}:{column}: {error} (API Gateway answers 500 here)");
        }
    }
}

/// The lines of both texts, those that differ marked.
fn difference(expected: &str, rendered: &str) -> String {
    let (left, right): (Vec<&str>, Vec<&str>) = (expected.split('\n').collect(), rendered.split('\n').collect());
    let mut out = String::new();
    for index in 0..left.len().max(right.len()) {
        match (left.get(index), right.get(index)) {
            (Some(a), Some(b)) if a == b => {
                let _ = writeln!(out, "  {a}");
            }
            (a, b) => {
                for (sign, line) in [('-', a), ('+', b)] {
                    if let Some(line) = line {
                        let _ = writeln!(out, "{sign} {line:?}");
                    }
                }
            }
        }
    }
    out
}
