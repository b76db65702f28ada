//! Types, listed values and syntax of every option, compared with what the help pages of the AWS CLI say of them.

use apigw_model::OPERATIONS;
use apigw_tests::help_page::{HelpPage, Item};
use serde_json::Value;

/// The options that the AWS CLI takes and does not show: those by which pages are asked for by hand.
const HIDDEN: [&str; 2] = ["--position", "--limit"];
/// The options of the operation that this command can run itself.
const OFFLINE: [&str; 4] = ["--offline", "--function", "--api", "--case"];
/// The options that stand on no page of a model.
const FURTHER: [&str; 3] = ["--cli-input-json", "--generate-cli-skeleton", "outfile"];

fn texts(option: &Value, key: &str) -> Vec<String> {
    option[key].as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect()
}

fn name(item: &Item) -> &str {
    item.head.split(' ').next().unwrap_or_default()
}

#[test]
fn syntax_is_that_of_the_aws_cli() {
    let recorded = apigw_tests::json("cases/help.json");
    let commands = recorded["commands"].as_object().expect("commands");
    assert_eq!(commands.len(), OPERATIONS.len());
    let mut compared = 0;
    for (command, options) in commands {
        let items = HelpPage::of(&[command, "help"]).items("OPTIONS");
        let options = options.as_object().expect("options");
        for (option, facts) in options {
            let place = format!("{command} {option}");
            let item = items.iter().find(|item| name(item) == option).unwrap_or_else(|| panic!("no {place}"));
            let kind = facts["type"].as_str().unwrap_or_default();
            assert!(item.head.contains(&format!(" ({kind})")), "{place}: {}", item.head);
            for (key, title) in [("shorthand", "Shorthand Syntax:"), ("json", "JSON Syntax:"), ("syntax", "Syntax:")] {
                assert_eq!(item.below(title), texts(facts, key), "{place}: {title}");
            }
            let values = texts(facts, "values");
            assert!(values.is_empty() || values == item.values(), "{place}: {values:?}, {:?}", item.values());
            compared += 1;
        }
        let is_theirs = |item: &&Item| options.contains_key(name(item)) || FURTHER.contains(&name(item));
        let ours: Vec<&str> =
            items.iter().filter(|item| item.head.ends_with([')', ']']) && !is_theirs(item)).map(name).collect();
        assert!(ours.is_empty() || ours == HIDDEN || ours == OFFLINE, "{command}: {ours:?}");
    }
    assert!(compared > 450, "{compared}");
}
