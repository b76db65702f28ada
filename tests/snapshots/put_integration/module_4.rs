// What `model!` emits for `PutIntegration`. Checked by tests/tests/rust/expansions.rs.

    /// Like [`content_handling`](Self::content_handling), if there is a value.
    pub fn maybe_content_handling(
        mut self,
        value: ::core::option::Option<
            impl ::core::convert::Into<super::ContentHandlingStrategy>,
        >,
    ) -> Builder<
        G0,
        G1,
        G2,
        (
            SCacheNamespace,
            SCacheKeyParameters,
            ::apigw_model::__private::Maybe,
            STimeoutInMillis,
        ),
        G4,
        F,
    >
    where
        SContentHandling: ::apigw_model::__private::NotGiven,
    {
        self.value.content_handling = ::core::option::Option::map(
            value,
            ::apigw_model::__private::into,
        );
        self.__after()
    }
    /// Milliseconds to wait for the back end, from 50 to 29,000; 29,000 (29 seconds) by default. A Regional or private API may wait longer once its quota has been raised, and a response that is streamed ([`response_transfer_mode`](Self::response_transfer_mode) is `STREAM`) may take up to 900,000 (15 minutes).
    pub fn timeout_in_millis(
        mut self,
        value: i32,
    ) -> Builder<
        G0,
        G1,
        G2,
        (
            SCacheNamespace,
            SCacheKeyParameters,
            SContentHandling,
            ::apigw_model::__private::Set,
        ),
        G4,
        F,
    >
    where
        STimeoutInMillis: ::apigw_model::__private::NotGiven,
    {
        self.value.timeout_in_millis = ::core::option::Option::Some(value);
        self.__after()
    }
    /// Like [`timeout_in_millis`](Self::timeout_in_millis), if there is a value.
    pub fn maybe_timeout_in_millis(
        mut self,
        value: ::core::option::Option<i32>,
    ) -> Builder<
        G0,
        G1,
        G2,
        (
            SCacheNamespace,
            SCacheKeyParameters,
            SContentHandling,
            ::apigw_model::__private::Maybe,
        ),
        G4,
        F,
    >
    where
        STimeoutInMillis: ::apigw_model::__private::NotGiven,
    {
        self.value.timeout_in_millis = value;
        self.__after()
    }
}
impl<
    G0,
    G1,
    G2,
    G3,
    STlsConfig,
    SResponseTransferMode,
    SIntegrationTarget,
    F,
> Builder<G0, G1, G2, G3, (STlsConfig, SResponseTransferMode, SIntegrationTarget), F> {
    /// How to check the certificate of an HTTP back end. Supported for `HTTP` and `HTTP_PROXY` only.
    pub fn tls_config(
        mut self,
        value: super::TlsConfig,
    ) -> Builder<
        G0,
        G1,
        G2,
        G3,
        (::apigw_model::__private::Set, SResponseTransferMode, SIntegrationTarget),
        F,
    >
    where
        STlsConfig: ::apigw_model::__private::NotGiven,
    {
        self.value.tls_config = ::core::option::Option::Some(value);
        self.__after()
    }
    /// Like [`tls_config`](Self::tls_config), if there is a value.
    pub fn maybe_tls_config(
        mut self,
        value: ::core::option::Option<super::TlsConfig>,
    ) -> Builder<
        G0,
        G1,
        G2,
        G3,
        (::apigw_model::__private::Maybe, SResponseTransferMode, SIntegrationTarget),
        F,
    >
    where
        STlsConfig: ::apigw_model::__private::NotGiven,
    {
        self.value.tls_config = value;
        self.__after()
    }
    /// Whether the client receives the complete response (`BUFFERED`, the default) or parts of it as they arrive (`STREAM`). `STREAM` works with `HTTP_PROXY` and `AWS_PROXY` only, and excludes caching, content encoding and response templates. A Lambda function that streams needs the `response-streaming-invocations` form of [`uri`](Self::uri).
    pub fn response_transfer_mode(
        mut self,
        value: impl ::core::convert::Into<super::ResponseTransferMode>,
    ) -> Builder<
        G0,
        G1,
        G2,
        G3,
        (STlsConfig, ::apigw_model::__private::Set, SIntegrationTarget),
        F,
    >
    where
        SResponseTransferMode: ::apigw_model::__private::NotGiven,
    {
        self.value.response_transfer_mode = ::core::option::Option::Some(
            ::apigw_model::__private::into(value),
        );
        self.__after()
    }
    /// Like [`response_transfer_mode`](Self::response_transfer_mode), if there is a value.
    pub fn maybe_response_transfer_mode(
        mut self,
        value: ::core::option::Option<
            impl ::core::convert::Into<super::ResponseTransferMode>,
        >,
    ) -> Builder<
        G0,
        G1,
        G2,
        G3,
        (STlsConfig, ::apigw_model::__private::Maybe, SIntegrationTarget),
        F,
    >
    where
        SResponseTransferMode: ::apigw_model::__private::NotGiven,
    {
        self.value.response_transfer_mode = ::core::option::Option::map(
            value,
            ::apigw_model::__private::into,
        );
        self.__after()
    }
    /// ARN of the load balancer, Application or Network, that a private integration sends requests to. It needs a [`connection_type`](Self::connection_type) of `VPC_LINK` and a VPC link of version 2.
    pub fn integration_target(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Builder<
        G0,
        G1,
        G2,
        G3,
        (STlsConfig, SResponseTransferMode, ::apigw_model::__private::Set),
        F,
    >
    where
        SIntegrationTarget: ::apigw_model::__private::NotGiven,
    {
        self.value.integration_target = ::core::option::Option::Some(
            ::apigw_model::__private::into(value),
        );
        self.__after()
    }
    /// Like [`integration_target`](Self::integration_target), if there is a value.
    pub fn maybe_integration_target(
        mut self,
        value: ::core::option::Option<impl ::core::convert::Into<::std::string::String>>,
    ) -> Builder<
        G0,
        G1,
        G2,
        G3,
        (STlsConfig, SResponseTransferMode, ::apigw_model::__private::Maybe),
        F,
    >
    where
        SIntegrationTarget: ::apigw_model::__private::NotGiven,
    {
        self.value.integration_target = ::core::option::Option::map(
            value,
            ::apigw_model::__private::into,
        );
        self.__after()
    }
}
impl<
    SRestApiId,
    SResourceId,
    SHttpMethod,
    SType,
    SIntegrationHttpMethod,
    SUri,
    SConnectionType,
    SConnectionId,
    G2,
    G3,
    STlsConfig,
    SResponseTransferMode,
    SIntegrationTarget,
    F,
> Builder<
    (SRestApiId, SResourceId, SHttpMethod, SType),
    (SIntegrationHttpMethod, SUri, SConnectionType, SConnectionId),
    G2,
    G3,
    (STlsConfig, SResponseTransferMode, SIntegrationTarget),
    F,
> {
    /// The finished value. It compiles once every required member was given.
    pub fn build(self) -> super::PutIntegration
    where
        SRestApiId: HasRestApiId,
        SResourceId: HasResourceId,
        SHttpMethod: HasHttpMethod,
        SType: HasType,
        SType: Condition0<SIntegrationHttpMethod>,
        SType: Condition1<SUri>,
        SType: Condition2<STlsConfig>,
    {
        self.value
    }
    /// Hands the finished input to what the builder was started with, such as a client.
    pub fn send(self) -> F::Reply
    where
        SRestApiId: HasRestApiId,
        SResourceId: HasResourceId,
        SHttpMethod: HasHttpMethod,
        SType: HasType,
        SType: Condition0<SIntegrationHttpMethod>,
        SType: Condition1<SUri>,
        SType: Condition2<STlsConfig>,
        F: ::apigw_model::__private::Finish<super::PutIntegration>,
    {
        ::apigw_model::__private::Finish::finish(self.finish, self.value)
    }
