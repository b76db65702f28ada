//! Bytes: base64 inside JSON, raw as a payload.

use std::fmt;

use apigw_spec::value::{ToValue, Value};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::sink::{Placeholder, Scalar, Sink};

/// Bytes of a request or an answer.
///
/// ```
/// use apigw_model::Blob;
///
/// let body = Blob::from("{\"openapi\": \"3.0.1\"}");
/// assert_eq!(body.as_bytes().len(), 20);
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Blob(Vec<u8>);

impl Blob {
    /// Wraps bytes.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self(bytes.into())
    }

    /// The bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Gives the bytes back.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

/// The standard base64 form, which blobs have inside JSON.
///
/// ```
/// assert_eq!(apigw_model::blob::to_base64(b"pets"), "cGV0cw==");
/// ```
pub fn to_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Reads the standard base64 form.
///
/// ```
/// assert_eq!(apigw_model::blob::from_base64("cGV0cw==").as_deref(), Some(b"pets".as_slice()));
/// assert_eq!(apigw_model::blob::from_base64("cGV0cw"), None);
/// ```
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

impl fmt::Debug for Blob {
    /// Prints the size only: bodies can be large and can hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Blob({} bytes)", self.0.len())
    }
}

impl From<Vec<u8>> for Blob {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl From<&[u8]> for Blob {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl<const N: usize> From<&[u8; N]> for Blob {
    fn from(bytes: &[u8; N]) -> Self {
        Self(bytes.to_vec())
    }
}

impl<const N: usize> From<[u8; N]> for Blob {
    fn from(bytes: [u8; N]) -> Self {
        Self(bytes.to_vec())
    }
}

impl From<String> for Blob {
    fn from(text: String) -> Self {
        Self(text.into_bytes())
    }
}

impl From<&str> for Blob {
    fn from(text: &str) -> Self {
        Self(text.as_bytes().to_vec())
    }
}

impl ToValue for Blob {
    fn to_value(&self) -> Value<'_> {
        Value::Blob(&self.0)
    }
}

impl Sink for Blob {
    fn put(&mut self, scalar: Scalar<'_>) -> bool {
        let Scalar::Blob(bytes) = scalar else { return false };
        self.0 = bytes.to_vec();
        true
    }
}

impl Placeholder for Blob {
    fn placeholder() -> Self {
        Self::default()
    }
}
