//! Lints files and prints what is found: `cargo run -p apigw-lint --example lint_files -- FILE…`.

use std::path::Path;

use apigw_lint::{FilesBeside, Linter};

/// The files of the folder of a file.
struct Beside<'p>(&'p Path);

impl FilesBeside for Beside<'_> {
    fn module(&self) -> Option<Vec<String>> {
        let files = std::fs::read_dir(self.0.parent()?).ok()?.flatten().map(|entry| entry.path());
        let others =
            files.filter(|other| other != self.0 && other.extension().is_some_and(|extension| extension == "tf"));
        others.map(|other| std::fs::read_to_string(other).ok()).collect()
    }

    fn file(&self, path: &str) -> Option<String> {
        std::fs::read_to_string(self.0.parent()?.join(path)).ok()
    }
}

fn main() {
    for path in std::env::args().skip(1) {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        match Linter::new().lint_beside(&text, &Beside(Path::new(&path))) {
            Ok(report) => {
                for finding in report.findings {
                    let (line, column) = finding.span.position(&text);
                    let level = if finding.is_error() { "error" } else { "warning" };
                    println!("{path}:{line}:{column}: {level}[{}]: {finding}", finding.rule);
                }
            }
            Err(error) => {
                let (line, column) = error.span.position(&text);
                println!("{path}:{line}:{column}: unreadable: {error}");
            }
        }
    }
}
