"""Records what botocore (PyPI) sends for every operation: once with the required members, once with all of them.

    python3 apigw-client/tests/client/recorded/requests.py > apigw-client/tests/client/recorded/requests.json

Nothing leaves the machine: the request is taken as it is about to be sent.
"""
import json
import sys

import botocore.awsrequest
import botocore.config
import botocore.session

ENDPOINT = "http://localhost:1"
HEADERS = ["content-type", "accept", "content-length"]


def value(shape, name, depth):
    """A value that shows how it is encoded: reserved characters, other scripts, nesting."""
    kind = shape.type_name
    if kind == "structure":
        return {key: value(member, key, depth + 1) for key, member in shape.members.items()}
    if kind == "list":
        return [value(shape.member, name, depth + 1), value(shape.member, name + " 2", depth + 1)]
    if kind == "map":
        return {f"{name}.b c": value(shape.value, "v,1", depth + 1), "a": value(shape.value, "é/2", depth + 1)}
    if kind == "string":
        # What travels in a header is ASCII for botocore.
        ascii_only = name == "accepts"
        return shape.enum[-1] if shape.enum else f"{name}/*;q=0.5" if ascii_only else f"{name}/é %+~😀"
    if kind == "blob":
        return "raw é\n".encode()
    return {"integer": 7, "long": 7, "double": 2.5, "float": 2.5, "boolean": depth % 2 == 0}[kind]


def record(client, operation, document):
    sent = []

    def take(request, **_):
        sent.append(request)
        return botocore.awsrequest.AWSResponse(request.url, 200, {}, Raw())

    client.meta.events.register_first("before-send", take)
    try:
        client._make_api_call(operation.name, document)
    finally:
        client.meta.events.unregister("before-send", take)
    request = sent[0]
    headers = {key.lower(): item.decode() if isinstance(item, bytes) else item for key, item in request.headers.items()}
    body = request.body or b""
    return {
        "operation": operation.name,
        "input": {key: item.decode() if isinstance(item, bytes) else item for key, item in document.items()},
        "method": request.method,
        "target": request.url.removeprefix(ENDPOINT),
        "headers": {key: headers[key] for key in HEADERS if key in headers},
        "signed_headers": headers["authorization"].split("SignedHeaders=")[1].split(",")[0],
        "body": body.decode() if isinstance(body, bytes) else body,
    }


class Raw:
    """An empty answer."""

    def stream(self, **_):
        return iter([b"{}"])

    def read(self, *_):
        return b"{}"


client = botocore.session.get_session().create_client(
    "apigateway", region_name="us-east-1", endpoint_url=ENDPOINT,
    aws_access_key_id="AKIDEXAMPLE", aws_secret_access_key="secret",
    config=botocore.config.Config(retries={"mode": "standard", "total_max_attempts": 1}),
)
cases = []
for name in client.meta.service_model.operation_names:
    operation = client.meta.service_model.operation_model(name)
    shape = operation.input_shape
    everything = {key: value(member, key, 0) for key, member in shape.members.items()}
    required = {key: item for key, item in everything.items() if key in shape.required_members}
    cases += [record(client, operation, required), record(client, operation, everything)]
json.dump(cases, sys.stdout, indent=1)
sys.stdout.write("\n")
