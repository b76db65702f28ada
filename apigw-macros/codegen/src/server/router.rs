//! The tree of path segments by which a server finds the operation of a request.

use std::collections::BTreeMap;

use apigw_spec::Operation;
use proc_macro2::TokenStream;
use quote::quote;

/// The operations at and below a part of a path.
#[derive(Default)]
pub(super) struct Router {
    literals: BTreeMap<&'static str, Router>,
    label: Option<Box<Router>>,
    greedy: Option<Box<Router>>,
    ends: Vec<End>,
}

struct End {
    method: &'static str,
    query: Vec<(&'static str, &'static str)>,
    operation: usize,
}

impl Router {
    /// The tree of some operations.
    pub(super) fn new(operations: &[&'static Operation]) -> Self {
        let mut root = Self::default();
        for (index, operation) in operations.iter().enumerate() {
            let (path, query) = operation.uri.split_once('?').unwrap_or((operation.uri, ""));
            let pairs = query.split('&').filter(|pair| !pair.is_empty());
            let query = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, ""))).collect();
            let mut node = &mut root;
            for segment in path.strip_prefix('/').unwrap_or(path).split('/') {
                node = node.child(segment);
            }
            node.ends.push(End { method: operation.method, query, operation: index });
            // Of two that fit, the more specific one comes first.
            node.ends.sort_by_key(|end| std::cmp::Reverse(end.query.len()));
        }
        root
    }

    fn child(&mut self, segment: &'static str) -> &mut Self {
        if segment.ends_with("+}") {
            self.greedy.get_or_insert_default()
        } else if segment.starts_with('{') {
            self.label.get_or_insert_default()
        } else {
            self.literals.entry(segment).or_default()
        }
    }

    /// The tree as the value of a static.
    pub(super) fn tokens(&self, private: &TokenStream) -> TokenStream {
        let literals = self.literals.iter().map(|(segment, node)| {
            let node = node.tokens(private);
            quote!((#segment, #node))
        });
        let child = |node: &Option<Box<Self>>| match node {
            Some(node) => {
                let node = node.tokens(private);
                quote!(::core::option::Option::Some(&#node))
            }
            None => quote!(::core::option::Option::None),
        };
        let (label, greedy) = (child(&self.label), child(&self.greedy));
        let ends = self.ends.iter().map(|End { method, query, operation }| {
            let query = query.iter().map(|(name, value)| quote!((#name, #value)));
            quote!(#private::server::RouteEnd { method: #method, query: &[#(#query),*], operation: #operation })
        });
        quote! {
            #private::server::RouteNode {
                literals: &[#(#literals),*], label: #label, greedy: #greedy, ends: &[#(#ends),*],
            }
        }
    }
}
