//! The functions of templates, in their long forms (`Fn::Sub`) and short ones (`!Sub`), resolved as far as their result is
//! known.

use apigw_spec::value::TextPart;

use super::table;
use crate::definition::filled_in_part;
use crate::read::{NodeContent, SourceNode};

/// The pseudo parameter that removes what it is given to.
const NO_VALUE: &str = "AWS::NoValue";
/// An ARN like those of functions, which no file is likely to hold.
const FUNCTION_ARN: &str = "arn:aws:lambda:xx-region-0:000000000000:function:xx-function-0";

/// A template's resources, to which functions refer.
#[derive(Clone, Copy)]
pub(super) struct Resolver<'r, 't> {
    pub(super) resources: &'r SourceNode<'t>,
}

/// A function with its argument.
struct Function<'f, 't> {
    name: &'f str,
    argument: &'f SourceNode<'t>,
}

impl<'t> Resolver<'_, 't> {
    /// A value with its functions resolved; nothing if it is removed.
    pub(super) fn resolve(self, node: &SourceNode<'t>) -> Option<SourceNode<'t>> {
        if let Some(tag) = &node.tag {
            let argument = SourceNode { tag: None, ..node.clone() };
            return self.call(node, &Function { name: tag, argument: &argument });
        }
        if let [(key, argument)] = node.entries()
            && let Some(name) = key.text().and_then(|key| key.strip_prefix("Fn::").or((key == "Ref").then_some(key)))
        {
            return self.call(node, &Function { name, argument });
        }

        let content = match &node.content {
            NodeContent::List(items) => NodeContent::List(items.iter().filter_map(|item| self.resolve(item)).collect()),
            NodeContent::Map(entries) => {
                let resolved = entries.iter().filter_map(|(key, value)| Some((key.clone(), self.resolve(value)?)));
                NodeContent::Map(resolved.collect())
            }
            content => content.clone(),
        };
        Some(SourceNode { span: node.span, tag: None, content })
    }

    fn call(self, node: &SourceNode<'t>, function: &Function<'_, 't>) -> Option<SourceNode<'t>> {
        let content = match function.name {
            "Ref" if function.argument.text() == Some(NO_VALUE) => return None,
            "Ref" => function.argument.text().map(|name| vec![filled_in_part(&format!("${{{name}}}"))]),
            "GetAtt" => attribute_name(function.argument).map(|name| vec![self.attribute(&name)]),
            "Sub" => self.substitute(function.argument),
            "Join" => self.join(function.argument),
            _ => None,
        };
        let content = content.map_or(NodeContent::Opaque, NodeContent::Partial);
        Some(SourceNode { span: node.span, tag: None, content })
    }

    /// What is known of an attribute of a resource.
    fn attribute(self, name: &str) -> TextPart {
        let shown = format!("${{{name}}}");
        let is_function = || {
            let resource = name.strip_suffix(".Arn")?;
            let kind = self.resources.get(resource)?.get("Type")?.text()?;
            table::is_in("functions", kind).then_some(())
        };
        match is_function() {
            Some(()) => TextPart::Like { sample: FUNCTION_ARN.to_owned(), shown },
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
            match self.resolve(item)?.content {
                NodeContent::Scalar { text, .. } => push(&mut parts, &text),
                NodeContent::Partial(inner) => inner.into_iter().for_each(|part| match part {
                    TextPart::Known(text) => push(&mut parts, &text),
                    part => parts.push(part),
                }),
                _ => parts.push(TextPart::Unknown { shown: "${…}".to_owned() }),
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
