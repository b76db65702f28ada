//! Signatures, held against those of AWS's own tools.

use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign as sign_as_aws};
use aws_sigv4::sign::v4::SigningParams;
use http::{HeaderMap, HeaderValue};

use proptest::collection::vec;
use proptest::prelude::*;

use super::{Keys, Scope, signature};
use crate::http::percent::encode;

/// The signature and the signed headers of a request at noon on 22 November 2026.
fn sign(method: &str, target: &str, content_type: bool, token: Option<&str>, body: &[u8]) -> (String, String) {
    let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    let credentials = Credentials::new("AKIDEXAMPLE", secret, token.map(str::to_owned), None, "test");
    let time = SystemTime::UNIX_EPOCH + Duration::from_hours(498_708);
    let scope =
        Scope { credentials: &credentials, region: "us-east-1", service: "apigateway", time, keys: &Keys::default() };
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

/// The authorization header that the SDKs' crate makes.
fn as_aws(scope: Scope<'_>, method: &str, target: &str, headers: &HeaderMap, body: &[u8]) -> String {
    let identity = scope.credentials.clone().into();
    let params = SigningParams::builder().identity(&identity).region(scope.region).name(scope.service);
    let params = params.time(scope.time).settings(SigningSettings::default()).build().unwrap().into();
    let headers = headers.iter().map(|(name, value)| (name.as_str(), value.to_str().unwrap()));
    let request = SignableRequest::new(method, format!("https://h{target}"), headers, SignableBody::Bytes(body));
    let (made, _) = sign_as_aws(request.unwrap(), &params).unwrap().into_parts();
    let made = made.into_parts().0;
    made.iter().find(|header| header.name() == "authorization").unwrap().value().to_owned()
}

/// A path of encoded segments, none of them a dot, with a query.
fn targets() -> impl Strategy<Value = String> {
    let encoded = |text: String| {
        let mut out = String::new();
        encode(&mut out, &text);
        out
    };
    let segment = ".{1,8}".prop_map(encoded).prop_filter("dots", |text| !text.starts_with('.'));
    let pair =
        (".{0,4}".prop_map(encoded), ".{0,4}".prop_map(encoded)).prop_map(|(name, value)| format!("{name}={value}"));
    let pair = prop_oneof![4 => pair, 1 => "[a-z+]{1,3}"];
    (vec(segment, 0..4), vec(pair, 0..5)).prop_map(|(segments, pairs)| {
        let query = if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) };
        format!("/{}{query}", segments.join("/"))
    })
}

proptest! {
    #[test]
    fn signatures_are_those_of_the_sdks(
        target in targets(),
        method in "GET|PUT|DELETE|PATCH",
        values in vec(("accept|x-a|x-b|content-type|x-amzn-trace-id", "[ -~]{0,12}"), 0..5),
        token in proptest::option::of("[!-~]{1,20}"),
        body in vec(any::<u8>(), 0..64),
        seconds in 0_u64..4_102_444_800,
    ) {
        let credentials = Credentials::new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG", token, None, "test");
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        let scope = Scope { credentials: &credentials, region: "eu-central-1", service: "apigateway", time, keys: &Keys::default() };
        let mut headers = HeaderMap::new();
        headers.insert("host", HeaderValue::from_static("h"));
        for (name, value) in &values {
            headers.append(http::HeaderName::try_from(name).unwrap(), HeaderValue::try_from(value).unwrap());
        }
        let made = signature(scope, &method, &target, &headers, &body).unwrap();
        prop_assert_eq!(made.last().unwrap().1.to_str().unwrap(), as_aws(scope, &method, &target, &headers, &body));
    }
}

#[test]
fn keys_are_kept_for_their_scope_and_secret_alone() {
    let kept = Keys::default();
    let noon = SystemTime::UNIX_EPOCH + Duration::from_hours(498_708);
    let next_day = noon + Duration::from_hours(24);
    for (secret, region, time) in
        [("a", "r", noon), ("a", "r", noon), ("b", "r", noon), ("a", "s", noon), ("a", "r", next_day), ("a", "r", noon)]
    {
        let credentials = Credentials::new("AKID", secret, None, None, "test");
        let sign = |keys: &Keys| {
            let scope = Scope { credentials: &credentials, region, service: "s", time, keys };
            signature(scope, "GET", "/", &HeaderMap::new(), b"").unwrap()
        };
        assert_eq!(sign(&kept), sign(&Keys::default()), "{secret} {region}");
    }
}

#[test]
fn what_is_not_valid_in_a_header_is_rejected_and_not_shown() {
    let time = SystemTime::UNIX_EPOCH;
    for (key, token, expected) in [
        ("AKID\n", None, "cannot sign the request: the access key has a character that is not valid in a header"),
        (
            "AKID",
            Some("a\nb"),
            "cannot sign the request: the session token has a character that is not valid in a header",
        ),
    ] {
        let credentials = Credentials::new(key, "secret", token.map(str::to_owned), None, "test");
        let scope = Scope { credentials: &credentials, region: "r", service: "s", time, keys: &Keys::default() };
        let error = signature(scope, "GET", "/", &HeaderMap::new(), b"").unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
}
