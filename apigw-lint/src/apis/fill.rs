//! What stands for values that only a deployment knows.

use std::collections::HashMap;

use apigw_spec::value::TextPart;

use crate::read::{NodeContent, SourceNode};

/// Pseudo parameters of CloudFormation, with the values of an example.
const PSEUDO: [(&str, &str); 4] = [
    ("AWS::Region", "us-east-1"),
    ("AWS::Partition", "aws"),
    ("AWS::AccountId", "123456789012"),
    ("AWS::URLSuffix", "amazonaws.com"),
];

/// The ARN of a function of an example.
pub(super) fn function_arn(name: &str) -> String {
    format!("arn:aws:lambda:us-east-1:123456789012:function:{name}")
}

/// The URI by which the service calls a function.
pub(super) fn invocation(function_arn: &str) -> String {
    format!("arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{function_arn}/invocations")
}

/// The parts of a string of which something is known only when a file is deployed.
pub(super) fn parts<'n>(node: &'n SourceNode<'_>) -> &'n [TextPart] {
    match &node.content {
        NodeContent::Partial(parts) => parts,
        NodeContent::Reference(reference) => &reference.parts,
        _ => &[],
    }
}

/// What an attribute of a resource is, which looks like a sample: with the name of the resource, the region and the account
/// of an example.
fn of_sample(sample: &str, attribute: &str) -> String {
    let resource = attribute.rsplit_once('.').map_or(attribute, |(resource, _)| resource);
    let name = resource.rsplit('.').next().and_then(|name| name.split('[').next()).unwrap_or_default();
    let placeholders =
        [("xx-function-0", name), ("xx-alias-0", name), ("xx-region-0", "us-east-1"), ("000000000000", "123456789012")];
    placeholders.iter().fold(sample.to_owned(), |filled, (placeholder, value)| filled.replace(placeholder, value))
}

/// What stands for the names that a file refers to.
#[derive(Debug, Default)]
pub(super) struct Fill(HashMap<String, String>);

impl Fill {
    /// The defaults of the parameters of a template.
    pub(super) fn of_template(root: &SourceNode<'_>) -> Self {
        let parameters = root.get("Parameters").map(SourceNode::entries).unwrap_or_default();
        let default = |(name, parameter): &(SourceNode<'_>, SourceNode<'_>)| {
            Some((name.text()?.to_owned(), parameter.get("Default")?.text()?.to_owned()))
        };
        Self(parameters.iter().filter_map(default).collect())
    }

    /// The string that a resolved value is, with its unknown parts filled in; nothing if it is none, or one of them cannot
    /// be.
    pub(super) fn value(&self, node: &SourceNode<'_>) -> Option<String> {
        let parts = parts(node);
        let text = node.text().filter(|_| node.tag.is_none()).map(str::to_owned);
        text.or_else(|| self.text(parts).filter(|_| !parts.is_empty()))
    }

    /// A string with its unknown parts filled in; nothing if one of them cannot be.
    pub(super) fn text(&self, parts: &[TextPart]) -> Option<String> {
        parts.iter().map(|part| self.part(part)).collect()
    }

    fn part(&self, part: &TextPart) -> Option<String> {
        let (shown, sample) = match part {
            TextPart::Known(text) => return Some(text.clone()),
            TextPart::Like { shown, sample } => (shown, Some(sample)),
            TextPart::Unknown { shown } => (shown, None),
        };
        let name = shown.strip_prefix("${").and_then(|name| name.strip_suffix('}')).unwrap_or(shown);
        let pseudo = PSEUDO.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        pseudo.or_else(|| self.0.get(name).cloned()).or_else(|| Some(of_sample(sample?, name)))
    }
}
