//! Whether a request is valid: the one evaluator checks it with the store around it, and what it finds becomes the answer
//! of AWS. First come the shapes, all findings in one answer; what the rules find comes after what does not exist.

mod around;
mod shapes;
mod words;

use apigw_lint::import_enforces;
use apigw_model::Operation;
use apigw_model::server::ErrorReply;
use apigw_model::validate::{check_parts, requests};
use apigw_spec::api::ApiFinding;
use apigw_spec::{Violation, api, check_with};

use crate::refusal::Answer;
use crate::store::State;

pub(crate) use shapes::check_shapes;

/// Checks an input by the rules of its operation.
pub(crate) fn check_input<I: Operation>(state: &State, input: &I) -> Answer<()> {
    first(state, input, Violation::is_error).map_or(Ok(()), Err)
}

/// Checks an input that makes a part of an imported document, by those rules of its operation that an import is known to
/// enforce.
pub(crate) fn check_import<I: Operation>(state: &State, input: &I) -> Option<ErrorReply> {
    first(state, input, |violation| violation.is_error() && import_enforces(violation.rule))
}

/// What the rules find in an API as a whole.
pub(crate) fn check_stored(state: &State, id: &str) -> Vec<ApiFinding> {
    let parts = around::parts(api::parts(&requests()));
    let known = |name: &str| (name == "restApiId").then(|| id.to_owned());
    let around = around::Around::new(state, &parts, &known);
    check_parts(&around.contexts())
}

/// The answer to an input, by the first violation that counts.
fn first<I: Operation>(state: &State, input: &I, counts: impl Fn(&Violation) -> bool) -> Option<ErrorReply> {
    let known = api::texts(I::SHAPE, input);
    let around = around::Around::new(state, I::SHAPE.structure().rules.contexts, &known);
    let contexts = around.contexts();
    let found = check_with(I::SHAPE, input, &contexts);
    let first = found.iter().find(|violation| counts(violation));
    first.map(|violation| words::answer(violation, I::OPERATION, input))
}
