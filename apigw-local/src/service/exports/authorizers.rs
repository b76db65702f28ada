//! What callers must bring: security schemes, and the requirements of methods.

use apigw_model::{Authorizer, AuthorizerType, Method};
use serde_json::{Map, Value as Json, json};

use super::Export;
use crate::store::to_json;

/// The names of the schemes for keys and for signatures.
const KEY: &str = "api_key";
const SIGNATURE: &str = "sigv4";
/// The kind of authorization by signatures.
const SIGNED: &str = "AWS_IAM";
/// The name of a header that nothing is read from.
const UNUSED: &str = "Unused";
const HEADER: &str = "method.request.header.";
const AUTH_TYPE: &str = "x-amazon-apigateway-authtype";
/// Members of an authorizer that its extension does not have: they are those of the scheme.
const OF_SCHEME: [&str; 3] = ["id", "name", "authType"];

impl Export<'_> {
    /// The requirements of a method.
    pub(super) fn security(&self, method: &Method) -> Vec<Json> {
        let mut security = Vec::new();
        let authorizer = method.authorizer_id.as_ref().and_then(|id| self.snapshot.authorizers.get(id));
        if let Some(name) = authorizer.and_then(|authorizer| authorizer.name.as_deref()) {
            security.push(json!({name: method.authorization_scopes.clone().unwrap_or_default()}));
        }
        if method.authorization_type.as_deref() == Some(SIGNED) {
            security.push(json!({SIGNATURE: []}));
        }
        if method.api_key_required == Some(true) {
            security.push(json!({KEY: []}));
        }
        security
    }

    /// The security schemes that methods use.
    pub(super) fn security_schemes(&self) -> Map<String, Json> {
        let methods =
            || self.snapshot.resources.values().flat_map(|resource| resource.resource_methods.iter().flatten());
        let mut schemes = Map::new();
        for authorizer in self.snapshot.authorizers.values() {
            schemes.insert(authorizer.name.clone().unwrap_or_default(), self.scheme(authorizer));
        }
        if methods().any(|(_, method)| method.authorization_type.as_deref() == Some(SIGNED)) {
            let mut scheme = json!({"type": "apiKey", "name": "Authorization", "in": "header"});
            if let Some(members) = scheme.as_object_mut().filter(|_| self.options.has_authorizers) {
                members.insert(AUTH_TYPE.to_owned(), "awsSigv4".into());
            }
            schemes.insert(SIGNATURE.to_owned(), scheme);
        }
        if methods().any(|(_, method)| method.api_key_required == Some(true)) {
            schemes.insert(KEY.to_owned(), json!({"type": "apiKey", "name": "x-api-key", "in": "header"}));
        }
        schemes
    }

    fn scheme(&self, authorizer: &Authorizer) -> Json {
        let is_request = authorizer.r#type == Some(AuthorizerType::Request);
        let source = authorizer.identity_source.as_deref().unwrap_or_default();
        let header = source.strip_prefix(HEADER).filter(|header| !is_request && !header.contains(','));
        let mut scheme = Map::new();
        scheme.insert("type".to_owned(), "apiKey".into());
        scheme.insert("name".to_owned(), header.unwrap_or(UNUSED).into());
        scheme.insert("in".to_owned(), "header".into());
        if !self.options.has_authorizers {
            return Json::Object(scheme);
        }

        if let Some(auth_type) = &authorizer.auth_type {
            scheme.insert(AUTH_TYPE.to_owned(), auth_type.as_str().into());
        }
        let mut members = to_json(authorizer).unwrap_or_default();
        members.retain(|name, _| !OF_SCHEME.contains(&name.as_str()) && (name != "identitySource" || header.is_none()));
        if let Some(kind) = members.get_mut("type")
            && let Some(text) = kind.as_str().map(str::to_lowercase)
        {
            *kind = text.into();
        }
        scheme.insert("x-amazon-apigateway-authorizer".to_owned(), Json::Object(members));
        Json::Object(scheme)
    }
}
