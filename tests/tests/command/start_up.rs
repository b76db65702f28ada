//! What a command touches before it does its work: a skeleton needs nothing from outside.

use apigw_tests::command_folder::{CommandFolder, outcome};

/// The command where everything outside is such that whoever looks at it fails.
fn run(words: &[&str]) -> apigw_tests::command_folder::Outcome {
    let folder = CommandFolder::new();
    let mut command = folder.command();
    // A folder cannot be read as a file, nobody listens at port 1 or is a proxy there, and nothing is a certificate.
    command.env("AWS_CONFIG_FILE", folder.path()).env("AWS_SHARED_CREDENTIALS_FILE", folder.path());
    command.env("AWS_CA_BUNDLE", folder.path()).env("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
    command.env("HTTPS_PROXY", "::").env("AWS_PROFILE", "nope").env("AWS_DEFAULT_OUTPUT", "nope");
    outcome(command.args(words))
}

#[test]
fn a_skeleton_needs_neither_files_nor_a_network() {
    for operation in apigw_model::OPERATIONS.iter().filter(|operation| !operation.has_streaming_output()) {
        let name = apigw_spec::case::separated(operation.name, '-');
        let skeleton = run(&[&name, "--generate-cli-skeleton"]);
        assert_eq!((skeleton.exit, skeleton.stderr.as_str()), (Some(0), ""), "{name}");
        assert_eq!(skeleton.stdout, apigw_model::__private::skeleton::input(operation.input.shape()), "{name}");
    }
    // The surroundings are as bad as they should be: what looks at them fails.
    assert_eq!(run(&["get-account"]).exit, Some(255));
}
