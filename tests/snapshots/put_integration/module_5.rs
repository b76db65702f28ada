// What `model!` emits for `PutIntegration`. Checked by tests/tests/rust/expansions.rs.

}
impl<G0, G1, G2, G3, G4, F> Builder<G0, G1, G2, G3, G4, F> {
    fn __after<N0, N1, N2, N3, N4>(self) -> Builder<N0, N1, N2, N3, N4, F> {
        Builder {
            value: self.value,
            finish: self.finish,
            state: ::core::marker::PhantomData,
        }
    }
    #[doc(hidden)]
    pub fn __start_tls_config(&self) -> super::tls_config::Start {
        super::tls_config::Builder::start(())
    }
    #[doc(hidden)]
    pub fn __exactly_http_method(&self, value: super::HttpMethod) -> super::HttpMethod {
        value
    }
    #[doc(hidden)]
    pub fn __exactly_type(
        &self,
        value: super::IntegrationType,
    ) -> super::IntegrationType {
        value
    }
    #[doc(hidden)]
    pub fn __exactly_integration_http_method(
        &self,
        value: super::HttpMethod,
    ) -> super::HttpMethod {
        value
    }
    #[doc(hidden)]
    pub fn __exactly_connection_type(
        &self,
        value: super::ConnectionType,
    ) -> super::ConnectionType {
        value
    }
    #[doc(hidden)]
    pub fn __exactly_request_parameters(
        &self,
        value: ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
    ) -> ::std::collections::BTreeMap<::std::string::String, ::std::string::String> {
        value
    }
    #[doc(hidden)]
    pub fn __exactly_request_templates(
        &self,
        value: ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
    ) -> ::std::collections::BTreeMap<::std::string::String, ::std::string::String> {
        value
    }
    #[doc(hidden)]
    pub fn __exactly_passthrough_behavior(
        &self,
        value: super::PassthroughBehavior,
    ) -> super::PassthroughBehavior {
        value
    }
    #[doc(hidden)]
    pub fn __exactly_cache_key_parameters(
        &self,
        value: ::std::vec::Vec<::std::string::String>,
    ) -> ::std::vec::Vec<::std::string::String> {
        value
    }
    #[doc(hidden)]
    pub fn __exactly_content_handling(
        &self,
        value: super::ContentHandlingStrategy,
    ) -> super::ContentHandlingStrategy {
        value
    }
    #[doc(hidden)]
    pub fn __exactly_response_transfer_mode(
        &self,
        value: super::ResponseTransferMode,
    ) -> super::ResponseTransferMode {
        value
    }
    /// The type of a field of a custom structure.
    #[doc(hidden)]
    pub fn __field<T>(&self, field: &T) -> ::apigw_model::__private::FieldType<T> {
        ::apigw_model::__private::FieldType::of(field)
    }
    /// The value as far as it was given, for macros that reported what is missing.
    #[doc(hidden)]
    pub fn __unchecked(self) -> super::PutIntegration {
        self.value
    }
    /// The builder of a value to be changed: nothing is missing.
    #[doc(hidden)]
    pub fn __from(
        self,
        value: super::PutIntegration,
    ) -> Builder<
        (
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
        ),
        (
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
        ),
        (
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
        ),
        (
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
        ),
        (
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
            ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
        ),
        F,
    > {
        Builder {
            value,
            finish: self.finish,
            state: ::core::marker::PhantomData,
        }
    }
}
/// Says that `rest_api_id` was given.
#[diagnostic::on_unimplemented(
    message = "missing required member `rest_api_id` of `PutIntegration`",
    label = "call `.rest_api_id(…)` before this"
)]
pub trait HasRestApiId {}
impl HasRestApiId for ::apigw_model::__private::Set {}
impl<B> HasRestApiId for ::apigw_model::__private::Maybe<B> {}
/// Says that `resource_id` was given.
#[diagnostic::on_unimplemented(
    message = "missing required member `resource_id` of `PutIntegration`",
    label = "call `.resource_id(…)` before this"
)]
pub trait HasResourceId {}
impl HasResourceId for ::apigw_model::__private::Set {}
impl<B> HasResourceId for ::apigw_model::__private::Maybe<B> {}
/// Says that `http_method` was given.
#[diagnostic::on_unimplemented(
    message = "missing required member `http_method` of `PutIntegration`",
    label = "call `.http_method(…)` before this"
)]
pub trait HasHttpMethod {}
impl HasHttpMethod for ::apigw_model::__private::Set {}
impl<B> HasHttpMethod for ::apigw_model::__private::Maybe<B> {}
/// Says that `r#type` was given.
#[diagnostic::on_unimplemented(
    message = "missing required member `type` of `PutIntegration`",
    label = "call `.r#type(…)` before this"
)]
pub trait HasType {}
impl HasType for ::apigw_model::__private::Set {}
impl<B> HasType for ::apigw_model::__private::Maybe<B> {}
impl HasType for super::integration_type::HTTP {}
impl HasType for super::integration_type::AWS {}
impl HasType for super::integration_type::MOCK {}
impl HasType for super::integration_type::HTTP_PROXY {}
impl HasType for super::integration_type::AWS_PROXY {}
/// Says that `integration_http_method` goes with the state of the other member.
pub trait Condition0<S> {}
impl<S> Condition0<S> for ::apigw_model::__private::Set {}
impl<S, B> Condition0<S> for ::apigw_model::__private::Maybe<B> {}
impl<S> Condition0<S> for ::apigw_model::__private::Unset {}
const _: () = {
    #[diagnostic::on_unimplemented(
        message = "`integration_http_method` is required when `type` is `HTTP`; call `.integration_http_method(\"GET\")` (AWS: Enumeration value for HttpMethod must be non-empty)",
        label = "not with this type"
    )]
    pub trait Given0HTTP {}
    impl Given0HTTP for ::apigw_model::__private::Set {}
    impl<B> Given0HTTP for ::apigw_model::__private::Maybe<B> {}
    impl<S: Given0HTTP> Condition0<S> for super::integration_type::HTTP {}
};
const _: () = {
    #[diagnostic::on_unimplemented(
        message = "`integration_http_method` is required when `type` is `AWS`; call `.integration_http_method(\"POST\")` (AWS: Enumeration value for HttpMethod must be non-empty)",
        label = "not with this type"
    )]
    pub trait Given0AWS {}
    impl Given0AWS for ::apigw_model::__private::Set {}
    impl<B> Given0AWS for ::apigw_model::__private::Maybe<B> {}
    impl<S: Given0AWS> Condition0<S> for super::integration_type::AWS {}
};
impl<S> Condition0<S> for super::integration_type::MOCK {}
const _: () = {
    #[diagnostic::on_unimplemented(
        message = "`integration_http_method` is required when `type` is `HTTP_PROXY`; call `.integration_http_method(\"GET\")` (AWS: Enumeration value for HttpMethod must be non-empty)",
        label = "not with this type"
    )]
    pub trait Given0HTTPPROXY {}
    impl Given0HTTPPROXY for ::apigw_model::__private::Set {}
    impl<B> Given0HTTPPROXY for ::apigw_model::__private::Maybe<B> {}
    impl<S: Given0HTTPPROXY> Condition0<S> for super::integration_type::HTTP_PROXY {}
};
const _: () = {
    #[diagnostic::on_unimplemented(
        message = "`integration_http_method` is required when `type` is `AWS_PROXY`; call `.integration_http_method(\"POST\")` (AWS: Enumeration value for HttpMethod must be non-empty)",
        label = "not with this type"
    )]
    pub trait Given0AWSPROXY {}
    impl Given0AWSPROXY for ::apigw_model::__private::Set {}
    impl<B> Given0AWSPROXY for ::apigw_model::__private::Maybe<B> {}
    impl<S: Given0AWSPROXY> Condition0<S> for super::integration_type::AWS_PROXY {}
};
/// Says that `uri` goes with the state of the other member.
pub trait Condition1<S> {}
impl<S> Condition1<S> for ::apigw_model::__private::Set {}
impl<S, B> Condition1<S> for ::apigw_model::__private::Maybe<B> {}
impl<S> Condition1<S> for ::apigw_model::__private::Unset {}
const _: () = {
    #[diagnostic::on_unimplemented(
        message = "`uri` is required when `type` is `HTTP`; call `.uri(\"https://example.com/path\")` (AWS: Invalid integration URI specified)",
        label = "not with this type"
    )]
    pub trait Given1HTTP {}
    impl Given1HTTP for ::apigw_model::__private::Set {}
    impl<B> Given1HTTP for ::apigw_model::__private::Maybe<B> {}
    impl<S: Given1HTTP> Condition1<S> for super::integration_type::HTTP {}
};
const _: () = {
    #[diagnostic::on_unimplemented(
        message = "`uri` is required when `type` is `AWS`; add `uri` (AWS: Invalid ARN specified in the request)",
        label = "not with this type"
    )]
    pub trait Given1AWS {}
    impl Given1AWS for ::apigw_model::__private::Set {}
    impl<B> Given1AWS for ::apigw_model::__private::Maybe<B> {}
    impl<S: Given1AWS> Condition1<S> for super::integration_type::AWS {}
};
impl<S> Condition1<S> for super::integration_type::MOCK {}
const _: () = {
    #[diagnostic::on_unimplemented(
        message = "`uri` is required when `type` is `HTTP_PROXY`; call `.uri(\"https://example.com/path\")` (AWS: Invalid integration URI specified)",
        label = "not with this type"
    )]
    pub trait Given1HTTPPROXY {}
    impl Given1HTTPPROXY for ::apigw_model::__private::Set {}
    impl<B> Given1HTTPPROXY for ::apigw_model::__private::Maybe<B> {}
    impl<S: Given1HTTPPROXY> Condition1<S> for super::integration_type::HTTP_PROXY {}
};
const _: () = {
    #[diagnostic::on_unimplemented(
        message = "`uri` is required when `type` is `AWS_PROXY`; add `uri` (AWS: Invalid ARN specified in the request)",
        label = "not with this type"
    )]
    pub trait Given1AWSPROXY {}
    impl Given1AWSPROXY for ::apigw_model::__private::Set {}
    impl<B> Given1AWSPROXY for ::apigw_model::__private::Maybe<B> {}
    impl<S: Given1AWSPROXY> Condition1<S> for super::integration_type::AWS_PROXY {}
};
/// Says that `tls_config` goes with the state of the other member.
pub trait Condition2<S> {}
impl<S> Condition2<S> for ::apigw_model::__private::Set {}
impl<S, B> Condition2<S> for ::apigw_model::__private::Maybe<B> {}
impl<S> Condition2<S> for ::apigw_model::__private::Unset {}
impl<S> Condition2<S> for super::integration_type::HTTP {}
const _: () = {
    #[diagnostic::on_unimplemented(
        message = "`tls_config` must not be set when `type` is `AWS`; only HTTP integrations have a TLS configuration",
        label = "not with this type"
    )]
    pub trait Given2AWS {}
    impl Given2AWS for ::apigw_model::__private::Unset {}
    impl<B> Given2AWS for ::apigw_model::__private::Maybe<B> {}
    impl<S: Given2AWS> Condition2<S> for super::integration_type::AWS {}
};
const _: () = {
    #[diagnostic::on_unimplemented(
        message = "`tls_config` must not be set when `type` is `MOCK`; only HTTP integrations have a TLS configuration",
        label = "not with this type"
    )]
    pub trait Given2MOCK {}
    impl Given2MOCK for ::apigw_model::__private::Unset {}
    impl<B> Given2MOCK for ::apigw_model::__private::Maybe<B> {}
    impl<S: Given2MOCK> Condition2<S> for super::integration_type::MOCK {}
};
impl<S> Condition2<S> for super::integration_type::HTTP_PROXY {}
const _: () = {
    #[diagnostic::on_unimplemented(
        message = "`tls_config` must not be set when `type` is `AWS_PROXY`; only HTTP integrations have a TLS configuration",
        label = "not with this type"
    )]
    pub trait Given2AWSPROXY {}
    impl Given2AWSPROXY for ::apigw_model::__private::Unset {}
    impl<B> Given2AWSPROXY for ::apigw_model::__private::Maybe<B> {}
    impl<S: Given2AWSPROXY> Condition2<S> for super::integration_type::AWS_PROXY {}
};
/// The errors that `PutIntegration` may answer with.
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::fmt::Debug,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq
)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request is not valid: a value is missing or wrong.
    BadRequest,
    /// The request conflicts with an existing resource, such as a name that is already used.
    Conflict,
    /// A quota of the account or a request rate limit is exceeded.
    LimitExceeded,
    /// A resource that the request identifies doesn't exist.
    NotFound,
    /// The request rate limit is exceeded; wait before the next request.
    TooManyRequests,
    /// The caller lacks permission for this request.
    Unauthorized,
    /// An error that the model does not list for this operation.
    Other,
}
