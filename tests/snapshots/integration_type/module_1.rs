// What `model!` emits for `IntegrationType`. Checked by tests/tests/rust/expansions.rs.

/// An HTTP endpoint, with custom mappings.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
pub struct HTTP;
impl ::core::convert::From<HTTP> for super::IntegrationType {
    fn from(_: HTTP) -> Self {
        Self::Http
    }
}
impl ::apigw_model::__private::Typed<super::IntegrationType> for HTTP {
    type State = Self;
}
/// An action of an AWS service, with custom mappings.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
pub struct AWS;
impl ::core::convert::From<AWS> for super::IntegrationType {
    fn from(_: AWS) -> Self {
        Self::Aws
    }
}
impl ::apigw_model::__private::Typed<super::IntegrationType> for AWS {
    type State = Self;
}
/// No back end: API Gateway itself returns the response.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
pub struct MOCK;
impl ::core::convert::From<MOCK> for super::IntegrationType {
    fn from(_: MOCK) -> Self {
        Self::Mock
    }
}
impl ::apigw_model::__private::Typed<super::IntegrationType> for MOCK {
    type State = Self;
}
/// An HTTP endpoint that receives the client request unchanged.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
pub struct HTTP_PROXY;
impl ::core::convert::From<HTTP_PROXY> for super::IntegrationType {
    fn from(_: HTTP_PROXY) -> Self {
        Self::HttpProxy
    }
}
impl ::apigw_model::__private::Typed<super::IntegrationType> for HTTP_PROXY {
    type State = Self;
}
/// A Lambda function that receives the client request unchanged.
#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
pub struct AWS_PROXY;
impl ::core::convert::From<AWS_PROXY> for super::IntegrationType {
    fn from(_: AWS_PROXY) -> Self {
        Self::AwsProxy
    }
}
impl ::apigw_model::__private::Typed<super::IntegrationType> for AWS_PROXY {
    type State = Self;
}
