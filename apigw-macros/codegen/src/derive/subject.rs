//! What both derives start from: the user's structure, and the structure of the specification that it is paired with.

use apigw_spec::{Member, Shape};
use proc_macro2::{Ident, Span, TokenStream};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{Data, DeriveInput, Fields, Path, Type};

use super::attributes::{Container, OnField};
use crate::diagnostics::{self, Diagnostics};
use crate::literal::find_member;
use crate::source;

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
}

/// One field and its member.
pub(super) struct Paired {
    /// The field.
    pub(super) field: Ident,
    /// Whether its type is an `Option`.
    pub(super) is_optional: bool,
    /// Where its type stands.
    pub(super) span: Span,
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
    pub(super) fn read(tokens: TokenStream, side: ShapeSide, diagnostics: &mut Diagnostics) -> Option<Self> {
        let item: DeriveInput = syn::parse2(tokens).map_err(|error| diagnostics.syntax(error)).ok()?;
        let mut container = Container::read(&item.attrs, diagnostics);
        let Some((path, is_operation)) = container.target.take() else {
            let message =
                "missing what the structure stands for; add `#[apigw(operation = …)]` or `#[apigw(structure = …)]`";
            diagnostics.error(item.ident.span(), message);
            return None;
        };

        let loaded = source::for_checks(&container.files, diagnostics)?;
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
            let Some(shape) = loaded.spec.shape(&name) else {
                diagnostics.error(last.span(), diagnostics::unknown_name(&loaded.spec, &name));
                return None;
            };
            (shape, shape.name())
        };

        let fields = paired(&item, shape, owner, diagnostics);
        Some(Self { item, container, path, is_operation, shape, owner, fields })
    }

    /// The item's generics: those of an `impl`, those of the type, and the `where` clause.
    pub(super) fn generics(&self) -> (syn::ImplGenerics<'_>, syn::TypeGenerics<'_>, Option<&syn::WhereClause>) {
        self.item.generics.split_for_impl()
    }
}

fn paired(item: &DeriveInput, shape: &Shape, owner: &'static str, diagnostics: &mut Diagnostics) -> Vec<Paired> {
    let Data::Struct(data) = &item.data else {
        diagnostics.error(item.ident.span(), "only a structure with named fields can be derived; this is none");
        return Vec::new();
    };

    let Fields::Named(named) = &data.fields else {
        diagnostics.error(item.ident.span(), "only a structure with named fields can be derived; name its fields");
        return Vec::new();
    };

    let mut fields: Vec<Paired> = Vec::new();
    for field in &named.named {
        let on_field = OnField::read(&field.attrs, diagnostics);
        let Some(ident) = field.ident.clone().filter(|_| !on_field.skip) else { continue };
        let name = on_field.rename.clone().unwrap_or_else(|| ident.clone());
        let Some(member) = find_member(shape, &name, owner, diagnostics) else { continue };
        if fields.iter().any(|other| other.member.0 == member.0) {
            diagnostics.error(name.span(), format!("`{}` is given twice; remove one field", name.unraw()));
            continue;
        }
        fields.push(Paired {
            field: ident,
            is_optional: is_option(&field.ty),
            span: field.ty.span(),
            member,
            on_field,
        });
    }

    fields
}

/// Whether a type is written as an `Option<…>`.
fn is_option(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    path.path.segments.last().is_some_and(|segment| segment.ident == "Option")
}
