// What `model!` emits for `UpdateStage`. Checked by tests/tests/rust/expansions.rs.

#[allow(unused_imports)]
use super::*;
/// Builds a [`UpdateStage`](super::UpdateStage). The type parameters, one a member, say what was given; name the type by [`Start`] if at all.
#[must_use = "a builder does nothing until it is finished"]
pub struct Builder<G0, G1, G2, F = ()> {
    value: super::UpdateStage,
    finish: F,
    state: ::core::marker::PhantomData<(G0, G1, G2)>,
}
/// The builder at its start: nothing was given.
pub type Start<F = ()> = Builder<
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
impl<SRestApiId, G1, G2, F> Builder<SRestApiId, G1, G2, F> {
    /// Identifier of the REST API that contains the stage.
    pub fn rest_api_id(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Builder<::apigw_model::__private::Set, G1, G2, F>
    where
        SRestApiId: ::apigw_model::__private::NotGiven,
    {
        self.value.rest_api_id = ::apigw_model::__private::into(value);
        self.__after()
    }
}
impl<G0, SStageName, G2, F> Builder<G0, SStageName, G2, F> {
    /// Name of the stage to change.
    pub fn stage_name(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Builder<G0, ::apigw_model::__private::Set, G2, F>
    where
        SStageName: ::apigw_model::__private::NotGiven,
    {
        self.value.stage_name = ::apigw_model::__private::into(value);
        self.__after()
    }
}
impl<G0, G1, SPatchOperations, F> Builder<G0, G1, SPatchOperations, F> {
    /// Changes, applied in order. Settings of a method are at `/{resource}/{METHOD}/{setting}`, with slashes in the resource's path written `~1`, and those of all methods at `/*/*/{setting}`; a variable is at `/variables/{name}`. `copy` from `/canarySettings/deploymentId` to `/deploymentId` promotes a canary.
    pub fn patch_operations(
        mut self,
        value: impl ::core::iter::IntoIterator<
            Item = impl ::core::convert::Into<super::PatchOperation>,
        >,
    ) -> Builder<G0, G1, ::apigw_model::__private::Set, F>
    where
        SPatchOperations: ::apigw_model::__private::NotGiven,
    {
        self.value.patch_operations = ::core::option::Option::Some(
            ::apigw_model::__private::list(value),
        );
        self.__after()
    }
    /// Like [`patch_operations`](Self::patch_operations), if there is a value.
    pub fn maybe_patch_operations(
        mut self,
        value: ::core::option::Option<
            impl ::core::iter::IntoIterator<
                Item = impl ::core::convert::Into<super::PatchOperation>,
            >,
        >,
    ) -> Builder<G0, G1, ::apigw_model::__private::Maybe, F>
    where
        SPatchOperations: ::apigw_model::__private::NotGiven,
    {
        self.value.patch_operations = ::core::option::Option::map(
            value,
            ::apigw_model::__private::list,
        );
        self.__after()
    }
}
impl<SRestApiId, SStageName, G2, F> Builder<SRestApiId, SStageName, G2, F> {
    /// The finished value. It compiles once every required member was given.
    pub fn build(self) -> super::UpdateStage
    where
        SRestApiId: HasRestApiId,
        SStageName: HasStageName,
    {
        self.value
    }
    /// Hands the finished input to what the builder was started with, such as a client.
    pub fn send(self) -> F::Reply
    where
        SRestApiId: HasRestApiId,
        SStageName: HasStageName,
        F: ::apigw_model::__private::Finish<super::UpdateStage>,
    {
        ::apigw_model::__private::Finish::finish(self.finish, self.value)
    }
}
impl<G0, G1, G2, F> Builder<G0, G1, G2, F> {
    fn __after<N0, N1, N2>(self) -> Builder<N0, N1, N2, F> {
        Builder {
            value: self.value,
            finish: self.finish,
            state: ::core::marker::PhantomData,
        }
    }
    #[doc(hidden)]
    pub fn __start_patch_operations(&self) -> super::patch_operation::Start {
        super::patch_operation::Builder::start(())
    }
    #[doc(hidden)]
    pub fn __exactly_patch_operations(
        &self,
        value: ::std::vec::Vec<super::PatchOperation>,
    ) -> ::std::vec::Vec<super::PatchOperation> {
        value
    }
    /// The type of a field of a custom structure.
    #[doc(hidden)]
    pub fn __field<T>(&self, field: &T) -> ::apigw_model::__private::FieldType<T> {
        ::apigw_model::__private::FieldType::of(field)
    }
    /// The value as far as it was given, for macros that reported what is missing.
    #[doc(hidden)]
    pub fn __unchecked(self) -> super::UpdateStage {
        self.value
    }
    /// The builder of a value to be changed: nothing is missing.
    #[doc(hidden)]
    pub fn __from(
        self,
        value: super::UpdateStage,
    ) -> Builder<
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
    message = "missing required member `rest_api_id` of `UpdateStage`",
    label = "call `.rest_api_id(…)` before this"
)]
pub trait HasRestApiId {}
impl HasRestApiId for ::apigw_model::__private::Set {}
impl<B> HasRestApiId for ::apigw_model::__private::Maybe<B> {}
/// Says that `stage_name` was given.
#[diagnostic::on_unimplemented(
    message = "missing required member `stage_name` of `UpdateStage`",
    label = "call `.stage_name(…)` before this"
)]
pub trait HasStageName {}
impl HasStageName for ::apigw_model::__private::Set {}
impl<B> HasStageName for ::apigw_model::__private::Maybe<B> {}
/// The errors that `UpdateStage` may answer with.
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
#[automatically_derived]
impl ::apigw_model::__private::ErrorKind for ErrorKind {
    fn from_code(code: &str) -> Self {
        match code {
            "BadRequestException" => Self::BadRequest,
            "ConflictException" => Self::Conflict,
            "LimitExceededException" => Self::LimitExceeded,
            "NotFoundException" => Self::NotFound,
            "TooManyRequestsException" => Self::TooManyRequests,
            "UnauthorizedException" => Self::Unauthorized,
            _ => Self::Other,
        }
    }
}
/// The patch operations that `UpdateStage` takes.
pub mod patch {
    /// `remove` of `/accessLogSettings`.
    pub fn remove_access_log_settings() -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("remove")
            .path(::apigw_model::__private::pointer(&["accessLogSettings"]))
            .build()
    }
    /// `add` of `/accessLogSettings/destinationArn`.
    pub fn add_access_log_settings_destination_arn(
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("add")
            .path(
                ::apigw_model::__private::pointer(
                    &["accessLogSettings", "destinationArn"],
                ),
            )
            .value(value)
            .build()
    }
    /// `replace` of `/accessLogSettings/destinationArn`.
    pub fn replace_access_log_settings_destination_arn(
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(
                ::apigw_model::__private::pointer(
                    &["accessLogSettings", "destinationArn"],
                ),
            )
            .value(value)
            .build()
    }
