//! Authorizers, and what a method asks of them.

use std::time::Duration;

use serde_json::Value;

use super::integration::{InvalidDefinition, invalid, text};

/// How a method finds out who calls it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Authorization {
    /// It does not.
    #[default]
    None,
    /// By the signature of the request.
    Iam,
    /// By a function, or by a token of a user pool.
    Authorizer {
        /// The identifier of the authorizer.
        id: String,
        /// The scopes, of which the token of a user pool needs one.
        scopes: Vec<String>,
    },
}

/// What decides on calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuthorizerType {
    /// A function that gets a token.
    Token,
    /// A function that gets the request.
    Request,
    /// User pools that have issued the caller's token.
    UserPools,
}

/// An authorizer.
///
/// ```
/// use apigw_engine::api::{Authorizer, AuthorizerType};
///
/// let authorizer = Authorizer::from_json(&serde_json::json!({
///     "id": "abc123", "type": "REQUEST", "authorizerResultTtlInSeconds": 0,
///     "identitySource": "method.request.header.Auth, context.identity.sourceIp",
/// }))?;
/// assert_eq!((authorizer.kind, authorizer.identity_sources.len()), (AuthorizerType::Request, 2));
/// # Ok::<(), apigw_engine::api::InvalidDefinition>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authorizer {
    /// Its identifier.
    pub id: String,
    /// What decides.
    pub kind: AuthorizerType,
    /// Where the function is.
    pub uri: Option<String>,
    /// The mapping expressions that identify a caller.
    pub identity_sources: Vec<String>,
    /// The regular expression that a token has to match.
    pub identity_validation: Option<String>,
    /// How long an answer is good for. Zero turns the cache off.
    pub ttl: Duration,
    /// The ARNs of the user pools.
    pub providers: Vec<String>,
}

/// How long an answer is good for by default.
const TTL: Duration = Duration::from_mins(5);

impl Authorizer {
    /// Reads an authorizer as the service's API has it.
    ///
    /// # Errors
    /// The type has none of its values.
    pub fn from_json(value: &Value) -> Result<Self, InvalidDefinition> {
        let kind = match text(value, "type").as_deref() {
            Some("TOKEN") => AuthorizerType::Token,
            Some("REQUEST") => AuthorizerType::Request,
            Some("COGNITO_USER_POOLS") => AuthorizerType::UserPools,
            other => return invalid("type", other, "TOKEN, REQUEST or COGNITO_USER_POOLS"),
        };
        let sources = text(value, "identitySource").unwrap_or_default();
        let providers = value.get("providerARNs").and_then(Value::as_array).into_iter().flatten();

        Ok(Self {
            id: text(value, "id").unwrap_or_default(),
            kind,
            uri: text(value, "authorizerUri"),
            identity_sources: parts(&sources),
            identity_validation: text(value, "identityValidationExpression").filter(|pattern| !pattern.is_empty()),
            ttl: value.get("authorizerResultTtlInSeconds").and_then(Value::as_u64).map_or(TTL, Duration::from_secs),
            providers: providers.filter_map(Value::as_str).map(str::to_owned).collect(),
        })
    }
}

impl Authorization {
    /// Reads what a method asks as the service's API has it, from the members of the method.
    pub(super) fn of_method(value: &Value) -> Self {
        let scopes = value.get("authorizationScopes").and_then(Value::as_array).into_iter().flatten();
        match (text(value, "authorizationType").as_deref(), text(value, "authorizerId")) {
            (Some(kind), _) if kind.eq_ignore_ascii_case("AWS_IAM") => Self::Iam,
            (Some(kind), _) if kind.eq_ignore_ascii_case("NONE") => Self::None,
            (None, None) => Self::None,
            (_, id) => Self::Authorizer {
                id: id.unwrap_or_default(),
                scopes: scopes.filter_map(Value::as_str).map(str::to_owned).collect(),
            },
        }
    }
}

/// The parts of a list with commas.
fn parts(list: &str) -> Vec<String> {
    list.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
