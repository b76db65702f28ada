// What `model!` emits for `IntegrationType`. Checked by tests/tests/rust/expansions.rs.

/// Type of back end of a method.
#[derive(
    ::core::clone::Clone,
    ::core::fmt::Debug,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord,
    ::core::hash::Hash
)]
#[non_exhaustive]
pub enum IntegrationType {
    /// An HTTP endpoint, with custom mappings.
    Http,
    /// An action of an AWS service, with custom mappings.
    Aws,
    /// No back end: API Gateway itself returns the response.
    Mock,
    /// An HTTP endpoint that receives the client request unchanged.
    HttpProxy,
    /// A Lambda function that receives the client request unchanged.
    AwsProxy,
    /// A value that the model does not list; it keeps its text.
    Unknown(::apigw_model::__private::UnknownValue),
}
impl IntegrationType {
    /// Every value that the model lists, in its order.
    pub const ALL: &'static [Self] = &[
        Self::Http,
        Self::Aws,
        Self::Mock,
        Self::HttpProxy,
        Self::AwsProxy,
    ];
    /// The text that the service knows the value by.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Http => "HTTP",
            Self::Aws => "AWS",
            Self::Mock => "MOCK",
            Self::HttpProxy => "HTTP_PROXY",
            Self::AwsProxy => "AWS_PROXY",
            Self::Unknown(value) => value.as_str(),
        }
    }
}
const _: () = {
    #[automatically_derived]
    impl ::apigw_model::__private::OpenEnum for IntegrationType {
        const ALL: &'static [Self] = Self::ALL;
        fn as_str(&self) -> &str {
            Self::as_str(self)
        }
        fn unknown(value: ::apigw_model::__private::UnknownValue) -> Self {
            Self::Unknown(value)
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::ToValue for IntegrationType {
        fn to_value(&self) -> ::apigw_model::__private::Value<'_> {
            ::apigw_model::__private::Value::Text(self.as_str())
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::Placeholder for IntegrationType {
        fn placeholder() -> Self {
            ::apigw_model::__private::from_text("")
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::Sink for IntegrationType {
        fn put(&mut self, scalar: ::apigw_model::__private::Scalar<'_>) -> bool {
            let ::apigw_model::__private::Scalar::Text(text) = scalar else {
                return false
            };
            *self = ::apigw_model::__private::from_text(text);
            true
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::serde::Serialize for IntegrationType {
        fn serialize<S: ::apigw_model::__private::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    #[automatically_derived]
    impl<'de> ::apigw_model::__private::serde::Deserialize<'de> for IntegrationType {
        fn deserialize<D: ::apigw_model::__private::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::apigw_model::__private::deserialize_enum(deserializer)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for IntegrationType {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.write_str(self.as_str())
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for IntegrationType {
        type Err = ::core::convert::Infallible;
        fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
            ::core::result::Result::Ok(::apigw_model::__private::from_text(text))
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<&str> for IntegrationType {
        fn from(text: &str) -> Self {
            ::apigw_model::__private::from_text(text)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<::std::string::String> for IntegrationType {
        fn from(text: ::std::string::String) -> Self {
            ::apigw_model::__private::from_text(&text)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<IntegrationType> for ::std::string::String {
        fn from(value: IntegrationType) -> Self {
            ::std::string::ToString::to_string(value.as_str())
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<&IntegrationType> for IntegrationType {
        fn from(value: &IntegrationType) -> Self {
            ::core::clone::Clone::clone(value)
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq<str> for IntegrationType {
        fn eq(&self, text: &str) -> bool {
            self.as_str() == text
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq<&str> for IntegrationType {
        fn eq(&self, text: &&str) -> bool {
            self.as_str() == *text
        }
    }
};
/// The values of [`IntegrationType`](super::IntegrationType) as typed constants: a builder that is given one lets the compiler check the rules that hang on it.
#[allow(non_camel_case_types)]
pub mod integration_type {}
impl ::apigw_model::__private::Typed<IntegrationType> for IntegrationType {
    type State = ::apigw_model::__private::Set;
}
impl ::apigw_model::__private::Typed<IntegrationType> for &IntegrationType {
    type State = ::apigw_model::__private::Set;
}
impl ::apigw_model::__private::Typed<IntegrationType> for &str {
    type State = ::apigw_model::__private::Set;
}
impl ::apigw_model::__private::Typed<IntegrationType> for ::std::string::String {
    type State = ::apigw_model::__private::Set;
}
