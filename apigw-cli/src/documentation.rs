//! The documentation overlay, read when somebody asks for it.

use std::collections::HashMap;
use std::sync::OnceLock;

use apigw_spec::{Member, Operation, Shape};

use crate::document::{Document, Map};
use crate::python::json::{self, Maps};

/// The documentation of shapes and members by their identifiers.
#[derive(Debug)]
pub(crate) struct Documentation {
    texts: HashMap<String, String>,
}

impl Documentation {
    /// The documentation that comes with the specification, read once.
    pub(crate) fn read() -> &'static Self {
        static DOCUMENTATION: OnceLock<Documentation> = OnceLock::new();
        DOCUMENTATION.get_or_init(|| {
            let overlay = json::read(apigw_spec::builtin::DOCUMENTATION, Maps::Plain).unwrap_or(Document::Null);
            let shapes = overlay.map().and_then(|overlay| overlay.get("shapes"));
            Self { texts: texts(shapes) }
        })
    }

    /// What is said of an operation.
    pub(crate) fn operation(&'static self, operation: &Operation) -> Option<&'static str> {
        let (namespace, _) = operation.input.shape().id.split_once('#')?;
        self.shape(&format!("{namespace}#{}", operation.name))
    }

    /// What is said of a shape.
    pub(crate) fn shape(&'static self, id: &str) -> Option<&'static str> {
        self.texts.get(id).map(String::as_str)
    }

    /// What is said of a member.
    pub(crate) fn member(&'static self, shape: &Shape, member: &Member) -> Option<&'static str> {
        self.texts.get(&format!("{}${}", shape.id, member.name)).map(String::as_str)
    }
}

fn texts(shapes: Option<&Document>) -> HashMap<String, String> {
    let shapes = shapes.and_then(Document::map);
    let text = |(id, statement): (&str, &Document)| {
        let traits = statement.map()?.get("traits")?.map()?;
        Some((id.to_owned(), traits.get("smithy.api#documentation")?.text()?.to_owned()))
    };
    shapes.into_iter().flat_map(Map::iter).filter_map(text).collect()
}
