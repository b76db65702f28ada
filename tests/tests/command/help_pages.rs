//! The pages of all operations: nothing is left out of them, and what they show works.

use std::collections::BTreeSet;
use std::fs;

use apigw_model::OPERATIONS;
use apigw_spec::case::separated;
use apigw_spec::{Kind, Member, Operation, Shape};
use apigw_tests::command_folder::{CommandFolder, outcome};
use apigw_tests::help_page::{HelpPage, Item};

/// The commands that are not operations.
const OWN: [&str; 14] = [
    "local",
    "try",
    "spec",
    "explain",
    "rules",
    "operations",
    "check-api",
    "render",
    "schema",
    "man",
    "completions",
    "lint",
    "lint-script",
    "lsp",
];

fn command(operation: &Operation) -> String {
    separated(operation.name, '-')
}

fn page(operation: &Operation) -> HelpPage {
    HelpPage::of(&[&command(operation), "help"])
}

/// The name of the option of a head, without the opposite of a flag.
fn option(item: &Item) -> &str {
    item.head.split([' ', '(']).next().unwrap_or_default()
}

#[test]
fn every_option_is_documented() {
    let mut seen = 0;
    for operation in OPERATIONS {
        let items = page(operation).items("OPTIONS");
        let members = operation.input.shape().members();
        for (member, item) in members.iter().zip(&items) {
            let name = separated(member.name, '-').replace("provider-a-r-ns", "provider-arns");
            let place = format!("{} {}", operation.name, item.head);
            // One option goes by another name, because a global option has its own.
            assert!(option(item) == format!("--{name}") || option(item) == "--api-version", "{place}: {name}");
            assert_eq!(item.head.ends_with(" [required]"), member.required, "{place}");
            let about = item.text();
            assert!(about.contains(". ") || about.ends_with('.') || about.contains(".\n"), "{place}: {about}");
            if let Kind::String(text) = member.target.shape().kind {
                assert_eq!(item.values(), text.values.listed().unwrap_or_default(), "{place}");
            }
            compare(member.target.shape(), &item.items, &place);
            seen += 1;
        }
        let further: Vec<&Item> =
            items.iter().skip(members.len()).filter(|item| item.head.ends_with([')', ']'])).collect();
        let ends = |item: &&Item| item.text().ends_with('.') || !item.values().is_empty();
        assert!(further.iter().all(ends), "{}: {further:?}", operation.name);
        let streams = operation.has_streaming_output();
        assert_eq!(
            further.iter().any(|item| item.head == "outfile (string) [required]"),
            streams,
            "{}",
            operation.name
        );
    }
    assert!(seen > 400, "{seen}");
}

#[test]
fn every_member_of_an_answer_is_documented() {
    for operation in OPERATIONS.iter().filter(|operation| operation.output.is_some()) {
        let shape = operation.output.map(apigw_spec::Target::shape).expect("an output");
        let items = page(operation).items("OUTPUT");
        compare(shape, &items, operation.name);
    }
}

/// Compares the parts of a value with its shape: nothing is missing, everything with a name of its own is described
/// (keys, values and items are with what holds them), and all values are listed.
fn compare(shape: &'static Shape, items: &[Item], place: &str) {
    let parts: Vec<(String, &'static Shape, bool)> = match shape.kind {
        Kind::Structure(structure) => {
            let part = |member: &Member| (format!("{} -> (", member.name), member.target.shape(), true);
            structure.members.iter().map(part).collect()
        }
        Kind::Map { key, value } => {
            vec![("key -> (".to_owned(), key.shape(), false), ("value -> (".to_owned(), value.shape(), false)]
        }
        Kind::List(item) => vec![("(".to_owned(), item.shape(), false)],
        _ => Vec::new(),
    };
    assert_eq!(items.len(), parts.len(), "{place}: {items:?}");
    for (item, (head, shape, is_named)) in items.iter().zip(parts) {
        let place = format!("{place} / {}", item.head);
        assert!(item.head.starts_with(&head), "{place}: {head}");
        assert!(!is_named || item.text().contains('.'), "{place}");
        if let Kind::String(text) = shape.kind {
            assert_eq!(item.values(), text.values.listed().unwrap_or_default(), "{place}");
            assert!(text.pattern.is_none_or(|pattern| item.text().contains(pattern)), "{place}");
        }
        compare(shape, &item.items, &place);
    }
}

/// The identifiers of the rules of a shape and of what is inside it.
fn rules(shape: &'static Shape, seen: &mut Vec<&'static str>, found: &mut BTreeSet<&'static str>) {
    if seen.contains(&shape.id) {
        return;
    }
    seen.push(shape.id);
    match shape.kind {
        Kind::List(item) => rules(item.shape(), seen, found),
        Kind::Map { value, .. } => rules(value.shape(), seen, found),
        Kind::Structure(structure) => {
            found.extend(structure.rules.rules.iter().map(|rule| rule.id));
            structure.members.iter().for_each(|member| rules(member.target.shape(), seen, found));
        }
        _ => {}
    }
}

#[test]
fn every_rule_is_told() {
    let mut all = BTreeSet::new();
    for operation in OPERATIONS {
        let mut found = BTreeSet::new();
        rules(operation.input.shape(), &mut Vec::new(), &mut found);
        let page = page(operation);
        let lines = page.sections.iter().filter(|(title, _)| title == "OPTIONS" || title == "RULES");
        let text: Vec<&str> = lines.flat_map(|(_, lines)| lines).flat_map(|line| line.split_whitespace()).collect();
        for rule in &found {
            let is_told =
                text.iter().any(|word| *word == format!("error[{rule}]:") || *word == format!("warning[{rule}]:"));
            assert!(is_told, "{} does not tell {rule}", operation.name);
        }
        if let Some(table) = operation.input.shape().structure().rules.patch {
            let text = text.join(" ");
            for row in table.rows {
                assert!(text.contains(&format!("o `{}`:", row.path)), "{} does not tell {}", operation.name, row.path);
            }
        }
        all.extend(found);
    }
    assert!(all.len() > 150, "{}", all.len());
}

#[test]
fn every_example_is_accepted() {
    for operation in OPERATIONS {
        let page = page(operation);
        let lines = page.lines("EXAMPLES").iter().map(|line| line.trim());
        let examples: Vec<&str> = lines.filter(|line| line.starts_with("apigw ")).collect();
        assert!(!examples.is_empty(), "{}", operation.name);
        for example in examples {
            let folder = CommandFolder::new();
            if example.contains("--format csv") {
                folder.write("body", "Name,key\npets,abcdefghij1234567890\n");
            } else if example.contains("fileb://body") {
                folder.write("body", r#"{"swagger": "2.0", "info": {"title": "pets", "version": "1"}, "paths": {}}"#);
            }
            let shown = folder.in_shell(&format!("{example} --dry-run"));
            assert_eq!((shown.exit, shown.stderr.as_str()), (Some(0), ""), "{example}");
            let first = shown.stdout.lines().next().unwrap_or_default();
            assert!(first.starts_with(&format!("{} https://", operation.method)), "{example}: {first}");
        }
    }
}

#[test]
fn help_is_found_in_every_way() {
    let shown = |words: &[&str]| {
        let shown = outcome(CommandFolder::new().command().args(words));
        assert_eq!((shown.exit, shown.stderr.as_str()), (Some(0), ""), "{words:?}");
        shown.stdout
    };
    let page = shown(&["put-integration", "help"]);
    for words in [
        &["put-integration", "--help"][..],
        &["apigateway", "put-integration", "help"],
        &["apigateway", "put-integration", "--help"],
        &["--region", "us-east-1", "put-integration", "--type", "MOCK", "--help"],
        &["put-integration", "help", "--no-cli-pager"],
    ] {
        assert_eq!(shown(words), page, "{words:?}");
    }
    let overview = shown(&["help"]);
    for words in [&["--help"][..], &["apigateway", "help"], &["apigateway", "--help"], &["--color", "on", "help"]] {
        assert_eq!(shown(words), overview, "{words:?}");
    }
    for operation in OPERATIONS {
        assert!(overview.contains(&format!("\n       {}\n", command(operation))), "{}", operation.name);
    }
    for own in OWN {
        let page = shown(&[own, "help"]);
        assert_eq!(shown(&[own, "--help"]), page);
        assert!(page.contains(&format!("\n          apigw {own}")), "{page}");
        assert!(overview.contains(&format!("\n             apigw {own}")), "{own}");
    }
    assert!(!overview.contains('\x1b') && overview.lines().all(|line| line.len() < 130), "{overview}");
}

#[test]
fn a_reader_who_leaves_is_no_error() {
    let shown = CommandFolder::new().in_shell("apigw help | head -n 1; apigw put-integration help | head -n 1 >&2");
    assert_eq!((shown.exit, shown.stdout.as_str(), shown.stderr.as_str()), (Some(0), "NAME\n", "NAME\n"));
}

/// The folder with all man pages.
fn manual() -> CommandFolder {
    let folder = CommandFolder::new();
    let shown = outcome(folder.command().args(["man", "man1"]));
    assert_eq!((shown.exit, shown.stderr.as_str()), (Some(0), ""), "{}", shown.stdout);
    folder
}

#[test]
fn man_pages_hold_what_help_does() {
    let folder = manual();
    let read = |name: &str| {
        fs::read_to_string(folder.path().join("man1").join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    };
    let names = OPERATIONS.iter().map(|operation| command(operation)).chain(OWN.map(str::to_owned));
    let mut count = 1;
    assert!(read("apigw.1").contains(".TH APIGW 1 "));
    for name in names {
        let text = read(&format!("apigw-{name}.1"));
        count += 1;
        assert!(text.contains(&format!("\napigw\\-{} \\- ", name.replace('-', "\\-"))), "{name}");
        for (index, line) in text.lines().enumerate().skip(2) {
            let request = line.strip_prefix('.').map(|rest| rest.split(' ').next().unwrap_or_default());
            let is_known = request
                .is_none_or(|request| ["TH", "SH", "PP", "IP", "RS", "RE", "nf", "fi", "nh", "ad"].contains(&request));
            assert!(is_known && !line.starts_with('\''), "{name}:{}: {line}", index + 1);
            // Every backslash begins an escape that was meant.
            let mut rest = line;
            while let Some((_, after)) = rest.split_once('\\') {
                let escape = ["\\", "-", "&", "fB", "fR", "*(Aq", "(bu", "[u", " "]
                    .into_iter()
                    .find(|escape| after.starts_with(escape));
                let escape = escape.unwrap_or_else(|| panic!("{name}:{}: {line}", index + 1));
                rest = &after[escape.len()..];
            }
        }
        if OWN.contains(&name.as_str()) {
            continue;
        }
        for item in HelpPage::of(&[&name, "help"]).items("OPTIONS").iter().filter(|item| item.head.starts_with("--")) {
            let head = item.head.replace('-', "\\-");
            assert!(text.contains(&format!("\n\\fB{head}\\fR\n")), "{name}: {head}");
        }
    }
    assert_eq!(fs::read_dir(folder.path().join("man1")).expect("a folder").count(), count);
}
