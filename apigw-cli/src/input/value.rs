//! A request's members as the client and the rules see them.

use apigw_cli_text::document::{Document, Map};
use apigw_spec::value::{Entries, Members, Sequence, ToValue, Value};
use apigw_spec::{Kind, Member, Shape};
use serde_json::Value as Json;

/// The members of an input, each with the form that its shape gives it, in the order of the document.
#[derive(Debug, Clone)]
pub(crate) struct InputValue {
    fields: InputFields,
    members: &'static [Member],
}

/// A value inside an input.
#[derive(Debug, Clone)]
pub(crate) enum InputNode {
    /// Any value: a script decides it when it runs.
    Unknown,
    /// Nothing.
    Null,
    /// A boolean.
    Boolean(bool),
    /// An integer.
    Integer(i64),
    /// A floating point number.
    Double(f64),
    /// A string.
    Text(String),
    /// Bytes.
    Blob(Vec<u8>),
    /// A list.
    List(InputItems),
    /// A map.
    Map(InputFields),
    /// A structure.
    Structure(InputFields),
}

/// The items of a list.
#[derive(Debug, Clone)]
pub(crate) struct InputItems(Vec<InputNode>);

/// The entries of a map or the members of a structure.
#[derive(Debug, Clone)]
pub(crate) struct InputFields {
    entries: Vec<(InputKey, InputNode)>,
    /// Whether there may be more than these.
    is_open: bool,
}

#[derive(Debug, Clone, PartialEq)]
enum InputKey {
    Known(String),
    Unknown,
}

impl InputKey {
    fn is(&self, name: &str) -> bool {
        matches!(self, Self::Known(known) if known == name)
    }
}

impl InputValue {
    /// The input with these members.
    pub(crate) fn new(members: &Map, shape: &'static Shape) -> Self {
        let fields = structure(members, shape.members(), Sight::Whole);
        Self { fields, members: shape.members() }
    }

    /// The input of a call in a script, as far as its members are known. If it `is_open`, it may have more members.
    pub(crate) fn partly_known(members: Vec<(String, InputNode)>, shape: &'static Shape, is_open: bool) -> Self {
        let entries = members.into_iter().map(|(name, node)| (InputKey::Known(name), node)).collect();
        Self { fields: InputFields { entries, is_open }, members: shape.members() }
    }

    /// Sets a member, or removes it.
    pub(crate) fn set(&mut self, name: &str, value: Option<&Document>) {
        let entries = &mut self.fields.entries;
        let Some(value) = value else { return entries.retain(|(found, _)| !found.is(name)) };

        let member = self.members.iter().find(|member| member.name == name);
        let node = node(value, member.map(|member| member.target.shape()), Sight::Whole);
        match entries.iter_mut().find(|(found, _)| found.is(name)) {
            Some((_, found)) => *found = node,
            None => entries.push((InputKey::Known(name.to_owned()), node)),
        }
    }
}

impl InputNode {
    /// A value of a shape.
    pub(crate) fn new(value: &Document, shape: &'static Shape) -> Self {
        node(value, Some(shape), Sight::Whole)
    }

    /// A structure that has these members and no others.
    pub(crate) fn structure(members: Vec<(String, Self)>) -> Self {
        let entries = members.into_iter().map(|(name, node)| (InputKey::Known(name), node)).collect();
        Self::Structure(InputFields { entries, is_open: false })
    }

    /// The value as JSON. What is unknown is null, and so are bytes.
    pub(crate) fn to_json(&self) -> Json {
        let object = |fields: &InputFields| {
            let entry = |(key, node): &(InputKey, Self)| match key {
                InputKey::Known(name) => Some((name.clone(), node.to_json())),
                InputKey::Unknown => None,
            };
            Json::Object(fields.entries.iter().filter_map(entry).collect())
        };
        match self {
            Self::Unknown | Self::Null | Self::Blob(_) => Json::Null,
            Self::Boolean(value) => (*value).into(),
            Self::Integer(value) => (*value).into(),
            Self::Double(value) => (*value).into(),
            Self::Text(text) => text.as_str().into(),
            Self::List(items) => items.0.iter().map(Self::to_json).collect(),
            Self::Map(fields) | Self::Structure(fields) => object(fields),
        }
    }

    /// A value in a script. Strings that contain the character `stand_in` are unknown.
    pub(crate) fn in_script(value: &Document, shape: Option<&'static Shape>, stand_in: Option<char>) -> Self {
        node(value, shape, Sight::Script { stand_in })
    }
}

/// How much of a document is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sight {
    /// All of it.
    Whole,
    /// Only what a script shows. Strings with the stand-in are unknown.
    Script {
        /// The character that stands for unknown text.
        stand_in: Option<char>,
    },
}

impl Sight {
    fn is_unknown(self, text: &str) -> bool {
        matches!(self, Self::Script { stand_in: Some(stand_in) } if text.contains(stand_in))
    }

    fn hides(self, value: &Document, shape: Option<&'static Shape>) -> bool {
        let is_unknown = |value: &Document| value.text().is_some_and(|text| self.is_unknown(text));
        match value {
            // Two versions of the AWS CLI read the text of a blob as different bytes.
            _ if self != Self::Whole && shape.is_some_and(|shape| matches!(shape.kind, Kind::Blob)) => true,
            // An unknown item can be several.
            Document::List(items) => items.iter().any(is_unknown),
            value => is_unknown(value),
        }
    }

    /// Whether a map can have more entries than the script shows: an expansion can contain a comma or a quote.
    fn opens(self, map: &Map) -> bool {
        map.iter().any(|(key, value)| self.is_unknown(key) || self.hides(value, None))
    }

    fn key(self, key: &str) -> InputKey {
        if self.is_unknown(key) { InputKey::Unknown } else { InputKey::Known(key.to_owned()) }
    }
}

fn structure(map: &Map, members: &'static [Member], sight: Sight) -> InputFields {
    let field = |(name, value): (&str, &Document)| {
        let member = members.iter().find(|member| member.name == name);
        (sight.key(name), node(value, member.map(|member| member.target.shape()), sight))
    };
    InputFields { entries: map.iter().map(field).collect(), is_open: sight.opens(map) }
}

#[expect(clippy::cast_precision_loss, reason = "the service takes no number beyond 64 bits, exact or not")]
fn node(value: &Document, shape: Option<&'static Shape>, sight: Sight) -> InputNode {
    let kind = shape.map(|shape| shape.kind);
    if sight.hides(value, shape) {
        return InputNode::Unknown;
    }

    match (value, kind) {
        (Document::Null, _) => InputNode::Null,
        (Document::Boolean(value), _) => InputNode::Boolean(*value),
        (Document::Integer(value), _) => {
            i64::try_from(*value).map_or(InputNode::Double(*value as f64), InputNode::Integer)
        }
        (Document::Double(value), _) => InputNode::Double(*value),
        (Document::Text(text), _) => InputNode::Text(text.clone()),
        (Document::Bytes(bytes), _) => InputNode::Blob(bytes.clone()),
        (Document::Date(date), _) => InputNode::Text(date.text.clone()),
        (Document::List(items), _) => {
            let item = if let Some(Kind::List(item)) = kind { Some(item.shape()) } else { None };
            InputNode::List(InputItems(items.iter().map(|value| node(value, item, sight)).collect()))
        }
        (Document::Map(map), Some(Kind::Structure(found))) => {
            InputNode::Structure(structure(map, found.members, sight))
        }
        (Document::Map(map), _) => {
            let target = if let Some(Kind::Map { value, .. }) = kind { Some(value.shape()) } else { None };
            let entries = map.iter().map(|(key, value)| (sight.key(key), node(value, target, sight))).collect();
            InputNode::Map(InputFields { entries, is_open: sight.opens(map) })
        }
    }
}

impl ToValue for InputNode {
    fn to_value(&self) -> Value<'_> {
        match self {
            Self::Unknown => Value::Opaque,
            Self::Null => Value::Null,
            Self::Boolean(value) => Value::Boolean(*value),
            Self::Integer(value) => Value::Integer(*value),
            Self::Double(value) => Value::Double(*value),
            Self::Text(text) => Value::Text(text),
            Self::Blob(bytes) => Value::Blob(bytes),
            Self::List(items) => Value::List(items),
            Self::Map(fields) => Value::Map(fields),
            Self::Structure(fields) => Value::Structure(fields),
        }
    }
}

impl InputFields {
    fn find(&self, name: &str) -> Value<'_> {
        let found = self.entries.iter().find(|(found, _)| found.is(name));
        let otherwise = if self.is_open { Value::Opaque } else { Value::Absent };
        found.map_or(otherwise, |(_, node)| node.to_value())
    }
}

impl Sequence for InputItems {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn get(&self, index: usize) -> Value<'_> {
        self.0.as_slice().get(index).map_or(Value::Absent, ToValue::to_value)
    }
}

impl Entries for InputFields {
    fn len(&self) -> usize {
        self.entries.len()
    }

    fn visit<'a>(&'a self, visit: &mut dyn FnMut(Value<'a>, Value<'a>)) {
        for (key, node) in &self.entries {
            let key = match key {
                InputKey::Known(key) => Value::Text(key),
                InputKey::Unknown => Value::Opaque,
            };
            visit(key, node.to_value());
        }
    }

    fn get(&self, key: &str) -> Value<'_> {
        self.find(key)
    }

    fn is_complete(&self) -> bool {
        !self.is_open
    }
}

impl Members for InputFields {
    fn member(&self, _index: usize, name: &str) -> Value<'_> {
        self.find(name)
    }

    fn visit<'a>(&'a self, members: &'static [Member], visit: &mut dyn FnMut(usize, Value<'a>)) {
        for (name, node) in &self.entries {
            if let Some(index) = members.iter().position(|member| name.is(member.name)) {
                visit(index, node.to_value());
            }
        }
    }
}

impl Members for InputValue {
    fn member(&self, index: usize, name: &str) -> Value<'_> {
        self.fields.member(index, name)
    }

    fn visit<'a>(&'a self, members: &'static [Member], visit: &mut dyn FnMut(usize, Value<'a>)) {
        Members::visit(&self.fields, members, visit);
    }
}
