//! Applies an expression to a value. Results borrow from the value where they are part of it.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::document::{Document, Map};
use crate::jmespath::argument::{Argument, JmespathResult};
use crate::jmespath::compare::{equal, is_false, is_number, order};
use crate::jmespath::functions;
use crate::jmespath::parser::Ast;

const NULL: Cow<'static, Document> = Cow::Borrowed(&Document::Null);

/// Applies an expression to a value.
pub(crate) fn evaluate<'v>(node: &'v Ast, value: &'v Document) -> JmespathResult<'v> {
    match node {
        Ast::Current => Ok(Cow::Borrowed(value)),
        Ast::Field(name) => Ok(value.map().and_then(|map| map.get(name)).map_or(NULL, Cow::Borrowed)),
        Ast::Index(index) => Ok(item(value, *index).map_or(NULL, Cow::Borrowed)),
        Ast::Slice(parts) => slice(value, *parts),
        Ast::Literal(literal) => Ok(Cow::Borrowed(literal)),
        Ast::Chain(parts) => parts.iter().try_fold(Cow::Borrowed(value), |current, part| apply(part, current)),
        Ast::Projection(left, right) => match evaluate(left, value)? {
            Cow::Borrowed(Document::List(items)) => project(items.iter().map(Cow::Borrowed), right),
            Cow::Owned(Document::List(items)) => project(items.into_iter().map(Cow::Owned), right),
            _ => Ok(NULL),
        },
        Ast::ValueProjection(left, right) => match evaluate(left, value)? {
            Cow::Borrowed(Document::Map(map)) => project(map.iter().map(|(_, value)| Cow::Borrowed(value)), right),
            Cow::Owned(Document::Map(map)) => project(map.into_entries().map(|(_, value)| Cow::Owned(value)), right),
            _ => Ok(NULL),
        },
        Ast::FilterProjection(left, right, condition) => match evaluate(left, value)? {
            Cow::Borrowed(Document::List(items)) => {
                project(filter(items.iter().map(Cow::Borrowed), condition)?.into_iter(), right)
            }
            Cow::Owned(Document::List(items)) => {
                project(filter(items.into_iter().map(Cow::Owned), condition)?.into_iter(), right)
            }
            _ => Ok(NULL),
        },
        Ast::Flatten(inside) => Ok(flatten(evaluate(inside, value)?)),
        Ast::Comparison(name, left, right) => {
            let (left, right) = (evaluate(left, value)?, evaluate(right, value)?);
            compare(name, &left, &right)
        }
        Ast::Or(parts) => until(parts, value, |result| !is_false(result)),
        Ast::And(parts) => until(parts, value, is_false),
        Ast::Not(inside) => {
            let result = evaluate(inside, value)?;
            Ok(Cow::Owned(Document::Boolean(!is_number(&result) && is_false(&result))))
        }
        Ast::List(_) | Ast::Map(_) if *value == Document::Null => Ok(NULL),
        Ast::List(nodes) => {
            let results = nodes.iter().map(|node| evaluate(node, value).map(Cow::into_owned));
            Ok(Cow::Owned(Document::List(results.collect::<Result<_, _>>()?)))
        }
        Ast::Map(pairs) => {
            let mut map = Map::new();
            for (name, node) in pairs {
                map.insert(name.as_str(), evaluate(node, value)?.into_owned());
            }
            Ok(Cow::Owned(Document::Map(map)))
        }
        Ast::Call(name, nodes) => {
            let argument = |node: &'v Ast| match node {
                Ast::Reference(inside) => Ok(Argument::Expression(Box::new(|item| evaluate_owned(inside, item)))),
                _ => evaluate(node, value).map(Argument::Value),
            };
            functions::call(name, nodes.iter().map(argument).collect::<Result<_, _>>()?)
        }
        Ast::Reference(_) => Ok(NULL),
    }
}

/// Applies an expression to an intermediate result.
fn apply<'v>(node: &'v Ast, value: Cow<'v, Document>) -> JmespathResult<'v> {
    match value {
        Cow::Borrowed(value) => evaluate(node, value),
        Cow::Owned(value) => Ok(Cow::Owned(evaluate(node, &value)?.into_owned())),
    }
}

/// Applies an expression to a value that the result does not borrow.
fn evaluate_owned(node: &Ast, value: &Document) -> Result<Document, String> {
    evaluate(node, value).map(Cow::into_owned)
}

/// Applies an expression to each item and keeps the results that are not null.
fn project<'v>(items: impl Iterator<Item = Cow<'v, Document>>, node: &'v Ast) -> JmespathResult<'v> {
    let mut results = Vec::new();
    for item in items {
        let result = apply(node, item)?;
        if *result != Document::Null {
            results.push(result.into_owned());
        }
    }
    Ok(Cow::Owned(Document::List(results)))
}

fn filter<'v>(
    items: impl Iterator<Item = Cow<'v, Document>>,
    condition: &Ast,
) -> Result<Vec<Cow<'v, Document>>, String> {
    let mut passed = Vec::new();
    for item in items {
        if !is_false(&evaluate_owned(condition, &item)?) {
            passed.push(item);
        }
    }
    Ok(passed)
}

/// The result of the first part that `ends`, or of the last.
fn until<'v>(parts: &'v [Ast], value: &'v Document, ends: fn(&Document) -> bool) -> JmespathResult<'v> {
    let mut result = NULL;
    for part in parts {
        result = evaluate(part, value)?;
        if ends(&result) {
            break;
        }
    }
    Ok(result)
}

fn item(value: &Document, index: i128) -> Option<&Document> {
    let Document::List(items) = value else { return None };
    let length = i128::try_from(items.len()).ok()?;
    let index = if index < 0 { index + length } else { index };
    items.get(usize::try_from(index).ok()?)
}

fn flatten(value: Cow<'_, Document>) -> Cow<'_, Document> {
    let Document::List(items) = value.into_owned() else { return NULL };
    let mut merged = Vec::with_capacity(items.len());
    for item in items {
        match item {
            Document::List(items) => merged.extend(items),
            item => merged.push(item),
        }
    }
    Cow::Owned(Document::List(merged))
}

/// A slice as in Python.
fn slice(value: &Document, [from, to, step]: [Option<i128>; 3]) -> JmespathResult<'_> {
    let Document::List(items) = value else { return Ok(NULL) };
    let step = step.unwrap_or(1);
    if step == 0 {
        return Err("slice step cannot be zero".to_owned());
    }
    let length = i128::try_from(items.len()).unwrap_or(i128::MAX);
    let is_forward = step > 0;
    let (min, max) = if is_forward { (0, length) } else { (-1, length - 1) };
    let bound = |given: Option<i128>, default: i128| match given {
        None => default,
        Some(index) if index < 0 => (index.saturating_add(length)).clamp(min, max),
        Some(index) => index.clamp(min, max),
    };
    let (mut at, end) =
        if is_forward { (bound(from, 0), bound(to, length)) } else { (bound(from, max), bound(to, -1)) };
    let mut taken = Vec::new();
    while if is_forward { at < end } else { at > end } {
        taken.extend(usize::try_from(at).ok().and_then(|at| items.get(at)).cloned());
        at = at.saturating_add(step);
    }
    Ok(Cow::Owned(Document::List(taken)))
}

fn compare<'v>(name: &str, left: &Document, right: &Document) -> JmespathResult<'v> {
    let is_comparable = |value: &Document| is_number(value) || matches!(value, Document::Text(_));
    let (operator, holds): (&str, fn(Ordering) -> bool) = match name {
        "eq" => return Ok(Cow::Owned(Document::Boolean(equal(left, right)))),
        "ne" => return Ok(Cow::Owned(Document::Boolean(!equal(left, right)))),
        _ if !is_comparable(left) || !is_comparable(right) => return Ok(NULL),
        "lt" => ("<", Ordering::is_lt),
        "lte" => ("<=", Ordering::is_le),
        "gt" => (">", Ordering::is_gt),
        _ => (">=", Ordering::is_ge),
    };
    Ok(Cow::Owned(Document::Boolean(order(operator, left, right)?.is_some_and(holds))))
}
