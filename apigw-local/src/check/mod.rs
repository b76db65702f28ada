//! Whether a request is valid: the one evaluator checks it with the store around it, and what it finds becomes the answer
//! of AWS. First come the shapes, all findings in one answer; what the rules find comes after what does not exist.

mod around;
mod shapes;
mod words;

use apigw_model::Operation;
use apigw_spec::{api, check_with};

use crate::refusal::Answer;
use crate::store::State;

pub(crate) use shapes::check_shapes;

/// Checks an input by the rules of its operation.
pub(crate) fn check_input<I: Operation>(state: &State, input: &I) -> Answer<()> {
    let known = api::texts(I::SHAPE, input);
    let around = around::Around::new(state, I::SHAPE.structure().rules.contexts, &known);
    let contexts = around.contexts();
    let found = check_with(I::SHAPE, input, &contexts);
    let first = found.iter().find(|violation| violation.is_error());
    first.map_or(Ok(()), |violation| Err(words::answer(violation, I::OPERATION, input)))
}
