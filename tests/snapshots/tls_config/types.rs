// What `model!` emits for `TlsConfig`. Checked by tests/tests/rust/expansions.rs.

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
pub mod tls_config {}
