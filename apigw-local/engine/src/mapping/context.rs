//! `$context`, and what templates override through it.

use std::rc::Rc;

use indexmap::IndexMap;

use crate::java::number::Number;
use crate::java::value::{Map, Value};

const REQUEST_OVERRIDE: &str = "requestOverride";
const RESPONSE_OVERRIDE: &str = "responseOverride";

/// The variables of a call, and the overrides that its templates have set.
///
/// One context serves all templates of a call: what the request's template puts into it is there for the response's.
/// Copies share their variables.
///
/// ```
/// use apigw_engine::Context;
///
/// let context = Context::new([("stage", "prod"), ("requestId", "1")]);
/// context.set("identity.sourceIp", "192.0.2.1");
/// assert_eq!(context.get("identity.sourceIp").as_deref(), Some("192.0.2.1"));
/// assert_eq!(context.get("identity.user").as_deref(), Some(""));
/// ```
#[derive(Clone)]
pub struct Context {
    map: Rc<Map>,
}

/// The variables that every call has, in the order in which `$context.keySet()` gives them.
const NAMES: [&str; 18] = [
    "resourceId",
    "resourcePath",
    "httpMethod",
    "extendedRequestId",
    "requestTime",
    "path",
    "accountId",
    "protocol",
    REQUEST_OVERRIDE,
    "stage",
    "domainPrefix",
    "requestTimeEpoch",
    "requestId",
    "identity",
    "domainName",
    "deploymentId",
    RESPONSE_OVERRIDE,
    "apiId",
];

/// What a call is known by in `$context.identity`; all of them are there, and empty if not known.
const IDENTITY: [&str; 12] = [
    "cognitoIdentityPoolId",
    "accountId",
    "cognitoIdentityId",
    "caller",
    "sourceIp",
    "principalOrgId",
    "accessKey",
    "cognitoAuthenticationType",
    "cognitoAuthenticationProvider",
    "userArn",
    "userAgent",
    "user",
];

/// What is known in a test invocation, which has no caller and no domain.
const TEST_INVOCATION: [(&str, &str); 5] = [
    ("identity.sourceIp", "test-invoke-source-ip"),
    ("identity.apiKey", "test-invoke-api-key"),
    ("identity.apiKeyId", "test-invoke-api-key-id"),
    ("domainName", "testPrefix.testDomainName"),
    ("domainPrefix", "testPrefix"),
];

impl Default for Context {
    fn default() -> Self {
        Self::new([] as [(&str, &str); 0])
    }
}

impl Context {
    /// A context with variables.
    pub fn new<N: AsRef<str>, V: AsRef<str>>(variables: impl IntoIterator<Item = (N, V)>) -> Self {
        let opaque = |entries: Vec<(&str, Value)>| {
            let map = Map { is_opaque: true, ..Map::default() };
            for (name, value) in entries {
                map.put(Value::text(name), value);
            }
            Value::Map(Rc::new(map))
        };
        let context = Self { map: Rc::new(Map { is_opaque: true, ..Map::default() }) };
        for name in NAMES {
            let value = match name {
                REQUEST_OVERRIDE => {
                    opaque(["path", "header", "querystring"].map(|part| (part, opaque(Vec::new()))).into())
                }
                RESPONSE_OVERRIDE => opaque(vec![("header", opaque(Vec::new()))]),
                "identity" => opaque(IDENTITY.map(|part| (part, Value::Null)).into()),
                _ => Value::Null,
            };
            context.map.put(Value::text(name), value);
        }
        for (name, value) in variables {
            context.set(name.as_ref(), value.as_ref());
        }
        context
    }

    /// The context of a test invocation, as the console and `TestInvokeMethod` make it.
    ///
    /// ```
    /// use apigw_engine::Context;
    ///
    /// assert_eq!(Context::of_test_invocation().get("identity.sourceIp").as_deref(), Some("test-invoke-source-ip"));
    /// ```
    pub fn of_test_invocation() -> Self {
        Self::new(TEST_INVOCATION)
    }

    /// Sets a variable. A dot leads into a part, as in `identity.sourceIp`.
    pub fn set(&self, name: &str, value: &str) {
        let mut map = Rc::clone(&self.map);
        let mut rest = name;
        while let Some((part, after)) = rest.split_once('.') {
            map = inner(&map, part);
            rest = after;
        }
        map.put(Value::text(rest), Value::text(value));
    }

    /// Sets a member of a part, both of which may have dots in their names.
    pub(crate) fn set_in(&self, part: &[&str], name: &str, value: &str) {
        let mut map = Rc::clone(&self.map);
        for part in part {
            map = inner(&map, part);
        }
        map.put(Value::text(name), Value::text(value));
    }

    /// The variable of a name such as `identity.sourceIp`, as a mapping expression takes it; nothing if there is none.
    pub fn get(&self, name: &str) -> Option<String> {
        let mut value = Value::Map(Rc::clone(&self.map));
        for part in name.split('.') {
            let Value::Map(map) = &value else { return None };
            let found = map.entries.borrow().get(part).cloned();
            value = found?;
        }
        match value {
            Value::Null | Value::Map(_) => Some(String::new()),
            value => Some(text(&value)),
        }
    }

    /// The status that a template has set for the response; nothing if it set none, or no integer from 100 to 599.
    pub fn status_override(&self) -> Option<u16> {
        let Value::Map(response) = self.map.get_text(RESPONSE_OVERRIDE) else { return None };
        let status = match response.get_text("status") {
            Value::Number(Number::Int(status)) => u16::try_from(status).ok()?,
            Value::Text(status) => status.parse().ok()?,
            _ => return None,
        };
        (100..=599).contains(&status).then_some(status)
    }

    /// The headers that templates have set for the response.
    pub fn response_headers(&self) -> IndexMap<String, String> {
        self.overrides(RESPONSE_OVERRIDE, "header")
    }

    /// What templates have set for the request: `header`, `querystring` or `path`.
    pub fn request_overrides(&self, part: &str) -> IndexMap<String, String> {
        self.overrides(REQUEST_OVERRIDE, part)
    }

    fn overrides(&self, which: &str, part: &str) -> IndexMap<String, String> {
        let Value::Map(overrides) = self.map.get_text(which) else { return IndexMap::new() };
        let Value::Map(part) = overrides.get_text(part) else { return IndexMap::new() };
        part.entries.borrow().iter().map(|(key, value)| (text(&key.0), text(value))).collect()
    }

    /// The variables as the event of a function has them: without overrides, null where nothing is known.
    pub(crate) fn to_json(&self) -> serde_json::Value {
        let mut json = json_of(&self.map);
        if let serde_json::Value::Object(members) = &mut json {
            members.remove(REQUEST_OVERRIDE);
            members.remove(RESPONSE_OVERRIDE);
            let epoch = members
                .get("requestTimeEpoch")
                .and_then(serde_json::Value::as_str)
                .and_then(|time| time.parse::<u64>().ok());
            if let Some(epoch) = epoch {
                members.insert("requestTimeEpoch".to_owned(), epoch.into());
            }
        }
        json
    }

    pub(super) fn value(&self) -> Value {
        Value::Map(Rc::clone(&self.map))
    }
}

/// The part of a map, which is made if there is none.
fn inner(map: &Map, part: &str) -> Rc<Map> {
    match map.get_text(part) {
        Value::Map(inner) => inner,
        _ => {
            let inner = Rc::new(Map { is_opaque: true, ..Map::default() });
            map.put(Value::text(part), Value::Map(Rc::clone(&inner)));
            inner
        }
    }
}

fn text(value: &Value) -> String {
    let mut text = String::new();
    // What is nested too deeply ends where it does.
    let _ = crate::java::display::push_text(value, &mut text, &mut |_, _| Ok(()));
    text
}

fn json_of(map: &Map) -> serde_json::Value {
    let members = map.entries.borrow();
    let members = members.iter().map(|(key, value)| {
        let value = match value {
            Value::Null => serde_json::Value::Null,
            Value::Map(inner) => json_of(inner),
            value => text(value).into(),
        };
        (text(&key.0), value)
    });
    serde_json::Value::Object(members.collect())
}

impl std::fmt::Debug for Context {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<String> = self.map.entries.borrow().keys().map(|key| text(&key.0)).collect();
        f.debug_struct("Context").field("names", &names).finish()
    }
}
