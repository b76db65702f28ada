//! Which headers are dropped, refused or renamed on the way.

use crate::api::IntegrationType;

fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Headers of the caller that nothing of a call sees.
pub(crate) fn is_hidden(name: &str) -> bool {
    let names = [
        "Connection",
        "Content-Length",
        "Content-MD5",
        "Expect",
        "Max-Forwards",
        "Proxy-Authenticate",
        "Server",
        "TE",
        "Transfer-Encoding",
        "Trailer",
        "Upgrade",
        "WWW-Authenticate",
    ];
    is_one_of(name, &names)
}

/// Headers that make every call fail when they are mapped.
pub(crate) fn is_refused(kind: IntegrationType, name: &str) -> bool {
    let all = ["Content-Length", "Transfer-Encoding", "X-Amzn-Trace-Id", "X-Amzn-Apigateway-Api-Id"];
    let aws = ["Authorization", "Connection", "Expect", "Proxy-Authenticate", "TE"];
    is_one_of(name, &all) || (matches!(kind, IntegrationType::Aws | IntegrationType::AwsProxy) && is_one_of(name, &aws))
}

/// Headers that are not sent although they are mapped.
pub(crate) fn is_dropped_at_last(kind: IntegrationType, name: &str) -> bool {
    is_one_of(name, &["Expect", "Proxy-Authenticate", "TE"])
        || match kind {
            IntegrationType::Aws => is_one_of(name, &["Referer"]),
            IntegrationType::Http | IntegrationType::HttpProxy => is_one_of(name, &["Via"]),
            IntegrationType::AwsProxy | IntegrationType::Mock => false,
        }
}

/// The name of a header in the answer; nothing if it is left out.
pub(crate) fn renamed(kind: IntegrationType, name: &str) -> Option<String> {
    let is_remapped = is_one_of(name, &["Connection", "Content-Length", "Date", "Server"])
        || (matches!(kind, IntegrationType::Http | IntegrationType::Aws)
            && is_one_of(
                name,
                &[
                    "Authorization",
                    "Content-MD5",
                    "Expect",
                    "Host",
                    "Max-Forwards",
                    "Proxy-Authenticate",
                    "Trailer",
                    "Upgrade",
                    "User-Agent",
                    "WWW-Authenticate",
                ],
            ))
        || (kind == IntegrationType::HttpProxy && is_one_of(name, &["X-Amzn-RequestId"]));

    if is_remapped {
        return Some(format!("x-amzn-Remapped-{name}"));
    }
    let is_left_out = is_one_of(name, &["Transfer-Encoding"])
        || (kind == IntegrationType::HttpProxy && is_one_of(name, &["Content-Encoding", "Via"]));
    (!is_left_out).then(|| name.to_owned())
}
