//! Files that are read whole, up to a size: `/dev/zero` has no end.

use std::fs::{File, Metadata};
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
    read_up_to(reader, LIMIT, 0)
}

/// Reads a regular file of at most some bytes, without ever waiting. A pipe waits for a writer, and a device may have no end;
/// a file that tells no length is empty, or a stream that may wait, as in `/proc`.
pub(crate) fn read_regular(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let regular = |found: Metadata| {
        let problem = || io::Error::new(io::ErrorKind::InvalidInput, "it is no regular file");
        found.is_file().then_some(found.len()).ok_or_else(problem)
    };
    // Opening a pipe waits too.
    regular(std::fs::metadata(path)?)?;
    let file = File::open(path)?;
    match regular(file.metadata()?)? {
        0 => Ok(Vec::new()),
        length if length > limit => Err(too_large(limit)),
        length => read_up_to(file, limit, usize::try_from(length).unwrap_or(0)),
    }
}

fn too_large(limit: u64) -> io::Error {
    io::Error::new(io::ErrorKind::FileTooLarge, format!("it is larger than {limit} bytes"))
}

/// Reads to the end of what has probably `length` bytes.
fn read_up_to(reader: impl Read, limit: u64, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(length);
    let count = reader.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(count).is_ok_and(|count| count <= limit) {
        return Ok(bytes);
    }
    Err(too_large(limit))
}

#[cfg(test)]
mod tests {
    use super::{read_regular, read_up_to};
    use std::io::ErrorKind;
    use std::path::Path;

    #[test]
    fn the_limit_itself_is_read() {
        assert_eq!(read_up_to(&b"abc"[..], 3, 0).ok().as_deref(), Some(&b"abc"[..]));
        let error = read_up_to(std::io::repeat(0), 1000, 3).expect_err("more than the limit");
        assert_eq!(error.to_string(), "it is larger than 1000 bytes");
    }

    #[test]
    fn a_regular_file_is_read_up_to_its_limit() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        let whole = std::fs::read(&path).expect("the manifest");
        let length = u64::try_from(whole.len()).expect("a length");
        assert_eq!(read_regular(&path, length).expect("the manifest"), whole);
        let kind = |path: &Path, limit: u64| read_regular(path, limit).map_err(|error| error.kind());
        assert_eq!(kind(&path, length - 1), Err(ErrorKind::FileTooLarge));
        assert_eq!(kind(Path::new(env!("CARGO_MANIFEST_DIR")), length), Err(ErrorKind::InvalidInput));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_may_wait_or_has_no_end_is_not_read() {
        let read = |path: &str| read_regular(Path::new(path), 1000).map_err(|error| error.kind());
        assert_eq!(read("/dev/zero"), Err(ErrorKind::InvalidInput));
        assert_eq!(read("/proc/self/status"), Ok(Vec::new()), "a file that has more than its length");
    }
}
