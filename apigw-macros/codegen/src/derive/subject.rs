//! What both derives start from: the user's structure, and the structure of the specification that it is paired with.

use apigw_spec::{Member, Shape, Spec};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote};
use syn::ext::IdentExt as _;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Data, DeriveInput, Fields, Meta, Path, Type};

use super::attributes::{Container, OnField};
use super::respan;
use crate::diagnostics::{self, Diagnostics};
use crate::literal::find_member;
use crate::names;
use crate::source;

/// A structure of the user's, with what stands on it.
pub(super) struct Item {
    /// The item.
    pub(super) item: DeriveInput,
    /// What stands on it.
    pub(super) container: Container,
}

/// A structure of the user's, paired.
pub(super) struct Subject {
    /// The user's item.
    pub(super) item: DeriveInput,
    /// What stands on it.
    pub(super) container: Container,
    /// The path of the operation or structure.
    pub(super) path: Path,
    /// Whether the path names an operation.
    pub(super) is_operation: bool,
    /// The shape: the operation's input or output, or the structure itself.
    pub(super) shape: &'static Shape,
    /// The name to show for the shape.
    pub(super) owner: &'static str,
    /// The fields with their members.
    pub(super) fields: Vec<Paired>,
    /// The specification.
    pub(super) spec: Spec,
    /// The specification's files, which a rebuild has to follow.
    files: Vec<String>,
}

/// One field and its member.
pub(super) struct Paired {
    /// The field.
    pub(super) field: Ident,
    /// Whether its type is an `Option`.
    pub(super) is_optional: bool,
    /// Where its type stands.
    pub(super) span: Span,
    /// Its type.
    pub(super) ty: TokenStream,
    /// The member's position, and the member.
    pub(super) member: (usize, &'static Member),
    /// What stands on the field.
    pub(super) on_field: OnField,
}

/// Which structure of an operation is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ShapeSide {
    /// What goes in.
    Input,
    /// What comes out.
    Output,
}

impl Subject {
    /// Pairs an item. Without a specification or a target there is nothing to pair, and the reason is reported.
    pub(super) fn read(item: Item, side: ShapeSide, diagnostics: &mut Diagnostics) -> Option<Self> {
        let Item { item, mut container } = item;
        let Some((path, is_operation)) = container.target.take() else {
            // What is wrong with the attribute may be why there is none.
            if !diagnostics.has_errors() {
                let message =
                    "missing what the structure stands for; add `#[apigw(operation = …)]` or `#[apigw(structure = …)]`";
                diagnostics.error(item.ident.span(), message);
            }
            return None;
        };

        let loaded = container.origin.load(diagnostics)?;
        let last = path.segments.last()?.ident.clone();
        let name = last.unraw().to_string();

        let (shape, owner) = if is_operation {
            let Some(operation) = loaded.spec.operation(&name) else {
                diagnostics.error(last.span(), diagnostics::unknown_operation(&loaded.spec, &name));
                return None;
            };
            match (side, operation.output) {
                (ShapeSide::Input, _) => (operation.input.shape(), operation.name),
                (ShapeSide::Output, Some(output)) => (output.shape(), output.shape().name()),
                (ShapeSide::Output, None) => {
                    let message = format!("`{name}` answers with nothing, so there is no output to take from");
                    diagnostics.error(last.span(), message);
                    return None;
                }
            }
        } else {
            // The type of an input has the name of its operation.
            let input = || loaded.spec.operation(&name).map(|operation| operation.input.shape());
            let Some(shape) = loaded.spec.shape(&name).or_else(input) else {
                diagnostics.error(last.span(), diagnostics::unknown_name(&loaded.spec, &name));
                return None;
            };
            (shape, shape.name())
        };

        let fields = paired(&item, shape, owner, diagnostics)?;
        let source::Loaded { spec, files, .. } = loaded;
        Some(Self { item, container, path, is_operation, shape, owner, fields, spec, files })
    }

    /// The item's name, as derived code writes it.
    pub(super) fn name(&self) -> Ident {
        respan::derived_ident(&self.item.ident)
    }

    /// The lints that the user allowed on the item, for what is derived from it. What is expected of the item is not
    /// expected of the derived code.
    pub(super) fn lints(&self) -> TokenStream {
        let lists = self.item.attrs.iter().filter_map(|attribute| match &attribute.meta {
            Meta::List(list) if list.path.is_ident("allow") || list.path.is_ident("expect") => Some(&list.tokens),
            _ => None,
        });
        lists.map(|lints| quote!(#[allow(#lints)])).collect()
    }

    /// The fields that are paired with no member.
    pub(super) fn others(&self) -> Vec<Ident> {
        let Data::Struct(data) = &self.item.data else { return Vec::new() };
        let names = data.fields.iter().filter_map(|field| field.ident.as_ref());
        let others = names.filter(|name| !self.fields.iter().any(|paired| paired.field == **name));
        others.map(respan::derived_ident).collect()
    }

    /// What makes the compiler follow the specification's files.
    pub(super) fn tracked(&self) -> TokenStream {
        source::tracked(&self.files)
    }

    /// The item's generics: those of an `impl`, those of the type, and the `where` clause.
    pub(super) fn generics(&self) -> (syn::ImplGenerics<'_>, syn::TypeGenerics<'_>, Option<&syn::WhereClause>) {
        self.item.generics.split_for_impl()
    }
}

/// The fields with their members; nothing for an item that can have none, about which there is no more to say.
fn paired(
    item: &DeriveInput,
    shape: &Shape,
    owner: &'static str,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Paired>> {
    let Data::Struct(data) = &item.data else {
        diagnostics.error(item.ident.span(), "only a structure with named fields can be derived; this is none");
        return None;
    };

    let none = syn::FieldsNamed { brace_token: syn::token::Brace::default(), named: Punctuated::new() };
    let named = match &data.fields {
        Fields::Named(named) => named,
        Fields::Unit => &none,
        Fields::Unnamed(_) => {
            diagnostics.error(item.ident.span(), "only a structure with named fields can be derived; name its fields");
            return None;
        }
    };

    let mut fields: Vec<Paired> = Vec::new();
    for field in &named.named {
        let errors = diagnostics.count();
        let on_field = OnField::read(&field.attrs, diagnostics);
        let is_wrong = diagnostics.count() > errors;
        let Some(ident) = field.ident.clone().filter(|_| !on_field.skip) else { continue };
        let name = on_field.rename.clone().unwrap_or_else(|| ident.clone());
        // What is wrong with an attribute may be why the field has the name of no member.
        if is_wrong && names::position(shape, &name.unraw().to_string()).is_none() {
            continue;
        }
        let Some(member) = find_member(shape, &name, owner, diagnostics) else { continue };
        if fields.iter().any(|other| other.member.0 == member.0) {
            diagnostics.error(name.span(), format!("`{}` is given twice; remove one field", name.unraw()));
            continue;
        }
        fields.push(Paired {
            field: ident,
            is_optional: is_option(&field.ty),
            span: field.ty.span(),
            ty: field.ty.to_token_stream(),
            member,
            on_field,
        });
    }

    Some(fields)
}

/// Whether a type is written as an `Option<…>`. One that is not may be one all the same, behind an alias.
fn is_option(ty: &Type) -> bool {
    match ty {
        Type::Group(group) => is_option(&group.elem),
        Type::Paren(paren) => is_option(&paren.elem),
        Type::Path(path) => path.path.segments.last().is_some_and(|segment| segment.ident == "Option"),
        _ => false,
    }
}
