// What `model!` emits for `GetExport`. Checked by tests/tests/rust/expansions.rs.

/// Exports the API of a stage as an OpenAPI document.
#[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
#[non_exhaustive]
pub struct GetExport {
    /// Identifier of the REST API to export.
    pub rest_api_id: ::std::string::String,
    /// Stage whose deployment is exported.
    pub stage_name: ::std::string::String,
    /// Format: `oas30` for OpenAPI 3.0, `swagger` for OpenAPI 2.0.
    pub export_type: ::std::string::String,
    /// Additional data to export, as query parameters. `extensions` may be `integrations` (or `apigateway`), `authorizers` or `postman`, or several of them, separated by commas.
    pub parameters: ::core::option::Option<
        ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
    >,
    /// Content type of the document: `application/json` or `application/yaml`. It is sent as the `Accept` header.
    pub accepts: ::core::option::Option<::std::string::String>,
}
const _: () = {
    #[automatically_derived]
    impl ::apigw_model::__private::Members for GetExport {
        fn member(
            &self,
            index: usize,
            _name: &str,
        ) -> ::apigw_model::__private::Value<'_> {
            match index {
                0usize => ::apigw_model::__private::ToValue::to_value(&self.rest_api_id),
                1usize => ::apigw_model::__private::ToValue::to_value(&self.stage_name),
                2usize => ::apigw_model::__private::ToValue::to_value(&self.export_type),
                3usize => ::apigw_model::__private::ToValue::to_value(&self.parameters),
                4usize => ::apigw_model::__private::ToValue::to_value(&self.accepts),
                _ => ::apigw_model::__private::Value::Absent,
            }
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::Sink for GetExport {
        fn member(
            &mut self,
            index: usize,
        ) -> ::core::option::Option<&mut dyn ::apigw_model::__private::Sink> {
            match index {
                0usize => ::core::option::Option::Some(&mut self.rest_api_id),
                1usize => ::core::option::Option::Some(&mut self.stage_name),
                2usize => ::core::option::Option::Some(&mut self.export_type),
                3usize => ::core::option::Option::Some(&mut self.parameters),
                4usize => ::core::option::Option::Some(&mut self.accepts),
                _ => ::core::option::Option::None,
            }
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::ToValue for GetExport {
        fn to_value(&self) -> ::apigw_model::__private::Value<'_> {
            ::apigw_model::__private::Value::Structure(self)
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::Placeholder for GetExport {
        fn placeholder() -> Self {
            Self {
                rest_api_id: ::apigw_model::__private::Placeholder::placeholder(),
                stage_name: ::apigw_model::__private::Placeholder::placeholder(),
                export_type: ::apigw_model::__private::Placeholder::placeholder(),
                parameters: ::apigw_model::__private::Placeholder::placeholder(),
                accepts: ::apigw_model::__private::Placeholder::placeholder(),
            }
        }
    }
    #[automatically_derived]
    impl ::apigw_model::__private::Structured for GetExport {
        const SHAPE: &'static ::apigw_model::__private::spec::Shape = &__tables::GET_EXPORT_REQUEST;
    }
};
const _: () = {
    #[automatically_derived]
    impl ::apigw_model::__private::serde::Serialize for GetExport {
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
    impl<'de> ::apigw_model::__private::serde::Deserialize<'de> for GetExport {
        fn deserialize<D: ::apigw_model::__private::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::apigw_model::__private::deserialize(deserializer)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for GetExport {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::apigw_model::__private::debug(
                "GetExport",
                <Self as ::apigw_model::__private::Structured>::SHAPE,
                self,
                f,
            )
        }
    }
};
#[automatically_derived]
impl ::apigw_model::__private::Operation for GetExport {
    type Output = ExportResponse;
    type ErrorKind = get_export::ErrorKind;
    const OPERATION: &'static ::apigw_model::__private::spec::Operation = &__tables::OPERATION_GET_EXPORT;
}
#[automatically_derived]
impl ::apigw_model::__private::Streaming for GetExport {}
impl GetExport {
    /// Starts to build an input.
    pub fn builder() -> get_export::Start {
        get_export::Builder::start(())
    }
}
/// The builder and the error kinds of [`GetExport`](super::GetExport).
pub mod get_export {}
