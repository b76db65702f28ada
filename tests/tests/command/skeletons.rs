//! Skeletons of every operation, byte for byte as the AWS CLI prints them.

use apigw_spec::case::separated;

#[test]
fn every_input_and_output_skeleton_is_the_recorded_one() {
    let recorded = apigw_tests::json("recorded/skeletons.json");
    let mut compared = 0;
    for operation in apigw_model::OPERATIONS {
        if operation.has_streaming_output() {
            continue;
        }
        let command = separated(operation.name, '-');
        let expected = &recorded[&command];
        let input = apigw_model::__private::skeleton::input(operation.input.shape());
        assert_eq!(Some(input.as_str()), expected["input"].as_str(), "input of {command}");
        let output =
            operation.output.map(|output| apigw_model::__private::skeleton::output(output.shape())).unwrap_or_default();
        assert_eq!(Some(output.as_str()), expected["output"].as_str(), "output of {command}");
        compared += 1;
    }
    assert_eq!(compared, 122);
    assert_eq!(recorded.as_object().map(serde_json::Map::len), Some(compared));
}

/// What a line of a YAML skeleton says besides its sentence: gap before `#`, required, listed values.
fn marks(line: &str) -> Option<(usize, bool, Option<String>)> {
    let (before, comment) = line.split_once("# ")?;
    let gap = before.len() - before.trim_end().len();
    let listed = comment.split_once("Valid values are: ").map(|(_, values)| values.trim_end_matches('.').to_owned());
    Some((gap, comment.starts_with("[REQUIRED]"), listed))
}

/// The line without its comment.
fn content(line: &str) -> &str {
    line.split_once(" #").map_or(line, |(content, _)| content).trim_end()
}

#[test]
fn yaml_skeletons_have_the_recorded_layout() {
    let spec = apigw_spec::builtin::spec().expect("the built-in specification reads");
    let documentation = |shape: &apigw_spec::Shape, member: &apigw_spec::Member| {
        spec.documentation(&format!("{}${}", shape.id, member.name))
    };
    let recorded = apigw_tests::json("recorded/skeletons-yaml.json");
    for (command, expected) in recorded.as_object().expect("an object of commands") {
        let operation = apigw_model::OPERATIONS.iter().find(|operation| separated(operation.name, '-') == *command);
        let operation = operation.unwrap_or_else(|| panic!("no operation for {command}"));
        let yaml = apigw_model::__private::skeleton::yaml_input(operation.input.shape(), &documentation);
        // The two operations that stream have no skeleton.
        let Some(text) = expected["text"].as_str() else { continue };
        let lines = |text: &str| text.lines().map(|line| content(line).to_owned()).collect::<Vec<_>>();
        assert_eq!(lines(&yaml), lines(text), "{command}");
        let ours: Vec<_> = yaml.lines().filter_map(marks).collect();
        let comments = expected["comments"].as_array().expect("a list of comments");
        let theirs: Vec<_> = comments
            .iter()
            .map(|comment| {
                let gap = usize::try_from(comment["gap"].as_u64().expect("a gap")).expect("a small gap");
                let values = comment["valid_values"]
                    .as_array()
                    .map(|values| values.iter().filter_map(serde_json::Value::as_str).collect::<Vec<_>>().join(", "));
                (gap, comment["required"] == true, values)
            })
            .collect();
        assert_eq!(ours, theirs, "comments of {command}\n{yaml}\n{text}");
    }
}
