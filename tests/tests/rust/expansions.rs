//! What `model!` expands to: snapshots of a few items for people to review, and a budget for the whole.

use std::fs;
use std::path::Path;

use apigw_codegen::expand;
use apigw_spec::Spec;
use apigw_spec::case::separated;
use apigw_tests::{bless, path};
use proc_macro2::{TokenStream, TokenTree};

/// The items that are kept as snapshots: an operation with everything, an enumeration, a small structure, an answer
/// that is a stream, and patch operations.
const SNAPSHOTS: [&str; 5] = ["PutIntegration", "IntegrationType", "TlsConfig", "GetExport", "UpdateStage"];

fn spec() -> &'static Spec {
    apigw_spec::builtin::spec().expect("the built-in specification reads")
}

/// A file is long enough to be reviewed at once, and ends with the next method or item then.
const ENOUGH_LINES: usize = 250;

/// The files of an item: its types, and the module beside them in as many parts as its length asks for.
fn files(name: &str) -> Vec<(String, String)> {
    let tokens = expand(spec(), &[name]).expect("a name of the specification");
    let mut types: syn::File = syn::parse2(tokens).expect("items of Rust");
    let mut module = syn::File { shebang: None, attrs: Vec::new(), items: Vec::new() };
    for item in &mut types.items {
        if let syn::Item::Mod(syn::ItemMod { content: Some((_, items)), .. }) = item {
            module.items.append(items);
        }
    }

    let mut parts = vec![Vec::new()];
    for line in prettyplease::unparse(&module).lines() {
        let is_end = matches!(line, "}" | "    }");
        let part = parts.last_mut().expect("a part");
        part.push(format!("{line}\n"));
        if is_end && part.len() >= ENOUGH_LINES {
            parts.push(Vec::new());
        }
    }
    let parts = parts.into_iter().filter(|part| !part.is_empty()).map(|part| part.concat());

    let folder = separated(name, '_');
    let header = format!("// What `model!` emits for `{name}`. Checked by tests/tests/rust/expansions.rs.\n\n");
    let file = |part: String, text: String| (format!("{folder}/{part}.rs"), format!("{header}{text}"));
    let parts = parts.enumerate().map(|(index, text)| file(format!("module_{}", index + 1), text));
    std::iter::once(file("types".to_owned(), prettyplease::unparse(&types))).chain(parts).collect()
}

#[test]
fn chosen_expansions_are_the_reviewed_ones() {
    let mut expected: Vec<String> = Vec::new();
    for (file, text) in SNAPSHOTS.iter().flat_map(|name| files(name)) {
        bless(&format!("snapshots/{file}"), &text, "rust");
        expected.push(file);
    }

    let names = |folder: &Path| -> Vec<String> {
        let listed = fs::read_dir(folder).expect("a folder of snapshots");
        listed.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name")).collect()
    };
    let root = path("snapshots");
    let folders = names(&root).into_iter();
    let mut found: Vec<String> = folders
        .flat_map(|folder| names(&root.join(&folder)).into_iter().map(move |file| format!("{folder}/{file}")))
        .collect();
    found.sort();
    expected.sort();
    assert_eq!(found, expected, "files that belong to no chosen item");
}

#[test]
fn an_unknown_name_is_an_error_with_a_suggestion() {
    let errors = expand(spec(), &["PutIntegraton", "TlsConfig", "Nonsense42"]).expect_err("two unknown names");
    assert_eq!(errors.len(), 2, "{errors:?}");
    assert!(errors[0].ends_with("did you mean `PutIntegration`?"), "{}", errors[0]);
    assert!(errors[1].contains("`Nonsense42`"), "{}", errors[1]);
}

/// The number of tokens, those within groups included.
fn count(tokens: TokenStream) -> usize {
    let each = tokens.into_iter().map(|tree| match tree {
        TokenTree::Group(group) => 2 + count(group.stream()),
        _ => 1,
    });
    each.sum()
}

#[test]
fn the_whole_expansion_stays_within_its_budget() {
    /// A member comes as a field, two setters that can be called once, a row of the table, and its share of the rules.
    const PER_MEMBER: usize = 1_260;
    let spec = spec();
    let whole = count(expand(spec, &[]).expect("the whole specification"));
    let members: usize = spec.shapes.iter().map(|shape| shape.members().len()).sum();
    let each = whole / members;
    assert!(each <= PER_MEMBER, "{whole} tokens for {members} members: {each} each, the budget is {PER_MEMBER}");
}
