//! ARNs whose partition must be that of their region.

use super::error::{FormatError, FormatResult};
use super::integration_uri;
use crate::partition::{PARTITIONS, Partition};

/// Whether the partition is the one that the region belongs to, as far as both are known. A region or partition that is
/// not known passes, and so does what a stage completes.
pub(crate) fn check(text: &str) -> FormatResult {
    let Ok(uri) = integration_uri::parse(text) else { return Ok(()) };
    let (region, named) = (uri.region(), uri.partition());
    match Partition::claiming(region).map(|partition| partition.id) {
        Some(owner) if owner != named && PARTITIONS.iter().any(|known| known.id == named) => {
            let message = format!("`{region}` belongs to the partition `{owner}`; write `arn:{owner}:…`");
            Err(FormatError::new("arn:".len(), message))
        }
        _ => Ok(()),
    }
}
