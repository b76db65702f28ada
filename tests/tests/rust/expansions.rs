//! What `model!` expands to: snapshots of a few items for people to review, and a budget for the whole.

use std::fs;

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

fn formatted(name: &str) -> String {
    let tokens = expand(spec(), &[name]).expect("a name of the specification");
    let file = syn::parse2(tokens).expect("items of Rust");
    format!("// What `model!` emits for `{name}`. Checked by tests/expansions.rs.\n\n{}", prettyplease::unparse(&file))
}

#[test]
fn chosen_expansions_are_the_reviewed_ones() {
    let file = |name: &str| format!("{}.rs", separated(name, '_'));
    for name in SNAPSHOTS {
        bless(&format!("snapshots/{}", file(name)), &formatted(name), "rust");
    }
    let listed = fs::read_dir(path("snapshots")).expect("the folder of snapshots");
    let mut files: Vec<_> =
        listed.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name")).collect();
    files.sort();
    let mut expected = SNAPSHOTS.map(file);
    expected.sort();
    assert_eq!(files, expected, "files that belong to no chosen item");
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
