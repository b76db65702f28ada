//! What setters make of their arguments, once for all of them: generated code is the smaller for it.

use std::collections::BTreeMap;

/// A value from what becomes one.
#[doc(hidden)]
pub fn into<T>(value: impl Into<T>) -> T {
    value.into()
}

/// A list from items that become its own.
#[doc(hidden)]
pub fn list<T, I>(items: I) -> Vec<T>
where
    I: IntoIterator<Item: Into<T>>,
{
    items.into_iter().map(Into::into).collect()
}

/// A map from keys and values that become its own.
#[doc(hidden)]
pub fn map<T, I, K, V>(entries: I) -> BTreeMap<String, T>
where
    I: IntoIterator<Item = (K, V)>,
    K: Into<String>,
    V: Into<T>,
{
    entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect()
}
