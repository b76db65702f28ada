//! The `User-Agent` header, in the notation of AWS's SDKs.

use http::HeaderValue;

const DEFAULT: &str = concat!("apigw-rust/", env!("CARGO_PKG_VERSION"), " ua/2.1");

/// The default user agent.
pub(crate) fn default() -> HeaderValue {
    let text = format!("{DEFAULT} os/{} md/arch#{} lang/rust", std::env::consts::OS, std::env::consts::ARCH);
    HeaderValue::try_from(text).unwrap_or_else(|_| HeaderValue::from_static(DEFAULT))
}

/// The default user agent with the ID of an application.
pub(crate) fn with_application(identifier: &str) -> Option<HeaderValue> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "!$%&'*+-.^_`|~#".contains(c);
    let identifier: String = identifier.chars().map(|c| if allowed(c) { c } else { '-' }).collect();
    let base = default();
    HeaderValue::try_from(format!("{} app/{identifier}", base.to_str().ok()?)).ok()
}

/// A user agent with one more part; a part that is not valid in a header is left out.
pub(crate) fn with_part(base: HeaderValue, part: &str) -> HeaderValue {
    let text = base.to_str().map(|base| format!("{base} {part}"));
    text.ok().and_then(|text| HeaderValue::try_from(text).ok()).unwrap_or(base)
}
