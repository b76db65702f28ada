// What `model!` emits for `PutIntegration`. Checked by tests/tests/rust/expansions.rs.

}
impl<
    G0,
    G1,
    G2,
    SCacheNamespace,
    SCacheKeyParameters,
    SContentHandling,
    STimeoutInMillis,
    G4,
    F,
> Builder<
    G0,
    G1,
    G2,
    (SCacheNamespace, SCacheKeyParameters, SContentHandling, STimeoutInMillis),
    G4,
    F,
> {
    /// Name of the group that cached values belong to; the resource's identifier by default. Resources that share a namespace return the same cached data, even for requests to different resources.
    pub fn cache_namespace(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Builder<
        G0,
        G1,
        G2,
        (
            ::apigw_model::__private::Set,
            SCacheKeyParameters,
            SContentHandling,
            STimeoutInMillis,
        ),
        G4,
        F,
    >
    where
        SCacheNamespace: ::apigw_model::__private::NotGiven,
    {
        self.value.cache_namespace = ::core::option::Option::Some(
            ::apigw_model::__private::into(value),
        );
        self.__after()
    }
    /// Like [`cache_namespace`](Self::cache_namespace), if there is a value.
    pub fn maybe_cache_namespace(
        mut self,
        value: ::core::option::Option<impl ::core::convert::Into<::std::string::String>>,
    ) -> Builder<
        G0,
        G1,
        G2,
        (
            ::apigw_model::__private::Maybe,
            SCacheKeyParameters,
            SContentHandling,
            STimeoutInMillis,
        ),
        G4,
        F,
    >
    where
        SCacheNamespace: ::apigw_model::__private::NotGiven,
    {
        self.value.cache_namespace = ::core::option::Option::map(
            value,
            ::apigw_model::__private::into,
        );
        self.__after()
    }
    /// Request parameters whose values are part of the cache key. An entry is a `method.request.{location}.{name}` that the method declares in its [`request_parameters`](Self::request_parameters), or an `integration.request.{location}.{name}` that this call's [`request_parameters`](Self::request_parameters) maps.
    pub fn cache_key_parameters(
        mut self,
        value: impl ::core::iter::IntoIterator<
            Item = impl ::core::convert::Into<::std::string::String>,
        >,
    ) -> Builder<
        G0,
        G1,
        G2,
        (
            SCacheNamespace,
            ::apigw_model::__private::Set,
            SContentHandling,
            STimeoutInMillis,
        ),
        G4,
        F,
    >
    where
        SCacheKeyParameters: ::apigw_model::__private::NotGiven,
    {
        self.value.cache_key_parameters = ::core::option::Option::Some(
            ::apigw_model::__private::list(value),
        );
        self.__after()
    }
    /// Like [`cache_key_parameters`](Self::cache_key_parameters), if there is a value.
    pub fn maybe_cache_key_parameters(
        mut self,
        value: ::core::option::Option<
            impl ::core::iter::IntoIterator<
                Item = impl ::core::convert::Into<::std::string::String>,
            >,
        >,
    ) -> Builder<
        G0,
        G1,
        G2,
        (
            SCacheNamespace,
            ::apigw_model::__private::Maybe,
            SContentHandling,
            STimeoutInMillis,
        ),
        G4,
        F,
    >
    where
        SCacheKeyParameters: ::apigw_model::__private::NotGiven,
    {
        self.value.cache_key_parameters = ::core::option::Option::map(
            value,
            ::apigw_model::__private::list,
        );
        self.__after()
    }
    /** Conversion of the request's payload: `CONVERT_TO_BINARY` or `CONVERT_TO_TEXT`.

* `CONVERT_TO_BINARY`: from a Base64 string to the bytes it encodes.
* `CONVERT_TO_TEXT`: from bytes to a Base64 string.

Without it the payload isn't changed on its way from the method request to the integration request, provided that [`passthrough_behavior`](Self::passthrough_behavior) lets payloads through.*/
    pub fn content_handling(
        mut self,
        value: impl ::core::convert::Into<super::ContentHandlingStrategy>,
    ) -> Builder<
        G0,
        G1,
        G2,
        (
            SCacheNamespace,
            SCacheKeyParameters,
            ::apigw_model::__private::Set,
            STimeoutInMillis,
        ),
        G4,
        F,
    >
    where
        SContentHandling: ::apigw_model::__private::NotGiven,
    {
        self.value.content_handling = ::core::option::Option::Some(
            ::apigw_model::__private::into(value),
        );
        self.__after()
    }
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
