//! The keys of signatures, which are of a day, a region and a service.

use std::sync::{Arc, Mutex, PoisonError};

use aws_sigv4::sign::v4::generate_signing_key;

use super::Scope;

/// The key that was made last, which is that of nearly every call: making it costs more than the rest of a signature.
#[derive(Default)]
pub(crate) struct Keys(Mutex<Option<Kept>>);

struct Kept {
    secret: String,
    scope: String,
    key: Arc<[u8]>,
}

impl Keys {
    /// The key for a scope, by what the signature says of it: the day, the region and the service.
    pub(super) fn key(&self, scope: &Scope<'_>, name: &str) -> Arc<[u8]> {
        let secret = scope.credentials.secret_access_key();
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = kept.as_ref().filter(|kept| kept.scope == name && kept.secret == secret) {
            return Arc::clone(&kept.key);
        }
        let key = generate_signing_key(secret, scope.time, scope.region, scope.service).as_ref().into();
        Arc::clone(&kept.insert(Kept { secret: secret.to_owned(), scope: name.to_owned(), key }).key)
    }
}
