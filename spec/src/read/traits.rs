//! The traits that may appear in a file: those with a meaning here, and those left out on purpose. Every other trait
//! is an error, because a trait that is not understood may change what goes over the wire.

use super::ast::{AstMember, AstShape, Body, Model, Trait, Traits};
use super::error::{Problems, with_nearest};

pub(super) const AUTH: &str = "smithy.api#auth";
pub(super) const BEARER_AUTH: &str = "smithy.api#httpBearerAuth";
pub(super) const CHECKSUM: &str = "aws.protocols#httpChecksum";
pub(super) const CHECKSUM_REQUIRED: &str = "smithy.api#httpChecksumRequired";
pub(super) const COMPRESSION: &str = "smithy.api#requestCompression";
pub(super) const DATE: &str = "apigw.model#date";
pub(super) const DEPRECATED: &str = "smithy.api#deprecated";
pub(super) const DOCUMENTATION: &str = "smithy.api#documentation";
pub(super) const ENDPOINT: &str = "smithy.api#endpoint";
pub(super) const ENUM: &str = "smithy.api#enum";
pub(super) const ENUM_VALUE: &str = "smithy.api#enumValue";
pub(super) const ERROR: &str = "smithy.api#error";
pub(super) const EVENT_HEADER: &str = "smithy.api#eventHeader";
pub(super) const EVENT_PAYLOAD: &str = "smithy.api#eventPayload";
pub(super) const HOST_LABEL: &str = "smithy.api#hostLabel";
pub(super) const HTTP: &str = "smithy.api#http";
pub(super) const HTTP_ERROR: &str = "smithy.api#httpError";
pub(super) const HTTP_HEADER: &str = "smithy.api#httpHeader";
pub(super) const HTTP_LABEL: &str = "smithy.api#httpLabel";
pub(super) const HTTP_PAYLOAD: &str = "smithy.api#httpPayload";
pub(super) const HTTP_PREFIX_HEADERS: &str = "smithy.api#httpPrefixHeaders";
pub(super) const HTTP_QUERY: &str = "smithy.api#httpQuery";
pub(super) const HTTP_QUERY_PARAMS: &str = "smithy.api#httpQueryParams";
pub(super) const HTTP_RESPONSE_CODE: &str = "smithy.api#httpResponseCode";
pub(super) const IDEMPOTENCY_TOKEN: &str = "smithy.api#idempotencyToken";
pub(super) const IDEMPOTENT: &str = "smithy.api#idempotent";
pub(super) const JSON_NAME: &str = "smithy.api#jsonName";
pub(super) const MEDIA_TYPE: &str = "smithy.api#mediaType";
pub(super) const NO_AUTH: &str = "smithy.api#noAuth";
pub(super) const OPTIONAL_AUTH: &str = "smithy.api#optionalAuth";
pub(super) const PAGINATED: &str = "smithy.api#paginated";
pub(super) const PATTERN: &str = "smithy.api#pattern";
pub(super) const QUOTA: &str = "apigw.quota#rate";
pub(super) const REFINE_ENUM: &str = "apigw.refine#enum";
pub(super) const READONLY: &str = "smithy.api#readonly";
pub(super) const REPEAT: &str = "apigw.rules#repeat";
pub(super) const REQUIRED: &str = "smithy.api#required";
pub(super) const REST_JSON: &str = "aws.protocols#restJson1";
pub(super) const SECRET: &str = "apigw.rules#secret";
pub(super) const SENSITIVE: &str = "smithy.api#sensitive";
pub(super) const SERVICE: &str = "aws.api#service";
pub(super) const SIGV4: &str = "aws.auth#sigv4";
pub(super) const SPARSE: &str = "smithy.api#sparse";
pub(super) const STREAMING: &str = "smithy.api#streaming";
pub(super) const TIMESTAMP_FORMAT: &str = "smithy.api#timestampFormat";
pub(super) const TITLE: &str = "smithy.api#title";
pub(super) const UNTYPED: &str = "apigw.model#untypedPayloads";
pub(super) const UNSIGNED_PAYLOAD: &str = "aws.auth#unsignedPayload";
pub(super) const WAITABLE: &str = "smithy.waiters#waitable";

/// Where a trait can have a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Service,
    Operation,
    Structure,
    Union,
    Member,
    EnumMember,
    /// Shapes without members of their own, lists and maps, and the parts of lists and maps.
    Value,
}

const EVERYWHERE: &[Place] =
    &[Place::Service, Place::Operation, Place::Structure, Place::Union, Place::Member, Place::EnumMember, Place::Value];

/// The traits with a meaning, and where they have it.
const SUPPORTED: &[(&str, &[Place])] = &[
    (DATE, &[Place::Service]),
    (UNTYPED, &[Place::Service]),
    (QUOTA, &[Place::Operation, Place::Service]),
    (AUTH, &[Place::Operation, Place::Service]),
    (BEARER_AUTH, &[Place::Service]),
    (CHECKSUM, &[Place::Operation]),
    (CHECKSUM_REQUIRED, &[Place::Operation]),
    (COMPRESSION, &[Place::Operation]),
    ("apigw.rules#context", EVERYWHERE),
    ("apigw.rules#graph", EVERYWHERE),
    ("apigw.rules#patch", EVERYWHERE),
    ("apigw.rules#rules", EVERYWHERE),
    (DEPRECATED, EVERYWHERE),
    (DOCUMENTATION, EVERYWHERE),
    (ENDPOINT, &[Place::Operation]),
    (ENUM, &[Place::Value]),
    (ENUM_VALUE, &[Place::EnumMember]),
    (ERROR, &[Place::Structure]),
    (EVENT_HEADER, &[Place::Member]),
    (EVENT_PAYLOAD, &[Place::Member]),
    (HOST_LABEL, &[Place::Member]),
    (HTTP, &[Place::Operation]),
    (HTTP_ERROR, &[Place::Structure]),
    (HTTP_HEADER, &[Place::Member]),
    (HTTP_LABEL, &[Place::Member]),
    (HTTP_PAYLOAD, &[Place::Member]),
    (HTTP_PREFIX_HEADERS, &[Place::Member]),
    (HTTP_QUERY, &[Place::Member]),
    (HTTP_QUERY_PARAMS, &[Place::Member]),
    (HTTP_RESPONSE_CODE, &[Place::Member]),
    (IDEMPOTENCY_TOKEN, &[Place::Member]),
    (IDEMPOTENT, &[Place::Operation]),
    (JSON_NAME, &[Place::Member]),
    (MEDIA_TYPE, &[Place::Member, Place::Value]),
    (OPTIONAL_AUTH, &[Place::Operation]),
    (PAGINATED, &[Place::Operation, Place::Service]),
    (PATTERN, &[Place::Value]),
    (REFINE_ENUM, &[Place::Member]),
    (READONLY, &[Place::Operation]),
    (REPEAT, &[Place::Operation]),
    (REQUIRED, &[Place::Member]),
    (REST_JSON, &[Place::Service]),
    (SECRET, &[Place::Member]),
    (SENSITIVE, &[Place::Structure, Place::Union, Place::Member, Place::Value]),
    (SERVICE, &[Place::Service]),
    (SIGV4, &[Place::Service]),
    (SPARSE, &[Place::Value]),
    (STREAMING, &[Place::Union, Place::Value]),
    (TIMESTAMP_FORMAT, &[Place::Member, Place::Value]),
    (TITLE, EVERYWHERE),
    (UNSIGNED_PAYLOAD, &[Place::Operation]),
    (WAITABLE, &[Place::Operation]),
];

const FOLLOWS: &str = "endpoints follow from the region and the endpoint prefix";
const CALLER: &str = "what a caller sends and receives is the same";
const LENIENT: &str = "services relax limits, so a client that enforces them rejects what the service accepts";
const PROSE: &str = "it is written for people";
const RESOURCE: &str = "it describes resources, not calls";
const XML: &str = "restJson1 carries no XML";
const SERVER: &str = "it binds servers";

/// The traits left out on purpose, and why.
const IGNORED: &[(&str, &str)] = &[
    ("aws.api#arn", RESOURCE),
    ("aws.api#arnReference", RESOURCE),
    ("aws.api#controlPlane", CALLER),
    ("aws.api#data", RESOURCE),
    ("aws.api#dataPlane", CALLER),
    ("aws.api#tagEnabled", RESOURCE),
    ("aws.api#taggable", RESOURCE),
    ("aws.cloudformation#cfnExcludeProperty", RESOURCE),
    ("aws.cloudformation#cfnMutability", RESOURCE),
    ("aws.cloudformation#cfnName", RESOURCE),
    ("aws.cloudformation#cfnResource", RESOURCE),
    ("aws.iam#actionName", "permissions are the account's affair"),
    ("aws.iam#actionPermissionDescription", "permissions are the account's affair"),
    ("aws.iam#conditionKeys", "permissions are the account's affair"),
    ("aws.iam#defineConditionKeys", "permissions are the account's affair"),
    ("aws.iam#iamAction", "permissions are the account's affair"),
    ("aws.iam#iamResource", "permissions are the account's affair"),
    ("aws.iam#requiredActions", "permissions are the account's affair"),
    ("aws.iam#supportedPrincipalTypes", "permissions are the account's affair"),
    ("smithy.api#addedDefault", CALLER),
    ("smithy.api#box", "every optional member can be absent"),
    ("smithy.api#clientOptional", "every member that the compiler does not insist on can be absent"),
    ("smithy.api#cors", SERVER),
    ("smithy.api#default", "the service fills in defaults; a client that sends them would override later ones"),
    ("smithy.api#examples", PROSE),
    ("smithy.api#externalDocumentation", PROSE),
    ("smithy.api#input", "an operation names its input"),
    ("smithy.api#internal", PROSE),
    ("smithy.api#length", LENIENT),
    ("smithy.api#noReplace", RESOURCE),
    ("smithy.api#notProperty", RESOURCE),
    ("smithy.api#output", "an operation names its output"),
    ("smithy.api#private", CALLER),
    ("smithy.api#property", RESOURCE),
    ("smithy.api#range", LENIENT),
    ("smithy.api#recommended", PROSE),
    ("smithy.api#references", RESOURCE),
    ("smithy.api#requiresLength", "every payload is in memory, so its length is always sent"),
    ("smithy.api#retryable", "retries follow the HTTP status and the error code"),
    ("smithy.api#since", PROSE),
    ("smithy.api#suppress", "it addresses Smithy's own linter"),
    ("smithy.api#tags", PROSE),
    ("smithy.api#uniqueItems", LENIENT),
    ("smithy.api#unstable", PROSE),
    ("smithy.api#xmlAttribute", XML),
    ("smithy.api#xmlFlattened", XML),
    ("smithy.api#xmlName", XML),
    ("smithy.api#xmlNamespace", XML),
    ("smithy.rules#clientContextParams", FOLLOWS),
    ("smithy.rules#contextParam", FOLLOWS),
    ("smithy.rules#endpointBdd", FOLLOWS),
    ("smithy.rules#endpointRuleSet", FOLLOWS),
    ("smithy.rules#endpointTests", FOLLOWS),
    ("smithy.rules#operationContextParams", FOLLOWS),
    ("smithy.rules#staticContextParams", FOLLOWS),
    ("smithy.test#httpRequestTests", "it tests code generators of Smithy's own"),
    ("smithy.test#httpResponseTests", "it tests code generators of Smithy's own"),
    ("smithy.test#smokeTests", "it tests code generators of Smithy's own"),
];

/// The traits left out whose values are bounds nevertheless.
const BOUNDS: [&str; 2] = ["smithy.api#length", "smithy.api#range"];

/// Reports every trait of a file that is unknown or stands where it means nothing.
pub(super) fn check(model: &Model, problems: &mut Problems) {
    for shape in model.shapes.values() {
        check_shape(shape, problems);
    }
}

fn check_shape(shape: &AstShape, problems: &mut Problems) {
    let (place, members, inner): (_, &[AstMember], _) = match &shape.body {
        Body::Service(_) => (Place::Service, &[], Place::Member),
        Body::Operation(_) => (Place::Operation, &[], Place::Member),
        Body::Structure(members) => (Place::Structure, members, Place::Member),
        Body::Union(members) => (Place::Union, members, Place::Member),
        Body::Enum(members) => (Place::Value, members, Place::EnumMember),
        Body::List(member) => (Place::Value, std::slice::from_ref(member), Place::Value),
        Body::Map(key, value) => {
            check_traits(&key.id, &key.traits, Place::Value, problems);
            (Place::Value, std::slice::from_ref(value), Place::Value)
        }
        Body::Simple(_) | Body::Refined(_) => (Place::Value, &[], Place::Value),
        Body::Broken => return,
    };
    check_traits(&shape.id, &shape.traits, place, problems);
    for member in members {
        check_traits(&member.id, &member.traits, inner, problems);
    }
}

fn check_traits(id: &str, traits: &Traits, place: Place, problems: &mut Problems) {
    for (name, found) in traits {
        if IGNORED.iter().any(|(ignored, _)| ignored == name) {
            if BOUNDS.contains(&name.as_str()) && is_empty(found) {
                problems.shape(&found.site, id, "has bounds that no value is within");
            }
            continue;
        }
        let Some((_, places)) = SUPPORTED.iter().find(|(supported, _)| supported == name) else {
            problems.shape(&found.site, id, unsupported(name));
            continue;
        };
        if !places.contains(&place) {
            problems.shape(&found.site, id, format!("carries `{name}`, which means nothing here"));
        }
    }
}

/// Whether the least value is above the greatest.
fn is_empty(bounds: &Trait) -> bool {
    let number = |key| bounds.value.get(key).and_then(serde_json::Value::as_f64);
    number("min").zip(number("max")).is_some_and(|(min, max)| min > max)
}

fn unsupported(name: &str) -> String {
    let known = SUPPORTED.iter().map(|(name, _)| *name).chain(IGNORED.iter().map(|(name, _)| *name));
    with_nearest(format!("carries the unsupported trait `{name}`"), name, known)
}

/// Whether a trait has a meaning to the reader.
pub(super) fn is_supported(name: &str) -> bool {
    SUPPORTED.iter().any(|(supported, _)| *supported == name)
}
