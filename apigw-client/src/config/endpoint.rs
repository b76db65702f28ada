//! Endpoints: where requests are sent.

use std::fmt;
use std::sync::Arc;

use apigw_spec::Service;
use apigw_spec::partition::Partition;
use http::Uri;
use http::uri::Authority;

use crate::config::config_error::ConfigError;
use crate::config::region::Region;

/// A URL that requests are sent to. Its path and its query come before those of a request.
///
/// ```
/// use apigw_client::Endpoint;
///
/// let endpoint = Endpoint::parse("http://localhost:4566/prefix/")?;
/// assert_eq!(endpoint.url("/restapis/x"), "http://localhost:4566/prefix/restapis/x");
/// assert_eq!(Endpoint::parse("localhost").unwrap_err().to_string(),
///     "`localhost` is not an endpoint; use a URL such as `http://localhost:4566`");
/// # Ok::<(), apigw_client::ConfigError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    scheme: &'static str,
    authority: Authority,
    path: Arc<str>,
    query: Option<Arc<str>>,
    /// Without the query, for messages.
    name: Arc<str>,
}

/// Which host of a region is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Variant {
    pub(crate) fips: bool,
    pub(crate) dual_stack: bool,
}

impl Endpoint {
    /// Parses a URL: `http` or `https`, a host, and optionally a port, a path and a query.
    ///
    /// # Errors
    ///
    /// [`ConfigError::InvalidEndpoint`] for anything else.
    pub fn parse(url: &str) -> Result<Self, ConfigError> {
        let invalid = || ConfigError::InvalidEndpoint { url: without_user(url) };
        let uri: Uri = url.split('#').next().unwrap_or_default().parse().map_err(|_| invalid())?;
        let scheme = match uri.scheme_str() {
            Some("http") => "http",
            Some("https") => "https",
            _ => return Err(invalid()),
        };
        let authority = uri.authority().filter(|authority| is_host(authority)).ok_or_else(invalid)?.clone();
        let path = uri.path().strip_suffix('/').unwrap_or(uri.path());
        let name = format!("{scheme}://{authority}{path}").into();
        Ok(Self { scheme, authority, path: path.into(), query: uri.query().map(Into::into), name })
    }

    /// The endpoint of a service in a region, by AWS's published rules.
    pub(crate) fn of(service: &Service, region: &Region, variant: Variant) -> Result<Self, ConfigError> {
        let partition = Partition::of(region.as_str());
        let fips = if variant.fips { "-fips" } else { "" };
        let suffix = if variant.dual_stack { partition.dual_stack_suffix } else { partition.suffix };
        Self::parse(&format!("https://{}{fips}.{region}.{suffix}", service.endpoint_prefix))
    }

    /// The URL of a request's target.
    pub fn url(&self, target: &str) -> String {
        format!("{}://{}{}", self.scheme, self.authority, self.target(target))
    }

    /// The endpoint with something before its host.
    pub(crate) fn with_prefix(&self, prefix: &str) -> Result<Self, ConfigError> {
        let mut endpoint = Self::parse(&format!("{}://{prefix}{}{}", self.scheme, self.authority, self.path))?;
        endpoint.query.clone_from(&self.query);
        Ok(endpoint)
    }

    /// Whether connections to it are encrypted.
    pub fn is_tls(&self) -> bool {
        self.scheme == "https"
    }

    /// The path and query that are sent for a request's target.
    pub(crate) fn target(&self, target: &str) -> String {
        let (path, query) = target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
        let mut text = format!("{}{path}", self.path);
        for (query, separator) in self.query.as_deref().into_iter().chain(query).zip(['?', '&']) {
            text.push(separator);
            text.push_str(query);
        }
        text
    }

    /// The endpoint as messages name it.
    pub(crate) fn name(&self) -> Arc<str> {
        Arc::clone(&self.name)
    }

    /// The value of the `Host` header, without the default port of the scheme.
    pub(crate) fn host(&self) -> String {
        match (self.scheme, self.authority.port_u16()) {
            ("http", Some(80)) | ("https", Some(443)) => self.authority.host().to_ascii_lowercase(),
            _ => self.authority.as_str().to_ascii_lowercase(),
        }
    }

    /// The URI of a target that already has the path and query of this endpoint.
    pub(crate) fn uri(&self, target: &str) -> Result<Uri, http::Error> {
        Uri::builder().scheme(self.scheme).authority(self.authority.clone()).path_and_query(target).build()
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// Whether an authority has a valid host and no user name, which messages would show.
fn is_host(authority: &Authority) -> bool {
    let host = authority.host();
    let label = |label: &str| {
        let hyphen = label.starts_with('-') || label.ends_with('-');
        (1..=63).contains(&label.len())
            && !hyphen
            && label.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
    };
    let name = host.strip_suffix('.').unwrap_or(host);
    let is_name = host.len() <= 255 && name.split('.').all(label);
    !authority.as_str().contains('@') && (host.starts_with('[') || is_name)
}

/// The URL without its user name and password, for messages.
fn without_user(url: &str) -> String {
    match url.split_once('@') {
        Some((before, after)) => match before.split_once("://") {
            Some((scheme, _)) => format!("{scheme}://…@{after}"),
            None => format!("…@{after}"),
        },
        None => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Endpoint, Variant};
    use crate::config::region::Region;

    const SERVICE: apigw_spec::Service = apigw_spec::Service {
        sdk_id: "Weather Station",
        version: "1",
        title: "Weather",
        signing_name: "weather",
        endpoint_prefix: "weather",
        quota: None,
    };

    fn url(region: &str, fips: bool, dual_stack: bool) -> String {
        let region = Region::parse(region).unwrap();
        Endpoint::of(&SERVICE, &region, Variant { fips, dual_stack }).unwrap().to_string()
    }

    #[test]
    fn regions_have_endpoints() {
        assert_eq!(url("eu-central-1", false, false), "https://weather.eu-central-1.amazonaws.com");
        assert_eq!(url("xx-new-1", false, false), "https://weather.xx-new-1.amazonaws.com");
        assert_eq!(url("us-east-1", true, false), "https://weather-fips.us-east-1.amazonaws.com");
        assert_eq!(url("us-east-1", false, true), "https://weather.us-east-1.api.aws");
        assert_eq!(url("us-east-1", true, true), "https://weather-fips.us-east-1.api.aws");
        assert_eq!(url("cn-north-1", false, true), "https://weather.cn-north-1.api.amazonwebservices.com.cn");
        assert_eq!(url("us-gov-west-1", true, false), "https://weather-fips.us-gov-west-1.amazonaws.com");
        assert_eq!(url("us-iso-east-1", false, false), "https://weather.us-iso-east-1.c2s.ic.gov");
    }

    #[test]
    fn an_empty_region_has_no_endpoint() {
        let region = Region::parse("").unwrap();
        let error = Endpoint::of(&SERVICE, &region, Variant::default()).unwrap_err();
        assert!(error.to_string().starts_with("`https://weather..amazonaws.com` is not an endpoint"));
    }

    #[test]
    fn prefix_and_query_are_kept() {
        let endpoint = Endpoint::parse("http://LOCALHOST:80/p/q/?a=b#f").unwrap();
        assert_eq!(endpoint.target("/x//../y?c=d"), "/p/q/x//../y?a=b&c=d");
        assert_eq!(endpoint.target("/x"), "/p/q/x?a=b");
        assert_eq!(endpoint.host(), "localhost");
        assert_eq!(Endpoint::parse("http://h:443").unwrap().host(), "h:443");
        assert_eq!(Endpoint::parse("https://[::1]:8443").unwrap().host(), "[::1]:8443");
        assert_eq!(endpoint.uri("/x//../y?c").unwrap().to_string(), "http://LOCALHOST:80/x//../y?c");
    }

    #[test]
    fn urls_without_scheme_or_host_are_rejected_and_users_are_not_shown() {
        for url in
            ["", "localhost", "localhost:4566", "ftp://h", "http://", "http://-a", "http://a b", "/x", "http://a..b"]
        {
            assert!(Endpoint::parse(url).is_err(), "{url}");
        }
        let error = Endpoint::parse("http://user:secret@host").unwrap_err();
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}
