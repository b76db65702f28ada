//! The keys of signatures, which are of a day, a region and a service.

use std::sync::{Mutex, PoisonError};

use ring::hmac;

/// The key that was made last, which is that of nearly every call: making it costs more than the rest of a signature.
#[derive(Default)]
pub(crate) struct Keys(Mutex<Option<Kept>>);

struct Kept {
    secret: String,
    scope: String,
    key: hmac::Key,
}

impl Keys {
    /// The key for a scope: the day, the region, the service and how the signature ends, with slashes between.
    pub(super) fn key(&self, secret: &str, scope: &str) -> hmac::Key {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = kept.as_ref().filter(|kept| kept.scope == scope && kept.secret == secret) {
            return kept.key.clone();
        }
        let first = hmac::Key::new(hmac::HMAC_SHA256, format!("AWS4{secret}").as_bytes());
        let key = scope
            .split('/')
            .fold(first, |key, part| hmac::Key::new(hmac::HMAC_SHA256, hmac::sign(&key, part.as_bytes()).as_ref()));
        kept.insert(Kept { secret: secret.to_owned(), scope: scope.to_owned(), key }).key.clone()
    }
}

#[cfg(test)]
mod tests {
    use ring::hmac;

    use super::Keys;

    #[test]
    fn keys_are_those_of_their_scope_and_secret() {
        let keys = Keys::default();
        let sign = |secret, scope| hmac::sign(&keys.key(secret, scope), b"text").as_ref().to_vec();
        let first = sign("one", "20261122/r/s/aws4_request");
        assert_eq!(first, sign("one", "20261122/r/s/aws4_request"));
        let others = [("two", "20261122/r/s/aws4_request"), ("one", "20261123/r/s/aws4_request")];
        for (secret, scope) in others {
            assert_ne!(first, sign(secret, scope));
        }
        assert_eq!(first, sign("one", "20261122/r/s/aws4_request"));
    }
}
