//! What runs `apigw lint` in CI services: the script of the action, and the hooks of pre-commit.

use apigw_tests::command_folder::{CommandFolder, outcome};

const BROKEN: &str = "openapi: 3.0.1
info: {}
paths: {/a: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: example.com}}}}
";

#[cfg(unix)]
#[test]
fn the_action_annotates_and_writes_reports() {
    let folder = CommandFolder::new();
    folder.write("api/a.yml", BROKEN);
    let run = |settings: &[(&str, &str)]| {
        let mut script = std::process::Command::new("bash");
        script.arg(apigw_tests::path("../.github/actions/lint/lint.sh")).current_dir(folder.path());
        script.env("APIGW", apigw_tests::command::apigw().get_program()).env("GITHUB_ACTION_PATH", "/none");
        outcome(script.envs(settings.iter().copied()))
    };
    let annotated = run(&[("PATHS", "api")]);
    assert_eq!(annotated.exit, Some(1), "{}", annotated.stderr);
    assert!(annotated.stdout.starts_with("::error file=api/a.yml,line=3,col="), "{}", annotated.stdout);
    let allowed = run(&[("ARGUMENTS", "--allow integration-uri-is-url"), ("FORMAT", "sarif"), ("OUTPUT", "a.sarif")]);
    assert_eq!((allowed.exit, allowed.stdout.as_str()), (Some(0), ""), "{}", allowed.stderr);
    let written = std::fs::read_to_string(folder.path().join("a.sarif")).expect("the report");
    assert!(written.contains("\"version\": \"2.1.0\""), "{written}");
}

/// The inputs that the action declares are those that its step gives to the script.
#[test]
fn the_action_passes_on_what_it_declares() {
    let action = apigw_tests::text("../.github/actions/lint/action.yml");
    let script = apigw_tests::text("../.github/actions/lint/lint.sh");
    let passed: Vec<&str> = action.split("${{ inputs.").skip(1).filter_map(|rest| rest.split(" }}").next()).collect();
    assert_eq!(passed, ["apigw", "paths", "format", "output", "arguments"]);
    for name in passed {
        assert!(action.contains(&format!("\n  {name}:\n    description: ")), "{name}");
        assert!(script.contains(&format!("${{{}:-", name.to_uppercase())), "{name}");
    }
}

#[test]
fn hooks_of_pre_commit_take_the_files_that_they_are_given() {
    let hooks = apigw_tests::text("../.pre-commit-hooks.yaml");
    let entries: Vec<&str> = hooks.lines().filter_map(|line| line.strip_prefix("  entry: ")).collect();
    assert_eq!(entries, ["apigw lint"]);
    let folder = CommandFolder::new();
    folder.write("a.yml", BROKEN);
    folder.write("b.json", "{}");
    let run = outcome(folder.command().args(["lint", "a.yml", "b.json"]));
    assert_eq!(run.exit, Some(1), "{}", run.stderr);
}
