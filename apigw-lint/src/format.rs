//! The formats of definitions, and how they are distinguished: by content, not by name.

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DefinitionFormat {
    /// An OpenAPI document with extensions of API Gateway.
    OpenApi,
    /// A definition of HTTP or `WebSocket` APIs alone, which are another service. It is left alone.
    HttpApi,
    /// A template of CloudFormation or SAM.
    CloudFormation,
    /// A configuration of Terraform.
    Terraform,
    /// The plan of Terraform, or its state, as JSON.
    TerraformPlan,
    /// A configuration of the Serverless Framework.
    Serverless,
    /// Nothing that defines an API of API Gateway.
    Other,
}

impl DefinitionFormat {
    /// The words for the format in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OpenApi => "OpenAPI",
            Self::HttpApi => "HTTP API",
            Self::CloudFormation => "CloudFormation",
            Self::Terraform => "Terraform",
            Self::TerraformPlan => "Terraform plan",
            Self::Serverless => "Serverless Framework",
            Self::Other => "no definition of API Gateway",
        }
    }
}

/// Words one of which every definition has.
const MARKS: [&str; 4] = ["x-amazon-apigateway-", "AWS::ApiGateway::", "AWS::Serverless::Api", "\"aws_api_gateway_"];
/// Words one of which every definition has that others do not mention: of functions with events, and of HTTP APIs.
const FAINT_MARKS: [&str; 5] = [
    "AWS::Serverless::Function",
    "AWS::Serverless::HttpApi",
    "AWS::ApiGatewayV2::",
    "\"aws_apigatewayv2_",
    "\nprovider:",
];

/// Whether a string can define an API, by words that every definition has. It costs a fraction of reading the text.
pub(crate) fn may_define(text: &str) -> bool {
    has_marks(text) || FAINT_MARKS.iter().any(|mark| text.contains(mark))
}

/// Whether a string surely concerns API Gateway, so that it matters if it cannot be read.
pub(crate) fn has_marks(text: &str) -> bool {
    MARKS.iter().any(|mark| text.contains(mark))
}

/// Whether a string that cannot be read begins as a document does, so that its author means it to be read. Programs, prose
/// and files that another tool makes a document of do not.
pub(crate) fn looks_structured(text: &str) -> bool {
    if ["{{", "{%", "<%"].iter().any(|mark| text.contains(mark)) {
        return false;
    }
    let is_blank = |line: &&str| line.is_empty() || line.starts_with(['#', '%']) || line.starts_with("---");
    let first = text.lines().map(str::trim_end).find(|line| !is_blank(line)).unwrap_or_default();
    let key = first.split(':').next().unwrap_or_default().trim_matches(['"', '\'']);
    let is_key = first.len() > key.len()
        && key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '.'));
    first.starts_with('{') || is_key
}

#[cfg(test)]
mod tests {
    use super::looks_structured;

    #[test]
    fn documents_are_told_from_programs_and_prose() {
        for text in
            ["openapi: 3.0.1\n", "# a comment\n---\nswagger: '2.0'\n", "{\"openapi\": ", "{\n", "\"swagger\": 1\n"]
        {
            assert!(looks_structured(text), "{text}");
        }
        for text in [
            "See it.\n",
            "# Title\n\nSome prose: more\n",
            "const x = {",
            "import json\n",
            "a: {{ b }}\n",
            "resource \"x\" {",
        ] {
            assert!(!looks_structured(text), "{text}");
        }
    }
}
