//! Names: of files, and those that hand-written Rust may not know.

use std::collections::{BTreeMap, BTreeSet};

use apigw_spec::Kind;
use apigw_spec::case::separated;
use proc_macro2::{TokenStream, TokenTree};

use crate::none;
use crate::source::sources;

/// If a function fits nowhere, a noun is missing.
const BANNED: [&str; 10] =
    ["util", "utils", "helper", "helpers", "common", "misc", "manager", "internal", "internals", "stuff"];

#[test]
fn files_have_telling_names() {
    let findings = sources().iter().filter(|source| {
        let mut names = source.path.trim_end_matches(".rs").split('/');
        names.any(|name| BANNED.contains(&name))
    });
    let findings: Vec<_> = findings.map(|source| source.path.clone()).collect();
    none(&findings, "names that say nothing");
}

/// Where hand-written Rust may say a word that names an operation or a shape.
const KNOWING: [(&str, &str); 18] = [
    // The table of what the AWS CLI does otherwise than the rest of it.
    ("apigw-cli/src/syntax/quirks.rs", "CreateRestApi"),
    // The operation that the command runs itself; a key of recorded cases.
    ("apigw-cli/src/syntax/quirks.rs", "TestInvokeMethod"),
    ("apigw-cli/src/commands/offline/case.rs", "RequestValidator"),
    // The name of a part of an API.
    ("apigw-cli/src/commands/offline/api_file.rs", "RequestValidators"),
    // The codes by which every service of AWS asks for patience.
    ("apigw-client/src/failure.rs", "LimitExceededException"),
    ("apigw-client/src/failure.rs", "TooManyRequestsException"),
    // The grammar of `api-id:stage`, which is named after what it reads.
    ("spec/src/format/list.rs", "ApiStage"),
    ("spec/src/format/names.rs", "ApiStage"),
    // Variables of `$context`.
    ("spec/src/format/velocity/members.rs", "DomainName"),
    ("spec/src/format/velocity/members.rs", "ApiKey"),
    ("apigw-local/engine/src/mapping/context.rs", "DomainName"),
    ("apigw-local/engine/src/mapping/context.rs", "ApiKey"),
    ("apigw-local/engine/src/gateway/admission.rs", "ApiKey"),
    ("apigw-cli/src/commands/offline/case.rs", "DomainName"),
    // Values of `x-amzn-ErrorType`, which calls of an API answer with.
    ("apigw-local/engine/src/steps/fault.rs", "BadRequestException"),
    ("apigw-local/engine/src/steps/fault.rs", "UnauthorizedException"),
    ("apigw-local/engine/src/steps/fault.rs", "TooManyRequestsException"),
    ("apigw-local/engine/src/steps/fault.rs", "LimitExceededException"),
];

/// The names of operations, and of structures with two words or more, in every spelling.
fn names() -> BTreeMap<String, &'static str> {
    let spec = apigw_spec::builtin::spec().expect("the built-in specification reads");
    let operations = spec.operations.iter().map(|operation| operation.name);
    let structures = spec.shapes.iter().filter(|shape| matches!(shape.kind, Kind::Structure(_)));
    let structures = structures.map(|shape| shape.name()).filter(|name| separated(name, '-').contains('-'));
    let mut names = BTreeMap::new();
    for name in operations.chain(structures) {
        let mut chars = name.chars();
        let camel: String = chars.next().into_iter().flat_map(char::to_lowercase).chain(chars).collect();
        for spelling in [name.to_owned(), camel, separated(name, '-'), separated(name, '_')] {
            names.insert(spelling, name);
        }
    }
    names
}

/// Calls `found` with every identifier and every word of a text, and its line.
fn words(tokens: TokenStream, found: &mut dyn FnMut(&str, usize)) {
    for tree in tokens {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Group(group) => words(group.stream(), found),
            TokenTree::Ident(ident) => found(ident.to_string().trim_start_matches("r#"), line),
            TokenTree::Literal(literal) => {
                let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string()) else { continue };
                let text = text.value();
                let parts = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-'));
                parts.for_each(|word| found(word, line));
            }
            TokenTree::Punct(_) => {}
        }
    }
}

#[test]
fn hand_written_rust_names_no_operation_and_no_shape() {
    let names = names();
    let (mut findings, mut used) = (Vec::new(), BTreeSet::new());
    // What becomes of the objects of the service is the subject of the local one.
    let is_subject = |path: &str| path.starts_with("apigw-local/src/");
    for source in sources().iter().filter(|source| !source.is_test() && !is_subject(&source.path)) {
        words(source.code(), &mut |word, line| {
            let Some(name) = names.get(word) else { return };
            if let Some(known) = KNOWING.iter().find(|known| **known == (source.path.as_str(), *name)) {
                used.insert(known);
            } else {
                findings.push(format!("{}:{line}: `{word}` is `{name}` of the service", source.path));
            }
        });
    }
    none(&findings, "names of the service in hand-written Rust");
    assert_eq!(used.len(), KNOWING.len(), "an exception is not needed any more; these are: {used:?}");
}

#[test]
fn only_the_modules_for_names_make_identifiers() {
    // Spelled so that this file is not found.
    let maker = "format_iden\u{74}!";
    let is_allowed = |path: &str| ["names.rs", "types.rs", "paths.rs"].iter().any(|file| path.ends_with(file));
    let findings = sources().iter().filter(|source| !is_allowed(&source.path)).flat_map(|source| {
        let lines = source.text.lines().enumerate().filter(|(_, line)| line.contains(maker));
        lines.map(|(index, line)| format!("{}:{}: {}", source.path, index + 1, line.trim())).collect::<Vec<_>>()
    });
    none(&findings.collect::<Vec<_>>(), "identifiers are made in `names`, `types` and `paths`");
}
