//! Made from what the rules of `CreateAuthorizer` must accept.

#![allow(deprecated)]

use apigw_model::{CreateAuthorizer, request};

fn main() {
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "REQUEST",
        authorizer_uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
        identity_source: "method.request.querystring.a,stageVariables.b",
    });
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "REQUEST",
        authorizer_uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
        identity_source: "method.request.header.Auth, context.stage",
    });
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "REQUEST",
        authorizer_uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
        authorizer_result_ttl_in_seconds: 0,
    });
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "TOKEN",
        authorizer_uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
        identity_source: "method.request.header.Auth",
    });
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "COGNITO_USER_POOLS",
        provider_arns: ["arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_a"],
        identity_source: "method.request.header.Authorization",
    });
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "TOKEN",
        authorizer_uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
        identity_source: "method.request.header.Auth",
    });
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "TOKEN",
        authorizer_uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
        identity_source: "method.request.header.Auth",
        authorizer_result_ttl_in_seconds: 0,
    });
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "TOKEN",
        authorizer_uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
        identity_source: "method.request.header.Auth",
        authorizer_result_ttl_in_seconds: 3600,
    });
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "TOKEN",
        authorizer_uri: "arn:aws:apigateway:us-east-1:lambda:path/                 2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
        identity_source: "method.request.header.Auth",
    });
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "REQUEST",
        authorizer_uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
        identity_source: "method.request.header.Auth, context.stage",
    });
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "TOKEN",
        authorizer_uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
        identity_source: "method.request.header.Auth",
    });
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "COGNITO_USER_POOLS",
        provider_arns: ["arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_a"],
        identity_source: "method.request.header.Authorization",
    });
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "COGNITO_USER_POOLS",
        provider_arns: ["arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_a"],
        identity_source: "method.request.header.Authorization",
    });
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "COGNITO_USER_POOLS",
        provider_arns: ["arn:aws:cognito-idp:us-east-1:111111111111:userpool/us-east-1_a"],
        identity_source: "method.request.header.Authorization",
    });
    let _ = request!(CreateAuthorizer {
        rest_api_id: "xrestapii",
        name: "xname",
        type: "TOKEN",
        authorizer_uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:auth/invocations",
        identity_source: "method.request.header.Auth",
    });
}
