//! The authorizers that SAM writes into the documents of APIs.

use super::function::Resolver;
use super::table;
use crate::read::{NodeContent, SourceNode};
use crate::stack::StackResource;

/// The kind of request that an authorizer is, in the table.
const AUTHORIZER: &str = "AWS::Serverless::Api.Authorizers";

/// The type of an authorizer for which no other is given.
const TOKEN: &str = "TOKEN";
/// The type whose identity has several sources.
const REQUEST: &str = "REQUEST";
/// The type of what has user pools.
const USER_POOLS: &str = "COGNITO_USER_POOLS";

/// The header that has the token, unless another is named.
const HEADER: (&str, &str) = ("method.request.header.", "Authorization");

/// The role of a function that is called without one.
const NO_ROLE: &str = "NONE";

type Property<'t> = (SourceNode<'t>, SourceNode<'t>);

/// The requests that authorizers of an API lead to.
pub(super) fn requests<'t>(
    kind: &str,
    properties: &SourceNode<'t>,
    resolver: Resolver<'_, 't>,
) -> Vec<StackResource<'t>> {
    let way = table().authorizers(kind);
    let whole = way.split_first().and_then(|(first, rest)| Some((resolver.resolve(properties.get(first)?)?, rest)));
    let Some((whole, rest)) = whole else { return Vec::new() };
    let authorizers = whole.at(rest).map(SourceNode::entries).unwrap_or_default();

    let known = authorizers.iter().filter(|(key, authorizer)| key.text().is_some() && authorizer.is_map());
    let requests = known.map(|(key, authorizer)| {
        let name = key.text().unwrap_or_default();
        StackResource {
            kind: AUTHORIZER.to_owned(),
            name: format!("{}.{name}", way.join(".")),
            label: name.to_owned(),
            span: key.span(),
            properties: SourceNode::map(members(key, authorizer), key.span()),
            is_conditional: true,
            is_imported: true,
        }
    });
    requests.collect()
}

/// The properties of an authorizer by the names of CloudFormation.
pub(crate) fn members<'t>(key: &SourceNode<'t>, authorizer: &SourceNode<'t>) -> Vec<Property<'t>> {
    let pools = authorizer.get("UserPoolArn");
    let kind = match (pools, authorizer.get("FunctionPayloadType")) {
        (Some(pools), _) => SourceNode::string(USER_POOLS, pools.span()),
        (None, Some(kind)) => kind.clone(),
        (None, None) => SourceNode::string(TOKEN, key.span()),
    };
    let is_request = kind.text() == Some(REQUEST);
    let entry = |name: &str, value: SourceNode<'t>| (SourceNode::string(name, value.span()), value);
    let given = |way: &[&str], name: &str| Some(entry(name, authorizer.at(way)?.clone()));
    let mut found = vec![entry("Name", key.clone()), entry("IdentitySource", source(&kind, key, authorizer))];
    found.push(match pools {
        Some(pools) => entry("ProviderARNs", listed(pools)),
        // SAM makes it of the ARN of the function.
        None => entry("AuthorizerUri", SourceNode::opaque(key.span())),
    });
    found.push(entry("Type", kind));

    // SAM writes down what concerns a kind of authorizer, and drops the rest.
    if !is_request {
        found.extend(given(&["Identity", "ValidationExpression"], "IdentityValidationExpression"));
    }
    if pools.is_none() {
        found.extend(given(&["Identity", "ReauthorizeEvery"], "AuthorizerResultTtlInSeconds"));
        let role = given(&["FunctionInvokeRole"], "AuthorizerCredentials");
        found.extend(role.filter(|(_, role)| !matches!(role.text(), Some("" | NO_ROLE))));
    }
    found
}

/// A list; of a value that is none, with this item.
fn listed<'t>(node: &SourceNode<'t>) -> SourceNode<'t> {
    match &node.content {
        NodeContent::List(_) | NodeContent::Opaque => node.clone(),
        _ => SourceNode::new(node.span(), NodeContent::List(vec![node.clone()])),
    }
}

/// Where an authorizer finds the identity of a caller.
fn source<'t>(kind: &SourceNode<'t>, key: &SourceNode<'t>, authorizer: &SourceNode<'t>) -> SourceNode<'t> {
    let identity = authorizer.get("Identity");
    let span = identity.map_or(key.span(), SourceNode::span);
    let found = match (kind.text(), identity) {
        (Some(TOKEN | USER_POOLS), identity) => {
            let header = match identity.and_then(|identity| identity.get("Header")) {
                Some(header) => header.text().map(|name| if name.is_empty() { HEADER.1 } else { name }),
                None => identity.is_none_or(SourceNode::is_map).then_some(HEADER.1),
            };
            header.map(|header| format!("{}{header}", HEADER.0))
        }
        (Some(REQUEST), Some(identity)) => sources(identity),
        _ => None,
    };
    found.map_or_else(|| SourceNode::opaque(span), |found| SourceNode::string(&found, span))
}

/// The sources of an identity in the form of the service; nothing if one is not known, or if there are none, which SAM
/// rejects itself.
fn sources(identity: &SourceNode<'_>) -> Option<String> {
    let mut found = Vec::new();
    for (property, start, _) in table().parameters(AUTHORIZER) {
        let Some(names) = identity.get(property) else { continue };
        let NodeContent::List(names) = &names.content else { return None };
        for name in names {
            found.push(format!("{start}{}", name.text()?));
        }
    }
    (!found.is_empty()).then(|| found.join(","))
}
