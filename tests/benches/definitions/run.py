#!/usr/bin/env python3
"""Runs linters on the definitions that common mistakes are made in, and prints Markdown tables.

    python3 -m venv ENV && ENV/bin/pip install cfn-lint checkov
    npm install --prefix DIR @stoplight/spectral-cli
    git clone https://github.com/andylockran/spectral-aws-apigateway-ruleset
    python3 tests/benches/definitions/run.py --apigw target/release/apigw --cfn-lint ENV/bin/cfn-lint --checkov ENV/bin/checkov \
        --spectral DIR/node_modules/.bin/spectral --ruleset spectral-aws-apigateway-ruleset/aws_important_notes.yml

All tools but apigw are optional.

The first 34 mistakes of `mistakes.json` are written in four formats, each with and without the mistake. A tool finds a
mistake if it reports more of the definition with it. Then the time is measured: the tools lint the same files, one process
for all of them, and CPU is user and system time.
"""

import argparse
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent / "mistakes"))
import run as mistakes  # noqa: E402  (the folder of the other program)

ROWS = 34
# What a document cannot say: it has only methods that exist, and names an authorizer or none.
UNSAYABLE = {("OpenAPI", 32), ("SAM", 32), ("OpenAPI", 33), ("SAM", 33)}


def method(request):
    """The method that a request would make or complete, as the service would list it."""
    params = {key: value for key, value in request["params"].items() if key not in ("restApiId", "resourceId")}
    whole = {"authorizationType": "NONE", **(request["context"].get("method") or {})}
    whole["httpMethod"] = params.pop("httpMethod")
    integration = {"type": "MOCK", **(whole.get("methodIntegration") or {})}
    if request["operation"] == "PutMethod":
        whole.update(params)
    elif request["operation"] == "PutIntegration":
        integration = params
    else:
        integration["integrationResponses"] = {params["statusCode"]: params}
        whole.setdefault("methodResponses", {params["statusCode"]: {"statusCode": params["statusCode"]}})
    whole["methodIntegration"] = integration
    return whole


def openapi(request):
    whole = method(request)
    integration = dict(whole["methodIntegration"])
    if "integrationHttpMethod" in integration:
        integration["httpMethod"] = integration.pop("integrationHttpMethod")
    answers = integration.pop("integrationResponses", {})
    if answers:
        integration["responses"] = {
            answer.get("selectionPattern", "default"): {k: v for k, v in answer.items() if k != "selectionPattern"}
            for answer in answers.values()
        }
    places = {"path": "path", "querystring": "query", "header": "header"}
    parameters = []
    for name, required in (whole.get("requestParameters") or {}).items():
        place, name = name.split(".", 3)[2:]
        parameters.append({"name": name, "in": places[place], "required": bool(required), "schema": {"type": "string"}})
    responses = {}
    for status, response in (whole.get("methodResponses") or {}).items():
        headers = [name.split(".", 3)[3] for name in response.get("responseParameters") or {}]
        responses[status] = {"description": "answer", "headers": {name: {"schema": {"type": "string"}} for name in headers}}
    operation = {"parameters": parameters, "responses": responses, "x-amazon-apigateway-integration": integration}
    paths = {"/pets": {whole["httpMethod"].lower(): operation}}
    # A rule of a set for Spectral fails where there are no schemas.
    components = {"schemas": {}}
    return {"openapi": "3.0.1", "info": {"title": "pets", "version": "1"}, "paths": paths, "components": components}


def sam(request):
    api = {"Type": "AWS::Serverless::Api", "Properties": {"StageName": "v1", "DefinitionBody": openapi(request)}}
    return {"Transform": "AWS::Serverless-2016-10-31", "Resources": {"Api": api}}


def snake(name):
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name)


def terraform(request):
    whole = method(request)
    links = {"rest_api_id": "${aws_api_gateway_rest_api.api.id}", "resource_id": "${aws_api_gateway_rest_api.api.root_resource_id}"}
    names = {"timeoutInMillis": "timeout_milliseconds", "authorizationType": "authorization"}
    blocks = []

    def block(kind, name, members):
        lines = [f'resource "aws_api_gateway_{kind}" "{name}" {{']
        for key, value in members.items():
            key, text = names.get(key, snake(key)), json.dumps(value)
            if key != "rest_api_id" and key != "resource_id":
                text = text.replace("${", "$${")
            lines.append(f"  {key} {{\n    insecure_skip_verification = true\n  }}" if key == "tls_config" else f"  {key} = {text}")
        blocks.append("\n".join([*lines, "}"]))

    integration = dict(whole.pop("methodIntegration"))
    responses, answers = whole.pop("methodResponses", {}), integration.pop("integrationResponses", {})
    verb = {"httpMethod": whole["httpMethod"]}
    block("rest_api", "api", {"name": "api"})
    block("method", "pets", {**links, **whole})
    block("integration", "pets", {**links, **verb, **integration})
    for status, response in responses.items():
        block("method_response", f"s{status}", {**links, **verb, **response, "statusCode": status})
    for status, answer in answers.items():
        block("integration_response", f"s{status}", {**links, **verb, **answer, "statusCode": status})
    return "\n\n".join(blocks) + "\n"


FORMATS = {
    "OpenAPI": ("json", openapi),
    "CloudFormation": ("json", mistakes.method_template),
    "SAM": ("json", sam),
    "Terraform": ("tf", terraform),
}


def write(folder, rows):
    """All files; each lies in a folder of its own, as modules of Terraform do."""
    files = {}
    for row in rows:
        for name, (extension, writer) in FORMATS.items():
            for kind, request in zip(("wrong", "right"), mistakes.requests(row)):
                path = folder / name / f"{row['number']}-{kind}" / f"main.{extension}"
                path.parent.mkdir(parents=True)
                made = writer(request)
                path.write_text(made if isinstance(made, str) else json.dumps(made, indent=1))
                files[name, row["number"], kind] = path
    return files


def apigw(program, files):
    done = subprocess.run([program, "lint", "--format", "json", *map(str, files)], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return [(entry["file"], entry["severity"]) for entry in json.loads(done.stdout)]


def cfn_lint(program, files):
    done = subprocess.run([program, "--format", "json", *map(str, files)], capture_output=True, text=True)
    return [(entry["Filename"], entry["Level"].lower()) for entry in json.loads(done.stdout)]


def checkov(program, files):
    """What is found; a file that concerns no framework has no report, and one framework has one that is no list."""
    command = [program, "--compact", "--quiet", "--skip-download", "--output", "json", "--file", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True)
    reports = json.loads(done.stdout)
    reports = reports if isinstance(reports, list) else [reports]
    checks = [check for report in reports for check in report.get("results", {}).get("failed_checks", [])]
    return [(check["file_abs_path"], "found") for check in checks]


def spectral_with(ruleset):
    """Spectral with a ruleset, and with its own rules for OpenAPI."""

    def run(program, files):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as rules:
            json.dump({"extends": [ruleset]}, rules)
            rules.flush()
            command = [program, "lint", "--format", "json", "--ruleset", rules.name, *map(str, files)]
            done = subprocess.run(command, capture_output=True, text=True)
        return [(entry["source"], "found") for entry in json.loads(done.stdout or "[]")]

    return run


def found(tool, program, formats, files):
    """What a tool says of each mistake in each of the formats."""
    wanted = {key: str(path) for key, path in files.items() if key[0] in formats}
    counts = {}
    for path, level in tool(program, wanted.values()):
        counts.setdefault(path, []).append(level)
    answers = {}
    for (name, number, kind), path in wanted.items():
        if kind == "wrong":
            right = counts.get(wanted[name, number, "right"], [])
            levels = list(counts.get(path, []))
            for level in right:
                if level in levels:
                    levels.remove(level)
            answers[name, number] = "error" if "error" in levels else levels[0] if levels else "-"
    return answers


def large(paths):
    """A document of many paths, each with a model."""
    operation = lambda index: {
        "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
        "responses": {"200": {"description": "ok", "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/P{index}"}}}}},
        "x-amazon-apigateway-integration": {
            "type": "http", "httpMethod": "GET", "uri": "https://example.com/{id}",
            "requestParameters": {"integration.request.path.id": "method.request.path.id"},
        },
    }
    every = {f"/p{index}/{{id}}": {"get": operation(index)} for index in range(paths)}
    models = {f"P{index}": {"type": "object"} for index in range(paths)}
    return json.dumps({"openapi": "3.0.1", "info": {"title": "t", "version": "1"}, "paths": every, "components": {"schemas": models}})


def cpu(command):
    """The CPU time and the time of a run, the best of three."""
    best = None
    for _ in range(3):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        subprocess.run(command, capture_output=True)
        after, elapsed = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic() - start
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        best = min(best or (used, elapsed), (used, elapsed))
    return best


def print_mistakes(rows, tools):
    columns = [(name, format) for name, (_, _, formats) in tools.items() for format in formats]
    print("| # | mistake |", " | ".join(f"{name}, {format}" for name, format in columns), "|")
    print("|---|---|" + "---|" * len(columns))
    counts = dict.fromkeys(columns, 0)
    for row in rows:
        cells = []
        for name, format in columns:
            answer = tools[name][1][format, row["number"]]
            is_said = (format, row["number"]) not in UNSAYABLE
            counts[name, format] += is_said and answer != "-"
            cells.append(answer if is_said else "")
        print(f"| {row['number']} | {row['mistake']} |", " | ".join(cells), "|")
    totals = [f"**{counts[name, format]} of {ROWS - sum(u[0] == format for u in UNSAYABLE)}**" for name, format in columns]
    print("| | **found** |", " | ".join(totals), "|")


def print_times(folder, program, cfn):
    document = folder / "large.json"
    document.write_text(large(2200))
    templates = folder / "templates"
    templates.mkdir()
    request = {"operation": "PutMethod", "params": {"restApiId": "a", "resourceId": "b", "httpMethod": "GET"}, "context": {}}
    for index in range(1000):
        (templates / f"{index}.json").write_text(json.dumps(mistakes.method_template(request)))
    few = [str(templates / f"{index}.json") for index in range(100)]
    runs = [
        (f"`apigw lint`, a document of {document.stat().st_size / 1e6:.1f} MB", [program, "lint", str(document)]),
        ("`apigw lint`, 1,000 templates", [program, "lint", str(templates)]),
        ("`apigw lint`, 100 templates", [program, "lint", *few]),
        ("cfn-lint, the same 100 templates", [cfn, *few] if cfn else None),
    ]
    print("\n| run | CPU | time |\n|---|---|---|")
    for name, command in runs:
        if command:
            used, elapsed = cpu(command)
            print(f"| {name} | {used * 1000:.0f} ms | {elapsed * 1000:.0f} ms |")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--apigw", required=True)
    parser.add_argument("--cfn-lint", default="")
    parser.add_argument("--checkov", default="")
    parser.add_argument("--spectral", default="")
    parser.add_argument("--ruleset", default="")
    options = parser.parse_args()
    rows = json.loads((FOLDER.parent / "mistakes" / "mistakes.json").read_text())["mistakes"][:ROWS]

    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        files = write(folder / "files", rows)
        wanted = {
            "apigw": (apigw, options.apigw, list(FORMATS)),
            "cfn-lint": (cfn_lint, options.cfn_lint, ["CloudFormation", "SAM"]),
            "checkov": (checkov, options.checkov, list(FORMATS)),
            "Spectral": (spectral_with("spectral:oas"), options.spectral, ["OpenAPI"]),
            "Spectral, AWS": (spectral_with(os.path.abspath(options.ruleset)), options.ruleset and options.spectral, ["OpenAPI"]),
        }
        tools = {
            name: (tool, found(tool, program, formats, files), formats)
            for name, (tool, program, formats) in wanted.items()
            if program
        }
        print_mistakes(rows, tools)
        print_times(folder, os.path.abspath(options.apigw), options.cfn_lint)


main()
