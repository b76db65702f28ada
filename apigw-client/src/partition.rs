//! Partitions: which domain the hosts of a region are under.
//!
//! Source: AWS's published partition table (`partitions.json`, version 1.1, as shipped with its tools). Regions that
//! no partition claims belong to the commercial one, which is also how AWS's tools treat regions newer than they are.

/// A set of regions with domains of its own.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Partition {
    /// The name in ARNs.
    id: &'static str,
    /// What the regions' names start with; the rest is a place and a number.
    prefixes: &'static [&'static str],
    /// The domain of hosts.
    pub(crate) suffix: &'static str,
    /// The domain of hosts that answer over IPv6 too.
    pub(crate) dual_stack_suffix: &'static str,
}

/// The commercial partition takes every region that no other claims.
static COMMERCIAL: Partition =
    Partition { id: "aws", prefixes: &[], suffix: "amazonaws.com", dual_stack_suffix: "api.aws" };

static OTHERS: [Partition; 7] = [
    Partition {
        id: "aws-cn",
        prefixes: &["cn-"],
        suffix: "amazonaws.com.cn",
        dual_stack_suffix: "api.amazonwebservices.com.cn",
    },
    Partition {
        id: "aws-eusc",
        prefixes: &["eusc-de-"],
        suffix: "amazonaws.eu",
        dual_stack_suffix: "api.amazonwebservices.eu",
    },
    Partition { id: "aws-iso", prefixes: &["us-iso-"], suffix: "c2s.ic.gov", dual_stack_suffix: "api.aws.ic.gov" },
    Partition {
        id: "aws-iso-b",
        prefixes: &["us-isob-"],
        suffix: "sc2s.sgov.gov",
        dual_stack_suffix: "api.aws.scloud",
    },
    Partition {
        id: "aws-iso-e",
        prefixes: &["eu-isoe-"],
        suffix: "cloud.adc-e.uk",
        dual_stack_suffix: "api.cloud-aws.adc-e.uk",
    },
    Partition {
        id: "aws-iso-f",
        prefixes: &["us-isof-"],
        suffix: "csp.hci.ic.gov",
        dual_stack_suffix: "api.aws.hci.ic.gov",
    },
    Partition { id: "aws-us-gov", prefixes: &["us-gov-"], suffix: "amazonaws.com", dual_stack_suffix: "api.aws" },
];

/// The partition of a region.
pub(crate) fn of(region: &str) -> &'static Partition {
    OTHERS.iter().find(|partition| partition.holds(region)).unwrap_or(&COMMERCIAL)
}

impl Partition {
    fn holds(&self, region: &str) -> bool {
        region.strip_suffix("-global") == Some(self.id)
            || self.prefixes.iter().any(|prefix| region.strip_prefix(prefix).is_some_and(is_place))
    }
}

/// Whether the rest of a region's name is a place and a number: `north-1`.
fn is_place(rest: &str) -> bool {
    rest.split_once('-').is_some_and(|(place, number)| {
        let digits = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
        digits && !place.is_empty() && place.chars().all(|c| c.is_alphanumeric() || c == '_')
    })
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn regions_find_their_partition() {
        for (region, id) in [
            ("us-east-1", "aws"),
            ("eu-nowhere-9", "aws"),
            ("", "aws"),
            ("cn-north-1", "aws-cn"),
            ("cn-north", "aws"),
            ("us-gov-west-1", "aws-us-gov"),
            ("us-iso-east-1", "aws-iso"),
            ("us-isob-east-1", "aws-iso-b"),
            ("us-isof-south-1", "aws-iso-f"),
            ("eu-isoe-west-1", "aws-iso-e"),
            ("eusc-de-east-1", "aws-eusc"),
            ("aws-cn-global", "aws-cn"),
            ("aws-global", "aws"),
        ] {
            assert_eq!(of(region).id, id, "{region}");
        }
    }
}
