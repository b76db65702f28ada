//! Files that are read whole, up to a size.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

/// Reads a file. A larger one is an error, even one without an end such as `/dev/zero`.
pub(crate) fn read(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    let count = File::open(path)?.take(limit.saturating_add(1)).read_to_end(&mut content)?;
    if u64::try_from(count).is_ok_and(|count| count <= limit) {
        return Ok(content);
    }
    Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("the file is larger than {limit} bytes")))
}
