//! What a place of a document is to the service.

use apigw_spec::rule::Rule;
use apigw_spec::shape::{Kind, Member, Shape};

use super::path::{DocumentPath, PathStep};
use super::scheme::Scheme;
use crate::cloudformation::table;
use crate::definition::Shapes;
use crate::openapi::is_openapi;
use crate::read::SourceNode;

/// The objects that have the members of an operation.
#[derive(Debug, Clone, Copy)]
pub(super) struct MemberPlace {
    scheme: Option<Scheme>,
    /// Whether keys have capital letters.
    is_template: bool,
    /// The structure that has the rules.
    pub(super) input: &'static Shape,
    /// The value at the place.
    pub(super) shape: &'static Shape,
    /// The structure and member that the place is the value of, or a part of it.
    pub(super) member: Option<(&'static Shape, &'static Member)>,
    /// How many steps below the value of the member the place is.
    pub(super) depth: usize,
    /// How many levels of names are to come before the members.
    levels: u64,
}

impl MemberPlace {
    /// The place at the end of a path: the value, or for a key the object that has it.
    pub(super) fn find(root: &SourceNode<'_>, path: &DocumentPath, shapes: &Shapes) -> Option<Self> {
        let is_template = !is_openapi(root) && root.get("Resources").is_some();
        let mut found: Option<Self> = None;
        for (index, step) in path.steps.iter().enumerate() {
            let entered = match step {
                PathStep::Key(key) => Scheme::of_key(key).and_then(|scheme| Self::enter(scheme, false, shapes)),
                PathStep::Item => None,
            };
            let entered = entered.or_else(|| {
                let is_properties = is_template && index == 2 && *step == PathStep::Key("Properties".to_owned());
                is_properties.then(|| Self::of_resource(root, path, shapes)).flatten()
            });
            found = match (entered, found) {
                (Some(entered), _) => Some(entered),
                (None, Some(place)) => Some(place.step(step, shapes)?),
                (None, None) => None,
            };
        }
        found
    }

    fn enter(scheme: Scheme, is_template: bool, shapes: &Shapes) -> Option<Self> {
        let input = shapes.input(scheme.operation())?;
        let levels = scheme.levels();
        Some(Self { scheme: Some(scheme), is_template, input, shape: input, member: None, depth: 0, levels })
    }

    fn of_resource(root: &SourceNode<'_>, path: &DocumentPath, shapes: &Shapes) -> Option<Self> {
        let [PathStep::Key(resources), PathStep::Key(name), ..] = path.steps.as_slice() else { return None };
        let kind = root.at(&[resources, name, "Type"])?.text()?;
        if let Some(scheme) = Scheme::of_resource(kind) {
            return Self::enter(scheme, true, shapes);
        }
        let input = shapes.input(table().operation(kind)?)?;
        Some(Self { scheme: None, is_template: true, input, shape: input, member: None, depth: 0, levels: 0 })
    }

    fn step(self, step: &PathStep, shapes: &Shapes) -> Option<Self> {
        if self.levels > 0 {
            return Some(Self { levels: self.levels - 1, ..self });
        }
        match (step, self.shape.kind) {
            (PathStep::Key(key), Kind::Structure(_)) => {
                let inside = self.scheme.filter(|_| self.member.is_none()).and_then(|scheme| scheme.inside(key));
                if let Some(inside) = inside {
                    return Self::enter(inside, self.is_template, shapes);
                }
                let member = self.member_of(key)?;
                let owner = self.shape;
                Some(Self { shape: member.target.shape(), member: Some((owner, member)), depth: 0, ..self })
            }
            (PathStep::Key(_), Kind::Map { value: item, .. }) | (PathStep::Item, Kind::List(item)) => {
                Some(Self { shape: item.shape(), depth: self.depth + 1, ..self })
            }
            _ => None,
        }
    }

    /// Whether names of the author's stand here.
    pub(super) fn is_named_by_author(&self) -> bool {
        self.levels > 0
    }

    /// The member that a key stands for.
    pub(super) fn member_of(&self, key: &str) -> Option<&'static Member> {
        let renamed = self.scheme.and_then(|scheme| scheme.renamed().find(|(from, _)| *from == key));
        let mut letters = key.chars();
        let first = letters.next().map(|c| c.to_ascii_lowercase());
        let lower: String = first.into_iter().chain(letters).collect();
        let name = match renamed {
            Some((_, member)) => member,
            None if self.is_template => lower.as_str(),
            None => key,
        };
        self.shape.structure().member(name).map(|(_, member)| member)
    }

    /// The key that stands for a member.
    pub(super) fn key_of(&self, member: &Member) -> String {
        let renamed = self.scheme.and_then(|scheme| scheme.renamed().find(|(_, to)| *to == member.name));
        match renamed {
            Some((key, _)) => key.to_owned(),
            None if self.is_template => {
                let mut letters = member.name.chars();
                letters.next().map(|c| c.to_ascii_uppercase()).into_iter().chain(letters).collect()
            }
            None => member.name.to_owned(),
        }
    }

    /// The keys of the object that lead to other operations.
    pub(super) fn keys_inside(&self) -> impl Iterator<Item = &'static str> {
        self.scheme.filter(|_| self.member.is_none()).into_iter().flat_map(Scheme::keys)
    }

    /// The rules about a member, those of the structure that has it and those of the whole input.
    pub(super) fn rules(&self, owner: &'static Shape, member: &'static str) -> impl Iterator<Item = &'static Rule> {
        let inner = (owner.id != self.input.id).then_some(owner);
        let shapes = std::iter::once(self.input).chain(inner);
        let rules = shapes.flat_map(|shape| shape.structure().rules.rules);
        rules.filter(move |rule| {
            apigw_spec::violation::subject(rule).is_some_and(|path| path.last_member() == Some(member))
        })
    }
}
