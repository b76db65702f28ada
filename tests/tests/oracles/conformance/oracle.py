"""Sends with botocore (PyPI) what it is told on standard input, and recomputes signatures without it.

One JSON document a line comes in, one goes out:

    {"send": "GetRestApi", "input": {...}, "in_model_order": true}      ->  {} or {"error": "..."}
    {"sign": {"method": ..., "target": ..., "headers": [...], "body": "base64"}, "region": ..., "secret": ...}
                                                                        ->  {"signature": "..."}

    {"endpoint": "eu-central-1", "fips": false, "dual_stack": true}     ->  {"url": "https://..."} or {"error": "..."}
    {"regions": true}                                                   ->  {"regions": [...]}

The only argument is the endpoint.
"""
import base64
import hashlib
import hmac
import json
import sys
from urllib.parse import quote, unquote

import botocore.config
import botocore.endpoint_provider
import botocore.session


def given(shape, value, in_model_order):
    """The value as botocore takes it: blobs as bytes, members in the order that was asked for and keys in theirs."""
    kind = shape.type_name
    if kind == "blob":
        return base64.b64decode(value)
    if kind == "list":
        return [given(shape.member, item, in_model_order) for item in value]
    if kind == "map":
        return {key: given(shape.value, value[key], in_model_order) for key in (sorted(value) if in_model_order else value)}
    if kind == "structure":
        names = [name for name in shape.members if name in value] if in_model_order else value
        return {name: given(shape.members[name], value[name], in_model_order) for name in names}
    return value


def normalised(path):
    """The path that is signed: no empty or single-dot segments, double dots resolved, encoded a second time."""
    segments = []
    for segment in path.split("/"):
        if segment == "..":
            del segments[-1:]
        elif segment not in ("", "."):
            segments.append(segment)
    slash = "/" if path.endswith("/") and segments else ""
    return quote("/" + "/".join(segments) + slash, safe="/~")


def signature(request, region, secret):
    """Signature Version 4 as AWS documents it, over what came over the wire."""
    headers = {name: value for name, value in request["headers"]}
    signed = headers["authorization"].split("SignedHeaders=")[1].split(",")[0]
    path, _, query = request["target"].partition("?")
    pairs = [pair.partition("=")[::2] for pair in query.split("&") if pair]
    pairs = sorted((quote(unquote(key), safe="~"), quote(unquote(value), safe="~")) for key, value in pairs)
    body = base64.b64decode(request["body"])
    canonical = "\n".join([
        request["method"],
        normalised(path),
        "&".join(f"{key}={value}" for key, value in pairs),
        "".join(f"{name}:{' '.join(headers[name].split())}\n" for name in signed.split(";")),
        signed,
        hashlib.sha256(body).hexdigest(),
    ])
    date = headers["x-amz-date"]
    scope = [date[:8], region, "apigateway", "aws4_request"]
    text = "\n".join(["AWS4-HMAC-SHA256", date, "/".join(scope), hashlib.sha256(canonical.encode()).hexdigest()])
    key = b"AWS4" + secret.encode()
    for part in scope:
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def endpoint(region, fips, dual_stack):
    """Where the published rules send to."""
    resolved = RULES.resolve_endpoint(Region=region, UseFIPS=fips, UseDualStack=dual_stack)
    return {"url": resolved.url}


LOADER = botocore.session.Session().get_component("data_loader")
RULES = botocore.endpoint_provider.EndpointProvider(
    ruleset_data=LOADER.load_service_model("apigateway", "endpoint-rule-set-1"),
    partition_data=LOADER.load_data("partitions"),
)


def regions():
    """All regions of all partitions that the rules know."""
    partitions = LOADER.load_data("partitions")["partitions"]
    return {"regions": sorted(region for partition in partitions for region in partition["regions"])}


def main():
    client = botocore.session.Session().create_client(
        "apigateway", region_name="us-east-1", endpoint_url=sys.argv[1], aws_access_key_id="AKIDEXAMPLE",
        aws_secret_access_key="secret", aws_session_token="TOKEN/+=",
        config=botocore.config.Config(retries={"mode": "standard", "total_max_attempts": 1}),
    )
    for line in sys.stdin:
        told = json.loads(line)
        if "sign" in told:
            answer = {"signature": signature(told["sign"], told["region"], told["secret"])}
        elif "regions" in told:
            answer = regions()
        elif "endpoint" in told:
            try:
                answer = endpoint(told["endpoint"], told["fips"], told["dual_stack"])
            except Exception as error:
                answer = {"error": repr(error)}
        else:
            shape = client.meta.service_model.operation_model(told["send"]).input_shape
            try:
                client._make_api_call(told["send"], given(shape, told["input"], told["in_model_order"]))
                answer = {}
            except Exception as error:
                answer = {"error": repr(error)}
        print(json.dumps(answer), flush=True)


main()
