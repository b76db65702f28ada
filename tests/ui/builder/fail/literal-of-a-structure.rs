//! The service may add members, so structures are built and not spelled out.

use apigw_model::TlsConfig;

fn main() {
    let _ = TlsConfig { insecure_skip_verification: None };
}
