//! Lints files and prints what is found: `cargo run -p apigw-lint --example lint_files -- FILE…`.

fn main() {
    for path in std::env::args().skip(1) {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        match apigw_lint::lint(&text) {
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
