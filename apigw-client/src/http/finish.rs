//! What an operation asks for beyond the binding of its members, done to a bound body: compression, then a checksum.

#[cfg(feature = "checksums")]
use apigw_spec::Checksum;
use apigw_spec::Operation;
#[cfg(any(feature = "checksums", feature = "compression"))]
use bytes::Bytes;
#[cfg(any(feature = "checksums", feature = "compression"))]
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::http::bind::BindError;
use crate::http::request::HttpRequest;

/// Completes a bound request; bodies of at least `compressed_from` bytes are compressed where the operation allows it. Events
/// stay as they are: they are sent one by one, and what is sent are their signatures too.
#[cfg_attr(
    not(feature = "compression"),
    expect(clippy::unnecessary_wraps, reason = "only what is compressed names its compression, which can fail")
)]
pub(crate) fn finish(
    operation: &Operation,
    request: &mut HttpRequest,
    compressed_from: Option<usize>,
) -> Result<(), BindError> {
    if request.events {
        return Ok(());
    }
    #[cfg(feature = "compression")]
    if operation.handling.compressed && compressed_from.is_some_and(|least| request.body.len() >= least) {
        compress(request)?;
    }
    #[cfg(feature = "checksums")]
    if let Some(checksum) = operation.handling.checksum {
        add_checksum(checksum, request);
    }
    let _ = (operation, request, compressed_from);
    Ok(())
}

/// Compresses the body. The name of the compression is added to those that the caller gave.
#[cfg(feature = "compression")]
fn compress(request: &mut HttpRequest) -> Result<(), BindError> {
    use std::io::Write as _;

    use http::header::{CONTENT_ENCODING, CONTENT_LENGTH};

    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    let written = writer.write_all(&request.body).and_then(|()| writer.finish());
    // Memory takes every write, so the body stays as it is only in theory.
    let Ok(bytes) = written else { return Ok(()) };

    let given =
        request.headers.get(CONTENT_ENCODING).and_then(|given| given.to_str().ok()).filter(|given| !given.is_empty());
    let encoding = given.map_or_else(|| "gzip".to_owned(), |given| format!("{given}, gzip"));
    let encoding =
        HeaderValue::try_from(encoding).map_err(|_| BindError::InvalidHeader { member: "Content-Encoding" })?;
    request.headers.insert(CONTENT_ENCODING, encoding);
    request.body = Bytes::from(bytes);
    if request.headers.contains_key(CONTENT_LENGTH) {
        request.headers.insert(CONTENT_LENGTH, HeaderValue::from(request.body.len()));
    }
    Ok(())
}

/// Adds the checksum, unless the caller gave one.
#[cfg(feature = "checksums")]
fn add_checksum(checksum: Checksum, request: &mut HttpRequest) {
    use apigw_model::blob::to_base64;
    use md5::Digest as _;

    let (name, digest) = match checksum {
        Checksum::Md5 => (HeaderName::from_static("content-md5"), to_base64(&md5::Md5::digest(&request.body))),
        // The only other one that the specification knows.
        _ => {
            let sum = crc32fast::hash(&request.body);
            (HeaderName::from_static("x-amz-checksum-crc32"), to_base64(&sum.to_be_bytes()))
        }
    };
    if !has_checksum(&request.headers)
        && let Ok(value) = HeaderValue::try_from(digest)
    {
        request.headers.insert(name, value);
    }
}

#[cfg(feature = "checksums")]
fn has_checksum(headers: &HeaderMap) -> bool {
    headers.keys().any(|name| name == "content-md5" || name.as_str().starts_with("x-amz-checksum-"))
}

#[cfg(test)]
#[cfg(all(feature = "api-gateway", feature = "checksums", feature = "compression"))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "these are tests")]

    use apigw_model::{GetAccount, Operation as _};
    use apigw_spec::{Checksum, Handling, Operation};
    use bytes::Bytes;

    use super::finish;
    use crate::http::bind::bind;

    #[test]
    fn bodies_are_compressed_and_have_a_checksum_unless_they_are_events() {
        let known = GetAccount::OPERATION;
        let handling = Handling { compressed: true, checksum: Some(Checksum::Md5), ..known.handling };
        let operation = Operation { handling, ..*known };
        for events in [false, true] {
            let mut request = bind(known, &GetAccount::builder().build()).unwrap();
            (request.body, request.events) = (Bytes::from_static(b"frames"), events);
            finish(&operation, &mut request, Some(0)).unwrap();
            assert_eq!(request.body == "frames", events);
            assert_eq!(request.headers.contains_key("content-md5"), !events);
        }
    }
}
