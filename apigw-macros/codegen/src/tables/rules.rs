//! Rules as tokens: every type of `apigw_spec::rule` spelled out as the constant that it is.

use apigw_spec::format::Format;
use apigw_spec::rule::{
    Alias, ArnKind, Class, Condition, ContextSlot, Current, Demand, Edit, Evidence, Fix, MemberPath, PatchOp,
    PatchParts, PatchRow, PatchSegment, PatchTable, PatchValue, PatchedKind, PatchedMember, ReadWith, Rebuild, Refusal,
    Root, Rule, RuleSet, Severity, Step, Tree, TreeDemand, Truth, ValueCheck, Visited,
};
use apigw_spec::secrecy::Secrecy;
use proc_macro2::TokenStream;
use quote::quote;

use super::shapes::{Quote, option, secrecy};
use crate::diagnostics::unsupported;
use crate::names;

impl Quote<'_> {
    /// A reference to a structure's rules.
    pub(crate) fn rules(&self, rules: &RuleSet) -> TokenStream {
        let spec = &self.spec;
        if rules.rules.is_empty() && rules.patch.is_none() && rules.contexts.is_empty() && rules.rebuild.is_none() {
            return quote!(&#spec::rule::RuleSet::EMPTY);
        }
        let rules = rules.tokens(spec);
        quote!(&#rules)
    }
}

/// A value that can be spelled as a constant; `spec` is the path of the specification's types.
pub(super) trait Constant {
    fn tokens(&self, spec: &TokenStream) -> TokenStream;
}

impl<T: Constant> Constant for &'static T {
    fn tokens(&self, spec: &TokenStream) -> TokenStream {
        let value = (**self).tokens(spec);
        quote!(&#value)
    }
}

impl<T: Constant> Constant for &'static [T] {
    fn tokens(&self, spec: &TokenStream) -> TokenStream {
        let items = self.iter().map(|item| item.tokens(spec));
        quote!(&[#(#items),*])
    }
}

impl<T: Constant> Constant for Option<T> {
    fn tokens(&self, spec: &TokenStream) -> TokenStream {
        option(self.as_ref().map(|value| value.tokens(spec)))
    }
}

macro_rules! literal {
    ($($ty:ty),*) => {
        $(impl Constant for $ty {
            fn tokens(&self, _spec: &TokenStream) -> TokenStream {
                quote!(#self)
            }
        })*
    };
}

literal!(&'static str, bool, i64, usize);

/// Enumerations without fields, whose `Debug` is their name.
macro_rules! unit {
    ($($ty:ident in $module:ident),*) => {
        $(impl Constant for $ty {
            fn tokens(&self, spec: &TokenStream) -> TokenStream {
                let variant = names::unit_variant(self);
                quote!(#spec::$module::$ty::#variant)
            }
        })*
    };
}

unit!(Format in format, Class in rule, Severity in rule, Truth in rule, PatchOp in rule, PatchedKind in rule, TreeDemand in rule);

/// The module of the tables imports the name, which stands in every member and row.
impl Constant for Secrecy {
    fn tokens(&self, _spec: &TokenStream) -> TokenStream {
        secrecy(*self)
    }
}

macro_rules! structures {
    ($($ty:ident { $($field:ident),* $(,)? })*) => {
        $(impl Constant for $ty {
            fn tokens(&self, spec: &TokenStream) -> TokenStream {
                let Self { $($field),* } = self;
                $(let $field = $field.tokens(spec);)*
                quote!(#spec::rule::$ty { $($field: #$field),* })
            }
        })*
    };
}

structures! {
    RuleSet { rules, patch, contexts, rebuild }
    ContextSlot { name, shape, item, with }
    ReadWith { member, values }
    Rebuild { roots, visit, members, label }
    Visited { name, path }
    Rule { id, each, when, demand, severity, import, reason, evidence, message, fix, contexts }
    Evidence { class, source }
    MemberPath { root, steps }
    Alias { prefix, becomes }
    ArnKind { service, region, resource }
    Tree { nodes, id, parent, name, edit, demand }
    PatchParts { op, path, value, from }
    PatchTable { operations, parts, rows, otherwise, pathless, rootless }
    PatchRow { path, segments, ops, from, needs, value, refusal, value_refusal, also, current, secrecy }
    PatchValue { check, refusal }
    PatchedMember { steps, kind, enumeration, values, dated, rules }
    Refusal { severity, evidence, message }
    Current { map, ops, refusal }
}

macro_rules! enumerations {
    ($($ty:ident {
        $($unit:ident,)*
        $(($tuple:ident $content:ident),)*
        $({$variant:ident $($field:ident)*},)*
    })*) => {
        $(impl Constant for $ty {
            fn tokens(&self, spec: &TokenStream) -> TokenStream {
                match self {
                    $(Self::$unit => quote!(#spec::rule::$ty::$unit),)*
                    $(Self::$tuple($content) => {
                        let $content = $content.tokens(spec);
                        quote!(#spec::rule::$ty::$tuple(#$content))
                    })*
                    $(Self::$variant { $($field),* } => {
                        $(let $field = $field.tokens(spec);)*
                        quote!(#spec::rule::$ty::$variant { $($field: #$field),* })
                    })*
                    // Only the types that may grow reach this arm.
                    #[allow(unreachable_patterns, reason = "some types are closed")]
                    other => unsupported(other),
                }
            }
        })*
    };
}

enumerations! {
    Root { This, Outer, (Context name), }
    Step { Each, Keys, Placeholders, (Keyed path), {Member name index}, }
    Condition {
        Always, (All conditions), (Any conditions), (Not condition), (Present path), (Filled path),
        {In path values ignore_case listed absent}, {Format path format},
    }
    Demand {
        (Require path), (NonEmpty path), (Forbid path), (RequireOneOf paths), (AtMostOneOf paths), (Template path), (Tree tree),
        {OneOf path values ignore_case}, {NoneOf path values ignore_case}, {Range path min max},
        {Length path min max}, {Count path min max}, {Format path format}, {In path of aliases ignore_case},
        {NotIn path of}, {Unique path prefixes}, {Arn path kinds}, {Contains path texts}, {Characters path allowed},
    }
    Edit { {Add parent name}, {Patch id operations parts}, }
    PatchSegment { Any, Several, (Literal text), (OneOf texts), }
    ValueCheck {
        Any, NonEmpty, (OneOf values), (Format format), (In paths), (Contains texts), (Arn kinds), (Member member),
        {Integer min max}, {Number min max},
    }
    Fix { (Say text), {Set path value}, }
}
