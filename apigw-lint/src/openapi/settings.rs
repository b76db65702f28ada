//! The settings of the API itself.

use apigw_spec::Shape;

use super::document::OpenApi;
use super::table;
use crate::definition::{ApiDefinition, DefinitionPart, MemberNames, ModelNames, PartFields, PartValue};
use crate::read::SourceNode;

const POLICY: &str = "x-amazon-apigateway-policy";
const ENDPOINT: &str = "x-amazon-apigateway-endpoint-configuration";
/// What of the extension for endpoints is a setting of the API itself.
const DISABLED: &str = "disableExecuteApiEndpoint";

impl OpenApi<'_, '_> {
    /// Adds the request that makes the API. Of a file that is not final, the texts of `info` are not checked: what an import
    /// takes from there is not recorded well enough.
    pub(super) fn settings(&self, api: &mut ApiDefinition) {
        let Some(operation) = table::word("requests", "api") else { return };
        let Some(shape) = self.shapes.input(operation) else { return };
        let mut fields = self.structure(self.root, shape, &ApiNames);
        if self.is_final() {
            self.add_information(&mut fields);
            self.add_policy(&mut fields);
            self.add_endpoint(&mut fields);
        } else if fields.is_empty() {
            return;
        } else {
            fields.push("name", self.root.span(), DefinitionPart::opaque(self.root.span()));
        }
        api.add_request(operation, "", DefinitionPart::structure(fields, self.root.span()));
    }

    /// Adds what `info` says.
    fn add_information(&self, fields: &mut PartFields) {
        for (key, value) in self.root.get("info").map(SourceNode::entries).unwrap_or_default() {
            let member = key.text().and_then(|key| table::word("info", key));
            if let (Some(member), Some(text)) = (member, value.text().filter(|_| !value.is_null())) {
                fields.remove(member);
                fields.push(member, key.span(), DefinitionPart::text(text, value.span()));
            }
        }
    }

    /// Adds the policy, which is a string of the service and mostly an object in documents.
    fn add_policy(&self, fields: &mut PartFields) {
        let Some((key, policy)) = self.root.entry(POLICY) else { return };
        let text = if policy.is_map() { Some(policy.to_json().to_string()) } else { policy.text().map(str::to_owned) };
        if let Some(text) = text {
            fields.push("policy", key.span(), DefinitionPart::text(text, policy.span()));
        }
    }

    fn add_endpoint(&self, fields: &mut PartFields) {
        let Some((key, endpoint)) = self.root.entry(ENDPOINT) else { return };
        if let Some((key, value)) = endpoint.entry(DISABLED)
            && let Some(is_disabled) = value.boolean()
        {
            fields.push(DISABLED, key.span(), DefinitionPart::new(PartValue::Boolean(is_disabled), value.span()));
        }
        let target = table::word("requests", "api").and_then(|operation| self.shapes.input(operation));
        let member = table::word("parts", ENDPOINT).and_then(|name| target?.structure().member(name));
        if let Some((_, member)) = member {
            let configuration = self.structure(endpoint, member.target.shape(), &ModelNames);
            if !configuration.is_empty() {
                let part = DefinitionPart::structure(configuration, endpoint.span());
                fields.push(member.name, key.span(), part);
            }
        }
    }
}

/// The members of the API itself.
struct ApiNames;

impl MemberNames for ApiNames {
    fn member(&self, shape: &Shape, key: &str) -> Option<&'static str> {
        let member = table::word("api", key)?;
        shape.structure().member(member).map(|(_, member)| member.name)
    }
}
