//! Documents inside strings: policies, schemas of models, OpenAPI.

use super::error::{FormatError, FormatResult};
use super::json::{Json, JsonError, JsonValue, parse};

/// A JSON document, or `None` where that is not certain.
fn read(text: &str) -> Result<Option<Json<'_>>, FormatError> {
    match parse(text) {
        Ok(json) => Ok(Some(json)),
        Err(JsonError::Unsure) => Ok(None),
        Err(JsonError::Wrong(error)) => Err(error),
    }
}

/// Whether a string is a JSON object.
///
/// Source: API Reference, `CreateDocumentationPart`, `properties`.
pub(crate) fn check_object(text: &str) -> FormatResult {
    match read(text)? {
        Some(json) if !json.is_object() => Err(FormatError::new(json.at, "this is no JSON object; write `{…}`")),
        _ => Ok(()),
    }
}

/// Whether a string is a policy: a JSON object with statements, or nothing.
///
/// Recorded answer to others: "Invalid policy document. Please check the policy syntax and ensure that Principals are
/// valid." The names of a policy's elements are compared without letter case, as IAM does.
pub(crate) fn check_policy(text: &str) -> FormatResult {
    if text.is_empty() {
        return Ok(());
    }
    let Some(json) = read(text)? else { return Ok(()) };
    if !json.is_object() {
        return Err(FormatError::new(
            json.at,
            "a policy is a JSON object; write `{\"Version\": …, \"Statement\": […]}`",
        ));
    }
    let statement = json.entries().iter().find(|(name, _)| name.eq_ignore_ascii_case("Statement"));
    match statement.map(|(_, statement)| &statement.value) {
        Some(JsonValue::Array(_) | JsonValue::Object(_)) => Ok(()),
        Some(_) => Err(FormatError::new(json.at, "the `Statement` of a policy is a list of objects")),
        None => Err(FormatError::new(json.at, "this policy has no `Statement`; add one")),
    }
}

/// Whether a string is a schema whose types are JSON Schema's and whose references lead to a model. A string that begins as
/// an object and cannot be read passes.
///
/// Recorded answers: "Invalid model schema specified" to an unknown type, "Model reference must be in canonical form" to
/// the bare name of a model.
pub(crate) fn check_model_schema(text: &str) -> FormatResult {
    let begins_as_object = text.trim_start_matches('\u{feff}').trim_start().starts_with('{');
    match read(text) {
        Ok(Some(json)) if !json.is_object() => {
            Err(FormatError::new(json.at, "a schema is a JSON object; write `{\"type\": …}`"))
        }
        Ok(Some(json)) => check_schema(&json),
        Err(error) if !begins_as_object => Err(error),
        Ok(None) | Err(_) => Ok(()),
    }
}

const TYPES: [&str; 7] = ["array", "boolean", "integer", "null", "number", "object", "string"];

/// Source: JSON Schema draft 4, "Validation keywords".
fn check_schema(schema: &Json<'_>) -> FormatResult {
    for (key, value) in schema.entries() {
        match key.as_ref() {
            "type" => {
                let listed = value.items().iter().chain(value.text().is_some().then_some(value));
                listed.into_iter().try_for_each(check_type)?;
            }
            "$ref" => check_reference(value)?,
            "properties" | "patternProperties" | "definitions" => {
                value.entries().iter().try_for_each(|(_, schema)| check_schema(schema))?;
            }
            "items" | "allOf" | "anyOf" | "oneOf" => {
                check_schema(value)?;
                value.items().iter().try_for_each(check_schema)?;
            }
            "additionalProperties" | "additionalItems" | "not" => check_schema(value)?,
            _ => {}
        }
    }
    Ok(())
}

fn check_type(value: &Json<'_>) -> FormatResult {
    match value.text() {
        Some(text) if !TYPES.contains(&text) => {
            let types: Vec<String> = TYPES.iter().map(|name| format!("`{name}`")).collect();
            let message = format!("`{text}` is no type of JSON Schema; use one of {}", types.join(", "));
            Err(FormatError::new(value.at, message))
        }
        _ => Ok(()),
    }
}

fn check_reference(value: &Json<'_>) -> FormatResult {
    match value.text() {
        Some(text) if !text.starts_with('#') && !text.contains("://") => {
            let message = format!(
                "`{text}` refers to no model; write `https://apigateway.amazonaws.com/restapis/{{api id}}/models/{{name}}`, \
                 or `#/definitions/{{name}}`"
            );
            Err(FormatError::new(value.at, message))
        }
        _ => Ok(()),
    }
}

/// Whether a string may be an OpenAPI document: one that says which version of OpenAPI or Swagger it is.
///
/// Recorded answer to others: "Invalid OpenAPI input."
pub(crate) fn check_open_api(text: &str) -> FormatResult {
    let begin = text.trim_start_matches('\u{feff}').trim_start();
    let at = text.len() - begin.len();
    let missing = || {
        FormatError::new(at, "this document names no version; add `\"openapi\": \"3.0.1\"` or `\"swagger\": \"2.0\"`")
    };
    match begin.chars().next() {
        Some('{') => match parse(begin) {
            Ok(json) if json.get("openapi").or(json.get("swagger")).is_none() => Err(missing()),
            // YAML has braces too.
            _ => Ok(()),
        },
        Some('[') if parse(begin).is_ok() => Err(FormatError::new(at, "a list is no OpenAPI document; give an object")),
        Some('"') if parse(begin).is_ok() => {
            Err(FormatError::new(at, "this document is a JSON string, probably encoded twice; give the object itself"))
        }
        Some(_) if !begin.lines().any(names_version) => Err(missing()),
        _ => Ok(()),
    }
}

const INTEGRATION: &str = "x-amazon-apigateway-integration";

/// Whether the integrations of an OpenAPI document are objects with strings where these are needed. A document that is no
/// JSON passes.
///
/// Recorded answer to others: "Unable to parse API definition because of a malformed integration at path /." to the
/// function of a template as `uri`.
pub(crate) fn check_open_api_integrations(text: &str) -> FormatResult {
    let Ok(document) = parse(text) else { return Ok(()) };
    let items = document.get("paths").map(Json::entries).unwrap_or_default();
    let operations = items.iter().flat_map(|(_, item)| item.entries());
    for integration in operations.filter_map(|(_, operation)| operation.get(INTEGRATION)) {
        if matches!(integration.value, JsonValue::Array(_) | JsonValue::Text(_)) {
            return Err(FormatError::new(integration.at, format!("`{INTEGRATION}` must be an object")));
        }

        for name in ["type", "uri", "httpMethod", "credentials"] {
            let wrong = integration.get(name).filter(|value| !value.is_scalar());
            if let Some(value) = wrong {
                let message = format!("`{name}` of an integration must be a string; fill in what a template would");
                return Err(FormatError::new(value.at, message));
            }
        }
    }
    Ok(())
}

/// Whether a line of YAML has a key that names the version.
fn names_version(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '-', '{', ',', '"', '\'']);
    ["openapi", "swagger"].iter().any(|key| {
        let after = line.strip_prefix(key).map(|rest| rest.trim_start_matches(['"', '\'']).trim_start());
        after.is_some_and(|after| after.starts_with(':'))
    }) || line.contains("openapi:")
        || line.contains("swagger:")
}

/// Whether a string may be a list of API keys: its first line names the columns, `name` and `key` among them.
///
/// Source: Developer Guide, "API Gateway API key file format".
pub(crate) fn check_api_keys(text: &str) -> FormatResult {
    let header = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    let has = |wanted: &str| header.split(',').any(|name| name.trim().trim_matches('"').eq_ignore_ascii_case(wanted));
    if has("name") && has("key") {
        return Ok(());
    }
    Err(FormatError::new(
        0,
        "the first line has to name the columns, such as `Name,key,description,Enabled,usageplanIds`",
    ))
}

/// Whether a date is one: `2026-11-29`. A time after it passes.
///
/// Source: API Reference, `GetUsage`, `startDate`.
pub(crate) fn check_date(text: &str) -> FormatResult {
    let date = text.split('T').next().unwrap_or_default();
    let numbers: Vec<Option<u32>> = date.split('-').map(|part| part.parse().ok()).collect();
    match numbers.as_slice() {
        [Some(1000..=9999), Some(1..=12), Some(1..=31)] => Ok(()),
        _ => Err(FormatError::new(0, format!("`{text}` is no date; write it as `2026-11-29`"))),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        check_api_keys, check_date, check_model_schema, check_open_api, check_open_api_integrations, check_policy,
    };

    #[test]
    fn policies_have_statements() {
        for text in ["", "{\"Statement\": []}", " {\"Version\": \"2012-10-17\", \"statement\": {}} "] {
            assert_eq!(check_policy(text), Ok(()), "{text}");
        }
        for text in ["{}", "[]", "file://policy.json", "{\"Statement\": 1}", "\"{}\"", "{'Statement': []}"] {
            assert!(check_policy(text).is_err(), "{text}");
        }
    }

    #[test]
    fn schemas_have_types_and_references() {
        for text in [
            "{}",
            "{\"type\": [\"string\", \"null\"], \"properties\": {\"type\": {\"type\": \"object\"}}}",
            "{\"$ref\": \"#/definitions/a\", \"enum\": [\"type\"], \"example\": {\"type\": \"Dog\"}}",
            "{\"items\": {\"$ref\": \"https://apigateway.amazonaws.com/restapis/a/models/Todo\"}}",
            "{ // a comment\n \"type\": \"Wrong\"}",
        ] {
            assert_eq!(check_model_schema(text), Ok(()), "{text}");
        }
        for text in [
            "{\"type\": \"String\"}",
            "{\"properties\": {\"a\": {\"type\": \"float\"}}}",
            "{\"items\": [{\"$ref\": \"Todo\"}]}",
            "{\"anyOf\": [{\"type\": \"any\"}]}",
            "[]",
            "hello",
        ] {
            assert!(check_model_schema(text).is_err(), "{text}");
        }
    }

    #[test]
    fn open_api_names_its_version() {
        for text in [
            "{\"openapi\": \"3.0.1\"}",
            "---\nswagger: '2.0'\n",
            "# comment\n\n\"openapi\" : 3.0.1\n",
            "{openapi: 3.0.1, paths: {}}",
            "  swagger: \"2.0\"\n  info: {}\n",
        ] {
            assert_eq!(check_open_api(text), Ok(()), "{text}");
        }
        for text in ["hello", "[]", "{}", "\"openapi: 3.0.1\"", "title: x\npaths: {}\n", "{\"info\": {}}"] {
            assert!(check_open_api(text).is_err(), "{text}");
        }
    }

    #[test]
    fn integrations_have_strings() {
        let document = |integration: &str| {
            format!(
                "{{\"paths\": {{\"/\": {{\"get\": {{\"x-amazon-apigateway-integration\": {integration}}}}}, \"x-a\": []}}}}"
            )
        };
        for integration in ["{\"type\": \"mock\"}", "null", "{\"uri\": null, \"timeoutInMillis\": \"100\"}"] {
            assert_eq!(check_open_api_integrations(&document(integration)), Ok(()), "{integration}");
        }
        for integration in ["[]", "\"mock\"", "{\"type\": \"http\", \"uri\": {\"Fn::Sub\": \"https://${Host}/\"}}"] {
            assert!(check_open_api_integrations(&document(integration)).is_err(), "{integration}");
        }
        assert_eq!(check_open_api_integrations("paths: {}"), Ok(()));
    }

    #[test]
    fn dates_and_columns() {
        assert_eq!(check_date("2026-02-28"), Ok(()));
        for text in ["28.02.2026", "2026-13-01", "today", "28-02-2026"] {
            assert!(check_date(text).is_err(), "{text}");
        }
        assert_eq!(check_api_keys("Name,key,description\na,b,c\n"), Ok(()));
        assert!(check_api_keys("abc").is_err());
    }
}
