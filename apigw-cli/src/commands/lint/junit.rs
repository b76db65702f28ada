//! Findings in files in the XML of `JUnit`, which CI services show as tests.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::finding::{LintedFile, LintedFinding};
use crate::check::render::on_one_line;

type Xml = Writer<Vec<u8>>;

/// A suite for each file, and in it a test for each finding. A file without findings is a test that passes.
pub(super) fn render(files: &[LintedFile], denies_warnings: bool) -> String {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Nothing fails that is written to memory.
    let written = xml
        .write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))
        .and_then(|()| suites(&mut xml, files, denies_warnings));
    let text = written.map(|()| xml.into_inner()).unwrap_or_default();
    String::from_utf8(text).unwrap_or_default() + "\n"
}

fn suites(xml: &mut Xml, files: &[LintedFile], denies_warnings: bool) -> std::io::Result<()> {
    let fails = |finding: &&LintedFinding| finding.is_error || denies_warnings;
    let tests = |file: &LintedFile| file.findings.len().max(1);
    let failures = |file: &LintedFile| file.findings.iter().filter(fails).count();
    let [all_tests, all_failures] =
        [files.iter().map(tests).sum::<usize>(), files.iter().map(failures).sum()].map(|count| count.to_string());

    let element = xml.create_element("testsuites").with_attributes([
        ("name", "apigw lint"),
        ("tests", all_tests.as_str()),
        ("failures", all_failures.as_str()),
    ]);
    element.write_inner_content(|xml| {
        for file in files {
            let path = on_one_line(&file.path);
            let [tests, failures] = [tests(file), failures(file)].map(|count| count.to_string());
            let suite = xml.create_element("testsuite").with_attributes([
                ("name", path.as_str()),
                ("tests", tests.as_str()),
                ("failures", failures.as_str()),
            ]);
            suite.write_inner_content(|xml| {
                if file.findings.is_empty() {
                    let test = xml.create_element("testcase");
                    test.with_attributes([("name", "lint"), ("classname", path.as_str())]).write_empty()?;
                }
                file.findings.iter().try_for_each(|finding| test(xml, file, finding, fails(&finding)))
            })?;
        }
        Ok(())
    })?;
    Ok(())
}

fn test(xml: &mut Xml, file: &LintedFile, finding: &LintedFinding, fails: bool) -> std::io::Result<()> {
    let [line, column, ..] = file.positions(finding);
    let path = on_one_line(&file.path);
    let name = format!("{} at {line}:{column}", finding.rule);
    let sentence = on_one_line(&finding.whole_sentence());
    let place = format!("{path}:{line}:{column}: {sentence}");

    let element = xml.create_element("testcase");
    element.with_attributes([("name", name.as_str()), ("classname", path.as_str())]).write_inner_content(|xml| {
        let inner = if fails {
            xml.create_element("failure").with_attributes([("message", sentence.as_str()), ("type", finding.level())])
        } else {
            xml.create_element("system-out")
        };
        inner.write_text_content(BytesText::new(&place))?;
        Ok(())
    })?;
    Ok(())
}
