//! `--given FILE`: the objects around a request from files, as `get-…` printed them. A file is recognized by its content:
//! the names of the members tell the shape.

use apigw_cli_text::document::{Document, Map};
use apigw_cli_text::python::json as python;
use apigw_cli_text::python::os_error::describe;
use apigw_spec::api::parts;
use apigw_spec::rule::{ContextSlot, MemberPath, Rebuild, Root, Step, Visited};
use apigw_spec::{Binding, Kind, Operation, Shape};

use crate::check::related::Related;
use crate::failure::Failure;
use crate::input::value::InputNode;

/// The value that stands for every other: a method of this name serves all that the resource does not have.
const ANY: &str = "ANY";

/// What files say, by the names that rules know it by.
#[derive(Debug, Default)]
pub(crate) struct Given(Vec<GivenObject>);

#[derive(Debug)]
struct GivenObject {
    slot: ContextSlot,
    shape: &'static Shape,
    content: Document,
}

/// The objects that the rules of any operation look at, each with its shape.
fn slots() -> Vec<(ContextSlot, &'static Shape)> {
    let requests: Vec<&Shape> = apigw_model::OPERATIONS.iter().map(|operation| operation.input.shape()).collect();
    let mut slots = parts(&requests);
    for slot in requests.iter().flat_map(|shape| shape.structure().rules.contexts) {
        if slots.iter().all(|known| known.name != slot.name) {
            slots.push(*slot);
        }
    }
    slots.into_iter().filter_map(|slot| Some((slot, shape(&slot)?))).collect()
}

/// The shape of an object, found where the service answers with it.
fn shape(slot: &ContextSlot) -> Option<&'static Shape> {
    let outputs = apigw_model::OPERATIONS.iter().filter_map(|operation| Some(operation.output?.shape()));
    let mut shapes = outputs
        .flat_map(|output| std::iter::once(output).chain(output.members().iter().map(|member| member.target.shape())));
    shapes.find(|shape| shape.id == slot.shape)
}

impl Given {
    /// Reads files; each is `FILE`, or `NAME=FILE` where its content does not tell what it is.
    pub(crate) fn read(files: &[String]) -> Result<Self, Failure> {
        let mut given = Self::default();
        for word in files {
            let slots = slots();
            let named = word.split_once('=').filter(|(name, _)| slots.iter().any(|(slot, _)| slot.name == *name));
            let (name, file) = named.map_or((None, word.as_str()), |(name, file)| (Some(name), file));
            let bytes = std::fs::read(file);
            let bytes =
                bytes.map_err(|error| Failure::general(format!("cannot read `{file}`: {}", describe(&error, file))))?;
            let text = String::from_utf8_lossy(&bytes);
            let document = python::read(&text, python::Maps::Plain);
            let document = document
                .map_err(|_| Failure::general(format!("`{file}` is not JSON; save the output of `get-…` in it")))?;
            given.add(document, name, file)?;
        }
        Ok(given)
    }

    /// Adds what a file says: an object, a list, or several of them by their names.
    fn add(&mut self, document: Document, name: Option<&str>, file: &str) -> Result<(), Failure> {
        let slots = slots();
        if let Document::Map(map) = &document
            && name.is_none()
            && !map.is_empty()
            && map.iter().all(|(key, value)| !value.is_scalar() && slots.iter().any(|(slot, _)| slot.name == key))
        {
            for (key, value) in map.iter() {
                self.add(value.clone(), Some(key), file)?;
            }
            return Ok(());
        }
        if let Document::Map(map) = &document
            && ["position", "NextToken"]
                .iter()
                .any(|token| map.get(token).is_some_and(|token| *token != Document::Null))
        {
            return Err(Failure::general(format!("`{file}` is a page of a longer list; save all pages")));
        }

        let content = listed(document);
        let fits: Vec<&(ContextSlot, &'static Shape)> = slots
            .iter()
            .filter(|(slot, shape)| name.map_or_else(|| fits(&content, shape), |name| name == slot.name))
            .collect();
        match fits.as_slice() {
            [(slot, shape)] => {
                self.0.push(GivenObject { slot: *slot, shape, content });
                Ok(())
            }
            found => {
                let all = if found.is_empty() { slots.iter().collect() } else { found.to_vec() };
                let names: Vec<&str> = all.iter().map(|(slot, _)| slot.name).collect();
                let names = names.join(", ");
                let advice = format!("write NAME={file}, where NAME is one of {names}");
                Err(Failure::general(format!("the content of `{file}` does not say what it is; {advice}")))
            }
        }
    }

    /// The objects around a request.
    pub(crate) fn around(&self, operation: &'static Operation, members: &Map) -> Related {
        let mut related = Related::default();
        for slot in operation.input.shape().structure().rules.contexts {
            let is_own = |given: &&GivenObject| {
                let is_shape = given.slot.shape == slot.shape;
                is_shape && (slot.item.is_some() || is_of(&given.content, slot, operation, members))
            };
            if let Some(given) = self.0.iter().rev().find(is_own) {
                related.add(slot.name, Some(InputNode::new(&given.content, given.shape)));
                continue;
            }
            match (self.within(slot, members), shape(slot)) {
                (Within::Found(object), Some(shape)) => related.add(slot.name, Some(InputNode::new(&object, shape))),
                (Within::Missing, _) => related.add(slot.name, None),
                _ => {}
            }
        }
        related
    }

    /// The objects themselves, those of lists one by one.
    #[cfg(feature = "local")]
    pub(crate) fn objects(&self) -> impl Iterator<Item = &Map> {
        let objects = self.0.iter().flat_map(|given| match &given.content {
            Document::List(items) => items.as_slice(),
            content => std::slice::from_ref(content),
        });
        objects.filter_map(Document::map)
    }

    /// The parts of an API.
    pub(crate) fn parts(&self) -> Related {
        let mut related = Related::default();
        for given in self.0.iter().rev() {
            related.add(given.slot.name, Some(InputNode::new(&given.content, given.shape)));
        }
        related
    }

    /// Looks for an object inside the lists that are given.
    fn within(&self, slot: &ContextSlot, members: &Map) -> Within {
        let graphs = apigw_model::OPERATIONS.iter().filter_map(|operation| {
            let shape = operation.input.shape();
            Some((shape, shape.structure().rules.rebuild?))
        });
        for (shape, graph) in graphs {
            let Some(level) = graph.visit.iter().position(|visited| visited.name == slot.name) else { continue };
            let Some(root) = graph.roots.first() else { continue };
            let Some(given) = self.0.iter().rev().find(|given| given.slot.name == root.name) else { continue };
            let mut search = Search { shape, graph, members, level, found: None, is_compared: false, is_served: false };
            search.visit(0, &[(root.name, &given.content)]);
            match search.found {
                Some(object) => return Within::Found(object),
                None if search.is_served => return Within::Unknown,
                None if search.is_compared => return Within::Missing,
                None => {}
            }
        }
        Within::Unknown
    }
}

/// What the lists that are given say of an object.
enum Within {
    /// It is this.
    Found(Document),
    /// It is in none of them, and would have to be.
    Missing,
    /// Nothing.
    Unknown,
}

/// The search for the object that a request names, in a list of what exists.
struct Search<'s> {
    shape: &'static Shape,
    graph: &'static Rebuild,
    members: &'s Map,
    level: usize,
    found: Option<Document>,
    /// Whether the request says which object it is.
    is_compared: bool,
    /// Whether another object may serve in its place.
    is_served: bool,
}

impl Search<'_> {
    fn visit(&mut self, level: usize, around: &[(&'static str, &Document)]) {
        let Some(Visited { name, path }) = self.graph.visit.get(level) else { return };
        for value in reached(path, around) {
            let mut inner = around.to_vec();
            inner.push((name, value));
            if level < self.level {
                self.visit(level + 1, &inner);
            } else if self.is_meant(&inner) {
                self.found = Some(value.clone());
            }
        }
    }

    /// Whether what is visited has the values by which the request names it.
    fn is_meant(&mut self, around: &[(&'static str, &Document)]) -> bool {
        let mut is_same = true;
        let mut is_served = true;
        let mut count = 0;
        for (member, source) in self.shape.members().iter().zip(self.graph.members) {
            let wanted = self.members.get(member.name).and_then(Document::text).filter(|_| member.required);
            let (Some(wanted), Some(source)) = (wanted, source) else { continue };
            if let [found] = reached(source, around).as_slice() {
                count += 1;
                is_same &= found.text() == Some(wanted);
                is_served &= found.text().is_some_and(|found| found == wanted || found == ANY);
            }
        }
        self.is_compared |= count > 0;
        self.is_served |= is_served && count > 0;
        is_same && count > 0
    }
}

/// What a path reaches in what is visited.
fn reached<'d>(path: &MemberPath, around: &[(&'static str, &'d Document)]) -> Vec<&'d Document> {
    let Root::Context(root) = path.root else { return Vec::new() };
    let start = around.iter().rev().find(|(name, _)| *name == root).map(|(_, document)| *document);
    let mut reached: Vec<&Document> = start.into_iter().collect();
    for step in path.steps {
        reached = reached
            .into_iter()
            .flat_map(|document| match (step, document) {
                (Step::Member { name, .. }, Document::Map(map)) => map.get(name).into_iter().collect(),
                (Step::Each, Document::List(items)) => items.iter().collect(),
                (Step::Each, Document::Map(map)) => map.iter().map(|(_, value)| value).collect(),
                _ => Vec::new(),
            })
            .collect();
    }
    reached
}

/// The list in an answer that has one.
fn listed(document: Document) -> Document {
    let lists = |map: &Map| {
        let mut lists = map.iter().filter(|(_, value)| matches!(value, Document::List(_)));
        let (name, list) = lists.next()?;
        (lists.next().is_none() && matches!(name, "items" | "item")).then(|| list.clone())
    };
    document.map().and_then(lists).unwrap_or(document)
}

/// Whether a document has the members of a shape, and no others.
fn fits(document: &Document, shape: &Shape) -> bool {
    let item = if let Kind::List(item) = shape.kind { Some(item.shape()) } else { None };
    let is_one = |document: &Document, shape: &Shape| {
        let known = |name: &str| shape.members().iter().any(|member| member.name == name);
        document.map().is_some_and(|map| !map.is_empty() && map.iter().all(|(name, _)| known(name)))
    };
    match (document, item) {
        (Document::List(items), Some(item)) => !items.is_empty() && items.iter().all(|document| is_one(document, item)),
        (Document::Map(_), None) => is_one(document, shape),
        _ => false,
    }
}

/// Whether an object is the one that a request names: what the path of the request and the object have under one name is
/// the same.
fn is_of(object: &Document, slot: &ContextSlot, operation: &Operation, members: &Map) -> bool {
    let Some(map) = object.map() else { return false };
    let identifier = format!("{}Id", slot.name);
    let labels = operation.input.shape().members().iter().filter(|member| member.binding == Binding::Label);
    labels.into_iter().all(|member| {
        let found = if member.name == identifier { map.get("id") } else { map.get(member.name) };
        let wanted = members.get(member.name).and_then(Document::text);
        match (wanted, found.and_then(Document::text)) {
            (Some(wanted), Some(found)) => wanted == found,
            _ => true,
        }
    })
}
