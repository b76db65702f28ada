//! Rules as tokens.

use apigw_spec::rule::RuleSet;
use proc_macro2::TokenStream;
use quote::quote;

use crate::quote_spec::Quote;

impl Quote<'_> {
    /// A reference to a structure's rules.
    pub(crate) fn rules(&self, rules: &RuleSet) -> TokenStream {
        let spec = &self.spec;
        let _ = rules;
        quote!(&#spec::rule::RuleSet::EMPTY)
    }
}
