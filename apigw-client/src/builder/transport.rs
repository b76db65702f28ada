//! The transport of a client.

use std::time::Duration;

use crate::config::config_error::ConfigError;
use crate::http::https::{Https, Timeouts};
#[cfg(feature = "proxy")]
use crate::http::proxy::Proxies;
use crate::settings::overrides::Overrides;
use crate::settings::resolved::ClientSettings;

/// How long a connection or a response may take by default, as in the AWS CLI.
const TIMEOUT: Duration = Duration::from_mins(1);

/// The timeouts; zero stands for none.
pub(super) fn timeouts(overrides: &Overrides) -> Timeouts {
    let limit = |timeout: Option<Duration>| Some(timeout.unwrap_or(TIMEOUT)).filter(|timeout| !timeout.is_zero());
    Timeouts { connect: limit(overrides.connect_timeout), read: limit(overrides.read_timeout) }
}

/// The default transport.
#[cfg_attr(
    not(feature = "proxy"),
    expect(unused_variables, clippy::unnecessary_wraps, reason = "there are no proxies")
)]
pub(super) fn https(settings: &ClientSettings, timeouts: Timeouts, avoids_proxies: bool) -> Result<Https, ConfigError> {
    #[cfg(feature = "proxy")]
    let proxies = Proxies::of(settings.environment())?.filter(|_| !avoids_proxies);
    #[cfg(not(feature = "proxy"))]
    let proxies = ();
    Ok(Https::new(settings.tls.clone(), timeouts, proxies))
}

/// The endpoint of the model's service. If it cannot be resolved, each call reports the error.
pub(super) fn first_endpoint(settings: &ClientSettings) -> Option<http::Uri> {
    settings.endpoint(own_service()?).ok()?.url("").parse().ok()
}

#[cfg(feature = "api-gateway")]
fn own_service() -> Option<&'static apigw_spec::Service> {
    apigw_model::OPERATIONS.first().map(|operation| operation.service)
}

/// What service will be called is not known before the first call.
#[cfg(not(feature = "api-gateway"))]
const fn own_service() -> Option<&'static apigw_spec::Service> {
    None
}
