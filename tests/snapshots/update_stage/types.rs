// What `model!` emits for `UpdateStage`. Checked by tests/tests/rust/expansions.rs.

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
pub mod update_stage {}
