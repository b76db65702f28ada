//! What is asked of every generated type, and documents to ask it with.

use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::str::FromStr;

use apigw_model::{OpenEnum, Operation, Structured, Validate};
use apigw_spec::secrecy::Secrecy;
use apigw_spec::{Kind, Member, Shape};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

/// Is called with every generated type by [`every`](crate::every). The bounds are part of what is tested.
pub trait Visit {
    /// A structure, whose shape has this name.
    fn structure<T>(&mut self, name: &str)
    where
        T: Structured + Validate + Serialize + DeserializeOwned + Debug + Clone + PartialEq + Send + Sync + Unpin;

    /// An enumeration, whose shape has this name.
    fn enumeration<T>(&mut self, name: &str)
    where
        T: OpenEnum + Serialize + DeserializeOwned + Debug + Display + FromStr + Ord + Hash + Send + Sync + Unpin;

    /// An operation of this name.
    fn operation<T>(&mut self, name: &str)
    where
        T: Operation + Serialize + DeserializeOwned + Debug + Clone + PartialEq + Send + Sync + Unpin;
}

/// The text of every sensitive member in a [`document`].
pub const SECRET: &str = "TOP SECRET";

/// A document of a shape in which everything is given: every member, two items a list, one entry a map. Structures
/// inside themselves are left out.
pub fn document(shape: &Shape, name: &dyn Fn(&Member) -> &'static str) -> Value {
    within(shape, name, &mut Vec::new())
}

fn within(shape: &Shape, name: &dyn Fn(&Member) -> &'static str, open: &mut Vec<&'static str>) -> Value {
    match shape.kind {
        Kind::Boolean => json!(true),
        Kind::Integer | Kind::Long => json!(7),
        Kind::Double => json!(1.5),
        Kind::Timestamp(_) => json!(1_700_000_000.5),
        Kind::Blob => json!("Ynl0ZXM="),
        Kind::String(text) => json!(text.values.listed().and_then(<[_]>::last).unwrap_or(&"text")),
        Kind::List(item) if open.contains(&item.shape().id) => json!([]),
        Kind::List(item) => json!([within(item.shape(), name, open), within(item.shape(), name, open)]),
        Kind::Map { value, .. } if open.contains(&value.shape().id) => json!({}),
        Kind::Map { value, .. } => json!({"a key": within(value.shape(), name, open)}),
        Kind::Structure(structure) => {
            open.push(shape.id);
            let members = structure.members.iter().filter(|member| !open.contains(&member.target.shape().id));
            let members: Vec<&Member> = members.collect();
            let document: Map<String, Value> = members
                .into_iter()
                .map(|member| {
                    let is_secret =
                        member.secrecy == Secrecy::Whole && matches!(member.target.shape().kind, Kind::String(_));
                    let value = if is_secret { json!(SECRET) } else { within(member.target.shape(), name, open) };
                    (name(member).to_owned(), value)
                })
                .collect();
            open.pop();
            Value::Object(document)
        }
        _ => Value::Null,
    }
}
