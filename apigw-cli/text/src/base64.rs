//! Base64, decoded with Python's leniency.

/// Decodes base64: characters outside the alphabet are skipped, and the first complete padding ends the input. `None` if it
/// ends inside a group.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let mut group: u32 = 0;
    let mut count = 0;
    let mut pads = 0;

    for byte in text.bytes() {
        if byte == b'=' {
            pads += 1;
            if count >= 2 && count + pads >= 4 {
                return Some(bytes);
            }
            continue;
        }
        let Some(value) = value_of(byte) else { continue };
        pads = 0;
        group = (group << 6 | u32::from(value)) & 0xff_ffff;
        count = (count + 1) % 4;
        let shift = match count {
            2 => 4,
            3 => 2,
            0 => 0,
            _ => continue,
        };
        bytes.extend(u8::try_from(group >> shift & 0xff));
    }

    (count == 0).then_some(bytes)
}

fn value_of(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn decoding_is_lenient() {
        assert_eq!(decode("eyJ4IjogIsOpIn0K").as_deref(), Some("{\"x\": \"é\"}\n".as_bytes()));
        assert_eq!(decode("{}").as_deref(), Some(&b""[..]));
        assert_eq!(decode("e\nA = = ignored").as_deref(), Some(&b"x"[..]));
        assert_eq!(decode("eyJzd2FnZ2VyIjoiMi4wIn0"), None);
        assert_eq!(decode("A"), None);
        assert_eq!(decode("=eA==").as_deref(), Some(&b"x"[..]));
        assert_eq!(decode("eA=A"), None);
    }

    #[test]
    fn decoding_reverses_encoding() {
        for size in 0..40_u8 {
            let bytes: Vec<u8> = (0..size).map(|n| n.wrapping_mul(37)).collect();
            assert_eq!(decode(&apigw_model::blob::to_base64(&bytes)), Some(bytes));
        }
    }
}
