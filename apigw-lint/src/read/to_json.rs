//! Values of a file as JSON.

use apigw_spec::value::shown;
use serde_json::{Map, Value as Json};

use super::node::{NodeContent, ScalarForm, SourceNode};

impl SourceNode<'_> {
    /// The value as JSON: a scalar without quotes is a number, a boolean or null where it can be one.
    pub(crate) fn to_json(&self) -> Json {
        match &self.content {
            NodeContent::Map(entries) => {
                let entries = entries.iter().filter_map(|(key, value)| Some((key.text()?.to_owned(), value.to_json())));
                Json::Object(entries.collect::<Map<_, _>>())
            }
            NodeContent::List(items) => items.iter().map(Self::to_json).collect(),
            NodeContent::Scalar { .. } if self.is_null() => Json::Null,
            NodeContent::Scalar { text, style: ScalarForm::Plain } => match self.boolean() {
                Some(boolean) => boolean.into(),
                // A plain scalar that is no JSON is a string of YAML.
                None => serde_json::from_str(text).unwrap_or_else(|_| Json::from(text.as_ref())),
            },
            NodeContent::Scalar { text, .. } => Json::from(text.as_ref()),
            NodeContent::Partial(parts) => Json::from(shown(parts)),
            NodeContent::Reference(reference) => Json::from(shown(&reference.parts)),
            NodeContent::Opaque => Json::Null,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::read::read;

    #[test]
    fn scalars_without_quotes_are_what_they_look_like() {
        let root = read("a: 1\nb: '1'\nc: yes\nd: ~\ne: 2012-10-17\nf: [1.5, x]\n").expect("YAML");
        let expected = r#"{"a":1,"b":"1","c":true,"d":null,"e":"2012-10-17","f":[1.5,"x"]}"#;
        assert_eq!(root.to_json().to_string(), expected);
    }
}
