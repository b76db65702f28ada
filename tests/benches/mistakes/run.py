#!/usr/bin/env python3
"""Runs current tools on 34 common mistakes and prints a Markdown table.

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
CALLS = {
    "PutIntegration": "put_integration",
    "PutIntegrationResponse": "put_integration_response",
    "PutMethod": "put_method",
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
    command = ["cargo", "run", "-q", "-p", "apigw-spec", "--features", "read", "--example", "judge"]
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


def template(request):
    """The method that the request would make or complete, for CloudFormation."""
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

    found = lint_all(json.dumps(template(request)))
    return sorted({match.rule.id for match in found})


def moto(request):
    import boto3
    from moto import mock_aws

    with mock_aws():
        client = boto3.client("apigateway", region_name="us-east-1")
        api = client.create_rest_api(name="api")["id"]
        root = client.get_resources(restApiId=api)["items"][0]["id"]
        place = {"restApiId": api, "resourceId": root}
        params = {**request["params"], **place}
        if request["operation"] != "PutMethod":
            prepare(client, {**place, "httpMethod": params["httpMethod"]}, request)
        try:
            getattr(client, CALLS[request["operation"]])(**params)
        except Exception as problem:  # A crash stops the call as well as a refusal does.
            return type(problem).__name__
    return None


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
    import botocore.session
    from botocore.validate import ParamValidator

    model = botocore.session.get_session().get_service_model("apigateway")
    shape = model.operation_model(request["operation"]).input_shape
    return ParamValidator().validate(request["params"], shape).has_errors()


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
            hit = bool(tool(wrong)) and tool(wrong) != tool(right)
            caught[name] += hit
            cells.append("yes" if hit else "-")
        print(f"| {row['number']} | {row['mistake']} | {row['aws']} | " + " | ".join(cells) + " |", flush=True)
    print(f"| | **found, of {len(rows)}** | | " + " | ".join(f"**{count}**" for count in caught.values()) + " |")
    print(f"\nOf the {len(rows)} requests without the mistake, apigw rejects {rejected_twins}.")


if __name__ == "__main__":
    main()
