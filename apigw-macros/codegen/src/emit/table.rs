//! The tables of a model: a hidden module of statics, and the list of operations.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;

impl Emitter<'_> {
    /// The hidden module with every static, and the public `SERVICE` and `OPERATIONS`.
    pub(super) fn tables(&self) -> TokenStream {
        let quote = self.quote();
        let spec = self.paths.spec();
        // The input of operations that take none is not among the shapes.
        let inputs = self.spec.operations.iter().map(|operation| operation.input.shape());
        let unit = inputs.filter(|input| !self.spec.shapes.iter().any(|shape| shape.id == input.id)).take(1);
        let shapes = self.spec.shapes.iter().copied().chain(unit).map(|shape| quote.shape(shape));
        let operations = self.spec.operations.iter().map(|operation| quote.operation(operation));
        let names = self.spec.operations.iter().map(|operation| self.names.table(operation.name));
        let service = quote.service(self.spec.service);
        quote! {
            #[doc(hidden)]
            #[allow(missing_docs)]
            pub mod __tables {
                #[allow(unused_imports)]
                use #spec::secrecy::Secrecy;
                #service
                #(#shapes)*
                #(#operations)*
            }

            /// The service that this model describes.
            pub static SERVICE: &#spec::Service = &__tables::SERVICE;

            /// Every operation of this model, sorted by name.
            pub static OPERATIONS: &[&#spec::Operation] = &[#(&__tables::#names),*];
        }
    }
}
