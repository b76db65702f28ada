//! A module: the configuration files of one folder.

use std::collections::HashMap;

use hcl_edit::Span as _;
use hcl_edit::expr::Expression;
use hcl_edit::parser::parse_body;
use hcl_edit::structure::{Block, Body, Structure};

use super::expression::{Evaluation, scalar};
use super::table;
use crate::definition::{ApiDefinition, Shapes};
use crate::read::{NodeContent, ReadError, ScalarForm, SourceNode, SourceSpan};
use crate::stack::{Stack, StackResource};

/// What makes the number of a resource's instances.
const REPEATED: [&str; 2] = ["count", "for_each"];
/// Blocks by which others learn what is in a module.
const GIVES_AWAY: [&str; 3] = ["locals", "module", "output"];
/// What the resources of the provider of AWS begin with. Those of others can run scripts that add to an API.
const PROVIDER: &str = "aws_";

/// Whether a file is a configuration with resources of an API.
pub(crate) fn is_configuration(text: &str) -> bool {
    let is_resource = |line: &str| {
        let kind = line.trim_start().strip_prefix("resource").map(str::trim_start);
        let kind = kind.and_then(|kind| kind.split('"').nth(1));
        kind.is_some_and(|kind| table().is_known(kind) || table().is_left_alone(kind))
    };
    text.lines().any(is_resource)
}

/// Whether a file begins as a configuration does, so that its author means it to be read as one.
pub(crate) fn looks_like_configuration(text: &str) -> bool {
    let is_blank = |line: &&str| line.is_empty() || line.starts_with(['#', '/', '*']);
    let first = text.lines().map(str::trim).find(|line| !is_blank(line)).unwrap_or_default();
    first.ends_with('{') && first.starts_with(|c: char| c.is_ascii_lowercase()) && !first.contains(['(', '=', ':'])
}

/// The files of a module.
pub(crate) struct TerraformModule {
    files: Vec<ModuleFile>,
    /// What cannot be read.
    unread: Vec<String>,
    /// Whether files are missing.
    is_partial: bool,
}

/// A file, and where it begins in the text of all files.
struct ModuleFile {
    body: Body,
    text: String,
    start: usize,
}

impl TerraformModule {
    /// Reads a file, and those beside it. Without these, other files may add anything.
    ///
    /// # Errors
    ///
    /// A file that is no configuration. Those beside it are passed over then.
    pub(crate) fn read(text: &str, beside: Option<&[String]>) -> Result<Self, ReadError> {
        let main = parse_body(text).map_err(|error| {
            let at = error.location().offset();
            let message = error.message().replace('\n', ", ");
            ReadError::new(SourceSpan { start: at, end: at }, format!("invalid HCL: {message}"))
        })?;
        let mut module = Self { files: Vec::new(), unread: Vec::new(), is_partial: beside.is_none() };
        module.files.push(ModuleFile { body: main, text: text.to_owned(), start: 0 });

        let mut start = text.len() + 1;
        for text in beside.unwrap_or_default() {
            match parse_body(text) {
                Ok(body) => module.files.push(ModuleFile { body, text: text.clone(), start }),
                Err(_) => module.unread.push(text.clone()),
            }
            start += text.len() + 1;
        }
        Ok(module)
    }

    /// What its resources define.
    pub(crate) fn definitions(&self, shapes: &'static Shapes) -> Vec<ApiDefinition> {
        let resources = self.resources();
        Stack::new(&resources, table(), &self.shared(&resources)).definitions(shapes)
    }

    /// The resources that concern an API.
    fn resources(&self) -> Vec<StackResource<'static>> {
        let locals = self.locals();
        let mut found = Vec::new();
        for file in &self.files {
            let evaluation = Evaluation { locals: &locals, text: &file.text, start: file.start };
            found.extend(
                file.body.iter().filter_map(Structure::as_block).filter_map(|block| resource(block, &evaluation)),
            );
        }
        found
    }

    /// Whether the file that is read, and not one beside it, has a resource of a kind.
    pub(crate) fn has(&self, is_it: impl Fn(&str) -> bool) -> bool {
        let blocks = self.files.iter().take(1).flat_map(|file| file.body.iter()).filter_map(Structure::as_block);
        let kinds = blocks.filter(|block| block.has_ident("resource")).filter_map(|block| block.labels.first());
        kinds.map(hcl_edit::structure::BlockLabel::as_str).any(is_it)
    }

    fn locals(&self) -> HashMap<&str, (&Expression, &str, usize)> {
        let mut found = HashMap::new();
        for file in &self.files {
            let blocks = file.body.iter().filter_map(Structure::as_block).filter(|block| block.has_ident("locals"));
            for attribute in blocks.flat_map(|block| block.body.iter()).filter_map(Structure::as_attribute) {
                found.insert(attribute.key.as_str(), (&attribute.value, file.text.as_str(), file.start));
            }
        }
        found
    }

    /// The resources that other configurations learn of, and so can add to.
    fn shared(&self, resources: &[StackResource<'_>]) -> Vec<String> {
        let mut texts: Vec<&str> = self.unread.iter().map(String::as_str).collect();
        for file in &self.files {
            for block in file.body.iter().filter_map(Structure::as_block) {
                let gives_away = GIVES_AWAY.iter().any(|ident| block.has_ident(ident)) || is_script(block);
                texts.extend(block.span().filter(|_| gives_away).and_then(|span| file.text.get(span)));
            }
        }
        let is_shared = |resource: &&StackResource<'_>| {
            self.is_partial || texts.iter().any(|text| gives_away(text, &resource.name))
        };
        resources.iter().filter(is_shared).map(|resource| resource.name.clone()).collect()
    }
}

/// Whether a string refers to a resource so that others can add to it.
fn gives_away(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let rest = text.get(at + name.len()..).unwrap_or_default();
        let attribute =
            rest.strip_prefix('.').map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next());
        match attribute {
            Some(attribute) => table().is_link(attribute.unwrap_or_default()),
            None => !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '-')),
        }
    })
}

fn is_script(block: &Block) -> bool {
    let kind = block.labels.first().map(hcl_edit::structure::BlockLabel::as_str);
    block.has_ident("resource") && kind.is_some_and(|kind| !kind.starts_with(PROVIDER))
}

fn resource(block: &Block, evaluation: &Evaluation<'_>) -> Option<StackResource<'static>> {
    let [kind, name] = block.labels.as_slice() else { return None };
    let kind = kind.as_str();
    if !block.has_ident("resource") || !table().is_known(kind) {
        return None;
    }
    let label = format!("{kind}.{}", name.as_str());
    Some(StackResource {
        kind: kind.to_owned(),
        name: label.clone(),
        label,
        span: evaluation.span(name.span()),
        is_conditional: REPEATED.iter().any(|word| block.body.has_attribute(word)),
        is_imported: false,
        properties: properties(&block.body, kind, evaluation),
    })
}

/// The arguments and blocks of a block. Blocks of one name become a list.
fn properties(body: &Body, kind: &str, evaluation: &Evaluation<'_>) -> SourceNode<'static> {
    let mut entries: Vec<(SourceNode<'static>, SourceNode<'static>)> = Vec::new();
    for structure in body {
        match structure {
            Structure::Attribute(attribute) => {
                let key = attribute.key.as_str();
                let is_document = table().body(kind) == Some(key);
                let value = if is_document { evaluation.document(&attribute.value) } else { None };
                let value = value.unwrap_or_else(|| evaluation.node(&attribute.value, 0));
                entries.push((scalar(key, ScalarForm::Plain, evaluation.span(attribute.key.span())), value));
            }
            Structure::Block(block) => {
                let span = evaluation.span(block.ident.span());
                let (name, node) = match block.labels.as_slice() {
                    // Blocks that are made of a collection.
                    [label] if block.has_ident("dynamic") => {
                        (label.as_str(), SourceNode::new(span, NodeContent::Opaque))
                    }
                    _ => (block.ident.as_str(), properties(&block.body, "", evaluation).at_span(span)),
                };
                match entries.iter_mut().find(|(key, _)| key.text() == Some(name)) {
                    Some((_, SourceNode { content: NodeContent::List(items), .. })) => items.push(node),
                    _ => {
                        let list = SourceNode::new(span, NodeContent::List(vec![node]));
                        entries.push((scalar(name, ScalarForm::Plain, span), list));
                    }
                }
            }
        }
    }

    SourceNode::new(evaluation.span(body.span()), NodeContent::Map(entries))
}
