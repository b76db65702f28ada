//! Words that the project does not use in strings, documentation and comments, and the names of types.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use proc_macro2::{TokenStream, TokenTree};
use syn::Item;

use crate::debris::comments;
use crate::none;
use crate::packages::package_of;
use crate::source::{Source, root, sources};

/// Words and phrases in lower case, each with what to write instead. Spelled with `|` so that this file is not found.
const BANNED: [(&str, &str); 17] = [
    ("me|nd", "fix"),
    ("me|nds", "fixes"),
    ("me|nded", "fixed"),
    ("to|ld", "reported, given"),
    ("some|body", "a user, a caller"),
    ("no|body", "no user, no caller"),
    ("wh|om", "which caller"),
    ("for ev|er", "forever"),
    ("one's o|wn", "your own, custom"),
    ("goes o|n", "continues"),
    ("ju|dge", "check, lint"),
    ("ju|dges", "checks, lints"),
    ("ju|dged", "checked, linted"),
    ("do|or", "entry point"),
    ("do|ors", "entry points"),
    ("a te|xt", "a string"),
    ("rea|dable te|xt", "a message"),
];

/// Calls `found` with every string of a file, documentation included, and its line.
fn strings(tokens: TokenStream, found: &mut dyn FnMut(&str, usize)) {
    for tree in tokens {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Group(group) => strings(group.stream(), found),
            TokenTree::Literal(literal) => {
                if let Ok(string) = syn::parse_str::<syn::LitStr>(&literal.to_string()) {
                    found(&string.value(), line);
                }
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
    }
}

/// The banned words of a text, which begin and end where words do.
fn banned(text: &str) -> Vec<(String, &'static str)> {
    let lower = text.to_lowercase();
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut found = Vec::new();
    for (word, instead) in BANNED {
        let word = word.replace('|', "");
        for (start, _) in lower.match_indices(&word) {
            let (before, after) = (lower[..start].chars().next_back(), lower[start + word.len()..].chars().next());
            if !is_letter(before) && !is_letter(after) {
                found.push((word.clone(), instead));
            }
        }
    }
    found
}

fn words_of(source: &Source) -> Vec<String> {
    let mut findings = Vec::new();
    let mut add = |text: &str, line: usize| {
        let found = banned(text).into_iter();
        findings.extend(found.map(|(word, instead)| format!("{}:{line}: `{word}`: {instead}", source.path)));
    };
    strings(source.code_and_docs(), &mut add);
    for (line, comment) in comments(&source.text) {
        add(&comment, line);
    }
    findings
}

#[test]
fn strings_and_docs_use_the_words_of_the_field() {
    assert_eq!(banned("A DO\u{4f}R; indoors, a text.").len(), 2);
    let ours = sources().iter().filter(|source| !source.is_test() && package_of(&source.path).is_some());
    let findings: Vec<_> = ours.flat_map(words_of).collect();
    none(&findings, "words that the project does not use");
}

#[test]
fn guides_use_the_words_of_the_field() {
    let guides = ["README.md", "CHANGELOG.md", ".github/ARCHITECTURE.md", ".github/CONTRIBUTING.md"];
    let data = ["spec/models/api-gateway.rules.json", "spec/models/api-gateway.errors.json"];
    let findings = guides.iter().chain(&data).flat_map(|path| {
        let text = fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        let lines = text.lines().enumerate();
        // What AWS says is quoted as AWS says it.
        let ours =
            lines.filter(|(_, line)| !["\"aws\"", "\"texts\""].iter().any(|name| line.trim_start().starts_with(name)));
        let found = ours.flat_map(|(index, line)| {
            banned(line).into_iter().map(move |(word, instead)| format!("{path}:{}: `{word}`: {instead}", index + 1))
        });
        found.collect::<Vec<_>>()
    });
    none(&findings.collect::<Vec<_>>(), "words that the project does not use");
}

/// Calls `found` with the name of every type that items declare.
fn types(items: &[Item], found: &mut dyn FnMut(String)) {
    for item in items {
        match item {
            Item::Enum(item) => found(item.ident.to_string()),
            Item::Struct(item) => found(item.ident.to_string()),
            Item::Trait(item) => found(item.ident.to_string()),
            Item::Type(item) => found(item.ident.to_string()),
            Item::Mod(item) => {
                let is_test = item.ident == "tests";
                if let (Some((_, items)), false) = (&item.content, is_test) {
                    types(items, found);
                }
            }
            _ => {}
        }
    }
}

#[test]
fn no_type_name_is_used_more_than_twice() {
    let mut places = BTreeMap::<String, Vec<&str>>::new();
    for source in sources().iter().filter(|source| !source.is_test() && package_of(&source.path).is_some()) {
        // A type that is declared twice in a file is one type under two conditions.
        let mut names = BTreeSet::new();
        types(&source.items().items, &mut |name| {
            names.insert(name);
        });
        for name in names {
            places.entry(name).or_default().push(&source.path);
        }
    }
    let often = places.iter().filter(|(_, places)| places.len() > 2);
    let findings = often.map(|(name, places)| format!("{name}: {}", places.join(", ")));
    none(&findings.collect::<Vec<_>>(), "names that more than two types have");
}
