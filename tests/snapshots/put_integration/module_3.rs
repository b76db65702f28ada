// What `model!` emits for `PutIntegration`. Checked by tests/tests/rust/expansions.rs.

    /// Velocity templates that turn the client's payload into the back end's, by content type. A key is a content type such as `application/json`; the one that equals the client's `Content-Type` header is applied (a request without that header counts as `application/json`). The value is the template, at most 300 KB, which isn't parsed when it is stored.
    pub fn request_templates(
        mut self,
        value: impl ::core::iter::IntoIterator<
            Item = (
                impl ::core::convert::Into<::std::string::String>,
                impl ::core::convert::Into<::std::string::String>,
            ),
        >,
    ) -> Builder<
        G0,
        G1,
        (
            SCredentials,
            SRequestParameters,
            ::apigw_model::__private::Set,
            SPassthroughBehavior,
        ),
        G3,
        G4,
        F,
    >
    where
        SRequestTemplates: ::apigw_model::__private::NotGiven,
    {
        self.value.request_templates = ::core::option::Option::Some(
            ::apigw_model::__private::map(value),
        );
        self.__after()
    }
    /// Like [`request_templates`](Self::request_templates), if there is a value.
    pub fn maybe_request_templates(
        mut self,
        value: ::core::option::Option<
            impl ::core::iter::IntoIterator<
                Item = (
                    impl ::core::convert::Into<::std::string::String>,
                    impl ::core::convert::Into<::std::string::String>,
                ),
            >,
        >,
    ) -> Builder<
        G0,
        G1,
        (
            SCredentials,
            SRequestParameters,
            ::apigw_model::__private::Maybe,
            SPassthroughBehavior,
        ),
        G3,
        G4,
        F,
    >
    where
        SRequestTemplates: ::apigw_model::__private::NotGiven,
    {
        self.value.request_templates = ::core::option::Option::map(
            value,
            ::apigw_model::__private::map,
        );
        self.__after()
    }
    /** What happens to a request whose content type has no template: `WHEN_NO_MATCH`, `WHEN_NO_TEMPLATES` or `NEVER`. It is selected by the `Content-Type` header of the request and the keys of [`request_templates`](Self::request_templates).

* `WHEN_NO_MATCH`, the default: the body is sent to the back end unchanged.
* `WHEN_NO_TEMPLATES`: the body is sent unchanged if the integration has no templates at all; if it has at least one, a content type without a template is rejected with `415 Unsupported Media Type`.
* `NEVER`: a content type without a template is always rejected with that 415 response.*/
    pub fn passthrough_behavior(
        mut self,
        value: impl ::core::convert::Into<super::PassthroughBehavior>,
    ) -> Builder<
        G0,
        G1,
        (
            SCredentials,
            SRequestParameters,
            SRequestTemplates,
            ::apigw_model::__private::Set,
        ),
        G3,
        G4,
        F,
    >
    where
        SPassthroughBehavior: ::apigw_model::__private::NotGiven,
    {
        self.value.passthrough_behavior = ::core::option::Option::Some(
            ::apigw_model::__private::into(value),
        );
        self.__after()
    }
    /// Like [`passthrough_behavior`](Self::passthrough_behavior), if there is a value.
    pub fn maybe_passthrough_behavior(
        mut self,
        value: ::core::option::Option<
            impl ::core::convert::Into<super::PassthroughBehavior>,
        >,
    ) -> Builder<
        G0,
        G1,
        (
            SCredentials,
            SRequestParameters,
            SRequestTemplates,
            ::apigw_model::__private::Maybe,
        ),
        G3,
        G4,
        F,
    >
    where
        SPassthroughBehavior: ::apigw_model::__private::NotGiven,
    {
        self.value.passthrough_behavior = ::core::option::Option::map(
            value,
            ::apigw_model::__private::into,
        );
        self.__after()
    }
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
