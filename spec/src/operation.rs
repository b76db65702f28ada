//! Operations: their HTTP request, the shapes that go in and come out, pages and quotas.

use crate::binding::Binding;
use crate::shape::{Kind, Target};

/// The facts of a service that every operation shares.
#[derive(Debug, Clone, Copy)]
pub struct Service {
    /// The name that AWS's tools derive file sections and environment variables from (`API Gateway`).
    pub sdk_id: &'static str,
    /// The version of the API (`2015-07-09`).
    pub version: &'static str,
    /// The full name for people (`Amazon API Gateway`).
    pub title: &'static str,
    /// The service name in a signature's credential scope.
    pub signing_name: &'static str,
    /// The first label of the service's host names.
    pub endpoint_prefix: &'static str,
    /// How often all operations together may be called, if that is known.
    pub quota: Option<Quota>,
}

/// One operation: its HTTP request and the shapes that go in and come out.
#[derive(Debug, Clone, Copy)]
pub struct Operation {
    /// The name in the model (`PutIntegration`).
    pub name: &'static str,
    /// The service that offers it.
    pub service: &'static Service,
    /// The HTTP method.
    pub method: &'static str,
    /// The path and fixed query with `{label}` or `{label+}` placeholders named after input members.
    pub uri: &'static str,
    /// The HTTP status of success.
    pub status: u16,
    /// The input structure.
    pub input: Target,
    /// The output structure, if the operation answers with one.
    pub output: Option<Target>,
    /// The error structures that the operation may answer with.
    pub errors: &'static [Target],
    /// How the operation is paged, if it is.
    pub pagination: Option<Pagination>,
    /// How often the operation may be called, if it has a quota of its own.
    pub quota: Option<Quota>,
    /// What is done to a request beyond the bindings of its members.
    pub handling: Handling,
    /// Whether a call may be made twice.
    pub repeat: Repeat,
}

/// Whether a call may be made twice, as it is if a reply was lost (Smithy `readonly`, `idempotent`, `idempotencyToken` and
/// `apigw.rules#repeat`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeat {
    /// Whether two calls have the effect of one.
    pub is_safe: bool,
    /// Why: a clause in lower case without a full stop.
    pub reason: &'static str,
}

impl Repeat {
    /// What holds by the definition of the HTTP method (RFC 9110, section 9.2.2), where the model says nothing.
    pub fn by_method(method: &str) -> Self {
        match method {
            "GET" | "HEAD" | "OPTIONS" => Self { is_safe: true, reason: "it changes nothing" },
            "PUT" | "DELETE" => Self { is_safe: true, reason: "a second call changes nothing more" },
            _ => Self { is_safe: false, reason: "a second call may have its effect once more" },
        }
    }
}

/// What is done to a request beyond the bindings of its members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handling {
    /// What stands before the host (Smithy `endpoint`), with `{label}` placeholders named after input members.
    pub host_prefix: Option<&'static str>,
    /// The input member that identifies the call and is filled in if it is not given (Smithy `idempotencyToken`).
    pub token: Option<&'static str>,
    /// What the request is signed with.
    pub auth: Auth,
    /// Whether the signature leaves the body out.
    pub unsigned_payload: bool,
    /// The checksum of the body that the service requires, if it does.
    pub checksum: Option<Checksum>,
    /// Whether the body is compressed if that is worth it.
    pub compressed: bool,
    /// The media type of a body that is bytes or text.
    pub media_type: Option<&'static str>,
}

impl Handling {
    /// A request that is signed, and no more.
    pub const PLAIN: Self = Self {
        host_prefix: None,
        token: None,
        auth: Auth::SigV4,
        unsigned_payload: false,
        checksum: None,
        compressed: false,
        media_type: None,
    };
}

/// A checksum of a request's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Checksum {
    /// MD5, in `Content-MD5` (Smithy `httpChecksumRequired`).
    Md5,
    /// CRC-32, in `x-amz-checksum-crc32` (`aws.protocols#httpChecksum`).
    Crc32,
}

/// What a request is signed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Auth {
    /// A signature of AWS, version 4.
    SigV4,
    /// A bearer token.
    Bearer,
    /// Nothing: anyone may make the call.
    None,
}

/// How often an account may call (`apigw.quota#rate`). All calls may come at once; each then comes back after its
/// share of the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// The calls.
    pub calls: u32,
    /// The time in which they come back, in seconds.
    pub seconds: u32,
}

/// How pages of a result are asked for (Smithy `paginated`); all are member names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pagination {
    /// The input member that takes the token of the page.
    pub input_token: &'static str,
    /// The output member that gives the token of the next page.
    pub output_token: &'static str,
    /// The output member that holds the items.
    pub items: &'static str,
    /// The input member that limits the size of a page.
    pub page_size: Option<&'static str>,
}

impl Operation {
    /// Whether two calls have the effect of one, see [`Repeat`]. What is created may be there twice.
    pub fn is_idempotent(&self) -> bool {
        self.repeat.is_safe
    }

    /// Whether the answer is a stream of bytes instead of JSON.
    pub fn has_streaming_output(&self) -> bool {
        self.output_payload().is_some_and(|kind| matches!(kind, Kind::Blob))
    }

    /// Whether the input travels as raw bytes instead of JSON.
    pub fn has_blob_payload(&self) -> bool {
        let payload = self.input.shape().members().iter().find(|member| member.binding == Binding::Payload);
        payload.is_some_and(|member| matches!(member.target.shape().kind, Kind::Blob))
    }

    fn output_payload(&self) -> Option<Kind> {
        let members = self.output?.shape().members();
        let payload = members.iter().find(|member| member.binding == Binding::Payload)?;
        Some(payload.target.shape().kind)
    }
}
