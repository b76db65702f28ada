//! Checks a request before it is sent: validation in the words of the AWS CLI, and the rules of the service. May import:
//! `transport`, `terminal`, `input`, `config`, `syntax`, `failure`.

pub(crate) mod finding;
pub(crate) mod findings;
pub(crate) mod fix;
pub(crate) mod forecast;
pub(crate) mod given;
pub(crate) mod lost_quotes;
pub(crate) mod mode;
pub(crate) mod naming;
pub(crate) mod preflight;
pub(crate) mod related;
pub(crate) mod render;
pub(crate) mod rules_index;
pub(crate) mod unknown_options;
pub(crate) mod validation;
