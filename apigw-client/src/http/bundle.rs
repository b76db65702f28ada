//! The certificates of a PEM file, and no others, are trusted.

use std::path::Path;
use std::sync::Arc;

use rustls::client::danger::{ServerCertVerified, ServerCertVerifier as _};
use rustls::client::{WebPkiServerVerifier, verify_server_name};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{CertificateError, Error, RootCertStore};

use crate::config::config_error::ConfigError;
use crate::config::file;

/// How large a file may be; that of Mozilla has a quarter of a megabyte.
const LIMIT: u64 = 16 << 20;

/// Trusts the authorities in a file, and the very certificates in it.
#[derive(Debug)]
pub(crate) struct Bundle {
    certificates: Vec<CertificateDer<'static>>,
    authorities: Arc<WebPkiServerVerifier>,
}

impl Bundle {
    /// Reads a file.
    pub(crate) fn read(path: &Path, provider: &Arc<CryptoProvider>) -> Result<Self, ConfigError> {
        let unusable = |reason: String| ConfigError::InvalidCaBundle { path: path.to_owned(), reason };
        let pem = file::read(path, LIMIT).map_err(|error| unusable(error.to_string()))?;
        let certificates: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&pem).collect();
        let certificates = certificates.map_err(|error| unusable(error.to_string()))?;
        if certificates.is_empty() {
            return Err(unusable("no certificate found".to_owned()));
        }

        let mut roots = RootCertStore::empty();
        for certificate in &certificates {
            roots.add(certificate.clone()).map_err(|error| unusable(error.to_string()))?;
        }
        let authorities = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(provider)).build();
        let authorities = authorities.map_err(|error| unusable(error.to_string()))?;
        Ok(Self { certificates, authorities })
    }

    /// Verifies the certificate that a server presents.
    pub(crate) fn verify(
        &self,
        presented: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let outcome = self.authorities.verify_server_cert(presented, intermediates, server_name, ocsp_response, now);
        let Err(error) = outcome else { return outcome };
        // `openssl req -x509` makes certificates of authorities, which no server may present for itself, unless it is the
        // very certificate that the user trusts. Its dates have been checked by then; its names have not.
        if is_authority(&error) && self.certificates.iter().any(|known| known == presented) {
            verify_server_name(&ParsedCertificate::try_from(presented)?, server_name)?;
            return Ok(ServerCertVerified::assertion());
        }
        Err(error)
    }
}

/// Whether the only fault of a certificate is that it is that of an authority.
fn is_authority(error: &Error) -> bool {
    let Error::InvalidCertificate(CertificateError::Other(other)) = error else { return false };
    matches!(other.0.downcast_ref(), Some(webpki::Error::CaUsedAsEndEntity))
}
