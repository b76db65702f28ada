//! How an API is exported.

use std::collections::BTreeMap;

/// The version of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    /// OpenAPI 2.0.
    Swagger,
    /// OpenAPI 3.0.
    OpenApi3,
}

impl Version {
    /// The version by the type of an export.
    pub(super) fn new(export_type: &str) -> Option<Self> {
        match export_type {
            "swagger" => Some(Self::Swagger),
            "oas30" => Some(Self::OpenApi3),
            _ => None,
        }
    }

    /// Where the schemas are that have names.
    pub(super) fn schemas(self) -> &'static str {
        match self {
            Self::Swagger => "#/definitions/",
            Self::OpenApi3 => "#/components/schemas/",
        }
    }
}

/// How an API is exported.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is an extension that a caller asks for, or does not")]
pub(super) struct ExportOptions {
    pub(super) version: Version,
    /// Whether integrations are exported, and what else the service has of its own.
    pub(super) has_gateway: bool,
    pub(super) has_authorizers: bool,
    pub(super) has_documentation: bool,
    pub(super) is_yaml: bool,
}

impl ExportOptions {
    /// Reads the parameters of a call; extensions that mean nothing are ignored.
    pub(super) fn new(version: Version, parameters: Option<&BTreeMap<String, String>>, accepts: Option<&str>) -> Self {
        let given = parameters.and_then(|parameters| parameters.get("extensions")).map_or("", String::as_str);
        let has = |extension: &str| given.split(',').any(|given| given.trim().eq_ignore_ascii_case(extension));
        Self {
            version,
            has_gateway: has("apigateway") || has("integrations"),
            has_authorizers: has("apigateway") || has("authorizers"),
            has_documentation: has("documentation"),
            is_yaml: accepts.is_some_and(|accepts| accepts.to_ascii_lowercase().contains("yaml")),
        }
    }
}
