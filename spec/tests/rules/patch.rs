//! The patch tables: what each row allows passes, what it does not is refused as surely as it is known.

use std::collections::BTreeSet;

use apigw_spec::rule::{PatchOp, PatchRow, PatchTable, Severity, builtin};
use apigw_spec::{Operation, Shape, Violation};
use serde_json::{Map, Value as Json, json};

use crate::{judge, operation, spec};

/// Every row of every table, by what can be done. A `?` after the operations marks refusals that are not sure, and one
/// after an update that it may know more paths.
const TABLES: &str = "\
UpdateAccount
  replace: /cloudwatchRoleArn
  add+remove: /features
UpdateApiKey
  replace: /customerId /description /enabled /name
  add+remove: /labels /stages
UpdateAuthorizer
  replace: /authorizerCredentials /authorizerResultTtlInSeconds /authorizerUri /authType /identityValidationExpression
    /name /type
  add+replace+remove: /identitySource
  add+remove: /providerARNs
  never?: /providerARNs/{arn}
UpdateBasePathMapping
  replace: /basepath /basePath /restapiId /restApiId /stage
UpdateClientCertificate
  replace: /description
UpdateDeployment
  replace: /description
UpdateDocumentationPart
  replace: /properties
UpdateDocumentationVersion
  replace: /description
UpdateDomainName
  add+replace+remove: /certificateArn /certificateName /ownershipVerificationCertificateArn /regionalCertificateArn
    /regionalCertificateName /mutualTlsAuthentication/truststoreUri /mutualTlsAuthentication/truststoreVersion
  replace: /endpointAccessMode /endpointConfiguration/ipAddressType /policy /routingMode /securityPolicy
  replace?: /managementPolicy
  add+remove: /endpointConfiguration/types
  add+replace+remove?: /endpointConfiguration/types/{type} /mutualTlsAuthentication
UpdateGatewayResponse
  replace: /statusCode
  add+replace+remove: /responseParameters/{parameter} /responseTemplates/{contentType}
UpdateIntegration
  add+replace+remove: /cacheKeyParameters /cacheKeyParameters/{parameter} /requestParameters/{parameter}
    /requestTemplates/{contentType}
  replace: /cacheNamespace /connectionId /connectionType /contentHandling /httpMethod /integrationTarget
    /passthroughBehavior /responseTransferMode /timeoutInMillis /tlsConfig/insecureSkipVerification /uri
  replace?: /credentials
  never: /type
UpdateIntegrationResponse
  replace: /contentHandling /selectionPattern
  add+replace+remove: /responseParameters/{header} /responseTemplates/{contentType}
UpdateMethod
  replace: /apiKeyRequired /authorizationType /authorizerId /operationName /requestValidatorId
  add+remove: /authorizationScopes
  never?: /authorizationScopes/{scope}
  add+replace+remove: /requestParameters/{parameter} /requestModels/{contentType}
UpdateMethodResponse
  add+replace+remove: /responseParameters/{header} /responseModels/{contentType}
UpdateModel
  replace: /description /schema
UpdateRequestValidator
  replace: /name /validateRequestBody /validateRequestParameters
UpdateResource
  replace: /parentId /pathPart
UpdateRestApi
  replace: /apiKeySource /disableExecuteApiEndpoint /endpointAccessMode /endpointConfiguration/ipAddressType
    /endpointConfiguration/types/{type} /minimumCompressionSize /name /policy /securityPolicy
  never: /binaryMediaTypes
  add+replace+remove: /binaryMediaTypes/{type} /description
  add+remove: /endpointConfiguration/vpcEndpointIds
  never?: /endpointConfiguration/vpcEndpointIds/{id}
UpdateStage
  remove: /accessLogSettings /canarySettings /{resource}/{method}
  add+replace+remove: /accessLogSettings/destinationArn /accessLogSettings/format /variables/{name}
  replace: /cacheClusterEnabled /cacheClusterSize /canarySettings/deploymentId /canarySettings/percentTraffic
    /canarySettings/useStageCache /clientCertificateId /description /documentationVersion /tracingEnabled
    /{resource}/{method}/metrics/enabled /{resource}/{method}/logging/dataTrace /{resource}/{method}/logging/loglevel
    /{resource}/{method}/throttling/burstLimit /{resource}/{method}/throttling/rateLimit
    /{resource}/{method}/caching/enabled /{resource}/{method}/caching/ttlInSeconds
    /{resource}/{method}/caching/dataEncrypted /{resource}/{method}/caching/requireAuthorizationForCacheControl
    /{resource}/{method}/caching/unauthorizedCacheControlHeaderStrategy /methodSettings
  remove+replace?: /canarySettings/stageVariableOverrides
  add+replace+remove?: /canarySettings/stageVariableOverrides/{name}
  replace+copy: /deploymentId
  replace+remove+copy: /variables
  never: /accessLogSettings/{other}
UpdateUsage
  replace: /remaining
UpdateUsagePlan
  add+remove: /apiStages
  replace: /description /name
  add+replace+remove: /productCode /apiStages/{stage}/throttle
  remove: /quota /throttle /apiStages/{stage}/throttle/{resource}/{method}
  add+replace: /quota/limit /quota/offset /quota/period /throttle/burstLimit /throttle/rateLimit
    /apiStages/{stage}/throttle/{resource}/{method}/burstLimit
    /apiStages/{stage}/throttle/{resource}/{method}/rateLimit
UpdateVpcLink
  replace: /description /name
";

pub(crate) fn tables() -> Vec<(&'static Operation, &'static PatchTable)> {
    let table = |operation: &&'static Operation| {
        let table = operation.input.shape().structure().rules.patch?;
        Some((*operation, table))
    };
    spec().operations.iter().filter_map(table).collect()
}

fn words(row: &PatchRow) -> String {
    let ops: Vec<&str> = row.ops.iter().map(|op| op.word()).collect();
    let ops = if ops.is_empty() { "never".to_owned() } else { ops.join("+") };
    if row.refusal.severity == Severity::Error { ops } else { format!("{ops}?") }
}

#[test]
fn every_update_has_its_table() {
    let updates = spec().operations.iter().filter(|operation| operation.name.starts_with("Update"));
    let with: Vec<&str> = tables().iter().map(|(operation, _)| operation.name).collect();
    assert_eq!(updates.map(|operation| operation.name).collect::<Vec<_>>(), with);
    assert_eq!(with.len(), 22);
}

#[test]
fn tables_are_as_transcribed() {
    let (mut expected, mut update, mut ops) = (BTreeSet::new(), "", "");
    for line in TABLES.lines() {
        match line.trim_start() {
            name if name.len() == line.len() => update = name,
            rest => {
                let (word, paths) = rest.split_once(": ").unwrap_or(("", rest));
                ops = if word.is_empty() { ops } else { word };
                expected.extend(paths.split(' ').map(|path| format!("{update} {ops} {path}")));
            }
        }
    }
    let found = tables().into_iter().flat_map(|(operation, table)| {
        let sure = if table.otherwise.severity == Severity::Error { "" } else { "?" };
        table.rows.iter().map(move |row| format!("{}{sure} {} {}", operation.name, words(row), row.path))
    });
    assert_eq!(found.collect::<BTreeSet<_>>(), expected);
}

fn patched(operation: &Operation, patch: &Json) -> Vec<Violation> {
    let shape = operation.input.shape();
    judge(shape, &update(shape, patch), &Map::new())
}

/// An update with one patch operation and everything else that it needs.
pub(crate) fn update(shape: &Shape, patch: &Json) -> Json {
    let mut params = json!({ "patchOperations": [patch] });
    for member in shape.members().iter().filter(|member| member.required) {
        params[member.name] = json!(match member.name {
            "statusCode" => "200",
            "httpMethod" => "GET",
            "responseType" => "DEFAULT_4XX",
            _ => "x",
        });
    }
    params
}

fn example(row: &PatchRow) -> String {
    row.path.replace("{method}", "GET").replace('{', "").replace('}', "~1y")
}

/// Terraform writes the slashes of a resource as they are, and the service takes them.
#[test]
fn resources_of_method_settings_need_no_escapes() {
    let update = operation("UpdateStage");
    let accepted = [
        ("replace", "/pets/GET/caching/enabled"),
        ("replace", "/v1/pets/{id}/price/GET/caching/enabled"),
        ("replace", "/g/{proxy+}/POST/throttling/rateLimit"),
        ("replace", "//GET/metrics/enabled"),
        ("remove", "/v1/pets/GET"),
    ];
    for (op, path) in accepted {
        assert_eq!(patched(update, &json!({ "op": op, "path": path, "value": "1" })), [], "{op} {path}");
    }
    let refused = [
        ("replace", "/v1/pets/GET/caching/on"),
        ("replace", "/caching/enabled"),
        ("add", "/v1/pets/GET/metrics/enabled"),
    ];
    for (op, path) in refused {
        assert_eq!(patched(update, &json!({ "op": op, "path": path })).len(), 1, "{op} {path}");
    }
}

#[test]
fn rows_allow_what_they_list_and_nothing_else() {
    for (operation, table) in tables() {
        for row in table.rows {
            let path = example(row);
            let fitting = table.rows.iter().filter(|other| other.fits(&path) && !other.is_stretched(&path));
            let fitting: Vec<_> = fitting.filter(|other| other.is_literal() || !row.is_literal()).collect();
            let listed = |op: &PatchOp| fitting.iter().any(|other| other.ops.contains(op));
            for op in PatchOp::ALL {
                let asked = json!({ "op": op.word(), "path": path });
                let found = patched(operation, &asked);
                let about = |id| found.iter().filter(|violation| violation.rule == id).collect::<Vec<_>>();
                let refused = [about(builtin::PATCH_PATH), about(builtin::PATCH_OP)].concat();
                if listed(&op) {
                    assert!(refused.is_empty(), "{} {asked}: {refused:?}", operation.name);
                } else {
                    assert_eq!(refused.len(), 1, "{} {asked}: {found:?}", operation.name);
                }
            }
        }
    }
}

#[test]
fn unknown_paths_and_missing_ones_are_refused() {
    for (operation, table) in tables() {
        for path in ["/no/such/path/at/all", "no-slash", "", "/"] {
            let found = patched(operation, &json!({ "op": "replace", "path": path, "value": "x" }));
            let [violation] = found.as_slice() else { panic!("{} {path}: {found:?}", operation.name) };
            assert_eq!((violation.rule, violation.severity), (builtin::PATCH_PATH, table.otherwise.severity));
        }
        let found = patched(operation, &json!({ "op": "replace", "value": "x" }));
        let [violation] = found.as_slice() else { panic!("{}: {found:?}", operation.name) };
        assert_eq!((violation.rule, violation.severity), (builtin::PATCH_PATH, Severity::Error));
    }
}

/// Scripts write them in lower case too; what the service makes of that is not on record.
#[test]
fn log_levels_are_doubted_only() {
    let patch = json!({ "op": "replace", "path": "/*/*/logging/loglevel", "value": "info" });
    let found = patched(operation("UpdateStage"), &patch);
    let found: Vec<_> = found.iter().map(|violation| (violation.rule, violation.severity)).collect();
    assert_eq!(found, [(builtin::PATCH_VALUE, Severity::Warning)]);
}
