//! Signing, as the service verifies it: Signature Version 4 over the normalised path, encoded a second time.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, UriPathNormalizationMode, sign};
use aws_sigv4::sign::v4::SigningParams;
use http::header::{ACCEPT_ENCODING, AUTHORIZATION, CONTENT_LENGTH, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue};

/// What a signature is made for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scope<'a> {
    pub(crate) credentials: &'a Credentials,
    pub(crate) region: &'a str,
    pub(crate) service: &'a str,
    pub(crate) time: SystemTime,
}

/// Why a request cannot be signed. The reason never holds the secret key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignError(String);

impl std::fmt::Display for SignError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the request cannot be signed: {}", self.0)
    }
}

impl std::error::Error for SignError {}

/// The headers that sign a request: date, session token and authorization, in the order in which they are sent.
///
/// `target` is the path and query as they are sent; `headers` must have the host.
pub(crate) fn signature(
    scope: Scope<'_>,
    method: &str,
    target: &str,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Vec<(HeaderName, HeaderValue)>, SignError> {
    let refused = |error: &dyn std::fmt::Display| SignError(error.to_string());
    let mut settings = SigningSettings::default();
    // The signer's own normalisation differs from the service's for a path that ends in `/.`.
    settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
    let identity = scope.credentials.clone().into();
    let params = SigningParams::builder()
        .identity(&identity)
        .region(scope.region)
        .name(scope.service)
        .time(scope.time)
        .settings(settings)
        .build()
        .map_err(|error| refused(&error))?;
    let unsigned = [ACCEPT_ENCODING, USER_AGENT, CONTENT_LENGTH];
    let signed = headers.iter().filter(|(name, _)| !unsigned.contains(name));
    let signed: Vec<_> = signed.filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?))).collect();
    // The host of the URL does not matter, since the header has it.
    let url = format!("https://host{}", normalised(target));
    let request = SignableRequest::new(method, url, signed.into_iter(), SignableBody::Bytes(body))
        .map_err(|error| refused(&error))?;
    let (instructions, _) = sign(request, &params.into()).map_err(|error| refused(&error))?.into_parts();
    let (made, _) = instructions.into_parts();
    let order = [HeaderName::from_static("x-amz-date"), HeaderName::from_static("x-amz-security-token"), AUTHORIZATION];
    let mut result = Vec::with_capacity(order.len());
    for name in order {
        if let Some(header) = made.iter().find(|header| name == header.name()) {
            let mut value = HeaderValue::try_from(header.value()).map_err(|error| refused(&error))?;
            value.set_sensitive(header.sensitive());
            result.push((name, value));
        }
    }
    Ok(result)
}

/// A target with the path that is signed: empty and `.` segments dropped, `..` resolved, a trailing slash kept.
fn normalised(target: &str) -> String {
    let (path, query) = target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
    let mut segments = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => _ = segments.pop(),
            segment => segments.push(segment),
        }
    }
    let slash = if path.ends_with('/') && !segments.is_empty() { "/" } else { "" };
    let path = format!("/{}{slash}", segments.join("/"));
    query.map_or_else(|| path.clone(), |query| format!("{path}?{query}"))
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use aws_credential_types::Credentials;
    use http::{HeaderMap, HeaderValue};

    use super::{Scope, signature};

    /// The signature and the signed headers of a request at noon on 22 November 2026.
    fn sign(method: &str, target: &str, content_type: bool, token: Option<&str>, body: &[u8]) -> (String, String) {
        let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
        let credentials = Credentials::new("AKIDEXAMPLE", secret, token.map(str::to_owned), None, "test");
        let time = SystemTime::UNIX_EPOCH + Duration::from_hours(498_708);
        let scope = Scope { credentials: &credentials, region: "us-east-1", service: "apigateway", time };
        let mut headers = HeaderMap::new();
        headers.insert("host", HeaderValue::from_static("127.0.0.1:8080"));
        headers.insert("user-agent", HeaderValue::from_static("not signed"));
        headers.insert("accept", HeaderValue::from_static("application/json"));
        if content_type {
            headers.insert("content-type", HeaderValue::from_static("application/json"));
        }
        let made = signature(scope, method, target, &headers, body).unwrap();
        assert_eq!(made[0], ("x-amz-date".parse().unwrap(), "20261122T120000Z".parse().unwrap()));
        let authorization = made.last().unwrap().1.to_str().unwrap();
        let part = |name: &str| authorization.split_once(name).unwrap().1.split(',').next().unwrap().to_owned();
        assert!(authorization.contains("Credential=AKIDEXAMPLE/20261122/us-east-1/apigateway/aws4_request"));
        (part("Signature="), part("SignedHeaders="))
    }

    /// Made with botocore 1.43.
    #[test]
    fn signatures_are_those_of_the_aws_tools() {
        for (target, expected) in [
            ("/restapis/a%2Fb", "a0822b2d610f3c9aa94e8fde7e109c8ecf472bb5487a2abe7eab85eeb02da47e"),
            ("/restapis/a%20b%25%C3%A9~", "2f71d374aff4a9b621609069dd344f8e4fb9785600b79d524b4b5495f56f6ceb"),
            ("/restapis//resources", "c197da7d6af8335800666ea603b5a53e18869c3c2115afec26ca90c21a76d9b3"),
            ("/restapis/", "95ae1ec1305ab92c0207afbdc161c4cb3983502743b9919914ca1622a478aa99"),
            ("/restapis/.", "a8476eb0d6d033dd74a1bb46948756654aa83a7a4e91c2578e5b5f269c3d69a5"),
            ("/restapis/..", "09cbe8410e37a8e3438ccae94631b242bace012f3f3b7586f2f46b5e2d6d19b9"),
            ("/restapis/../resources/r", "7a5e67d85284c0c0c192de334de802354fe69ab1c4629449f465e783b1827f68"),
            ("/p/restapis/./x/", "ca19902e31d08aa79a7a420d35c1460d34de9681b503c4adeb0dc0ed686bc92f"),
            (
                "/restapis?b=2&a=%C3%A9&b=1&name=&c%20d=%2B",
                "def50c86a6030399bb43bc631734ec5faff2c7bb8394f71f63d5a5274d1c70e4",
            ),
        ] {
            let signed = "accept;host;x-amz-date".to_owned();
            assert_eq!(sign("GET", target, false, None, b""), (expected.to_owned(), signed), "{target}");
        }
    }

    #[test]
    fn bodies_and_tokens_are_signed() {
        let (signature, headers) = sign("PUT", "/restapis/x", true, None, br#"{"type": "MOCK"}"#);
        assert_eq!(signature, "cb37a83c7711b4e810d1a6bc1627971bba75c726e3b7559056a8b5d71f9a5342");
        assert_eq!(headers, "accept;content-type;host;x-amz-date");
        let (signature, headers) = sign("PUT", "/restapis/x", true, Some("TOKEN/+="), br#"{"type": "MOCK"}"#);
        assert_eq!(signature, "764f76d73f9afae69a16678bd0870cee1d84fc29d0a17a5da9a428867fdef441");
        assert_eq!(headers, "accept;content-type;host;x-amz-date;x-amz-security-token");
        let (signature, _) = sign("PUT", "/restapis/x", false, None, b"raw");
        assert_eq!(signature, "017a4a6da7c32cf3bad2c735210ac9f077a9d93a3c9e1a1d0bcdb950b6203632");
    }
}
