//! The functions of the language.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::document::{Document, Map};
use crate::jmespath::argument::{Argument, ExpressionFn, JmespathResult};
use crate::jmespath::compare::{order, same, total_order};
use crate::json;
use crate::python::{number, repr};

/// A function: its name, the types of its arguments as messages list them, and whether the last can be repeated.
struct Function {
    name: &'static str,
    arguments: &'static [&'static [&'static str]],
    is_variadic: bool,
    run: fn(&mut Arguments<'_>) -> Result<Document, String>,
}

const ANY: &[&str] = &[];
const STRING: &[&str] = &["string"];
const NUMBER: &[&str] = &["number"];
const OBJECT: &[&str] = &["object"];
const ARRAY: &[&str] = &["array"];
const NUMBERS: &[&str] = &["array-number"];
const EXPRESSION: &[&str] = &["expref"];
const ORDERED: &[&str] = &["array-number", "array-string"];

const FUNCTIONS: &[Function] = &[
    function("abs", &[NUMBER], |a| Ok(whole_or_real(&a.value(), i128::saturating_abs, f64::abs))),
    function("avg", &[NUMBERS], |a| Ok(average(&a.list()))),
    function("ceil", &[NUMBER], |a| Ok(to_whole(whole_or_real(&a.value(), |n| n, f64::ceil)))),
    function("contains", &[&["array", "string"], ANY], contains),
    function("ends_with", &[STRING, STRING], |a| {
        let (text, part) = (a.text(), a.text());
        Ok(text.ends_with(&part).into())
    }),
    function("floor", &[NUMBER], |a| Ok(to_whole(whole_or_real(&a.value(), |n| n, f64::floor)))),
    function("join", &[STRING, &["array-string"]], |a| {
        let separator = a.text();
        let texts: Vec<String> = a.list().iter().map(repr::plain).collect();
        Ok(Document::Text(texts.join(&separator)))
    }),
    function("keys", &[OBJECT], |a| Ok(Document::List(a.map().iter().map(|(key, _)| key.into()).collect()))),
    function("length", &[&["string", "array", "object"]], |a| Ok(length(&a.value()))),
    function("map", &[EXPRESSION, ARRAY], |a| {
        let (expression, items) = (a.expression(), a.list());
        let results = items.iter().map(|item| apply(expression.as_ref(), item));
        Ok(Document::List(results.collect::<Result<_, _>>()?))
    }),
    function("max", &[ORDERED], |a| best(a.list(), None, Ordering::Greater)),
    function("max_by", &[ARRAY, EXPRESSION], |a| best_by(a, "max_by", Ordering::Greater)),
    variadic("merge", &[OBJECT], |a| {
        let mut merged = Map::new();
        while a.is_left() {
            // The library checks the type of the first argument only and fails on the others.
            match a.value() {
                Document::Map(map) => map.into_entries().for_each(|(key, value)| merged.insert(key, value)),
                Document::Text(text) if text.is_empty() => {}
                Document::List(items) if items.is_empty() => {}
                Document::Text(_) => {
                    return Err("dictionary update sequence element #0 has length 1; 2 is required".to_owned());
                }
                Document::List(_) => {
                    return Err("cannot convert dictionary update sequence element #0 to a sequence".to_owned());
                }
                other => return Err(format!("'{}' object is not iterable", repr::class(&other))),
            }
        }
        Ok(Document::Map(merged))
    }),
    function("min", &[ORDERED], |a| best(a.list(), None, Ordering::Less)),
    function("min_by", &[ARRAY, EXPRESSION], |a| best_by(a, "min_by", Ordering::Less)),
    variadic("not_null", &[ANY], |a| {
        let mut found = Document::Null;
        while a.is_left() && found == Document::Null {
            found = a.value();
        }
        Ok(found)
    }),
    function("reverse", &[&["array", "string"]], |a| {
        Ok(match a.value() {
            Document::List(items) => Document::List(items.into_iter().rev().collect()),
            value => Document::Text(value.text().unwrap_or_default().chars().rev().collect()),
        })
    }),
    function("sort", &[&["array-string", "array-number"]], |a| {
        let items = a.list();
        let keys = items.clone();
        Ok(sorted(items, keys))
    }),
    function("sort_by", &[ARRAY, EXPRESSION], sort_by),
    function("starts_with", &[STRING, STRING], |a| {
        let (text, part) = (a.text(), a.text());
        Ok(text.starts_with(&part).into())
    }),
    function("sum", &[NUMBERS], |a| Ok(sum(&a.list()))),
    function("to_array", &[ANY], |a| {
        Ok(match a.value() {
            list @ Document::List(_) => list,
            value => Document::List(vec![value]),
        })
    }),
    function("to_number", &[ANY], |a| {
        Ok(match a.value() {
            value @ (Document::Integer(_) | Document::Double(_)) => value,
            Document::Text(text) => number::integer(&text)
                .map(Document::Integer)
                .or_else(|| number::double(&text).map(Document::Double))
                .unwrap_or(Document::Null),
            _ => Document::Null,
        })
    }),
    function("to_string", &[ANY], |a| {
        Ok(match a.value() {
            text @ Document::Text(_) => text,
            value => Document::Text(json::compact(&value)),
        })
    }),
    function("type", &[ANY], |a| Ok(type_of(&a.value()).into())),
    function("values", &[OBJECT], |a| Ok(Document::List(a.map().into_entries().map(|(_, value)| value).collect()))),
];

type Run = fn(&mut Arguments<'_>) -> Result<Document, String>;

const fn function(name: &'static str, arguments: &'static [&'static [&'static str]], run: Run) -> Function {
    Function { name, arguments, is_variadic: false, run }
}

const fn variadic(name: &'static str, arguments: &'static [&'static [&'static str]], run: Run) -> Function {
    Function { name, arguments, is_variadic: true, run }
}

/// Calls a function.
pub(crate) fn call<'v>(name: &str, arguments: Vec<Argument<'v>>) -> JmespathResult<'v> {
    let function = FUNCTIONS.iter().find(|function| function.name == name);
    let function = function.ok_or_else(|| format!("Unknown function: {name}()"))?;
    let (wanted, given) = (function.arguments.len(), arguments.len());
    if given < wanted || (given > wanted && !function.is_variadic) {
        let least = if function.is_variadic { "at least " } else { "" };
        let plural = if wanted == 1 { "" } else { "s" };
        return Err(format!("Expected {least}{wanted} argument{plural} for function {name}(), received {given}"));
    }
    for (argument, types) in arguments.iter().zip(function.arguments) {
        check(name, argument, types)?;
    }
    (function.run)(&mut Arguments { rest: arguments.into_iter() }).map(Cow::Owned)
}

/// The arguments of a call, consumed in order. Their types were checked.
struct Arguments<'v> {
    rest: std::vec::IntoIter<Argument<'v>>,
}

impl<'v> Arguments<'v> {
    fn is_left(&self) -> bool {
        self.rest.len() > 0
    }

    fn value(&mut self) -> Document {
        match self.rest.next() {
            Some(Argument::Value(value)) => value.into_owned(),
            _ => Document::Null,
        }
    }

    fn text(&mut self) -> String {
        if let Document::Text(text) = self.value() { text } else { String::new() }
    }

    fn list(&mut self) -> Vec<Document> {
        if let Document::List(items) = self.value() { items } else { Vec::new() }
    }

    fn map(&mut self) -> Map {
        if let Document::Map(map) = self.value() { map } else { Map::new() }
    }

    fn expression(&mut self) -> Option<ExpressionFn<'v>> {
        if let Some(Argument::Expression(expression)) = self.rest.next() { Some(expression) } else { None }
    }
}

fn type_of(value: &Document) -> &'static str {
    match value {
        Document::Null => "null",
        Document::Boolean(_) => "boolean",
        Document::Integer(_) | Document::Double(_) => "number",
        Document::Text(_) | Document::Bytes(_) | Document::Date(_) => "string",
        Document::List(_) => "array",
        Document::Map(_) => "object",
    }
}

fn check(name: &str, argument: &Argument<'_>, types: &[&str]) -> Result<(), String> {
    let wrong = |shown: &str, received: &str| {
        let types: Vec<String> = types.iter().map(|text| repr::text(text)).collect();
        Err(format!(
            "In function {name}(), invalid type for value: {shown}, expected one of: [{}], received: \"{received}\"",
            types.join(", ")
        ))
    };

    let Argument::Value(value) = argument else {
        let is_allowed = types.is_empty() || types.contains(&"expref");
        return if is_allowed { Ok(()) } else { wrong("an expression", "expref") };
    };

    let found = type_of(value);
    if !types.is_empty() && !types.iter().any(|allowed| allowed.split('-').next() == Some(found)) {
        return wrong(&repr::plain(value), found);
    }

    let Document::List(items) = &**value else { return Ok(()) };
    let mut inside: Vec<&str> = types.iter().filter_map(|allowed| allowed.strip_prefix("array-")).collect();
    if let (true, Some(first)) = (inside.len() > 1, items.first()) {
        inside.retain(|allowed| *allowed == type_of(first));
        if inside.is_empty() {
            return wrong(&repr::plain(first), repr::class(first));
        }
    }

    match items.iter().find(|item| !inside.is_empty() && !inside.contains(&type_of(item))) {
        Some(item) => wrong(&repr::plain(item), repr::class(item)),
        None => Ok(()),
    }
}

fn whole_or_real(value: &Document, whole: fn(i128) -> i128, real: fn(f64) -> f64) -> Document {
    match value {
        Document::Integer(value) => Document::Integer(whole(*value)),
        Document::Double(value) => Document::Double(real(*value)),
        other => other.clone(),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a real number beyond 128 bits becomes the nearest whole one")]
fn to_whole(value: Document) -> Document {
    match value {
        Document::Double(value) if value.is_finite() => Document::Integer(value as i128),
        other => other,
    }
}

#[expect(clippy::cast_precision_loss, reason = "sums are real as soon as one part is")]
fn sum(items: &[Document]) -> Document {
    items.iter().fold(Document::Integer(0), |total, item| match (total, item) {
        (Document::Integer(total), Document::Integer(item)) => Document::Integer(total.saturating_add(*item)),
        (Document::Integer(total), Document::Double(item)) => Document::Double(total as f64 + item),
        (Document::Double(total), Document::Integer(item)) => Document::Double(total + *item as f64),
        (Document::Double(total), Document::Double(item)) => Document::Double(total + item),
        (total, _) => total,
    })
}

#[expect(clippy::cast_precision_loss, reason = "an average is a real number")]
fn average(items: &[Document]) -> Document {
    if items.is_empty() {
        return Document::Null;
    }
    let count = items.len() as f64;
    match sum(items) {
        Document::Integer(total) => Document::Double(total as f64 / count),
        Document::Double(total) => Document::Double(total / count),
        other => other,
    }
}

fn length(value: &Document) -> Document {
    let length = match value {
        Document::Text(text) => text.chars().count(),
        Document::List(items) => items.len(),
        Document::Map(map) => map.len(),
        _ => 0,
    };
    Document::Integer(i128::try_from(length).unwrap_or(i128::MAX))
}

fn contains(arguments: &mut Arguments<'_>) -> Result<Document, String> {
    let (subject, search) = (arguments.value(), arguments.value());
    match (&subject, &search) {
        (Document::List(items), _) => Ok(items.iter().any(|item| same(item, &search)).into()),
        (Document::Text(text), Document::Text(part)) => Ok(text.contains(part.as_str()).into()),
        _ => Err(format!("'in <string>' requires string as left operand, not {}", repr::class(&search))),
    }
}

/// Applies an expression to an item; without one the result is null.
fn apply(expression: Option<&ExpressionFn<'_>>, item: &Document) -> Result<Document, String> {
    expression.map_or(Ok(Document::Null), |expression| expression(item))
}

/// The keys that an expression gives for the items: all numbers or all strings.
fn keys(
    items: &[Document],
    expression: Option<&ExpressionFn<'_>>,
    name: &str,
    allowed: &[&str],
) -> Result<Vec<Document>, String> {
    let key = |item: &Document| {
        let key = apply(expression, item)?;
        if allowed.contains(&type_of(&key)) {
            return Ok(key);
        }
        let types: Vec<String> = allowed.iter().map(|text| repr::text(text)).collect();
        Err(format!(
            "In function {name}(), invalid type for value: {}, expected one of: [{}], received: \"{}\"",
            repr::plain(&key),
            types.join(", "),
            type_of(&key)
        ))
    };
    items.iter().map(key).collect()
}

fn best_by(arguments: &mut Arguments<'_>, name: &str, wanted: Ordering) -> Result<Document, String> {
    let items = arguments.list();
    let keys = keys(&items, arguments.expression().as_ref(), name, &["number", "string"])?;
    best(items, Some(keys), wanted)
}

/// The first item whose key is the greatest or least.
fn best(items: Vec<Document>, keys: Option<Vec<Document>>, wanted: Ordering) -> Result<Document, String> {
    let operator = if wanted.is_gt() { ">" } else { "<" };
    let keys = keys.unwrap_or_else(|| items.clone());
    let mut found: Option<(Document, Document)> = None;
    for (item, key) in items.into_iter().zip(keys) {
        let is_better = match &found {
            None => true,
            Some((_, best)) => order(operator, &key, best)? == Some(wanted),
        };
        if is_better {
            found = Some((item, key));
        }
    }
    Ok(found.map_or(Document::Null, |(item, _)| item))
}

fn sort_by(arguments: &mut Arguments<'_>) -> Result<Document, String> {
    let items = arguments.list();
    let expression = arguments.expression();
    let Some(first) = items.first() else { return Ok(Document::List(items)) };
    let required = type_of(&apply(expression.as_ref(), first)?);
    if !matches!(required, "number" | "string") {
        return Err(format!(
            "In function sort_by(), invalid type for value: {}, expected one of: ['string', 'number'], received: \
             \"{required}\"",
            repr::plain(first)
        ));
    }
    let keys = keys(&items, expression.as_ref(), "sort_by", &[required])?;
    Ok(sorted(items, keys))
}

/// The items in the order of their keys: all numbers or all strings.
fn sorted(items: Vec<Document>, keys: Vec<Document>) -> Document {
    let compare = total_order(&keys);
    let mut pairs: Vec<(Document, Document)> = keys.into_iter().zip(items).collect();
    pairs.sort_by(|(left, _), (right, _)| compare(left, right));
    Document::List(pairs.into_iter().map(|(_, item)| item).collect())
}
