//! What a file says about an API, in terms of the service: parts with their places, checked by the rules of requests.

mod api;
mod check;
mod choice;
mod convert;
mod filled_in;
mod fix;
mod known;
mod part;
mod service;
mod shapes;
mod written;

pub(crate) use api::{ApiDefinition, EntryKind, InnerText, ParameterChoice, PartRequest};
pub(crate) use check::check;
pub(crate) use choice::of_choices;
pub(crate) use convert::{FinalNames, MemberNames, ModelNames, add_members, structure};
pub(crate) use filled_in::{SAMPLE_REGION, part as filled_in_part};
pub(crate) use known::KnownTexts;
pub(crate) use part::{DefinitionPart, PartFields, PartItems, PartValue};
pub(crate) use service::{lists_with_built_in, open_handler_names};
pub(crate) use shapes::{Shapes, below};
