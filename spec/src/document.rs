//! JSON documents as [`Value`]s, so that a parsed file or request can be checked like a live structure.

use serde_json::Value as Json;

use crate::path::{Segment, ValuePath};
use crate::shape::{Kind, Member, Shape, Structure};
use crate::value::{Entries, Members, Sequence, ToValue, Value};
use crate::violation::Violation;

/// A JSON value seen as a value of a shape, which decides whether an object is a structure or a map. What does not fit
/// the shape keeps the form that it has in JSON, so that [`check()`](crate::check()) can say so.
#[derive(Debug, Clone)]
pub struct Document<'a>(DocumentNode<'a>);

#[derive(Debug, Clone)]
enum DocumentNode<'a> {
    Opaque,
    Null,
    Boolean(bool),
    Integer(i64),
    Double(f64),
    Text(&'a str),
    List(DocumentItems<'a>),
    Map(DocumentFields<'a>),
    Structure(DocumentFields<'a>),
}

#[derive(Debug, Clone)]
struct DocumentItems<'a>(Vec<Document<'a>>);

/// The members of a structure or the entries of a map, in the order of the document. A name can be one that cannot be
/// seen.
#[derive(Debug, Clone)]
struct DocumentFields<'a>(Vec<(Option<&'a str>, Document<'a>)>);

impl<'a> Document<'a> {
    /// What is said of something that cannot be seen.
    pub const OPAQUE: Self = Self(DocumentNode::Opaque);

    /// The view of a JSON value as a value of `shape`.
    pub fn new(json: &'a Json, shape: &Shape) -> Self {
        Self(match (json, shape.kind) {
            (Json::Object(object), Kind::Structure(structure) | Kind::Union(structure)) => {
                let field = |(name, value): (&'a String, &'a Json)| {
                    let document = match structure.member(name) {
                        Some((_, member)) => Self::new(value, member.target.shape()),
                        None => Self::loose(value),
                    };
                    (Some(name.as_str()), document)
                };
                DocumentNode::Structure(DocumentFields(object.iter().map(field).collect()))
            }
            (Json::Object(object), Kind::Map { value: target, .. }) => {
                let entry =
                    |(key, value): (&'a String, &'a Json)| (Some(key.as_str()), Self::new(value, target.shape()));
                DocumentNode::Map(DocumentFields(object.iter().map(entry).collect()))
            }
            (Json::Array(items), Kind::List(item)) => {
                DocumentNode::List(DocumentItems(items.iter().map(|json| Self::new(json, item.shape())).collect()))
            }
            _ => return Self::loose(json),
        })
    }

    /// The view of a JSON value without a shape: an object is a map.
    fn loose(json: &'a Json) -> Self {
        Self(match json {
            Json::Null => DocumentNode::Null,
            Json::Bool(value) => DocumentNode::Boolean(*value),
            Json::Number(number) => match number.as_i64() {
                Some(integer) => DocumentNode::Integer(integer),
                None => DocumentNode::Double(number.as_f64().unwrap_or(f64::NAN)),
            },
            Json::String(text) => DocumentNode::Text(text),
            Json::Array(items) => DocumentNode::List(DocumentItems(items.iter().map(Self::loose).collect())),
            Json::Object(object) => DocumentNode::Map(DocumentFields(
                object.iter().map(|(key, value)| (Some(key.as_str()), Self::loose(value))).collect(),
            )),
        })
    }

    /// The members of the document, if it is a structure.
    pub fn members(&self) -> Option<&dyn Members> {
        if let DocumentNode::Structure(fields) = &self.0 { Some(fields) } else { None }
    }

    /// Replaces a member of a structure, or the value of a map's entry, by one that cannot be seen. Says whether it was
    /// there.
    pub fn hide(&mut self, name: &str) -> bool {
        let found = self.get_mut(name);
        found.map(|document| *document = Self::OPAQUE).is_some()
    }

    /// Makes the key of a map's entry one that cannot be seen. Says whether it was there.
    pub fn hide_key(&mut self, key: &str) -> bool {
        let DocumentNode::Map(fields) = &mut self.0 else { return false };
        let found = fields.0.iter_mut().find(|(found, _)| *found == Some(key));
        found.map(|(found, _)| *found = None).is_some()
    }

    /// The part of the document under a member or key, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Self> {
        let (DocumentNode::Structure(fields) | DocumentNode::Map(fields)) = &mut self.0 else { return None };
        fields.0.iter_mut().find(|(found, _)| *found == Some(name)).map(|(_, document)| document)
    }

    /// The item of a list, to be changed.
    pub fn item_mut(&mut self, index: usize) -> Option<&mut Self> {
        if let DocumentNode::List(items) = &mut self.0 { items.0.get_mut(index) } else { None }
    }
}

/// Every member of a JSON value, of its structures at any depth, that the shape does not have.
pub fn unknown_members(json: &Json, shape: &Shape) -> Vec<Violation> {
    let mut found = Vec::new();
    collect_unknown(json, shape, &ValuePath::default(), &mut found);
    found
}

fn collect_unknown(json: &Json, shape: &Shape, path: &ValuePath, found: &mut Vec<Violation>) {
    let below = |segment| {
        let mut path = path.clone();
        path.segments.push(segment);
        path
    };
    match (json, shape.kind) {
        (Json::Object(object), Kind::Structure(structure) | Kind::Union(structure)) => {
            for (name, value) in object {
                match structure.member(name) {
                    Some((_, member)) => {
                        collect_unknown(value, member.target.shape(), &below(Segment::Member(member.name)), found);
                    }
                    None => found.push(unknown(path, name, shape, &structure)),
                }
            }
        }
        (Json::Object(object), Kind::Map { value: target, .. }) => {
            for (key, value) in object {
                collect_unknown(value, target.shape(), &below(Segment::Key(key.clone())), found);
            }
        }
        (Json::Array(items), Kind::List(item)) => {
            for (index, value) in items.iter().enumerate() {
                collect_unknown(value, item.shape(), &below(Segment::Index(index)), found);
            }
        }
        _ => {}
    }
}

fn unknown(path: &ValuePath, name: &str, shape: &Shape, structure: &Structure) -> Violation {
    Violation::unknown_member(path.clone(), name, shape.name(), structure)
}

impl ToValue for Document<'_> {
    fn to_value(&self) -> Value<'_> {
        match &self.0 {
            DocumentNode::Opaque => Value::Opaque,
            DocumentNode::Null => Value::Null,
            DocumentNode::Boolean(value) => Value::Boolean(*value),
            DocumentNode::Integer(value) => Value::Integer(*value),
            DocumentNode::Double(value) => Value::Double(*value),
            DocumentNode::Text(text) => Value::Text(text),
            DocumentNode::List(items) => Value::List(items),
            DocumentNode::Map(fields) => Value::Map(fields),
            DocumentNode::Structure(fields) => Value::Structure(fields),
        }
    }
}

impl DocumentFields<'_> {
    fn find(&self, name: &str) -> Value<'_> {
        match self.0.iter().find(|(found, _)| *found == Some(name)) {
            Some((_, document)) => document.to_value(),
            None if self.is_complete() => Value::Absent,
            None => Value::Opaque,
        }
    }
}

impl Sequence for DocumentItems<'_> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn get(&self, index: usize) -> Value<'_> {
        self.0.as_slice().get(index).map_or(Value::Absent, ToValue::to_value)
    }
}

impl Entries for DocumentFields<'_> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn visit<'a>(&'a self, visit: &mut dyn FnMut(Value<'a>, Value<'a>)) {
        for (key, document) in &self.0 {
            visit(key.map_or(Value::Opaque, Value::Text), document.to_value());
        }
    }

    fn get(&self, key: &str) -> Value<'_> {
        self.find(key)
    }

    fn is_complete(&self) -> bool {
        self.0.iter().all(|(key, _)| key.is_some())
    }
}

impl Members for DocumentFields<'_> {
    fn member(&self, _index: usize, name: &str) -> Value<'_> {
        self.find(name)
    }

    fn visit<'a>(&'a self, members: &'static [Member], visit: &mut dyn FnMut(usize, Value<'a>)) {
        for (name, document) in &self.0 {
            if let Some(index) = members.iter().position(|member| Some(member.name) == *name) {
                visit(index, document.to_value());
            }
        }
    }
}
