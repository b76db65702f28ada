//! The specification of Amazon API Gateway that comes with the crate.

use std::sync::OnceLock;

use crate::read::{ReadErrors, Source, read};
use crate::spec::Spec;

/// The published model in our normal form: shapes, HTTP bindings, enumerations.
pub const MODEL: &str = include_str!("../models/api-gateway.json");

/// The documentation in our own words.
pub const DOCUMENTATION: &str = include_str!("../models/api-gateway.docs.json");

/// The rules, each with its evidence, and the strings that they refine.
pub const RULES: &str = include_str!("../models/api-gateway.rules.json");

/// The quotas of calls that the service publishes and does not raise.
pub(crate) const QUOTAS: &str = include_str!("../models/api-gateway.quotas.json");

/// The whole specification, read once for the life of the process.
///
/// # Errors
///
/// The files are tested with the crate, so that only a damaged copy of it has problems.
pub fn spec() -> Result<&'static Spec, &'static ReadErrors> {
    static SPEC: OnceLock<Result<Spec, ReadErrors>> = OnceLock::new();
    let sources = [
        Source { name: "api-gateway.json", text: MODEL },
        Source { name: "api-gateway.docs.json", text: DOCUMENTATION },
        Source { name: "api-gateway.rules.json", text: RULES },
        Source { name: "api-gateway.quotas.json", text: QUOTAS },
    ];
    SPEC.get_or_init(|| read(&sources)).as_ref()
}

/// The specification without its documentation, for those who only check or call: a third less to read.
///
/// # Errors
///
/// As for [`spec`].
pub fn without_documentation() -> Result<&'static Spec, &'static ReadErrors> {
    static SPEC: OnceLock<Result<Spec, ReadErrors>> = OnceLock::new();
    let sources = [
        Source { name: "api-gateway.json", text: MODEL },
        Source { name: "api-gateway.rules.json", text: RULES },
        Source { name: "api-gateway.quotas.json", text: QUOTAS },
    ];
    SPEC.get_or_init(|| read(&sources)).as_ref()
}
