//! The answer of an authorizer: who the caller is, and what the caller may do.

use serde_json::Value;

use super::fault::Fault;
use super::policy::{Decision, decide};
use crate::mapping::Context;

/// What an authorizer has found out about a caller.
#[derive(Debug, Clone, PartialEq)]
pub struct Grant {
    /// Who it is.
    principal: String,
    /// What the caller may do; a user pool lets every caller through that it knows.
    policy: Option<Value>,
    /// What it says besides, below `$context.authorizer`.
    variables: Vec<(String, String)>,
    /// What the token claims, below `$context.authorizer.claims`.
    claims: Vec<(String, String)>,
    /// The value of an API key.
    usage_key: Option<String>,
}

impl Grant {
    /// Reads the answer of a function.
    ///
    /// ```
    /// use apigw_engine::{Fault, Grant};
    ///
    /// let answer = r#"{"principalId": "ada", "policyDocument": {"Statement": []}, "context": {"level": 3}}"#;
    /// let grant = Grant::from_answer(answer.as_bytes(), false)?;
    /// assert_eq!(grant.check("arn:aws:execute-api:us-east-1:1:api/prod/GET/"), Err(Fault::AccessDenied(false)));
    /// # Ok::<(), Fault>(())
    /// ```
    ///
    /// # Errors
    /// The function has raised `Unauthorized`, or its answer is none.
    pub fn from_answer(payload: &[u8], is_function_error: bool) -> Result<Self, Fault> {
        let broken = Fault::AuthorizerConfiguration;
        let Ok(answer) = serde_json::from_slice::<Value>(payload) else { return Err(broken) };
        if is_function_error {
            let is_unauthorized = answer.get("errorMessage").and_then(Value::as_str) == Some("Unauthorized");
            return Err(if is_unauthorized { Fault::Unauthorized } else { broken });
        }
        let policy = answer.get("policyDocument").filter(|policy| policy.get("Statement").is_some());
        let (Some(policy), Some(principal)) = (policy, answer.get("principalId").and_then(Value::as_str)) else {
            return Err(broken);
        };

        let variables = match answer.get("context") {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Object(members)) => {
                let text = |(name, value): (&String, &Value)| Some((name.clone(), text(value)?));
                members.iter().map(text).collect::<Option<_>>().ok_or(broken)?
            }
            Some(_) => return Err(broken),
        };
        Ok(Self {
            principal: principal.to_owned(),
            policy: Some(policy.clone()),
            variables,
            claims: Vec::new(),
            usage_key: answer.get("usageIdentifierKey").and_then(Value::as_str).map(str::to_owned),
        })
    }

    /// What the token of a user pool claims.
    pub(super) fn from_claims(claims: Vec<(String, String)>) -> Self {
        let of = |name: &str| claims.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        let principal = of("sub").unwrap_or_default();
        Self { principal, policy: None, variables: Vec::new(), claims, usage_key: None }
    }

    /// Whether the caller may call a method.
    ///
    /// # Errors
    /// A statement of the policy denies it, or none allows it.
    pub fn check(&self, method_arn: &str) -> Result<(), Fault> {
        let Some(policy) = &self.policy else { return Ok(()) };
        match decide(policy, method_arn) {
            Decision::Allowed => Ok(()),
            Decision::Denied => Err(Fault::AccessDenied(true)),
            Decision::NotAllowed => Err(Fault::AccessDenied(false)),
        }
    }

    /// Who the caller is.
    pub fn principal(&self) -> &str {
        &self.principal
    }

    /// What the caller may do; nothing of a user pool, which lets every caller through that it knows.
    pub fn policy(&self) -> Option<&Value> {
        self.policy.as_ref()
    }

    /// What the authorizer says besides, by name.
    pub fn variables(&self) -> impl Iterator<Item = (&str, &str)> {
        self.variables.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// What the token of a user pool claims, by name.
    pub fn claims(&self) -> impl Iterator<Item = (&str, &str)> {
        self.claims.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The value of the API key that the authorizer names.
    pub(crate) fn usage_key(&self) -> Option<&str> {
        self.usage_key.as_deref()
    }

    /// Sets the variables of a call that follow from the answer.
    pub(crate) fn fill(&self, context: &Context) {
        if self.policy.is_some() {
            context.set("authorizer.principalId", &self.principal);
        }
        for (name, value) in &self.variables {
            context.set_in(&["authorizer"], name, value);
        }
        for (name, value) in &self.claims {
            context.set_in(&["authorizer", "claims"], name, value);
        }
    }
}

/// A value as a string; nothing for a list or an object.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        Value::Null => Some(String::new()),
        Value::Array(_) | Value::Object(_) => None,
    }
}
