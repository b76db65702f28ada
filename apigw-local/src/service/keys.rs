//! API keys.

use apigw_model::server::ErrorReply;
use apigw_model::{
    ApiKey, ApiKeyIds, ApiKeys, CreateApiKey, DeleteApiKey, GetApiKey, GetApiKeys, ImportApiKeys, Nothing, UpdateApiKey,
};

use crate::check::check_input;
use crate::patch::patched;
use crate::refusal::{Answer, refusal};
use crate::store::{State, page};

pub(super) fn create_api_key(state: &mut State, input: CreateApiKey) -> Answer<ApiKey> {
    check_input(state, &input)?;
    let given = input.value.filter(|value| !value.is_empty());
    if given.is_some() && state.keys.values().any(|key| key.value == given) {
        return Err(refusal("api-key-exists", &[]));
    }
    let stages = input
        .stage_keys
        .into_iter()
        .flatten()
        .map(|key| format!("{}/{}", key.rest_api_id.unwrap_or_default(), key.stage_name.unwrap_or_default()));

    let (id, now) = (state.ids.id(10), state.ids.now());
    let key = ApiKey::builder()
        .id(id.as_str())
        .value(given.unwrap_or_else(|| state.ids.key_value()))
        .maybe_name(input.name)
        .maybe_description(input.description)
        .maybe_customer_id(input.customer_id)
        .enabled(input.enabled.unwrap_or(false))
        .created_date(now)
        .last_updated_date(now)
        .stage_keys(stages.collect::<Vec<_>>())
        .maybe_tags(input.tags)
        .build();
    state.keys.insert(id, key.clone());
    Ok(key)
}

fn find<'s>(state: &'s State, id: &str) -> Answer<&'s ApiKey> {
    state.keys.get(id).ok_or_else(|| refusal("usage-plan-key-unknown", &[]))
}

/// A key as it is shown: its value only if that is asked for.
fn shown(key: &ApiKey, with_value: Option<bool>) -> ApiKey {
    let mut key = key.clone();
    if with_value != Some(true) {
        key.value = None;
    }
    key
}

pub(super) fn get_api_key(state: &mut State, input: GetApiKey) -> Answer<ApiKey> {
    let mut key = shown(find(state, &input.api_key)?, input.include_value);
    key.tags.get_or_insert_default();
    Ok(key)
}

pub(super) fn get_api_keys(state: &mut State, input: GetApiKeys) -> Answer<ApiKeys> {
    let is_wanted = |key: &&ApiKey| {
        let named = |query: &String| key.name.as_ref().is_some_and(|name| name.starts_with(query.as_str()));
        input.name_query.as_ref().is_none_or(named)
            && (input.customer_id.is_none() || key.customer_id == input.customer_id)
    };
    let keys = state.keys.iter().filter(|(_, key)| is_wanted(key));
    let all = keys.map(|(id, key)| (id.clone(), shown(key, input.include_values)));
    let (items, position) = page(all, input.position.as_deref(), input.limit)?;
    Ok(ApiKeys::builder().items(items).maybe_position(position).build())
}

pub(super) fn update_api_key(state: &mut State, input: UpdateApiKey) -> Answer<ApiKey> {
    let key = find(state, &input.api_key)?.clone();
    check_input(state, &input)?;
    let mut key = patched(&key, &input.patch_operations.unwrap_or_default())?;
    key.last_updated_date = Some(state.ids.now());
    state.keys.insert(input.api_key, key.clone());
    let mut key = shown(&key, None);
    key.tags.get_or_insert_default();
    Ok(key)
}

pub(super) fn delete_api_key(state: &mut State, input: DeleteApiKey) -> Answer<Nothing> {
    find(state, &input.api_key)?;
    state.keys.remove(&input.api_key);
    for plan in state.plans.values_mut() {
        plan.keys.remove(&input.api_key);
    }
    Ok(Nothing)
}

/// Imports keys from a file of comma-separated values, whose first line names the columns.
pub(super) fn import_api_keys(state: &mut State, input: ImportApiKeys) -> Answer<ApiKeyIds> {
    check_input(state, &input)?;
    let text = String::from_utf8_lossy(input.body.as_bytes()).into_owned();
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let split = |line: &str| line.split(',').map(|cell| cell.trim().trim_matches('"').to_owned()).collect::<Vec<_>>();
    let columns: Vec<String> = split(lines.next().unwrap_or_default()).iter().map(|name| name.to_lowercase()).collect();
    if !columns.iter().any(|column| column == "key") {
        return Err(ErrorReply::new("BadRequestException", "Invalid API Key import: missing the column `Key`"));
    }

    let mut ids = Vec::new();
    for line in lines {
        let cells = split(line);
        let cell = |name: &str| {
            let index = columns.iter().position(|column| column == name)?;
            cells.get(index).filter(|cell| !cell.is_empty()).cloned()
        };
        let enabled = cell("enabled").is_none_or(|enabled| enabled.eq_ignore_ascii_case("true"));
        let create = CreateApiKey::builder().maybe_name(cell("name")).maybe_value(cell("key")).enabled(enabled);
        let create = create.maybe_description(cell("description")).build();
        let key = create_api_key(state, create)?;
        let id = key.id.clone().unwrap_or_default();
        for plan in cell("usageplanids").iter().flat_map(|plans| plans.split(['|', ' '])) {
            super::plans::add_key(state, plan, &key);
        }
        ids.push(id);
    }
    Ok(ApiKeyIds::builder().ids(ids).warnings(Vec::<String>::new()).build())
}
