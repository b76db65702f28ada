//! The partitions of AWS, the one table of them: ARNs, endpoints and the command look here.
//!
//! Source: AWS's published table, `partitions.json` version 1.1, as shipped with its tools.

/// A partition: regions that share accounts and the domains of their hosts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Partition {
    /// The name in ARNs.
    pub id: &'static str,
    /// The region that stands for all of it, if there is one.
    pub global_region: Option<&'static str>,
    /// What the names of its regions begin with; a place and a number follow.
    pub regions: &'static [&'static str],
    /// The domain of hosts.
    pub suffix: &'static str,
    /// The domain of hosts that answer over IPv6 too.
    pub dual_stack_suffix: &'static str,
}

/// The partitions, the commercial one first.
pub(crate) const PARTITIONS: [Partition; 8] = [
    Partition {
        id: "aws",
        global_region: Some("aws-global"),
        regions: &["us-", "eu-", "ap-", "sa-", "ca-", "me-", "af-", "il-", "mx-"],
        suffix: "amazonaws.com",
        dual_stack_suffix: "api.aws",
    },
    Partition {
        id: "aws-cn",
        global_region: Some("aws-cn-global"),
        regions: &["cn-"],
        suffix: "amazonaws.com.cn",
        dual_stack_suffix: "api.amazonwebservices.com.cn",
    },
    Partition {
        id: "aws-eusc",
        global_region: None,
        regions: &["eusc-de-"],
        suffix: "amazonaws.eu",
        dual_stack_suffix: "api.amazonwebservices.eu",
    },
    Partition {
        id: "aws-iso",
        global_region: Some("aws-iso-global"),
        regions: &["us-iso-"],
        suffix: "c2s.ic.gov",
        dual_stack_suffix: "api.aws.ic.gov",
    },
    Partition {
        id: "aws-iso-b",
        global_region: Some("aws-iso-b-global"),
        regions: &["us-isob-"],
        suffix: "sc2s.sgov.gov",
        dual_stack_suffix: "api.aws.scloud",
    },
    Partition {
        id: "aws-iso-e",
        global_region: Some("aws-iso-e-global"),
        regions: &["eu-isoe-"],
        suffix: "cloud.adc-e.uk",
        dual_stack_suffix: "api.cloud-aws.adc-e.uk",
    },
    Partition {
        id: "aws-iso-f",
        global_region: Some("aws-iso-f-global"),
        regions: &["us-isof-"],
        suffix: "csp.hci.ic.gov",
        dual_stack_suffix: "api.aws.hci.ic.gov",
    },
    Partition {
        id: "aws-us-gov",
        global_region: Some("aws-us-gov-global"),
        regions: &["us-gov-"],
        suffix: "amazonaws.com",
        dual_stack_suffix: "api.aws",
    },
];

impl Partition {
    /// The partition that claims a region.
    pub(crate) fn claiming(region: &str) -> Option<&'static Self> {
        PARTITIONS.iter().find(|partition| partition.holds(region))
    }

    /// The partition of a region. A region that none claims belongs to the commercial one, as it does for AWS's tools
    /// when a region is newer than they are.
    ///
    /// ```
    /// use apigw_spec::partition::Partition;
    ///
    /// assert_eq!(Partition::of("cn-north-1").suffix, "amazonaws.com.cn");
    /// assert_eq!(Partition::of("xx-new-1").id, "aws");
    /// ```
    pub fn of(region: &str) -> &'static Self {
        const COMMERCIAL: &Partition = &PARTITIONS[0];
        Self::claiming(region).unwrap_or(COMMERCIAL)
    }

    /// Whether a region is the partition's: its pseudo region, or one of its prefixes with a place and a number.
    fn holds(&self, region: &str) -> bool {
        self.global_region == Some(region)
            || self.regions.iter().any(|prefix| region.strip_prefix(prefix).is_some_and(is_place))
    }
}

/// Whether the rest of a region's name is a place and a number: `north-1`.
fn is_place(rest: &str) -> bool {
    rest.split_once('-').is_some_and(|(place, number)| {
        let digits = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
        digits && !place.is_empty() && place.chars().all(|c| c.is_alphanumeric() || c == '_')
    })
}

/// Whether a URL is an endpoint of AWS, in any partition.
#[must_use]
pub fn is_aws_url(url: &str) -> bool {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = host.split(['/', ':', '?']).next().unwrap_or_default();
    let is_in = |domain: &str| host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'));
    PARTITIONS.iter().any(|partition| is_in(partition.suffix) || is_in(partition.dual_stack_suffix))
}

#[cfg(test)]
mod tests {
    use super::Partition;

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
            ("aws-eusc-global", "aws"),
            ("xx-new-1", "aws"),
        ] {
            assert_eq!(Partition::of(region).id, id, "{region}");
        }
    }
}
