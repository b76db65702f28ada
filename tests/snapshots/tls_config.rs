// What `model!` emits for `TlsConfig`. Checked by tests/expansions.rs.

/// How API Gateway checks the certificate of an HTTP back end.
#[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
#[derive(::core::default::Default)]
#[non_exhaustive]
pub struct TlsConfig {
    /// Whether to accept a certificate that no supported certificate authority issued; `false` by default. Not recommended, but it lets a back end use a certificate that is self-signed or comes from a private authority. Basic checks still happen: expiry date, host name, and that there is a root certificate authority. Supported for `HTTP` and `HTTP_PROXY` only.
    pub insecure_skip_verification: ::core::option::Option<bool>,
}
const _: () = {
    #[automatically_derived]
    impl ::apigw_model::__private::Members for TlsConfig {
        fn member(
            &self,
            index: usize,
            _name: &str,
        ) -> ::apigw_model::__private::Value<'_> {
            match index {
                0usize => {
                    ::apigw_model::__private::ToValue::to_value(
                        &self.insecure_skip_verification,
                    )
                }
                _ => ::apigw_model::__private::Value::Absent,
            }
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::Sink for TlsConfig {
        fn member(
            &mut self,
            index: usize,
        ) -> ::core::option::Option<&mut dyn ::apigw_model::__private::Sink> {
            match index {
                0usize => {
                    ::core::option::Option::Some(&mut self.insecure_skip_verification)
                }
                _ => ::core::option::Option::None,
            }
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::ToValue for TlsConfig {
        fn to_value(&self) -> ::apigw_model::__private::Value<'_> {
            ::apigw_model::__private::Value::Structure(self)
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::Placeholder for TlsConfig {
        fn placeholder() -> Self {
            Self {
                insecure_skip_verification: ::apigw_model::__private::Placeholder::placeholder(),
            }
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::Structured for TlsConfig {
        const SHAPE: &'static ::apigw_model::__private::spec::Shape = &__tables::TLS_CONFIG;
    }
};
const _: () = {
    #[automatically_derived]
    impl ::apigw_model::__private::serde::Serialize for TlsConfig {
        fn serialize<S: ::apigw_model::__private::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            ::apigw_model::__private::serialize(
                <Self as ::apigw_model::__private::Structured>::SHAPE,
                self,
                serializer,
            )
        }
    }
    #[automatically_derived]
    impl<'de> ::apigw_model::__private::serde::Deserialize<'de> for TlsConfig {
        fn deserialize<D: ::apigw_model::__private::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::apigw_model::__private::deserialize(deserializer)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for TlsConfig {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::apigw_model::__private::debug(
                "TlsConfig",
                <Self as ::apigw_model::__private::Structured>::SHAPE,
                self,
                f,
            )
        }
    }
};
impl TlsConfig {
    /// Starts to build a value.
    pub fn builder() -> tls_config::Start {
        tls_config::Builder::start(())
    }
}
/// The builder of [`TlsConfig`](super::TlsConfig).
pub mod tls_config {
    #[allow(unused_imports)]
    use super::*;
    /// Builds a [`TlsConfig`](super::TlsConfig). The type parameters, one a member, say what was given; name the type by [`Start`] if at all.
    #[must_use = "a builder does nothing until it is finished"]
    pub struct Builder<G0, F = ()> {
        value: super::TlsConfig,
        finish: F,
        state: ::core::marker::PhantomData<(G0,)>,
    }
    /// The builder at its start: nothing was given.
    pub type Start<F = ()> = Builder<::apigw_model::__private::Unset, F>;
    impl<F> Builder<::apigw_model::__private::Unset, F> {
        /// Starts without members; `finish` is what takes the finished value, `()` for nothing.
        pub fn start(finish: F) -> Self {
            Self {
                value: ::apigw_model::__private::Placeholder::placeholder(),
                finish,
                state: ::core::marker::PhantomData,
            }
        }
    }
    impl<SInsecureSkipVerification, F> Builder<SInsecureSkipVerification, F> {
        /// Whether to accept a certificate that no supported certificate authority issued; `false` by default. Not recommended, but it lets a back end use a certificate that is self-signed or comes from a private authority. Basic checks still happen: expiry date, host name, and that there is a root certificate authority. Supported for `HTTP` and `HTTP_PROXY` only.
        pub fn insecure_skip_verification(
            mut self,
            value: bool,
        ) -> Builder<::apigw_model::__private::Set, F>
        where
            SInsecureSkipVerification: ::apigw_model::__private::NotGiven,
        {
            self.value.insecure_skip_verification = ::core::option::Option::Some(value);
            self.__after()
        }
        /// Like [`insecure_skip_verification`](Self::insecure_skip_verification), if there is a value.
        pub fn maybe_insecure_skip_verification(
            mut self,
            value: ::core::option::Option<bool>,
        ) -> Builder<::apigw_model::__private::Maybe, F>
        where
            SInsecureSkipVerification: ::apigw_model::__private::NotGiven,
        {
            self.value.insecure_skip_verification = value;
            self.__after()
        }
    }
    impl<G0, F> Builder<G0, F> {
        /// The finished value. It compiles once every required member was given.
        pub fn build(self) -> super::TlsConfig {
            self.value
        }
    }
    impl<G0, F> Builder<G0, F> {
        fn __after<N0>(self) -> Builder<N0, F> {
            Builder {
                value: self.value,
                finish: self.finish,
                state: ::core::marker::PhantomData,
            }
        }
        /// The type of a field of a custom structure.
        #[doc(hidden)]
        pub fn __field<T>(&self, field: &T) -> ::apigw_model::__private::FieldType<T> {
            ::apigw_model::__private::FieldType::of(field)
        }
        /// The value as far as it was given, for macros that reported what is missing.
        #[doc(hidden)]
        pub fn __unchecked(self) -> super::TlsConfig {
            self.value
        }
        /// The builder of a value to be changed: nothing is missing.
        #[doc(hidden)]
        pub fn __from(
            self,
            value: super::TlsConfig,
        ) -> Builder<
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
            F,
        > {
            Builder {
                value,
                finish: self.finish,
                state: ::core::marker::PhantomData,
            }
        }
    }
}
