//! Patch builders: one function for each thing that an update's patch table lets one do to a path.

use std::collections::BTreeSet;

use apigw_spec::case::separated;
use apigw_spec::rule::{PatchOp, PatchParts, PatchRow, PatchSegment, PatchTable, Step};
use apigw_spec::{Kind, Operation, Shape};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Emitter;
use crate::{documentation, names};

impl Emitter<'_> {
    /// The module `patch` of an operation whose rules have a patch table; nothing for the others.
    pub(super) fn patches(&self, operation: &Operation) -> TokenStream {
        let structure = operation.input.shape().structure();
        let Some((table, item)) = structure.rules.patch.and_then(|table| Some((table, item(operation, table)?))) else {
            return TokenStream::new();
        };
        let mut taken = BTreeSet::new();
        let rows = table.rows.iter().flat_map(|row| row.ops.iter().map(move |op| (row, *op)));
        let functions = rows.filter_map(|(row, op)| {
            let name = name(row, op);
            taken.insert(name.clone()).then(|| self.patch(table, row, op, item, &name)).flatten()
        });
        let functions: Vec<_> = functions.collect();
        let documentation = documentation::doc(&format!("The patch operations that `{}` takes.", operation.name));
        quote! {
            #documentation
            pub mod patch {
                #(#functions)*
            }
        }
    }

    fn patch(&self, table: &PatchTable, row: &PatchRow, op: PatchOp, item: &Shape, name: &str) -> Option<TokenStream> {
        let private = self.paths.private();
        let PatchParts { op: op_step, path, value, from } = table.parts;
        let [op_setter, path_setter, value_setter, from_setter] =
            [op_step, path, value, from].map(|step| setter(item, step));
        let ty = self.names.type_of(item);
        let (function, word) = (names::function(name), op.word());
        let (parameters, segments) = segments(row);
        let documentation = documentation::doc(&format!("`{word}` of `{}`.", row.path));

        let setters = match op {
            PatchOp::Copy | PatchOp::Move => {
                let setter = from_setter?;
                (quote!(from: impl ::core::convert::Into<::std::string::String>,), quote!(.#setter(from)))
            }
            PatchOp::Remove if row.needs.is_empty() || !parameters.is_empty() => {
                (TokenStream::new(), TokenStream::new())
            }
            PatchOp::Add | PatchOp::Remove | PatchOp::Replace | PatchOp::Test => {
                let setter = value_setter?;
                (quote!(value: impl ::core::convert::Into<::std::string::String>,), quote!(.#setter(value)))
            }
        };

        let (argument, call) = setters;
        let (op_setter, path_setter) = (op_setter?, path_setter?);
        Some(quote! {
            #documentation
            pub fn #function(#(#parameters: &str,)* #argument) -> super::super::#ty {
                super::super::#ty::builder()
                    .#op_setter(#word)
                    .#path_setter(#private::pointer(&[#(#segments),*]))
                    #call
                    .build()
            }
        })
    }
}

/// The structure of a patch operation.
fn item(operation: &Operation, table: &PatchTable) -> Option<&'static Shape> {
    let Some(Step::Member { index, .. }) = table.operations.steps.first() else { return None };
    match operation.input.shape().members().get(*index)?.target.shape().kind {
        Kind::List(item) if item.shape().members().iter().all(|member| !member.required) => Some(item.shape()),
        _ => None,
    }
}

fn setter(item: &Shape, step: Step) -> Option<Ident> {
    let Step::Member { index, .. } = step else { return None };
    names::member(item, index)
}

/// The parameters for the free segments of a path, and all segments as expressions.
fn segments(row: &PatchRow) -> (Vec<Ident>, Vec<TokenStream>) {
    let mut words = row.path.split('/').skip(1);
    let mut parameters: Vec<Ident> = Vec::new();
    let segments = row.segments.iter().map(|segment| {
        let word = words.next().unwrap_or_default();
        match segment {
            PatchSegment::Literal(text) => quote!(#text),
            PatchSegment::Any | PatchSegment::Several | PatchSegment::OneOf(_) => {
                let mut name = names::function(&separated(word, '_'));
                if parameters.contains(&name) || name == "value" || name == "from" {
                    name = names::function(&format!("{}_{}", separated(word, '_'), parameters.len() + 1));
                }
                parameters.push(name.clone());
                quote!(#name)
            }
        }
    });
    let segments = segments.collect();
    (parameters, segments)
}

/// `replace_logging_loglevel_of_all` and the like: what is done, then the fixed segments of the path.
fn name(row: &PatchRow, op: PatchOp) -> String {
    let mut words = vec![op.word().to_owned()];
    for segment in row.segments {
        if let PatchSegment::Literal(text) = segment {
            words.push(if *text == "*" { "any".to_owned() } else { separated(text, '_') });
        }
    }
    let free = row.segments.iter().filter(|segment| !matches!(segment, PatchSegment::Literal(_))).count();
    if words.len() == 1 {
        words.push("at".to_owned());
    } else if free > 0 && matches!(row.segments.last(), Some(PatchSegment::Literal(_))) {
        words.push("of".to_owned());
    }
    words.join("_")
}
