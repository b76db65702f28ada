//! Deployments: snapshots of an API, which stages serve.

use std::collections::BTreeMap;

use apigw_model::{
    CanarySettings, CreateDeployment, DeleteDeployment, Deployment, Deployments, GetDeployment, GetDeployments,
    MethodSnapshot, Nothing, Stage, UpdateDeployment,
};

use super::stages;
use crate::check::check_input;
use crate::patch::patched;
use crate::refusal::{Answer, refusal};
use crate::store::{Api, Deployed, Snapshot, State, page};

pub(super) fn create_deployment(state: &mut State, input: CreateDeployment) -> Answer<Deployment> {
    state.api(&input.rest_api_id)?;
    check_input(state, &input)?;
    let (id, now) = (state.ids.id(6), state.ids.now());
    let deployment = Deployment::builder().id(id.as_str()).created_date(now);
    let deployment = deployment.maybe_description(input.description.clone()).build();

    let api = state.api_mut(&input.rest_api_id)?;
    let snapshot = api.snapshot();
    api.deployments.insert(id.clone(), Deployed { deployment: deployment.clone(), snapshot });
    let Some(name) = input.stage_name.filter(|name| !name.is_empty()) else { return Ok(deployment) };
    match (api.stages.get_mut(&name), input.canary_settings) {
        (Some(stage), Some(canary)) => {
            let settings = CanarySettings::builder()
                .deployment_id(id)
                .percent_traffic(canary.percent_traffic.unwrap_or(0.0))
                .maybe_stage_variable_overrides(canary.stage_variable_overrides)
                .use_stage_cache(canary.use_stage_cache.unwrap_or(false));
            stage.canary_settings = Some(settings.build());
            stage.last_updated_date = Some(now);
        }
        (Some(stage), None) => {
            stage.deployment_id = Some(id);
            stage.last_updated_date = Some(now);
            if let Some(variables) = input.variables {
                stage.variables.get_or_insert_default().extend(variables);
            }
            stage.description = input.stage_description.or_else(|| stage.description.take());
        }
        (None, _) => {
            let mut stage = Stage::builder()
                .deployment_id(id)
                .stage_name(name.as_str())
                .maybe_description(input.stage_description)
                .maybe_variables(input.variables)
                .maybe_cache_cluster_enabled(input.cache_cluster_enabled)
                .maybe_cache_cluster_size(input.cache_cluster_size)
                .maybe_tracing_enabled(input.tracing_enabled)
                .created_date(now)
                .last_updated_date(now)
                .build();
            stages::fill(&mut stage);
            api.stages.insert(name, stage);
        }
    }
    Ok(deployment)
}

fn find<'a>(api: &'a Api, id: &str) -> Answer<&'a Deployed> {
    api.deployments.get(id).ok_or_else(|| refusal("deployment-id-unknown", &[]))
}

pub(super) fn get_deployment(state: &mut State, input: GetDeployment) -> Answer<Deployment> {
    let deployed = find(state.api(&input.rest_api_id)?, &input.deployment_id)?;
    let mut deployment = deployed.deployment.clone();
    let embeds = input.embed.is_some_and(|embed| embed.iter().any(|what| what == "apisummary"));
    if embeds {
        deployment.api_summary = Some(summary(&deployed.snapshot));
    }
    Ok(deployment)
}

/// The methods of a deployment by path and name.
fn summary(snapshot: &Snapshot) -> BTreeMap<String, BTreeMap<String, MethodSnapshot>> {
    let mut summary: BTreeMap<String, BTreeMap<String, MethodSnapshot>> = BTreeMap::new();
    for resource in snapshot.resources.values() {
        for (name, method) in resource.resource_methods.iter().flatten() {
            let shown = MethodSnapshot::builder()
                .maybe_authorization_type(method.authorization_type.clone())
                .api_key_required(method.api_key_required.unwrap_or(false));
            let path = resource.path.clone().unwrap_or_default();
            summary.entry(path).or_default().insert(name.clone(), shown.build());
        }
    }
    summary
}

pub(super) fn get_deployments(state: &mut State, input: GetDeployments) -> Answer<Deployments> {
    let deployments = &state.api(&input.rest_api_id)?.deployments;
    let all = deployments.iter().map(|(id, deployed)| (id.clone(), deployed.deployment.clone()));
    let (items, position) = page(all, input.position.as_deref(), input.limit)?;
    Ok(Deployments::builder().items(items).maybe_position(position).build())
}

pub(super) fn update_deployment(state: &mut State, input: UpdateDeployment) -> Answer<Deployment> {
    find(state.api(&input.rest_api_id)?, &input.deployment_id)?;
    check_input(state, &input)?;
    let api = state.api_mut(&input.rest_api_id)?;
    let deployed = api.deployments.get_mut(&input.deployment_id);
    let deployed = deployed.ok_or_else(|| refusal("deployment-id-unknown", &[]))?;
    deployed.deployment = patched(&deployed.deployment, &input.patch_operations.unwrap_or_default())?;
    Ok(deployed.deployment.clone())
}

pub(super) fn delete_deployment(state: &mut State, input: DeleteDeployment) -> Answer<Nothing> {
    find(state.api(&input.rest_api_id)?, &input.deployment_id)?;
    check_input(state, &input)?;
    state.api_mut(&input.rest_api_id)?.deployments.remove(&input.deployment_id);
    Ok(Nothing)
}
