//! Both commands on one case, and what differs.

use std::fmt::Write as _;
use std::fs;
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};

use apigw_tests::command::as_aws;
use apigw_tests::command_folder::{CommandFolder, Outcome, outcome};
use apigw_tests::loopback::{Answer, Loopback, Request};

use crate::differential::case::Case;
use crate::differential::oracle::{Environment, Oracle};

/// What a command left behind.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Run {
    pub(crate) outcome: Outcome,
    /// The requests that it made.
    requests: Vec<Request>,
    /// The files that it wrote.
    files: Vec<(String, Vec<u8>)>,
}

impl Run {
    /// The run without what is another one each time, such as the date.
    pub(crate) fn comparable(&self) -> String {
        let requests: Vec<String> = self.requests.iter().map(told).collect();
        format!("{:?}\n{requests:#?}\n{:?}", self.outcome, self.files)
    }
}

/// What is to be answered, and what came.
#[derive(Default)]
struct Script {
    answers: Vec<Answer>,
    requests: Vec<Request>,
}

/// Both commands and the server between them.
pub(crate) struct Bench {
    oracle: Oracle,
    server: Loopback,
    script: Arc<Mutex<Script>>,
}

/// What came of a case.
pub(crate) struct Verdict {
    /// What differs and is not explained.
    pub(crate) differences: Vec<String>,
    /// The explanations that applied.
    pub(crate) explained: Vec<String>,
}

impl Bench {
    /// Starts the server and one of the commands.
    pub(crate) fn start(is_patched: bool) -> Self {
        let script = Arc::new(Mutex::new(Script::default()));
        let shared = Arc::clone(&script);
        let server = Loopback::start(move |request| {
            let mut script = shared.lock().unwrap_or_else(PoisonError::into_inner);
            script.requests.push(request.clone());
            let at = script.requests.len().min(script.answers.len());
            script.answers.get(at.saturating_sub(1)).cloned().unwrap_or_default()
        });
        Self { oracle: Oracle::start(is_patched), server, script }
    }

    /// Runs a case with both commands.
    pub(crate) fn judge(&mut self, case: &Case) -> Verdict {
        let folder = CommandFolder::new();
        let theirs = self.aws(case, &folder);
        let ours = self.apigw(case, &folder);
        let (expected, mut explained) = self.oracle.explain(&theirs.outcome, "aws");
        let (found, ids) = self.oracle.explain(&ours.outcome, "apigw");
        explained.extend(ids);
        let mut differences = Vec::new();
        let mut compare = |what: &str, theirs: String, ours: String| {
            if theirs != ours {
                let (theirs, ours) = around_difference(&theirs, &ours);
                differences.push(format!("{what}:\n    aws   {theirs}\n    apigw {ours}"));
            }
        };
        compare("exit", format!("{:?}", expected.exit), format!("{:?}", found.exit));
        compare("stdout", format!("{:?}", expected.stdout), format!("{:?}", found.stdout));
        compare("stderr", format!("{:?}", expected.stderr), format!("{:?}", found.stderr));
        let told = |run: &Run| run.requests.iter().map(told).collect::<Vec<_>>().join("\n          ");
        compare("requests", told(&theirs), told(&ours));
        compare("files", format!("{:?}", theirs.files), format!("{:?}", ours.files));
        Verdict { differences, explained }
    }

    /// Runs a case with the AWS CLI.
    pub(crate) fn aws(&mut self, case: &Case, folder: &CommandFolder) -> Run {
        let environment = self.prepare(case, folder);
        let outcome = self.oracle.run(&case.words, &environment, &folder.path());
        self.run(case, folder, outcome)
    }

    /// Runs a case with a program.
    pub(crate) fn program(&self, case: &Case, folder: &CommandFolder, mut program: Command) -> Run {
        let environment = self.prepare(case, folder);
        program.current_dir(folder.path()).args(&case.words).env_clear().envs(environment);
        let outcome = outcome(&mut program);
        self.run(case, folder, outcome)
    }

    fn apigw(&self, case: &Case, folder: &CommandFolder) -> Run {
        self.program(case, folder, as_aws(Command::new(apigw_tests::command::path())))
    }

    /// Writes the files and the script, and gives the variables.
    fn prepare(&self, case: &Case, folder: &CommandFolder) -> Environment {
        folder.write("config", &case.configuration);
        for (name, content) in &case.files {
            folder.write(name, content);
        }
        *self.script() = Script { answers: case.answers.clone(), requests: Vec::new() };
        let path = folder.path();
        let text = |path: &std::path::Path| path.display().to_string();
        let mut variables: Environment = [
            ("PATH", std::env::var("PATH").unwrap_or_default()),
            ("HOME", text(&path.with_file_name("home"))),
            ("LC_ALL", "C.UTF-8".to_owned()),
            ("AWS_CONFIG_FILE", text(&path.join("config"))),
            ("AWS_ENDPOINT_URL", self.server.url()),
            ("AWS_DEFAULT_REGION", "us-east-1".to_owned()),
            ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE".to_owned()),
            ("AWS_SECRET_ACCESS_KEY", "secret".to_owned()),
            ("AWS_EC2_METADATA_DISABLED", "true".to_owned()),
            ("AWS_RETRY_MODE", "standard".to_owned()),
            ("AWS_MAX_ATTEMPTS", "1".to_owned()),
            ("EMPTY", String::new()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into();
        variables.retain(|(name, _)| !case.unset.contains(&name.as_str()));
        variables.extend(case.environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        variables
    }

    /// What a run left behind, which is removed for the next one.
    fn run(&self, case: &Case, folder: &CommandFolder, outcome: Outcome) -> Run {
        let requests = std::mem::take(&mut self.script().requests);
        let files = folder.files_besides(|name| name == "config" || case.files.iter().any(|(given, _)| given == name));
        for (name, _) in &files {
            _ = fs::remove_file(folder.path().join(name));
        }
        Run { outcome, requests, files }
    }

    fn script(&self) -> std::sync::MutexGuard<'_, Script> {
        self.script.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Two texts from a little before to a while after the first place where they differ.
fn around_difference(left: &str, right: &str) -> (String, String) {
    const BEFORE: usize = 120;
    const AFTER: usize = 400;
    let same = left.chars().zip(right.chars()).take_while(|(left, right)| left == right).count();
    let start = same.saturating_sub(BEFORE);
    let part = |text: &str| {
        let part: String = text.chars().skip(start).take(BEFORE + AFTER).collect();
        if start > 0 { format!("…{part}") } else { part }
    };
    (part(left), part(right))
}

/// A request as far as both must make the same.
fn told(request: &Request) -> String {
    let mut text = format!("{} {} {:?}", request.method, request.target, String::from_utf8_lossy(&request.body));
    let names = request.signed_headers().unwrap_or_default();
    _ = write!(text, " signed {names}");
    for name in ["content-type", "accept", "accept-encoding", "content-length", "x-amz-security-token"] {
        _ = write!(text, " {name}={:?}", request.header(name));
    }
    let scope = request.header("authorization").and_then(|text| text.split_once('/')).map(|(_, rest)| rest);
    text + &format!(" scope {:?}", scope.and_then(|rest| rest.split_once(',')).map(|(scope, _)| scope))
}
