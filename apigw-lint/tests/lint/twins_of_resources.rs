//! The examples of the rules, written as resources of CloudFormation, of a Terraform configuration and of its plan: the same
//! verdict as for the requests.

use serde_json::{Map, Value as Json, json};

use crate::findings;

/// A format in which a resource stands for a request.
struct ResourceFormat {
    /// Its table of resources.
    table: &'static str,
    /// A file with one resource.
    file: fn(&str, &Map<String, Json>) -> String,
    /// How it spells the name of a member.
    spell: fn(&str) -> String,
    /// Rules that its resources cannot break, since the tool that deploys them makes up or drops what is wrong.
    unsayable: &'static [&'static str],
}

const CLOUDFORMATION: ResourceFormat = ResourceFormat {
    table: include_str!("../../data/cloudformation.json"),
    file: |kind, properties| json!({"Resources": {"R": {"Type": kind, "Properties": properties}}}).to_string(),
    spell: |name| name[..1].to_uppercase() + &name[1..],
    unsayable: &[
        // An authorizer that is no resource of the template is not known.
        "method-authorizer-required",
        "method-authorizer-unused",
        // Deployed templates have empty descriptions: those of the Amplify CLI have no others.
        "rest-api-description",
    ],
};

/// The language of Terraform, which reads JSON as an expression.
const CONFIGURATION: ResourceFormat = ResourceFormat {
    file: |kind, values| {
        let argument = |(name, value): (&String, &Json)| {
            format!("  {name} = {}\n", value.to_string().replace("${", "$${").replace("%{", "%%{"))
        };
        format!("resource \"{kind}\" \"r\" {{\n{}}}\n", values.iter().map(argument).collect::<String>())
    },
    ..TERRAFORM
};

const TERRAFORM: ResourceFormat = ResourceFormat {
    table: include_str!("../../data/terraform.json"),
    file: |kind, values| {
        let address = format!("{kind}.r");
        let change = json!({"after": values, "after_unknown": {}});
        json!({"format_version": "1.2", "resource_changes": [{"address": address, "type": kind, "change": change}]})
            .to_string()
    },
    spell: |name| {
        let mut found = String::new();
        for c in name.replace("ARNs", "Arns").chars() {
            if c.is_uppercase() {
                found.push('_');
            }
            found.extend(c.to_lowercase());
        }
        found
    },
    unsayable: &[
        // The provider has defaults.
        "authorizer-identity-source-for-caching",
        "authorizer-identity-source-required",
        "authorizer-user-pools-identity-source",
        // It sends no empty strings, and no size that means none.
        "model-name",
        "rest-api-compression-size",
        "rest-api-description",
        "vpc-link-name",
        // An authorizer that is no resource of the plan is not known.
        "method-authorizer-unused",
    ],
};

impl ResourceFormat {
    /// A file whose resource makes the request of an example; nothing if the format has no such resource.
    fn written(&self, operation: &str, params: &Json) -> Option<String> {
        let table: Json = serde_json::from_str(self.table).ok()?;
        let resources = table["resources"].as_object()?;
        let (kind, resource) = resources.iter().find(|(kind, resource)| {
            resource["operation"] == operation && !kind.trim_start_matches("AWS::").contains('.')
        })?;
        let renamed = |member: &str| {
            let members = resource.get("members")?.as_object()?;
            members.iter().find(|(_, known)| *known == member).map(|(property, _)| property.clone())
        };
        let mut properties = Map::new();
        for (member, value) in params.as_object()? {
            let nested = value.as_object().is_some_and(|value| value.values().any(|value| !value.is_string()));
            let is_list = value.as_array().is_some_and(|items| items.iter().any(|item| !item.is_string()));
            // How structures are written is the subject of other tests.
            if nested || is_list || value.is_null() {
                return None;
            }
            properties.insert(renamed(member).unwrap_or_else(|| (self.spell)(member)), value.clone());
        }
        let omitted = [table.get("omitted"), resource.get("omitted")];
        let is_omitted = |name: &String| {
            omitted.iter().flatten().any(|list| list.as_array().is_some_and(|list| list.contains(&json!(name))))
        };
        (!properties.keys().any(is_omitted)).then(|| (self.file)(kind, &properties))
    }

    fn check(&self) -> (usize, usize, Vec<String>) {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/cases/rule-examples.json");
        let examples: Json = serde_json::from_str(&std::fs::read_to_string(path).expect("the examples")).expect("JSON");
        let (mut rejected, mut accepted, mut wrong) = (0, 0, Vec::new());
        for (rule, example) in examples.as_object().expect("an object") {
            let operation = example["operation"].as_str().expect("an operation");
            for is_rejected in [true, false] {
                let requests =
                    example[if is_rejected { "reject" } else { "accept" }].as_array().cloned().unwrap_or_default();
                for request in requests.iter().filter(|request| request.get("context").is_none()) {
                    let Some(text) = self.written(operation, &request["params"]) else { continue };
                    if text.len() > 10_000
                        || text.contains("characters\"")
                        || (is_rejected && self.unsayable.contains(&rule.as_str()))
                    {
                        continue;
                    }
                    *(if is_rejected { &mut rejected } else { &mut accepted }) += 1;
                    if findings(&text).iter().any(|finding| finding.rule == rule) != is_rejected {
                        wrong.push(format!("{rule}: {text}"));
                    }
                }
            }
        }
        (rejected, accepted, wrong)
    }
}

#[test]
fn examples_of_rules_have_the_same_verdict_in_a_template() {
    let (rejected, accepted, wrong) = CLOUDFORMATION.check();
    assert_eq!(wrong, [""; 0]);
    assert!(rejected > 60 && accepted > 60, "{rejected} rejected, {accepted} accepted");
}

#[test]
fn examples_of_rules_have_the_same_verdict_in_a_plan() {
    let (rejected, accepted, wrong) = TERRAFORM.check();
    assert_eq!(wrong, [""; 0]);
    assert!(rejected > 60 && accepted > 60, "{rejected} rejected, {accepted} accepted");
}

#[test]
fn examples_of_rules_have_the_same_verdict_in_a_configuration() {
    let (rejected, accepted, wrong) = CONFIGURATION.check();
    assert_eq!(wrong, [""; 0]);
    assert!(rejected > 60 && accepted > 60, "{rejected} rejected, {accepted} accepted");
}
