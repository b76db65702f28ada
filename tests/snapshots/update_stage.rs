// What `model!` emits for `UpdateStage`. Checked by tests/expansions.rs.

/// Changes a stage: which deployment it serves, its settings per method, its variables.
#[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
#[non_exhaustive]
pub struct UpdateStage {
    /// Identifier of the REST API that contains the stage.
    pub rest_api_id: ::std::string::String,
    /// Name of the stage to change.
    pub stage_name: ::std::string::String,
    /// Changes, applied in order. Settings of a method are at `/{resource}/{METHOD}/{setting}`, with slashes in the resource's path written `~1`, and those of all methods at `/*/*/{setting}`; a variable is at `/variables/{name}`. `copy` from `/canarySettings/deploymentId` to `/deploymentId` promotes a canary.
    pub patch_operations: ::core::option::Option<::std::vec::Vec<PatchOperation>>,
}
const _: () = {
    #[automatically_derived]
    impl ::apigw_model::__private::Members for UpdateStage {
        fn member(
            &self,
            index: usize,
            _name: &str,
        ) -> ::apigw_model::__private::Value<'_> {
            match index {
                0usize => ::apigw_model::__private::ToValue::to_value(&self.rest_api_id),
                1usize => ::apigw_model::__private::ToValue::to_value(&self.stage_name),
                2usize => {
                    ::apigw_model::__private::ToValue::to_value(&self.patch_operations)
                }
                _ => ::apigw_model::__private::Value::Absent,
            }
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::Sink for UpdateStage {
        fn member(
            &mut self,
            index: usize,
        ) -> ::core::option::Option<&mut dyn ::apigw_model::__private::Sink> {
            match index {
                0usize => ::core::option::Option::Some(&mut self.rest_api_id),
                1usize => ::core::option::Option::Some(&mut self.stage_name),
                2usize => ::core::option::Option::Some(&mut self.patch_operations),
                _ => ::core::option::Option::None,
            }
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::ToValue for UpdateStage {
        fn to_value(&self) -> ::apigw_model::__private::Value<'_> {
            ::apigw_model::__private::Value::Structure(self)
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::Placeholder for UpdateStage {
        fn placeholder() -> Self {
            Self {
                rest_api_id: ::apigw_model::__private::Placeholder::placeholder(),
                stage_name: ::apigw_model::__private::Placeholder::placeholder(),
                patch_operations: ::apigw_model::__private::Placeholder::placeholder(),
            }
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::Structured for UpdateStage {
        const SHAPE: &'static ::apigw_model::__private::spec::Shape = &__tables::UPDATE_STAGE_REQUEST;
    }
};
const _: () = {
    #[automatically_derived]
    impl ::apigw_model::__private::serde::Serialize for UpdateStage {
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
    impl<'de> ::apigw_model::__private::serde::Deserialize<'de> for UpdateStage {
        fn deserialize<D: ::apigw_model::__private::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::apigw_model::__private::deserialize(deserializer)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for UpdateStage {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::apigw_model::__private::debug(
                "UpdateStage",
                <Self as ::apigw_model::__private::Structured>::SHAPE,
                self,
                f,
            )
        }
    }
};
#[automatically_derived]
impl ::apigw_model::__private::Operation for UpdateStage {
    type Output = Stage;
    type ErrorKind = update_stage::ErrorKind;
    const OPERATION: &'static ::apigw_model::__private::spec::Operation = &__tables::OPERATION_UPDATE_STAGE;
}
impl UpdateStage {
    /// Starts to build an input.
    pub fn builder() -> update_stage::Start {
        update_stage::Builder::start(())
    }
}
/// The builder and the error kinds of [`UpdateStage`](super::UpdateStage).
pub mod update_stage {
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
        /// `remove` of `/accessLogSettings/destinationArn`.
        pub fn remove_access_log_settings_destination_arn() -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("remove")
                .path(
                    ::apigw_model::__private::pointer(
                        &["accessLogSettings", "destinationArn"],
                    ),
                )
                .build()
        }
        /// `add` of `/accessLogSettings/format`.
        pub fn add_access_log_settings_format(
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("add")
                .path(
                    ::apigw_model::__private::pointer(&["accessLogSettings", "format"]),
                )
                .value(value)
                .build()
        }
        /// `replace` of `/accessLogSettings/format`.
        pub fn replace_access_log_settings_format(
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(
                    ::apigw_model::__private::pointer(&["accessLogSettings", "format"]),
                )
                .value(value)
                .build()
        }
        /// `remove` of `/accessLogSettings/format`.
        pub fn remove_access_log_settings_format() -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("remove")
                .path(
                    ::apigw_model::__private::pointer(&["accessLogSettings", "format"]),
                )
                .build()
        }
        /// `replace` of `/cacheClusterEnabled`.
        pub fn replace_cache_cluster_enabled(
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(::apigw_model::__private::pointer(&["cacheClusterEnabled"]))
                .value(value)
                .build()
        }
        /// `replace` of `/cacheClusterSize`.
        pub fn replace_cache_cluster_size(
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(::apigw_model::__private::pointer(&["cacheClusterSize"]))
                .value(value)
                .build()
        }
        /// `remove` of `/canarySettings`.
        pub fn remove_canary_settings() -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("remove")
                .path(::apigw_model::__private::pointer(&["canarySettings"]))
                .build()
        }
        /// `replace` of `/canarySettings/deploymentId`.
        pub fn replace_canary_settings_deployment_id(
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(
                    ::apigw_model::__private::pointer(
                        &["canarySettings", "deploymentId"],
                    ),
                )
                .value(value)
                .build()
        }
        /// `replace` of `/canarySettings/percentTraffic`.
        pub fn replace_canary_settings_percent_traffic(
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(
                    ::apigw_model::__private::pointer(
                        &["canarySettings", "percentTraffic"],
                    ),
                )
                .value(value)
                .build()
        }
        /// `remove` of `/canarySettings/stageVariableOverrides`.
        pub fn remove_canary_settings_stage_variable_overrides() -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("remove")
                .path(
                    ::apigw_model::__private::pointer(
                        &["canarySettings", "stageVariableOverrides"],
                    ),
                )
                .build()
        }
        /// `replace` of `/canarySettings/stageVariableOverrides`.
        pub fn replace_canary_settings_stage_variable_overrides(
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(
                    ::apigw_model::__private::pointer(
                        &["canarySettings", "stageVariableOverrides"],
                    ),
                )
                .value(value)
                .build()
        }
        /// `add` of `/canarySettings/stageVariableOverrides/{name}`.
        pub fn add_canary_settings_stage_variable_overrides(
            name: &str,
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("add")
                .path(
                    ::apigw_model::__private::pointer(
                        &["canarySettings", "stageVariableOverrides", name],
                    ),
                )
                .value(value)
                .build()
        }
        /// `replace` of `/canarySettings/useStageCache`.
        pub fn replace_canary_settings_use_stage_cache(
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(
                    ::apigw_model::__private::pointer(
                        &["canarySettings", "useStageCache"],
                    ),
                )
                .value(value)
                .build()
        }
        /// `replace` of `/clientCertificateId`.
        pub fn replace_client_certificate_id(
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(::apigw_model::__private::pointer(&["clientCertificateId"]))
                .value(value)
                .build()
        }
        /// `replace` of `/deploymentId`.
        pub fn replace_deployment_id(
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(::apigw_model::__private::pointer(&["deploymentId"]))
                .value(value)
                .build()
        }
        /// `copy` of `/deploymentId`.
        pub fn copy_deployment_id(
            from: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("copy")
                .path(::apigw_model::__private::pointer(&["deploymentId"]))
                .from(from)
                .build()
        }
        /// `replace` of `/description`.
        pub fn replace_description(
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(::apigw_model::__private::pointer(&["description"]))
                .value(value)
                .build()
        }
        /// `replace` of `/documentationVersion`.
        pub fn replace_documentation_version(
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(::apigw_model::__private::pointer(&["documentationVersion"]))
                .value(value)
                .build()
        }
        /// `replace` of `/tracingEnabled`.
        pub fn replace_tracing_enabled(
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(::apigw_model::__private::pointer(&["tracingEnabled"]))
                .value(value)
                .build()
        }
        /// `replace` of `/variables`.
        pub fn replace_variables(
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(::apigw_model::__private::pointer(&["variables"]))
                .value(value)
                .build()
        }
        /// `remove` of `/variables`.
        pub fn remove_variables() -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("remove")
                .path(::apigw_model::__private::pointer(&["variables"]))
                .build()
        }
        /// `copy` of `/variables`.
        pub fn copy_variables(
            from: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("copy")
                .path(::apigw_model::__private::pointer(&["variables"]))
                .from(from)
                .build()
        }
        /// `add` of `/variables/{name}`.
        pub fn add_variables(
            name: &str,
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("add")
                .path(::apigw_model::__private::pointer(&["variables", name]))
                .value(value)
                .build()
        }
        /// `replace` of `/{resource}/{method}/metrics/enabled`.
        pub fn replace_metrics_enabled_of(
            resource: &str,
            method: &str,
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(
                    ::apigw_model::__private::pointer(
                        &[resource, method, "metrics", "enabled"],
                    ),
                )
                .value(value)
                .build()
        }
        /// `replace` of `/{resource}/{method}/logging/dataTrace`.
        pub fn replace_logging_data_trace_of(
            resource: &str,
            method: &str,
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(
                    ::apigw_model::__private::pointer(
                        &[resource, method, "logging", "dataTrace"],
                    ),
                )
                .value(value)
                .build()
        }
        /// `replace` of `/{resource}/{method}/logging/loglevel`.
        pub fn replace_logging_loglevel_of(
            resource: &str,
            method: &str,
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(
                    ::apigw_model::__private::pointer(
                        &[resource, method, "logging", "loglevel"],
                    ),
                )
                .value(value)
                .build()
        }
        /// `replace` of `/{resource}/{method}/throttling/burstLimit`.
        pub fn replace_throttling_burst_limit_of(
            resource: &str,
            method: &str,
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(
                    ::apigw_model::__private::pointer(
                        &[resource, method, "throttling", "burstLimit"],
                    ),
                )
                .value(value)
                .build()
        }
        /// `replace` of `/{resource}/{method}/throttling/rateLimit`.
        pub fn replace_throttling_rate_limit_of(
            resource: &str,
            method: &str,
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(
                    ::apigw_model::__private::pointer(
                        &[resource, method, "throttling", "rateLimit"],
                    ),
                )
                .value(value)
                .build()
        }
        /// `replace` of `/{resource}/{method}/caching/enabled`.
        pub fn replace_caching_enabled_of(
            resource: &str,
            method: &str,
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(
                    ::apigw_model::__private::pointer(
                        &[resource, method, "caching", "enabled"],
                    ),
                )
                .value(value)
                .build()
        }
        /// `replace` of `/{resource}/{method}/caching/ttlInSeconds`.
        pub fn replace_caching_ttl_in_seconds_of(
            resource: &str,
            method: &str,
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(
                    ::apigw_model::__private::pointer(
                        &[resource, method, "caching", "ttlInSeconds"],
                    ),
                )
                .value(value)
                .build()
        }
        /// `replace` of `/{resource}/{method}/caching/dataEncrypted`.
        pub fn replace_caching_data_encrypted_of(
            resource: &str,
            method: &str,
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(
                    ::apigw_model::__private::pointer(
                        &[resource, method, "caching", "dataEncrypted"],
                    ),
                )
                .value(value)
                .build()
        }
        /// `replace` of `/{resource}/{method}/caching/requireAuthorizationForCacheControl`.
        pub fn replace_caching_require_authorization_for_cache_control_of(
            resource: &str,
            method: &str,
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(
                    ::apigw_model::__private::pointer(
                        &[
                            resource,
                            method,
                            "caching",
                            "requireAuthorizationForCacheControl",
                        ],
                    ),
                )
                .value(value)
                .build()
        }
        /// `replace` of `/{resource}/{method}/caching/unauthorizedCacheControlHeaderStrategy`.
        pub fn replace_caching_unauthorized_cache_control_header_strategy_of(
            resource: &str,
            method: &str,
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(
                    ::apigw_model::__private::pointer(
                        &[
                            resource,
                            method,
                            "caching",
                            "unauthorizedCacheControlHeaderStrategy",
                        ],
                    ),
                )
                .value(value)
                .build()
        }
        /// `remove` of `/{resource}/{method}`.
        pub fn remove_at(resource: &str, method: &str) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("remove")
                .path(::apigw_model::__private::pointer(&[resource, method]))
                .build()
        }
        /// `replace` of `/methodSettings`.
        pub fn replace_method_settings(
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> super::super::PatchOperation {
            super::super::PatchOperation::builder()
                .op("replace")
                .path(::apigw_model::__private::pointer(&["methodSettings"]))
                .value(value)
                .build()
        }
    }
}
