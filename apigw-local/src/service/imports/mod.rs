//! Imports of documents: a new API, or the parts of one that exists. An import that fails changes nothing.

mod findings;
mod judge;
mod members;
mod methods;
mod options;
mod parts;
mod resources;
mod schema;

use apigw_lint::ImportDocument;
use apigw_model::{ImportRestApi, PutMode, PutRestApi, RestApi};

use super::apis;
use super::definition::document_of;
use crate::check::check_input;
use crate::refusal::Answer;
use crate::store::{Api, State};
use findings::ImportFindings;
use options::ImportOptions;

pub(super) fn import_rest_api(state: &mut State, input: ImportRestApi) -> Answer<RestApi> {
    check_input(state, &input)?;
    let document = document_of(input.body.as_bytes(), "import-invalid")?;
    let options = ImportOptions::new(input.parameters.as_ref(), input.fail_on_warnings);
    let id = state.ids.id(10);
    let settings = RestApi::builder().id(id.as_str()).created_date(state.ids.now()).build();
    let mut api = Api::new(settings);
    apis::ensure_root(&mut api, state);
    state.apis.insert(id.clone(), api);

    let imported = import(state, &id, &document, &options, true);
    if imported.is_err() {
        state.apis.remove(&id);
    }
    imported
}

pub(super) fn put_rest_api(state: &mut State, input: PutRestApi) -> Answer<RestApi> {
    // A body that is no document is refused whether the API exists or not.
    let document = document_of(input.body.as_bytes(), "import-invalid")?;
    let before = state.api(&input.rest_api_id)?.clone();
    check_input(state, &input)?;
    let options = ImportOptions::new(input.parameters.as_ref(), input.fail_on_warnings);
    let overwrites = input.mode == Some(PutMode::Overwrite);

    let imported = import(state, &input.rest_api_id, &document, &options, overwrites);
    match imported {
        Ok(mut answer) => {
            answer.tags.get_or_insert_default();
            Ok(answer)
        }
        Err(error) => {
            state.apis.insert(input.rest_api_id, before);
            Err(error)
        }
    }
}

/// Makes the parts of a document those of an API, and gives the API with what was left out.
fn import(
    state: &mut State,
    id: &str,
    document: &ImportDocument,
    options: &ImportOptions,
    overwrites: bool,
) -> Answer<RestApi> {
    let mut findings = ImportFindings::new(&document.notes, &options.segments(&document.base_path));
    let before = parts::put_parts(state, id, document, options, overwrites)?;
    resources::put_resources(state, id, document, (options, &before), &mut findings)?;
    judge::judge_parts(state, id, document, &mut findings);

    let warnings = findings.into_warnings(options.fails_on_warnings)?;
    let mut answer = apis::shown(&state.api(id)?.settings);
    answer.warnings = Some(warnings).filter(|warnings| !warnings.is_empty());
    Ok(answer)
}
