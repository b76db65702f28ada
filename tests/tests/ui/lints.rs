//! What macros generate fires no lint in the crate of a user, and what users allow, deny or forbid keeps its meaning. May
//! import: `small_crate`, `compiler`.

use crate::compiler::in_parallel;
use crate::small_crate::SmallCrate;

/// The groups of rustc and clippy, and lints of the compiler that are in no group.
const GROUPS: &str = "warnings, unused, nonstandard_style, future_incompatible, rust_2018_idioms, rust_2018_compatibility, \
     rust_2021_compatibility, rust_2024_compatibility, keyword_idents, let_underscore, refining_impl_trait, missing_docs, \
     unsafe_code, missing_copy_implementations, missing_debug_implementations, trivial_casts, \
     trivial_numeric_casts, unreachable_pub, unused_lifetimes, unused_qualifications, single_use_lifetimes, \
     macro_use_extern_crate, meta_variable_misuse, non_ascii_idents, explicit_outlives_requirements, variant_size_differences";
const CLIPPY: &str = "clippy::all, clippy::pedantic, clippy::nursery, clippy::cargo";

/// Every entry point but `model!`, with values and fields of many kinds.
const CALLS: &str = r#"
use apigw_model::construct::IntegrationUri;
use apigw_model::{
    CreateRestApi, CreateUsagePlan, EndpointType, FromOutput as _, HttpMethod, ImportRestApi, Input, Output, PutIntegration,
    UpdateRestApi, request,
};
use std::collections::HashMap;

/// Calls with literals and expressions.
#[must_use]
pub fn calls(owner: String, arn: &str, kind: EndpointType, version: Option<String>) -> CreateRestApi {
    let limit: i32 = owner.len().try_into().unwrap_or_default();
    let mime = "a/b";
    let _plan = request!(CreateUsagePlan {
        name: arn, throttle: { rate_limit: 100, burst_limit: limit },
        api_stages: [{ api_id: "a", stage: arn, throttle: { "/pets/GET": { burst_limit: 3, rate_limit: 2.5 } } }],
    });
    let _update = request!(UpdateRestApi {
        rest_api_id: arn, patch_operations: [{ op: "replace", path: "/name", value: owner.as_str() }],
    });
    let _import = request!(ImportRestApi { body: include_bytes!("api.json") });
    request!(CreateRestApi {
        name: format!("{arn}-{owner}"), version?, maybe_clone_from: None::<String>,
        endpoint_configuration: { types: [kind] },
        tags: { "n": format!("{limit}"), "owner": owner, "arn": arn.to_owned() },
        binary_media_types: [arn.to_string(), mime, "a/b"],
        #[cfg(debug_assertions)] description: "debug",
        #[cfg(not(debug_assertions))] description: "release",
    })
}

/// A call with a template in a file, and a base.
#[must_use]
pub fn put(base: PutIntegration) -> PutIntegration {
    request!(PutIntegration {
        type: MOCK, http_method: GET, request_templates: { "application/json": include_str!("mock.vtl") }, ..base
    })
}

/// An input.
#[derive(Debug, Clone, PartialEq, Eq, Input)]
#[apigw(operation = PutIntegration, type = "AWS_PROXY", integration_http_method = "POST")]
pub struct LambdaProxy<'a, T>
where
    T: Into<String> + Clone,
{
    /// The API.
    pub rest_api_id: &'a str,
    /// The resource.
    pub resource_id: T,
    /// The method.
    pub http_method: HttpMethod,
    /// The function.
    #[apigw(rename = uri)]
    pub function: IntegrationUri,
    /// The parameters.
    pub request_parameters: Option<HashMap<&'a str, String>>,
    /// The timeout.
    pub timeout_in_millis: Option<u16>,
    /// Not sent.
    #[apigw(skip)]
    pub note: String,
}

/// An input that nobody should use.
#[allow(deprecated)]
#[derive(Debug, Clone, PartialEq, Eq, Input)]
#[apigw(operation = CreateRestApi)]
#[deprecated(note = "use another")]
pub struct Old {
    /// The name.
    #[deprecated(note = "use another")]
    pub name: String,
}

/// An input for one place.
#[allow(non_camel_case_types, clippy::upper_case_acronyms)]
#[derive(Debug, Clone, PartialEq, Eq, Input)]
#[apigw(operation = CreateRestApi)]
pub struct create_API {
    /// The name.
    pub name: String,
}

/// An output.
#[derive(Debug, Clone, PartialEq, Eq, Output)]
#[apigw(operation = apigw_model::GetIntegration)]
pub struct Backend {
    /// The address.
    pub uri: Option<String>,
    /// The timeout.
    #[apigw(default)]
    pub timeout_in_millis: u32,
    /// The responses.
    pub integration_responses: Option<HashMap<String, Answer>>,
}

/// An answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Output)]
#[apigw(structure = apigw_model::IntegrationResponse)]
pub struct Answer {
    /// The status.
    #[apigw(parse)]
    pub status_code: u16,
}

/// Takes an answer.
#[must_use]
pub fn take(integration: apigw_model::Integration) -> Option<Backend> {
    Backend::from_output(integration).ok()
}
"#;

fn files(library: &str) -> [(&str, &str); 4] {
    [
        ("src/lib.rs", library),
        ("src/api.json", "{\"openapi\": \"3.0.1\", \"info\": {\"title\": \"a\", \"version\": \"1\"}, \"paths\": {}}"),
        ("src/mock.vtl", "{\"statusCode\": 200}\n"),
        ("README.md", "A test.\n"),
    ]
}

/// Calls and derives under every group, denied and, where users' own attributes allow it, forbidden, in each edition.
pub(crate) fn calls_and_derives_fire_none() {
    // Preludes of the first editions lack it.
    let import = "\n#[allow(unused_imports)]\nuse std::convert::TryInto as _;\n";
    let cases = ["2018", "2021", "2024"]
        .map(|edition| (edition, format!("//! A test.\n#![deny({GROUPS}, {CLIPPY})]\n{import}{CALLS}")));
    in_parallel(&cases, |(edition, library)| {
        let small = SmallCrate::new(&format!("lints-{edition}"), edition, &files(library));
        small.cargo(&["clippy"]).expect_silence();
    });
}

/// Calls and derives in a crate that forbids: what is generated for an item allows what its author allowed, and no more.
pub(crate) fn calls_and_derives_can_stand_in_a_crate_that_forbids() {
    let start = CALLS.find("/// An input that nobody").expect("an old input");
    let end = CALLS.find("/// An output.").expect("an output");
    let calls = [&CALLS[..start], &CALLS[end..]].concat();
    let library = format!("//! A test.\n#![forbid({GROUPS}, deprecated, {CLIPPY})]\n{calls}");
    SmallCrate::new("lints-forbidden", "2024", &files(&library)).cargo(&["clippy"]).expect_silence();
}

/// `model!` under every group.
pub(crate) fn models_fire_none() {
    let model = "/// The model.\npub mod own {\n    apigw_model::model!(operations = [PutIntegration, GetRestApis, UpdateStage]);\n}\n";
    let library = format!("//! A test.\n#![deny({GROUPS}, {CLIPPY})]\n\n{model}");
    SmallCrate::new("lints-model", "2024", &files(&library)).cargo(&["clippy"]).expect_silence();
}

/// A finding is none of the deprecated items that a crate allows to be used, and one that it denies is an error.
pub(crate) fn findings_are_not_hidden() {
    let library = |attributes: &str| {
        format!(
            "//! A test.\n{attributes}\n\n/// Puts.\n#[must_use]\npub fn put() -> apigw_model::PutIntegration {{\n    \
             apigw_model::request!(apigw_model::PutIntegration {{ rest_api_id: \"a\", resource_id: \"b\", http_method: \
             GET, type: HTTP, integration_http_method: \"GET\", uri: \"http://example.com:81/\" }})\n}}\n"
        )
    };
    let cases =
        [("allowed", "#![allow(deprecated)]", true), ("denied", "#![deny(warnings)]\n#![allow(deprecated)]", false)];
    in_parallel(&cases, |(name, attributes, is_accepted)| {
        let library = library(attributes);
        let said = SmallCrate::new(&format!("finding-{name}"), "2024", &files(&library)).check();
        assert!(said.text.contains("integration-uri-port"), "{}", said.text);
        assert_eq!(said.is_accepted, *is_accepted, "{}", said.text);
    });
}
