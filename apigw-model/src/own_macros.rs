//! The macros of a custom model, which know its specification and are exported with it.

/// Defines the macros of a `model!` call: `request!`, and what adds the specification to a derive.
///
/// The outer macro is here, so that `$crate` in the inner ones is this package wherever they are called.
#[doc(hidden)]
#[macro_export]
macro_rules! __own_macros {
    ($dollar:tt $request:ident $specification:ident $texts:tt) => {
        #[doc(hidden)]
        #[macro_export]
        macro_rules! $request {
                                    ($dollar($dollar tokens:tt)*) => {
                                        $crate::request!(specification = $texts, $dollar($dollar tokens)*)
                                    };
                                }

        #[doc(hidden)]
        #[macro_export]
        macro_rules! $specification {
                                    (request $dollar($dollar tokens:tt)*) => {
                                        $crate::request!(specification = $texts, $dollar($dollar tokens)*)
                                    };
                                    (input $dollar($dollar tokens:tt)*) => {
                                        $crate::__private::derive_input_with! { $texts, $dollar($dollar tokens)* }
                                    };
                                    (output $dollar($dollar tokens:tt)*) => {
                                        $crate::__private::derive_output_with! { $texts, $dollar($dollar tokens)* }
                                    };
                                }

        /// An input of an operation of this model, checked while it is compiled, as `apigw_model::request!` checks
        /// those of API Gateway. A crate that depends on this one needs no file of the model for it.
        #[doc(inline)]
        pub use $request as request;
        #[doc(hidden)]
        pub use $specification as __specification;
    };
}
