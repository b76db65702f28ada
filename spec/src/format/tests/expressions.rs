//! Mapping expressions and identity sources.

use crate::format::mapping;

use super::{accepts, refuses};

#[test]
fn mapping_expressions() {
    accepts(
        "methodRequestSource",
        &[
            "method.request.path.petId",
            "method.request.header.X-Foo",
            "method.request.multivaluequerystring.ids",
            "method.request.multivalueheader.Accept",
            "method.request.body",
            "method.request.body.$.a[0]",
            "method.request.body.type",
            "context.authorizer.claims.sub",
            "$context.requestId",
            "stageVariables.version",
            "''",
            "'a, \"b\" = c'",
        ],
    );
    refuses(
        "methodRequestSource",
        &[
            ("application/json", 0),
            ("\"*\"", 0),
            ("true", 0),
            ("", 0),
            ("'Content-Type',Authorization", 28),
            ("method.request.headers.X", 15),
            ("method.request.header.", 22),
            ("method.request.body.", 20),
            ("method.request.header", 21),
            ("context.", 8),
            ("integration.response.header.X", 0),
        ],
    );
    accepts(
        "integrationResponseSource",
        &[
            "integration.response.header.X",
            "integration.response.multivalueheader.X",
            "integration.response.body",
            "integration.response.body.type",
            "'*'",
            "context.requestId",
        ],
    );
    refuses(
        "integrationResponseSource",
        &[("\"*\"", 0), ("integration.response.status", 21), ("method.request.header.X", 0)],
    );
    accepts("integrationRequestKey", &["integration.request.header.X", "integration.request.querystring.page[after]"]);
    refuses(
        "integrationRequestKey",
        &[("integration.request.body.x", 20), ("integration.request.path.", 25), ("true", 0)],
    );
    refuses("methodRequestParameter", &[("method.request.query.x", 15), ("method.response.header.x", 9)]);
    accepts("methodResponseHeader", &["method.response.header.X"]);
    refuses("methodResponseHeader", &[("method.response.body.X", 16), ("method.response.header.", 23)]);
    accepts("gatewayResponseKey", &["gatewayresponse.header.Access-Control-Allow-Origin", "gatewayresponse.path.x"]);
    accepts(
        "cacheKeyParameter",
        &["method.request.path.p", "integration.request.header.h", "method.request.multivalueheader.a"],
    );
    refuses("documentedParameterName", &[("method.request.querystring.a[b]", 28)]);
    accepts("documentedParameterName", &["'any thing'", "context.identity.sourceIp", "method.request.body.$.x"]);
    accepts("safeHeaderKey", &["integration.request.header.Authorization", "integration.request.querystring.TE"]);
    refuses("safeHeaderKey", &[("integration.request.header.content-length", 27)]);
    refuses("safeAwsHeaderKey", &[("integration.request.header.Authorization", 27)]);
    let source = mapping::method_request_source("method.request.multivaluequerystring.a").unwrap();
    assert_eq!(source.declared_as().as_deref(), Some("method.request.querystring.a"));
    accepts("identitySource", &["", "method.request.header.A, method.request.querystring.b,context.httpMethod"]);
    refuses("identitySource", &[("method.request.header.A, 'x'", 25)]);
    refuses("tokenIdentitySource", &[("method.request.querystring.a", 0)]);
}
