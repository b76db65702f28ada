//! A specification that has been checked but not yet been given its life-long form: owned, names instead of references.

use std::collections::BTreeMap;

use crate::operation::Quota;
use crate::rule::RuleSet;
use crate::shape::{Kind, TimestampFormat};

/// A whole specification.
#[derive(Debug)]
pub(in crate::read) struct Draft {
    pub(in crate::read) service: DraftService,
    /// The operations by name.
    pub(in crate::read) operations: BTreeMap<String, DraftOperation>,
    /// The shapes by identifier, reached or not.
    pub(in crate::read) shapes: BTreeMap<String, DraftShape>,
    /// The documentation by identifier.
    pub(in crate::read) documentation: BTreeMap<String, String>,
    /// What is deprecated, by identifier, and the advice for its users.
    pub(in crate::read) deprecations: BTreeMap<String, String>,
}

/// The facts of the service.
#[derive(Debug)]
pub(in crate::read) struct DraftService {
    pub(in crate::read) id: String,
    pub(in crate::read) sdk_id: String,
    pub(in crate::read) version: String,
    pub(in crate::read) title: String,
    pub(in crate::read) signing_name: String,
    pub(in crate::read) endpoint_prefix: String,
    pub(in crate::read) quota: Option<Quota>,
}

/// One operation.
#[derive(Debug)]
pub(in crate::read) struct DraftOperation {
    pub(in crate::read) id: String,
    pub(in crate::read) method: String,
    pub(in crate::read) uri: String,
    pub(in crate::read) status: u16,
    pub(in crate::read) input: Option<String>,
    pub(in crate::read) output: Option<String>,
    pub(in crate::read) errors: Vec<String>,
    pub(in crate::read) pagination: Option<DraftPagination>,
    pub(in crate::read) quota: Option<Quota>,
}

/// How an operation is paged.
#[derive(Debug)]
pub(in crate::read) struct DraftPagination {
    pub(in crate::read) input_token: String,
    pub(in crate::read) output_token: String,
    pub(in crate::read) items: String,
    pub(in crate::read) page_size: Option<String>,
}

/// One shape.
#[derive(Debug)]
pub(in crate::read) enum DraftShape {
    /// A value without parts and without further knowledge.
    Plain(Kind),
    /// A string.
    Text(DraftText),
    /// A list of a shape.
    List(String),
    /// A map from one shape to another.
    Map(String, String),
    /// Named members.
    Structure(DraftStructure),
}

/// The members of a shape that the lowering of other shapes adds, such as timestamps of another format.
pub(in crate::read) type Shapes = BTreeMap<String, DraftShape>;

/// What is known about a string.
#[derive(Debug, Default)]
pub(in crate::read) struct DraftText {
    pub(in crate::read) values: Option<DraftValues>,
    pub(in crate::read) pattern: Option<String>,
}

/// The listed values of a string and who lists them.
#[derive(Debug)]
pub(in crate::read) enum DraftValues {
    Modeled(Vec<String>),
    Documented(Vec<String>),
}

/// A structure.
#[derive(Debug)]
pub(in crate::read) struct DraftStructure {
    pub(in crate::read) members: Vec<DraftMember>,
    pub(in crate::read) rules: &'static RuleSet,
    pub(in crate::read) error: Option<u16>,
}

/// One member of a structure.
#[derive(Debug)]
pub(in crate::read) struct DraftMember {
    pub(in crate::read) name: String,
    pub(in crate::read) wire_name: String,
    pub(in crate::read) target: String,
    pub(in crate::read) required: bool,
    pub(in crate::read) binding: DraftBinding,
    pub(in crate::read) sensitive: bool,
}

/// How a member travels; [`crate::Binding`] with owned names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read) enum DraftBinding {
    Body,
    Label,
    Query(String),
    QueryMap,
    Header(String),
    PrefixHeaders(String),
    Payload,
    StatusCode,
}

impl DraftBinding {
    /// The format of a timestamp that is bound this way and names none (restJson1, "timestamp formats").
    pub(in crate::read) fn timestamp_format(&self) -> TimestampFormat {
        match self {
            Self::Label | Self::Query(_) | Self::QueryMap => TimestampFormat::DateTime,
            Self::Header(_) | Self::PrefixHeaders(_) => TimestampFormat::HttpDate,
            Self::Body | Self::Payload | Self::StatusCode => TimestampFormat::EpochSeconds,
        }
    }
}
