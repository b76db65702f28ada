// What `model!` emits for `UpdateStage`. Checked by tests/tests/rust/expansions.rs.

    /// `remove` of `/accessLogSettings/destinationArn`.
    pub fn remove_access_log_settings_destination_arn() -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("remove")
            .path(
                ::apigw_model::__private::pointer(
                    &["accessLogSettings", "destinationArn"],
                ),
            )
            .build()
    }
    /// `add` of `/accessLogSettings/format`.
    pub fn add_access_log_settings_format(
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("add")
            .path(::apigw_model::__private::pointer(&["accessLogSettings", "format"]))
            .value(value)
            .build()
    }
    /// `replace` of `/accessLogSettings/format`.
    pub fn replace_access_log_settings_format(
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(::apigw_model::__private::pointer(&["accessLogSettings", "format"]))
            .value(value)
            .build()
    }
    /// `remove` of `/accessLogSettings/format`.
    pub fn remove_access_log_settings_format() -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("remove")
            .path(::apigw_model::__private::pointer(&["accessLogSettings", "format"]))
            .build()
    }
    /// `replace` of `/cacheClusterEnabled`.
    pub fn replace_cache_cluster_enabled(
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(::apigw_model::__private::pointer(&["cacheClusterEnabled"]))
            .value(value)
            .build()
    }
    /// `replace` of `/cacheClusterSize`.
    pub fn replace_cache_cluster_size(
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(::apigw_model::__private::pointer(&["cacheClusterSize"]))
            .value(value)
            .build()
    }
    /// `remove` of `/canarySettings`.
    pub fn remove_canary_settings() -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("remove")
            .path(::apigw_model::__private::pointer(&["canarySettings"]))
            .build()
    }
    /// `replace` of `/canarySettings/deploymentId`.
    pub fn replace_canary_settings_deployment_id(
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(::apigw_model::__private::pointer(&["canarySettings", "deploymentId"]))
            .value(value)
            .build()
    }
    /// `replace` of `/canarySettings/percentTraffic`.
    pub fn replace_canary_settings_percent_traffic(
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(
                ::apigw_model::__private::pointer(&["canarySettings", "percentTraffic"]),
            )
            .value(value)
            .build()
    }
    /// `remove` of `/canarySettings/stageVariableOverrides`.
    pub fn remove_canary_settings_stage_variable_overrides() -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("remove")
            .path(
                ::apigw_model::__private::pointer(
                    &["canarySettings", "stageVariableOverrides"],
                ),
            )
            .build()
    }
    /// `replace` of `/canarySettings/stageVariableOverrides`.
    pub fn replace_canary_settings_stage_variable_overrides(
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(
                ::apigw_model::__private::pointer(
                    &["canarySettings", "stageVariableOverrides"],
                ),
            )
            .value(value)
            .build()
    }
    /// `add` of `/canarySettings/stageVariableOverrides/{name}`.
    pub fn add_canary_settings_stage_variable_overrides(
        name: &str,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("add")
            .path(
                ::apigw_model::__private::pointer(
                    &["canarySettings", "stageVariableOverrides", name],
                ),
            )
            .value(value)
            .build()
    }
    /// `replace` of `/canarySettings/useStageCache`.
    pub fn replace_canary_settings_use_stage_cache(
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(
                ::apigw_model::__private::pointer(&["canarySettings", "useStageCache"]),
            )
            .value(value)
            .build()
    }
    /// `replace` of `/clientCertificateId`.
    pub fn replace_client_certificate_id(
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(::apigw_model::__private::pointer(&["clientCertificateId"]))
            .value(value)
            .build()
    }
    /// `replace` of `/deploymentId`.
    pub fn replace_deployment_id(
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(::apigw_model::__private::pointer(&["deploymentId"]))
            .value(value)
            .build()
    }
    /// `copy` of `/deploymentId`.
    pub fn copy_deployment_id(
        from: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("copy")
            .path(::apigw_model::__private::pointer(&["deploymentId"]))
            .from(from)
            .build()
    }
    /// `replace` of `/description`.
    pub fn replace_description(
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(::apigw_model::__private::pointer(&["description"]))
            .value(value)
            .build()
    }
    /// `replace` of `/documentationVersion`.
    pub fn replace_documentation_version(
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(::apigw_model::__private::pointer(&["documentationVersion"]))
            .value(value)
            .build()
    }
    /// `replace` of `/tracingEnabled`.
    pub fn replace_tracing_enabled(
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(::apigw_model::__private::pointer(&["tracingEnabled"]))
            .value(value)
            .build()
    }
    /// `replace` of `/variables`.
    pub fn replace_variables(
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(::apigw_model::__private::pointer(&["variables"]))
            .value(value)
            .build()
    }
    /// `remove` of `/variables`.
    pub fn remove_variables() -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("remove")
            .path(::apigw_model::__private::pointer(&["variables"]))
            .build()
    }
    /// `copy` of `/variables`.
    pub fn copy_variables(
        from: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("copy")
            .path(::apigw_model::__private::pointer(&["variables"]))
            .from(from)
            .build()
    }
    /// `add` of `/variables/{name}`.
    pub fn add_variables(
        name: &str,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("add")
            .path(::apigw_model::__private::pointer(&["variables", name]))
            .value(value)
            .build()
    }
    /// `replace` of `/{resource}/{method}/metrics/enabled`.
    pub fn replace_metrics_enabled_of(
        resource: &str,
        method: &str,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(
                ::apigw_model::__private::pointer(
                    &[resource, method, "metrics", "enabled"],
                ),
            )
            .value(value)
            .build()
    }
