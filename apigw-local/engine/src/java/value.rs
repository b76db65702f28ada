//! Values, of the classes that a template can meet.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

use super::entries::Entries;
use super::failure::JavaFailure;
use super::number::Number;
use super::shared_text::SharedText;

/// How deeply collections are compared. Java would run out of stack.
const MAX_DEPTH: u32 = 200;

/// A value. Collections are shared, as objects are in Java.
#[derive(Clone, Default)]
pub(crate) enum Value {
    /// `null`.
    #[default]
    Null,
    /// `Boolean`.
    Boolean(bool),
    /// A number.
    Number(Number),
    /// `Character`, a unit of UTF-16.
    Char(u16),
    /// `String`.
    Text(SharedText),
    /// `ArrayList` and json-smart's `JSONArray`.
    List(Rc<List>),
    /// `LinkedHashMap`.
    Map(Rc<Map>),
    /// `String[]` and `byte[]`.
    Array(Rc<Array>),
    /// `keySet()`, `values()` and `entrySet()`.
    View(Rc<View>),
    /// An element of `entrySet()`.
    Entry(Rc<Entry>),
    /// `iterator()`.
    Cursor(Rc<Cursor>),
    /// `$foreach`.
    Loop(Rc<Loop>),
    /// What `#define` made.
    Block(Rc<BlockValue>),
    /// `$input`, `$util`.
    Object(Rc<dyn Object>),
}

/// An object whose methods the template may call.
pub(crate) trait Object {
    /// Calls a method; nothing if there is none of that name for these arguments.
    fn call(&self, method: &str, arguments: &[Value]) -> Result<Option<Value>, JavaFailure>;

    /// Appends the string that a method gives; false, and nothing, if it has to be called for its value.
    fn push(&self, method: &str, arguments: &[Value], out: &mut String) -> Result<bool, JavaFailure>;

    /// A property, if there is one of that name.
    fn property(&self, name: &str) -> Option<Value>;
}

/// A list.
#[derive(Default)]
pub(crate) struct List {
    /// Whether it came from JSON, and prints as JSON.
    pub(crate) is_json: bool,
    /// The elements.
    pub(crate) items: RefCell<Vec<Value>>,
    /// How often elements were added or removed, by which a loop over the list notices.
    pub(crate) changes: Cell<u32>,
}

/// A map.
#[derive(Default)]
pub(crate) struct Map {
    /// Whether it prints nothing, as `$context.identity` does.
    pub(crate) is_opaque: bool,
    /// The entries, in the order of their first insertion.
    pub(crate) entries: RefCell<Entries<Key, Value>>,
    /// How often entries were added or removed.
    pub(crate) changes: Cell<u32>,
}

/// An array of Java.
pub(crate) struct Array {
    /// The name of its class in what it prints, as `[Ljava.lang.String;`.
    pub(crate) class: &'static str,
    /// The elements.
    pub(crate) items: RefCell<Vec<Value>>,
}

/// What of a map a view shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ViewKind {
    /// `keySet()`.
    Keys,
    /// `values()`.
    Values,
    /// `entrySet()`.
    Entries,
}

/// A view of a map.
pub(crate) struct View {
    /// The map.
    pub(crate) map: Rc<Map>,
    /// What of it.
    pub(crate) kind: ViewKind,
}

/// An entry of a map.
pub(crate) struct Entry {
    /// The map.
    pub(crate) map: Rc<Map>,
    /// The key.
    pub(crate) key: Value,
    /// The value when the entry was made.
    pub(crate) value: RefCell<Value>,
}

/// An iterator.
pub(crate) struct Cursor {
    /// What it goes over.
    pub(crate) items: Vec<Value>,
    /// How far it is.
    pub(crate) at: Cell<usize>,
}

/// A running `#foreach`.
#[derive(Default)]
pub(crate) struct Loop {
    /// The number of the iteration, from zero; one less before the first.
    pub(crate) index: Cell<i32>,
    /// Whether another follows.
    pub(crate) has_next: Cell<bool>,
    /// The loop around it.
    pub(crate) parent: Option<Rc<Loop>>,
    /// What the variable held before, unless that was a loop.
    pub(crate) replaced: Option<Value>,
    /// What the template put into it.
    pub(crate) map: Rc<Map>,
}

/// What `#define` made.
pub(crate) struct BlockValue {
    /// What it renders, which only the renderer knows.
    pub(crate) content: Rc<dyn Any>,
    /// How many times it is being rendered at the moment.
    pub(crate) depth: Cell<u32>,
}

/// A key of a map: any value, compared as Java's `equals` compares.
#[derive(Clone)]
pub(crate) struct Key(pub(crate) Value);

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.0.equals(&other.0)
    }
}

impl Eq for Key {}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Self::hash_of(&self.0, state);
    }
}

impl Key {
    /// Whether it is a string with these characters.
    pub(crate) fn is(&self, text: &str) -> bool {
        matches!(&self.0, Value::Text(known) if **known == *text)
    }

    /// What the hash of a key is made of; that of a collection, which may change, of nothing.
    fn hash_of<H: Hasher>(key: &Value, state: &mut H) {
        match key {
            Value::Text(text) => text.hash(state),
            Value::Number(number) => number.to_long().hash(state),
            Value::Boolean(value) => value.hash(state),
            Value::Char(unit) => unit.hash(state),
            _ => {}
        }
    }
}

/// A key that is looked for without being copied.
struct SoughtKey<'v>(&'v Value);

impl Hash for SoughtKey<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Key::hash_of(self.0, state);
    }
}

impl indexmap::Equivalent<Key> for SoughtKey<'_> {
    fn equivalent(&self, key: &Key) -> bool {
        self.0.equals(&key.0)
    }
}

impl indexmap::Equivalent<Key> for str {
    fn equivalent(&self, key: &Key) -> bool {
        key.is(self)
    }
}

impl Value {
    /// A string.
    pub(crate) fn text(text: impl Into<SharedText>) -> Self {
        Self::Text(text.into())
    }

    /// The empty string, which stands for whatever is undefined.
    pub(crate) fn empty() -> Self {
        Self::Text(SharedText::default())
    }

    /// An `Integer`; sizes beyond its range do not occur.
    pub(crate) fn count(count: usize) -> Self {
        Self::Number(Number::Int(i32::try_from(count).unwrap_or(i32::MAX)))
    }

    /// An `ArrayList`.
    pub(crate) fn list(items: Vec<Value>) -> Self {
        Self::List(Rc::new(List { items: items.into(), ..List::default() }))
    }

    /// A `JSONArray`.
    pub(crate) fn json_list(items: Vec<Value>) -> Self {
        Self::List(Rc::new(List { is_json: true, items: items.into(), ..List::default() }))
    }

    /// A `LinkedHashMap`.
    pub(crate) fn map(entries: impl IntoIterator<Item = (Value, Value)>) -> Self {
        Self::Map(Rc::new(Map::of(entries)))
    }

    /// Whether the two are one object.
    pub(crate) fn is_same_object(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::List(a), Self::List(b)) => Rc::ptr_eq(a, b),
            (Self::Map(a), Self::Map(b)) => Rc::ptr_eq(a, b),
            (Self::Array(a), Self::Array(b)) => Rc::ptr_eq(a, b),
            (Self::View(a), Self::View(b)) => Rc::ptr_eq(a, b),
            (Self::Entry(a), Self::Entry(b)) => Rc::ptr_eq(a, b),
            (Self::Cursor(a), Self::Cursor(b)) => Rc::ptr_eq(a, b),
            (Self::Loop(a), Self::Loop(b)) => Rc::ptr_eq(a, b),
            (Self::Block(a), Self::Block(b)) => Rc::ptr_eq(a, b),
            (Self::Object(a), Self::Object(b)) => Rc::ptr_eq(a, b),
            _ => false,
        }
    }

    /// Whether `self.equals(other)`. The classes count: an `Integer` never equals a `Long`.
    pub(crate) fn equals(&self, other: &Self) -> bool {
        self.equals_within(other, 0)
    }

    fn equals_within(&self, other: &Self, depth: u32) -> bool {
        if depth > MAX_DEPTH {
            return false;
        }
        let same = |a: &Self, b: &Self| a.equals_within(b, depth + 1);

        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Boolean(a), Self::Boolean(b)) => a == b,
            (Self::Number(Number::Double(a)), Self::Number(Number::Double(b))) => a.to_bits() == b.to_bits(),
            (Self::Number(a), Self::Number(b)) => a == b,
            (Self::Char(a), Self::Char(b)) => a == b,
            (Self::Text(a), Self::Text(b)) => a == b,
            (Self::List(a), Self::List(b)) if !Rc::ptr_eq(a, b) => {
                let (Ok(a), Ok(b)) = (a.items.try_borrow(), b.items.try_borrow()) else { return false };
                a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| same(a, b))
            }
            (Self::Map(a), Self::Map(b)) if !Rc::ptr_eq(a, b) => {
                // A collection that is being changed is a key of itself, and was found to be no other before.
                let (Ok(a), Ok(b)) = (a.entries.try_borrow(), b.entries.try_borrow()) else { return false };
                a.len() == b.len() && a.iter().all(|(key, value)| b.get(key).is_some_and(|other| same(value, other)))
            }
            (Self::View(a), Self::View(b)) if a.kind == b.kind && a.kind != ViewKind::Values => {
                let (a, b) = (a.items(), b.items());
                a.len() == b.len() && a.iter().all(|a| b.iter().any(|b| same(a, b)))
            }
            (Self::Entry(a), Self::Entry(b)) => same(&a.key, &b.key) && same(&a.value.borrow(), &b.value.borrow()),
            (a, b) => a.is_same_object(b),
        }
    }

    /// Whether it is `null`.
    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl Map {
    /// A map with entries.
    pub(crate) fn of(entries: impl IntoIterator<Item = (Value, Value)>) -> Self {
        let mut all = Entries::default();
        for (key, value) in entries {
            all.put(Key(key), value);
        }
        Self { entries: all.into(), ..Self::default() }
    }

    /// The value of a string key, or null.
    pub(crate) fn get_text(&self, key: &str) -> Value {
        self.entries.borrow().get(key).cloned().unwrap_or_default()
    }

    /// The value of a key, or null.
    pub(crate) fn get(&self, key: &Value) -> Value {
        self.find(key).unwrap_or_default()
    }

    /// The value of a key, if it is there.
    pub(crate) fn find(&self, key: &Value) -> Option<Value> {
        self.entries.borrow().get(&SoughtKey(key)).cloned()
    }

    /// Puts a value and gives the old one.
    pub(crate) fn put(&self, key: Value, value: Value) -> Value {
        let known = self.entries.borrow().position(&SoughtKey(&key));
        let mut entries = self.entries.borrow_mut();
        if let Some(slot) = known.and_then(|position| entries.value_at(position)) {
            return std::mem::replace(slot, value);
        }
        entries.push(Key(key), value);
        self.changes.set(self.changes.get().wrapping_add(1));
        Value::Null
    }

    /// Takes an entry out and gives its value.
    pub(crate) fn remove(&self, key: &Value) -> Value {
        let known = self.entries.borrow().position(&SoughtKey(key));
        match known.and_then(|position| self.entries.borrow_mut().remove(position)) {
            Some(value) => {
                self.changes.set(self.changes.get().wrapping_add(1));
                value
            }
            None => Value::Null,
        }
    }
}

impl View {
    /// What the view shows at the moment.
    pub(crate) fn items(&self) -> Vec<Value> {
        let entries = self.map.entries.borrow();
        match self.kind {
            ViewKind::Keys => entries.keys().map(|key| key.0.clone()).collect(),
            ViewKind::Values => entries.values().cloned().collect(),
            ViewKind::Entries => entries
                .iter()
                .map(|(key, value)| {
                    let (key, value) = (key.0.clone(), value.clone().into());
                    Value::Entry(Rc::new(Entry { map: Rc::clone(&self.map), key, value }))
                })
                .collect(),
        }
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Boolean(value) => value.fmt(f),
            Self::Number(number) => write!(f, "{number}"),
            Self::Char(unit) => write!(f, "char {unit}"),
            Self::Text(text) => text.fmt(f),
            Self::List(_) => f.write_str("list"),
            Self::Map(_) => f.write_str("map"),
            Self::Array(_) => f.write_str("array"),
            Self::View(_) => f.write_str("view"),
            Self::Entry(_) => f.write_str("entry"),
            Self::Cursor(_) => f.write_str("iterator"),
            Self::Loop(_) => f.write_str("loop"),
            Self::Block(_) => f.write_str("block"),
            Self::Object(_) => f.write_str("object"),
        }
    }
}
