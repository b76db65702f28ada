//! Shapes: what a value of the service looks like, as tables that live in statics.
//!
//! Every reference is `'static`: a table is either emitted by `model!` into a program, or lowered from a file and kept
//! for the life of the process (a compiler run or one command reads a handful of files).

use std::sync::OnceLock;

use crate::binding::Binding;
use crate::rule::RuleSet;
use crate::secrecy::Secrecy;

/// A shape of the service, as in Smithy: its identifier and what kind of value it describes.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// The absolute shape ID, `namespace#Name`.
    pub id: &'static str,
    /// What kind of value the shape describes.
    pub kind: Kind,
}

/// The kinds of shape that a restJson1 service uses.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Kind {
    /// `true` or `false`.
    Boolean,
    /// A whole number of 32 bits (Smithy `byte`, `short` and `integer`).
    Integer,
    /// A whole number of 64 bits.
    Long,
    /// A binary floating point number of 64 bits (Smithy `float` and `double`).
    Double,
    /// A moment; the format is the one it has in a JSON body.
    Timestamp(TimestampFormat),
    /// Bytes: base64 inside JSON, raw as a payload.
    Blob,
    /// Text, with what is known about its content.
    String(Text),
    /// A list of values of one shape.
    List(Target),
    /// A map from text to values of one shape.
    Map {
        /// The shape of the keys, always a string shape.
        key: Target,
        /// The shape of the values.
        value: Target,
    },
    /// Named members.
    Structure(Structure),
    /// Named members, of which a value has exactly one.
    Union(Structure),
    /// Any JSON value (Smithy `document`).
    Document,
}

/// How a timestamp travels (Smithy `timestampFormat`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimestampFormat {
    /// Seconds since 1970 as a number, fractions allowed.
    EpochSeconds,
    /// RFC 3339 text.
    DateTime,
    /// The date format of HTTP headers.
    HttpDate,
}

/// What is known about the content of a string shape.
#[derive(Debug, Clone, Copy)]
pub struct Text {
    /// The values that the string may have, if they are listed.
    pub values: Values,
    /// The pattern of the published model, as written there.
    pub pattern: Option<&'static str>,
    /// The date of the model that lists the values, as in `2026-11-22`, if its files state one: the service may have
    /// learnt more values since.
    pub dated: Option<&'static str>,
}

impl Text {
    /// Text about which nothing more is known.
    pub const ANY: Self = Self { values: Values::Open, pattern: None, dated: None };
}

/// The listed values of a string shape and who lists them.
#[derive(Debug, Clone, Copy)]
pub enum Values {
    /// No list: any string.
    Open,
    /// An enumeration of the published model.
    Modeled(&'static [&'static str]),
    /// A plain string in the model whose values the documentation lists; the overlay refines it into an enumeration.
    /// Skeletons treat it as the plain string that it is on the wire.
    Documented(&'static [&'static str]),
}

impl Values {
    /// The listed values, or `None` if any string goes.
    pub const fn listed(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Open => None,
            Self::Modeled(values) | Self::Documented(values) => Some(values),
        }
    }
}

/// The members of a structure and the rules that hang on it.
#[derive(Debug, Clone, Copy)]
pub struct Structure {
    /// The members in the order of the model.
    pub members: &'static [Member],
    /// The rules that check a value of this shape; empty for most.
    pub rules: &'static RuleSet,
    /// The HTTP status, if the structure is an error of the service.
    pub error: Option<u16>,
}

impl Structure {
    /// A structure without members, as the input or output of an operation that has none.
    pub const EMPTY: Self = Self { members: &[], rules: &RuleSet::EMPTY, error: None };

    /// The member with this name and its position.
    pub fn member(&self, name: &str) -> Option<(usize, &'static Member)> {
        self.members.iter().enumerate().find(|(_, member)| member.name == name)
    }
}

/// One member of a structure.
#[derive(Debug, Clone, Copy)]
pub struct Member {
    /// The name in the model (`integrationHttpMethod`): skeletons, input files and rules use it.
    pub name: &'static str,
    /// The name in a JSON body (`httpMethod`), which is `name` for most members.
    pub wire_name: &'static str,
    /// The shape of the value.
    pub target: Target,
    /// Whether the model requires the member.
    pub required: bool,
    /// How the member travels in HTTP.
    pub binding: Binding,
    /// How much of the value may appear in logs, findings and `Debug` output.
    pub secrecy: Secrecy,
}

/// A reference to a shape: direct in emitted tables, filled in later where shapes of a file refer to each other.
#[derive(Clone, Copy)]
pub struct Target {
    reference: ShapeReference,
    nullable: bool,
}

#[derive(Clone, Copy)]
enum ShapeReference {
    Direct(&'static Shape),
    Late(&'static OnceLock<Shape>),
}

/// What a late reference shows before its shape is lowered; never visible once lowering is done.
static UNRESOLVED: Shape = Shape { id: "smithy.api#Unit", kind: Kind::Structure(Structure::EMPTY) };

impl Target {
    /// Refers to a shape.
    pub const fn to(shape: &'static Shape) -> Self {
        Self { reference: ShapeReference::Direct(shape), nullable: false }
    }

    /// Refers to a shape that is still being lowered, which is how recursive shapes are tied together.
    pub const fn late(slot: &'static OnceLock<Shape>) -> Self {
        Self { reference: ShapeReference::Late(slot), nullable: false }
    }

    /// The same, for the items of a list or map that can be `null` (Smithy `sparse`).
    #[must_use]
    pub const fn or_null(self) -> Self {
        Self { nullable: true, ..self }
    }

    /// Whether a value can be `null`, which is a value of its own only in lists and maps.
    pub const fn is_nullable(self) -> bool {
        self.nullable
    }

    /// The shape referred to.
    pub fn shape(self) -> &'static Shape {
        match self.reference {
            ShapeReference::Direct(shape) => shape,
            ShapeReference::Late(slot) => slot.get().unwrap_or(&UNRESOLVED),
        }
    }
}

impl std::fmt::Debug for Target {
    /// Prints the identifier only, since shapes may refer to themselves.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Target").field(&self.shape().id).finish()
    }
}

impl Shape {
    /// The name without the namespace.
    pub fn name(&self) -> &'static str {
        self.id.rsplit_once('#').map_or(self.id, |(_, name)| name)
    }

    /// The members, empty unless the shape is a structure or a union.
    pub fn members(&self) -> &'static [Member] {
        self.structure().members
    }

    /// If the body of this input or output is a stream of events: the position of the member that holds them, and the
    /// union that each is.
    pub fn events(&self) -> Option<(usize, &'static Shape)> {
        let (index, member) =
            self.members().iter().enumerate().find(|(_, member)| member.binding == Binding::Events)?;
        match member.target.shape().kind {
            Kind::List(event) => Some((index, event.shape())),
            _ => None,
        }
    }

    /// The structure or union, [`Structure::EMPTY`] for every other kind.
    pub fn structure(&self) -> Structure {
        match self.kind {
            Kind::Structure(structure) | Kind::Union(structure) => structure,
            _ => Structure::EMPTY,
        }
    }
}
