//! Calls of every macro in which tokens were changed, as bytes decide: for fuzzers, and for tests with bytes of a seed.

use apigw_codegen::{client, derive_input, derive_input_with, derive_output, derive_output_with, model, request};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// What expands a call.
pub type Expand = fn(TokenStream) -> TokenStream;

/// Calls: what expands them, what stays as it is, and what is changed. The model of the last ones is small, for a call
/// without a file has the whole specification.
const CALLS: [(Expand, &str, &str); 9] = [
    (
        request,
        "",
        r##"apigw_model::PutIntegration {
            rest_api_id: api.id, resource_id: "r", http_method: GET, integration_http_method: "GET",
            #[allow(integration-uri-port, reason = "test")] uri: "http://example.com:81/", type: HTTP_PROXY,
            request_parameters: { "integration.request.header.X": "'x'" }, cache_namespace?: None, tls_config: { insecure_skip_verification: true }, request_templates: { "application/json": "#set($a = 1)" },
            #[cfg(test)] cache_key_parameters: ["a", b], timeout_in_millis: 5000, ..base
        }"##,
    ),
    (
        request,
        "",
        r#"CreateRestApi { name, endpoint_configuration: EndpointConfiguration { types: [EDGE, t] }, tags: { "k": v.into() },
            description: concat!("a", "b"), binary_media_types: ["a/b"].map(|x| x), api_key_source?, version?: v.map(Into::into),
            policy: if p { p.into() } else { Into::into(q) }, minimum_compression_size: 5, ..Default::default() }"#,
    ),
    (
        derive_input,
        "",
        r#"#[apigw(operation = PutIntegration, type = "AWS_PROXY", integration_http_method = "POST")]
        struct Mine<'a, T: Into<String>> where T: Clone {
            rest_api_id: &'a str, resource_id: String, http_method: HttpMethod,
            #[apigw(rename = uri)] address: T, #[apigw(skip)] other: Option<u8>, timeout_in_millis: Option<i32>
        }"#,
    ),
    (derive_input, "", r"#[apigw(structure = TlsConfig)] pub(crate) struct Mine { insecure_skip_verification: bool }"),
    (
        derive_output,
        "",
        r#"#[apigw(operation = GetIntegration, crate = ::apigw_model)]
        struct Mine { #[apigw(default)] uri: String, #[apigw(rename = "type")] kind: Option<String>, #[apigw(skip)] other: u8,
            #[apigw(parse)] http_method: Method, integration_responses: HashMap<String, Other> }"#,
    ),
    (
        derive_input_with,
        "",
        r#"[7, "{\"smithy\": \"2.0\", \"shapes\": {}}"], #[apigw(operation = SendParcel)] struct Mine { parcel_id: String }"#,
    ),
    (derive_output_with, "[8], ", "#[apigw(structure = SendParcel, path = own)] struct Mine { parcel_id: String }"),
    (
        model,
        r#"path = "models/parcels.json","#,
        r#"path = ["models/parcels.json", "models/parcels.rules.json"], operations = [SendParcel], crate = ::apigw_model"#,
    ),
    (
        client,
        r#"path = "models/parcels.json","#,
        r#"for Client, operations = [SendParcel], model = ::apigw_tests::own, path = "models/parcels.json""#,
    ),
];

/// What takes the place of tokens.
const WORDS: [&str; 30] = [
    "r#type",
    "path",
    "operation",
    "crate",
    "self",
    "_",
    "GET",
    "..",
    "#",
    "!",
    "?",
    "$",
    "=",
    ":",
    "::",
    ",",
    "'a",
    "b\"\\xff\"",
    "c\"x\"",
    "'c'",
    "1e999",
    "99999999999999999999999",
    "0xffu8",
    "1.0f32",
    "\"\\u{0}\"",
    "r##\"a\"#b\"##",
    "#[cfg(a)]",
    "|x| x",
    "{ \"a\": [] }",
    "<T>",
];

/// Decisions, out of bytes; zero when they are used up.
struct Choices<'a>(&'a [u8]);

impl Choices<'_> {
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::from(self.byte()) % limit.max(1)
    }
}

/// How often a call is changed at most; what is copied into its copy grows with each.
const CHANGES: usize = 8;

/// A call, changed at as many places as there are bytes for.
///
/// # Panics
///
/// If a call or a word of this file is none, which its test shows.
pub fn mutated(data: &[u8]) -> (Expand, TokenStream) {
    let mut choices = Choices(data);
    let (expand, fixed, call) = CALLS[choices.below(CALLS.len())];
    let mut trees: Vec<TokenTree> = tokens(call);
    for _ in 0..CHANGES {
        if choices.0.is_empty() {
            break;
        }
        change(&mut trees, &mut choices);
    }
    let mut whole: TokenStream = fixed.parse().expect("the beginning of a call");
    whole.extend(trees);
    (expand, whole)
}

fn tokens(text: &str) -> Vec<TokenTree> {
    text.parse::<TokenStream>().expect("tokens").into_iter().collect()
}

/// Changes one token, or some in the group that it is.
fn change(trees: &mut Vec<TokenTree>, choices: &mut Choices<'_>) {
    let index = choices.below(trees.len());
    if let Some(TokenTree::Group(group)) = trees.get(index)
        && !choices.byte().is_multiple_of(4)
    {
        let (delimiter, mut inner) = (group.delimiter(), group.stream().into_iter().collect());
        change(&mut inner, choices);
        trees[index] = TokenTree::Group(Group::new(delimiter, inner.into_iter().collect()));
        return;
    }

    let other = choices.below(trees.len());
    match choices.byte() % 8 {
        _ if trees.is_empty() => trees.extend(tokens(WORDS[choices.below(WORDS.len())])),
        0 => _ = trees.remove(index),
        1 => trees.insert(index, trees[other].clone()),
        2 => trees.swap(index, other),
        3 => trees.truncate(index),
        4 => trees[index] = trees[other].clone(),
        5 => {
            let wrapped = std::mem::take(trees);
            let delimiters = [Delimiter::None, Delimiter::Parenthesis, Delimiter::Bracket, Delimiter::Brace];
            let (from, to) = (index.min(other), index.max(other));
            let group = Group::new(delimiters[choices.below(4)], wrapped[from..=to].iter().cloned().collect());
            trees.extend_from_slice(&wrapped[..from]);
            trees.push(group.into());
            trees.extend_from_slice(&wrapped[to + 1..]);
        }
        _ => _ = trees.splice(index..=index, tokens(WORDS[choices.below(WORDS.len())])),
    }
}
