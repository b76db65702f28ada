//! Help and tables as a terminal shows them.

use crate::terminal::screen::{BASH, Screen};

const BOLD_NAME: &str = "\x1b[1mNAME";

pub(crate) fn pager() {
    let screen = Screen::open(BASH, 100, &[]);
    for line in ["apigw put-integration help", "apigw put-integration --help", "apigw help"] {
        screen.type_in(line);
        screen.press("Enter");
        screen.wait_for_program("apigw");
        screen.wait("the page and the prompt of less", |text| {
            text.contains("\nSYNOPSIS\n") && text.trim_end().lines().last() == Some(":")
        });
        assert!(screen.styled_text().contains("\x1b[1mSYNOPSIS"), "headings are bold: {}", screen.styled_text());
        screen.press("q");
        screen.wait_for_program("bash");
        // Less leaves what it showed.
        screen.run("true");
    }
    // A page that fits is shown without waiting.
    screen.run("apigw rules help");
    assert!(screen.text().contains("apigw rules [--format text|json] [OPERATION]"), "{}", screen.text());
    for pager in [
        "AWS_PAGER= apigw help",
        "apigw --no-cli-pager help",
        "AWS_PAGER='tail -n 3' apigw help",
        "PAGER=cat apigw help",
    ] {
        screen.run(pager);
        assert!(screen.text().contains("Any other failure."), "{pager}: {}", screen.text());
    }
}

pub(crate) fn width() {
    for (columns, widest) in [(50, 50), (140, 100)] {
        let screen = Screen::open(BASH, columns, &[("AWS_PAGER", "")]);
        screen.run("apigw get-tags help | cat > /dev/null; apigw completions help");
        let text = screen.text();
        let lines = text.lines().skip_while(|line| *line != "DESCRIPTION");
        let longest = lines.map(|line| line.chars().count()).max().unwrap_or_default();
        // The paragraph fills its lines, and no line is broken by the terminal.
        assert!((widest - 20..=widest).contains(&longest), "{columns} columns, {longest} used:\n{text}");
    }
}

pub(crate) fn colors() {
    let screen = Screen::open(BASH, 100, &[("AWS_PAGER", ""), ("AWS_DEFAULT_REGION", "us-east-1")]);
    let table = "apigw get-account --generate-cli-skeleton output --output table";
    let is_colored = || screen.styled_text().contains("\x1b[33m");
    let is_bold = || screen.styled_text().contains(BOLD_NAME);
    for (before, after, is_wanted) in [
        ("", "", true),
        ("NO_COLOR=1", "", false),
        ("NO_COLOR=", "", true),
        ("NO_COLOR=1", "--color on", true),
        ("", "--color off", false),
        ("NO_COLOR=1", "--color auto", false),
    ] {
        screen.run(&format!("{before} {table} {after}"));
        assert!(screen.text().contains("GetAccount"), "{}", screen.text());
        assert_eq!(is_colored(), is_wanted, "{before} … {after}: {}", screen.styled_text());
        screen.run(&format!("{before} apigw {after} rules help"));
        assert!(screen.text().contains("NAME"), "{}", screen.text());
        assert_eq!(is_bold(), is_wanted, "{before} … {after}: {}", screen.styled_text());
    }
}
