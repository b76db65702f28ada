//! The tables: which resource of a format becomes which request, and what makes an API of requests.

use std::sync::OnceLock;

use serde_json::Value as Json;

const WHOLE: &str = include_str!("../../data/whole.json");

/// How the names of a format are spelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// `restApiId`, with a capital letter.
    Capital,
    /// `rest_api_id`.
    Snake,
}

/// A property that is written into the document of an API.
pub(crate) struct WrittenProperty<'t> {
    pub(crate) property: &'t str,
    /// The kind of request that comes of it.
    pub(crate) request: &'t str,
    /// What is fixed of that.
    pub(crate) fixed: Vec<(&'t str, &'t str)>,
}

/// The table of a format.
#[derive(Debug)]
pub(crate) struct ResourceTable(Json);

impl ResourceTable {
    /// Reads a table that is part of this package.
    pub(crate) fn parse(text: &str) -> Self {
        Self(serde_json::from_str(text).unwrap_or_default())
    }

    pub(super) fn spelling(&self) -> Spelling {
        match self.0.get("spelling").and_then(Json::as_str) {
            Some("snake_case") => Spelling::Snake,
            _ => Spelling::Capital,
        }
    }

    fn word(&self, kind: &str, key: &str) -> Option<&str> {
        self.0.get("resources")?.get(kind)?.get(key)?.as_str()
    }

    fn lists(&self, kind: &str, key: &str, word: &str) -> bool {
        let has = |list: Option<&Json>| words(list).any(|known| known == word);
        has(self.0.get(key)) || has(self.resource(kind).and_then(|resource| resource.get(key)))
    }

    fn resource(&self, kind: &str) -> Option<&Json> {
        self.0.get("resources")?.get(kind)
    }

    /// Whether a kind of resource concerns an API.
    pub(crate) fn is_known(&self, kind: &str) -> bool {
        self.resource(kind).is_some()
    }

    /// The operation that makes a resource.
    pub(crate) fn operation(&self, kind: &str) -> Option<&str> {
        self.word(kind, "operation")
    }

    /// The property that holds an OpenAPI document.
    pub(crate) fn body(&self, kind: &str) -> Option<&str> {
        self.word(kind, "body")
    }

    /// The property that names the file of an OpenAPI document.
    pub(crate) fn body_file(&self, kind: &str) -> Option<&str> {
        self.word(kind, "bodyFile")
    }

    /// The property with the identity of the API that a resource adds parts to in another way than by requests.
    pub(super) fn fills(&self, kind: &str) -> Option<&str> {
        self.word(kind, "fills")
    }

    /// The member that a property becomes, if it has another name.
    pub(super) fn member(&self, kind: &str, property: &str) -> Option<&str> {
        self.resource(kind)?.get("members")?.get(property)?.as_str()
    }

    /// The property that a member comes from, if it has another name.
    pub(super) fn property(&self, member: &str) -> Option<&str> {
        let resources = self.0.get("resources").and_then(Json::as_object)?.values();
        let mut renamed =
            resources.filter_map(|resource| resource.get("members")).filter_map(Json::as_object).flatten();
        renamed.find(|(_, known)| known.as_str() == Some(member)).map(|(property, _)| property.as_str())
    }

    /// Whether a property is no member of the request.
    pub(super) fn is_omitted(&self, kind: &str, property: &str) -> bool {
        self.lists(kind, "omitted", property)
    }

    /// Whether a property with this value is not sent.
    pub(super) fn is_absent(&self, kind: &str, property: &str, text: &str) -> bool {
        let values = self.resource(kind).and_then(|resource| resource.get("absent")?.get(property)?.as_array());
        let is_listed = values.into_iter().flatten().any(|value| value.as_str() == Some(text));
        is_listed || (self.spelling() == Spelling::Snake && text.is_empty())
    }

    /// The values of properties that are not given.
    pub(super) fn defaults(&self, kind: &str) -> impl Iterator<Item = (&str, &str)> {
        let defaults = self.resource(kind).and_then(|resource| resource.get("defaults")?.as_object());
        defaults.into_iter().flatten().filter_map(|(property, value)| Some((property.as_str(), value.as_str()?)))
    }

    /// The parts of a kind of resource that are requests of their own, with the properties that lead to them.
    pub(crate) fn parts(&self, kind: &str) -> impl Iterator<Item = (&str, Vec<&str>)> {
        let parts = self.resource(kind).and_then(|resource| resource.get("parts")?.as_object());
        parts.into_iter().flatten().map(|(kind, path)| (kind.as_str(), words(Some(path)).collect()))
    }

    /// The properties that parts of a kind of resource have from the whole.
    pub(crate) fn inherited(&self, kind: &str) -> impl Iterator<Item = &str> {
        words(self.resource(kind).and_then(|resource| resource.get("inherited")))
    }

    /// The properties of a kind that are written into its document: each with the kind of request, and what is fixed of it.
    pub(crate) fn written(&self, kind: &str) -> Vec<WrittenProperty<'_>> {
        let written = self.resource(kind).and_then(|resource| resource.get("written")?.as_object());
        let mut found = Vec::new();
        for (property, how) in written.into_iter().flatten() {
            if let Some(request) = how.get("request").and_then(Json::as_str) {
                let fixed = how.get("fixed").map(texts).unwrap_or_default();
                found.push(WrittenProperty { property, request, fixed });
            }
        }
        found
    }

    /// The way to the authorizers that are written into the document of a kind.
    pub(crate) fn authorizers(&self, kind: &str) -> Vec<&str> {
        words(self.resource(kind).and_then(|resource| resource.get("authorizers"))).collect()
    }

    /// The parameters of a kind of request that is written: the property, the name in the service, and whether the name is
    /// only the start of those of a group.
    pub(crate) fn parameters(&self, kind: &str) -> Vec<(&str, &str, bool)> {
        let parameters = self.resource(kind).and_then(|resource| resource.get("parameters"));
        let parameters = parameters.map(texts).unwrap_or_default().into_iter();
        parameters.map(|(property, name)| (property, name, name.ends_with('.'))).collect()
    }

    /// The kinds that have common properties in a template, with the way to these.
    pub(crate) fn globals(&self) -> impl Iterator<Item = (&str, Vec<&str>)> {
        let globals = self.0.get("globals").and_then(Json::as_object);
        globals.into_iter().flatten().map(|(kind, path)| (kind.as_str(), words(Some(path)).collect()))
    }

    /// Whether resources of a kind can add anything to what they are given.
    pub(crate) fn is_stranger(&self, kind: &str) -> bool {
        words(self.0.get("strangers")).any(|start| kind.starts_with(start))
    }

    /// Whether resources of a kind belong to HTTP and `WebSocket` APIs, which are another service.
    pub(crate) fn is_left_alone(&self, kind: &str) -> bool {
        words(self.0.get("leftAlone")).any(|start| kind.starts_with(start))
    }

    /// What an attribute of a kind of resource looks like.
    pub(crate) fn sample(&self, kind: &str, attribute: &str) -> Option<&str> {
        self.0.get("attributes")?.get(kind)?.get(attribute)?.as_str()
    }

    /// Whether others can add to an API that is known to them by an attribute.
    pub(crate) fn is_link(&self, attribute: &str) -> bool {
        self.lists("", "links", attribute)
    }

    /// The attribute by which others refer to a resource; empty if they name the resource.
    pub(super) fn identity(&self) -> &str {
        self.0.get("identityAttribute").and_then(Json::as_str).unwrap_or_default()
    }

    /// The attribute of an API that is the identity of its root.
    pub(super) fn root_attribute(&self) -> &str {
        self.0.get("rootAttribute").and_then(Json::as_str).unwrap_or_default()
    }
}

fn words(list: Option<&Json>) -> impl Iterator<Item = &str> {
    list.and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str)
}

fn texts(map: &Json) -> Vec<(&str, &str)> {
    let entries = map.as_object().into_iter().flatten();
    entries.filter_map(|(key, value)| Some((key.as_str(), value.as_str()?))).collect()
}

fn whole() -> &'static Json {
    static PARSED: OnceLock<Json> = OnceLock::new();
    PARSED.get_or_init(|| serde_json::from_str(WHOLE).unwrap_or_default())
}

/// A word of the table of whole APIs.
pub(super) fn word(keys: &[&str]) -> Option<&'static str> {
    keys.iter().try_fold(whole(), |json, key| json.get(key))?.as_str()
}

/// Whether a list of the table of whole APIs has a word.
pub(super) fn is_listed(key: &str, word: &str) -> bool {
    words(whole().get(key)).any(|known| known == word)
}
