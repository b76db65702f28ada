//! Tags, by the ARN of what has them.

use std::collections::BTreeMap;

use apigw_model::server::ErrorReply;
use apigw_model::{GetTags, Nothing, TagResource, Tags, UntagResource};

use crate::refusal::Answer;
use crate::store::State;

/// The tags of what an ARN names: `arn:…::/restapis/ID`, and a stage of it, a key, a plan, a link, a domain, who may reach it, a
/// certificate.
fn tags<'s>(state: &'s mut State, arn: &str) -> Answer<&'s mut Option<BTreeMap<String, String>>> {
    let path = arn.splitn(6, ':').nth(5).unwrap_or_default().trim_start_matches('/');
    let parts: Vec<&str> = path.split('/').collect();
    let found = match parts.as_slice() {
        ["restapis", id] => state.apis.get_mut(id).map(|api| &mut api.settings.tags),
        ["restapis", id, "stages", name] => {
            let stage = state.apis.get_mut(id).and_then(|api| api.stages.get_mut(*name));
            stage.map(|stage| &mut stage.tags)
        }
        ["apikeys", id] => state.keys.get_mut(id).map(|key| &mut key.tags),
        ["usageplans", id] => state.plans.get_mut(id).map(|plan| &mut plan.settings.tags),
        ["vpclinks", id] => state.links.get_mut(id).map(|link| &mut link.tags),
        ["domainnames", name] => {
            // The identifier of a private domain follows its name.
            let (name, id) = name.split_once('+').map_or((*name, None), |(name, id)| (name, Some(id)));
            let domain = state.domains.get_mut(name).map(|domain| &mut domain.settings);
            domain.filter(|domain| domain.domain_name_id.as_deref() == id).map(|domain| &mut domain.tags)
        }
        ["domainnameaccessassociations", ..] => {
            state.associations.get_mut(arn).map(|association| &mut association.tags)
        }
        ["clientcertificates", id] => state.certificates.get_mut(id).map(|certificate| &mut certificate.tags),
        _ => None,
    };

    found.ok_or_else(|| ErrorReply::new("NotFoundException", "Invalid resource ARN specified"))
}

pub(super) fn get_tags(state: &mut State, input: GetTags) -> Answer<Tags> {
    let tags = tags(state, &input.resource_arn)?.clone().unwrap_or_default();
    Ok(Tags::builder().tags(tags).build())
}

pub(super) fn tag_resource(state: &mut State, input: TagResource) -> Answer<Nothing> {
    crate::check::check_input(state, &input)?;
    tags(state, &input.resource_arn)?.get_or_insert_default().extend(input.tags);
    Ok(Nothing)
}

pub(super) fn untag_resource(state: &mut State, input: UntagResource) -> Answer<Nothing> {
    let tags = tags(state, &input.resource_arn)?.get_or_insert_default();
    tags.retain(|name, _| !input.tag_keys.contains(name));
    Ok(Nothing)
}
