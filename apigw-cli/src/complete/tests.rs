//! Candidates at many places of a line.

use super::candidates::candidates;

/// The candidates at the end of a line.
fn at(line: &str) -> Vec<String> {
    let mut words: Vec<String> = line.split(' ').map(str::to_owned).collect();
    let current = words.pop().unwrap_or_default();
    candidates(&words, &current, false).into_iter().map(|candidate| candidate.value).collect()
}

#[test]
fn commands_come_first() {
    assert_eq!(at("put-int"), ["put-integration", "put-integration-response"]);
    assert_eq!(at("apigateway put-integration-"), ["put-integration-response"]);
    assert_eq!(at("--debug --region us-east-1 flush-stage-c"), ["flush-stage-cache"]);
    assert_eq!(at("expl"), ["explain"]);
    assert_eq!(at("apigateway expl"), [""; 0]);
    assert_eq!(at("api"), ["apigateway"]);
    assert_eq!(at("no-such-command "), [""; 0]);
    assert!(at("").iter().all(|word| !word.starts_with('_')));
}

#[test]
fn options_come_once() {
    assert_eq!(at("put-integration --ty"), ["--type"]);
    assert_eq!(at("put-integration --type MOCK --ty"), [""; 0]);
    assert_eq!(at("put-integration --type=MOCK --ty"), [""; 0]);
    assert_eq!(at("create-api-key --enab"), ["--enabled"]);
    assert_eq!(at("create-api-key --no-enab"), ["--no-enabled"]);
    assert_eq!(at("create-api-key --enabled --no-enab"), [""; 0]);
    assert_eq!(at("put-integration --allow a --allo"), ["--allow"]);
    assert_eq!(at("get-rest-apis --max"), ["--max-items"]);
    assert_eq!(at("get-account --max"), [""; 0]);
    let all = at("put-integration ");
    assert_eq!(all.first().map(String::as_str), Some("--rest-api-id"), "{all:?}");
    assert!(all.contains(&"--dry-run".to_owned()) && all.contains(&"help".to_owned()), "{all:?}");
}

#[test]
fn values_are_those_of_the_option() {
    assert_eq!(at("put-integration --type HT"), ["HTTP", "HTTP_PROXY"]);
    assert_eq!(at("put-integration --type=HT"), ["--type=HTTP", "--type=HTTP_PROXY"]);
    assert_eq!(at("put-integration --passthrough-behavior N"), ["NEVER"]);
    assert_eq!(at("--output ya"), ["yaml", "yaml-stream"]);
    assert_eq!(at("put-integration --color "), ["on", "off", "auto"]);
    assert_eq!(at("put-integration --rest-api-id "), [""; 0]);
    assert_eq!(at("put-integration --generate-cli-skeleton y"), ["yaml-input"]);
    assert_eq!(at("put-integration --generate-cli-skeleton --ty"), ["--type"]);
    assert_eq!(at("put-integration --allow integration-cache-key-m"), ["integration-cache-key-mapped"]);
    assert_eq!(at("import-rest-api --body "), ["fileb://"]);
    assert_eq!(at("get-resources --embed methods --emb"), [""; 0]);
}

#[test]
fn shorthand_has_keys_and_values() {
    assert_eq!(at("put-integration --tls-config "), ["insecureSkipVerification="]);
    assert_eq!(at("put-integration --tls-config insecureSkipVerification=f"), ["insecureSkipVerification=false"]);
    assert_eq!(at("put-integration --tls-config {"), [""; 0]);
    assert_eq!(at("create-rest-api --endpoint-configuration types=R"), ["types=REGIONAL"]);
    assert_eq!(at("update-integration --patch-operations o"), ["op="]);
    assert_eq!(at("update-integration --patch-operations op=r"), ["op=remove", "op=replace"]);
    assert_eq!(at("update-integration --patch-operations op=replace,p"), ["op=replace,path="]);
    assert_eq!(at("update-integration --patch-operations op=replace,path=/u"), ["op=replace,path=/uri"]);
    let value = "update-integration --patch-operations op=replace,path=/connectionType,value=V";
    assert_eq!(at(value), ["op=replace,path=/connectionType,value=VPC_LINK"]);
    let second = "update-integration --patch-operations op=replace,path=/uri,value=x o";
    assert_eq!(at(second), ["op="]);
}

#[test]
fn extra_commands_are_completed_by_their_descriptions() {
    assert_eq!(at("help put-integration-"), ["put-integration-response"]);
    assert_eq!(at("help lint"), ["lint", "lint-script"]);
    assert_eq!(at("help lint-script "), [""; 0]);
    assert_eq!(at("spec "), ["import", "check", "diff", "expand", "help"]);
    assert_eq!(at("spec import --from "), ["botocore", "smithy"]);
    assert_eq!(at("spec import --f"), ["--from"]);
    assert_eq!(at("spec diff b"), ["builtin"]);
    assert_eq!(at("spec diff --exit-code builtin b"), ["builtin"]);
    assert_eq!(at("spec expand PutIntegrationR"), ["PutIntegrationResponse"]);
    assert_eq!(at("rules put-integration-"), ["put-integration-response"]);
    assert_eq!(at("rules --format "), ["text", "json"]);
    assert_eq!(at("explain integration-uri-is-"), ["integration-uri-is-arn", "integration-uri-is-url"]);
    assert_eq!(at("completions "), ["bash", "zsh", "fish", "powershell", "help"]);
    assert_eq!(at("schema get-sdk-"), ["get-sdk-type", "get-sdk-types"]);
}

#[test]
fn files_are_found() {
    let folder = std::env::temp_dir().join(format!("apigw-complete-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("inner")).expect("a folder");
    std::fs::write(folder.join("input.json"), "{}").expect("a file");
    let path = folder.display();
    let expected = [format!("file://{path}/inner/"), format!("file://{path}/input.json")];
    assert_eq!(at(&format!("put-integration --cli-input-json file://{path}/in")), expected);
    let expected = [format!("{path}/input.json")];
    assert_eq!(at(&format!("get-export {path}/inp")), expected);
    assert_eq!(at(&format!("get-rest-apis --ca-bundle {path}/inp")), expected);
    assert_eq!(at(&format!("spec check {path}/inp")), expected);
    std::fs::remove_dir_all(folder).expect("removed");
}

#[test]
fn other_shells_get_descriptions() {
    let found = candidates(&["put-integration".to_owned()], "--uri", true);
    assert_eq!(found.len(), 1);
    assert!(found.iter().all(|candidate| candidate.about.starts_with("Address of the back end")), "{found:?}");
}
