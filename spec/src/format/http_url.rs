//! The URL of an HTTP or `HTTP_PROXY` integration, with its holes.
//!
//! Recorded answer to what is none: "Invalid HTTP endpoint specified for URI". Stage variables may stand anywhere after
//! the scheme (Developer Guide, "Use stage variables"), and so may `{placeholders}`.

use std::fmt;

use super::error::{FormatError, FormatResult};
use super::placeholder;
use super::text::{cut, head, tail};

/// An `http://` or `https://` URL, in which host, port, path and query may have holes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct HttpUrl<'a> {
    text: &'a str,
    before: &'a str,
    scheme: &'a str,
    user: Option<&'a str>,
    host: &'a str,
    port: Option<&'a str>,
    rest: &'a str,
}

/// Reads a URL.
///
/// # Errors
/// Only what cannot be a URL however its holes are filled: another scheme or none, no host, white space within the
/// host, a port that is not a number. White space around the URL is kept and does not count.
pub(crate) fn parse(text: &str) -> Result<HttpUrl<'_>, FormatError> {
    let before = head(text, text.len() - text.trim_start().len());
    let scheme = scheme(tail(text, before.len())).map_err(|error| error.shifted(before.len()))?;
    let authority_at = before.len() + scheme.len() + "://".len();
    let after = tail(text, authority_at);
    let authority = head(after, outside_holes(after, |c| matches!(c, '/' | '?' | '#')).unwrap_or(after.len()));
    let rest = tail(after, authority.len());

    // White space after a URL without a path is around the URL, not in its host.
    let (authority, rest) = if rest.is_empty() {
        let trimmed = authority.trim_end();
        (trimmed, tail(after, trimmed.len()))
    } else {
        (authority, rest)
    };

    let (user, host_port) = match authority.rsplit_once('@') {
        Some((user, host_port)) => (Some(user), host_port),
        None => (None, authority),
    };

    let host_at = authority_at + authority.len() - host_port.len();
    let (host, port) = split_port(host_port);
    check_host(host).map_err(|error| error.shifted(host_at))?;
    if let Some(port) = port {
        check_port(port).map_err(|error| error.shifted(host_at + host.len() + 1))?;
    }
    Ok(HttpUrl { text, before, scheme, user, host, port, rest })
}

/// Whether a string is a URL, or may become one when a stage fills in its beginning: that stage variables stand for a
/// scheme is not documented, and no answer to it is on record.
pub(crate) fn check(text: &str) -> FormatResult {
    if text.trim_start().starts_with("${stageVariables.") {
        return Ok(());
    }
    parse(text).map(drop)
}

/// Whether a port written in a URL is one that API Gateway connects to: 80, 443, or 1024 to 65535. A URL without a
/// port, or with a hole in it, passes, and so does what is no URL at all.
///
/// Source: Developer Guide, "HTTP integrations": the port must be 80, 443, or in the range 1024 to 65535.
pub(crate) fn check_standard_port(text: &str) -> FormatResult {
    // A port comes after the second colon.
    if text.bytes().filter(|byte| *byte == b':').count() < 2 {
        return Ok(());
    }
    let Ok(url) = parse(text) else { return Ok(()) };
    match url.port() {
        None | Some(80 | 443 | 1024..=65535) => Ok(()),
        Some(port) => Err(FormatError::new(
            url.port_offset(),
            format!("API Gateway cannot connect to port {port}; use 80, 443, or 1024 to 65535"),
        )),
    }
}

impl HttpUrl<'_> {
    /// The port, if it is written as a number. A number too large for a port reads as the largest `u32`.
    pub(crate) fn port(&self) -> Option<u32> {
        let digits = self.port.filter(|port| !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()))?;
        Some(digits.parse().unwrap_or(u32::MAX))
    }

    fn port_offset(&self) -> usize {
        self.text.len() - self.rest.len() - self.port.map_or(0, str::len)
    }
}

impl fmt::Display for HttpUrl<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}://", self.before, self.scheme)?;
        if let Some(user) = self.user {
            write!(f, "{user}@")?;
        }
        f.write_str(self.host)?;
        if let Some(port) = self.port {
            write!(f, ":{port}")?;
        }
        f.write_str(self.rest)
    }
}

fn scheme(text: &str) -> Result<&str, FormatError> {
    let wrong = |at| {
        let message = "the URL has no scheme; begin it with `https://` or `http://`";
        Err(FormatError::new(at, message))
    };
    let Some((scheme, rest)) = cut(text, b':') else { return wrong(0) };
    if !(scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")) {
        return wrong(0);
    }
    if !rest.starts_with("//") {
        return wrong(scheme.len());
    }
    Ok(scheme)
}

fn split_port(host_port: &str) -> (&str, Option<&str>) {
    // The colons of a bracketed IPv6 address are not the port's.
    let from = if host_port.starts_with('[') { host_port.find(']').unwrap_or(0) } else { 0 };
    match outside_holes(tail(host_port, from), |c| c == ':') {
        Some(colon) => (head(host_port, from + colon), Some(tail(host_port, from + colon + 1))),
        None => (host_port, None),
    }
}

fn check_host(host: &str) -> FormatResult {
    if host.is_empty() {
        return Err(FormatError::new(0, "the URL has no host; put one after `://`"));
    }
    match host.char_indices().find(|(_, c)| c.is_whitespace() || c.is_control()) {
        Some((at, _)) => Err(FormatError::new(at, "a host cannot contain white space; remove or encode it")),
        None => Ok(()),
    }
}

fn check_port(port: &str) -> FormatResult {
    if port.contains('{') {
        return Ok(());
    }
    match super::text::first_other(port, |c| c.is_ascii_digit()) {
        Some((at, _)) => Err(FormatError::new(at, "a port is a number; write digits after the colon")),
        None => Ok(()),
    }
}

/// The offset of the first character outside `{…}` and `${…}` that `wanted` holds for.
fn outside_holes(text: &str, wanted: impl Fn(char) -> bool) -> Option<usize> {
    let mut past = 0;
    text.char_indices().find_map(|(at, c)| {
        if at < past {
            return None;
        }
        if let Some(length) = placeholder::hole_length(tail(text, at)) {
            past = at + length;
            return None;
        }
        wanted(c).then_some(at)
    })
}
