//! The macros, with examples that compile.

/// # Values
///
/// ```
/// use apigw_model::{HttpMethod, PutIntegration, request};
///
/// let (api, timeout) = (String::from("1234123412"), Some(5000));
/// let put = request!(PutIntegration {
///     rest_api_id: api,                                   // any expression that converts
///     resource_id: "a1b2c3",                              // a literal, which is checked
///     http_method: HttpMethod::Get,
///     type: HTTP_PROXY,                                   // a value that the model lists, by its name
///     integration_http_method: "GET",
///     uri: "https://domain.tld/{proxy}",
///     request_parameters: { "integration.request.path.proxy": "method.request.path.proxy" },   // a map
///     cache_key_parameters: ["method.request.path.proxy"],                                     // a list
///     tls_config: { insecure_skip_verification: true },                                        // a structure
///     timeout_in_millis?: timeout,                        // an `Option`
/// });
/// assert_eq!(put.timeout_in_millis, Some(5000));
///
/// // `name` and `description?` are short for `name: name` and `description?: description`.
/// # use apigw_model::CreateRestApi;
/// let (name, description) = ("pets", Some("All of them."));
/// let api = request!(CreateRestApi { name, description? });
/// assert_eq!(api.description.as_deref(), Some("All of them."));
///
/// // The other members are those of a base.
/// let other = request!(CreateRestApi { name: "cats", ..api });
/// assert_eq!(other.description.as_deref(), Some("All of them."));
/// ```
///
/// # Attributes of members
///
/// ```
/// use apigw_model::{PutIntegration, request};
///
/// let put = request!(PutIntegration {
///     rest_api_id: "1234123412", resource_id: "a1b2c3", http_method: GET, type: HTTP, integration_http_method: "GET",
///     /// Documentation is for people.
///     #[allow(integration-uri-port, reason = "the back end listens there")]
///     uri: "http://domain.tld:81/",
///     #[cfg(any())]
///     timeout_in_millis: 5000,
/// });
/// assert_eq!(put.timeout_in_millis, None);
/// ```
///
/// # Custom models
///
/// `path = "models/parcels.json"` names a file, relative to `Cargo.toml`; it can be repeated. `path = module` names the module
/// of a [`model!`] call, in this crate or in another; that module also exports a `request!` which needs no `path`.
///
/// ```text
/// request!(path = "models/parcels.json", path = "models/parcels.rules.json", SendParcel { parcel_id: "p" })
/// request!(path = parcels, parcels::SendParcel { parcel_id: "p" })
/// parcels::request!(parcels::SendParcel { parcel_id: "p" })
/// ```
pub use apigw_macros::request;

/// ```
/// use apigw_model::{CreateRestApi, Input};
///
/// #[derive(Input, Clone)]
/// #[apigw(operation = CreateRestApi, version = "1.0")]    // the same version for every value
/// struct Mine<'a> {
///     #[apigw(rename = name)]
///     title: &'a str,
///     description: Option<String>,
///     #[apigw(skip)]
///     color: u8,
/// }
///
/// let mine = Mine { title: "pets", description: None, color: 7 };
/// let borrowed = CreateRestApi::from(&mine);              // for types with `Clone`
/// assert_eq!((borrowed.name.as_str(), borrowed.version.as_deref()), ("pets", Some("1.0")));
/// assert_eq!(mine.color, 7);
/// assert_eq!(CreateRestApi::from(mine), borrowed);
/// ```
///
/// A nested structure is derived with `structure`, and fits wherever the service has that structure:
///
/// ```
/// use apigw_model::{Input, PutIntegration, TlsConfig};
///
/// #[derive(Input)]
/// #[apigw(structure = TlsConfig)]
/// struct Tls {
///     insecure_skip_verification: bool,
/// }
///
/// #[derive(Input)]
/// #[apigw(
///     operation = PutIntegration, type = "HTTP", integration_http_method = "GET", uri = "http://domain.tld:81/",
///     allow(integration-uri-port, reason = "the back end listens there")
/// )]
/// struct Backend {
///     rest_api_id: String,
///     resource_id: String,
///     http_method: String,
///     tls_config: Tls,
/// }
///
/// let backend = Backend {
///     rest_api_id: "1234123412".to_owned(), resource_id: "a1b2c3".to_owned(), http_method: "GET".to_owned(),
///     tls_config: Tls { insecure_skip_verification: true },
/// };
/// assert!(PutIntegration::from(backend).tls_config.is_some());
/// ```
pub use apigw_macros::Input;

/// # Types of fields
///
/// | member | field |
/// |---|---|
/// | any | its own type, or any `T` with `TryFrom` of it: `i64`, `u16`, `usize` for an integer, `String` for an enumeration, `Arc<str>` |
/// | that may be absent | an `Option`, which is then `None`; anything else is an error, or the default with `#[apigw(default)]` |
/// | string, enumeration | with `#[apigw(parse)]` a type with `FromStr` or `TryFrom<&str>` |
/// | structure | a structure that derives `Output` with `structure = …` |
/// | list | `Vec`, `HashSet` and other collections, of what a field can have for the item |
/// | map | `BTreeMap`, `HashMap` and other maps, of what a field can have for the value |
/// | all of these | in a `Box`, `Rc` or `Arc` |
///
/// What does not fit is a [`MemberError`](crate::MemberError) that names the member.
///
/// ```
/// use std::collections::HashMap;
/// use std::net::IpAddr;
///
/// use apigw_model::{FromOutput as _, GetIntegration, Integration, IntegrationResponse, Output};
///
/// #[derive(Output)]
/// #[apigw(operation = GetIntegration)]
/// struct Backend {
///     uri: String,                                         // required here: its absence is an error
///     timeout_in_millis: Option<u16>,
///     #[apigw(rename = "type")]
///     kind: String,
///     #[apigw(default)]
///     cache_key_parameters: Vec<String>,
///     integration_responses: HashMap<String, Answer>,
///     #[apigw(parse)]
///     cache_namespace: Option<IpAddr>,
///     #[apigw(skip)]
///     seen: bool,                                          // its default
/// }
///
/// #[derive(Output)]
/// #[apigw(structure = IntegrationResponse)]
/// struct Answer {
///     #[apigw(parse)]
///     status_code: u16,
/// }
///
/// # fn main() -> Result<(), apigw_model::MemberError> {
/// let answer = || IntegrationResponse::builder().status_code("200").build();
/// let integration = Integration::builder()
///     .r#type("HTTP").uri("https://domain.tld/").timeout_in_millis(5000).integration_responses([("200", answer())]);
/// let backend = Backend::from_output(integration.build())?;
/// assert_eq!((backend.timeout_in_millis, backend.integration_responses["200"].status_code), (Some(5000), 200));
///
/// let failed = Backend::from_output(Integration::builder().build()).err().expect("there is no `uri`");
/// assert!(failed.is_missing());
/// # Ok(())
/// # }
/// ```
pub use apigw_macros::Output;

/// A model is a Smithy 2.0 JSON AST; `apigw spec import` makes one from botocore's `service-2.json`. Call the macro in a
/// module or in the root of a crate, not in a function.
///
/// Beside the types, a call with `path` exports `request!`, which knows the model (import no other `request` in the module of
/// the call), and the derives find it by `path = module`. So a crate with a model serves others that cannot name its files:
///
/// ```text
/// // In the crate `parcels`:
/// apigw_model::model!(path = ["models/parcels.json", "models/parcels.rules.json"]);
///
/// // In a crate that depends on it:
/// let send = parcels::request!(parcels::SendParcel { parcel_id: "p", carrier: BIKE });
///
/// #[derive(apigw_model::Input)]
/// #[apigw(operation = parcels::SendParcel, path = parcels, carrier = DRONE)]
/// struct Flight { parcel_id: String, flight_plan: String }
/// ```
pub use apigw_macros::model;
