//! Partitions: which domain the hosts of a region are under. The table is data of the specification.

use serde_json::Value;

/// Where the hosts of a partition are.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Partition {
    /// The name in ARNs.
    pub(crate) id: String,
    /// The domain of hosts.
    pub(crate) suffix: String,
    /// The domain of hosts that answer over IPv6 too.
    pub(crate) dual_stack_suffix: String,
}

/// The partition of a region. A region that none claims belongs to the first, the commercial one, as it does for AWS's
/// tools when a region is newer than they are.
pub(crate) fn of(region: &str) -> Option<Partition> {
    let table: Value = serde_json::from_str(apigw_spec::PARTITIONS).ok()?;
    let partitions = table.get("partitions")?.as_array()?;
    let found = partitions.iter().find(|partition| holds(partition, region)).or(partitions.first())?;
    let text = |name: &str| found.get(name)?.as_str().map(str::to_owned);
    Some(Partition { id: text("id")?, suffix: text("dnsSuffix")?, dual_stack_suffix: text("dualStackDnsSuffix")? })
}

/// Whether a region is the partition's: its pseudo region, or one of its prefixes with a place and a number.
fn holds(partition: &Value, region: &str) -> bool {
    let global = partition.get("globalRegion").and_then(Value::as_str);
    let prefixes = partition.get("regions").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    global == Some(region) || prefixes.into_iter().any(|prefix| region.strip_prefix(prefix).is_some_and(is_place))
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
            ("aws-eusc-global", "aws"),
            ("xx-new-1", "aws"),
        ] {
            assert_eq!(of(region).map(|partition| partition.id).as_deref(), Some(id), "{region}");
        }
    }
}
