//! Random identifiers of calls.

use std::hash::{BuildHasher as _, RandomState};

/// A version 4 UUID. It identifies a call in the logs of the service. It need not be unpredictable, so the randomness that
/// the standard library seeds its hash maps with is enough.
///
/// ```
/// assert_eq!(apigw_client::identifier::uuid().len(), 36);
/// ```
pub fn uuid() -> String {
    let state = RandomState::new();
    let random = |half: u8| u128::from(state.hash_one((half, std::time::Instant::now())));
    let bits = (random(0) << 64) | random(1);
    let bits = bits & !(0xf << 76) & !(0b11 << 62) | (0x4 << 76) | (0b10 << 62);
    let mut text = format!("{bits:032x}");
    for position in [20, 16, 12, 8] {
        text.insert(position, '-');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::uuid;

    #[test]
    fn identifiers_have_the_form_of_version_4_and_differ() {
        let id = uuid();
        let lengths: Vec<_> = id.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12], "{id}");
        assert_eq!(id.as_bytes()[14], b'4');
        assert!(b"89ab".contains(&id.as_bytes()[19]), "{id}");
        assert_ne!(id, uuid());
    }
}
