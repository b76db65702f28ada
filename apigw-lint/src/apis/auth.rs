//! What `Auth` of SAM asks of the callers of an API.

use serde_json::{Map, Value as Json, json};

use super::events::EventMethod;
use super::file_api::{FileApi, UnknownValue};
use super::fill::Fill;
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
/// What of `Auth` of an event is enforced.
const OF_EVENTS: [&str; 3] = ["Authorizer", "AuthorizationScopes", "ApiKeyRequired"];
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
    name: String,
    scopes: Json,
    made: Json,
}

/// Makes the authorizers of an API, and asks its methods for them. `auth` is what its template says, resolved.
pub(super) fn add(api: &mut FileApi, auth: Option<&SourceNode<'_>>, events: &[EventMethod<'_>], fill: &Fill) {
    let events: Vec<_> = events.iter().filter(|event| event.api == api.name).collect();
    let nothing = SourceNode::nothing();
    let auth = auth.unwrap_or(&nothing);
    if !auth.is_map() {
        api.not_enforced.push("Auth".to_owned());
        return;
    }

    let not_enforced = auth.entries().iter().filter_map(|(key, _)| key.text()).filter(|key| !ENFORCED.contains(key));
    api.not_enforced.extend(not_enforced.map(|key| format!("Auth.{key}")));
    let mut made: Vec<MadeAuthorizer> = Vec::new();
    for (key, written) in auth.get("Authorizers").map(SourceNode::entries).unwrap_or_default() {
        if let (Some(name), true) = (key.text(), written.is_map()) {
            made.push(authorizer(api, name, key, written, fill));
        }
    }

    let asked = Asked::new(auth);
    let mut unknown = Vec::new();
    let resources = api.parts.get_mut("resources").and_then(Json::as_array_mut).into_iter().flatten();
    for resource in resources {
        let path = resource.get("path").and_then(Json::as_str).unwrap_or_default().to_owned();
        let methods = resource.get_mut("resourceMethods").and_then(Json::as_object_mut).into_iter().flatten();
        for (verb, method) in methods {
            let event = events.iter().find(|event| event.path == path && event.verb == *verb);
            let Some(method) = method.as_object_mut() else { continue };
            unknown.extend(asked.ask(method, verb, event.and_then(|event| event.auth), &made));
        }
    }
    unknown.sort();
    unknown.dedup();
    api.not_enforced.extend(unknown);
    if !made.is_empty() {
        let known = api.parts.entry("authorizers").or_insert_with(|| json!([]));
        known
            .as_array_mut()
            .into_iter()
            .for_each(|known| known.extend(made.drain(..).map(|authorizer| authorizer.made)));
    }
}

/// An authorizer as the service would list it.
fn authorizer(
    api: &mut FileApi,
    name: &str,
    key: &SourceNode<'_>,
    written: &SourceNode<'_>,
    fill: &Fill,
) -> MadeAuthorizer {
    let members = written_authorizer(key, written);
    let mut made = Map::from_iter([("id".to_owned(), json!(name)), ("name".to_owned(), json!(name))]);
    for (property, member) in MEMBERS {
        let Some((_, value)) = members.iter().find(|(known, _)| known.text() == Some(property)) else { continue };
        let found = match &value.content {
            NodeContent::List(items) => {
                Some(items.iter().filter_map(|item| known(api, name, member, item, fill)).map(Json::from).collect())
            }
            _ => known(api, name, member, value, fill).map(|text| match text.parse::<i64>() {
                Ok(number) if member.ends_with("Seconds") => number.into(),
                _ => text.into(),
            }),
        };
        made.extend(found.map(|value| (member.to_owned(), value)));
    }

    let function = written.get("FunctionArn").and_then(|node| known(api, name, "authorizerUri", node, fill));
    if let Some(arn) = function {
        let uri = format!("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{arn}/invocations");
        made.insert("authorizerUri".to_owned(), uri.into());
    }
    MadeAuthorizer {
        name: name.to_owned(),
        scopes: texts(written.get("AuthorizationScopes")),
        made: Json::Object(made),
    }
}

/// A string that is known or has a sample.
fn known(api: &mut FileApi, name: &str, member: &str, node: &SourceNode<'_>, fill: &Fill) -> Option<String> {
    let parts = match &node.content {
        NodeContent::Partial(parts) => parts.as_slice(),
        NodeContent::Reference(reference) => reference.parts.as_slice(),
        _ => &[],
    };
    let found = node.text().map(str::to_owned).or_else(|| fill.text(parts).filter(|_| !parts.is_empty()));
    if found.is_none() {
        let path = ["authorizers", name, member].map(str::to_owned).into();
        api.unknown.push(UnknownValue { path, span: node.span, shown: apigw_spec::value::shown(parts) });
    }
    found
}

/// The strings of a list.
fn texts(list: Option<&SourceNode<'_>>) -> Json {
    list.map(SourceNode::items).unwrap_or_default().iter().filter_map(SourceNode::text).map(Json::from).collect()
}

/// What is asked of the callers of all methods.
struct Asked<'n> {
    authorizer: Option<&'n str>,
    is_of_preflight: bool,
    needs_key: bool,
    needs_key_for_preflight: bool,
}

impl<'n> Asked<'n> {
    fn new(auth: &'n SourceNode<'_>) -> Self {
        let is = |key: &str, default: bool| auth.get(key).and_then(SourceNode::boolean).unwrap_or(default);
        Self {
            authorizer: auth.get("DefaultAuthorizer").and_then(SourceNode::text),
            is_of_preflight: is("AddDefaultAuthorizerToCorsPreflight", true),
            needs_key: is("ApiKeyRequired", false),
            needs_key_for_preflight: is("AddApiKeyRequiredToCorsPreflight", true),
        }
    }

    /// Asks a method for what its event or all of the API needs. What of it cannot be enforced.
    fn ask(
        &self,
        method: &mut Map<String, Json>,
        verb: &str,
        event: Option<&SourceNode<'_>>,
        made: &[MadeAuthorizer],
    ) -> Vec<String> {
        let is_preflight = verb == PREFLIGHT;
        let of_event = |key: &str| event.and_then(|event| event.get(key));
        let key = of_event("ApiKeyRequired").and_then(SourceNode::boolean);
        let default_key = self.needs_key && (!is_preflight || self.needs_key_for_preflight);
        if key.unwrap_or(default_key) {
            method.insert("apiKeyRequired".to_owned(), true.into());
        }

        let mut unknown = Vec::new();
        let keys = event.map(SourceNode::entries).unwrap_or_default().iter().filter_map(|(key, _)| key.text());
        unknown.extend(keys.filter(|key| !OF_EVENTS.contains(key)).map(|key| format!("Auth.{key} of events")));
        let default = self.authorizer.filter(|_| !is_preflight || self.is_of_preflight);
        let Some(name) = of_event("Authorizer").and_then(SourceNode::text).or(default) else { return unknown };
        let has_own = method.contains_key("authorizerId")
            || method.get("authorizationType").and_then(Json::as_str).is_some_and(|kind| kind != NONE);
        if has_own || name == NONE {
            return unknown;
        }

        let mut set = |member: &str, value: Json| method.insert(member.to_owned(), value);
        if name == SIGNATURE {
            set("authorizationType", SIGNATURE.into());
            return unknown;
        }
        let Some(authorizer) = made.iter().find(|made| made.name == name) else {
            unknown.push(format!("authorizer `{name}`"));
            return unknown;
        };
        let is_pool = authorizer.made.get("type").and_then(Json::as_str) == Some(USER_POOLS);
        set("authorizationType", if is_pool { USER_POOLS } else { CUSTOM }.into());
        set("authorizerId", name.into());
        let own = of_event("AuthorizationScopes");
        let scopes = own.map_or_else(|| authorizer.scopes.clone(), |scopes| texts(Some(scopes)));
        if is_pool && scopes.as_array().is_some_and(|scopes| !scopes.is_empty()) {
            set("authorizationScopes", scopes);
        }
        unknown
    }
}
