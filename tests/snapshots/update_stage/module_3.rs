// What `model!` emits for `UpdateStage`. Checked by tests/tests/rust/expansions.rs.

    /// `replace` of `/{resource}/{method}/logging/dataTrace`.
    pub fn replace_logging_data_trace_of(
        resource: &str,
        method: &str,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(
                ::apigw_model::__private::pointer(
                    &[resource, method, "logging", "dataTrace"],
                ),
            )
            .value(value)
            .build()
    }
    /// `replace` of `/{resource}/{method}/logging/loglevel`.
    pub fn replace_logging_loglevel_of(
        resource: &str,
        method: &str,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(
                ::apigw_model::__private::pointer(
                    &[resource, method, "logging", "loglevel"],
                ),
            )
            .value(value)
            .build()
    }
    /// `replace` of `/{resource}/{method}/throttling/burstLimit`.
    pub fn replace_throttling_burst_limit_of(
        resource: &str,
        method: &str,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(
                ::apigw_model::__private::pointer(
                    &[resource, method, "throttling", "burstLimit"],
                ),
            )
            .value(value)
            .build()
    }
    /// `replace` of `/{resource}/{method}/throttling/rateLimit`.
    pub fn replace_throttling_rate_limit_of(
        resource: &str,
        method: &str,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(
                ::apigw_model::__private::pointer(
                    &[resource, method, "throttling", "rateLimit"],
                ),
            )
            .value(value)
            .build()
    }
    /// `replace` of `/{resource}/{method}/caching/enabled`.
    pub fn replace_caching_enabled_of(
        resource: &str,
        method: &str,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(
                ::apigw_model::__private::pointer(
                    &[resource, method, "caching", "enabled"],
                ),
            )
            .value(value)
            .build()
    }
    /// `replace` of `/{resource}/{method}/caching/ttlInSeconds`.
    pub fn replace_caching_ttl_in_seconds_of(
        resource: &str,
        method: &str,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(
                ::apigw_model::__private::pointer(
                    &[resource, method, "caching", "ttlInSeconds"],
                ),
            )
            .value(value)
            .build()
    }
    /// `replace` of `/{resource}/{method}/caching/dataEncrypted`.
    pub fn replace_caching_data_encrypted_of(
        resource: &str,
        method: &str,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(
                ::apigw_model::__private::pointer(
                    &[resource, method, "caching", "dataEncrypted"],
                ),
            )
            .value(value)
            .build()
    }
    /// `replace` of `/{resource}/{method}/caching/requireAuthorizationForCacheControl`.
    pub fn replace_caching_require_authorization_for_cache_control_of(
        resource: &str,
        method: &str,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(
                ::apigw_model::__private::pointer(
                    &[resource, method, "caching", "requireAuthorizationForCacheControl"],
                ),
            )
            .value(value)
            .build()
    }
    /// `replace` of `/{resource}/{method}/caching/unauthorizedCacheControlHeaderStrategy`.
    pub fn replace_caching_unauthorized_cache_control_header_strategy_of(
        resource: &str,
        method: &str,
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(
                ::apigw_model::__private::pointer(
                    &[
                        resource,
                        method,
                        "caching",
                        "unauthorizedCacheControlHeaderStrategy",
                    ],
                ),
            )
            .value(value)
            .build()
    }
    /// `remove` of `/{resource}/{method}`.
    pub fn remove_at(resource: &str, method: &str) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("remove")
            .path(::apigw_model::__private::pointer(&[resource, method]))
            .build()
    }
    /// `replace` of `/methodSettings`.
    pub fn replace_method_settings(
        value: impl ::core::convert::Into<::std::string::String>,
    ) -> super::super::PatchOperation {
        super::super::PatchOperation::builder()
            .op("replace")
            .path(::apigw_model::__private::pointer(&["methodSettings"]))
            .value(value)
            .build()
    }
}
