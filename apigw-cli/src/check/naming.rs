//! Names as the command line spells them: members of the input are options.

use apigw_spec::Operation;
use apigw_spec::path::{Segment, ValuePath};
use apigw_spec::rule::{MemberPath, Root, Step};
use apigw_spec::violation::{ModelNaming, Naming};

use crate::syntax::operation::option;

/// The spelling for one operation.
pub(crate) struct OptionNaming(pub(crate) &'static Operation);

impl Naming for OptionNaming {
    fn member(&self, name: &str) -> String {
        let member = self.0.input.shape().members().iter().find(|member| member.name == name);
        member.map_or_else(|| name.to_owned(), |member| option(self.0, member))
    }

    fn assignment(&self, member: &str, value: &str) -> String {
        let needs_quotes = value.is_empty() || !value.chars().all(|c| c.is_ascii_alphanumeric() || "-_./:".contains(c));
        let value = if needs_quotes { format!("'{}'", value.replace('\'', "'\\''")) } else { value.to_owned() };
        format!("{} {value}", self.member(member))
    }

    fn allowing(&self, rule: &str) -> String {
        format!("add `--allow {rule}`")
    }

    /// The option, then what is inside its value by the model's names.
    fn path(&self, path: &ValuePath) -> String {
        let mut rest = path.clone();
        let is_option = path.context.is_none() && matches!(path.segments.first(), Some(Segment::Member(_)));
        if !is_option {
            return ModelNaming.path(path);
        }
        let Segment::Member(first) = rest.segments.remove(0) else { return ModelNaming.path(path) };
        let inside = ModelNaming.path(&rest);
        let dot = if inside.is_empty() || inside.starts_with('[') { "" } else { "." };
        format!("{}{dot}{inside}", self.member(first))
    }

    /// The option, then what is inside its value by the model's names; outside the input, the model's names.
    fn member_path(&self, path: &MemberPath) -> String {
        let Some((Step::Member { name, .. }, rest)) = path.steps.split_first() else {
            return ModelNaming.member_path(path);
        };
        if matches!(path.root, Root::Context(_)) {
            return ModelNaming.member_path(path);
        }
        let inside = ModelNaming.member_path(&MemberPath { root: Root::This, steps: rest });
        let dot = if inside.is_empty() || inside.starts_with('[') { "" } else { "." };
        format!("{}{dot}{inside}", self.member(name))
    }
}
