//! The usage of plans.

use std::collections::BTreeMap;

use apigw_model::{GetUsage, UpdateUsage, Usage};

use crate::check::check_input;
use crate::refusal::{Answer, refusal};
use crate::store::{Plan, State};

pub(super) fn get_usage(state: &mut State, input: GetUsage) -> Answer<Usage> {
    check_input(state, &input)?;
    let plan = find(state, &input.usage_plan_id)?;
    let is_wanted = |id: &&String| input.key_id.as_ref().is_none_or(|wanted| wanted == *id);
    let items = plan.keys.keys().filter(is_wanted).map(|id| (id.clone(), vec![vec![0, left(plan, id)]]));
    let usage = Usage::builder().usage_plan_id(input.usage_plan_id.as_str()).items(items.collect::<BTreeMap<_, _>>());
    Ok(usage.start_date(input.start_date).end_date(input.end_date).build())
}

fn find<'s>(state: &'s State, id: &str) -> Answer<&'s Plan> {
    state.plans.get(id).ok_or_else(|| refusal("usage-plan-unknown", &[]))
}

/// What is left to a key: what was set, or the quota.
fn left(plan: &Plan, key: &str) -> i64 {
    let quota = plan.settings.quota.as_ref().and_then(|quota| quota.limit).map_or(0, i64::from);
    plan.remaining.get(key).copied().unwrap_or(quota)
}

pub(super) fn update_usage(state: &mut State, input: UpdateUsage) -> Answer<Usage> {
    if !find(state, &input.usage_plan_id)?.keys.contains_key(&input.key_id) {
        return Err(refusal("usage-plan-key-unknown", &[]));
    }
    check_input(state, &input)?;
    let today = crate::store::day(state.ids.now());
    let Some(plan) = state.plans.get_mut(&input.usage_plan_id) else { return Err(refusal("usage-plan-unknown", &[])) };
    for operation in input.patch_operations.unwrap_or_default() {
        if let Some(remaining) = operation.value.and_then(|value| value.trim().parse().ok()) {
            plan.remaining.insert(input.key_id.clone(), remaining);
        }
    }
    let items = [(input.key_id.clone(), vec![vec![0, left(plan, &input.key_id)]])];
    let usage = Usage::builder().usage_plan_id(input.usage_plan_id).items(BTreeMap::from(items));
    Ok(usage.start_date(today.as_str()).end_date(today).build())
}
