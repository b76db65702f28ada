#!/usr/bin/env python3
"""Runs current tools on common mistakes and prints a Markdown table.

    pip install cfn-lint 'moto[apigateway]' boto3
    python3 tests/benches/mistakes/run.py [--target-dir DIR]

A tool finds a mistake if it reports the request with it and not the same request without it: cfn-lint checks a
CloudFormation template, moto the call, botocore the parameters before the call, apigw the parameters and the objects
around them.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import warnings

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parents[2]
METHODS = {"PutIntegration", "PutIntegrationResponse", "PutMethod"}
# What CloudFormation calls what an operation makes, and members that it calls otherwise. Other operations make nothing there.
RESOURCES = {
    "CreateApiKey": ("ApiKey", {}),
    "CreateAuthorizer": ("Authorizer", {}),
    "CreateBasePathMapping": ("BasePathMapping", {}),
    "CreateDeployment": ("Deployment", {}),
    "CreateDocumentationPart": ("DocumentationPart", {}),
    "CreateDomainName": ("DomainName", {}),
    "CreateModel": ("Model", {}),
    "CreateRestApi": ("RestApi", {}),
    "CreateStage": ("Stage", {}),
    "CreateUsagePlan": ("UsagePlan", {"name": "UsagePlanName"}),
    "CreateUsagePlanKey": ("UsagePlanKey", {}),
    "CreateVpcLink": ("VpcLink", {}),
    "PutGatewayResponse": ("GatewayResponse", {}),
}


def merged(target, patch):
    """RFC 7396."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = merged(result.get(name), value)
    return result


def requests(row):
    """The request with the mistake, and without it."""
    right = {"operation": row["operation"], "params": row["params"], "context": row.get("context", {})}
    wrong = dict(right)
    wrong["params"] = merged(right["params"], row["change"])
    wrong["context"] = merged(right["context"], row.get("changeContext", {}))
    return wrong, right


def apigw(every, target_dir):
    command = ["cargo", "run", "-q", "-p", "apigw-spec", "--features", "read", "--example", "check"]
    environment = dict(os.environ)
    if target_dir:
        environment["CARGO_TARGET_DIR"] = target_dir
    lines = "".join(json.dumps(request) + "\n" for request in every)
    done = subprocess.run(command, cwd=ROOT, env=environment, input=lines, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return ["error" if answer["errors"] else "warning" if answer["warnings"] else "" for answer in answers]


def pascal(value):
    """CloudFormation spells members with a capital letter, keys of maps as they are."""
    return {name[0].upper() + name[1:]: value for name, value in value.items()}


def shape_of(operation):
    import botocore.session

    model = botocore.session.get_session().get_service_model("apigateway")
    return model.operation_model(operation).input_shape


def spelled(value, shape, names):
    """A structure as CloudFormation spells it; tags are a list there."""
    if shape.type_name == "list":
        return [spelled(item, shape.member, {}) for item in value]
    if shape.type_name == "map":
        return {key: spelled(item, shape.value, {}) for key, item in value.items()}
    if shape.type_name != "structure":
        return value
    result = {}
    for name, item in value.items():
        item = spelled(item, shape.members[name], {})
        if name == "tags":
            item = [{"Key": key, "Value": text} for key, text in item.items()]
        result[names.get(name, name[0].upper() + name[1:])] = item
    return result


def template(request):
    """What the request would make, for CloudFormation."""
    if request["operation"] in METHODS:
        return method_template(request)
    kind, names = RESOURCES[request["operation"]]
    properties = spelled(request["params"], shape_of(request["operation"]), names)
    resources = {"Resource": {"Type": f"AWS::ApiGateway::{kind}", "Properties": properties}}
    return {"AWSTemplateFormatVersion": "2010-09-09", "Resources": resources}


def method_template(request):
    """The method that the request would make or complete."""
    params = dict(request["params"])
    method = dict(request["context"].get("method") or {})
    for name in ("restApiId", "resourceId"):
        params.pop(name)
    integration = dict(method.pop("methodIntegration", {}) or {})
    responses = method.pop("methodResponses", {})
    properties = {"RestApiId": {"Ref": "Api"}, "ResourceId": {"Fn::GetAtt": ["Api", "RootResourceId"]}}
    properties.update(pascal({"authorizationType": "NONE", **method}))
    properties["HttpMethod"] = params.pop("httpMethod")
    properties["MethodResponses"] = [pascal(response) for response in responses.values()]
    if request["operation"] == "PutMethod":
        properties.update(pascal(params))
        integration = {"type": "MOCK"}
    elif request["operation"] == "PutIntegration":
        integration = params
    else:
        integration = {"type": "MOCK", **integration}
        integration["integrationResponses"] = [pascal(params)]
    properties["Integration"] = pascal(integration)
    resources = {
        "Api": {"Type": "AWS::ApiGateway::RestApi", "Properties": {"Name": "api"}},
        "Method": {"Type": "AWS::ApiGateway::Method", "Properties": properties},
    }
    return {"AWSTemplateFormatVersion": "2010-09-09", "Resources": resources}


def cfn_lint(request):
    from cfnlint.api import lint_all

    if request["operation"] not in METHODS and request["operation"] not in RESOURCES:
        return []
    found = lint_all(json.dumps(template(request)))
    return sorted({match.rule.id for match in found})


def moto(request):
    import boto3
    from botocore import xform_name
    from moto import mock_aws

    with mock_aws():
        client = boto3.client("apigateway", region_name="us-east-1")
        given = request["params"]
        params = {**given, **{name: made for name, made in existing(client, request).items() if given.get(name)}}
        try:
            getattr(client, xform_name(request["operation"]))(**params)
        except Exception as problem:  # A crash stops the call as well as a refusal does.
            return f"{type(problem).__name__}: {problem}"
    return None


def existing(client, request):
    """Makes what a request needs to exist, and returns the identifiers by the names of members."""
    api = client.create_rest_api(name="api")["id"]
    root = client.get_resources(restApiId=api)["items"][0]["id"]
    place = {"restApiId": api, "resourceId": root}
    params = request["params"]
    if request["operation"] in METHODS:
        if request["operation"] != "PutMethod":
            prepare(client, {**place, "httpMethod": params["httpMethod"]}, request)
        return place

    method = {**place, "httpMethod": "GET"}
    client.put_method(**method, authorizationType="NONE")
    client.put_method_response(**method, statusCode="200")
    client.put_integration(**method, type="HTTP", integrationHttpMethod="GET", uri="https://example.com/")
    client.put_integration_response(**method, statusCode="200")
    deployment = client.create_deployment(restApiId=api)["id"]
    client.create_stage(restApiId=api, stageName="prod", deploymentId=deployment)
    authorizer = client.create_authorizer(restApiId=api, name="a", type="TOKEN", identitySource="method.request.header.A")
    plan = client.create_usage_plan(name="plan", apiStages=[{"apiId": api, "stage": "prod"}])["id"]
    key = client.create_api_key(name="key")["id"]
    if request["operation"] != "CreateDomainName":
        client.create_domain_name(domainName="api.example.com", certificateName="c")
    if request["operation"].startswith("Delete"):
        place["resourceId"] = client.create_resource(restApiId=api, parentId=root, pathPart="pets")["id"]
        client.put_method(**place, httpMethod="GET", authorizationType="NONE")
    return {
        **place,
        "deploymentId": deployment,
        "authorizerId": authorizer["id"],
        "usagePlanId": plan,
        "keyId": key,
        "apiKey": key,
    }


def prepare(client, place, request):
    """Makes what exists before the request."""
    method = request["context"].get("method") or {}
    declared = method.get("requestParameters", {})
    client.put_method(**place, authorizationType="NONE", requestParameters=declared)
    for code, response in method.get("methodResponses", {}).items():
        parameters = response.get("responseParameters", {})
        client.put_method_response(**place, statusCode=code, responseParameters=parameters)
    if request["operation"] == "PutIntegrationResponse":
        client.put_integration(**place, type="MOCK")


def botocore(request):
    from botocore.validate import ParamValidator

    return ParamValidator().validate(request["params"], shape_of(request["operation"])).has_errors()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--target-dir")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    os.environ.update(AWS_ACCESS_KEY_ID="x", AWS_SECRET_ACCESS_KEY="x", AWS_DEFAULT_REGION="us-east-1")
    rows = json.loads((FOLDER / "mistakes.json").read_text())["mistakes"]
    pairs = [requests(row) for row in rows]
    ours = apigw([request for pair in pairs for request in pair], options.target_dir)
    tools = {"cfn-lint": cfn_lint, "moto": moto, "botocore": botocore}
    print("| # | mistake | AWS | apigw | " + " | ".join(tools) + " |")
    print("|---|---|---|---|" + "---|" * len(tools))
    caught = dict.fromkeys(["apigw", *tools], 0)
    rejected_twins = 0
    for row, (wrong, right), with_mistake, twin in zip(rows, pairs, ours[::2], ours[1::2]):
        cells = [with_mistake or "-"]
        caught["apigw"] += bool(with_mistake)
        rejected_twins += twin == "error"
        for name, tool in tools.items():
            found, before = tool(wrong), tool(right)
            # A tool that does not know the operation reports both in the same way.
            hit = bool(found) and (not before if isinstance(before, str) or before is None else found != before)
            caught[name] += hit
            cells.append("yes" if hit else "-")
        print(f"| {row['number']} | {row['mistake']} | {row['aws']} | " + " | ".join(cells) + " |", flush=True)
    print(f"| | **found, of {len(rows)}** | | " + " | ".join(f"**{count}**" for count in caught.values()) + " |")
    print(f"\nOf the {len(rows)} requests without the mistake, apigw rejects {rejected_twins}.")


if __name__ == "__main__":
    main()
