//! Signing keys, which depend on a day, a region and a service.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use aws_sigv4::sign::v4::generate_signing_key;

/// The key that was derived last, which nearly every call needs: deriving it costs more than the rest of a signature.
#[derive(Default)]
pub(crate) struct Keys(Mutex<Option<Kept>>);

struct Kept {
    secret: String,
    scope: String,
    key: Arc<[u8]>,
}

impl Keys {
    /// The key for a scope. `name` is the scope as the signature names it: the day, the region and the service.
    pub(super) fn key(&self, secret: &str, time: SystemTime, region: &str, service: &str, name: &str) -> Arc<[u8]> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = kept.as_ref().filter(|kept| kept.scope == name && kept.secret == secret) {
            return Arc::clone(&kept.key);
        }
        let key = generate_signing_key(secret, time, region, service).as_ref().into();
        Arc::clone(&kept.insert(Kept { secret: secret.to_owned(), scope: name.to_owned(), key }).key)
    }
}
