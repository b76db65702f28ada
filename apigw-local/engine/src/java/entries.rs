//! The entries of a map, in the order of their first insertion.

use indexmap::IndexMap;

use super::shared_text::SharedText;
use super::value::{Key, Value};

/// How many entries are looked through one after another, which takes less than to make a table of hashes.
const MAX_FEW: usize = 8;

/// Keys with their values.
#[derive(Clone)]
pub(crate) enum Entries {
    /// Few of them.
    Few(Vec<(Key, Value)>),
    /// More of them, found by their hashes.
    Many(Box<IndexMap<Key, Value>>),
}

impl Default for Entries {
    fn default() -> Self {
        Self::Few(Vec::new())
    }
}

impl Entries {
    /// No entries yet, with space for some.
    pub(crate) fn with_capacity(count: usize) -> Self {
        if count <= MAX_FEW {
            Self::Few(Vec::with_capacity(count))
        } else {
            Self::Many(Box::new(IndexMap::with_capacity(count)))
        }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Few(entries) => entries.len(),
            Self::Many(entries) => entries.len(),
        }
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value of a key.
    pub(crate) fn get(&self, key: &Value) -> Option<&Value> {
        match self {
            Self::Few(entries) => entries.iter().find(|(known, _)| known.0.equals(key)).map(|(_, value)| value),
            Self::Many(entries) => entries.get(&KeyOf(key)),
        }
    }

    /// The value of a string.
    pub(crate) fn get_text(&self, key: &str) -> Option<&Value> {
        match self {
            Self::Few(entries) => entries.iter().find(|(known, _)| known.is(key)).map(|(_, value)| value),
            Self::Many(entries) => entries.get(key),
        }
    }

    /// The position of a key.
    pub(crate) fn position(&self, key: &Value) -> Option<usize> {
        match self {
            Self::Few(entries) => entries.iter().position(|(known, _)| known.0.equals(key)),
            Self::Many(entries) => entries.get_index_of(&KeyOf(key)),
        }
    }

    /// The entry at a position.
    pub(crate) fn at(&self, position: usize) -> Option<(&Key, &Value)> {
        match self {
            Self::Few(entries) => entries.get(position).map(|(key, value)| (key, value)),
            Self::Many(entries) => entries.get_index(position),
        }
    }

    /// The value at a position.
    pub(crate) fn value_at(&mut self, position: usize) -> Option<&mut Value> {
        match self {
            Self::Few(entries) => entries.get_mut(position).map(|(_, value)| value),
            Self::Many(entries) => entries.get_index_mut(position).map(|(_, value)| value),
        }
    }

    /// Adds an entry whose key is not there.
    pub(crate) fn push(&mut self, key: Key, value: Value) {
        match self {
            Self::Few(entries) if entries.len() < MAX_FEW => entries.push((key, value)),
            Self::Few(entries) => {
                let mut many: IndexMap<Key, Value> = std::mem::take(entries).into_iter().collect();
                many.insert(key, value);
                *self = Self::Many(Box::new(many));
            }
            Self::Many(entries) => {
                entries.insert(key, value);
            }
        }
    }

    /// Puts the value of a string; one that was there keeps its place.
    pub(crate) fn put_text(&mut self, key: SharedText, value: Value) {
        match self {
            Self::Few(entries) => match entries.iter_mut().find(|(known, _)| known.is(&key)) {
                Some((_, slot)) => *slot = value,
                None => self.push(Key(Value::Text(key)), value),
            },
            Self::Many(entries) => {
                entries.insert(Key(Value::Text(key)), value);
            }
        }
    }

    /// Takes the entry at a position out; those after it move up.
    pub(crate) fn remove(&mut self, position: usize) -> Option<Value> {
        match self {
            Self::Few(entries) => (position < entries.len()).then(|| entries.remove(position).1),
            Self::Many(entries) => entries.shift_remove_index(position).map(|(_, value)| value),
        }
    }

    /// Takes all entries out.
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// The entries in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Key, &Value)> {
        let (few, many) = match self {
            Self::Few(entries) => (entries.as_slice(), None),
            Self::Many(entries) => (&[] as &[(Key, Value)], Some(entries)),
        };
        few.iter().map(|(key, value)| (key, value)).chain(many.into_iter().flat_map(|entries| entries.iter()))
    }

    /// The keys in order.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &Key> {
        self.iter().map(|(key, _)| key)
    }

    /// The values in order.
    pub(crate) fn values(&self) -> impl Iterator<Item = &Value> {
        self.iter().map(|(_, value)| value)
    }
}

impl FromIterator<(Value, Value)> for Entries {
    fn from_iter<I: IntoIterator<Item = (Value, Value)>>(entries: I) -> Self {
        let mut all = Self::default();
        for (key, value) in entries {
            match all.position(&key).and_then(|position| all.value_at(position)) {
                Some(slot) => *slot = value,
                None => all.push(Key(key), value),
            }
        }
        all
    }
}

/// A key that is looked for without being copied.
struct KeyOf<'v>(&'v Value);

impl std::hash::Hash for KeyOf<'_> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        Key::hash_of(self.0, state);
    }
}

impl indexmap::Equivalent<Key> for KeyOf<'_> {
    fn equivalent(&self, key: &Key) -> bool {
        self.0.equals(&key.0)
    }
}
