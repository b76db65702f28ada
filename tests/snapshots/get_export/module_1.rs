// What `model!` emits for `GetExport`. Checked by tests/tests/rust/expansions.rs.

#[allow(unused_imports)]
use super::*;
/// Builds a [`GetExport`](super::GetExport). The type parameters, one a member, say what was given; name the type by [`Start`] if at all.
#[must_use = "a builder does nothing until it is finished"]
pub struct Builder<G0, G1, G2, G3, G4, F = ()> {
    value: super::GetExport,
    finish: F,
    state: ::core::marker::PhantomData<(G0, G1, G2, G3, G4)>,
}
/// The builder at its start: nothing was given.
pub type Start<F = ()> = Builder<
    ::apigw_model::__private::Unset,
    ::apigw_model::__private::Unset,
    ::apigw_model::__private::Unset,
    ::apigw_model::__private::Unset,
    ::apigw_model::__private::Unset,
    F,
>;
impl<
    F,
> Builder<
    ::apigw_model::__private::Unset,
    ::apigw_model::__private::Unset,
    ::apigw_model::__private::Unset,
    ::apigw_model::__private::Unset,
    ::apigw_model::__private::Unset,
    F,
> {
    /// Starts without members; `finish` is what takes the finished value, `()` for nothing.
    pub fn start(finish: F) -> Self {
        Self {
            value: ::apigw_model::__private::Placeholder::placeholder(),
            finish,
            state: ::core::marker::PhantomData,
        }
    }
}
impl<SRestApiId, G1, G2, G3, G4, F> Builder<SRestApiId, G1, G2, G3, G4, F> {
    /// Identifier of the REST API to export.
    pub fn rest_api_id(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Builder<::apigw_model::__private::Set, G1, G2, G3, G4, F>
    where
        SRestApiId: ::apigw_model::__private::NotGiven,
    {
        self.value.rest_api_id = ::apigw_model::__private::into(value);
        self.__after()
    }
}
impl<G0, SStageName, G2, G3, G4, F> Builder<G0, SStageName, G2, G3, G4, F> {
    /// Stage whose deployment is exported.
    pub fn stage_name(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Builder<G0, ::apigw_model::__private::Set, G2, G3, G4, F>
    where
        SStageName: ::apigw_model::__private::NotGiven,
    {
        self.value.stage_name = ::apigw_model::__private::into(value);
        self.__after()
    }
}
impl<G0, G1, SExportType, G3, G4, F> Builder<G0, G1, SExportType, G3, G4, F> {
    /// Format: `oas30` for OpenAPI 3.0, `swagger` for OpenAPI 2.0.
    pub fn export_type(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Builder<G0, G1, ::apigw_model::__private::Set, G3, G4, F>
    where
        SExportType: ::apigw_model::__private::NotGiven,
    {
        self.value.export_type = ::apigw_model::__private::into(value);
        self.__after()
    }
}
impl<G0, G1, G2, SParameters, G4, F> Builder<G0, G1, G2, SParameters, G4, F> {
    /// Additional data to export, as query parameters. `extensions` may be `integrations` (or `apigateway`), `authorizers` or `postman`, or several of them, separated by commas.
    pub fn parameters(
        mut self,
        value: impl ::core::iter::IntoIterator<
            Item = (
                impl ::core::convert::Into<::std::string::String>,
                impl ::core::convert::Into<::std::string::String>,
            ),
        >,
    ) -> Builder<G0, G1, G2, ::apigw_model::__private::Set, G4, F>
    where
        SParameters: ::apigw_model::__private::NotGiven,
    {
        self.value.parameters = ::core::option::Option::Some(
            ::apigw_model::__private::map(value),
        );
        self.__after()
    }
    /// Like [`parameters`](Self::parameters), if there is a value.
    pub fn maybe_parameters(
        mut self,
        value: ::core::option::Option<
            impl ::core::iter::IntoIterator<
                Item = (
                    impl ::core::convert::Into<::std::string::String>,
                    impl ::core::convert::Into<::std::string::String>,
                ),
            >,
        >,
    ) -> Builder<G0, G1, G2, ::apigw_model::__private::Maybe, G4, F>
    where
        SParameters: ::apigw_model::__private::NotGiven,
    {
        self.value.parameters = ::core::option::Option::map(
            value,
            ::apigw_model::__private::map,
        );
        self.__after()
    }
}
impl<G0, G1, G2, G3, SAccepts, F> Builder<G0, G1, G2, G3, SAccepts, F> {
    /// Content type of the document: `application/json` or `application/yaml`. It is sent as the `Accept` header.
    pub fn accepts(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Builder<G0, G1, G2, G3, ::apigw_model::__private::Set, F>
    where
        SAccepts: ::apigw_model::__private::NotGiven,
    {
        self.value.accepts = ::core::option::Option::Some(
            ::apigw_model::__private::into(value),
        );
        self.__after()
    }
    /// Like [`accepts`](Self::accepts), if there is a value.
    pub fn maybe_accepts(
        mut self,
        value: ::core::option::Option<impl ::core::convert::Into<::std::string::String>>,
    ) -> Builder<G0, G1, G2, G3, ::apigw_model::__private::Maybe, F>
    where
        SAccepts: ::apigw_model::__private::NotGiven,
    {
        self.value.accepts = ::core::option::Option::map(
            value,
            ::apigw_model::__private::into,
        );
        self.__after()
    }
}
impl<
    SRestApiId,
    SStageName,
    SExportType,
    G3,
    G4,
    F,
> Builder<SRestApiId, SStageName, SExportType, G3, G4, F> {
    /// The finished value. It compiles once every required member was given.
    pub fn build(self) -> super::GetExport
    where
        SRestApiId: HasRestApiId,
        SStageName: HasStageName,
        SExportType: HasExportType,
    {
        self.value
    }
    /// Hands the finished input to what the builder was started with, such as a client.
    pub fn send(self) -> F::Reply
    where
        SRestApiId: HasRestApiId,
        SStageName: HasStageName,
        SExportType: HasExportType,
        F: ::apigw_model::__private::Finish<super::GetExport>,
    {
        ::apigw_model::__private::Finish::finish(self.finish, self.value)
    }
    /// Like `send`, for bytes that are read as they arrive.
    pub fn stream(self) -> F::Stream
    where
        SRestApiId: HasRestApiId,
        SStageName: HasStageName,
        SExportType: HasExportType,
        F: ::apigw_model::__private::FinishStream<super::GetExport>,
    {
        ::apigw_model::__private::FinishStream::finish_stream(self.finish, self.value)
    }
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
    pub fn __exactly_parameters(
        &self,
        value: ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
    ) -> ::std::collections::BTreeMap<::std::string::String, ::std::string::String> {
        value
    }
    /// The type of a field of a custom structure.
    #[doc(hidden)]
    pub fn __field<T>(&self, field: &T) -> ::apigw_model::__private::FieldType<T> {
        ::apigw_model::__private::FieldType::of(field)
    }
    /// The value as far as it was given, for macros that reported what is missing.
    #[doc(hidden)]
    pub fn __unchecked(self) -> super::GetExport {
        self.value
    }
    /// The builder of a value to be changed: nothing is missing.
    #[doc(hidden)]
    pub fn __from(
        self,
        value: super::GetExport,
    ) -> Builder<
        ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
        ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
        ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
        ::apigw_model::__private::Maybe<::apigw_model::__private::Base>,
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
/// Says that `rest_api_id` was given.
#[diagnostic::on_unimplemented(
    message = "missing required member `rest_api_id` of `GetExport`",
    label = "call `.rest_api_id(…)` before this"
)]
pub trait HasRestApiId {}
impl HasRestApiId for ::apigw_model::__private::Set {}
impl<B> HasRestApiId for ::apigw_model::__private::Maybe<B> {}
/// Says that `stage_name` was given.
#[diagnostic::on_unimplemented(
    message = "missing required member `stage_name` of `GetExport`",
    label = "call `.stage_name(…)` before this"
)]
pub trait HasStageName {}
impl HasStageName for ::apigw_model::__private::Set {}
impl<B> HasStageName for ::apigw_model::__private::Maybe<B> {}
/// Says that `export_type` was given.
#[diagnostic::on_unimplemented(
    message = "missing required member `export_type` of `GetExport`",
    label = "call `.export_type(…)` before this"
)]
pub trait HasExportType {}
impl HasExportType for ::apigw_model::__private::Set {}
impl<B> HasExportType for ::apigw_model::__private::Maybe<B> {}
/// The errors that `GetExport` may answer with.
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
