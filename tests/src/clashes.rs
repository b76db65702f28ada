//! Names that clash in generated code: two types, two values, two fields, two variants or two methods of one name.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};

/// The names that a module, or one below it, has twice.
pub fn clashes(module: TokenStream) -> Vec<String> {
    let mut found = Vec::new();
    check_module(module, "", &mut found);
    found
}

/// The names of one scope.
#[derive(Default)]
struct Scope {
    taken: BTreeSet<(String, String)>,
}

impl Scope {
    fn take(&mut self, space: &str, name: &Ident, path: &str, found: &mut Vec<String>) {
        let name = name.to_string();
        if name != "_" && !self.taken.insert((space.to_owned(), name.clone())) {
            found.push(format!("{space} `{name}` in `{path}`"));
        }
    }
}

fn check_module(module: TokenStream, path: &str, found: &mut Vec<String>) {
    let mut scope = Scope::default();
    let mut tokens = module.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let TokenTree::Ident(keyword) = token else { continue };
        let keyword = keyword.to_string();
        match keyword.as_str() {
            "struct" | "enum" | "trait" | "type" | "mod" => {
                let Some(TokenTree::Ident(name)) = tokens.next() else { continue };
                scope.take("type", &name, path, found);
                let inner = format!("{path}::{name}");
                match (keyword.as_str(), body(&mut tokens)) {
                    ("struct", Some(fields)) => check_fields(fields, &inner, found),
                    ("enum", Some(variants)) => check_variants(variants, &inner, found),
                    ("mod", Some(items)) => check_module(items, &inner, found),
                    _ => {}
                }
            }
            "fn" | "static" | "const" => {
                let Some(TokenTree::Ident(name)) = tokens.next() else { continue };
                scope.take("value", &name, path, found);
                body(&mut tokens);
            }
            "use" => _ = tokens.by_ref().find(|token| is_punct(token, ';')),
            "impl" => check_implementation(&mut tokens, &mut scope, path, found),
            _ => {}
        }
    }
}

/// The braces at the end of an item; none if it ends in a semicolon.
fn body(tokens: &mut impl Iterator<Item = TokenTree>) -> Option<TokenStream> {
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return Some(group.stream()),
            token if is_punct(&token, ';') => return None,
            _ => {}
        }
    }
    None
}

/// The methods of a type's own implementations, which share the type's names.
fn check_implementation(
    tokens: &mut impl Iterator<Item = TokenTree>,
    scope: &mut Scope,
    path: &str,
    found: &mut Vec<String>,
) {
    let (mut depth, mut of_trait, mut subject, mut is_bound) = (0_i32, false, None, false);
    for token in tokens {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '<' => depth += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' => depth -= 1,
            TokenTree::Ident(ident) if depth == 0 && ident == "for" => of_trait = true,
            TokenTree::Ident(ident) if depth == 0 && ident == "where" => is_bound = true,
            TokenTree::Ident(ident) if depth == 0 && !is_bound => subject = Some(ident),
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let Some(subject) = subject.filter(|_| !of_trait) else { return };
                let mut tokens = group.stream().into_iter();
                while let Some(token) = tokens.next() {
                    if matches!(&token, TokenTree::Ident(keyword) if *keyword == "fn")
                        && let Some(TokenTree::Ident(name)) = tokens.next()
                    {
                        scope.take(&format!("method of {subject}"), &name, path, found);
                    }
                }
                return;
            }
            _ => {}
        }
    }
}

fn check_fields(fields: TokenStream, path: &str, found: &mut Vec<String>) {
    let mut scope = Scope::default();
    let mut depth = 0_i32;
    let mut is_start = true;
    for token in fields {
        match token {
            TokenTree::Ident(ident) if is_start && ident != "pub" => {
                scope.take("field", &ident, path, found);
                is_start = false;
            }
            TokenTree::Punct(punct) => match punct.as_char() {
                '<' => depth += 1,
                '>' => depth -= 1,
                ',' if depth == 0 => is_start = true,
                _ => {}
            },
            _ => {}
        }
    }
}

fn check_variants(variants: TokenStream, path: &str, found: &mut Vec<String>) {
    let mut scope = Scope::default();
    let mut is_start = true;
    for token in variants {
        match token {
            TokenTree::Ident(ident) if is_start => {
                scope.take("variant", &ident, path, found);
                is_start = false;
            }
            token if is_punct(&token, ',') => is_start = true,
            _ => {}
        }
    }
}

fn is_punct(token: &TokenTree, c: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == c)
}
