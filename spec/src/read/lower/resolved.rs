//! A specification whose names are resolved, before it is interned: owned, with identifiers instead of references.

use std::collections::BTreeMap;

use crate::operation::{Auth, Checksum, Quota, Repeat};
use crate::rule::RuleSet;
use crate::secrecy::Secrecy;
use crate::shape::{Kind, TimestampFormat};
use crate::waiter::{Comparator, WaiterState};

/// A whole specification.
#[derive(Debug)]
pub(crate) struct ResolvedSpec {
    pub(crate) service: ResolvedService,
    /// The operations by name.
    pub(crate) operations: BTreeMap<String, ResolvedOperation>,
    /// The shapes by identifier, reached or not.
    pub(crate) shapes: BTreeMap<String, ResolvedShape>,
    /// The documentation by identifier.
    pub(crate) documentation: BTreeMap<String, String>,
    /// What is deprecated, by identifier, and the advice for its users.
    pub(crate) deprecations: BTreeMap<String, String>,
}

/// The facts of the service.
#[derive(Debug)]
pub(crate) struct ResolvedService {
    pub(crate) id: String,
    pub(crate) sdk_id: String,
    pub(crate) version: String,
    pub(crate) title: String,
    pub(crate) signing_name: String,
    pub(crate) endpoint_prefix: String,
    pub(crate) quota: Option<Quota>,
}

/// One operation.
#[derive(Debug)]
pub(crate) struct ResolvedOperation {
    pub(crate) id: String,
    pub(crate) method: String,
    pub(crate) uri: String,
    pub(crate) status: u16,
    pub(crate) input: Option<String>,
    pub(crate) output: Option<String>,
    pub(crate) errors: Vec<String>,
    pub(crate) pagination: Option<ResolvedPagination>,
    pub(crate) quota: Option<Quota>,
    pub(crate) handling: ResolvedHandling,
    pub(crate) repeat: Repeat,
    pub(crate) waiters: Vec<ResolvedWaiter>,
}

/// One waiter; [`crate::Waiter`] with owned names.
#[derive(Debug)]
pub(crate) struct ResolvedWaiter {
    pub(crate) name: String,
    pub(crate) min_delay: u32,
    pub(crate) max_delay: u32,
    pub(crate) max_attempts: Option<u32>,
    pub(crate) acceptors: Vec<(WaiterState, ResolvedMatcher)>,
}

/// What an answer has to be; [`crate::waiter::AnswerMatcher`] with owned names.
#[derive(Debug)]
pub(crate) enum ResolvedMatcher {
    Success(bool),
    ErrorType(String),
    Status(u16),
    Output(ResolvedTest),
    InputOutput(ResolvedTest),
}

/// What has to hold of the value at a path.
#[derive(Debug)]
pub(crate) struct ResolvedTest {
    pub(crate) path: String,
    pub(crate) comparator: Comparator,
    pub(crate) expected: String,
}

/// What is done to a request beyond the bindings of its members; [`crate::operation::Handling`] with owned names.
#[derive(Debug)]
pub(crate) struct ResolvedHandling {
    pub(crate) host_prefix: Option<String>,
    pub(crate) token: Option<String>,
    pub(crate) auth: Auth,
    pub(crate) unsigned_payload: bool,
    pub(crate) checksum: Option<Checksum>,
    pub(crate) compressed: bool,
    pub(crate) media_type: Option<String>,
}

/// How an operation is paged.
#[derive(Debug)]
pub(crate) struct ResolvedPagination {
    pub(crate) input_token: String,
    pub(crate) output_token: String,
    pub(crate) items: String,
    pub(crate) page_size: Option<String>,
}

/// One shape.
#[derive(Debug)]
pub(crate) enum ResolvedShape {
    /// A value without parts and without further knowledge.
    Plain(Kind),
    /// A string.
    Text(ResolvedText),
    /// A list of a shape.
    List(ResolvedPart),
    /// A map from one shape to another.
    Map(String, ResolvedPart),
    /// Named members of which a value has one.
    Union(ResolvedStructure),
    /// Named members.
    Structure(ResolvedStructure),
}

/// What a list or map holds.
#[derive(Debug)]
pub(crate) struct ResolvedPart {
    pub(crate) target: String,
    /// Whether an item can be `null`.
    pub(crate) nullable: bool,
}

/// The members of a shape that the lowering of other shapes adds, such as timestamps of another format.
pub(crate) type Shapes = BTreeMap<String, ResolvedShape>;

/// What is known about a string.
#[derive(Debug, Default)]
pub(crate) struct ResolvedText {
    pub(crate) values: Option<ResolvedValues>,
    pub(crate) pattern: Option<String>,
    pub(crate) dated: Option<String>,
}

/// The listed values of a string and who lists them.
#[derive(Debug)]
pub(crate) enum ResolvedValues {
    Modeled(Vec<String>),
    Documented(Vec<String>),
}

/// A structure.
#[derive(Debug)]
pub(crate) struct ResolvedStructure {
    pub(crate) members: Vec<ResolvedMember>,
    pub(crate) rules: &'static RuleSet,
    pub(crate) error: Option<u16>,
}

/// One member of a structure.
#[derive(Debug)]
pub(crate) struct ResolvedMember {
    pub(crate) name: String,
    pub(crate) wire_name: String,
    pub(crate) target: String,
    pub(crate) required: bool,
    pub(crate) binding: ResolvedBinding,
    pub(crate) secrecy: Secrecy,
}

/// How a member travels; [`crate::Binding`] with owned names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ResolvedBinding {
    Body,
    Label,
    Query(String),
    QueryMap,
    Header(String),
    EncodedHeader(String),
    PrefixHeaders(String),
    Payload,
    Events,
    EventHeader,
    EventPayload,
    StatusCode,
}

impl ResolvedBinding {
    /// The format of a timestamp that is bound this way and names none (restJson1, "timestamp formats").
    pub(crate) fn timestamp_format(&self) -> TimestampFormat {
        match self {
            Self::Label | Self::Query(_) | Self::QueryMap => TimestampFormat::DateTime,
            Self::Header(_) | Self::EncodedHeader(_) | Self::PrefixHeaders(_) => TimestampFormat::HttpDate,
            Self::Body | Self::Payload | Self::Events | Self::EventHeader | Self::EventPayload | Self::StatusCode => {
                TimestampFormat::EpochSeconds
            }
        }
    }
}
