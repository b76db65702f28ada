//! Expressions whose type is left to the place where they stand. A setter that takes whatever becomes its type is no such
//! place, so these are given to it as exactly that type.
//!
//! Only what asks for a type by its form is one: everywhere else, the expression decides what it is.

use syn::{Expr, ExprCall, ExprMacro, ExprMethodCall, ExprPath, Stmt, Type};

use super::constant::{arguments, standard_macro, visible};

/// The methods that are known to give an iterator.
const ITERATORS: [&str; 20] = [
    "bytes",
    "chain",
    "chars",
    "cloned",
    "copied",
    "drain",
    "enumerate",
    "filter",
    "filter_map",
    "flat_map",
    "flatten",
    "into_iter",
    "iter",
    "keys",
    "lines",
    "map",
    "rev",
    "split",
    "split_whitespace",
    "values",
];

/// Whether an expression has the type that is expected of it.
pub(super) fn is_inferred(expr: &Expr) -> bool {
    match visible(expr) {
        Expr::MethodCall(call) => is_into(call) || is_collected(call),
        Expr::Call(call) => is_default(expr) || is_conversion(call) || is_empty_list(call),
        Expr::Macro(call) => is_list_of_inferred(call),
        other => is_choice(other, is_inferred),
    }
}

/// The same for an expression of an `Option`, whose content the place decides.
pub(super) fn is_inferred_option(expr: &Expr) -> bool {
    match visible(expr) {
        Expr::Path(path) => ends_with(path, &["None"], "Option"),
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) if ends_with(path, &["Some"], "Option") => call.args.iter().all(is_inferred),
            _ => is_inferred(expr),
        },
        Expr::MethodCall(call) if call.method == "map" && call.turbofish.is_none() => {
            call.args.iter().all(|argument| matches!(argument, Expr::Path(path) if is_conversion_path(path)))
        }
        Expr::MethodCall(_) => is_inferred(expr),
        other => is_choice(other, is_inferred_option),
    }
}

/// Whether an expression is `Default::default()`, of whichever type is expected.
pub(super) fn is_default(expr: &Expr) -> bool {
    let Expr::Call(call) = visible(expr) else { return false };
    let Expr::Path(path) = &*call.func else { return false };
    let is_default = path.path.segments.last().is_some_and(|last| last.ident == "default" && last.arguments.is_none());
    let is_of_any = match &path.qself {
        Some(of) => matches!(*of.ty, Type::Infer(_)),
        None => ends_with(path, &["Default", "default"], "default"),
    };
    call.args.is_empty() && is_default && is_of_any
}

/// A choice between expressions that all have the expected type.
fn is_choice(expr: &Expr, is_inferred: fn(&Expr) -> bool) -> bool {
    let of_block = |block: &syn::Block| matches!(block.stmts.last(), Some(Stmt::Expr(tail, None)) if is_inferred(tail));
    match expr {
        Expr::Block(block) => block.label.is_none() && of_block(&block.block),
        Expr::If(choice) => {
            of_block(&choice.then_branch) && choice.else_branch.as_ref().is_some_and(|(_, other)| is_inferred(other))
        }
        Expr::Match(choice) => !choice.arms.is_empty() && choice.arms.iter().all(|arm| is_inferred(&arm.body)),
        _ => false,
    }
}

/// `value.into()`.
fn is_into(call: &ExprMethodCall) -> bool {
    call.method == "into" && call.args.is_empty() && call.turbofish.is_none()
}

/// `values.iter().collect()` and its like: what has another method of this name has no iterator in front of it.
fn is_collected(call: &ExprMethodCall) -> bool {
    let follows = |name: &syn::Ident| ITERATORS.iter().any(|iterator| name == iterator);
    let is_iterator = matches!(&*call.receiver, Expr::MethodCall(before) if follows(&before.method));
    is_iterator && call.method == "collect" && call.args.is_empty() && call.turbofish.is_none()
}

/// `Into::into(value)` or `From::from(value)`.
fn is_conversion(call: &ExprCall) -> bool {
    matches!(&*call.func, Expr::Path(path) if is_conversion_path(path))
}

fn is_conversion_path(path: &ExprPath) -> bool {
    ends_with(path, &["Into", "into"], "convert") || ends_with(path, &["From", "from"], "convert")
}

/// `Vec::new()`.
fn is_empty_list(call: &ExprCall) -> bool {
    matches!(&*call.func, Expr::Path(path) if ends_with(path, &["Vec", "new"], "vec")) && call.args.is_empty()
}

/// `vec![]`, or one in which no item has a type of its own.
fn is_list_of_inferred(call: &ExprMacro) -> bool {
    let is_list = standard_macro(call).is_some_and(|name| name == "vec");
    is_list && arguments(&call.mac.tokens).is_some_and(|items| items.iter().all(is_inferred))
}

/// Whether a path ends with these names and says no types, alone or below a module or type of the standard library.
fn ends_with(path: &ExprPath, names: &[&str], below: &str) -> bool {
    let segments = &path.path.segments;
    let says_types = path.qself.is_some() || segments.iter().any(|segment| !segment.arguments.is_none());
    let mut rest = segments.iter().rev();
    let ends = names.iter().rev().all(|name| rest.next().is_some_and(|segment| segment.ident == name));
    !says_types && ends && rest.next().is_none_or(|segment| segment.ident == below)
}
