//! URLs, ARNs and the URIs of integrations.

use crate::format::{http_url, integration_uri};

use super::{accepts, refuses};

const FUNCTION: &str = "arn:aws:lambda:us-east-1:111111111111:function:fn";

fn lambda(path: &str) -> String {
    format!("arn:aws:apigateway:us-east-1:lambda:{path}")
}

#[test]
fn urls_of_http_integrations() {
    accepts(
        "httpUrl",
        &[
            "http://${stageVariables.host}",
            "${stageVariables.url}",
            "https://${stageVariables.host}:${stageVariables.port}/a",
            "https://example.com:{port}/{proxy}?a={x}&b={y}",
            "http://httpbin.org//post",
            "HTTPS://Example.com",
            "http://my_host:8080",
            "http://[::1]:80/x",
            "http://user:secret@host/",
            "https://example.com/?filter={\"a\": [1]}",
            "https://example.com?x#y",
            " https://example.com\n",
            "http://localhost",
            "http://host:/",
        ],
    );
    refuses(
        "httpUrl",
        &[
            ("non-valid-http", 0),
            ("", 0),
            ("ftp://example.com", 0),
            ("http:/example.com", 4),
            ("https://", 8),
            ("https:///path", 8),
            ("https://exa mple.com/", 11),
            ("https://example.com:8o", 21),
        ],
    );
    accepts(
        "standardPort",
        &["http://a", "http://a:80", "http://a:443/x", "http://a:1024", "http://a:${stageVariables.p}"],
    );
    refuses("standardPort", &[("http://a:25/x", 9), ("http://a:70000", 9)]);
    let url = http_url::parse("https://${stageVariables.host}:8443/pets/{id}?q={q}").unwrap();
    assert_eq!(url.port(), Some(8443));
}

#[test]
fn arns() {
    accepts(
        "arn",
        &[FUNCTION, "arn:aws-cn:iam::1:role/x", "arn:aws-iso-b:s3:::b/k:1", "arn:aws:apigateway:us-east-1:s3:path/b"],
    );
    refuses(
        "arn",
        &[("invalid-arn", 0), ("bad-arn:aws:a:b:c:d", 0), ("arn:aws:iam::1", 14), ("arn:azure:a:b:c:d", 4), ("", 0)],
    );
    accepts(
        "roleArn",
        &[
            "",
            "arn:aws:iam::111111111111:role/service-role/x",
            "arn:aws:iam::*:user/*",
            "arn:aws-us-gov:iam::1:role/x",
            "arn:aws:iam::111111111111:${stageVariables.role}",
            "${stageVariables.role}",
            r"arn:aws:iam::\*:user/\*",
        ],
    );
    refuses("roleArn", &[("NONE", 0), ("my-role", 0)]);
    refuses("documentedCredentials", &[(r"arn:aws:iam::\*:user/\*", 13), ("arn:aws:lambda:a:b:c", 19)]);
    accepts(
        "loadBalancerArn",
        &["arn:aws:elasticloadbalancing:us-east-2:1:loadbalancer/app/x/1", "${stageVariables.lb}"],
    );
    refuses("loadBalancerArn", &[("arn:aws:lambda:a:b:c", 8)]);
}

#[test]
fn uris_of_aws_integrations() {
    let proxied = [
        lambda(&format!("path/2015-03-31/functions/{FUNCTION}/invocations")),
        lambda(&format!("path//2015-03-31/functions/{FUNCTION}/invocations")),
        lambda(&format!("path/                 2015-03-31/functions/{FUNCTION}/invocations")),
        lambda(&format!("path/2021-11-15/functions/{FUNCTION}/response-streaming-invocations")),
        lambda("path/2015-03-31/functions/arn:aws:lambda:a:1:function:${stageVariables.fn}/invocations"),
        lambda("path/2015-03-31/functions/arn:aws:lambda:a:1:function:fn:${stageVariables.version}/invocations"),
        lambda("path/${stageVariables.path}"),
        "arn:aws-cn:apigateway:cn-north-1:lambda:path/2015-03-31/functions/x/invocations".into(),
        "arn:aws:apigateway:us-east-1:firehose:action/PutRecord".into(),
    ];
    for uri in &proxied {
        accepts("integrationUri", &[uri]);
        accepts("proxyIntegrationUri", &[uri]);
    }
    accepts(
        "integrationUri",
        &[
            "arn:aws:apigateway:us-west-2:s3:action/GetObject&Bucket={bucket}&Key={key}",
            "arn:aws:apigateway:us-west-2:s3:path/{bucket}/{key}",
            "arn:aws:apigateway:us-west-2:s3:path//",
            "arn:aws:apigateway:us-west-2:{bucket}.s3:path/{key}",
            "arn:aws:apigateway:us-west-2:abc.iot:path/x",
            "arn:aws:apigateway:us-west-2:dynamodb:action/${stageVariables.action}",
        ],
    );
    refuses("integrationUri", &[("bad-arn:lambda:path/x", 0), (FUNCTION, 38), ("arn:aws:iam::1:role/x", 15)]);
    refuses(
        "proxyIntegrationUri",
        &[
            ("arn:aws:apigateway:us-east-1:s3:path/b/k", 29),
            ("arn:aws:apigateway:us-east-1:firehose:path/2015-03-31/functions/f/invocations", 29),
            ("arn:aws:apigateway:us-east-1:lambda:path/random/value/x/invocations", 36),
            ("arn:aws:apigateway:us-east-1:lambda:action/Invoke", 36),
        ],
    );
    let kind = |text| integration_uri::parse(text).map(drop).map_err(|error| error.kind);
    assert_eq!(kind("http://example.com"), Err(integration_uri::IntegrationUriErrorKind::NotAnArn));
    assert_eq!(kind(FUNCTION), Err(integration_uri::IntegrationUriErrorKind::NoPathOrAction));
}

#[test]
fn predicates_of_integration_uris() {
    let s3 = "arn:aws:apigateway:us-east-1:bucket.s3:path/k";
    let open = "arn:aws:apigateway:us-east-1:${stageVariables.service}:path/k";
    let waits = lambda(&format!("path/2015-03-31/functions/{FUNCTION}/invocations"));
    let streams = lambda(&format!("path/2021-11-15/functions/{FUNCTION}/response-streaming-invocations"));
    accepts("lambdaIntegrationUri", &[&waits, &streams, open]);
    refuses("lambdaIntegrationUri", &[(s3, 29), ("https://a", 0)]);
    accepts("nonLambdaIntegrationUri", &[s3]);
    refuses("nonLambdaIntegrationUri", &[(&waits, 29), (open, 29), ("https://a", 0)]);
    accepts("lambdaInvocationUri", &[&waits, &streams, open]);
    accepts("bufferedInvocationUri", &[&waits, open]);
    refuses("bufferedInvocationUri", &[(&streams, 36)]);
    accepts("streamingInvocationUri", &[&streams, open]);
    refuses("streamingInvocationUri", &[(&waits, 36), (s3, 29)]);
    accepts("authorizerUri", &[&waits, &lambda("path/   2015-03-31/functions/f/invocations")]);
    refuses("authorizerUri", &[(s3, 29)]);
    refuses("apiGatewayArn", &[("arn:aws:apigatway:us-east-1:s3:path/k", 8)]);
    let uri = integration_uri::parse(s3).unwrap();
    assert_eq!((uri.service(), uri.is_lambda()), ("s3", false));
    assert_eq!(integration_uri::parse(&waits).unwrap().function().unwrap().function, FUNCTION);
}
