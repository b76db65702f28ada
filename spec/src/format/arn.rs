//! Amazon Resource Names: `arn:partition:service:region:account:resource`.

use std::fmt;

use super::error::{FormatError, FormatResult};
use super::placeholder;
use super::text::cut;

/// An ARN's six fields. Region and account may be empty; the resource may contain colons and slashes.
///
/// Source: AWS General Reference, "Amazon Resource Names (ARNs)"; recorded answers: "Invalid ARN specified in the
/// request", "Invalid ARN. ARN is not well formed".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Arn<'a> {
    /// The partition: `aws`, `aws-cn`, `aws-us-gov`, …
    pub partition: &'a str,
    /// The service.
    pub service: &'a str,
    /// The region, or nothing.
    pub region: &'a str,
    /// The account, or nothing.
    pub account: &'a str,
    /// The resource: everything after the fifth colon.
    pub resource: &'a str,
}

/// Reads an ARN. Every field may contain `${stageVariables.…}`.
///
/// # Errors
/// A string that does not begin with `arn:`, whose partition does not begin with `aws`, that has fewer than six fields, or
/// whose service or resource is empty.
pub(crate) fn parse(text: &str) -> Result<Arn<'_>, FormatError> {
    let Some(rest) = text.strip_prefix("arn:") else {
        let message = "this is not an ARN; begin with `arn:aws:`";
        return Err(FormatError::new(super::text::departs(text, "arn:"), message));
    };

    let Some((partition, service, region, account, resource)) = fields(rest) else {
        let message = "an ARN has six fields; write `arn:partition:service:region:account:resource`";
        return Err(FormatError::new(text.len(), message));
    };

    let partition_at = "arn:".len();
    if !partition.starts_with("aws") && !placeholder::has_stage_variable(partition) {
        let message =
            format!("`{partition}` is not a partition of AWS; write `aws`, or `aws-cn`, `aws-us-gov` and so on");
        return Err(FormatError::new(partition_at, message));
    }

    if service.is_empty() {
        return Err(FormatError::new(
            partition_at + partition.len() + 1,
            "the ARN names no service; put it in the third field",
        ));
    }

    if resource.is_empty() {
        return Err(FormatError::new(text.len(), "the ARN names no resource; put it after the fifth colon"));
    }
    Ok(Arn { partition, service, region, account, resource })
}

fn fields(rest: &str) -> Option<(&str, &str, &str, &str, &str)> {
    let (partition, rest) = cut(rest, b':')?;
    let (service, rest) = cut(rest, b':')?;
    let (region, rest) = cut(rest, b':')?;
    let (account, resource) = cut(rest, b':')?;
    Some((partition, service, region, account, resource))
}

/// Whether a string is the ARN of a load balancer, or of a listener of one, or may become one when a stage fills it in.
///
/// Source: API Gateway API Reference, `PutIntegration`, `integrationTarget`: "the ALB or NLB listener"; the Developer
/// Guide and recorded requests use the load balancer's ARN.
pub(crate) fn check_load_balancer(text: &str) -> FormatResult {
    if placeholder::has_stage_variable(text) {
        return Ok(());
    }
    let arn = parse(text)?;
    if arn.service == "elasticloadbalancing" {
        return Ok(());
    }
    let message =
        format!("`{}` is not the service of a load balancer; give an ARN of `elasticloadbalancing`", arn.service);
    Err(FormatError::new("arn:".len() + arn.partition.len() + 1, message))
}

impl fmt::Display for Arn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { partition, service, region, account, resource } = self;
        write!(f, "arn:{partition}:{service}:{region}:{account}:{resource}")
    }
}
