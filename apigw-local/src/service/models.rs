//! Models.

use apigw_model::{
    CreateModel, DeleteModel, GetModel, GetModelTemplate, GetModels, Model, Models, Nothing, Template, UpdateModel,
};

use crate::check::check_input;
use crate::patch::patched;
use crate::refusal::{Answer, refusal};
use crate::store::{Api, State, page, project};

pub(super) fn create_model(state: &mut State, input: CreateModel) -> Answer<Model> {
    state.api(&input.rest_api_id)?;
    check_input(state, &input)?;
    let mut model: Model = project(&input)?;
    model.id = Some(state.ids.id(6));
    model.description.take_if(|description| description.is_empty());
    state.api_mut(&input.rest_api_id)?.models.insert(input.name, model.clone());
    Ok(model)
}

fn find<'s>(state: &'s State, api: &str, name: &str) -> Answer<&'s Model> {
    let model = state.apis.get(api).and_then(|api| api.models.get(name));
    model.ok_or_else(|| refusal("model-name-unknown", &[("model", name)]))
}

pub(super) fn get_model(state: &mut State, input: GetModel) -> Answer<Model> {
    let mut model = find(state, &input.rest_api_id, &input.model_name)?.clone();
    if input.flatten == Some(true) {
        let api = state.api(&input.rest_api_id)?;
        model.schema = model.schema.map(|schema| flattened(api, &schema));
    }
    Ok(model)
}

/// A schema with the models that it refers to in their place.
fn flattened(api: &Api, schema: &str) -> String {
    let Ok(mut document) = serde_json::from_str::<serde_json::Value>(schema) else { return schema.to_owned() };
    flatten(api, &mut document, &mut Vec::new());
    document.to_string()
}

fn flatten(api: &Api, value: &mut serde_json::Value, open: &mut Vec<String>) {
    let name = value.get("$ref").and_then(|reference| reference.as_str()?.rsplit_once("/models/"));
    let name = name.map(|(_, name)| name.to_owned());
    if let Some(name) = name.filter(|name| !open.contains(name))
        && let Some(schema) = api.models.get(&name).and_then(|model| model.schema.as_deref())
        && let Ok(mut inner) = serde_json::from_str(schema)
    {
        open.push(name);
        flatten(api, &mut inner, open);
        open.pop();
        *value = inner;
        return;
    }
    match value {
        serde_json::Value::Object(members) => members.values_mut().for_each(|value| flatten(api, value, open)),
        serde_json::Value::Array(items) => items.iter_mut().for_each(|value| flatten(api, value, open)),
        _ => {}
    }
}

pub(super) fn get_models(state: &mut State, input: GetModels) -> Answer<Models> {
    let all = state.api(&input.rest_api_id)?.models.iter().map(|(name, model)| (name.clone(), model.clone()));
    let (items, position) = page(all, input.position.as_deref(), input.limit)?;
    Ok(Models::builder().items(items).maybe_position(position).build())
}

/// A mapping template that gives what the model describes.
pub(super) fn get_model_template(state: &mut State, input: GetModelTemplate) -> Answer<Template> {
    let model = find(state, &input.rest_api_id, &input.model_name)?;
    let schema = model.schema.as_deref().and_then(|schema| serde_json::from_str::<serde_json::Value>(schema).ok());
    let properties = schema.as_ref().and_then(|schema| schema.get("properties")?.as_object());
    let lines = properties.into_iter().flatten().map(|(name, property)| {
        let is_text = property.get("type").and_then(serde_json::Value::as_str) == Some("string");
        let value = if is_text { "foo" } else { "42" };
        if is_text { format!("  \"{name}\" : \"{value}\"") } else { format!("  \"{name}\" : {value}") }
    });
    let lines: Vec<String> = lines.collect();
    let value = format!("#set($inputRoot = $input.path('$'))\n{{\n{}\n}}", lines.join(",\n"));
    Ok(Template::builder().value(value).build())
}

pub(super) fn update_model(state: &mut State, input: UpdateModel) -> Answer<Model> {
    let model = find(state, &input.rest_api_id, &input.model_name)?.clone();
    check_input(state, &input)?;
    let model = patched(&model, &input.patch_operations.unwrap_or_default())?;
    state.api_mut(&input.rest_api_id)?.models.insert(input.model_name, model.clone());
    Ok(model)
}

pub(super) fn delete_model(state: &mut State, input: DeleteModel) -> Answer<Nothing> {
    find(state, &input.rest_api_id, &input.model_name)?;
    let api = state.api_mut(&input.rest_api_id)?;
    if let Some(place) = use_of(api, &input.model_name) {
        return Err(refusal("model-in-use", &[("model", &input.model_name), ("where", &place)]));
    }
    api.models.remove(&input.model_name);
    Ok(Nothing)
}

/// Where a model is used, if it is.
fn use_of(api: &Api, name: &str) -> Option<String> {
    let is_it = |models: Option<&std::collections::BTreeMap<String, String>>| {
        models.is_some_and(|models| models.values().any(|model| model == name))
    };
    for resource in api.resources.values() {
        for (method, settings) in resource.resource_methods.iter().flatten() {
            let place = || format!("{}/{method}", resource.path.as_deref().unwrap_or_default());
            if is_it(settings.request_models.as_ref()) {
                return Some(format!("method request: {}", place()));
            }
            let responses = settings.method_responses.iter().flatten();
            if responses.map(|(_, response)| response).any(|response| is_it(response.response_models.as_ref())) {
                return Some(format!("method response: {}", place()));
            }
        }
    }
    let reference = format!("/models/{name}\"");
    let refers = |(other, model): &(&String, &Model)| {
        other.as_str() != name && model.schema.as_ref().is_some_and(|schema| schema.contains(&reference))
    };
    api.models.iter().find(refers).map(|(other, _)| format!("model: {other}"))
}
