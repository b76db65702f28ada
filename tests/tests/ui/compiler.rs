//! The compiler, called without cargo for each program: the libraries are those that the tests were built with.
//! May import: nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;

/// The libraries that cases may name.
const LIBRARIES: [&str; 3] = ["apigw_client", "apigw_model", "apigw_tests"];

/// A compiler with the paths of the libraries.
pub(crate) struct Compiler {
    libraries: Vec<(&'static str, PathBuf)>,
}

/// What the compiler says of one program.
pub(crate) struct Report {
    /// Its diagnostics, as JSON, without the closing lines that have no place.
    pub(crate) diagnostics: Vec<Value>,
    /// The program, if there is one.
    pub(crate) program: Option<PathBuf>,
}

/// What is made of a program that compiles.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Output {
    /// Nothing: only its diagnostics are of interest.
    Metadata,
    /// A program.
    Program,
}

impl Compiler {
    /// The compiler, found once a process.
    pub(crate) fn get() -> &'static Self {
        static COMPILER: OnceLock<Compiler> = OnceLock::new();
        COMPILER.get_or_init(Self::find)
    }

    /// Asks cargo for the libraries. They are there, for the tests use them.
    fn find() -> Self {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(apigw_tests::path("..")).args(["build", "--workspace", "--test", "what_was_left_out"]);
        cargo.args(["--quiet", "--message-format=json-render-diagnostics"]).stderr(Stdio::inherit());
        // What describes this package would make build scripts of dependencies run again, with all that needs them.
        let is_about_package = |name: &str| name == "OUT_DIR" || name.starts_with("CARGO_");
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_str().is_some_and(is_about_package)) {
            let is_setting = ["CARGO_HOME", "CARGO_TARGET_DIR", "CARGO_NET_OFFLINE", "CARGO_TERM_COLOR"];
            if !name.to_str().is_some_and(|name| is_setting.contains(&name)) {
                cargo.env_remove(name);
            }
        }
        if !cfg!(debug_assertions) {
            cargo.arg("--release");
        }
        let output = cargo.output().unwrap_or_else(|error| panic!("cannot run cargo: {error}"));
        assert!(output.status.success(), "the libraries do not build; see what cargo says above");
        let messages = String::from_utf8_lossy(&output.stdout);
        let messages: Vec<Value> = messages.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        let file = |library: &'static str| {
            let mut found = messages.iter().filter(|message| message["target"]["name"] == library);
            let files = found.next_back().and_then(|message| message["filenames"].as_array());
            let mut files = files.into_iter().flatten().filter_map(Value::as_str).map(PathBuf::from);
            let file = files.find(|file| file.extension().is_some_and(|extension| extension == "rlib"));
            (library, file.unwrap_or_else(|| panic!("cargo has not built `{library}`")))
        };
        Self { libraries: LIBRARIES.map(file).into() }
    }

    /// The options that let a program name the libraries.
    pub(crate) fn libraries(&self) -> Vec<String> {
        let named = self.libraries.iter().map(|(library, file)| format!("--extern={library}={}", file.display()));
        let beside = self.libraries.first().and_then(|(_, file)| file.parent()).unwrap_or(Path::new("."));
        let dependencies = if beside.ends_with("deps") { beside.to_owned() } else { beside.join("deps") };
        named.chain([format!("-Ldependency={}", dependencies.display())]).collect()
    }

    /// Compiles a program, whose path is below this package; models are read from `models`, below this package too.
    pub(crate) fn compile(&self, source: &str, models: &str, output: Output) -> Report {
        let name = source.replace(|c: char| !c.is_ascii_alphanumeric(), "_");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui-programs").join(&name);
        fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("cannot make `{}`: {error}", folder.display()));
        let program = folder.join(format!("program{}", std::env::consts::EXE_SUFFIX));

        let mut rustc = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
        rustc.current_dir(apigw_tests::path("")).env("CARGO_MANIFEST_DIR", apigw_tests::path(models)).arg(source);
        rustc.args(["--edition=2024", "--crate-name=case", "--crate-type=bin", "--error-format=json"]);
        match output {
            Output::Metadata => rustc.arg("--emit=metadata").arg("--out-dir").arg(&folder),
            Output::Program => rustc.arg("-Cdebuginfo=0").arg("-o").arg(&program),
        };
        rustc.args(self.libraries());

        let run = rustc.stdin(Stdio::null()).output().unwrap_or_else(|error| panic!("cannot run rustc: {error}"));
        let lines = String::from_utf8_lossy(&run.stderr).into_owned();
        let diagnostics = lines.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let has_place = |diagnostic: &Value| diagnostic["spans"].as_array().is_some_and(|spans| !spans.is_empty());
        let diagnostics: Vec<Value> = diagnostics.filter(has_place).collect();
        let is_error = |diagnostic: &Value| diagnostic["level"] == "error";
        let is_explained = run.status.success() || diagnostics.iter().any(is_error);
        assert!(is_explained, "{source}: the compiler failed without an error: {lines}");
        let program = (output == Output::Program && run.status.success()).then_some(program);
        Report { diagnostics, program }
    }
}

/// Does `work` for every item, on all processors, and gives the results in the order of the items.
pub(crate) fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let next = std::sync::atomic::AtomicUsize::new(0);
    let mut results: Vec<(usize, R)> = std::thread::scope(|scope| {
        let worker = || {
            let mut done = Vec::new();
            loop {
                let index = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                let Some(item) = items.get(index) else { return done };
                done.push((index, work(item)));
            }
        };
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(worker)).collect();
        let results = workers.into_iter().map(std::thread::ScopedJoinHandle::join);
        results.flat_map(|done| done.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    });
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}
