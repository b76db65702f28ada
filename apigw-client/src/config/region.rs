//! Regions: the label of a host name that says where a service runs.

use std::fmt;

use crate::config::config_error::ConfigError;

/// A region: a label of a host name, or empty with custom endpoints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Region(String);

impl Region {
    /// Parses a region: letters, digits and hyphens, at most 63, no hyphen at either end, not digits only.
    pub(crate) fn parse(text: &str) -> Result<Self, ConfigError> {
        let digits_only = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
        let hyphen = text.starts_with('-') || text.ends_with('-');
        if text.len() > 63 || digits_only || hyphen || !text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            return Err(ConfigError::InvalidRegion { region: text.to_owned() });
        }
        Ok(Self(text.to_owned()))
    }

    /// The region that a pseudo region such as `fips-us-east-1` stands for, if it is one.
    pub(crate) fn without_fips(&self) -> Option<Self> {
        let plain = self.0.replace("fips-", "").replace("-fips", "");
        (plain != self.0).then_some(Self(plain))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Region;

    #[test]
    fn regions_are_host_labels() {
        for text in ["", "us-east-1", "R2", "local"] {
            assert!(Region::parse(text).is_ok(), "{text}");
        }
        for text in ["a b", "-a", "a-", "123", "a.b", "ü", &"a".repeat(64)] {
            assert!(Region::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn pseudo_regions_name_a_region() {
        let plain = |text| Region::parse(text).unwrap().without_fips().map(|region| region.to_string());
        assert_eq!(plain("fips-us-east-1").as_deref(), Some("us-east-1"));
        assert_eq!(plain("us-gov-west-1-fips").as_deref(), Some("us-gov-west-1"));
        assert_eq!(plain("us-east-1"), None);
    }
}
