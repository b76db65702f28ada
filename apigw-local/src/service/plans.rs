//! Usage plans and their keys.

use std::collections::BTreeMap;

use apigw_model::{
    ApiKey, ApiStage, CreateUsagePlan, CreateUsagePlanKey, DeleteUsagePlan, DeleteUsagePlanKey, GetUsagePlan,
    GetUsagePlanKey, GetUsagePlanKeys, GetUsagePlans, Nothing, Op, PatchOperation, UpdateUsagePlan, UsagePlan,
    UsagePlanKey, UsagePlanKeys, UsagePlans,
};

use crate::check::check_input;
use crate::patch::{patched, segments};
use crate::refusal::{Answer, refusal};
use crate::store::{Plan, State, page, project};

pub(super) fn create_usage_plan(state: &mut State, input: CreateUsagePlan) -> Answer<UsagePlan> {
    check_input(state, &input)?;
    let mut plan: UsagePlan = project(&input)?;
    let id = state.ids.id(6);
    for stage in plan.api_stages.iter().flatten() {
        exists(state, stage, &id)?;
    }
    plan.id = Some(id.clone());
    fill(&mut plan);
    let kept = Plan { settings: plan.clone(), keys: BTreeMap::new(), remaining: BTreeMap::new() };
    state.plans.insert(id, kept);
    Ok(plan)
}

/// What every plan has.
fn fill(plan: &mut UsagePlan) {
    plan.api_stages.get_or_insert_default();
    if let Some(quota) = &mut plan.quota {
        quota.offset.get_or_insert(0);
    }
}

/// Whether a plan's stage exists.
fn exists(state: &State, stage: &ApiStage, plan: &str) -> Answer<()> {
    let (api, name) = (stage.api_id.as_deref().unwrap_or_default(), stage.stage.as_deref().unwrap_or_default());
    if state.apis.get(api).is_some_and(|api| api.stages.contains_key(name)) {
        return Ok(());
    }
    let error = refusal("usage-plan-stage-unknown", &[("api", api), ("stage", name), ("plan", plan)]);
    Err(error)
}

fn find<'s>(state: &'s State, id: &str) -> Answer<&'s Plan> {
    state.plans.get(id).ok_or_else(|| refusal("usage-plan-unknown", &[]))
}

fn find_mut<'s>(state: &'s mut State, id: &str) -> Answer<&'s mut Plan> {
    state.plans.get_mut(id).ok_or_else(|| refusal("usage-plan-unknown", &[]))
}

pub(super) fn get_usage_plan(state: &mut State, input: GetUsagePlan) -> Answer<UsagePlan> {
    let mut plan = find(state, &input.usage_plan_id)?.settings.clone();
    plan.tags.get_or_insert_default();
    Ok(plan)
}

pub(super) fn get_usage_plans(state: &mut State, input: GetUsagePlans) -> Answer<UsagePlans> {
    let has_key = |plan: &Plan| input.key_id.as_ref().is_none_or(|key| plan.keys.contains_key(key));
    let plans = state.plans.iter().filter(|(_, plan)| has_key(plan));
    let (items, position) =
        page(plans.map(|(id, plan)| (id.clone(), plan.settings.clone())), input.position.as_deref(), input.limit)?;
    Ok(UsagePlans::builder().items(items).maybe_position(position).build())
}

pub(super) fn update_usage_plan(state: &mut State, input: UpdateUsagePlan) -> Answer<UsagePlan> {
    let mut plan = find(state, &input.usage_plan_id)?.settings.clone();
    check_input(state, &input)?;
    for operation in input.patch_operations.unwrap_or_default() {
        plan = changed(state, plan, operation)?;
    }
    fill(&mut plan);
    find_mut(state, &input.usage_plan_id)?.settings = plan.clone();
    plan.tags.get_or_insert_default();
    Ok(plan)
}

/// The plan after one operation. Stages go by the text `api:stage`, which no shape shows.
fn changed(state: &State, mut plan: UsagePlan, operation: PatchOperation) -> Answer<UsagePlan> {
    let parts = segments(operation.path.as_deref().unwrap_or_default());
    if parts.first().is_none_or(|part| part != "apiStages") {
        return patched(&plan, &[operation]);
    }
    let value = operation.value.as_deref().unwrap_or_default();
    let named = parts.get(1).map_or(value, String::as_str);
    let Some((api, stage)) = named.split_once(':') else { return Err(refusal("usage-plan-stage-format", &[])) };
    let id = plan.id.clone().unwrap_or_default();
    let stages = plan.api_stages.get_or_insert_default();
    let position =
        stages.iter().position(|one| one.api_id.as_deref() == Some(api) && one.stage.as_deref() == Some(stage));

    match (parts.as_slice(), &operation.op, position) {
        ([_], Some(Op::Remove), Some(position)) => _ = stages.remove(position),
        ([_], Some(Op::Remove), None) => return Err(refusal("usage-plan-stage-not-found", &[("stage", named)])),
        ([_], _, None) => {
            let stage = ApiStage::builder().api_id(api).stage(stage).build();
            exists(state, &stage, &id)?;
            stages.push(stage);
        }
        ([_, _, _, rest @ ..], op, Some(position)) => {
            if let Some(stage) = stages.get_mut(position) {
                throttle(stage, rest, op.as_ref(), value);
            }
        }
        _ => {}
    }
    Ok(plan)
}

/// Sets the throttle of a method: what follows its stage in the path is the resource, the method, and the setting.
fn throttle(stage: &mut ApiStage, rest: &[String], op: Option<&Op>, value: &str) {
    let methods = stage.throttle.get_or_insert_default();
    let is_removed = matches!(op, Some(Op::Remove));
    match rest {
        [] if is_removed => methods.clear(),
        [key @ .., setting] if !is_removed && matches!(setting.as_str(), "burstLimit" | "rateLimit") => {
            let method = methods.entry(key.join("/")).or_default();
            if setting == "burstLimit" {
                method.burst_limit = value.parse().ok();
            } else {
                method.rate_limit = value.parse().ok();
            }
        }
        key if is_removed => _ = methods.remove(&key.join("/")),
        _ => {}
    }
    stage.throttle.take_if(|methods| methods.is_empty());
}

pub(super) fn delete_usage_plan(state: &mut State, input: DeleteUsagePlan) -> Answer<Nothing> {
    let id = input.usage_plan_id;
    let stages = find(state, &id)?.settings.api_stages.iter().flatten();
    let names: Vec<String> = stages
        .map(|one| {
            format!("{}:{}", one.api_id.as_deref().unwrap_or_default(), one.stage.as_deref().unwrap_or_default())
        })
        .collect();
    if !names.is_empty() {
        return Err(refusal("usage-plan-in-use", &[("plan", &id), ("stages", &names.join(", "))]));
    }
    state.plans.remove(&id);
    Ok(Nothing)
}

/// A key as plans have it.
fn plan_key(key: &ApiKey) -> UsagePlanKey {
    UsagePlanKey::builder()
        .maybe_id(key.id.clone())
        .r#type("API_KEY")
        .maybe_value(key.value.clone())
        .maybe_name(key.name.clone())
        .build()
}

/// Adds a key to a plan, if there is one.
pub(super) fn add_key(state: &mut State, plan: &str, key: &ApiKey) {
    if let (Some(plan), Some(id)) = (state.plans.get_mut(plan), &key.id) {
        plan.keys.insert(id.clone(), plan_key(key));
    }
}

pub(super) fn create_usage_plan_key(state: &mut State, input: CreateUsagePlanKey) -> Answer<UsagePlanKey> {
    let plan = find(state, &input.usage_plan_id)?;
    check_input(state, &input)?;
    let Some(key) = state.keys.get(&input.key_id) else { return Err(refusal("usage-plan-key-unknown", &[])) };
    if plan.keys.contains_key(&input.key_id) {
        let holes = [("key", input.key_id.as_str()), ("plan", input.usage_plan_id.as_str())];
        return Err(refusal("usage-plan-key-exists", &holes));
    }
    let key = plan_key(key);
    find_mut(state, &input.usage_plan_id)?.keys.insert(input.key_id, key.clone());
    Ok(key)
}

fn key_of<'s>(state: &'s State, plan: &str, key: &str) -> Answer<&'s UsagePlanKey> {
    let found = state.plans.get(plan).and_then(|plan| plan.keys.get(key));
    found.ok_or_else(|| refusal("usage-plan-key-unknown", &[]))
}

pub(super) fn get_usage_plan_key(state: &mut State, input: GetUsagePlanKey) -> Answer<UsagePlanKey> {
    key_of(state, &input.usage_plan_id, &input.key_id).cloned()
}

/// The keys of a plan; a plan that does not exist has none.
pub(super) fn get_usage_plan_keys(state: &mut State, input: GetUsagePlanKeys) -> Answer<UsagePlanKeys> {
    let keys = state.plans.get(&input.usage_plan_id).map(|plan| &plan.keys);
    let is_wanted = |key: &UsagePlanKey| {
        let named = |query: &String| key.name.as_ref().is_some_and(|name| name.starts_with(query.as_str()));
        input.name_query.as_ref().is_none_or(named)
    };
    let all = keys.into_iter().flatten().filter(|(_, key)| is_wanted(key)).map(|(id, key)| (id.clone(), key.clone()));
    let (items, position) = page(all, input.position.as_deref(), input.limit)?;
    Ok(UsagePlanKeys::builder().items(items).maybe_position(position).build())
}

pub(super) fn delete_usage_plan_key(state: &mut State, input: DeleteUsagePlanKey) -> Answer<Nothing> {
    key_of(state, &input.usage_plan_id, &input.key_id)?;
    find_mut(state, &input.usage_plan_id)?.keys.remove(&input.key_id);
    Ok(Nothing)
}
