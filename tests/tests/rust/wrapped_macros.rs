//! Entry points behind `macro_rules!`, aliases and hostile names: what a macro cannot see, it must not guess.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;

use apigw_model::{
    CreateRestApi, CreateUsagePlan, EndpointConfiguration, EndpointType, FromOutput, GetIntegration, GetRestApi,
    GetRestApis, HttpMethod, ImportRestApi, Input, Integration, IntegrationResponse, IntegrationType, IpAddressType,
    Output, PatchOperation, PutIntegration, RestApis, TlsConfig, UpdateRestApi, request,
};

/// Declares a module with every entry point behind one fragment specifier for values and one for types.
macro_rules! matrix {
    ($($module:ident: $value:ident, $ty:ident;)*) => { $(
        mod $module {
            use apigw_model::{CreateRestApi, FromOutput, Input, Output, RestApi, request};

            macro_rules! requested { ($name:$value, $description:$value) => {
                request!(CreateRestApi { name: $name, description: $description, tags: { "a": $name } })
            } }
            macro_rules! taken { ($structure:ident, $field:ident: $of:$ty, $other:$ty) => {
                #[derive(Output)]
                #[apigw(structure = RestApi)]
                struct $structure { $field: $of, description: $other }
            } }
            macro_rules! given { ($structure:ident, $field:ident: $of:$ty, $other:$ty) => {
                #[derive(Input, Clone)]
                #[apigw(operation = CreateRestApi)]
                struct $structure { $field: $of, description: $other }
            } }
            type Text = Option<String>;
            taken!(Taken, name: String, Text);
            given!(Given, name: String, Text);

            #[test]
            fn every_entry_point_works() {
                let literal = requested!("pets", "all of them");
                assert_eq!(literal.tags.as_ref().map(|tags| tags["a"].as_str()), Some("pets"));
                let taken = Taken::from_output(RestApi::builder().name("pets").build()).expect("nothing is missing");
                assert_eq!((taken.name.as_str(), taken.description), ("pets", None));
                let given = Given { name: "pets".to_owned(), description: Some("all of them".to_owned()) };
                assert_eq!(CreateRestApi::from(&given).description, literal.description);
                assert_eq!(CreateRestApi::from(given).name, "pets");
            }
        }
    )* };
}

matrix! {
    expressions: expr, ty;
    literals: literal, path;
    trees: tt, ident;
}

macro_rules! optional { ($name:ident { $($field:ident: $ty:ty),* }) => {
    #[derive(Output)]
    #[apigw(operation = GetRestApis)]
    struct $name { $($field: $ty),* }
} }
optional!(Position { position: Option<String> });

macro_rules! mock {
    ($name:ident) => {
        #[derive(Input)]
        #[apigw(operation = PutIntegration, type = "MOCK")]
        struct $name {
            rest_api_id: String,
            resource_id: String,
            http_method: HttpMethod,
        }
    };
}
mock!(Mock);

macro_rules! item {
    ($item:item) => {
        $item
    };
}
item! {
    #[derive(Input)]
    #[apigw(operation = GetRestApi)]
    struct Item { rest_api_id: String }
}

macro_rules! fields { ($(#[$attribute:meta])* $name:ident, $($fields:tt)*) => {
    $(#[$attribute])* struct $name { $($fields)* }
} }
fields!(#[derive(Input)] #[apigw(operation = GetRestApi)] Fields, rest_api_id: String);

macro_rules! put { ($($members:tt)*) => {
    request!(PutIntegration { rest_api_id: "a", resource_id: "b", $($members)* })
} }

macro_rules! named { ($name:expr $(, $member:ident: $value:expr)*) => {
    request!(CreateRestApi { $($member: $value,)* name: $name })
} }

#[test]
fn members_come_from_two_places() {
    assert!(Position::from_output(RestApis::default()).is_ok_and(|taken| taken.position.is_none()));
    assert_eq!(put!(http_method: GET, type: MOCK).r#type, IntegrationType::Mock);
    assert_eq!(named!("x", description: "y", binary_media_types: ["a/b"]).description.as_deref(), Some("y"));
    let mock = Mock { rest_api_id: "a".to_owned(), resource_id: "b".to_owned(), http_method: HttpMethod::Get };
    assert_eq!(PutIntegration::from(mock).r#type, IntegrationType::Mock);
    assert_eq!(GetRestApi::from(Item { rest_api_id: "a".to_owned() }).rest_api_id, "a");
    assert_eq!(GetRestApi::from(Fields { rest_api_id: "b".to_owned() }).rest_api_id, "b");
}

#[test]
fn names_of_the_user_keep_their_meaning() {
    let (value, given, key, error, argument) = ("a", "b", "c", "d", "e");
    let (__apigw_builder, __apigw_argument, __apigw_value) = (value, given, key);
    let api = request!(CreateRestApi {
        name: __apigw_builder, description: __apigw_argument, tags: { key: __apigw_value, "e": error },
        #[cfg(test)] version: argument,
        #[cfg(not(test))] version: "none",
    });
    assert_eq!((api.name.as_str(), api.description.as_deref(), api.version.as_deref()), ("a", Some("b"), Some("e")));
    assert_eq!(api.tags, Some(BTreeMap::from([("c".to_owned(), "c".to_owned()), ("e".to_owned(), "d".to_owned())])));
}

const DUALSTACK: IpAddressType = IpAddressType::Dualstack;
const HTTPS: IntegrationType = IntegrationType::Http;
const PATH: &str = "GET";

#[test]
fn constants_of_the_user_are_taken_whatever_they_resemble() {
    let put = request!(PutIntegration { rest_api_id: "a", resource_id: "b", http_method: PATH, type: HTTPS });
    assert_eq!((put.http_method.as_str(), put.r#type), ("GET", IntegrationType::Http));
    let api = request!(CreateRestApi {
        name: "x", endpoint_configuration: { types: [EDGE], ip_address_type: DUALSTACK },
    });
    let endpoint = api.endpoint_configuration.expect("an endpoint");
    assert_eq!(endpoint.ip_address_type, Some(IpAddressType::Dualstack));
}

struct Config {
    id: String,
}

#[test]
fn parentheses_around_a_name_mean_nothing() {
    macro_rules! put {
        ($kind:expr) => {
            request!(PutIntegration { rest_api_id: "a", resource_id: "b", http_method: (GET), type: ($kind) })
        };
    }
    #[allow(unused_parens, reason = "they are what is tried")]
    let put = put!((MOCK));
    assert_eq!((put.http_method.as_str(), put.r#type.as_str()), ("GET", "MOCK"));
}

#[test]
fn temporaries_live_as_long_as_in_a_structure_literal() {
    let config = RefCell::new(Config { id: " a ".to_owned() });
    let get = request!(GetRestApi { rest_api_id: config.borrow().id.as_str().trim() });
    assert_eq!(get.rest_api_id, "a");
    assert_eq!(request!(GetRestApi { rest_api_id: format!(" {}", 5).trim() }).rest_api_id, "5");
}

#[test]
fn values_can_be_optional() {
    let (description, nothing) = (Some("d"), None::<String>);
    let api = request!(CreateRestApi { name: "x", description?, version?: nothing, maybe_clone_from: Some("c") });
    assert_eq!((api.description.as_deref(), api.version, api.clone_from.as_deref()), (Some("d"), None, Some("c")));
}

#[test]
fn collections_hold_literals_and_expressions_of_every_kind() {
    let (edge, owner, mime) = (EndpointType::Edge, String::from("o"), "a/b");
    let api = request!(CreateRestApi {
        name: "x", endpoint_configuration: EndpointConfiguration { types: [edge] },
        tags: { "owner": owner, "n": format!("{}", 5) }, binary_media_types: [mime, "c/d", mime.to_owned()],
    });
    assert_eq!(api.binary_media_types.as_deref().map(<[String]>::len), Some(3));
    assert_eq!(api.endpoint_configuration.and_then(|e| e.types), Some(vec![EndpointType::Edge]));
    let api = request!(CreateRestApi { name: "x", binary_media_types: &["a/b"], tags: {} });
    assert_eq!((api.binary_media_types, api.tags), (Some(vec!["a/b".to_owned()]), Some(BTreeMap::new())));

    let op = |value: &str| PatchOperation::builder().op("replace").path("/name").value(value).build();
    let same = op("a");
    let mapped = request!(UpdateRestApi { rest_api_id: "a", patch_operations: ["a", "b"].map(op) });
    assert_eq!(mapped.patch_operations.map(|all| all.len()), Some(2));
    let repeated = request!(UpdateRestApi { rest_api_id: "a", patch_operations: [same.clone(); 1] });
    let mixed = request!(UpdateRestApi {
        rest_api_id: "a", patch_operations: [same, { op: "replace", path: "/description", value: "x" }],
    });
    assert_eq!(mixed.patch_operations.map(|all| all.len()), Some(2));
    assert_eq!(repeated.patch_operations.map(|all| all.len()), Some(1));

    assert_eq!(request!(ImportRestApi { body: b"{}" }).body.as_bytes(), b"{}");
    assert!(!request!(ImportRestApi { body: include_bytes!("../../models/parcels.json") }).body.as_bytes().is_empty());
    let plan = request!(CreateUsagePlan { name: "x", throttle: { rate_limit: 100, burst_limit: 3 } });
    assert_eq!(plan.throttle.and_then(|throttle| throttle.rate_limit), Some(100.0));
}

#[derive(Output)]
#[apigw(operation = GetIntegration)]
struct Wide {
    r#type: String,
    timeout_in_millis: Option<u16>,
    #[apigw(default)]
    cache_namespace: String,
    integration_responses: HashMap<String, Arc<Answer>>,
    cache_key_parameters: Option<HashSet<String>>,
    tls_config: Option<Box<Tls>>,
    credentials: Option<Rc<str>>,
    #[apigw(parse)]
    connection_type: Option<Connection>,
}

#[derive(Output)]
#[apigw(structure = IntegrationResponse)]
struct Answer {
    #[apigw(parse)]
    status_code: u16,
}

#[derive(Output)]
#[apigw(structure = TlsConfig)]
struct Tls {
    insecure_skip_verification: bool,
}

#[derive(Debug, PartialEq)]
struct Connection(String);

impl TryFrom<&str> for Connection {
    type Error = String;

    fn try_from(text: &str) -> Result<Self, String> {
        if text == "INTERNET" { Ok(Self(text.to_owned())) } else { Err(format!("no {text}")) }
    }
}

#[test]
fn fields_of_an_output_have_the_types_that_users_write() {
    let answer = |status: &str| IntegrationResponse::builder().status_code(status).build();
    let bare = || Integration::builder().r#type("AWS");
    let source = || bare().timeout_in_millis(50).connection_type("INTERNET");
    let tls = TlsConfig::builder().insecure_skip_verification(true).build();
    let whole = source().integration_responses([("200", answer("200"))]).cache_key_parameters(["a"]).tls_config(tls);
    let wide = Wide::from_output(whole.credentials("c").build()).expect("everything fits");
    assert_eq!((wide.r#type.as_str(), wide.timeout_in_millis, wide.cache_namespace.as_str()), ("AWS", Some(50), ""));
    assert_eq!((wide.integration_responses["200"].status_code, wide.credentials.as_deref()), (200, Some("c")));
    assert_eq!(wide.connection_type, Some(Connection("INTERNET".to_owned())));
    assert!(wide.tls_config.is_some_and(|tls| tls.insecure_skip_verification));
    assert!(wide.cache_key_parameters.is_some_and(|keys| keys.contains("a")));

    let failed =
        |source: Integration| Wide::from_output(source).err().map(|error| (error.is_missing(), error.member()));
    assert_eq!(failed(source().build()), Some((true, "integrationResponses")));
    let responses = [("200", answer("2xx"))];
    assert_eq!(failed(source().integration_responses(responses).build()), Some((false, "statusCode")));
    let answered = || bare().integration_responses([("200", answer("200"))]);
    let too_long = answered().connection_type("INTERNET").timeout_in_millis(70_000).build();
    assert_eq!(failed(too_long), Some((false, "timeoutInMillis")));
    let unknown = answered().connection_type("VPC_LINK").build();
    assert_eq!(failed(unknown), Some((false, "connectionType")));
}

#[derive(Input, Clone)]
#[apigw(operation = CreateRestApi)]
struct Lent<'a, T: Into<String>>
where
    T: Clone,
{
    name: &'a str,
    version: T,
    clone_from: Option<Arc<str>>,
    tags: HashMap<&'a str, String>,
    minimum_compression_size: Option<u16>,
    endpoint_configuration: Option<Box<EndpointConfiguration>>,
}

#[test]
fn an_input_is_made_of_wider_types_owned_or_borrowed() {
    let lent = Lent {
        name: "n",
        version: "v",
        clone_from: Some("c".into()),
        tags: HashMap::from([("a", "b".to_owned())]),
        minimum_compression_size: Some(5),
        endpoint_configuration: Some(Box::new(EndpointConfiguration::builder().types(["EDGE"]).build())),
    };
    let api = CreateRestApi::from(&lent);
    assert_eq!((api.clone_from.as_deref(), api.minimum_compression_size), (Some("c"), Some(5)));
    assert_eq!(api, CreateRestApi::from(lent));
}
