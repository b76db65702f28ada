//! Definitions as people and tools write them, which AWS accepts: none has a finding.

use std::fs;
use std::path::Path;

use apigw_lint::{DefinitionFormat, lint};

#[test]
fn definitions_that_aws_accepts_have_no_findings() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accepted");
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        let text = fs::read_to_string(&path).expect("the file can be read");
        let report = lint(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));

        let name = path.file_name().and_then(|name| name.to_str()).expect("the name is a string");
        let expected = match name.split_once('-').map_or(name, |(format, _)| format) {
            "cloudformation" | "sam" => DefinitionFormat::CloudFormation,
            "serverless" => DefinitionFormat::Serverless,
            "terraform" if name == "terraform-plan.json" => DefinitionFormat::TerraformPlan,
            "terraform" => DefinitionFormat::Terraform,
            _ => DefinitionFormat::OpenApi,
        };
        assert_eq!(report.format, expected, "{name}");
        let found: Vec<_> = report.findings.iter().map(ToString::to_string).collect();
        assert!(found.is_empty(), "{name}: {}", found.join("\n"));
        count += 1;
    }
    assert_eq!(count, 40);
}
