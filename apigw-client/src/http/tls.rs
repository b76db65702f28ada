//! TLS: rustls with ring, trusting the certificate authorities that Mozilla trusts, or those that the caller names.

use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use rustls::{ClientConfig, RootCertStore};

use crate::config::config_error::ConfigError;
use crate::config::environment::Environment;
use crate::config::profile::Profile;
use crate::http::bundle::Bundle;
use crate::http::verifier::Verifier;

/// Which certificates are trusted.
#[derive(Debug, Clone, Default)]
pub(crate) enum Trust {
    /// Those of the authorities that Mozilla trusts.
    #[default]
    Mozilla,
    /// Those of the authorities in a PEM file, those in it themselves, and no others.
    Bundle(PathBuf),
    /// Any certificate.
    Anything,
}

impl Trust {
    /// What the environment or the profile configures.
    pub(crate) fn configured(environment: &Environment, profile: &Profile) -> Self {
        let path = environment.get("AWS_CA_BUNDLE").or_else(|| profile.get("ca_bundle").map(str::to_owned));
        path.filter(|path| !path.is_empty()).map_or(Self::Mozilla, |path| Self::Bundle(path.into()))
    }
}

/// The TLS configuration of a client, made when it is first needed, so that endpoints without TLS need no bundle. Clones
/// share it.
#[derive(Clone, Default)]
pub(crate) struct Tls(Arc<Inner>);

#[derive(Default)]
struct Inner {
    trust: Trust,
    config: OnceLock<Arc<ClientConfig>>,
    /// Whether servers may choose HTTP/2.
    #[cfg(feature = "http2")]
    offers_http2: bool,
}

impl Tls {
    pub(crate) fn new(trust: Trust) -> Self {
        Self(Arc::new(Inner { trust, ..Inner::default() }))
    }

    /// The same for connections on which the server may choose HTTP/2.
    #[cfg(feature = "http2")]
    pub(crate) fn offering_http2(&self) -> Self {
        Self(Arc::new(Inner { trust: self.0.trust.clone(), offers_http2: true, ..Inner::default() }))
    }

    /// The configuration.
    pub(crate) fn config(&self) -> Result<Arc<ClientConfig>, ConfigError> {
        if let Some(config) = self.0.config.get() {
            return Ok(Arc::clone(config));
        }
        #[cfg_attr(not(feature = "http2"), expect(unused_mut, reason = "only HTTP/1.1 is offered"))]
        let mut config = config(&self.0.trust)?;
        #[cfg(feature = "http2")]
        if self.0.offers_http2 {
            config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        }
        let config = Arc::new(config);
        Ok(Arc::clone(self.0.config.get_or_init(|| config)))
    }
}

impl fmt::Debug for Tls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Tls").field(&self.0.trust).finish()
    }
}

fn config(trust: &Trust) -> Result<ClientConfig, ConfigError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider)).with_safe_default_protocol_versions();
    let builder = builder.map_err(|error| ConfigError::Tls { reason: error.to_string() })?;
    let builder = match trust {
        Trust::Mozilla => {
            builder.with_root_certificates(RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() })
        }
        Trust::Bundle(path) => {
            let bundle = Bundle::read(path, &provider)?;
            builder.dangerous().with_custom_certificate_verifier(Arc::new(Verifier::new(provider, Some(bundle))))
        }
        Trust::Anything => {
            builder.dangerous().with_custom_certificate_verifier(Arc::new(Verifier::new(provider, None)))
        }
    };
    Ok(builder.with_no_client_auth())
}
