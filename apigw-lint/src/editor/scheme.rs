//! The table of what is written where.

use std::sync::OnceLock;

use serde_json::Value as Json;

const TABLE: &str = include_str!("../../data/editor.json");

fn table() -> &'static Json {
    static PARSED: OnceLock<Json> = OnceLock::new();
    PARSED.get_or_init(|| serde_json::from_str(TABLE).unwrap_or_default())
}

/// The objects that a key leads to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scheme(&'static Json);

impl Scheme {
    /// What a key of a document leads to.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        table().get("openapi")?.get(key).map(Self)
    }

    /// What the properties of a kind of resource lead to, if they lead to several operations.
    pub(super) fn of_resource(kind: &str) -> Option<Self> {
        table().get("cloudformation")?.get(kind).map(Self)
    }

    /// The operation whose members are in the objects.
    pub(super) fn operation(self) -> &'static str {
        self.0.get("operation").and_then(Json::as_str).unwrap_or_default()
    }

    /// How many levels of names are around the objects.
    pub(super) fn levels(self) -> u64 {
        self.0.get("levels").and_then(Json::as_u64).unwrap_or(0)
    }

    /// What a key of the objects leads to.
    pub(super) fn inside(self, key: &str) -> Option<Self> {
        self.0.get("inside")?.get(key).map(Self)
    }

    /// The keys of the objects that lead on.
    pub(super) fn keys(self) -> impl Iterator<Item = &'static str> {
        self.0.get("inside").and_then(Json::as_object).into_iter().flatten().map(|(key, _)| key.as_str())
    }

    /// The keys that have another name than their member, each with that.
    pub(super) fn renamed(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let members = self.0.get("members").and_then(Json::as_object).into_iter().flatten();
        members.filter_map(|(key, member)| Some((key.as_str(), member.as_str()?)))
    }
}

/// Whether a member follows from where the object stands.
pub(super) fn is_hidden(member: &str) -> bool {
    let hidden = table().get("hidden").and_then(Json::as_array);
    hidden.into_iter().flatten().any(|name| name.as_str() == Some(member))
}

/// The beginnings of the expressions that a format takes.
pub(super) fn expressions(format: &str) -> impl Iterator<Item = &'static str> {
    let found = table().get("expressions").and_then(|formats| formats.get(format)).and_then(Json::as_array);
    found.into_iter().flatten().filter_map(Json::as_str)
}

#[cfg(test)]
mod tests {
    use super::{Json, table};
    use crate::definition::Shapes;

    fn operations(node: &Json, found: &mut Vec<String>) {
        if let Some(operation) = node.get("operation").and_then(Json::as_str) {
            found.push(operation.to_owned());
        }
        node.as_object().into_iter().flatten().for_each(|(_, inner)| operations(inner, found));
    }

    #[test]
    fn the_table_names_operations_and_formats_that_there_are() {
        let shapes = Shapes::builtin();
        let mut found = Vec::new();
        operations(table(), &mut found);
        assert!(found.len() > 7, "{found:?}");
        for operation in found {
            assert!(shapes.input(&operation).is_some(), "{operation}");
        }
        for (format, beginnings) in table()["expressions"].as_object().expect("expressions") {
            let format = apigw_spec::format::Format::from_name(format).expect("a format");
            for beginning in beginnings.as_array().expect("a list").iter().filter_map(Json::as_str) {
                let text =
                    if beginning.ends_with('.') { format!("{beginning}requestId") } else { beginning.to_owned() };
                assert!(format.accepts(&text), "{text}");
            }
        }
    }
}
