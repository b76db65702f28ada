//! A hostile place for generated code: no prelude, the runtime under another name, and a model whose names are
//! obstacles. That it compiles is the test; the test package looks at what comes out.

#![no_implicit_prelude]

/// Two operations of the built-in specification.
pub mod selected {
    use ::apigw_tests_stand_in as diagnostic;

    ::gateway::model!(operations = [PutIntegration, GetExport], crate = ::gateway);
}

/// A model that names its shapes, members and values like everything that generated code might mean.
#[expect(clippy::pub_underscore_fields, reason = "members that begin with a digit get an underscore")]
pub mod obstacles {
    use ::apigw_tests_stand_in as diagnostic;

    ::gateway::model!(path = "../../models/obstacle-course.json", crate = ::gateway);
}

/// Macros that stand in a user's function.
pub mod judged {
    use ::gateway::PutIntegration;

    /// The first example of `put-integration`.
    pub fn put() -> PutIntegration {
        ::gateway::request!(PutIntegration {
            rest_api_id: "1234123412",
            resource_id: "a1b2c3",
            http_method: "GET",
            type: HTTP_PROXY,
            integration_http_method: "GET",
            uri: "https://domain.tld/path",
            request_parameters: { "integration.request.header.X-Stage": "context.stage" },
            request_templates: {},
            cache_key_parameters: [],
        })
    }

    /// What a proxy of a function is told.
    #[derive(::gateway::Input)]
    #[apigw(operation = PutIntegration, crate = ::gateway, type = "AWS_PROXY", integration_http_method = "POST")]
    pub struct Proxy<'a> {
        /// The API.
        pub rest_api_id: &'a str,
        /// The resource.
        pub resource_id: &'a str,
        /// The method.
        pub http_method: ::std::string::String,
        /// The function.
        pub uri: ::std::string::String,
        /// How long to wait.
        pub timeout_in_millis: ::core::option::Option<i32>,
    }

    /// What is looked at of an integration.
    #[derive(::gateway::Output)]
    #[apigw(operation = PutIntegration, crate = ::gateway)]
    pub struct Seen {
        /// Where requests go.
        pub uri: ::core::option::Option<::std::string::String>,
        /// When to give up.
        pub timeout_in_millis: i32,
    }
}
