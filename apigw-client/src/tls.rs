//! TLS: rustls with ring, trusting the certificate authorities that Mozilla trusts.

use std::sync::Arc;

use rustls::{ClientConfig, RootCertStore};

use crate::config_error::ConfigError;

/// The configuration of a client that was given no certificates of its own.
pub(crate) fn config() -> Result<ClientConfig, ConfigError> {
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let builder = builder.map_err(|error| ConfigError::Tls { reason: error.to_string() })?;
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}
