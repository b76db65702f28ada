//! The shapes of Smithy JSON AST files as they are written: names unresolved, traits raw.

use std::collections::BTreeMap;

use serde_json::Value;

use super::error::{Problems, Site};
use super::json::Node;

/// The shapes and `apply` statements of all files.
#[derive(Debug, Default)]
pub(super) struct Model {
    /// The shapes by identifier.
    pub(super) shapes: BTreeMap<String, AstShape>,
    /// The `apply` statements in the order of the files.
    pub(super) applies: Vec<Apply>,
}

/// Traits added to a shape or member that is defined elsewhere.
#[derive(Debug)]
pub(super) struct Apply {
    /// The identifier of the shape or member.
    pub(super) target: String,
    /// Where the statement stands.
    pub(super) site: Site,
    /// The traits.
    pub(super) traits: Traits,
}

/// Traits by identifier.
pub(super) type Traits = BTreeMap<String, Trait>;

/// The value of one trait and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Trait {
    /// The value as written.
    pub(super) value: Value,
    /// Its place.
    pub(super) site: Site,
}

impl Trait {
    /// The value with its place.
    pub(super) fn node(&self) -> Node<'_> {
        Node { value: &self.value, site: self.site.clone() }
    }
}

/// One shape.
#[derive(Debug)]
pub(super) struct AstShape {
    /// The identifier.
    pub(super) id: String,
    /// Where it stands.
    pub(super) site: Site,
    /// What it describes.
    pub(super) body: Body,
    /// Its traits.
    pub(super) traits: Traits,
}

/// What a shape describes.
#[derive(Debug)]
pub(super) enum Body {
    /// A value without parts.
    Simple(Simple),
    /// A string of listed values.
    Enum(Vec<AstMember>),
    /// A string that the refine overlay closes, with its values.
    Refined(Vec<String>),
    /// A list and its `member`.
    List(AstMember),
    /// A map with its `key` and `value`.
    Map(AstMember, AstMember),
    /// Named members.
    Structure(Vec<AstMember>),
    /// Named members of which a value has one.
    Union(Vec<AstMember>),
    /// An operation.
    Operation(AstOperation),
    /// A service.
    Service(AstService),
    /// A shape that could not be understood; it was reported, and references to it are not reported again.
    Broken,
}

/// Shapes without parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Simple {
    /// `boolean`.
    Boolean,
    /// `byte`, `short`, `integer` and `intEnum`.
    Integer,
    /// `long` and `bigInteger`.
    Long,
    /// `float`, `double` and `bigDecimal`.
    Double,
    /// `timestamp`.
    Timestamp,
    /// `blob`.
    Blob,
    /// `string`.
    String,
    /// `document`.
    Document,
}

/// A reference to a shape.
#[derive(Debug, Clone)]
pub(super) struct AstReference {
    /// The identifier.
    pub(super) target: String,
    /// Where the reference stands.
    pub(super) site: Site,
}

/// A member of a structure, enumeration, list or map.
#[derive(Debug)]
pub(super) struct AstMember {
    /// The identifier, `namespace#Shape$name`.
    pub(super) id: String,
    /// The name.
    pub(super) name: String,
    /// Where it stands.
    pub(super) site: Site,
    /// The shape of the value.
    pub(super) reference: AstReference,
    /// Its traits.
    pub(super) traits: Traits,
}

/// The parts of an operation.
#[derive(Debug)]
pub(super) struct AstOperation {
    /// The input structure, if one is named.
    pub(super) input: Option<AstReference>,
    /// The output structure, if one is named.
    pub(super) output: Option<AstReference>,
    /// The error structures.
    pub(super) errors: Vec<AstReference>,
}

/// The parts of a service.
#[derive(Debug)]
pub(super) struct AstService {
    /// The version of the API.
    pub(super) version: String,
    /// The operations.
    pub(super) operations: Vec<AstReference>,
    /// The errors that every operation may answer with.
    pub(super) errors: Vec<AstReference>,
}

/// The identifier of the shape that stands for "no input" and "no output".
pub(super) const UNIT: &str = "smithy.api#Unit";

/// The simple shapes that Smithy defines itself.
pub(super) fn prelude(id: &str) -> Option<Simple> {
    let name = id.strip_prefix("smithy.api#")?;
    Some(match name {
        "Boolean" | "PrimitiveBoolean" => Simple::Boolean,
        "Byte" | "PrimitiveByte" | "Short" | "PrimitiveShort" | "Integer" | "PrimitiveInteger" => Simple::Integer,
        "Long" | "PrimitiveLong" | "BigInteger" => Simple::Long,
        "Float" | "PrimitiveFloat" | "Double" | "PrimitiveDouble" | "BigDecimal" => Simple::Double,
        "Timestamp" => Simple::Timestamp,
        "Blob" => Simple::Blob,
        "String" => Simple::String,
        "Document" => Simple::Document,
        _ => return None,
    })
}

/// Reads the shapes of one file into the model.
pub(super) fn read_file(file: &Node<'_>, model: &mut Model, problems: &mut Problems) {
    if file.object(None, problems).is_none() {
        return;
    }
    if let Some(version) = file.required_text("smithy", None, problems)
        && !matches!(version.split('.').next(), Some("1" | "2"))
    {
        let reason = format!("the file is written in Smithy `{version}`; versions 1 and 2 can be read");
        problems.file(&file.site.child("smithy"), reason);
    }
    for (key, node) in file.entries(None, problems) {
        if !matches!(key, "smithy" | "metadata" | "shapes") {
            problems.file(&node.site, format!("the file has the unknown key `{key}`"));
        }
    }
    let Some(shapes) = file.get("shapes") else { return };
    for (id, node) in shapes.entries(None, problems) {
        read_shape(id, &node, model, problems);
    }
}

fn read_shape(id: &str, node: &Node<'_>, model: &mut Model, problems: &mut Problems) {
    let Some(kind) = node.required_text("type", Some(id), problems) else {
        model.shapes.entry(id.to_owned()).or_insert_with(|| broken(id, &node.site));
        return;
    };
    let traits = read_traits(id, node, problems);
    if kind == "apply" {
        check_keys(id, node, &[], problems);
        model.applies.push(Apply { target: id.to_owned(), site: node.site.clone(), traits });
        return;
    }
    if !is_shape_id(id) {
        problems.shape(&node.site, id, "has an identifier that is not of the form `namespace#Name`");
    }
    let body = read_body(id, kind, node, problems);
    if model.shapes.contains_key(id) {
        problems.shape(&node.site, id, "is defined twice; add traits to a shape with `apply`");
        return;
    }
    model.shapes.insert(id.to_owned(), AstShape { id: id.to_owned(), site: node.site.clone(), body, traits });
}

fn broken(id: &str, site: &Site) -> AstShape {
    AstShape { id: id.to_owned(), site: site.clone(), body: Body::Broken, traits: Traits::new() }
}

/// Whether an identifier names a shape. Names may hold more than Smithy's grammar allows, since only the generator
/// cares how they look.
fn is_shape_id(id: &str) -> bool {
    let fits = |part: &str| !part.is_empty() && !part.chars().any(|c| matches!(c, '#' | '$') || c.is_whitespace());
    id.split_once('#').is_some_and(|(namespace, name)| fits(namespace) && fits(name))
}

fn read_body(id: &str, kind: &str, node: &Node<'_>, problems: &mut Problems) -> Body {
    let simple = |simple| (Body::Simple(simple), &[] as &[&str]);

    let (body, keys) = match kind {
        "boolean" => simple(Simple::Boolean),
        "byte" | "short" | "integer" => simple(Simple::Integer),
        "long" | "bigInteger" => simple(Simple::Long),
        "float" | "double" | "bigDecimal" => simple(Simple::Double),
        // The values are numbers on the wire, and services learn new ones.
        "intEnum" => (Body::Simple(Simple::Integer), &["members"] as &[&str]),
        "document" => simple(Simple::Document),
        "timestamp" => simple(Simple::Timestamp),
        "blob" => simple(Simple::Blob),
        "string" => simple(Simple::String),
        "enum" => (Body::Enum(read_members(id, node, problems)), &["members"] as &[&str]),
        "structure" => (Body::Structure(read_members(id, node, problems)), &["members"] as &[&str]),
        "union" => (Body::Union(read_members(id, node, problems)), &["members"] as &[&str]),
        "list" | "set" => (read_list(id, node, problems), &["member"] as &[&str]),
        "map" => (read_map(id, node, problems), &["key", "value"] as &[&str]),
        "operation" => (read_operation(id, node, problems), &["input", "output", "errors"] as &[&str]),
        "service" => (read_service(id, node, problems), &["version", "operations", "errors"] as &[&str]),
        _ => {
            problems.shape(&node.site.child("type"), id, format!("is of the unsupported type `{kind}`"));
            return Body::Broken;
        }
    };
    check_keys(id, node, keys, problems);
    body
}

/// Reports every key of a shape that has no meaning here, such as `mixins`, `resources` and `rename`.
fn check_keys(id: &str, node: &Node<'_>, known: &[&str], problems: &mut Problems) {
    for (key, value) in node.entries(Some(id), problems) {
        let empty = value.value.as_array().is_some_and(Vec::is_empty);
        if !matches!(key, "type" | "traits") && !known.contains(&key) && !empty {
            problems.shape(&value.site, id, format!("uses `{key}`, which is not supported"));
        }
    }
}

fn read_traits(id: &str, node: &Node<'_>, problems: &mut Problems) -> Traits {
    let Some(traits) = node.get("traits") else { return Traits::new() };
    let entries = traits.entries(Some(id), problems).into_iter();
    entries.map(|(name, node)| (name.to_owned(), Trait { value: node.value.clone(), site: node.site })).collect()
}

fn read_reference(id: &str, node: &Node<'_>, problems: &mut Problems) -> Option<AstReference> {
    let target = node.required_text("target", Some(id), problems)?;
    Some(AstReference { target: target.to_owned(), site: node.site.child("target") })
}

fn read_references(id: &str, node: Option<Node<'_>>, problems: &mut Problems) -> Vec<AstReference> {
    let items = node.map(|node| node.items(Some(id), problems)).unwrap_or_default();
    items.iter().filter_map(|item| read_reference(id, item, problems)).collect()
}

fn read_member(shape: &str, name: &str, node: &Node<'_>, problems: &mut Problems) -> Option<AstMember> {
    let id = format!("{shape}${name}");
    if name.is_empty() || name.contains(['$', '#']) || name.chars().any(char::is_whitespace) {
        problems.shape(&node.site, shape, format!("has a member with the impossible name `{name}`"));
    }
    let reference = read_reference(&id, node, problems)?;
    for (key, value) in node.entries(Some(&id), problems) {
        if !matches!(key, "target" | "traits") {
            problems.shape(&value.site, &id, format!("uses `{key}`, which is not supported"));
        }
    }
    let traits = read_traits(&id, node, problems);
    Some(AstMember { id, name: name.to_owned(), site: node.site.clone(), reference, traits })
}

fn read_members(id: &str, node: &Node<'_>, problems: &mut Problems) -> Vec<AstMember> {
    let Some(members) = node.get("members") else { return Vec::new() };
    let entries = members.entries(Some(id), problems);
    entries.iter().filter_map(|(name, node)| read_member(id, name, node, problems)).collect()
}

fn read_list(id: &str, node: &Node<'_>, problems: &mut Problems) -> Body {
    match read_part(id, "member", node, problems) {
        Some(member) => Body::List(member),
        None => Body::Broken,
    }
}

fn read_map(id: &str, node: &Node<'_>, problems: &mut Problems) -> Body {
    let key = read_part(id, "key", node, problems);
    let value = read_part(id, "value", node, problems);
    match (key, value) {
        (Some(key), Some(value)) => Body::Map(key, value),
        _ => Body::Broken,
    }
}

fn read_part(id: &str, name: &str, node: &Node<'_>, problems: &mut Problems) -> Option<AstMember> {
    let Some(part) = node.get(name) else {
        problems.shape(&node.site, id, format!("lacks `{name}`"));
        return None;
    };
    read_member(id, name, &part, problems)
}

fn read_operation(id: &str, node: &Node<'_>, problems: &mut Problems) -> Body {
    let mut part = |key| node.get(key).and_then(|part| read_reference(id, &part, problems));
    let (input, output) = (part("input"), part("output"));
    Body::Operation(AstOperation { input, output, errors: read_references(id, node.get("errors"), problems) })
}

fn read_service(id: &str, node: &Node<'_>, problems: &mut Problems) -> Body {
    let version = node.get("version").and_then(|version| version.text(Some(id), problems)).unwrap_or_default();
    Body::Service(AstService {
        version: version.to_owned(),
        operations: read_references(id, node.get("operations"), problems),
        errors: read_references(id, node.get("errors"), problems),
    })
}
