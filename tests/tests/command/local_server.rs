//! `apigw local`: a server with the APIs of files, for any tool.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use apigw_tests::command_folder::{CommandFolder, outcome};
use apigw_tests::exchange::exchange;

/// How long something may take on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A server, ended with the test.
pub(crate) struct Server {
    process: Child,
    out: BufReader<ChildStdout>,
    url: String,
}

impl Server {
    /// Starts a server on a free port.
    pub(crate) fn start(folder: &CommandFolder, words: &[&str]) -> Self {
        let mut command = folder.command();
        command.args(["local", "--port", "0"]).args(words).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = command.spawn().expect("a process");
        let mut out = BufReader::new(process.stdout.take().expect("output"));
        let mut url = String::new();
        out.read_line(&mut url).expect("a line");
        if url.is_empty() {
            let mut reason = String::new();
            process.stderr.take().expect("errors").read_to_string(&mut reason).expect("text");
            panic!("no server: {reason}");
        }
        let mut console = String::new();
        out.read_line(&mut console).expect("a line");
        assert_eq!(console, format!("{}/_apigw/  the console\n", url.trim()));
        Self { process, out, url: url.trim().to_owned() }
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// The next line that it prints.
    fn line(&mut self) -> String {
        let mut line = String::new();
        self.out.read_line(&mut line).expect("a line");
        line.trim().to_owned()
    }

    /// Ends the process as a crash of the machine would; what it printed on standard error.
    pub(crate) fn kill(&mut self) -> String {
        self.process.kill().expect("a signal");
        self.process.wait().expect("an end");
        let mut errors = String::new();
        self.process.stderr.take().expect("errors").read_to_string(&mut errors).expect("text");
        errors
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The server and the path of a URL.
fn split(url: &str) -> (&str, &str) {
    url.split_at(url.match_indices('/').nth(2).expect("a path").0)
}

/// The body of what is at a URL.
fn get(url: &str) -> String {
    let (server, target) = split(url);
    exchange(server, "GET", target, &[], "").expect("an answer").body
}

fn document(answer: &str) -> String {
    format!(
        r#"openapi: 3.0.1
info: {{title: pets, version: "1"}}
paths:
  /pets/{{petId}}:
    get:
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {{application/json: '{{"statusCode": 200}}'}}
        responses: {{default: {{statusCode: "200", responseTemplates: {{application/json: "{answer} $input.params('petId')"}}}}}}
"#
    )
}

#[test]
fn the_api_of_a_file_answers_and_changes_with_the_file() {
    let folder = CommandFolder::new();
    folder.write("api.yaml", document("pet"));
    let mut server = Server::start(&folder, &["--api", "api.yaml", "--watch"]);
    let line = server.line();
    assert!(line.ends_with("  pets (stage local, from `api.yaml`)"), "{line}");
    let url = line.split(' ').next().expect("a URL").to_owned();
    assert_eq!(get(&format!("{url}/pets/7")), "pet 7");

    folder.write("api.yaml", "openapi: 3.0.1\npaths: {");
    folder.write("api.yaml", document("another pet"));
    let start = Instant::now();
    while get(&format!("{url}/pets/7")) != "another pet 7" {
        assert!(start.elapsed() < PATIENCE, "the file is not read again");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn functions_of_templates_are_commands() {
    let folder = CommandFolder::new();
    let template = "Transform: AWS::Serverless-2016-10-31\nResources:\n  Hello:\n    Type: AWS::Serverless::Function\n    \
                    Properties:\n      Events:\n        All: {Type: Api, Properties: {Path: /hello, Method: get}}\n";
    folder.write("template.yaml", template);
    folder.write(
        "hello.py",
        "import json, sys\nprint(json.dumps({'statusCode': 201, 'body': json.load(sys.stdin)['path']}))\n",
    );
    let mut server = Server::start(&folder, &["--api", "template.yaml", "--function", "Hello=python3 hello.py"]);
    let url = server.line();
    let url = url.split(' ').next().expect("a URL");
    assert_eq!(get(&format!("{url}/hello")), "/hello");
}

#[test]
fn other_commands_call_it_and_its_store_is_that_of_local() {
    let folder = CommandFolder::new();
    let mut server = Server::start(&folder, &["--data", "store", "--seed", "7"]);
    let create = |folder: &CommandFolder| {
        let words = ["--endpoint-url", server.url(), "--no-sign-request", "--region", "us-east-1"];
        outcome(folder.command().args(words).args(["create-rest-api", "--name", "pets", "--query", "id"]))
    };
    let (first, second) = (create(&folder), create(&folder));
    assert_eq!((first.exit, first.stderr.as_str()), (Some(0), ""));
    assert_ne!(first.stdout, second.stdout);
    server.kill();
    let listed = folder.in_shell("apigw --local=store get-rest-apis --query 'items[].id' --output text");
    for id in [first.stdout, second.stdout] {
        assert!(listed.stdout.contains(id.trim().trim_matches('"')), "{id} in {}: {}", listed.stdout, listed.stderr);
    }
    let again = CommandFolder::new();
    let other = Server::start(&again, &["--seed", "7"]);
    let answer = exchange(other.url(), "POST", "/restapis", &[], r#"{"name": "pets"}"#).expect("an answer");
    assert_eq!(answer.status, 201, "{answer:?}");
}

#[test]
fn a_server_for_others_is_warned_of() {
    let folder = CommandFolder::new();
    let mut open = Server::start(&folder, &["--host", "0.0.0.0"]);
    assert!(open.kill().contains("apigw: warning: everyone who reaches 0.0.0.0:"));
    assert_eq!(Server::start(&folder, &[]).kill(), "");
}

#[test]
fn what_cannot_be_served_is_reported() {
    let folder = CommandFolder::new();
    folder.write("none.yaml", "a: 1\n");
    let fails = |words: &[&str], part: &str| {
        let mut command: Command = folder.command();
        let shown = outcome(command.arg("local").args(words));
        assert!(shown.exit != Some(0) && shown.stderr.contains(part), "{words:?}: {}", shown.stderr);
    };
    fails(&["--port", "x"], "`x` is no number that it can have");
    fails(&["--host", "example.com"], "is no IP address");
    fails(&["--api", "none.yaml"], "no API of API Gateway is in it");
    fails(&["--api", "missing.yaml"], "cannot read `missing.yaml`");
    fails(&["--function", "x"], "NAME=URL or NAME=COMMAND");
    let server = Server::start(&folder, &[]);
    fails(&["--port", server.url().rsplit_once(':').expect("a port").1], "cannot listen on 127.0.0.1:");
}

#[test]
fn a_template_names_the_stage_of_its_api() {
    let folder = CommandFolder::new();
    let api = |name: &str, stage: &str| {
        let paths = "{/a: {get: {x-amazon-apigateway-integration: {type: mock}}}}";
        let body = format!("{{openapi: 3.0.1, info: {{title: {name}, version: '1'}}, paths: {paths}}}");
        format!(
            "  {name}:\n    Type: AWS::Serverless::Api\n    Properties:\n      StageName: {stage}\n      DefinitionBody: {body}\n"
        )
    };
    let apis = [("One", "live"), ("Two", "!Ref Stage"), ("Three", "!Sub '${Stage}-x'"), ("Four", "!Ref Other")];
    let resources: String = apis.iter().map(|(name, stage)| api(name, stage)).collect();
    let parameters = "Parameters:\n  Stage: {Type: String, Default: beta}\n  Other: {Type: String}\n";
    folder.write("sam.yaml", format!("Transform: AWS::Serverless-2016-10-31\n{parameters}Resources:\n{resources}"));
    let mut server = Server::start(&folder, &["--api", "sam.yaml"]);
    let mut lines: Vec<String> = apis.iter().map(|_| server.line()).collect();
    lines.sort_by_key(|line| line.split("  ").nth(1).map(str::to_owned));
    let stages =
        lines.iter().map(|line| line.split("(stage ").nth(1).and_then(|rest| rest.split(',').next()).unwrap_or(line));
    assert_eq!(stages.collect::<Vec<_>>(), ["local", "live", "beta-x", "beta"]);
    let errors = server.kill();
    assert!(errors.contains("only a deployment knows `StageName` (`${Other}`)"), "{errors}");
}

#[test]
fn authorizers_of_templates_are_asked() {
    let folder = CommandFolder::new();
    folder.write(
        "template.yaml",
        "Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Api:\n    Auth:\n      DefaultAuthorizer: Tokens\n      \
         ResourcePolicy: {IpRangeWhitelist: [10.0.0.0/8]}\n      \
         Authorizers: {Tokens: {FunctionArn: !GetAtt Guard.Arn, Identity: {Header: X-Token}}}\nResources:\n  \
         Guard: {Type: AWS::Serverless::Function}\n  Hello:\n    Type: AWS::Serverless::Function\n    Properties:\n      \
         Events:\n        All: {Type: Api, Properties: {Path: /hello, Method: get}}\n        \
         Open: {Type: Api, Properties: {Path: /open, Method: get, Auth: {Authorizer: NONE}}}\n",
    );
    folder.write("hello.py", "import json\nprint(json.dumps({'statusCode': 200, 'body': 'hello'}))\n");
    folder.write(
        "guard.py",
        "import json, sys\nevent = json.load(sys.stdin)\n\
         effect = 'Allow' if event['authorizationToken'] == 'sesame' else 'Deny'\n\
         statement = {'Action': 'execute-api:Invoke', 'Effect': effect, 'Resource': event['methodArn']}\n\
         print(json.dumps({'principalId': 'x', 'policyDocument': {'Version': '2012-10-17', 'Statement': [statement]}}))\n",
    );
    let functions = ["--function", "Hello=python3 hello.py", "--function", "Guard=python3 guard.py"];
    let mut server = Server::start(&folder, &[&["--api", "template.yaml"], &functions[..]].concat());
    let line = server.line();
    assert!(line.ends_with("  ServerlessRestApi (stage Prod, from `template.yaml`)"), "{line}");
    let url = line.split(' ').next().expect("a URL").to_owned();

    let answer = |path: &str, headers: &[(&str, &str)]| {
        let url = format!("{url}{path}");
        let (base, target) = split(&url);
        exchange(base, "GET", target, headers, "").expect("an answer").status
    };
    assert_eq!(answer("/open", &[]), 200);
    assert_eq!(answer("/hello", &[]), 401);
    assert_eq!(answer("/hello", &[("X-Token", "wrong")]), 403);
    assert_eq!(answer("/hello", &[("X-Token", "sesame")]), 200);
    let errors = server.kill();
    assert!(errors.contains("`ServerlessRestApi`: not enforced here: Auth.ResourcePolicy"), "{errors}");
}
