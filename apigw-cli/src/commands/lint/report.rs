//! Findings in files as text with the source, and as commands of GitHub Actions.

use std::borrow::Cow;
use std::io::IsTerminal as _;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::finding::{LintedFile, LintedFinding};
use super::{junit, structured};
use crate::check::render::on_one_line;
use crate::input::secrets;
use crate::syntax::choices::FileReportFormat;

/// Renders what is found in files. In the format of `JUnit`, a warning fails only if it is denied.
pub(super) fn render(files: &[LintedFile], format: FileReportFormat, denies_warnings: bool) -> String {
    let all = || files.iter().flat_map(|file| file.findings.iter().map(move |finding| (file, finding)));
    match format {
        FileReportFormat::Text => {
            let is_plain = !std::io::stdout().is_terminal() || std::env::var_os("NO_COLOR").is_some();
            let renderer = if is_plain { Renderer::plain() } else { Renderer::styled() };
            all().map(|(file, finding)| text(file, finding, &renderer)).collect()
        }
        FileReportFormat::Json => structured::json(files),
        FileReportFormat::Sarif => structured::sarif(files),
        FileReportFormat::JUnit => junit::render(files, denies_warnings),
        FileReportFormat::GitHub => all().map(|(file, finding)| annotation(file, finding)).collect(),
    }
}

/// The finding with its line, as compilers print it.
fn text(file: &LintedFile, finding: &LintedFinding, renderer: &Renderer) -> String {
    let [line, ..] = file.positions(finding);
    let start = file.text.get(..finding.span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let rest = file.text.get(start..).unwrap_or_default();
    let source = rest.lines().next().unwrap_or_default();
    let is_here =
        |other: &&LintedFinding| other.is_secret && (start..=start + source.len()).contains(&other.span.start);
    // The form alone, a byte for a byte, if there can be a secret on the line.
    let is_secret = file.findings.iter().any(|other| is_here(&other));
    let source = match file.format {
        _ if is_secret => Cow::Owned(secrets::veiled(source)),
        None => Cow::Owned(secrets::without_values(source)),
        Some(_) => Cow::Borrowed(source),
    };
    let from = (finding.span.start - start).min(source.len());
    let to = (finding.span.end - start).clamp(from, source.len());

    let title = on_one_line(&finding.sentence());
    let kind = if finding.is_error { Level::ERROR } else { Level::WARNING };
    let annotation = AnnotationKind::Primary.span(from..to);
    let snippet = Snippet::source(source.as_ref()).path(file.path.as_str()).line_start(line).annotation(annotation);
    let mut group = kind.primary_title(title).id(finding.rule).element(snippet);
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(on_one_line(help)));
    }
    format!("{}\n\n", renderer.render(&[group]))
}

/// The finding as a command of GitHub Actions.
fn annotation(file: &LintedFile, finding: &LintedFinding) -> String {
    let [line, column, end_line, end_column] = file.positions(finding);
    let value = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| value(text).replace(':', "%3A").replace(',', "%2C");
    format!(
        "::{} file={},line={line},col={column},endLine={end_line},endColumn={end_column},title={}::{}\n",
        finding.level(),
        property(&file.path),
        property(finding.rule),
        value(&finding.whole_sentence())
    )
}
