//! The output of a call, as the service answers it.

use apigw_cli_text::document::{Document, Map};
use apigw_engine::Outcome;
use apigw_spec::Operation;

/// The header that an answer to a failed call has; it has no other.
const ERROR_TYPE: &str = "x-amzn-ErrorType";

/// The output, with the members of its shape in their order.
pub(super) fn output(outcome: &Outcome, latency: u128, operation: &Operation) -> Map {
    let headers: Vec<(&str, &str)> = outcome
        .response
        .headers
        .iter()
        .filter(|(name, _)| outcome.fault.is_none() || name.eq_ignore_ascii_case(ERROR_TYPE))
        .collect();
    let latency = i128::try_from(latency).unwrap_or(i128::MAX);
    let members = operation.output.map_or(&[] as &[_], |target| target.shape().members());

    let mut output = Map::new();
    for member in members {
        let value = match member.name {
            "status" => Document::Integer(outcome.response.status.into()),
            "body" => Document::Text(outcome.response.text()),
            "headers" => Document::Map(last_values(&headers)),
            "multiValueHeaders" => Document::Map(all_values(&headers)),
            "log" => Document::Text(outcome.log.clone()),
            "latency" => Document::Integer(latency),
            _ => continue,
        };
        output.insert(member.name, value);
    }
    output
}

fn last_values(headers: &[(&str, &str)]) -> Map {
    headers.iter().map(|(name, value)| (*name, *value)).collect()
}

fn all_values(headers: &[(&str, &str)]) -> Map {
    let mut all = Map::new();
    for (name, value) in headers {
        let value = Document::from(*value);
        match all.get_mut(name) {
            Some(Document::List(values)) => values.push(value),
            _ => all.insert(*name, Document::List(vec![value])),
        }
    }
    all
}
