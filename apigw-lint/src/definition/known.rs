//! What the caller knows of where a definition is deployed.

use apigw_spec::value::TextPart;

use super::api::ApiDefinition;
use super::part::{DefinitionPart, PartValue};

/// Texts that are put in the place of others: `eu-west-1` of `${AWS::Region}`.
#[derive(Debug, Clone, Default)]
pub(crate) struct KnownTexts(Vec<(String, String)>);

impl KnownTexts {
    /// Adds what a pseudo parameter of CloudFormation stands for.
    pub(crate) fn add(&mut self, name: &str, text: String) {
        self.0.push((format!("${{{name}}}"), text));
    }

    /// Puts the texts into a definition.
    pub(crate) fn fill_in(&self, api: &mut ApiDefinition) {
        if self.0.is_empty() {
            return;
        }
        let parts = api.parts.iter_mut().map(|(_, part)| part);
        parts.chain(api.requests.iter_mut().map(|request| &mut request.input)).for_each(|part| self.fill(part));
    }

    fn fill(&self, part: &mut DefinitionPart) {
        match &mut part.value {
            PartValue::Partial(parts) => part.value = self.filled(parts),
            PartValue::List(items) => items.0.iter_mut().for_each(|item| self.fill(item)),
            PartValue::Map(fields) | PartValue::Structure(fields) => {
                fields.parts_mut().for_each(|part| self.fill(part));
            }
            _ => {}
        }
    }

    fn filled(&self, parts: &[TextPart]) -> PartValue {
        let mut found: Vec<TextPart> = Vec::new();
        for part in parts {
            let text = match part {
                TextPart::Known(text) => Some(text),
                TextPart::Like { shown, .. } | TextPart::Unknown { shown } => {
                    self.0.iter().find(|(hole, _)| hole == shown).map(|(_, text)| text)
                }
            };
            match (text, found.last_mut()) {
                (Some(text), Some(TextPart::Known(known))) => known.push_str(text),
                (Some(text), _) => found.push(TextPart::Known(text.clone())),
                (None, _) => found.push(part.clone()),
            }
        }
        match found.as_slice() {
            [TextPart::Known(text)] => PartValue::Text(text.as_str().into()),
            _ => PartValue::Partial(found),
        }
    }
}
