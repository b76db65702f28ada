// What `model!` emits for `PutIntegration`. Checked by tests/tests/rust/expansions.rs.

    /// Like [`uri`](Self::uri), if there is a value.
    pub fn maybe_uri(
        mut self,
        value: ::core::option::Option<impl ::core::convert::Into<::std::string::String>>,
    ) -> Builder<
        G0,
        (
            SIntegrationHttpMethod,
            ::apigw_model::__private::Maybe,
            SConnectionType,
            SConnectionId,
        ),
        G2,
        G3,
        G4,
        F,
    >
    where
        SUri: ::apigw_model::__private::NotGiven,
    {
        self.value.uri = ::core::option::Option::map(
            value,
            ::apigw_model::__private::into,
        );
        self.__after()
    }
    /// Network that leads to the back end: `INTERNET`, the default, or `VPC_LINK`. `INTERNET` goes over the public internet; `VPC_LINK` is private: a VPC link joins API Gateway to a network load balancer inside a VPC. It matters for `HTTP` and `HTTP_PROXY` only: the responses for other types have no connection type, and for these two the default appears as `INTERNET`.
    pub fn connection_type(
        mut self,
        value: impl ::core::convert::Into<super::ConnectionType>,
    ) -> Builder<
        G0,
        (SIntegrationHttpMethod, SUri, ::apigw_model::__private::Set, SConnectionId),
        G2,
        G3,
        G4,
        F,
    >
    where
        SConnectionType: ::apigw_model::__private::NotGiven,
    {
        self.value.connection_type = ::core::option::Option::Some(
            ::apigw_model::__private::into(value),
        );
        self.__after()
    }
    /// Like [`connection_type`](Self::connection_type), if there is a value.
    pub fn maybe_connection_type(
        mut self,
        value: ::core::option::Option<impl ::core::convert::Into<super::ConnectionType>>,
    ) -> Builder<
        G0,
        (SIntegrationHttpMethod, SUri, ::apigw_model::__private::Maybe, SConnectionId),
        G2,
        G3,
        G4,
        F,
    >
    where
        SConnectionType: ::apigw_model::__private::NotGiven,
    {
        self.value.connection_type = ::core::option::Option::map(
            value,
            ::apigw_model::__private::into,
        );
        self.__after()
    }
    /// Identifier of the `VpcLink` to use when [`connection_type`](Self::connection_type) is `VPC_LINK`. Required in this case, and omitted otherwise. `${stageVariables.name}` is accepted, and resolved when the API is called.
    pub fn connection_id(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Builder<
        G0,
        (SIntegrationHttpMethod, SUri, SConnectionType, ::apigw_model::__private::Set),
        G2,
        G3,
        G4,
        F,
    >
    where
        SConnectionId: ::apigw_model::__private::NotGiven,
    {
        self.value.connection_id = ::core::option::Option::Some(
            ::apigw_model::__private::into(value),
        );
        self.__after()
    }
    /// Like [`connection_id`](Self::connection_id), if there is a value.
    pub fn maybe_connection_id(
        mut self,
        value: ::core::option::Option<impl ::core::convert::Into<::std::string::String>>,
    ) -> Builder<
        G0,
        (SIntegrationHttpMethod, SUri, SConnectionType, ::apigw_model::__private::Maybe),
        G2,
        G3,
        G4,
        F,
    >
    where
        SConnectionId: ::apigw_model::__private::NotGiven,
    {
        self.value.connection_id = ::core::option::Option::map(
            value,
            ::apigw_model::__private::into,
        );
        self.__after()
    }
}
impl<
    G0,
    G1,
    SCredentials,
    SRequestParameters,
    SRequestTemplates,
    SPassthroughBehavior,
    G3,
    G4,
    F,
> Builder<
    G0,
    G1,
    (SCredentials, SRequestParameters, SRequestTemplates, SPassthroughBehavior),
    G3,
    G4,
    F,
> {
    #[doc = " What API Gateway uses to authenticate itself to an AWS back end. Three choices:\n\n* the ARN of an IAM role, which API Gateway assumes;\n* `arn:aws:iam::*:user/*`, which passes on the identity of the caller;\n* nothing, which relies on the resource-based policy of the back end. Only Lambda functions can be called that way; every other AWS service needs a role.\n\nA stage variable may stand in the resource part: `arn:aws:iam::123412341234:${stageVariables.role}`."]
    pub fn credentials(
        mut self,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> Builder<
        G0,
        G1,
        (
            ::apigw_model::__private::Set,
            SRequestParameters,
            SRequestTemplates,
            SPassthroughBehavior,
        ),
        G3,
        G4,
        F,
    >
    where
        SCredentials: ::apigw_model::__private::NotGiven,
    {
        self.value.credentials = ::core::option::Option::Some(
            ::apigw_model::__private::into(value),
        );
        self.__after()
    }
    /// Like [`credentials`](Self::credentials), if there is a value.
    pub fn maybe_credentials(
        mut self,
        value: ::core::option::Option<impl ::core::convert::Into<::std::string::String>>,
    ) -> Builder<
        G0,
        G1,
        (
            ::apigw_model::__private::Maybe,
            SRequestParameters,
            SRequestTemplates,
            SPassthroughBehavior,
        ),
        G3,
        G4,
        F,
    >
    where
        SCredentials: ::apigw_model::__private::NotGiven,
    {
        self.value.credentials = ::core::option::Option::map(
            value,
            ::apigw_model::__private::into,
        );
        self.__after()
    }
    /** Request parameters to pass to the back end, by their name on its side. A key is the name of an integration request parameter, `integration.request.{location}.{name}`, where `{location}` is `path`, `querystring` or `header`. A value is one of

* `method.request.{location}.{name}`, where `{location}` is `querystring`, `path` or `header`, and `{name}` is valid, unique, and declared in the method's own `request_parameters`;
* `method.request.multivaluequerystring.{name}` or `method.request.multivalueheader.{name}`;
* `method.request.body`, or `method.request.body.{JSONPath}`;
* `context.{name}` or `stageVariables.{name}`;
* a static value in single quotes, such as `'text/plain'`, already encoded as the back end needs it.

Mapping the headers `Content-Length` or `Transfer-Encoding` is accepted, but makes every call fail.*/
    /**

 Static values are not shown by `Debug`.*/
    pub fn request_parameters(
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
            ::apigw_model::__private::Set,
            SRequestTemplates,
            SPassthroughBehavior,
        ),
        G3,
        G4,
        F,
    >
    where
        SRequestParameters: ::apigw_model::__private::NotGiven,
    {
        self.value.request_parameters = ::core::option::Option::Some(
            ::apigw_model::__private::map(value),
        );
        self.__after()
    }
    /// Like [`request_parameters`](Self::request_parameters), if there is a value.
    pub fn maybe_request_parameters(
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
            ::apigw_model::__private::Maybe,
            SRequestTemplates,
            SPassthroughBehavior,
        ),
        G3,
        G4,
        F,
    >
    where
        SRequestParameters: ::apigw_model::__private::NotGiven,
    {
        self.value.request_parameters = ::core::option::Option::map(
            value,
            ::apigw_model::__private::map,
        );
        self.__after()
    }
