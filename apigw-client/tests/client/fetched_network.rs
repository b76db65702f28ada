//! How credentials are fetched: past proxies that must not see them, and never from whom nobody verified.

use crate::fetched::outcome;
use crate::tls;

const ROLE: &str = "[default]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = base\n\n\
    [profile base]\naws_access_key_id = AKIDBASE\naws_secret_access_key = hush\n";
const IDENTITY: [(&str, &str); 2] =
    [("AWS_WEB_IDENTITY_TOKEN_FILE", "{home}/token"), ("AWS_ROLE_ARN", "arn:aws:iam::1:role/r")];

#[test]
fn a_token_service_is_verified_whatever_holds_for_the_service() {
    let (port, requests) = tls::serving(tls::config());
    let bundle = tls::File::bundle("fetched");
    let url = format!("https://localhost:{port}");
    let secure = ("AWS_ENDPOINT_URL_STS", url.as_str());
    for verified in ["nothing", "service", "all"] {
        for variables in [&[][..], &IDENTITY] {
            let config = if variables.is_empty() { ROLE } else { "" };
            let own =
                [secure, ("APIGW_VERIFY", verified), ("APIGW_BUNDLE", bundle.path()), ("APIGW_ROLE_CACHE", "{home}/c")];
            let (asked, printed) = outcome(&format!("verified-{verified}"), config, &[&own, variables].concat());
            assert_eq!(asked, [], "{verified}");
            assert!(printed.contains("UnknownIssuer"), "{verified}: {printed}");
        }
    }
    let count = || requests.load(std::sync::atomic::Ordering::Relaxed);
    assert_eq!(count(), 0, "a request arrived");

    // These two say so for the credentials.
    for explicit in [("AWS_CA_BUNDLE", bundle.path()), ("APIGW_VERIFY", "credentials")] {
        let before = count();
        outcome("explicit", ROLE, &[secure, ("APIGW_BUNDLE", bundle.path()), explicit]);
        assert!(count() > before, "{explicit:?}");
    }
}

#[cfg(feature = "proxy")]
#[test]
fn what_is_local_is_asked_without_a_proxy() {
    let nobody = ("HTTP_PROXY", "http://127.0.0.1:1");
    // The service itself is reached through proxies, as the AWS tools do.
    let own = ("NO_PROXY", "127.0.0.2");
    let container =
        [("AWS_CONTAINER_CREDENTIALS_FULL_URI", "{url}/creds"), ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "sesame")];
    let (asked, printed) = outcome("proxied-container", "", &[&[nobody, own][..], &container].concat());
    assert_eq!((asked.len(), asked[0].0.as_str(), asked[0].1.as_str()), (1, "GET /creds HTTP/1.1", "sesame"));
    assert!(printed.contains("failed: cannot reach"), "{printed}");
    let (asked, _) = outcome("proxied-machine", "", &[nobody, own, ("AWS_EC2_METADATA_SERVICE_ENDPOINT", "{url}")]);
    assert!(asked.len() == 3 && asked[0].0.starts_with("PUT /latest/api/token"), "{asked:?}");
    let (asked, _) = outcome("proxied-role", ROLE, &[nobody, own]);
    assert!(asked.len() == 1 && asked[0].2.contains("AssumeRole"), "{asked:?}");
}

#[cfg(feature = "proxy")]
#[test]
fn what_is_elsewhere_is_asked_through_the_proxy() {
    let (asked, _) = outcome(
        "proxied",
        ROLE,
        &[("HTTP_PROXY", "{url}"), ("NO_PROXY", "127.0.0.1"), ("AWS_ENDPOINT_URL_STS", "http://sts.invalid")],
    );
    assert!(asked[0].0.starts_with("POST http://sts.invalid/ "), "{asked:?}");
}
