//! The validation that the AWS CLI does before it sends anything: types, required and unknown members. All problems are
//! collected. Conditions that the service has beyond these are rules, which are checked elsewhere.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::python::repr;
use apigw_spec::secrecy::{REDACTED, Secrecy};
use apigw_spec::{Kind, Member, Shape};

use crate::check::finding::VALIDATION;
use crate::failure::Failure;

/// Fails with every problem of the members of an input.
pub(crate) fn validate(members: &Map, shape: &'static Shape) -> Result<(), Failure> {
    let mut problems = Vec::new();
    structure(members, shape.members(), "", &mut problems);
    if problems.is_empty() {
        return Ok(());
    }
    Err(Failure::parameters(format!("{VALIDATION}\n{}", problems.join("\n"))))
}

/// The problems of one member of an input.
pub(crate) fn member_problems(member: &'static Member, value: &Document) -> Vec<String> {
    let mut problems = Vec::new();
    check(value, (member.target.shape(), member.secrecy), member.name, &mut problems);
    problems
}

/// The problem that a required member of a structure is missing. `place` is the path of the structure, or `input`.
pub(crate) fn missing(place: &str, member: &str) -> String {
    format!("Missing required parameter in {place}: \"{member}\"")
}

/// The problem that a structure has no member of a name.
pub(crate) fn unknown(place: &str, name: &str, members: &[Member]) -> String {
    let names: Vec<&str> = members.iter().map(|member| member.name).collect();
    format!("Unknown parameter in {place}: \"{name}\", must be one of: {}", names.join(", "))
}

fn structure(map: &Map, members: &'static [Member], path: &str, problems: &mut Vec<String>) {
    let place = if path.is_empty() { "input" } else { path };
    for member in members.iter().filter(|member| member.required && !map.contains(member.name)) {
        problems.push(missing(place, member.name));
    }
    let find = |name: &str| members.iter().find(|member| member.name == name);
    for (name, _) in map.iter().filter(|(name, _)| find(name).is_none()) {
        problems.push(unknown(place, name, members));
    }
    for (name, value) in map.iter() {
        if let Some(member) = find(name) {
            let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            check(value, (member.target.shape(), member.secrecy), &path, problems);
        }
    }
}

fn check(value: &Document, (shape, secrecy): (&'static Shape, Secrecy), path: &str, problems: &mut Vec<String>) {
    let classes: &[&str] = match (shape.kind, value) {
        (Kind::Structure(found), Document::Map(map)) => return structure(map, found.members, path, problems),
        (Kind::Map { value: target, .. }, Document::Map(map)) => {
            for (key, value) in map.iter() {
                check(value, (target.shape(), secrecy), &format!("{path}.{key}"), problems);
            }
            return;
        }
        (Kind::List(item), Document::List(items)) => {
            for (index, value) in items.iter().enumerate() {
                check(value, (item.shape(), secrecy), &format!("{path}[{index}]"), problems);
            }
            return;
        }
        (Kind::String(_), Document::Text(_))
        | (Kind::Blob, Document::Text(_) | Document::Bytes(_))
        | (Kind::Boolean, Document::Boolean(_))
        | (Kind::Integer | Kind::Long, Document::Integer(_) | Document::Boolean(_))
        | (Kind::Double, Document::Double(_) | Document::Integer(_) | Document::Boolean(_))
        | (Kind::Timestamp(_), Document::Text(_) | Document::Integer(_) | Document::Double(_) | Document::Date(_)) => {
            return;
        }
        (Kind::String(_), _) => &["str"],
        (Kind::Boolean, _) => &["bool"],
        (Kind::Integer | Kind::Long, _) => &["int"],
        (Kind::Double, _) => &["float", "decimal.Decimal", "int"],
        (Kind::Blob, _) => &["bytes", "bytearray", "file-like object"],
        (Kind::Timestamp(_), _) => &["datetime.datetime", "timestamp-string"],
        (Kind::List(_), _) => &["list", "tuple"],
        _ => &["dict"],
    };

    let class = |name: &&str| if name.contains('-') { (*name).to_owned() } else { format!("<class '{name}'>") };
    let valid: Vec<String> = classes.iter().map(class).collect();
    let shown = if secrecy == Secrecy::Whole { REDACTED.to_owned() } else { repr::plain(value) };
    problems.push(format!(
        "Invalid type for parameter {path}, value: {}, type: <class '{}'>, valid types: {}",
        shown,
        repr::class(value),
        valid.join(", "),
    ));
}

#[cfg(test)]
mod tests {
    use super::validate;
    use crate::failure::Failure;
    use apigw_cli_text::document::Document;
    use apigw_cli_text::python::json::{Maps, read};

    fn problems(operation: &str, members: &str) -> Vec<String> {
        let operation = apigw_model::OPERATIONS.iter().find(|found| found.name == operation).expect("an operation");
        let Ok(Document::Map(members)) = read(members, Maps::Plain) else { panic!("{members}") };
        match validate(&members, operation.input.shape()) {
            Ok(()) => Vec::new(),
            Err(Failure::Coded { message, .. }) => message.lines().skip(1).map(str::to_owned).collect(),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_problem_is_reported_in_order() {
        let members = r#"{"x": 1, "tlsConfig": {"y": 1, "insecureSkipVerification": "s"}, "restApiId": null,
            "requestParameters": {"a": 1, "b": ["c"]}, "cacheKeyParameters": ["a", {"b": "c"}], "timeoutInMillis": 1.0,
            "type": "MOCK", "httpMethod": "GET"}"#;
        let expected = [
            "Missing required parameter in input: \"resourceId\"",
            "Unknown parameter in input: \"x\", must be one of: restApiId, resourceId, httpMethod, type, \
             integrationHttpMethod, uri, connectionType, connectionId, credentials, requestParameters, \
             requestTemplates, passthroughBehavior, cacheNamespace, cacheKeyParameters, contentHandling, \
             timeoutInMillis, tlsConfig, responseTransferMode, integrationTarget",
            "Unknown parameter in tlsConfig: \"y\", must be one of: insecureSkipVerification",
            "Invalid type for parameter tlsConfig.insecureSkipVerification, value: s, type: <class 'str'>, valid types: \
             <class 'bool'>",
            "Invalid type for parameter restApiId, value: None, type: <class 'NoneType'>, valid types: <class 'str'>",
            "Invalid type for parameter requestParameters.a, value: 1, type: <class 'int'>, valid types: <class 'str'>",
            "Invalid type for parameter requestParameters.b, value: ['c'], type: <class 'list'>, valid types: \
             <class 'str'>",
            "Invalid type for parameter cacheKeyParameters[1], value: {'b': 'c'}, type: <class 'dict'>, valid types: \
             <class 'str'>",
            "Invalid type for parameter timeoutInMillis, value: 1.0, type: <class 'float'>, valid types: <class 'int'>",
        ];
        assert_eq!(problems("PutIntegration", members), expected);
    }

    #[test]
    fn booleans_are_numbers_and_text_can_be_a_blob() {
        assert!(problems("GetRestApis", r#"{"limit": true}"#).is_empty());
        assert!(problems("CreateUsagePlan", r#"{"name": "n", "throttle": {"rateLimit": true}}"#).is_empty());
        assert!(problems("ImportRestApi", r#"{"body": "text"}"#).is_empty());
        let expected = "Invalid type for parameter body, value: 1, type: <class 'int'>, valid types: <class 'bytes'>, \
                        <class 'bytearray'>, file-like object";
        assert_eq!(problems("ImportRestApi", r#"{"body": 1}"#), [expected]);
    }
}
