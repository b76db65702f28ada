//! The functions of templates, in their long forms (`Fn::Sub`) and short ones (`!Sub`), resolved as far as their result is
//! known.

use std::borrow::Cow;

use apigw_spec::value::TextPart;

use super::condition::Assumption;
use super::parameter::ChosenValue;
use super::table;
use crate::definition::filled_in_part;
use crate::read::{NodeContent, NodeReference, ScalarForm, SourceNode};

/// The pseudo parameter that removes what it is given to.
const NO_VALUE: &str = "AWS::NoValue";
/// What the names of pseudo parameters begin with.
const PSEUDO: &str = "AWS::";

/// A template's resources, to which functions refer.
#[derive(Clone, Copy)]
pub(super) struct Resolver<'r, 't> {
    pub(super) resources: &'r SourceNode<'t>,
    pub(super) mappings: Option<&'r SourceNode<'t>>,
    /// The condition that is taken to be true or false; of the others nothing is known.
    pub(super) assumed: Option<Assumption<'r>>,
    /// The value that is taken for a parameter; of the others nothing is known.
    pub(super) chosen: Option<ChosenValue<'r>>,
}

/// A function with its argument.
struct FunctionCall<'f, 't> {
    name: &'f str,
    argument: &'f SourceNode<'t>,
}

impl<'r, 't> Resolver<'r, 't> {
    /// A value with its functions resolved; nothing if it is removed.
    pub(super) fn resolve(self, node: &SourceNode<'t>) -> Option<SourceNode<'t>> {
        if let Some(tag) = &node.tag {
            let argument = SourceNode::new(node.span(), node.content.clone());
            return self.call(node, &FunctionCall { name: tag, argument: &argument });
        }
        if let [(key, argument)] = node.entries()
            && let Some(name) = key.text().and_then(|key| key.strip_prefix("Fn::").or((key == "Ref").then_some(key)))
        {
            return self.call(node, &FunctionCall { name, argument });
        }

        let content = match &node.content {
            NodeContent::List(items) => NodeContent::List(items.iter().filter_map(|item| self.resolve(item)).collect()),
            NodeContent::Map(entries) => {
                // What a macro adds to a map is not known: it can have any key.
                let key = |key: &SourceNode<'t>| match key.text() {
                    Some("Fn::Transform") => SourceNode::opaque(key.span()),
                    _ => key.clone(),
                };
                let resolved = entries.iter().filter_map(|(name, value)| Some((key(name), self.resolve(value)?)));
                NodeContent::Map(resolved.collect())
            }
            content => content.clone(),
        };
        Some(SourceNode::new(node.span(), content))
    }

    fn call(self, node: &SourceNode<'t>, function: &FunctionCall<'_, 't>) -> Option<SourceNode<'t>> {
        let argument = function.argument;
        let content = match function.name {
            "Ref" if argument.text() == Some(NO_VALUE) => return None,
            "If" => match self.branch(argument) {
                Some(branch) => return self.resolve(branch),
                None => NodeContent::Opaque,
            },
            "FindInMap" => self.find_in_map(argument).map_or(NodeContent::Opaque, |found| found.content.clone()),
            "Ref" => argument.text().map_or(NodeContent::Opaque, |name| self.reference(name, "")),
            "GetAtt" => match attribute_name(argument).as_deref().and_then(|name| name.split_once('.')) {
                Some((name, attribute)) => self.reference(name, attribute),
                None => NodeContent::Opaque,
            },
            "Sub" => self.substitute(argument).map_or(NodeContent::Opaque, NodeContent::Partial),
            "Join" => self.join(argument).map_or(NodeContent::Opaque, NodeContent::Partial),
            _ => NodeContent::Opaque,
        };
        Some(SourceNode::new(node.span(), content))
    }

    /// The value that a condition chooses, if it is known how it goes.
    fn branch<'n>(self, argument: &'n SourceNode<'t>) -> Option<&'n SourceNode<'t>> {
        let [condition, holds, otherwise] = argument.items() else { return None };
        let assumed = self.assumed.filter(|assumed| condition.text() == Some(assumed.name))?;
        Some(if assumed.holds { holds } else { otherwise })
    }

    /// The value of a mapping, if its keys are known.
    fn find_in_map(self, argument: &SourceNode<'t>) -> Option<&'r SourceNode<'t>> {
        let [map, first, second] = argument.items() else { return None };
        let key = |node: &SourceNode<'t>| node.text().filter(|_| node.tag.is_none()).map(str::to_owned);
        self.mappings?.get(&key(map)?)?.get(&key(first)?)?.get(&key(second)?)
    }

    /// A resource or parameter, or an attribute of one.
    fn reference(self, name: &str, attribute: &str) -> NodeContent<'t> {
        if name.starts_with(PSEUDO) {
            return NodeContent::Partial(vec![filled_in_part(&format!("${{{name}}}"))]);
        }
        if let Some(value) = self.chosen_value(name).filter(|_| attribute.is_empty()) {
            return NodeContent::Scalar { text: Cow::Owned(value.to_owned()), style: ScalarForm::Quoted };
        }
        let part = match attribute {
            "" => filled_in_part(&format!("${{{name}}}")),
            attribute => self.attribute(&format!("{name}.{attribute}")),
        };
        let (target, attribute) = (name.to_owned(), attribute.to_owned());
        NodeContent::Reference(Box::new(NodeReference { target, attribute, parts: vec![part] }))
    }

    /// The value that is taken for a parameter.
    fn chosen_value(self, name: &str) -> Option<&'r str> {
        self.chosen.filter(|chosen| chosen.parameter == name).map(|chosen| chosen.value)
    }

    /// What is known of an attribute of a resource.
    fn attribute(self, name: &str) -> TextPart {
        let shown = format!("${{{name}}}");
        let sample = || {
            let (resource, attribute) = name.split_once('.')?;
            let kind = self.resources.get(resource)?.get("Type")?.text()?;
            table().sample(kind, attribute).map(str::to_owned)
        };
        match sample() {
            Some(sample) => TextPart::Like { sample, shown },
            None => TextPart::Unknown { shown },
        }
    }

    fn substitute(self, argument: &SourceNode<'t>) -> Option<Vec<TextPart>> {
        let (text, variables) = match argument.items() {
            [text, variables] => (text.text()?, Some(variables)),
            _ => (argument.text()?, None),
        };

        let (mut parts, mut rest) = (Vec::new(), text);
        while let Some((before, after)) = rest.split_once("${") {
            push(&mut parts, before);
            let (name, after) = after.split_once('}')?;
            match name.trim() {
                literal if literal.starts_with('!') => {
                    push(&mut parts, &format!("${{{}}}", literal.trim_start_matches('!')));
                }
                // The service fills these in, whether or not the author has escaped them.
                variable if variable.starts_with("stageVariables.") => push(&mut parts, &format!("${{{variable}}}")),
                variable if variables.is_some_and(|variables| variables.get(variable).is_some()) => {
                    parts.push(TextPart::Unknown { shown: format!("${{{variable}}}") });
                }
                attribute if attribute.contains('.') => parts.push(self.attribute(attribute)),
                name if self.chosen_value(name).is_some() => {
                    push(&mut parts, self.chosen_value(name).unwrap_or_default());
                }
                name => parts.push(filled_in_part(&format!("${{{name}}}"))),
            }
            rest = after;
        }
        push(&mut parts, rest);
        Some(parts)
    }

    fn join(self, argument: &SourceNode<'t>) -> Option<Vec<TextPart>> {
        let [delimiter, list] = argument.items() else { return None };
        let NodeContent::List(items) = &list.content else { return None };
        let (delimiter, mut parts) = (delimiter.text()?, Vec::new());
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                push(&mut parts, delimiter);
            }
            let inner = match self.resolve(item)?.content {
                NodeContent::Scalar { text, .. } => vec![TextPart::Known(text.into_owned())],
                NodeContent::Partial(inner) => inner,
                NodeContent::Reference(reference) => reference.parts,
                _ => vec![TextPart::Unknown { shown: "${…}".to_owned() }],
            };
            for part in inner {
                match part {
                    TextPart::Known(text) => push(&mut parts, &text),
                    part => parts.push(part),
                }
            }
        }
        Some(parts)
    }
}

/// `Name.Attribute`, from the text or the list that an attribute is given by.
fn attribute_name(argument: &SourceNode<'_>) -> Option<String> {
    match argument.items() {
        [resource, attribute] => Some(format!("{}.{}", resource.text()?, attribute.text()?)),
        _ => argument.text().map(str::to_owned),
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
