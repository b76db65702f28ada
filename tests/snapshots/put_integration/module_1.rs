// What `model!` emits for `PutIntegration`. Checked by tests/tests/rust/expansions.rs.

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
