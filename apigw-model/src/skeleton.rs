//! CLI skeletons: the made-up input or output of an operation, byte for byte as AWS CLI version 2 prints them.

use std::fmt::Write as _;

use apigw_spec::shape::Values;
use apigw_spec::{Kind, Member, Shape};

/// The input skeleton of a structure as JSON with an indent of four spaces and a newline at the end.
///
/// ```
/// use apigw_model::{Structured, TlsConfig};
/// let text = apigw_model::__private::skeleton::input(TlsConfig::SHAPE);
/// assert_eq!(text, "{\n    \"insecureSkipVerification\": true\n}\n");
/// ```
pub fn input(shape: &'static Shape) -> String {
    let mut text = String::new();
    let mut printer = SkeletonPrinter { out: &mut text, open: Vec::new(), flavour: Flavour::Input };
    printer.value(shape, 0, "");
    text.push('\n');
    text
}

/// The output skeleton of a structure, in the form of [`input`]: strings are the names of their members.
#[doc(hidden)]
pub fn output(shape: &'static Shape) -> String {
    let mut text = String::new();
    let mut printer = SkeletonPrinter { out: &mut text, open: Vec::new(), flavour: Flavour::Output };
    printer.value(shape, 0, "");
    text.push('\n');
    text
}

/// The input skeleton as YAML, each line with what is known of its member as a comment.
///
/// `documentation` gives the documentation of a member of a structure; its first sentence becomes part of the comment.
#[doc(hidden)]
pub fn yaml_input(shape: &'static Shape, documentation: &dyn Fn(&Shape, &Member) -> Option<&'static str>) -> String {
    let mut printer = Yaml { out: String::new(), open: Vec::new(), documentation };
    if shape.members().is_empty() {
        return "{}\n".to_owned();
    }
    printer.structure(shape, 0, false);
    printer.out
}

/// How deep a structure may contain itself before the skeleton stops.
const RECURSION: usize = 2;

#[derive(Clone, Copy, PartialEq)]
enum Flavour {
    Input,
    Output,
}

struct SkeletonPrinter<'o> {
    out: &'o mut String,
    open: Vec<&'static str>,
    flavour: Flavour,
}

impl SkeletonPrinter<'_> {
    fn value(&mut self, shape: &'static Shape, depth: usize, name: &str) {
        match shape.kind {
            Kind::Boolean => self.out.push_str("true"),
            Kind::Integer | Kind::Long => self.out.push('0'),
            Kind::Double => self.out.push_str("0.0"),
            Kind::Timestamp(_) => self.out.push_str("\"1970-01-01T00:00:00\""),
            Kind::String(text) => {
                let value = match (self.flavour, text.values) {
                    (Flavour::Input, Values::Modeled(values)) => values.first().copied().unwrap_or_default(),
                    (Flavour::Input, _) => "",
                    (Flavour::Output, _) => name,
                };
                let _ = write!(self.out, "\"{value}\"");
            }
            Kind::List(item) => {
                let item = item.shape();
                self.block(depth, '[', ']', |printer| printer.value(item, depth + 1, item.name()));
            }
            Kind::Map { value, .. } => self.block(depth, '{', '}', |printer| {
                printer.out.push_str("\"KeyName\": ");
                printer.value(value.shape(), depth + 1, "");
            }),
            Kind::Structure(structure) | Kind::Union(structure) => self.structure(shape.id, structure.members, depth),
            Kind::Document => self.out.push_str("{}"),
            // Bytes.
            _ => self.out.push_str("null"),
        }
    }

    fn block(&mut self, depth: usize, open: char, close: char, content: impl FnOnce(&mut Self)) {
        self.out.push(open);
        self.line(depth + 1);
        content(self);
        self.line(depth);
        self.out.push(close);
    }

    fn structure(&mut self, id: &'static str, members: &'static [Member], depth: usize) {
        let nested = self.open.iter().filter(|open| **open == id).count();
        if members.is_empty() || nested >= RECURSION {
            return self.out.push_str("{}");
        }
        self.open.push(id);
        self.out.push('{');
        for (index, member) in members.iter().enumerate() {
            if index > 0 {
                self.out.push(',');
            }
            self.line(depth + 1);
            let _ = write!(self.out, "\"{}\": ", member.name);
            self.value(member.target.shape(), depth + 1, member.name);
        }
        self.line(depth);
        self.out.push('}');
        self.open.pop();
    }

    fn line(&mut self, depth: usize) {
        let _ = write!(self.out, "\n{:1$}", "", depth * 4);
    }
}

struct Yaml<'d> {
    out: String,
    open: Vec<&'static str>,
    documentation: &'d dyn Fn(&Shape, &Member) -> Option<&'static str>,
}

impl Yaml<'_> {
    /// Prints the members of a structure; `started` if the first one follows the dash of a list item.
    fn structure(&mut self, shape: &'static Shape, depth: usize, started: bool) {
        self.open.push(shape.id);
        let mut commented = false;
        for (index, member) in shape.members().iter().enumerate() {
            if index > 0 || !started {
                self.indent(depth);
            }
            let _ = write!(self.out, "{}:", member.name);
            let comment = self.comment(shape, member);
            let comment = (!comment.is_empty()).then(|| {
                let gap = if std::mem::replace(&mut commented, true) { " " } else { "  " };
                format!("{gap}# {comment}")
            });
            self.value(member.target.shape(), depth, &comment.unwrap_or_default());
        }
        self.open.pop();
    }

    /// Prints what follows `key:` or `-`, with the comment at the end of the line.
    fn value(&mut self, shape: &'static Shape, depth: usize, comment: &str) {
        match shape.kind {
            Kind::List(item) => {
                let _ = writeln!(self.out, "{comment}");
                self.indent(depth);
                self.out.push('-');
                self.item(item.shape(), depth);
            }
            Kind::Map { value, .. } => {
                let _ = writeln!(self.out, "{comment}");
                self.indent(depth + 1);
                self.out.push_str("KeyName:");
                self.value(value.shape(), depth + 1, "");
            }
            Kind::Structure(structure) | Kind::Union(structure)
                if structure.members.is_empty() || self.is_closed(shape) =>
            {
                let _ = writeln!(self.out, " {{}}{comment}");
            }
            Kind::Structure(_) | Kind::Union(_) => {
                let _ = writeln!(self.out, "{comment}");
                self.structure(shape, depth + 1, false);
            }
            _ => {
                let _ = writeln!(self.out, " {}{comment}", scalar(shape));
            }
        }
    }

    fn item(&mut self, shape: &'static Shape, depth: usize) {
        if matches!(shape.kind, Kind::Structure(_) | Kind::Union(_))
            && !shape.members().is_empty()
            && !self.is_closed(shape)
        {
            self.out.push(' ');
            self.structure(shape, depth + 1, true);
        } else {
            self.value(shape, depth + 1, "");
        }
    }

    fn is_closed(&self, shape: &Shape) -> bool {
        self.open.iter().filter(|open| **open == shape.id).count() >= RECURSION
    }

    fn comment(&self, shape: &Shape, member: &Member) -> String {
        let mut parts = Vec::new();
        if member.required {
            parts.push("[REQUIRED]".to_owned());
        }
        if let Some(text) = (self.documentation)(shape, member) {
            parts.push(first_sentence(text));
        }
        if let Kind::String(text) = member.target.shape().kind
            && let Values::Modeled(values) = text.values
        {
            parts.push(format!("Valid values are: {}.", values.join(", ")));
        }
        parts.join(" ")
    }

    fn indent(&mut self, depth: usize) {
        let _ = write!(self.out, "{:1$}", "", depth * 2);
    }
}

fn first_sentence(text: &str) -> String {
    let end = text.find(". ").or_else(|| text.find(".\n")).map_or(text.len(), |at| at + 1);
    let sentence: Vec<&str> = text.get(..end).unwrap_or(text).split_whitespace().collect();
    sentence.join(" ")
}

fn scalar(shape: &Shape) -> String {
    match shape.kind {
        Kind::Boolean => "true".to_owned(),
        Kind::Integer | Kind::Long => "0".to_owned(),
        Kind::Double => "0.0".to_owned(),
        Kind::Blob => "!!binary ''".to_owned(),
        Kind::Document => "{}".to_owned(),
        Kind::Timestamp(_) => "1970-01-01 00:00:00".to_owned(),
        Kind::String(text) => match text.values {
            Values::Modeled([first, ..]) if !needs_quotes(first) => (*first).to_owned(),
            Values::Modeled([first, ..]) => format!("'{first}'"),
            _ => "''".to_owned(),
        },
        _ => String::new(),
    }
}

/// Whether plain YAML text would be read as something else than text.
fn needs_quotes(text: &str) -> bool {
    text.is_empty() || text.parse::<f64>().is_ok() || matches!(text, "true" | "false" | "null" | "~")
}
