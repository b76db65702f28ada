//! A request's members as the client and the rules see them.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::unseen::is_unseen;
use apigw_spec::value::{Entries, Members, Sequence, ToValue, Value};
use apigw_spec::{Kind, Member, Shape};

/// The members of an input, each with the form that its shape gives it, in the order of the document.
#[derive(Debug, Clone)]
pub(crate) struct InputValue {
    fields: Fields,
    members: &'static [Member],
}

#[derive(Debug, Clone)]
enum Node {
    Opaque,
    Null,
    Boolean(bool),
    Integer(i64),
    Double(f64),
    Text(String),
    Blob(Vec<u8>),
    List(Items),
    Map(Fields),
    Structure(Fields),
}

#[derive(Debug, Clone)]
struct Items(Vec<Node>);

#[derive(Debug, Clone)]
struct Fields {
    entries: Vec<(String, Node)>,
    /// Whether there may be more than these.
    is_open: bool,
}

impl InputValue {
    /// The input with these members.
    pub(crate) fn new(members: &Map, shape: &'static Shape) -> Self {
        let fields = structure(members, shape.members(), Sight::Clear);
        Self { fields, members: shape.members() }
    }

    /// The input of a call in a script, as far as its members are known. If it `is_open`, it may have more members.
    pub(crate) fn partly_known(members: &Map, shape: &'static Shape, is_open: bool) -> Self {
        let fields = structure(members, shape.members(), Sight::Dim);
        // An unknown value says nothing about the other members.
        Self { fields: Fields { is_open, ..fields }, members: shape.members() }
    }

    /// Sets a member, or removes it.
    pub(crate) fn set(&mut self, name: &str, value: Option<&Document>) {
        let entries = &mut self.fields.entries;
        let Some(value) = value else { return entries.retain(|(found, _)| found != name) };

        let member = self.members.iter().find(|member| member.name == name);
        let node = node(value, member.map(|member| member.target.shape()), Sight::Clear);
        match entries.iter_mut().find(|(found, _)| found == name) {
            Some((_, found)) => *found = node,
            None => entries.push((name.to_owned(), node)),
        }
    }
}

/// Whether texts can be [unseen](is_unseen).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sight {
    Clear,
    Dim,
}

impl Sight {
    fn hides(self, value: &Document) -> bool {
        let is_hidden = |value: &Document| value.text().is_some_and(is_unseen);
        self == Self::Dim
            && match value {
                // An item that is not known can be several, and the text of a blob means different bytes to different
                // versions of the AWS CLI.
                Document::List(items) => items.iter().any(is_hidden),
                value => is_hidden(value),
            }
    }

    /// Whether a map can have more entries than are seen: what an expansion gives can hold a comma or a quote.
    fn opens(self, map: &Map) -> bool {
        self == Self::Dim && map.iter().any(|(key, value)| is_unseen(key) || self.hides(value))
    }
}

fn structure(map: &Map, members: &'static [Member], sight: Sight) -> Fields {
    let field = |(name, value): (&str, &Document)| {
        let member = members.iter().find(|member| member.name == name);
        (name.to_owned(), node(value, member.map(|member| member.target.shape()), sight))
    };
    Fields { entries: map.iter().map(field).collect(), is_open: sight.opens(map) }
}

#[expect(clippy::cast_precision_loss, reason = "the service takes no number beyond 64 bits, exact or not")]
fn node(value: &Document, shape: Option<&'static Shape>, sight: Sight) -> Node {
    let kind = shape.map(|shape| shape.kind);
    if sight.hides(value) || (sight == Sight::Dim && matches!(kind, Some(Kind::Blob))) {
        return Node::Opaque;
    }
    match (value, kind) {
        (Document::Null, _) => Node::Null,
        (Document::Boolean(value), _) => Node::Boolean(*value),
        (Document::Integer(value), _) => i64::try_from(*value).map_or(Node::Double(*value as f64), Node::Integer),
        (Document::Double(value), _) => Node::Double(*value),
        (Document::Text(text), _) => Node::Text(text.clone()),
        (Document::Bytes(bytes), _) => Node::Blob(bytes.clone()),
        (Document::Date(date), _) => Node::Text(date.text.clone()),
        (Document::List(items), _) => {
            let item = if let Some(Kind::List(item)) = kind { Some(item.shape()) } else { None };
            Node::List(Items(items.iter().map(|value| node(value, item, sight)).collect()))
        }
        (Document::Map(map), Some(Kind::Structure(found))) => Node::Structure(structure(map, found.members, sight)),
        (Document::Map(map), _) => {
            let target = if let Some(Kind::Map { value, .. }) = kind { Some(value.shape()) } else { None };
            let entries = map.iter().map(|(key, value)| (key.to_owned(), node(value, target, sight))).collect();
            Node::Map(Fields { entries, is_open: sight.opens(map) })
        }
    }
}

impl ToValue for Node {
    fn to_value(&self) -> Value<'_> {
        match self {
            Self::Opaque => Value::Opaque,
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

impl Fields {
    fn find(&self, name: &str) -> Value<'_> {
        let found = self.entries.iter().find(|(found, _)| found == name);
        let otherwise = if self.is_open { Value::Opaque } else { Value::Absent };
        found.map_or(otherwise, |(_, node)| node.to_value())
    }
}

impl Sequence for Items {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn get(&self, index: usize) -> Value<'_> {
        self.0.as_slice().get(index).map_or(Value::Absent, ToValue::to_value)
    }
}

impl Entries for Fields {
    fn len(&self) -> usize {
        self.entries.len()
    }

    fn visit<'a>(&'a self, visit: &mut dyn FnMut(Value<'a>, Value<'a>)) {
        for (key, node) in &self.entries {
            let key = if self.is_open && is_unseen(key) { Value::Opaque } else { Value::Text(key) };
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

impl Members for Fields {
    fn member(&self, _index: usize, name: &str) -> Value<'_> {
        self.find(name)
    }

    fn visit<'a>(&'a self, members: &'static [Member], visit: &mut dyn FnMut(usize, Value<'a>)) {
        for (name, node) in &self.entries {
            if let Some(index) = members.iter().position(|member| member.name == name) {
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
