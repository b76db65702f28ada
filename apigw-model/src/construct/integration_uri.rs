//! The `uri` of an integration.

use std::fmt;

use super::text;

/// The URI of an integration's endpoint.
///
/// ```
/// use apigw_model::construct::IntegrationUri;
///
/// let uri = IntegrationUri::action("eu-west-1", "sqs", "ListQueues");
/// assert_eq!(String::from(uri), "arn:aws:apigateway:eu-west-1:sqs:action/ListQueues");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntegrationUri(String);

text!(IntegrationUri);

/// A string that should be the ARN of a Lambda function and is not.
///
/// ```
/// use apigw_model::construct::IntegrationUri;
///
/// assert!(IntegrationUri::lambda_arn("arn:aws:s3:::bucket").is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidArn(String);

impl fmt::Display for InvalidArn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let form = "arn:<partition>:lambda:<region>:<account>:function:<name>";
        write!(f, "`{}` is not the ARN of a Lambda function; write `{form}`", self.0)
    }
}

impl std::error::Error for InvalidArn {}

impl IntegrationUri {
    /// An HTTP or HTTPS URL, for HTTP integrations. `{name}` is filled from `integration.request.path.name`.
    pub fn http(url: impl Into<String>) -> Self {
        Self(url.into())
    }

    /// The invocation of a Lambda function of this account's `region`, by its ARN (stage variables may be part of it).
    /// The integration's HTTP method has to be `POST`.
    pub fn lambda(region: &str, function_arn: &str) -> Self {
        let partition = function_arn.split(':').nth(1).unwrap_or("aws");
        let function = format!("2015-03-31/functions/{function_arn}/invocations");
        Self::service(partition, region, "lambda", "path", &function)
    }

    /// The invocation of a Lambda function in the region that its ARN names.
    ///
    /// # Errors
    ///
    /// If the text is not the ARN of a Lambda function.
    pub fn lambda_arn(function_arn: &str) -> Result<Self, InvalidArn> {
        let mut fields = function_arn.splitn(7, ':');
        let mut next = || fields.next().unwrap_or_default();
        let (arn, partition, service, region) = (next(), next(), next(), next());
        let (_account, kind, name) = (next(), next(), next());
        let is_function = arn == "arn" && service == "lambda" && kind == "function";
        if !is_function || partition.is_empty() || region.is_empty() || name.is_empty() {
            return Err(InvalidArn(function_arn.to_owned()));
        }
        Ok(Self::lambda(region, function_arn))
    }

    /// The streaming invocation of a Lambda function, for the response transfer mode `STREAM`.
    pub fn lambda_streaming(region: &str, function_arn: &str) -> Self {
        let partition = function_arn.split(':').nth(1).unwrap_or("aws");
        let function = format!("2021-11-15/functions/{function_arn}/response-streaming-invocations");
        Self::service(partition, region, "lambda", "path", &function)
    }

    /// An action of an AWS service that takes actions as query parameters, such as `ListQueues` of `sqs`.
    pub fn action(region: &str, service: &str, action: &str) -> Self {
        Self::service("aws", region, service, "action", action)
    }

    /// A path of an AWS service, such as `{bucket}/{key}` of `s3`.
    pub fn path(region: &str, service: &str, path: &str) -> Self {
        Self::service("aws", region, service, "path", path.trim_start_matches('/'))
    }

    /// The same URI in another partition, such as `aws-cn`.
    #[must_use]
    pub fn in_partition(self, partition: &str) -> Self {
        match self.0.splitn(3, ':').nth(2) {
            Some(rest) if self.0.starts_with("arn:") => Self(format!("arn:{partition}:{rest}")),
            _ => self,
        }
    }

    fn service(partition: &str, region: &str, service: &str, kind: &str, rest: &str) -> Self {
        Self(format!("arn:{partition}:apigateway:{region}:{service}:{kind}/{rest}"))
    }
}

#[cfg(test)]
mod tests {
    use super::IntegrationUri;

    #[test]
    fn a_function_arn_is_wrapped_in_its_region_and_partition() {
        let uri = IntegrationUri::lambda_arn("arn:aws-cn:lambda:cn-north-1:123456789012:function:f:live").unwrap();
        let expected = "arn:aws-cn:apigateway:cn-north-1:lambda:path/2015-03-31/functions/\
                        arn:aws-cn:lambda:cn-north-1:123456789012:function:f:live/invocations";
        assert_eq!(uri.as_str(), expected);
    }

    #[test]
    fn other_arns_are_refused() {
        for text in ["", "arn:aws:iam::1:role/x", "arn:aws:lambda:us-east-1:1:layer:x", "arn:aws:lambda::1:function:x"]
        {
            assert!(IntegrationUri::lambda_arn(text).is_err(), "{text}");
        }
    }

    #[test]
    fn partitions_can_be_changed() {
        let uri = IntegrationUri::path("us-gov-west-1", "s3", "/bucket/key").in_partition("aws-us-gov");
        assert_eq!(uri.as_str(), "arn:aws-us-gov:apigateway:us-gov-west-1:s3:path/bucket/key");
        let uri = IntegrationUri::http("https://example.com").in_partition("aws-cn");
        assert_eq!(uri.as_str(), "https://example.com");
    }
}
