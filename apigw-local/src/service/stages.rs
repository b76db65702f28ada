//! Stages.

use apigw_model::{
    CacheClusterSize, CacheClusterStatus, CanarySettings, CreateStage, DeleteStage, FlushStageAuthorizersCache,
    FlushStageCache, GetStage, GetStages, MethodSetting, Nothing, Op, PatchOperation, Stage, Stages, UpdateStage,
};

use crate::check::check_input;
use crate::patch::{patched, segments};
use crate::refusal::{Answer, refusal};
use crate::store::{State, project};

pub(super) fn create_stage(state: &mut State, input: CreateStage) -> Answer<Stage> {
    state.api(&input.rest_api_id)?;
    check_input(state, &input)?;
    let mut stage: Stage = project(&input)?;
    let now = state.ids.now();
    stage.created_date = Some(now);
    stage.last_updated_date = Some(now);
    fill(&mut stage);
    state.api_mut(&input.rest_api_id)?.stages.insert(input.stage_name, stage.clone());
    Ok(stage)
}

/// What every stage has.
pub(super) fn fill(stage: &mut Stage) {
    let has_cache = *stage.cache_cluster_enabled.get_or_insert(false);
    if has_cache {
        stage.cache_cluster_size.get_or_insert(CacheClusterSize::V0_5);
    }
    let status = if has_cache { CacheClusterStatus::Available } else { CacheClusterStatus::NotAvailable };
    stage.cache_cluster_status = Some(status);
    stage.tracing_enabled.get_or_insert(false);
    stage.method_settings.get_or_insert_default();
    if let Some(canary) = &mut stage.canary_settings {
        canary.percent_traffic.get_or_insert(0.0);
        canary.use_stage_cache.get_or_insert(false);
    }
}

pub(super) fn get_stage(state: &mut State, input: GetStage) -> Answer<Stage> {
    state.api(&input.rest_api_id)?.stage(&input.stage_name).cloned()
}

pub(super) fn get_stages(state: &mut State, input: GetStages) -> Answer<Stages> {
    let stages = state.api(&input.rest_api_id)?.stages.values();
    let is_wanted = |stage: &&Stage| input.deployment_id.is_none() || stage.deployment_id == input.deployment_id;
    Ok(Stages::builder().item(stages.filter(is_wanted).cloned()).build())
}

pub(super) fn update_stage(state: &mut State, input: UpdateStage) -> Answer<Stage> {
    let mut stage = state.api(&input.rest_api_id)?.stage(&input.stage_name)?.clone();
    for operation in input.patch_operations.iter().flatten() {
        removes_no_part_of_a_canary(operation)?;
    }
    check_input(state, &input)?;
    for operation in input.patch_operations.unwrap_or_default() {
        stage = changed(stage, operation)?;
    }
    fill(&mut stage);
    stage.last_updated_date = Some(state.ids.now());
    state.api_mut(&input.rest_api_id)?.stages.insert(input.stage_name, stage.clone());
    Ok(stage)
}

/// A canary is removed as a whole, and its variables one by one; its other parts cannot be removed.
fn removes_no_part_of_a_canary(operation: &PatchOperation) -> Answer<()> {
    let path = operation.path.as_deref().unwrap_or_default();
    let part = path.strip_prefix("/canarySettings/").filter(|part| !part.contains('/'));
    if part.is_some() && matches!(operation.op, Some(Op::Remove)) {
        return Err(refusal("stage-method-setting-absent", &[("setting", path.trim_start_matches('/'))]));
    }
    Ok(())
}

/// The stage after one operation.
fn changed(mut stage: Stage, operation: PatchOperation) -> Answer<Stage> {
    let path = operation.path.as_deref().unwrap_or_default();
    let parts = segments(path);
    if is_method_setting(&parts) {
        set_method(&mut stage, path, &operation);
        return Ok(stage);
    }
    if parts.first().is_some_and(|part| part == "canarySettings") && stage.canary_settings.is_none() {
        match &operation.op {
            Some(Op::Remove) => {
                let setting = path.trim_start_matches('/');
                return Err(refusal("stage-method-setting-absent", &[("setting", setting)]));
            }
            // A canary begins with what the stage serves.
            _ => {
                let canary = CanarySettings::builder().maybe_deployment_id(stage.deployment_id.clone());
                stage.canary_settings = Some(canary.build());
            }
        }
    }

    if path == "/variables" && matches!(operation.op, Some(Op::Copy)) {
        // Those of the canary take the place of those of the same name.
        let overrides = stage.canary_settings.as_ref().and_then(|canary| canary.stage_variable_overrides.clone());
        stage.variables.get_or_insert_default().extend(overrides.unwrap_or_default());
        return Ok(stage);
    }
    patched(&stage, &[operation])
}

/// Whether a path is that of a setting of a method: the resource, the method, and the setting.
fn is_method_setting(parts: &[String]) -> bool {
    let first = parts.first().map_or("", String::as_str);
    let own = ["canarySettings", "variables", "accessLogSettings", "methodSettings", "tags"];
    parts.len() >= 2 && !own.contains(&first)
}

/// The members of the settings of a method, by the end of their paths.
const SETTINGS: [(&str, &str); 10] = [
    ("metrics/enabled", "metricsEnabled"),
    ("logging/loglevel", "loggingLevel"),
    ("logging/dataTrace", "dataTraceEnabled"),
    ("throttling/burstLimit", "throttlingBurstLimit"),
    ("throttling/rateLimit", "throttlingRateLimit"),
    ("caching/enabled", "cachingEnabled"),
    ("caching/ttlInSeconds", "cacheTtlInSeconds"),
    ("caching/dataEncrypted", "cacheDataEncrypted"),
    ("caching/requireAuthorizationForCacheControl", "requireAuthorizationForCacheControl"),
    ("caching/unauthorizedCacheControlHeaderStrategy", "unauthorizedCacheControlHeaderStrategy"),
];

/// Sets or removes the settings of a method. They go by its resource and its name as the path has them: with their escapes.
fn set_method(stage: &mut Stage, path: &str, operation: &PatchOperation) {
    let whole = path.strip_prefix('/').unwrap_or(path);
    let found = SETTINGS.iter().find_map(|(end, member)| {
        let key = whole.strip_suffix(end)?.strip_suffix('/')?;
        Some((key.to_owned(), *member))
    });
    let settings = stage.method_settings.get_or_insert_default();
    let Some((key, member)) = found else {
        settings.remove(whole);
        return;
    };
    let setting = settings.entry(key).or_insert_with(default_setting);
    let path = format!("/{member}");
    let operation = PatchOperation::builder().op(Op::Replace).path(path).maybe_value(operation.value.clone()).build();
    if let Ok(changed) = patched(setting, &[operation]) {
        *setting = changed;
    }
}

/// The settings of a method of which one was set.
fn default_setting() -> MethodSetting {
    MethodSetting::builder()
        .metrics_enabled(false)
        .data_trace_enabled(false)
        .throttling_burst_limit(5000)
        .throttling_rate_limit(10_000.0)
        .caching_enabled(false)
        .cache_ttl_in_seconds(300)
        .cache_data_encrypted(false)
        .require_authorization_for_cache_control(true)
        .unauthorized_cache_control_header_strategy("SUCCEED_WITH_RESPONSE_HEADER")
        .build()
}

pub(super) fn delete_stage(state: &mut State, input: DeleteStage) -> Answer<Nothing> {
    let api = state.api_mut(&input.rest_api_id)?;
    api.stage(&input.stage_name)?;
    api.stages.remove(&input.stage_name);
    Ok(Nothing)
}

pub(super) fn flush_stage_cache(state: &mut State, input: FlushStageCache) -> Answer<Nothing> {
    state.api(&input.rest_api_id)?.stage(&input.stage_name)?;
    Ok(Nothing)
}

pub(super) fn flush_stage_authorizers_cache(state: &mut State, input: FlushStageAuthorizersCache) -> Answer<Nothing> {
    state.api(&input.rest_api_id)?.stage(&input.stage_name)?;
    Ok(Nothing)
}
