//! Partitions of AWS and the regions that belong to them.

use super::{Checked, FormatError, integration_uri};

/// Whether the partition is the one that the region belongs to, as far as both are known. A region or partition that is
/// not known passes, and so does what a stage completes.
///
/// Source: AWS General Reference, "Amazon Resource Names (ARNs)"; botocore's `partitions.json`.
pub(crate) fn check(text: &str) -> Checked {
    let Ok(uri) = integration_uri::parse(text) else { return Ok(()) };
    let region = uri.region();
    let owner = PARTITIONS.iter().find(|(_, prefixes)| prefixes.iter().any(|prefix| region.starts_with(prefix)));
    match owner {
        Some((owner, _))
            if *owner != uri.partition() && PARTITIONS.iter().any(|(known, _)| *known == uri.partition()) =>
        {
            let message = format!("`{region}` belongs to the partition `{owner}`; write `arn:{owner}:…`");
            Err(FormatError::new("arn:".len(), message))
        }
        _ => Ok(()),
    }
}

/// The partitions with what the names of their regions begin with.
const PARTITIONS: [(&str, &[&str]); 6] = [
    ("aws-cn", &["cn-"]),
    ("aws-us-gov", &["us-gov-"]),
    ("aws-iso", &["us-iso-"]),
    ("aws-iso-b", &["us-isob-"]),
    ("aws-iso-e", &["eu-isoe-"]),
    (
        "aws",
        &[
            "us-east-",
            "us-west-",
            "eu-central-",
            "eu-north-",
            "eu-south-",
            "eu-west-",
            "ap-",
            "sa-",
            "ca-",
            "me-",
            "af-",
            "il-",
            "mx-",
        ],
    ),
];
