//! Whom the client trusts.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use apigw_client::{Client, ClientBuilder, ConfigError, Credentials, Environment, Error};
use apigw_model::blob::to_base64;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::loopback::{Loopback, json};

const CERTIFICATE: &[u8] = include_bytes!("self-signed/certificate.der");

/// A certificate of an authority, as `openssl req -x509` makes it.
const AUTHORITY: &[u8] = include_bytes!("self-signed/authority.der");
const AUTHORITY_KEY: &[u8] = include_bytes!("self-signed/authority-key.der");
/// The same, for a month in 2020.
const EXPIRED: &[u8] = include_bytes!("self-signed/expired-authority.der");

/// The port of a server whose certificate, for `localhost`, no authority vouches for. It answers `{}`.
pub(crate) fn server() -> u16 {
    serving(config()).0
}

/// The port of a server, and how often a request arrived.
pub(crate) fn serving(config: Arc<ServerConfig>) -> (u16, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let requests = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&requests);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut stream = StreamOwned::new(connection, stream.unwrap());
            if stream.read(&mut [0; 8192]).is_ok_and(|count| count > 0) {
                counted.fetch_add(1, Ordering::Relaxed);
                _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
                _ = stream.flush();
            }
        }
    });
    (port, requests)
}

/// What a server shows and can prove.
pub(crate) fn config() -> Arc<ServerConfig> {
    config_of(CERTIFICATE, include_bytes!("self-signed/key.der"))
}

fn config_of(certificate: &[u8], key: &[u8]) -> Arc<ServerConfig> {
    let key = rustls::pki_types::PrivatePkcs8KeyDer::from(key.to_vec()).into();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = config.with_no_client_auth().with_single_cert(vec![certificate.to_vec().into()], key).unwrap();
    Arc::new(config)
}

fn builder(url: &str, variables: &[(&str, &str)]) -> ClientBuilder {
    let credentials = Credentials::new("AKIDEXAMPLE", "secret", None, None, "test");
    let builder = Client::builder().environment(variables.iter().copied().collect::<Environment>());
    builder.region("us-east-1").credentials(credentials).endpoint_url(url)
}

/// A file with the text, removed at the end.
pub(crate) struct File(PathBuf);

impl File {
    fn new(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("apigw-client-{name}-{}.pem", std::process::id()));
        std::fs::write(&path, text).unwrap();
        Self(path)
    }

    pub(crate) fn bundle(name: &str) -> Self {
        Self::bundle_of(name, CERTIFICATE)
    }

    fn bundle_of(name: &str, certificate: &[u8]) -> Self {
        let text = to_base64(certificate);
        let lines: Vec<_> = text.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).unwrap()).collect();
        let pem = format!("a comment\n-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", lines.join("\n"));
        Self::new(name, &pem)
    }

    pub(crate) fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        _ = std::fs::remove_file(&self.0);
    }
}

async fn outcome(builder: ClientBuilder) -> Result<(), String> {
    let client = builder.build().map_err(|error| error.to_string())?;
    client.get_account().send().await.map(|_| ()).map_err(|error| error.to_string())
}

#[tokio::test]
async fn authorities_of_ones_own_are_trusted_and_only_they() {
    let url = format!("https://localhost:{}", server());
    let bundle = File::bundle("own");
    let error = outcome(builder(&url, &[])).await.unwrap_err();
    assert!(error.contains("UnknownIssuer"), "{error}");
    assert_eq!(outcome(builder(&url, &[]).ca_bundle(bundle.path())).await, Ok(()));
    assert_eq!(outcome(builder(&url, &[("AWS_CA_BUNDLE", bundle.path())])).await, Ok(()));
    let config = File::new("config", &format!("[default]\nca_bundle = {}\n", bundle.path()));
    assert_eq!(outcome(builder(&url, &[("AWS_CONFIG_FILE", config.path())])).await, Ok(()));
    // The name still counts.
    let other = url.replace("localhost", "127.0.0.1");
    let error = outcome(builder(&other, &[]).ca_bundle(bundle.path())).await.unwrap_err();
    assert!(error.starts_with("TLS handshake with `https://127.0.0.1:"), "{error}");
}

#[tokio::test]
async fn whoever_asks_for_danger_gets_it() {
    let url = format!("https://127.0.0.1:{}", server());
    let error = builder(&url, &[]).build().unwrap().get_account().send().await.unwrap_err();
    assert!(matches!(error, Error::Tls { .. }), "{error:?}");
    assert_eq!(outcome(builder(&url, &[]).danger_accept_invalid_certificates()).await, Ok(()));
}

#[test]
fn bundles_that_are_none_are_named() {
    let error = |path: &str| builder("https://x", &[]).ca_bundle(path).build().unwrap_err();
    assert!(matches!(error("/no/such/file"), ConfigError::InvalidCaBundle { .. }));
    let empty = File::new("empty", "no certificate\n");
    let expected =
        format!("cannot use the CA bundle `{}`: no certificate found; name a PEM file with certificates", empty.path());
    assert_eq!(error(empty.path()).to_string(), expected);
    let broken = File::new("broken", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    assert!(error(broken.path()).to_string().starts_with(&format!("cannot use the CA bundle `{}`: ", broken.path())));
}

#[tokio::test]
async fn without_tls_nobody_misses_a_bundle() {
    let server = Loopback::start([json("200 OK", "{}")]);
    assert_eq!(outcome(builder(&server.url(), &[("AWS_CA_BUNDLE", "/no/such/file")])).await, Ok(()));
}

#[cfg(feature = "proxy")]
#[test]
fn proxies_with_tls_need_the_bundle() {
    let build = |scheme: &str| {
        let proxy = format!("{scheme}://proxy.invalid");
        builder("http://x", &[("HTTP_PROXY", &proxy)]).ca_bundle("/no/such/file").build().map(drop)
    };
    assert!(matches!(build("https"), Err(ConfigError::InvalidCaBundle { .. })));
    assert_eq!(build("http"), Ok(()));
}

#[tokio::test]
async fn a_certificate_that_is_its_own_bundle_is_trusted() {
    let config = config_of(AUTHORITY, AUTHORITY_KEY);
    let url = format!("https://localhost:{}", serving(config).0);
    let bundle = File::bundle_of("authority", AUTHORITY);
    assert_eq!(outcome(builder(&url, &[]).ca_bundle(bundle.path())).await, Ok(()));

    // For its own name alone.
    let other = outcome(builder(&url.replace("localhost", "127.0.0.1"), &[]).ca_bundle(bundle.path())).await;
    assert!(other.unwrap_err().contains("not valid for name"), "the name does not count");
    // Nobody else's certificate is trusted for it.
    let others = File::bundle("others");
    let error = outcome(builder(&url, &[]).ca_bundle(others.path())).await.unwrap_err();
    assert!(error.contains("invalid peer certificate"), "{error}");
    // Until it expires.
    let expired = format!("https://localhost:{}", serving(config_of(EXPIRED, AUTHORITY_KEY)).0);
    let bundle = File::bundle_of("expired", EXPIRED);
    let error = outcome(builder(&expired, &[]).ca_bundle(bundle.path())).await.unwrap_err();
    assert!(error.contains("expired"), "{error}");
}

#[cfg(unix)]
#[test]
fn a_bundle_without_an_end_is_refused() {
    let error = builder("https://x", &[]).ca_bundle("/dev/zero").build().unwrap_err();
    assert!(error.to_string().contains("larger than"), "{error}");
}
