//! Files that define APIs: OpenAPI documents, templates, plans and files of Terraform.

use apigw_cli_text::python::os_error::describe;
use apigw_lint::FileApi;

use crate::failure::Failure;
use crate::input::bounded;

/// The text of a file and the APIs in it; the purpose, a past participle, says what they are wanted for.
pub(crate) fn read(name: &str, purpose: &str) -> Result<(String, Vec<FileApi>), Failure> {
    let bytes = bounded::read(name);
    let bytes = bytes.map_err(|error| Failure::general(format!("cannot read `{name}`: {}", describe(&error, name))))?;
    let text = String::from_utf8_lossy(&bytes).into_owned();

    let apis = apigw_lint::read_apis(&text).map_err(|error| {
        let (line, column) = error.span.position(&text);
        Failure::general(format!("{name}:{line}:{column}: {error}"))
    })?;
    if apis.is_empty() {
        let problem =
            "no API of API Gateway is in it; give an OpenAPI document, a template, or a plan or file of Terraform";
        return Err(Failure::general(format!("`{name}` cannot be {purpose}: {problem}")));
    }
    Ok((text, apis))
}
