//! Methods: one resource holds what four kinds of call make.

use apigw_spec::Shape;

use super::names::PropertyNames;
use crate::definition::{DefinitionPart, PartFields, PartItems, PartValue, below, structure};
use crate::read::SourceNode;

const RESPONSES: &str = "MethodResponses";
const INTEGRATION: &str = "Integration";
const INTEGRATION_RESPONSES: &str = "IntegrationResponses";

/// A resource of an API that has the one method.
pub(super) fn resource_with(
    node: &SourceNode<'_>,
    key: &SourceNode<'_>,
    shape: &'static Shape,
) -> Option<DefinitionPart> {
    let method_shape = below(shape, &["resourceMethods"])?;
    let span = key.span;
    let mut method = structure(node, method_shape, &PropertyNames { resource: "" });
    method.remove("methodResponses");
    let by_status = |list: &SourceNode<'_>, shape: &'static Shape| {
        let mut found = PartFields::default();
        for item in list.items() {
            let fields = structure(item, shape, &PropertyNames { resource: "" });
            match fields.part("statusCode").and_then(DefinitionPart::known_text).map(str::to_owned) {
                Some(status) if item.is_map() => {
                    found.push(status, item.span, DefinitionPart::structure(fields, item.span));
                }
                _ => found.open(),
            }
        }
        if !matches!(list.content, crate::read::NodeContent::List(_)) {
            found.open();
        }
        DefinitionPart::new(PartValue::Map(found), list.span)
    };

    if let Some((key, responses)) = node.entry(RESPONSES) {
        let shape = below(method_shape, &["methodResponses"])?;
        method.push("methodResponses", key.span, by_status(responses, shape));
    }
    if let Some((key, integration)) = node.entry(INTEGRATION).filter(|(_, node)| node.is_map()) {
        let shape = below(method_shape, &["methodIntegration"])?;
        let mut fields = structure(integration, shape, &IntegrationNames);
        if let Some((key, responses)) = integration.entry(INTEGRATION_RESPONSES) {
            let shape = below(shape, &["integrationResponses"])?;
            fields.push("integrationResponses", key.span, by_status(responses, shape));
        }
        method.push("methodIntegration", key.span, DefinitionPart::structure(fields, key.span));
    }

    let verb = method.part("httpMethod").and_then(DefinitionPart::known_text).unwrap_or("method").to_owned();
    let mut methods = PartFields::default();
    methods.push(verb, span, DefinitionPart::structure(method, span));
    let mut resource = PartFields::default();
    resource.push("id", span, DefinitionPart::opaque(span));
    resource.push("parentId", span, DefinitionPart::opaque(span));
    resource.push("pathPart", span, DefinitionPart::opaque(span));
    resource.push("path", span, DefinitionPart::text(key.text().unwrap_or_default(), span));
    resource.push("resourceMethods", span, DefinitionPart::new(PartValue::Map(methods), span));
    let resource = DefinitionPart::structure(resource, span);
    Some(DefinitionPart::new(PartValue::List(PartItems(vec![resource])), span))
}

/// The names of an integration, whose method is called `httpMethod` where the service answers with it.
struct IntegrationNames;

impl crate::definition::MemberNames for IntegrationNames {
    fn member(&self, shape: &Shape, key: &str) -> Option<&'static str> {
        match key {
            INTEGRATION_RESPONSES => None,
            "IntegrationHttpMethod" => shape.structure().member("httpMethod").map(|(_, member)| member.name),
            key => PropertyNames { resource: "" }.member(shape, key),
        }
    }
}
