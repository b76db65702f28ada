//! What `Auth` of SAM asks of the callers of an API.

use std::collections::BTreeMap;
use std::mem;

use serde_json::{Map, Value as Json, json};

use super::events::EventMethod;
use super::file_api::FileApi;
use super::fill::{Fill, invocation};
use crate::cloudformation::written_authorizer;
use crate::read::{NodeContent, SourceNode};

/// The authorizer that turns the default off, and the one that is the signature of AWS.
const NONE: &str = "NONE";
const SIGNATURE: &str = "AWS_IAM";
/// The kind of authorization by a function, and by user pools.
const CUSTOM: &str = "CUSTOM";
const USER_POOLS: &str = "COGNITO_USER_POOLS";
/// The method that browsers ask for permission.
const PREFLIGHT: &str = "OPTIONS";
/// What of `Auth` is enforced; the rest concerns what is deployed beside the API.
const ENFORCED: [&str; 5] = [
    "Authorizers",
    "DefaultAuthorizer",
    "AddDefaultAuthorizerToCorsPreflight",
    "ApiKeyRequired",
    "AddApiKeyRequiredToCorsPreflight",
];
/// What of `Auth` of an event is enforced, and how it is named beside that of the API.
const ENFORCED_OF_EVENTS: [&str; 3] = ["ApiKeyRequired", "Authorizer", "AuthorizationScopes"];
const OF_EVENTS: &str = " of events";
/// The members of an authorizer, by the names that it has in a template.
const MEMBERS: [(&str, &str); 5] = [
    ("Type", "type"),
    ("IdentitySource", "identitySource"),
    ("IdentityValidationExpression", "identityValidationExpression"),
    ("AuthorizerResultTtlInSeconds", "authorizerResultTtlInSeconds"),
    ("ProviderARNs", "providerARNs"),
];

/// An authorizer as the service would list it, with the scopes that methods ask for by it.
struct MadeAuthorizer {
    scopes: Vec<String>,
    made: Json,
}

/// Makes the authorizers of an API, and asks its methods for them. `auth` is what its template says, resolved.
pub(super) fn add(api: &mut FileApi, auth: Option<&SourceNode<'_>>, events: &[EventMethod<'_>], fill: &Fill) {
    let events: Vec<_> = events.iter().filter(|event| event.api == api.name).collect();
    let nothing = SourceNode::nothing();
    let mut reader = AuthReader { fill, not_enforced: Vec::new() };
    let auth = reader.map(auth, "").unwrap_or(&nothing);
    reader.keys(auth, &ENFORCED, "");

    let mut made: BTreeMap<String, MadeAuthorizer> = BTreeMap::new();
    let authorizers = reader.map(auth.get("Authorizers"), ".Authorizers").unwrap_or(&nothing);
    for (key, written) in authorizers.entries() {
        if let (Some(name), true) = (key.text(), written.is_map()) {
            made.insert(name.to_owned(), authorizer(api, name, key, written, &mut reader));
        }
    }
    let asked = Asked::new(auth, &mut reader);
    api.not_enforced.append(&mut reader.not_enforced);

    let resources = api.parts.get_mut("resources").and_then(Json::as_array_mut).into_iter().flatten();
    for resource in resources {
        let path = resource.get("path").and_then(Json::as_str).unwrap_or_default().to_owned();
        let methods = resource.get_mut("resourceMethods").and_then(Json::as_object_mut).into_iter().flatten();
        for (verb, method) in methods {
            let event = events.iter().find(|event| event.path == path && event.verb == *verb);
            let Some(method) = method.as_object_mut() else { continue };
            asked.ask(method, verb, event.and_then(|event| event.auth.as_ref()), &made, &mut reader);
        }
    }
    let mut of_events = mem::take(&mut reader.not_enforced);
    of_events.sort();
    of_events.dedup();
    api.not_enforced.append(&mut of_events);
    add_authorizers(api, made);
}

/// Adds authorizers to those of the document of an API. SAM puts them in the place of those with their names.
fn add_authorizers(api: &mut FileApi, made: BTreeMap<String, MadeAuthorizer>) {
    if made.is_empty() {
        return;
    }
    let known = api.parts.entry("authorizers").or_insert_with(|| json!([]));
    let Some(known) = known.as_array_mut() else { return };
    let is_made = |known: &Json, member: &str| {
        known.get(member).and_then(Json::as_str).is_some_and(|name| made.contains_key(name))
    };
    known.retain(|known| !is_made(known, "name") && !is_made(known, "id"));
    known.extend(made.into_values().map(|authorizer| authorizer.made));
}

/// An authorizer as the service would list it.
fn authorizer(
    api: &mut FileApi,
    name: &str,
    key: &SourceNode<'_>,
    written: &SourceNode<'_>,
    reader: &mut AuthReader<'_>,
) -> MadeAuthorizer {
    let members = written_authorizer(key, written);
    let mut made = Map::from_iter([("id".to_owned(), json!(name)), ("name".to_owned(), json!(name))]);
    for (property, member) in MEMBERS {
        let Some((_, value)) = members.iter().find(|(known, _)| known.text() == Some(property)) else { continue };
        let found = match &value.content {
            NodeContent::List(items) => {
                let items = items.iter().filter_map(|item| known(api, name, member, item, reader.fill));
                Some(items.map(Json::from).collect())
            }
            _ => known(api, name, member, value, reader.fill).map(|text| match text.parse::<i64>() {
                Ok(number) if member.ends_with("Seconds") => number.into(),
                _ => text.into(),
            }),
        };
        made.extend(found.map(|value| (member.to_owned(), value)));
    }

    let function = written.get("FunctionArn").and_then(|node| known(api, name, "authorizerUri", node, reader.fill));
    if let Some(arn) = function {
        made.insert("authorizerUri".to_owned(), invocation(&arn).into());
    }
    let scopes = reader.texts(written.get("AuthorizationScopes"), &format!(".Authorizers.{name}.AuthorizationScopes"));
    MadeAuthorizer { scopes: scopes.unwrap_or_default(), made: Json::Object(made) }
}

/// A string that is known or has a sample.
fn known(api: &mut FileApi, name: &str, member: &str, node: &SourceNode<'_>, fill: &Fill) -> Option<String> {
    let found = fill.value(node);
    if found.is_none() {
        api.note_unknown(&["authorizers", name, member], node);
    }
    found
}

/// Reads what is asked of callers. What is there and not known, or not enforced, is kept, so that it can be said.
struct AuthReader<'f> {
    fill: &'f Fill,
    not_enforced: Vec<String>,
}

impl AuthReader<'_> {
    fn note(&mut self, name: &str) {
        self.not_enforced.push(format!("Auth{name}"));
    }

    /// Notes the keys of a map that are not enforced, or not known.
    fn keys(&mut self, map: &SourceNode<'_>, enforced: &[&str], place: &str) {
        for (key, _) in map.entries() {
            match key.text() {
                Some(key) if enforced.contains(&key) => {}
                Some(key) => self.note(&format!(".{key}{place}")),
                None => self.note(place),
            }
        }
    }

    fn map<'n, 't>(&mut self, node: Option<&'n SourceNode<'t>>, name: &str) -> Option<&'n SourceNode<'t>> {
        let node = node.filter(|node| !node.is_null())?;
        if !node.is_map() {
            self.note(name);
        }
        Some(node).filter(|node| node.is_map())
    }

    fn text(&mut self, node: Option<&SourceNode<'_>>, name: &str) -> Option<String> {
        let found = self.fill.value(node.filter(|node| !node.is_null())?);
        if found.is_none() {
            self.note(name);
        }
        found
    }

    fn boolean(&mut self, node: Option<&SourceNode<'_>>, name: &str) -> Option<bool> {
        let node = node.filter(|node| !node.is_null())?;
        let filled = || self.fill.value(node)?.to_ascii_lowercase().parse().ok();
        let found = node.boolean().or_else(filled);
        if found.is_none() {
            self.note(name);
        }
        found
    }

    /// The strings of a list that are known.
    fn texts(&mut self, list: Option<&SourceNode<'_>>, name: &str) -> Option<Vec<String>> {
        let list = list.filter(|list| !list.is_null())?;
        let found: Vec<_> = list.items().iter().filter_map(|item| self.fill.value(item)).collect();
        let is_list = matches!(list.content, NodeContent::List(_));
        if !is_list || found.len() < list.items().len() {
            self.note(name);
        }
        is_list.then_some(found)
    }
}

/// What is asked of the callers of all methods.
struct Asked {
    authorizer: Option<String>,
    is_of_preflight: bool,
    needs_key: bool,
    needs_key_for_preflight: bool,
}

impl Asked {
    fn new(auth: &SourceNode<'_>, reader: &mut AuthReader<'_>) -> Self {
        let mut is = |key: &str, default: bool| reader.boolean(auth.get(key), &format!(".{key}")).unwrap_or(default);
        Self {
            is_of_preflight: is("AddDefaultAuthorizerToCorsPreflight", true),
            needs_key: is("ApiKeyRequired", false),
            needs_key_for_preflight: is("AddApiKeyRequiredToCorsPreflight", true),
            authorizer: reader.text(auth.get("DefaultAuthorizer"), ".DefaultAuthorizer"),
        }
    }

    /// Asks a method for what its event or all of the API needs: where it is not known what its event needs, for what all of
    /// the API needs.
    fn ask(
        &self,
        method: &mut Map<String, Json>,
        verb: &str,
        event: Option<&SourceNode<'_>>,
        made: &BTreeMap<String, MadeAuthorizer>,
        reader: &mut AuthReader<'_>,
    ) {
        let is_preflight = verb == PREFLIGHT;
        let nothing = SourceNode::nothing();
        let event = reader.map(event, OF_EVENTS).unwrap_or(&nothing);
        reader.keys(event, &ENFORCED_OF_EVENTS, OF_EVENTS);
        let [key, own, scopes] = ENFORCED_OF_EVENTS.map(|key| (event.get(key), format!(".{key}{OF_EVENTS}")));

        let default_key = self.needs_key && (!is_preflight || self.needs_key_for_preflight);
        if reader.boolean(key.0, &key.1).unwrap_or(default_key) {
            method.insert("apiKeyRequired".to_owned(), true.into());
        }

        let default = || self.authorizer.clone().filter(|_| !is_preflight || self.is_of_preflight);
        let Some(name) = reader.text(own.0, &own.1).or_else(default) else { return };
        let has_own = method.contains_key("authorizerId")
            || method.get("authorizationType").and_then(Json::as_str).is_some_and(|kind| kind != NONE);
        if has_own || name == NONE {
            return;
        }

        let mut set = |member: &str, value: Json| method.insert(member.to_owned(), value);
        if name == SIGNATURE {
            set("authorizationType", SIGNATURE.into());
            return;
        }
        let Some(authorizer) = made.get(&name) else {
            reader.not_enforced.push(format!("authorizer `{name}`"));
            return;
        };
        let is_pool = authorizer.made.get("type").and_then(Json::as_str) == Some(USER_POOLS);
        set("authorizationType", if is_pool { USER_POOLS } else { CUSTOM }.into());
        set("authorizerId", name.into());
        let scopes = reader.texts(scopes.0, &scopes.1).unwrap_or_else(|| authorizer.scopes.clone());
        if is_pool && !scopes.is_empty() {
            set("authorizationScopes", scopes.into());
        }
    }
}
