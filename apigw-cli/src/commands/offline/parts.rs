//! Where the parts of an API come from: files, or the service.

use apigw_cli_text::document::{Document, Map};
use apigw_spec::{Operation, Shape};

use crate::check::given::Given;
use crate::config::timestamps::Timestamps;
use crate::failure::Failure;
use crate::input::value::InputValue;
use crate::transport::sender::Sender;

/// Where the parts come from.
pub(super) enum Parts<'a> {
    /// Files.
    Files(Given),
    /// The service, by calls that change nothing.
    Service(&'a Sender),
}

/// The members that say which part is meant.
pub(super) type Labels<'a> = [(&'static str, &'a str)];

/// The members that identify a part, in the order in which they are looked for.
const IDENTITIES: [&str; 2] = ["id", "name"];

/// The operation that reads what is at a path of the service.
fn reading(uri: &str) -> Option<&'static Operation> {
    apigw_model::OPERATIONS.iter().find(|operation| operation.method == "GET" && operation.uri == uri).copied()
}

/// The shape of what is at a path of the service.
pub(super) fn shape_at(uri: &str) -> Option<&'static Shape> {
    Some(reading(uri)?.output?.shape())
}

impl Parts<'_> {
    /// The part at a path of the service; nothing if there is none. The last label says which part it is.
    pub(super) fn part(&self, uri: &str, labels: &Labels<'_>) -> Result<Option<Map>, Failure> {
        match self {
            Self::Files(given) => {
                let (Some(shape), Some((label, value))) = (shape_at(uri), labels.last()) else { return Ok(None) };
                let is_it = |object: &&Map| {
                    let own = shape.members().iter().find(|member| member.name == *label).map(|member| member.name);
                    let mut names = own.into_iter().chain(IDENTITIES);
                    names.find_map(|name| object.get(name)).and_then(Document::text) == Some(value)
                };
                Ok(of_shape(given, shape).find(is_it).cloned())
            }
            Self::Service(sender) => match fetch(sender, uri, labels) {
                Err(Failure::Service(error)) if error.code.starts_with("NotFound") => Ok(None),
                result => result,
            },
        }
    }

    /// All parts at a path of the service.
    pub(super) fn parts(&self, uri: &str, part_uri: &str, labels: &Labels<'_>) -> Result<Vec<Map>, Failure> {
        match self {
            Self::Files(given) => {
                Ok(shape_at(part_uri).into_iter().flat_map(|shape| of_shape(given, shape)).cloned().collect())
            }
            Self::Service(sender) => pages(sender, uri, labels),
        }
    }
}

/// The objects that can have a shape: it knows all their members.
fn of_shape<'a>(given: &'a Given, shape: &'static Shape) -> impl Iterator<Item = &'a Map> {
    let is_known = |name: &str| shape.members().iter().any(|member| member.name == name);
    given.objects().filter(move |object| object.iter().all(|(name, _)| is_known(name)))
}

fn fetch(sender: &Sender, uri: &str, labels: &Labels<'_>) -> Result<Option<Map>, Failure> {
    let Some(operation) = reading(uri) else { return Ok(None) };
    let members: Map = labels.iter().copied().collect();
    let input = InputValue::new(&members, operation.input.shape());
    sender.fetch(operation, &input, Timestamps::Wire).map(Some)
}

fn pages(sender: &Sender, uri: &str, labels: &Labels<'_>) -> Result<Vec<Map>, Failure> {
    let Some((operation, pagination)) = reading(uri).and_then(|found| Some((found, found.pagination?))) else {
        return Ok(Vec::new());
    };
    let mut members: Map = labels.iter().copied().collect();
    let mut found = Vec::new();
    loop {
        let input = InputValue::new(&members, operation.input.shape());
        let mut page = sender.fetch(operation, &input, Timestamps::Wire)?;
        if let Some(Document::List(items)) = page.remove(pagination.items) {
            found.extend(items.into_iter().filter_map(|item| match item {
                Document::Map(item) => Some(item),
                _ => None,
            }));
        }
        match page.remove(pagination.output_token) {
            Some(Document::Text(token)) => members.insert(pagination.input_token, token),
            _ => return Ok(found),
        }
    }
}
