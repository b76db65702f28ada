// What `model!` emits for `PutIntegration`. Checked by tests/tests/rust/expansions.rs.

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
pub mod put_integration {}
