//! `apigw schema`: a JSON Schema of an operation's input, with the rules that a schema can express.

use apigw_cli_text::argparse::check_choice;
use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::json;
use apigw_spec::rule::{ArnKind, Condition, Demand, MemberPath, Root, Rule, Severity, Step, Truth};
use apigw_spec::shape::Values;
use apigw_spec::{Kind, Shape, Structure};

use crate::failure::Failure;
use crate::input::documentation::Documentation;
use crate::syntax::catalog;
use crate::terminal::stdout;

/// Prints the schema of an operation's input, as `--cli-input-json` takes it.
pub(super) fn run(wanted: &str) -> Result<(), Failure> {
    let operations = catalog::operations();
    let operation = operations.iter().find(|(name, operation)| name == wanted || operation.name == wanted);
    let Some((_, operation)) = operation else {
        let names = operations.iter().map(|(name, _)| name.as_str());
        return Ok(check_choice("operation", wanted, names)?);
    };

    let mut schema = object([("$schema", "https://json-schema.org/draft/2020-12/schema".into())]);
    schema.insert("title", operation.name);
    for (key, value) in of_shape(operation.input.shape(), 0).into_entries() {
        schema.insert(key, value);
    }

    stdout::print(&format!("{}\n", json::pretty(&Document::Map(schema))));
    Ok(())
}

/// How deep a shape that contains itself is followed.
const MAX_DEPTH: usize = 12;

fn object<const N: usize>(entries: [(&str, Document); N]) -> Map {
    entries.into_iter().collect()
}

fn strings(values: &[&str]) -> Document {
    Document::List(values.iter().map(|value| Document::from(*value)).collect())
}

fn of_shape(shape: &'static Shape, depth: usize) -> Map {
    if depth > MAX_DEPTH {
        return Map::new();
    }

    match shape.kind {
        Kind::Boolean => object([("type", "boolean".into())]),
        Kind::Integer | Kind::Long => object([("type", "integer".into())]),
        Kind::Double | Kind::Timestamp(_) => object([("type", "number".into())]),
        Kind::Blob => object([("type", "string".into()), ("contentEncoding", "base64".into())]),
        Kind::String(text) => {
            let mut schema = object([("type", "string".into())]);
            // AWS may list a value tomorrow, so a list is a hint for editors and no limit.
            if let Values::Modeled(values) | Values::Documented(values) = text.values {
                let listed = object([("enum", strings(values))]);
                schema.insert("anyOf", vec![listed.into(), object([("type", "string".into())]).into()]);
            }
            if let Some(pattern) = text.pattern {
                schema.insert("pattern", pattern);
            }
            schema
        }
        Kind::List(item) => object([("type", "array".into()), ("items", of_shape(item.shape(), depth + 1).into())]),
        Kind::Map { value, .. } => {
            let values = of_shape(value.shape(), depth + 1);
            object([("type", "object".into()), ("additionalProperties", values.into())])
        }
        Kind::Structure(structure) => of_structure(shape, &structure, depth),
        _ => Map::new(),
    }
}

fn of_structure(shape: &'static Shape, structure: &Structure, depth: usize) -> Map {
    let documentation = Documentation::read();
    let mut properties = Map::new();
    for member in structure.members {
        let mut schema = of_shape(member.target.shape(), depth + 1);
        if let Some(text) = documentation.member(shape, member) {
            schema.insert("description", text);
        }
        properties.insert(member.name, schema);
    }

    let required: Vec<&str> =
        structure.members.iter().filter(|member| member.required).map(|member| member.name).collect();

    let mut schema = object([("type", "object".into())]);
    if let Some(text) = documentation.shape(shape.id) {
        schema.insert("description", text);
    }
    schema.insert("properties", properties);
    if !required.is_empty() {
        schema.insert("required", strings(&required));
    }
    schema.insert("additionalProperties", false);

    let rules: Vec<Document> = structure.rules.rules.iter().filter_map(of_rule).map(Document::Map).collect();
    if !rules.is_empty() {
        schema.insert("allOf", rules);
    }
    schema
}

/// A rule, if it is an error, needs nothing but the structure, and a schema can express both its parts.
fn of_rule(rule: &'static Rule) -> Option<Map> {
    if rule.severity != Severity::Error || rule.each.is_some() || !rule.contexts.is_empty() {
        return None;
    }
    let demand = of_demand(&rule.demand)?;
    let mut schema = object([("$comment", format!("{}: {}", rule.id, rule.reason).into())]);
    if rule.when == Condition::Always {
        for (key, value) in demand.into_entries() {
            schema.insert(key, value);
        }
    } else {
        schema.insert("if", of_condition(&rule.when)?);
        schema.insert("then", demand);
    }
    Some(schema)
}

fn of_condition(condition: &Condition) -> Option<Map> {
    let all = |conditions: &[Condition]| -> Option<Vec<Document>> {
        conditions.iter().map(|condition| of_condition(condition).map(Document::Map)).collect()
    };
    match condition {
        Condition::Always => Some(Map::new()),
        Condition::All(conditions) => Some(object([("allOf", all(conditions)?.into())])),
        Condition::Any(conditions) => Some(object([("anyOf", all(conditions)?.into())])),
        Condition::Not(condition) => Some(object([("not", of_condition(condition)?.into())])),
        Condition::Present(path) => given(path),
        Condition::In { path, values, ignore_case: false, absent, .. } => {
            let holds = within(path, object([("enum", strings(values))]))?;
            // Where the service's default is one of the values, absence counts as having it.
            if *absent == Truth::True {
                return Some(holds);
            }
            Some(object([("allOf", vec![given(path)?.into(), holds.into()].into())]))
        }
        _ => None,
    }
}

fn of_demand(demand: &Demand) -> Option<Map> {
    let bound = |name: &str, value: Option<i128>| value.map(|value| (name.to_owned(), Document::Integer(value)));
    let size = |value: Option<usize>| value.and_then(|value| i128::try_from(value).ok());

    match demand {
        Demand::Require(path) => given(path),
        Demand::NonEmpty(path) => {
            let filled = object([("minLength", 1.into()), ("minItems", 1.into()), ("minProperties", 1.into())]);
            Some(object([("allOf", vec![given(path)?.into(), within(path, filled)?.into()].into())]))
        }
        Demand::Forbid(path) => Some(object([("not", given(path)?.into())])),
        Demand::RequireOneOf(paths) => {
            let given: Option<Vec<Document>> = paths.iter().map(|path| given(path).map(Document::Map)).collect();
            Some(object([("anyOf", given?.into())]))
        }
        Demand::OneOf { path, values, ignore_case: false } => within(path, object([("enum", strings(values))])),
        Demand::NoneOf { path, values, ignore_case: false } => {
            within(path, object([("not", object([("enum", strings(values))]).into())]))
        }
        Demand::Range { path, min, max } => {
            let bounds = [bound("minimum", min.map(i128::from)), bound("maximum", max.map(i128::from))];
            within(path, bounds.into_iter().flatten().collect())
        }
        Demand::Length { path, min, max } => {
            let bounds = [bound("minLength", size(*min)), bound("maxLength", size(*max))];
            within(path, bounds.into_iter().flatten().collect())
        }
        Demand::Count { path, min, max } => {
            let names = ["minItems", "minProperties", "maxItems", "maxProperties"];
            let values = [min, min, max, max];
            let bounds = names.into_iter().zip(values).filter_map(|(name, value)| bound(name, size(*value)));
            within(path, bounds.collect())
        }
        Demand::Arn { path, kinds } => within(path, pattern(&arn_pattern(kinds))),
        Demand::Contains { path, texts } => within(path, pattern(&any_text(texts))),
        Demand::Characters { path, allowed } => {
            let class = allowed.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]");
            within(path, pattern(&format!("^[{class}]*$")))
        }
        _ => None,
    }
}

/// A string with a stage variable, which may become anything.
const STAGE_VARIABLE: &str = "\\$\\{stageVariables\\.";

fn pattern(expression: &str) -> Map {
    object([("pattern", expression.into())])
}

/// The expression for an empty string, one with a stage variable, and an ARN of some kinds.
fn arn_pattern(kinds: &[ArnKind]) -> String {
    let or_any = |text: &str| if text.is_empty() { "[^:]+".to_owned() } else { escaped(text) };
    let of_kind = |kind: &ArnKind| {
        let region = if kind.region.is_empty() { "[^:]*".to_owned() } else { escaped(kind.region) };
        format!("^arn:aws[^:]*:{}:{region}:[^:]*:{}", or_any(kind.service), escaped(kind.resource))
    };
    let kinds: Vec<String> = kinds.iter().map(of_kind).collect();
    format!("^$|{STAGE_VARIABLE}|{}", kinds.join("|"))
}

/// The expression for a string in which one of some texts occurs.
fn any_text(texts: &[&str]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| escaped(text)).collect();
    format!("{STAGE_VARIABLE}|{}", texts.join("|"))
}

/// A string as a regular expression of itself.
fn escaped(text: &str) -> String {
    let mut expression = String::new();
    for c in text.chars() {
        if "\\^$.|?*+()[]{}".contains(c) {
            expression.push('\\');
        }
        expression.push(c);
    }
    expression
}

/// The members on the way of a path that does not branch and starts in the structure.
fn names(path: &MemberPath) -> Option<Vec<&'static str>> {
    let is_plain = path.root == Root::This && !path.steps.is_empty();
    if is_plain { path.steps.iter().map(Step::member_name).collect() } else { None }
}

/// That the value of a path is given.
fn given(path: &MemberPath) -> Option<Map> {
    let mut schema: Option<Map> = None;
    for name in names(path)?.into_iter().rev() {
        let mut outer = object([("required", strings(&[name]))]);
        if let Some(inner) = schema {
            outer.insert("properties", object([(name, inner.into())]));
        }
        schema = Some(outer);
    }
    schema
}

/// That the value of a path, if it is given, matches a schema.
fn within(path: &MemberPath, schema: Map) -> Option<Map> {
    let wrap = |schema: Map, name: &'static str| object([("properties", object([(name, schema.into())]).into())]);
    Some(names(path)?.into_iter().rev().fold(schema, wrap))
}
