//! VPC links. They are there at once; what is behind them is not.

use apigw_model::{
    CreateVpcLink, DeleteVpcLink, GetVpcLink, GetVpcLinks, Nothing, UpdateVpcLink, VpcLink, VpcLinkStatus, VpcLinks,
};

use crate::check::check_input;
use crate::patch::patched;
use crate::refusal::{Answer, refusal};
use crate::store::{State, page, project};

/// What a link says once it can be used.
const READY: &str = "Your vpc link is ready for use";

pub(super) fn create_vpc_link(state: &mut State, input: CreateVpcLink) -> Answer<VpcLink> {
    check_input(state, &input)?;
    let mut link: VpcLink = project(&input)?;
    let id = state.ids.id(6);
    link.id = Some(id.clone());
    link.status = Some(VpcLinkStatus::Pending);
    let answer = link.clone();
    link.status = Some(VpcLinkStatus::Available);
    link.status_message = Some(READY.to_owned());
    state.links.insert(id, link);
    Ok(answer)
}

fn find<'s>(state: &'s State, id: &str) -> Answer<&'s VpcLink> {
    state.links.get(id).ok_or_else(|| refusal("vpc-link-unknown", &[]))
}

pub(super) fn get_vpc_link(state: &mut State, input: GetVpcLink) -> Answer<VpcLink> {
    let mut link = find(state, &input.vpc_link_id)?.clone();
    link.tags.get_or_insert_default();
    Ok(link)
}

pub(super) fn get_vpc_links(state: &mut State, input: GetVpcLinks) -> Answer<VpcLinks> {
    let all = state.links.iter().map(|(id, link)| (id.clone(), link.clone()));
    let (items, position) = page(all, input.position.as_deref(), input.limit)?;
    Ok(VpcLinks::builder().items(items).maybe_position(position).build())
}

pub(super) fn update_vpc_link(state: &mut State, input: UpdateVpcLink) -> Answer<VpcLink> {
    let link = find(state, &input.vpc_link_id)?.clone();
    check_input(state, &input)?;
    let mut link = patched(&link, &input.patch_operations.unwrap_or_default())?;
    state.links.insert(input.vpc_link_id, link.clone());
    link.tags.get_or_insert_default();
    Ok(link)
}

pub(super) fn delete_vpc_link(state: &mut State, input: DeleteVpcLink) -> Answer<Nothing> {
    find(state, &input.vpc_link_id)?;
    state.links.remove(&input.vpc_link_id);
    Ok(Nothing)
}
