//! Files that are read whole, up to a size: `/dev/zero` has no end.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// How many bytes are read. No request is nearly as large; API Gateway takes bodies of at most 6 MB.
const LIMIT: u64 = 256 << 20;

/// Reads a file.
pub(crate) fn read(path: impl AsRef<Path>) -> io::Result<Vec<u8>> {
    read_all(File::open(path)?)
}

/// Reads to the end.
pub(crate) fn read_all(reader: impl Read) -> io::Result<Vec<u8>> {
    read_up_to(reader, LIMIT)
}

fn read_up_to(reader: impl Read, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let count = reader.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(count).is_ok_and(|count| count <= limit) {
        return Ok(bytes);
    }
    Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("it is larger than {limit} bytes")))
}

#[cfg(test)]
mod tests {
    use super::read_up_to;

    #[test]
    fn the_limit_itself_is_read() {
        assert_eq!(read_up_to(&b"abc"[..], 3).ok().as_deref(), Some(&b"abc"[..]));
        let error = read_up_to(std::io::repeat(0), 1000).expect_err("more than the limit");
        assert_eq!(error.to_string(), "it is larger than 1000 bytes");
    }
}
