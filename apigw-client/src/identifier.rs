//! Random identifiers of invocations.

use std::hash::{BuildHasher as _, RandomState};

/// A version 4 UUID. It tells the attempts of one call apart from other calls in the service's logs; nothing rests on
/// it being unguessable, so the randomness that the standard library seeds its hash maps with is enough.
pub(crate) fn uuid() -> String {
    let random = || u128::from(RandomState::new().hash_one(std::time::Instant::now()));
    let bits = (random() << 64) | random();
    let bits = bits & !(0xf << 76) & !(0b11 << 62) | (0x4 << 76) | (0b10 << 62);
    let part = |shift: u32, digits: usize| format!("{:0digits$x}", (bits >> shift) & ((1 << (digits * 4)) - 1));
    [part(96, 8), part(80, 4), part(64, 4), part(48, 4), part(0, 12)].join("-")
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
