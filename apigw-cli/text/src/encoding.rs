//! The encodings of text files that `AWS_CLI_FILE_ENCODING` can name.

/// Decodes bytes; `None` if they are invalid in the encoding. The error is the complete message for an unsupported encoding.
pub fn decode(bytes: Vec<u8>, encoding: &str) -> Result<Option<String>, String> {
    let plain = |c: &char| c.is_ascii_alphanumeric();
    let name: String = encoding.chars().filter(plain).map(|c| c.to_ascii_lowercase()).collect();
    Ok(match name.as_str() {
        "" | "utf8" | "u8" | "cp65001" => String::from_utf8(bytes).ok(),
        "utf8sig" => {
            let mark = "\u{feff}".as_bytes();
            String::from_utf8(bytes.strip_prefix(mark).unwrap_or(&bytes).to_owned()).ok()
        }
        "ascii" | "usascii" => String::from_utf8(bytes).ok().filter(|text| text.is_ascii()),
        "latin1" | "iso88591" | "l1" => Some(bytes.into_iter().map(char::from).collect()),
        "utf16" if bytes.starts_with(&[0xfe, 0xff]) => wide(bytes.get(2..).unwrap_or_default(), u16::from_be_bytes),
        "utf16" if bytes.starts_with(&[0xff, 0xfe]) => wide(bytes.get(2..).unwrap_or_default(), u16::from_le_bytes),
        "utf16" | "utf16le" => wide(&bytes, u16::from_le_bytes),
        "utf16be" => wide(&bytes, u16::from_be_bytes),
        _ => {
            return Err(format!(
                "`AWS_CLI_FILE_ENCODING` has the unsupported value `{encoding}`; convert the file to UTF-8 and unset the variable"
            ));
        }
    })
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    if rest.is_empty() { String::from_utf16(&units).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn files_are_read_in_the_encoding_that_is_named() {
        let cases: [(&[u8], &str, Option<&str>); 10] = [
            ("é".as_bytes(), "", Some("é")),
            ("\u{feff}é".as_bytes(), "UTF-8-SIG", Some("é")),
            ("\u{feff}\u{feff}".as_bytes(), "utf-8-sig", Some("\u{feff}")),
            (b"\xe9", "UTF-8", None),
            (b"\xe9", "iso-8859-1", Some("é")),
            (b"\xe9", "ascii", None),
            (b"\xff\xfe\xe9\0", "utf-16", Some("é")),
            (b"\xfe\xff\0\xe9", "UTF_16", Some("é")),
            (b"\0\xe9", "utf-16-be", Some("é")),
            (b"\0", "utf-16-le", None),
        ];
        for (bytes, encoding, expected) in cases {
            assert_eq!(decode(bytes.to_vec(), encoding).expect(encoding).as_deref(), expected, "{encoding}");
        }
        assert!(decode(Vec::new(), "klingon").is_err());
    }
}
