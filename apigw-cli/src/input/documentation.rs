//! The documentation overlay, read on demand.

use std::collections::HashMap;
use std::sync::OnceLock;

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::python::json::{self, Maps};
use apigw_spec::{Member, Operation, Shape};

/// The documentation of shapes and members by their identifiers.
#[derive(Debug)]
pub(crate) struct Documentation {
    traits: HashMap<String, Map>,
}

/// An example of a call.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Example {
    /// What it does.
    pub(crate) title: &'static str,
    /// The members of the input.
    pub(crate) input: &'static Map,
    /// The output, if the example has one.
    pub(crate) output: Option<&'static Document>,
}

impl Documentation {
    /// The documentation that comes with the specification, read once.
    pub(crate) fn read() -> &'static Self {
        static DOCUMENTATION: OnceLock<Documentation> = OnceLock::new();
        DOCUMENTATION.get_or_init(|| {
            let overlay = json::read(apigw_spec::builtin::DOCUMENTATION, Maps::Plain).unwrap_or(Document::Null);
            Self { traits: traits(overlay) }
        })
    }

    /// The description of an operation.
    pub(crate) fn operation(&'static self, operation: &Operation) -> Option<&'static str> {
        self.text(&operation_id(operation))
    }

    /// The examples of an operation.
    pub(crate) fn examples(&'static self, operation: &Operation) -> Vec<Example> {
        let traits = self.traits.get(&operation_id(operation));
        let Some(Document::List(examples)) = traits.and_then(|traits| traits.get("smithy.api#examples")) else {
            return Vec::new();
        };
        let example = |example: &'static Document| {
            let example = example.map()?;
            let title = example.get("title")?.text()?;
            Some(Example { title, input: example.get("input")?.map()?, output: example.get("output") })
        };
        examples.iter().filter_map(example).collect()
    }

    /// The description of a shape.
    pub(crate) fn shape(&'static self, id: &str) -> Option<&'static str> {
        self.text(id)
    }

    /// The description of a member.
    pub(crate) fn member(&'static self, shape: &Shape, member: &Member) -> Option<&'static str> {
        self.part(shape, member.name)
    }

    /// The description of a member or an enumeration value of a shape.
    pub(crate) fn part(&'static self, shape: &Shape, name: &str) -> Option<&'static str> {
        self.text(&format!("{}${name}", shape.id))
    }

    fn text(&'static self, id: &str) -> Option<&'static str> {
        self.traits.get(id)?.get("smithy.api#documentation")?.text()
    }
}

fn operation_id(operation: &Operation) -> String {
    let id = operation.input.shape().id;
    // The input of an operation without members is Smithy's unit type.
    let namespace = id.split_once('#').map_or("", |(namespace, _)| namespace);
    format!("{namespace}#{}", operation.name)
}

fn traits(overlay: Document) -> HashMap<String, Map> {
    let taken = |document: Document, name: &str| {
        if let Document::Map(mut map) = document { map.remove(name) } else { None }
    };
    let Some(Document::Map(shapes)) = taken(overlay, "shapes") else { return HashMap::new() };
    let statement = |(id, statement)| match taken(statement, "traits") {
        Some(Document::Map(traits)) => Some((id, traits)),
        _ => None,
    };
    shapes.into_entries().filter_map(statement).collect()
}
