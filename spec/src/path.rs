//! Where in a request something is: a chain on the stack while walking, an owned path in a violation.

/// One step of a path to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// A member, by its name in the model.
    Member(&'static str),
    /// An item of a list.
    Index(usize),
    /// The entry of a map.
    Key(String),
    /// An entry of a map whose key cannot be seen.
    HiddenKey,
}

/// The path to a value, from the request or from an object around it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ValuePath {
    /// The context object that the path starts from, if it does not start from the request.
    pub context: Option<&'static str>,
    /// The steps.
    pub segments: Vec<Segment>,
}

/// A place while walking. Each is on the stack of the one who visits it.
#[derive(Clone, Copy)]
pub(crate) struct PathNode<'p> {
    parent: Option<&'p PathNode<'p>>,
    step: Stepped<'p>,
}

#[derive(Clone, Copy)]
enum Stepped<'p> {
    Root,
    Context(&'static str),
    Member(&'static str),
    Index(usize),
    Key(Option<&'p str>),
    /// The text that names an entry, not the entry.
    KeyItself(Option<&'p str>),
    /// A part of the parent's text, by its offset and length.
    Part(usize, usize),
}

impl<'p> PathNode<'p> {
    /// The request itself.
    pub(crate) const ROOT: PathNode<'static> = PathNode { parent: None, step: Stepped::Root };

    /// A context object.
    pub(crate) const fn context(name: &'static str) -> Self {
        Self { parent: None, step: Stepped::Context(name) }
    }

    pub(crate) const fn member(&'p self, name: &'static str) -> Self {
        Self { parent: Some(self), step: Stepped::Member(name) }
    }

    pub(crate) const fn index(&'p self, index: usize) -> Self {
        Self { parent: Some(self), step: Stepped::Index(index) }
    }

    pub(crate) const fn key(&'p self, key: Option<&'p str>) -> Self {
        Self { parent: Some(self), step: Stepped::Key(key) }
    }

    pub(crate) const fn key_itself(&'p self, key: Option<&'p str>) -> Self {
        Self { parent: Some(self), step: Stepped::KeyItself(key) }
    }

    pub(crate) const fn part(&'p self, offset: usize, length: usize) -> Self {
        Self { parent: Some(self), step: Stepped::Part(offset, length) }
    }

    /// Whether the place is a key of a map rather than a value.
    pub(crate) fn is_key(&self) -> bool {
        match self.step {
            Stepped::KeyItself(_) => true,
            Stepped::Part(..) => self.parent.is_some_and(PathNode::is_key),
            _ => false,
        }
    }

    /// The part of the text that the place is, if it is not all of it.
    pub(crate) fn span(&self) -> Option<(usize, usize)> {
        if let Stepped::Part(offset, length) = self.step { Some((offset, length)) } else { None }
    }

    /// The path to the place.
    pub(crate) fn path(&self) -> ValuePath {
        let mut path = self.parent.map(PathNode::path).unwrap_or_default();
        match self.step {
            Stepped::Root | Stepped::Part(..) => {}
            Stepped::Context(name) => path.context = Some(name),
            Stepped::Member(name) => path.segments.push(Segment::Member(name)),
            Stepped::Index(index) => path.segments.push(Segment::Index(index)),
            Stepped::Key(key) | Stepped::KeyItself(key) => {
                path.segments.push(key.map_or(Segment::HiddenKey, |key| Segment::Key(key.to_owned())));
            }
        }
        path
    }
}
