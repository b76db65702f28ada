//! Tokens of user pools. What a token claims is checked; its signature is not, which needs the keys of the pool.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use super::fault::Fault;
use super::grant::Grant;
use crate::api::Authorizer;

/// What the token of a caller grants at a moment, in milliseconds since 1970. Scopes need the token for access, and no
/// scopes that of the identity.
///
/// # Errors
/// No user pool of the authorizer has issued the token, it has expired, or it has none of the scopes.
pub(crate) fn grant(authorizer: &Authorizer, token: &str, scopes: &[String], now: u64) -> Result<Grant, Fault> {
    let claims = claims(token).ok_or(Fault::Unauthorized)?;
    let of = |name: &str| claims.get(name).and_then(Value::as_str).unwrap_or("");
    if !authorizer.providers.iter().any(|arn| issuer(arn).is_some_and(|issuer| issuer == of("iss"))) {
        return Err(Fault::Unauthorized);
    }
    let expiry = claims.get("exp").and_then(Value::as_u64).ok_or(Fault::Unauthorized)?;
    if expiry <= now / 1_000 {
        return Err(Fault::TokenExpired);
    }
    let (needed, has_scope) = match scopes {
        [] => ("id", true),
        scopes => ("access", of("scope").split(' ').any(|scope| scopes.iter().any(|known| known == scope))),
    };
    if of("token_use") != needed || !has_scope {
        return Err(Fault::Unauthorized);
    }
    Ok(Grant::from_claims(claims.iter().map(|(name, value)| (name.clone(), text(value))).collect()))
}

/// The claims of a token in the form of a JSON web token.
fn claims(token: &str) -> Option<Map<String, Value>> {
    let token = token.strip_prefix("Bearer ").unwrap_or(token).trim();
    let mut parts = token.split('.');
    let (_, payload, _) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let decoded = URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?;
    serde_json::from_slice(&decoded).ok()
}

/// Who issues the tokens of a user pool, by its ARN.
fn issuer(arn: &str) -> Option<String> {
    let parts: Vec<&str> = arn.split(':').collect();
    let [_, partition, _, region, _, pool] = parts.as_slice() else { return None };
    let suffix = if *partition == "aws-cn" { "amazonaws.com.cn" } else { "amazonaws.com" };
    Some(format!("https://cognito-idp.{region}.{suffix}/{}", pool.strip_prefix("userpool/")?))
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}
