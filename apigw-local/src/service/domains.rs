//! Domain names, their base path mappings, and who may reach private ones.

use std::collections::BTreeMap;

use apigw_model::{
    BasePathMapping, BasePathMappings, CreateBasePathMapping, CreateDomainName, CreateDomainNameAccessAssociation,
    DeleteBasePathMapping, DeleteDomainName, DeleteDomainNameAccessAssociation, DomainName,
    DomainNameAccessAssociation, DomainNameAccessAssociations, DomainNameStatus, DomainNames, EndpointConfiguration,
    EndpointType, GetBasePathMapping, GetBasePathMappings, GetDomainName, GetDomainNameAccessAssociations,
    GetDomainNames, IpAddressType, MutualTlsAuthentication, Nothing, RejectDomainNameAccessAssociation, SecurityPolicy,
    UpdateBasePathMapping, UpdateDomainName,
};

use crate::check::check_input;
use crate::patch::patched;
use crate::refusal::{Answer, refusal};
use crate::store::{Domain, State, page, project};

/// The base path that stands for none.
const NONE: &str = "(none)";

/// The zone of all distributions of `CloudFront`.
const EDGE_ZONE: &str = "Z2FDTNDATAQYW2";

pub(super) fn create_domain_name(state: &mut State, input: CreateDomainName) -> Answer<DomainName> {
    check_input(state, &input)?;
    if state.domains.contains_key(&input.domain_name) {
        return Err(refusal("domain-exists", &[]));
    }
    let mut domain: DomainName = project(&input)?;
    let configuration = domain.endpoint_configuration.get_or_insert_with(EndpointConfiguration::default);
    if configuration.types.as_ref().is_none_or(Vec::is_empty) {
        configuration.types = Some(vec![EndpointType::Edge]);
    }
    configuration.ip_address_type.get_or_insert(IpAddressType::Ipv4);

    if !fill_hosts(&mut domain, state) {
        let id = state.ids.id(10);
        let (region, account, name) = (&state.region, &state.account_id, &input.domain_name);
        domain.domain_name_arn = Some(format!("arn:aws:apigateway:{region}:{account}:/domainnames/{name}+{id}"));
        domain.domain_name_id = Some(id);
    }
    if domain.certificate_arn.is_some() || domain.certificate_name.is_some() {
        domain.certificate_upload_date = Some(state.ids.now());
    }
    domain.domain_name_status = Some(DomainNameStatus::Available);
    domain.security_policy.get_or_insert(SecurityPolicy::Tls1_2);
    let kept = Domain { settings: domain.clone(), mappings: BTreeMap::new() };
    state.domains.insert(input.domain_name, kept);
    Ok(domain)
}

/// Gives a domain the host that each of its endpoints has, if it is not private.
fn fill_hosts(domain: &mut DomainName, state: &mut State) -> bool {
    let types = domain.endpoint_configuration.as_ref().and_then(|configuration| configuration.types.as_ref());
    let has = |wanted: &EndpointType| types.is_some_and(|types| types.contains(wanted));
    let (is_regional, is_edge) = (has(&EndpointType::Regional), has(&EndpointType::Edge));
    if is_regional && domain.regional_domain_name.is_none() {
        let host = state.ids.id(10);
        domain.regional_domain_name = Some(format!("d-{host}.execute-api.{}.amazonaws.com", state.region));
        domain.regional_hosted_zone_id = Some(format!("Z{}", state.ids.id(13).to_uppercase()));
    }
    if is_edge && domain.distribution_domain_name.is_none() {
        domain.distribution_domain_name = Some(format!("d{}.cloudfront.net", state.ids.id(10)));
        domain.distribution_hosted_zone_id = Some(EDGE_ZONE.to_owned());
    }
    is_regional || is_edge
}

fn find<'s>(state: &'s State, name: &str) -> Answer<&'s Domain> {
    state.domains.get(name).ok_or_else(|| refusal("domain-name-unknown", &[]))
}

fn find_mut<'s>(state: &'s mut State, name: &str) -> Answer<&'s mut Domain> {
    state.domains.get_mut(name).ok_or_else(|| refusal("domain-name-unknown", &[]))
}

pub(super) fn get_domain_name(state: &mut State, input: GetDomainName) -> Answer<DomainName> {
    Ok(find(state, &input.domain_name)?.settings.clone())
}

pub(super) fn get_domain_names(state: &mut State, input: GetDomainNames) -> Answer<DomainNames> {
    let all = state.domains.iter().map(|(name, domain)| (name.clone(), domain.settings.clone()));
    let (items, position) = page(all, input.position.as_deref(), input.limit)?;
    Ok(DomainNames::builder().items(items).maybe_position(position).build())
}

pub(super) fn update_domain_name(state: &mut State, input: UpdateDomainName) -> Answer<DomainName> {
    let before = find(state, &input.domain_name)?.settings.clone();
    check_input(state, &input)?;
    let mut domain = patched(&before, &input.patch_operations.unwrap_or_default())?;
    // Without a truststore, callers show no certificates.
    let has_store = |tls: &MutualTlsAuthentication| tls.truststore_uri.as_ref().is_some_and(|uri| !uri.is_empty());
    domain.mutual_tls_authentication.take_if(|tls| !has_store(tls));
    fill_hosts(&mut domain, state);
    find_mut(state, &input.domain_name)?.settings = domain.clone();
    Ok(domain)
}

pub(super) fn delete_domain_name(state: &mut State, input: DeleteDomainName) -> Answer<Nothing> {
    find(state, &input.domain_name)?;
    state.domains.remove(&input.domain_name);
    Ok(Nothing)
}

pub(super) fn create_base_path_mapping(state: &mut State, input: CreateBasePathMapping) -> Answer<BasePathMapping> {
    find(state, &input.domain_name)?;
    check_input(state, &input)?;
    let api = state.api_or(&input.rest_api_id, "rest-api-id-unknown")?;
    if let Some(stage) = input.stage.as_deref().filter(|stage| !stage.is_empty()) {
        api.stage(stage)?;
    }
    let path = input.base_path.filter(|path| !path.is_empty()).unwrap_or_else(|| NONE.to_owned());
    let mapping = BasePathMapping::builder().base_path(path.as_str()).rest_api_id(input.rest_api_id);
    let mapping = mapping.maybe_stage(input.stage.filter(|stage| !stage.is_empty())).build();
    let domain = find_mut(state, &input.domain_name)?;
    if domain.mappings.contains_key(&path) {
        return Err(refusal("base-path-exists", &[]));
    }
    domain.mappings.insert(path, mapping.clone());
    Ok(mapping)
}

fn mapping_of<'s>(state: &'s State, domain: &str, path: &str) -> Answer<&'s BasePathMapping> {
    find(state, domain)?.mappings.get(path).ok_or_else(|| refusal("base-path-unknown", &[]))
}

pub(super) fn get_base_path_mapping(state: &mut State, input: GetBasePathMapping) -> Answer<BasePathMapping> {
    mapping_of(state, &input.domain_name, &input.base_path).cloned()
}

pub(super) fn get_base_path_mappings(state: &mut State, input: GetBasePathMappings) -> Answer<BasePathMappings> {
    let mappings = &find(state, &input.domain_name)?.mappings;
    let all = mappings.iter().map(|(path, mapping)| (path.clone(), mapping.clone()));
    let (items, position) = page(all, input.position.as_deref(), input.limit)?;
    Ok(BasePathMappings::builder().items(items).maybe_position(position).build())
}

pub(super) fn update_base_path_mapping(state: &mut State, input: UpdateBasePathMapping) -> Answer<BasePathMapping> {
    let mapping = mapping_of(state, &input.domain_name, &input.base_path)?.clone();
    check_input(state, &input)?;
    let mut mapping = patched(&mapping, &input.patch_operations.unwrap_or_default())?;
    mapping.stage.take_if(|stage| stage.is_empty());
    let path = mapping.base_path.take().filter(|path| !path.is_empty()).unwrap_or_else(|| NONE.to_owned());
    mapping.base_path = Some(path.clone());
    let domain = find_mut(state, &input.domain_name)?;
    domain.mappings.remove(&input.base_path);
    domain.mappings.insert(path, mapping.clone());
    Ok(mapping)
}

pub(super) fn delete_base_path_mapping(state: &mut State, input: DeleteBasePathMapping) -> Answer<Nothing> {
    mapping_of(state, &input.domain_name, &input.base_path)?;
    find_mut(state, &input.domain_name)?.mappings.remove(&input.base_path);
    Ok(Nothing)
}

pub(super) fn create_domain_name_access_association(
    state: &mut State,
    input: CreateDomainNameAccessAssociation,
) -> Answer<DomainNameAccessAssociation> {
    check_input(state, &input)?;
    let mut association: DomainNameAccessAssociation = project(&input)?;
    let (region, account, id) = (state.region.clone(), state.account_id.clone(), state.ids.id(10));
    let arn = format!("arn:aws:apigateway:{region}:{account}:/domainnameaccessassociations/{id}");
    association.domain_name_access_association_arn = Some(arn.clone());
    state.associations.insert(arn, association.clone());
    Ok(association)
}

pub(super) fn get_domain_name_access_associations(
    state: &mut State,
    input: GetDomainNameAccessAssociations,
) -> Answer<DomainNameAccessAssociations> {
    let all = state.associations.iter().map(|(arn, association)| (arn.clone(), association.clone()));
    let (items, position) = page(all, input.position.as_deref(), input.limit)?;
    Ok(DomainNameAccessAssociations::builder().items(items).maybe_position(position).build())
}

fn remove_association(state: &mut State, arn: &str) -> Answer<Nothing> {
    let gone = state.associations.remove(arn);
    gone.map(|_| Nothing).ok_or_else(|| refusal("identifier-unknown", &[("kind", "Domain Name Access Association")]))
}

pub(super) fn delete_domain_name_access_association(
    state: &mut State,
    input: DeleteDomainNameAccessAssociation,
) -> Answer<Nothing> {
    remove_association(state, &input.domain_name_access_association_arn)
}

pub(super) fn reject_domain_name_access_association(
    state: &mut State,
    input: RejectDomainNameAccessAssociation,
) -> Answer<Nothing> {
    remove_association(state, &input.domain_name_access_association_arn)
}
