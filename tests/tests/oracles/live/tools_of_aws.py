"""Calls operations through boto3 or the AWS CLI, one JSON object a line: {"call": NAME, "with": INPUT}.

The answer to each is {"output": OUTPUT} or {"error": CODE}. Blobs are Base64 on both sides.
"""

import base64
import contextlib
import io
import json
import os
import sys
import tempfile

import botocore.exceptions
import botocore.session

ENDPOINT = sys.argv[2]
for name, value in (("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"), ("AWS_SECRET_ACCESS_KEY", "secret"), ("AWS_DEFAULT_REGION", "us-east-1")):
    os.environ[name] = value
MODEL = botocore.session.get_session().get_service_model("apigateway")


def blobs(shape, value, convert):
    return {
        name: convert(item) if name in shape.members and shape.members[name].type_name == "blob" else item
        for name, item in value.items()
    }


def plain(value):
    """What JSON has no form for: moments, bytes and streams."""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if hasattr(value, "read"):
        value = value.read()
    return base64.b64encode(value).decode()


class Boto3:
    def __init__(self):
        import boto3

        self.client = boto3.client("apigateway", endpoint_url=ENDPOINT)

    def call(self, operation, given):
        given = blobs(operation.input_shape, given, base64.b64decode)
        try:
            output = getattr(self.client, botocore.xform_name(operation.name))(**given)
        except botocore.exceptions.ClientError as error:
            return {"error": error.response["Error"]["Code"]}
        output.pop("ResponseMetadata")
        return {"output": output}


class AwsCli:
    def __init__(self):
        from awscli.clidriver import create_clidriver

        self.driver = create_clidriver()

    def call(self, operation, given):
        given = blobs(operation.input_shape, given, lambda text: base64.b64decode(text).decode())
        words = ["apigateway", botocore.xform_name(operation.name, "-"), "--endpoint-url", ENDPOINT, "--output", "json"]
        file = None
        if operation.has_streaming_output:
            file = tempfile.mktemp()
            for name, value in given.items():
                words += ["--" + botocore.xform_name(name, "-"), value if isinstance(value, str) else json.dumps(value)]
            words.append(file)
        else:
            words += ["--cli-input-json", json.dumps(given)]
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = self.driver.main(words)
        if status:
            text = err.getvalue()
            return {"error": text.split("(", 1)[1].split(")", 1)[0] if "(" in text else text}
        output = json.loads(out.getvalue() or "{}")
        if file:
            with open(file, "rb") as body:
                output["body"] = plain(body)
            os.remove(file)
        return {"output": output}


tool = {"boto3": Boto3, "awscli": AwsCli}[sys.argv[1]]()
for line in sys.stdin:
    step = json.loads(line)
    answer = tool.call(MODEL.operation_model(step["call"]), step["with"])
    print(json.dumps(answer, default=plain), flush=True)
