// What `model!` emits for `PutIntegration`. Checked by tests/expansions.rs.

/// Sets up the back end of a method, replacing any integration it has. The method must exist already. A repeated call replaces the whole integration. The response, with status 201, is the `Integration` as stored, with the server's defaults filled in.
#[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
#[non_exhaustive]
pub struct PutIntegration {
    /// Identifier of the REST API that owns the method. Required. Ten lower-case letters and digits, such as `1234123412`; case matters.
    pub rest_api_id: ::std::string::String,
    /// Identifier of the resource that the method belongs to. Required. Six or ten letters and digits, such as `a1b2c3`; it is not the resource's path.
    pub resource_id: ::std::string::String,
    /// HTTP verb of the API's method that gets the integration. Required. One of `GET`, `PUT`, `POST`, `DELETE`, `PATCH`, `OPTIONS`, `HEAD` and `ANY`, and the resource must already have a method of that verb. It is the client's side: the verb towards the back end is [`integration_http_method`](Self::integration_http_method).
    pub http_method: HttpMethod,
    /** Type of back end: `HTTP`, `AWS`, `MOCK`, `HTTP_PROXY` or `AWS_PROXY`. Required.

* `HTTP`: an HTTP endpoint, with custom mappings (HTTP custom integration).
* `HTTP_PROXY`: an HTTP endpoint that receives the client request unchanged.
* `AWS`: an action of an AWS service, with custom mappings; with Lambda, the Lambda custom integration.
* `AWS_PROXY`: a Lambda function that receives the client request unchanged.
* `MOCK`: no back end; API Gateway itself returns the response.*/
    pub r#type: IntegrationType,
    /// HTTP verb used to call the back end. Required unless `type` is `MOCK`, where it is accepted and dropped. A Lambda function is invoked with `POST`: `AWS_PROXY` with `GET` can be stored, but every call then fails. `ANY` is a valid value, whatever the method's own verb. In JSON bodies the member is called [`http_method`](Self::http_method).
    pub integration_http_method: ::core::option::Option<HttpMethod>,
    /** Address of the back end. Needed for every type except `MOCK`, where it is accepted and dropped.

* `HTTP` and `HTTP_PROXY`: a complete, percent-encoded `http` or `https` URL after RFC 3986, both for a standard integration ([`connection_type`](Self::connection_type) is not `VPC_LINK`) and for a private one (`VPC_LINK`). A private integration doesn't route by it: the URL only supplies the `Host` header and the name expected in the certificate. Ports are 80, 443, and those above 1024.
* `AWS` and `AWS_PROXY`: an ARN of the form `arn:aws:apigateway:{region}:{subdomain.service|service}:path|action/{service_api}`. `{region}` is API Gateway's region, such as `us-east-1`; `{service}` is the name of the AWS service, such as `s3`; `{subdomain}` is a subdomain that some services offer for fast host-name lookup. After `action/` come an action's name and its input, as a query string `Action={name}&{p1}={v1}&p2={v2}...`. After `path/` comes the path of a resource of the service, with its region where it has one. S3's `GetObject` is either `arn:aws:apigateway:us-west-2:s3:action/GetObject&Bucket={bucket}&Key={key}` or `arn:aws:apigateway:us-west-2:s3:path/{bucket}/{key}`. Partitions other than `aws` are written the same way.
* `AWS_PROXY` takes only the invocation of a Lambda function: `arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{function_arn}/invocations`, or `…/2021-11-15/functions/{function_arn}/response-streaming-invocations` for streaming. A second slash after `path` is accepted.

`{name}` in a path or query is filled from [`request_parameters`](Self::request_parameters) (`integration.request.path.name`), and `${stageVariables.name}` from the stage.*/
    /**

 The values of a query are not shown by `Debug`.*/
    pub uri: ::core::option::Option<::std::string::String>,
    /// Network that leads to the back end: `INTERNET`, the default, or `VPC_LINK`. `INTERNET` goes over the public internet; `VPC_LINK` is private: a VPC link joins API Gateway to a network load balancer inside a VPC. It matters for `HTTP` and `HTTP_PROXY` only: the responses for other types have no connection type, and for these two the default appears as `INTERNET`.
    pub connection_type: ::core::option::Option<ConnectionType>,
    /// Identifier of the `VpcLink` to use when [`connection_type`](Self::connection_type) is `VPC_LINK`. Required in this case, and omitted otherwise. `${stageVariables.name}` is accepted, and resolved when the API is called.
    pub connection_id: ::core::option::Option<::std::string::String>,
    #[doc = " What API Gateway uses to authenticate itself to an AWS back end. Three choices:\n\n* the ARN of an IAM role, which API Gateway assumes;\n* `arn:aws:iam::*:user/*`, which passes on the identity of the caller;\n* nothing, which relies on the resource-based policy of the back end. Only Lambda functions can be called that way; every other AWS service needs a role.\n\nA stage variable may stand in the resource part: `arn:aws:iam::123412341234:${stageVariables.role}`."]
    pub credentials: ::core::option::Option<::std::string::String>,
    /** Request parameters to pass to the back end, by their name on its side. A key is the name of an integration request parameter, `integration.request.{location}.{name}`, where `{location}` is `path`, `querystring` or `header`. A value is one of

* `method.request.{location}.{name}`, where `{location}` is `querystring`, `path` or `header`, and `{name}` is valid, unique, and declared in the method's own `request_parameters`;
* `method.request.multivaluequerystring.{name}` or `method.request.multivalueheader.{name}`;
* `method.request.body`, or `method.request.body.{JSONPath}`;
* `context.{name}` or `stageVariables.{name}`;
* a static value in single quotes, such as `'text/plain'`, already encoded as the back end needs it.

Mapping the headers `Content-Length` or `Transfer-Encoding` is accepted, but makes every call fail.*/
    /**

 Static values are not shown by `Debug`.*/
    pub request_parameters: ::core::option::Option<
        ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
    >,
    /// Velocity templates that turn the client's payload into the back end's, by content type. A key is a content type such as `application/json`; the one that equals the client's `Content-Type` header is applied (a request without that header counts as `application/json`). The value is the template, at most 300 KB, which isn't parsed when it is stored.
    pub request_templates: ::core::option::Option<
        ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
    >,
    /** What happens to a request whose content type has no template: `WHEN_NO_MATCH`, `WHEN_NO_TEMPLATES` or `NEVER`. It is selected by the `Content-Type` header of the request and the keys of [`request_templates`](Self::request_templates).

* `WHEN_NO_MATCH`, the default: the body is sent to the back end unchanged.
* `WHEN_NO_TEMPLATES`: the body is sent unchanged if the integration has no templates at all; if it has at least one, a content type without a template is rejected with `415 Unsupported Media Type`.
* `NEVER`: a content type without a template is always rejected with that 415 response.*/
    pub passthrough_behavior: ::core::option::Option<PassthroughBehavior>,
    /// Name of the group that cached values belong to; the resource's identifier by default. Resources that share a namespace return the same cached data, even for requests to different resources.
    pub cache_namespace: ::core::option::Option<::std::string::String>,
    /// Request parameters whose values are part of the cache key. An entry is a `method.request.{location}.{name}` that the method declares in its [`request_parameters`](Self::request_parameters), or an `integration.request.{location}.{name}` that this call's [`request_parameters`](Self::request_parameters) maps.
    pub cache_key_parameters: ::core::option::Option<
        ::std::vec::Vec<::std::string::String>,
    >,
    /** Conversion of the request's payload: `CONVERT_TO_BINARY` or `CONVERT_TO_TEXT`.

* `CONVERT_TO_BINARY`: from a Base64 string to the bytes it encodes.
* `CONVERT_TO_TEXT`: from bytes to a Base64 string.

Without it the payload isn't changed on its way from the method request to the integration request, provided that [`passthrough_behavior`](Self::passthrough_behavior) lets payloads through.*/
    pub content_handling: ::core::option::Option<ContentHandlingStrategy>,
    /// Milliseconds to wait for the back end, from 50 to 29,000; 29,000 (29 seconds) by default. A Regional or private API may wait longer once its quota has been raised, and a response that is streamed ([`response_transfer_mode`](Self::response_transfer_mode) is `STREAM`) may take up to 900,000 (15 minutes).
    pub timeout_in_millis: ::core::option::Option<i32>,
    /// How to check the certificate of an HTTP back end. Supported for `HTTP` and `HTTP_PROXY` only.
    pub tls_config: ::core::option::Option<TlsConfig>,
    /// Whether the client receives the complete response (`BUFFERED`, the default) or parts of it as they arrive (`STREAM`). `STREAM` works with `HTTP_PROXY` and `AWS_PROXY` only, and excludes caching, content encoding and response templates. A Lambda function that streams needs the `response-streaming-invocations` form of [`uri`](Self::uri).
    pub response_transfer_mode: ::core::option::Option<ResponseTransferMode>,
    /// ARN of the load balancer, Application or Network, that a private integration sends requests to. It needs a [`connection_type`](Self::connection_type) of `VPC_LINK` and a VPC link of version 2.
    pub integration_target: ::core::option::Option<::std::string::String>,
}
const _: () = {
    #[automatically_derived]
    impl ::apigw_model::__private::Members for PutIntegration {
        fn member(
            &self,
            index: usize,
            _name: &str,
        ) -> ::apigw_model::__private::Value<'_> {
            match index {
                0usize => ::apigw_model::__private::ToValue::to_value(&self.rest_api_id),
                1usize => ::apigw_model::__private::ToValue::to_value(&self.resource_id),
                2usize => ::apigw_model::__private::ToValue::to_value(&self.http_method),
                3usize => ::apigw_model::__private::ToValue::to_value(&self.r#type),
                4usize => {
                    ::apigw_model::__private::ToValue::to_value(
                        &self.integration_http_method,
                    )
                }
                5usize => ::apigw_model::__private::ToValue::to_value(&self.uri),
                6usize => {
                    ::apigw_model::__private::ToValue::to_value(&self.connection_type)
                }
                7usize => {
                    ::apigw_model::__private::ToValue::to_value(&self.connection_id)
                }
                8usize => ::apigw_model::__private::ToValue::to_value(&self.credentials),
                9usize => {
                    ::apigw_model::__private::ToValue::to_value(&self.request_parameters)
                }
                10usize => {
                    ::apigw_model::__private::ToValue::to_value(&self.request_templates)
                }
                11usize => {
                    ::apigw_model::__private::ToValue::to_value(
                        &self.passthrough_behavior,
                    )
                }
                12usize => {
                    ::apigw_model::__private::ToValue::to_value(&self.cache_namespace)
                }
                13usize => {
                    ::apigw_model::__private::ToValue::to_value(
                        &self.cache_key_parameters,
                    )
                }
                14usize => {
                    ::apigw_model::__private::ToValue::to_value(&self.content_handling)
                }
                15usize => {
                    ::apigw_model::__private::ToValue::to_value(&self.timeout_in_millis)
                }
                16usize => ::apigw_model::__private::ToValue::to_value(&self.tls_config),
                17usize => {
                    ::apigw_model::__private::ToValue::to_value(
                        &self.response_transfer_mode,
                    )
                }
                18usize => {
                    ::apigw_model::__private::ToValue::to_value(&self.integration_target)
                }
                _ => ::apigw_model::__private::Value::Absent,
            }
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::Sink for PutIntegration {
        fn member(
            &mut self,
            index: usize,
        ) -> ::core::option::Option<&mut dyn ::apigw_model::__private::Sink> {
            match index {
                0usize => ::core::option::Option::Some(&mut self.rest_api_id),
                1usize => ::core::option::Option::Some(&mut self.resource_id),
                2usize => ::core::option::Option::Some(&mut self.http_method),
                3usize => ::core::option::Option::Some(&mut self.r#type),
                4usize => ::core::option::Option::Some(&mut self.integration_http_method),
                5usize => ::core::option::Option::Some(&mut self.uri),
                6usize => ::core::option::Option::Some(&mut self.connection_type),
                7usize => ::core::option::Option::Some(&mut self.connection_id),
                8usize => ::core::option::Option::Some(&mut self.credentials),
                9usize => ::core::option::Option::Some(&mut self.request_parameters),
                10usize => ::core::option::Option::Some(&mut self.request_templates),
                11usize => ::core::option::Option::Some(&mut self.passthrough_behavior),
                12usize => ::core::option::Option::Some(&mut self.cache_namespace),
                13usize => ::core::option::Option::Some(&mut self.cache_key_parameters),
                14usize => ::core::option::Option::Some(&mut self.content_handling),
                15usize => ::core::option::Option::Some(&mut self.timeout_in_millis),
                16usize => ::core::option::Option::Some(&mut self.tls_config),
                17usize => ::core::option::Option::Some(&mut self.response_transfer_mode),
                18usize => ::core::option::Option::Some(&mut self.integration_target),
                _ => ::core::option::Option::None,
            }
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::ToValue for PutIntegration {
        fn to_value(&self) -> ::apigw_model::__private::Value<'_> {
            ::apigw_model::__private::Value::Structure(self)
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::Placeholder for PutIntegration {
        fn placeholder() -> Self {
            Self {
                rest_api_id: ::apigw_model::__private::Placeholder::placeholder(),
                resource_id: ::apigw_model::__private::Placeholder::placeholder(),
                http_method: ::apigw_model::__private::Placeholder::placeholder(),
                r#type: ::apigw_model::__private::Placeholder::placeholder(),
                integration_http_method: ::apigw_model::__private::Placeholder::placeholder(),
                uri: ::apigw_model::__private::Placeholder::placeholder(),
                connection_type: ::apigw_model::__private::Placeholder::placeholder(),
                connection_id: ::apigw_model::__private::Placeholder::placeholder(),
                credentials: ::apigw_model::__private::Placeholder::placeholder(),
                request_parameters: ::apigw_model::__private::Placeholder::placeholder(),
                request_templates: ::apigw_model::__private::Placeholder::placeholder(),
                passthrough_behavior: ::apigw_model::__private::Placeholder::placeholder(),
                cache_namespace: ::apigw_model::__private::Placeholder::placeholder(),
                cache_key_parameters: ::apigw_model::__private::Placeholder::placeholder(),
                content_handling: ::apigw_model::__private::Placeholder::placeholder(),
                timeout_in_millis: ::apigw_model::__private::Placeholder::placeholder(),
                tls_config: ::apigw_model::__private::Placeholder::placeholder(),
                response_transfer_mode: ::apigw_model::__private::Placeholder::placeholder(),
                integration_target: ::apigw_model::__private::Placeholder::placeholder(),
            }
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::Structured for PutIntegration {
        const SHAPE: &'static ::apigw_model::__private::spec::Shape = &__tables::PUT_INTEGRATION_REQUEST;
    }
};
const _: () = {
    #[automatically_derived]
    impl ::apigw_model::__private::serde::Serialize for PutIntegration {
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
    impl<'de> ::apigw_model::__private::serde::Deserialize<'de> for PutIntegration {
        fn deserialize<D: ::apigw_model::__private::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::apigw_model::__private::deserialize(deserializer)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for PutIntegration {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::apigw_model::__private::debug(
                "PutIntegration",
                <Self as ::apigw_model::__private::Structured>::SHAPE,
                self,
                f,
            )
        }
    }
};
#[automatically_derived]
impl ::apigw_model::__private::Operation for PutIntegration {
    type Output = Integration;
    type ErrorKind = put_integration::ErrorKind;
    const OPERATION: &'static ::apigw_model::__private::spec::Operation = &__tables::OPERATION_PUT_INTEGRATION;
}
impl PutIntegration {
    /// Starts to build an input.
    pub fn builder() -> put_integration::Start {
        put_integration::Builder::start(())
    }
}
/// The builder and the error kinds of [`PutIntegration`](super::PutIntegration).
pub mod put_integration {
    #[allow(unused_imports)]
    use super::*;
    /// Builds a [`PutIntegration`](super::PutIntegration). The type parameters, one a member, say what was given; name the type by [`Start`] if at all.
    #[must_use = "a builder does nothing until it is finished"]
    pub struct Builder<G0, G1, G2, G3, G4, F = ()> {
        value: super::PutIntegration,
        finish: F,
        state: ::core::marker::PhantomData<(G0, G1, G2, G3, G4)>,
    }
    /// The builder at its start: nothing was given.
    pub type Start<F = ()> = Builder<
        (
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
        ),
        (
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
        ),
        (
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
        ),
        (
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
        ),
        (
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
        ),
        F,
    >;
    impl<
        F,
    > Builder<
        (
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
        ),
        (
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
        ),
        (
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
        ),
        (
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
        ),
        (
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
            ::apigw_model::__private::Unset,
        ),
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
    impl<
        SRestApiId,
        SResourceId,
        SHttpMethod,
        SType,
        G1,
        G2,
        G3,
        G4,
        F,
    > Builder<(SRestApiId, SResourceId, SHttpMethod, SType), G1, G2, G3, G4, F> {
        /// Identifier of the REST API that owns the method. Required. Ten lower-case letters and digits, such as `1234123412`; case matters.
        pub fn rest_api_id(
            mut self,
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> Builder<
            (::apigw_model::__private::Set, SResourceId, SHttpMethod, SType),
            G1,
            G2,
            G3,
            G4,
            F,
        >
        where
            SRestApiId: ::apigw_model::__private::NotGiven,
        {
            self.value.rest_api_id = ::apigw_model::__private::into(value);
            self.__after()
        }
        /// Identifier of the resource that the method belongs to. Required. Six or ten letters and digits, such as `a1b2c3`; it is not the resource's path.
        pub fn resource_id(
            mut self,
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> Builder<
            (SRestApiId, ::apigw_model::__private::Set, SHttpMethod, SType),
            G1,
            G2,
            G3,
            G4,
            F,
        >
        where
            SResourceId: ::apigw_model::__private::NotGiven,
        {
            self.value.resource_id = ::apigw_model::__private::into(value);
            self.__after()
        }
        /// HTTP verb of the API's method that gets the integration. Required. One of `GET`, `PUT`, `POST`, `DELETE`, `PATCH`, `OPTIONS`, `HEAD` and `ANY`, and the resource must already have a method of that verb. It is the client's side: the verb towards the back end is [`integration_http_method`](Self::integration_http_method).
        pub fn http_method(
            mut self,
            value: impl ::core::convert::Into<super::HttpMethod>,
        ) -> Builder<
            (SRestApiId, SResourceId, ::apigw_model::__private::Set, SType),
            G1,
            G2,
            G3,
            G4,
            F,
        >
        where
            SHttpMethod: ::apigw_model::__private::NotGiven,
        {
            self.value.http_method = ::apigw_model::__private::into(value);
            self.__after()
        }
        /** Type of back end: `HTTP`, `AWS`, `MOCK`, `HTTP_PROXY` or `AWS_PROXY`. Required.

* `HTTP`: an HTTP endpoint, with custom mappings (HTTP custom integration).
* `HTTP_PROXY`: an HTTP endpoint that receives the client request unchanged.
* `AWS`: an action of an AWS service, with custom mappings; with Lambda, the Lambda custom integration.
* `AWS_PROXY`: a Lambda function that receives the client request unchanged.
* `MOCK`: no back end; API Gateway itself returns the response.*/
        pub fn r#type<V: ::apigw_model::__private::Typed<super::IntegrationType>>(
            mut self,
            value: V,
        ) -> Builder<(SRestApiId, SResourceId, SHttpMethod, V::State), G1, G2, G3, G4, F>
        where
            SType: ::apigw_model::__private::NotGiven,
        {
            self.value.r#type = ::apigw_model::__private::into(value);
            self.__after()
        }
    }
    impl<
        G0,
        SIntegrationHttpMethod,
        SUri,
        SConnectionType,
        SConnectionId,
        G2,
        G3,
        G4,
        F,
    > Builder<
        G0,
        (SIntegrationHttpMethod, SUri, SConnectionType, SConnectionId),
        G2,
        G3,
        G4,
        F,
    > {
        /// HTTP verb used to call the back end. Required unless `type` is `MOCK`, where it is accepted and dropped. A Lambda function is invoked with `POST`: `AWS_PROXY` with `GET` can be stored, but every call then fails. `ANY` is a valid value, whatever the method's own verb. In JSON bodies the member is called [`http_method`](Self::http_method).
        pub fn integration_http_method(
            mut self,
            value: impl ::core::convert::Into<super::HttpMethod>,
        ) -> Builder<
            G0,
            (::apigw_model::__private::Set, SUri, SConnectionType, SConnectionId),
            G2,
            G3,
            G4,
            F,
        >
        where
            SIntegrationHttpMethod: ::apigw_model::__private::NotGiven,
        {
            self.value.integration_http_method = ::core::option::Option::Some(
                ::apigw_model::__private::into(value),
            );
            self.__after()
        }
        /// Like [`integration_http_method`](Self::integration_http_method), if there is a value.
        pub fn maybe_integration_http_method(
            mut self,
            value: ::core::option::Option<impl ::core::convert::Into<super::HttpMethod>>,
        ) -> Builder<
            G0,
            (::apigw_model::__private::Maybe, SUri, SConnectionType, SConnectionId),
            G2,
            G3,
            G4,
            F,
        >
        where
            SIntegrationHttpMethod: ::apigw_model::__private::NotGiven,
        {
            self.value.integration_http_method = ::core::option::Option::map(
                value,
                ::apigw_model::__private::into,
            );
            self.__after()
        }
        /** Address of the back end. Needed for every type except `MOCK`, where it is accepted and dropped.

* `HTTP` and `HTTP_PROXY`: a complete, percent-encoded `http` or `https` URL after RFC 3986, both for a standard integration ([`connection_type`](Self::connection_type) is not `VPC_LINK`) and for a private one (`VPC_LINK`). A private integration doesn't route by it: the URL only supplies the `Host` header and the name expected in the certificate. Ports are 80, 443, and those above 1024.
* `AWS` and `AWS_PROXY`: an ARN of the form `arn:aws:apigateway:{region}:{subdomain.service|service}:path|action/{service_api}`. `{region}` is API Gateway's region, such as `us-east-1`; `{service}` is the name of the AWS service, such as `s3`; `{subdomain}` is a subdomain that some services offer for fast host-name lookup. After `action/` come an action's name and its input, as a query string `Action={name}&{p1}={v1}&p2={v2}...`. After `path/` comes the path of a resource of the service, with its region where it has one. S3's `GetObject` is either `arn:aws:apigateway:us-west-2:s3:action/GetObject&Bucket={bucket}&Key={key}` or `arn:aws:apigateway:us-west-2:s3:path/{bucket}/{key}`. Partitions other than `aws` are written the same way.
* `AWS_PROXY` takes only the invocation of a Lambda function: `arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{function_arn}/invocations`, or `…/2021-11-15/functions/{function_arn}/response-streaming-invocations` for streaming. A second slash after `path` is accepted.

`{name}` in a path or query is filled from [`request_parameters`](Self::request_parameters) (`integration.request.path.name`), and `${stageVariables.name}` from the stage.*/
        /**

 The values of a query are not shown by `Debug`.*/
        pub fn uri(
            mut self,
            value: impl ::core::convert::Into<::std::string::String>,
        ) -> Builder<
            G0,
            (
                SIntegrationHttpMethod,
                ::apigw_model::__private::Set,
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
            self.value.uri = ::core::option::Option::Some(
                ::apigw_model::__private::into(value),
            );
            self.__after()
        }
        /// Like [`uri`](Self::uri), if there is a value.
        pub fn maybe_uri(
            mut self,
            value: ::core::option::Option<
                impl ::core::convert::Into<::std::string::String>,
            >,
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
            value: ::core::option::Option<
                impl ::core::convert::Into<super::ConnectionType>,
            >,
        ) -> Builder<
            G0,
            (
                SIntegrationHttpMethod,
                SUri,
                ::apigw_model::__private::Maybe,
                SConnectionId,
            ),
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
            (
                SIntegrationHttpMethod,
                SUri,
                SConnectionType,
                ::apigw_model::__private::Set,
            ),
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
            value: ::core::option::Option<
                impl ::core::convert::Into<::std::string::String>,
            >,
        ) -> Builder<
            G0,
            (
                SIntegrationHttpMethod,
                SUri,
                SConnectionType,
                ::apigw_model::__private::Maybe,
            ),
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
            value: ::core::option::Option<
                impl ::core::convert::Into<::std::string::String>,
            >,
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
            value: ::core::option::Option<
                impl ::core::convert::Into<::std::string::String>,
            >,
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
    > Builder<
        G0,
        G1,
        G2,
        G3,
        (STlsConfig, SResponseTransferMode, SIntegrationTarget),
        F,
    > {
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
            value: ::core::option::Option<
                impl ::core::convert::Into<::std::string::String>,
            >,
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
        pub fn __exactly_request_parameters(
            &self,
            value: ::std::collections::BTreeMap<
                ::std::string::String,
                ::std::string::String,
            >,
        ) -> ::std::collections::BTreeMap<::std::string::String, ::std::string::String> {
            value
        }
        #[doc(hidden)]
        pub fn __exactly_request_templates(
            &self,
            value: ::std::collections::BTreeMap<
                ::std::string::String,
                ::std::string::String,
            >,
        ) -> ::std::collections::BTreeMap<::std::string::String, ::std::string::String> {
            value
        }
        #[doc(hidden)]
        pub fn __exactly_cache_key_parameters(
            &self,
            value: ::std::vec::Vec<::std::string::String>,
        ) -> ::std::vec::Vec<::std::string::String> {
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
}
