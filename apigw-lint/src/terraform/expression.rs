//! Expressions of the configuration, evaluated as far as their values are known.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use apigw_spec::value::TextPart;
use hcl_edit::Span as _;
use hcl_edit::expr::{Expression, FuncCall, Object, ObjectKey, Traversal, TraversalOperator};
use hcl_edit::template::{Element, Template};

use super::table;
use crate::read::{NodeContent, NodeReference, ScalarForm, SourceNode, SourceSpan};

/// How many locals are followed one after the other.
const MAX_LOCALS: usize = 16;
/// What differs between the instances of a resource.
const INSTANCE: [&str; 4] = ["each", "count", "self", "path"];
/// Functions that write a document.
const DOCUMENTS: [&str; 2] = ["jsonencode", "yamlencode"];

/// What expressions of a file can refer to.
pub(super) struct Evaluation<'e> {
    /// The local values, each with the text of its file and where that begins.
    pub(super) locals: &'e HashMap<&'e str, (&'e Expression, &'e str, usize)>,
    pub(super) text: &'e str,
    /// Where the file begins in the text of all files.
    pub(super) start: usize,
}

/// A scalar.
pub(super) fn scalar(text: impl Into<String>, style: ScalarForm, span: SourceSpan) -> SourceNode<'static> {
    SourceNode::new(span, NodeContent::Scalar { text: Cow::Owned(text.into()), style })
}

impl Evaluation<'_> {
    /// A place in the text of all files.
    pub(super) fn span(&self, range: Option<Range<usize>>) -> SourceSpan {
        let range = range.unwrap_or_default();
        SourceSpan { start: self.start + range.start, end: self.start + range.end }
    }

    /// The document that an expression writes.
    pub(super) fn document(&self, expression: &Expression) -> Option<SourceNode<'static>> {
        let Expression::FuncCall(call) = expression else { return None };
        let is_document = DOCUMENTS.contains(&call.name.name.as_str());
        call.args.get(0).filter(|_| is_document).map(|argument| self.node(argument, 0))
    }

    /// What is known of the value of an expression, after a number of locals.
    pub(super) fn node(&self, expression: &Expression, followed: usize) -> SourceNode<'static> {
        let span = self.span(expression.span());
        let plain = |text: String| scalar(text, ScalarForm::Plain, span).content;
        let content = match expression {
            Expression::Null(_) => plain("null".to_owned()),
            Expression::Bool(value) => plain(value.value().to_string()),
            Expression::Number(value) => plain(value.value().to_string()),
            Expression::String(value) => scalar(value.value().as_str(), ScalarForm::Quoted, span).content,
            Expression::Array(array) => NodeContent::List(array.iter().map(|item| self.node(item, followed)).collect()),
            Expression::Object(object) => NodeContent::Map(self.entries(object, followed)),
            Expression::Parenthesis(inner) => return self.node(inner.inner(), followed).at_span(span),
            Expression::UnaryOp(_) => match expression.span().and_then(|range| self.text.get(range)) {
                Some(text) if text.parse::<i64>().is_ok() => plain(text.to_owned()),
                _ => NodeContent::Opaque,
            },

            Expression::StringTemplate(template) => self.template(template, ScalarForm::Quoted, span, followed),
            Expression::HeredocTemplate(heredoc) => {
                let span = heredoc.template.span().map_or(span, |range| self.span(Some(range)));
                let content = self.template(&heredoc.template, ScalarForm::Literal, span, followed);
                return SourceNode::new(span, content);
            }
            Expression::Traversal(traversal) => return self.traversal(traversal, span, followed),
            Expression::FuncCall(call) => self.call(call, followed),
            Expression::Variable(_) | Expression::Conditional(_) | Expression::BinaryOp(_) | Expression::ForExpr(_) => {
                NodeContent::Opaque
            }
        };
        SourceNode::new(span, content)
    }

    fn entries(&self, object: &Object, followed: usize) -> Vec<(SourceNode<'static>, SourceNode<'static>)> {
        let key = |key: &ObjectKey| match key {
            ObjectKey::Ident(name) => scalar(name.as_str(), ScalarForm::Quoted, self.span(name.span())),
            // A variable in the place of a key is its own name, as in objects of JavaScript.
            ObjectKey::Expression(Expression::Variable(name)) => {
                scalar(name.as_str(), ScalarForm::Quoted, self.span(name.span()))
            }
            ObjectKey::Expression(expression) => {
                let node = self.node(expression, followed);
                match &node.content {
                    NodeContent::Reference(reference) => {
                        SourceNode::new(node.span(), NodeContent::Partial(reference.parts.clone()))
                    }
                    _ => node,
                }
            }
        };
        object.iter().map(|(name, value)| (key(name), self.node(value.expr(), followed))).collect()
    }

    /// A string that expressions are put into.
    fn template(
        &self,
        template: &Template,
        style: ScalarForm,
        span: SourceSpan,
        followed: usize,
    ) -> NodeContent<'static> {
        let mut parts = Vec::new();
        for element in template {
            match element {
                Element::Literal(text) => push(&mut parts, text.as_str()),
                Element::Interpolation(interpolation) => {
                    let node = self.node(&interpolation.expr, followed);
                    if template.len() == 1 && style == ScalarForm::Quoted {
                        return node.content;
                    }
                    add(node, self.shown(interpolation.span()), &mut parts);
                }
                Element::Directive(directive) => parts.push(TextPart::Unknown { shown: self.shown(directive.span()) }),
            }
        }

        match parts.as_slice() {
            [] => scalar("", style, span).content,
            [TextPart::Known(text)] => scalar(text.as_str(), style, span).content,
            _ => NodeContent::Partial(parts),
        }
    }

    /// The source of an expression, as it stands in a string.
    fn shown(&self, range: Option<Range<usize>>) -> String {
        range.and_then(|range| self.text.get(range)).unwrap_or("${…}").to_owned()
    }

    /// What an attribute of something refers to.
    fn traversal(&self, traversal: &Traversal, span: SourceSpan, followed: usize) -> SourceNode<'static> {
        let unknown = SourceNode::new(span, NodeContent::Opaque);
        let Expression::Variable(root) = &traversal.expr else { return unknown };
        let mut names = vec![root.as_str()];
        for operator in &traversal.operators {
            match operator.value() {
                TraversalOperator::GetAttr(name) => names.push(name.as_str()),
                // Which of the instances is meant does not matter where all are written the same.
                _ if names.len() > 1 => {}
                _ => return unknown,
            }
        }

        match names.as_slice() {
            [root, ..] if INSTANCE.contains(root) => unknown,
            ["local", name, rest @ ..] => self.local(name, rest, span, followed).unwrap_or(unknown),
            ["data", kind, name, rest @ ..] => reference(&format!("data.{kind}"), name, rest, span),
            [kind, name, rest @ ..] => reference(kind, name, rest, span),
            _ => unknown,
        }
    }

    fn local(&self, name: &str, rest: &[&str], span: SourceSpan, followed: usize) -> Option<SourceNode<'static>> {
        let (expression, text, start) = self.locals.get(name).filter(|_| followed < MAX_LOCALS)?;
        let evaluation = Evaluation { locals: self.locals, text, start: *start };
        let value = evaluation.node(expression, followed + 1);
        let found = rest.iter().try_fold(&value, |node, name| node.get(name))?;
        // The value is at fault where it is used.
        Some(SourceNode::new(span, found.content.clone()))
    }

    /// The value of a function, of those that make addresses.
    fn call(&self, call: &FuncCall, followed: usize) -> NodeContent<'static> {
        let mut arguments = call.args.iter().map(|argument| self.node(argument, followed));
        let mut parts = Vec::new();
        match (call.name.name.as_str(), arguments.next()) {
            ("format", Some(SourceNode { content: NodeContent::Scalar { text, .. }, .. })) => {
                let mut pieces = text.split("%s");
                push(&mut parts, pieces.next().unwrap_or_default());
                for piece in pieces {
                    let Some(argument) = arguments.next() else { return NodeContent::Opaque };
                    add(argument, "${…}".to_owned(), &mut parts);
                    push(&mut parts, piece);
                }
                if text.replace("%s", "").contains('%') { NodeContent::Opaque } else { NodeContent::Partial(parts) }
            }
            _ => NodeContent::Opaque,
        }
    }
}

/// An attribute of a resource, or a variable.
fn reference(kind: &str, name: &str, rest: &[&str], span: SourceSpan) -> SourceNode<'static> {
    let (target, attribute) = (format!("{kind}.{name}"), rest.join("."));
    let shown = format!("${{{}}}", [target.as_str(), attribute.as_str()].join(".").trim_end_matches('.'));
    let part = match table().sample(kind, &attribute) {
        Some(sample) => TextPart::Like { sample: sample.to_owned(), shown },
        None => TextPart::Unknown { shown },
    };
    let reference = NodeReference { target, attribute, parts: vec![part] };
    SourceNode::new(span, NodeContent::Reference(Box::new(reference)))
}

/// Adds a value to the parts of a string.
fn add(node: SourceNode<'static>, shown: String, parts: &mut Vec<TextPart>) {
    let found = match node.content {
        NodeContent::Scalar { text, style } if style != ScalarForm::Plain || text != "null" => {
            return push(parts, &text);
        }
        NodeContent::Partial(found) => found,
        NodeContent::Reference(reference) => reference.parts,
        _ => vec![TextPart::Unknown { shown }],
    };
    for part in found {
        match part {
            TextPart::Known(text) => push(parts, &text),
            part => parts.push(part),
        }
    }
}

/// Adds text to the last part, if that is known too.
fn push(parts: &mut Vec<TextPart>, text: &str) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(TextPart::Known(known)) => known.push_str(text),
        _ => parts.push(TextPart::Known(text.to_owned())),
    }
}
