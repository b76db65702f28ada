//! Every restJson1 model that botocore has: it is imported, read, checked and expanded, and no two of the names that are
//! generated for it clash. The code of some of them is compiled.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use apigw_spec::read::import::botocore;
use apigw_spec::read::{Source, read};
use apigw_tests::clashes::clashes;
use apigw_tests::tools;
use apigw_tests::trials::Group;

/// The tests of this module.
pub(crate) const GROUP: Group = Group {
    name: "models",
    needs: &[&tools::BOTOCORE],
    tests: &[
        ("every_model_is_read_and_expanded_without_a_clash", every_model_is_read_and_expanded_without_a_clash),
        ("a_dozen_models_compile", a_dozen_models_compile),
    ],
};

/// How many models there are at least: fewer mean that they were not found.
const LEAST: usize = 250;

/// What is counted of a model, or what is wrong with it.
type Outcome = Result<BTreeMap<&'static str, usize>, String>;

fn every_model_is_read_and_expanded_without_a_clash() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("models");
    let _ = fs::remove_dir_all(&folder);
    let output = Command::new("python3").arg(apigw_tests::path("benches/models/unpack.py")).arg(&folder).output();
    let output = output.expect("python3 starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut models: Vec<PathBuf> = fs::read_dir(&folder).expect("models").map(|entry| entry.unwrap().path()).collect();
    models.sort();
    assert!(models.len() >= LEAST, "{} models", models.len());

    let outcomes = in_parallel(&models);
    let mut totals = BTreeMap::<&str, usize>::new();
    let mut wrong = Vec::new();
    for (model, outcome) in models.iter().zip(outcomes) {
        match outcome {
            Ok(counts) => counts.into_iter().for_each(|(what, count)| *totals.entry(what).or_default() += count),
            Err(problems) => wrong.push(format!("{}: {problems}", model.file_name().unwrap_or_default().display())),
        }
    }
    println!("{} of {} models: {totals:?}", models.len() - wrong.len(), models.len());
    assert!(wrong.is_empty(), "{} models:\n{}", wrong.len(), wrong.join("\n"));
    let _ = fs::remove_dir_all(&folder);
}

/// Another dozen for each commit, or for `APIGW_SEED`. The number of their shapes bounds what this takes: with all that
/// they depend on, less than three minutes of CPU.
fn a_dozen_models_compile() {
    let commit = || {
        let output = Command::new("git").args(["rev-parse", "HEAD"]).current_dir(apigw_tests::path(".")).output();
        output.ok().map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
    };
    let seed = std::env::var("APIGW_SEED").unwrap_or_else(|_| commit());
    let mut python = Command::new("python3");
    python.arg(apigw_tests::path("benches/models/run.py")).args(["--count", "12", "--seed", &seed]);
    python.args(["--apigw", env!("CARGO_BIN_EXE_apigw-under-test")]);
    python.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("models-compiled"));
    let output = python.output().expect("python3 starts");
    let said = String::from_utf8_lossy(&output.stdout);
    println!("{said}");
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("\n12 of 12 compile"), "{said}");
}

/// The outcomes of all models in their order. Each processor takes the next one that is left.
fn in_parallel(models: &[PathBuf]) -> Vec<Outcome> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((index, model)) = {
            let index = next.fetch_add(1, Ordering::Relaxed);
            models.get(index).map(|model| (index, model))
        } {
            done.push((index, checked(model)));
        }
        done
    };

    let mut outcomes: Vec<(usize, Outcome)> = thread::scope(|scope| {
        let count = thread::available_parallelism().map_or(1, usize::from);
        let threads: Vec<_> = (0..count).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("a thread without a panic")).collect()
    });
    outcomes.sort_by_key(|(index, _)| *index);
    outcomes.into_iter().map(|(_, outcome)| outcome).collect()
}

fn checked(folder: &Path) -> Outcome {
    let file = |name: &str| fs::read_to_string(folder.join(name)).ok();
    let service = file("service-2.json").ok_or("no `service-2.json`")?;
    let imported = botocore(&service, file("paginators-1.json").as_deref(), file("waiters-2.json").as_deref());
    let text = imported.map_err(|errors| format!("not imported:\n{errors}"))?;
    let spec = read(&[Source { name: "model.json", text: &text }]).map_err(|errors| format!("not read:\n{errors}"))?;

    let tokens = apigw_codegen::expand(&spec, &[]).map_err(|problems| problems.join("\n"))?;
    let clashes = clashes(tokens);
    if !clashes.is_empty() {
        return Err(format!("names clash: {}", clashes.join(", ")));
    }
    Ok(BTreeMap::from([
        ("operations", spec.operations.len()),
        ("shapes", spec.shapes.len()),
        ("pages", spec.operations.iter().filter(|operation| operation.pagination.is_some()).count()),
        ("waiters", spec.waiters.len()),
    ]))
}
