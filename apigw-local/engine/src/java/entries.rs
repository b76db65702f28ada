//! The entries of a map, in the order of their first insertion.

use std::hash::Hash;

use indexmap::{Equivalent, IndexMap};

/// How many entries are looked through one after another, which takes less than to make a table of hashes.
const MAX_FEW: usize = 8;

/// Keys with their values.
#[derive(Clone)]
pub(crate) enum Entries<K, V> {
    /// Few of them.
    Few(Vec<(K, V)>),
    /// More of them, found by their hashes.
    Many(Box<IndexMap<K, V>>),
}

impl<K, V> Default for Entries<K, V> {
    fn default() -> Self {
        Self::Few(Vec::new())
    }
}

impl<K: Eq + Hash, V> Entries<K, V> {
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
    pub(crate) fn get<Q: ?Sized + Equivalent<K> + Hash>(&self, key: &Q) -> Option<&V> {
        match self {
            Self::Few(entries) => entries.iter().find(|(known, _)| key.equivalent(known)).map(|(_, value)| value),
            Self::Many(entries) => entries.get(key),
        }
    }

    /// The position of a key.
    pub(crate) fn position<Q: ?Sized + Equivalent<K> + Hash>(&self, key: &Q) -> Option<usize> {
        match self {
            Self::Few(entries) => entries.iter().position(|(known, _)| key.equivalent(known)),
            Self::Many(entries) => entries.get_index_of(key),
        }
    }

    /// The entry at a position.
    pub(crate) fn at(&self, position: usize) -> Option<(&K, &V)> {
        match self {
            Self::Few(entries) => entries.get(position).map(|(key, value)| (key, value)),
            Self::Many(entries) => entries.get_index(position),
        }
    }

    /// The value at a position.
    pub(crate) fn value_at(&mut self, position: usize) -> Option<&mut V> {
        match self {
            Self::Few(entries) => entries.get_mut(position).map(|(_, value)| value),
            Self::Many(entries) => entries.get_index_mut(position).map(|(_, value)| value),
        }
    }

    /// Adds an entry whose key is not there.
    pub(crate) fn push(&mut self, key: K, value: V) {
        match self {
            Self::Few(entries) if entries.len() < MAX_FEW => entries.push((key, value)),
            Self::Few(entries) => {
                let mut many: IndexMap<K, V> = std::mem::take(entries).into_iter().collect();
                many.insert(key, value);
                *self = Self::Many(Box::new(many));
            }
            Self::Many(entries) => {
                entries.insert(key, value);
            }
        }
    }

    /// Puts the value of a key; one that was there keeps its place.
    pub(crate) fn put(&mut self, key: K, value: V) {
        match self {
            Self::Few(entries) => match entries.iter_mut().find(|(known, _)| *known == key) {
                Some((_, slot)) => *slot = value,
                None => self.push(key, value),
            },
            Self::Many(entries) => {
                entries.insert(key, value);
            }
        }
    }

    /// Takes the entry at a position out; those after it move up.
    pub(crate) fn remove(&mut self, position: usize) -> Option<V> {
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
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        let (few, many) = match self {
            Self::Few(entries) => (entries.as_slice(), None),
            Self::Many(entries) => (&[] as &[(K, V)], Some(entries)),
        };
        few.iter().map(|(key, value)| (key, value)).chain(many.into_iter().flat_map(|entries| entries.iter()))
    }

    /// The keys in order.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &K> {
        self.iter().map(|(key, _)| key)
    }

    /// The values in order.
    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use super::Entries;

    #[test]
    fn few_and_many_entries_keep_their_order() {
        for count in [3, 8, 9, 20] {
            let mut entries = Entries::default();
            for number in (0..count).chain([1]) {
                entries.put(format!("k{number}"), number * 10);
            }
            assert_eq!(entries.len(), count);
            assert_eq!(entries.get("k2"), Some(&20));
            assert_eq!((entries.get("none"), entries.position("k1")), (None, Some(1)));
            assert_eq!((entries.remove(1), entries.remove(count)), (Some(10), None));
            let left: Vec<String> =
                (0..count).filter(|number| *number != 1).map(|number| format!("k{number}")).collect();
            assert_eq!(entries.keys().cloned().collect::<Vec<_>>(), left);
        }
    }
}
