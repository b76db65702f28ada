"""Records the CLI skeletons of every operation from the AWS CLI (PyPI `awscli`, version 1).

    python3 tests/record/skeletons.py > tests/recorded/skeletons.json

Version 1 picks a random value for every enumeration; version 2 takes the first. The choice is fixed to the first here, so
that the recording is what version 2 prints. Output skeletons need the required options; each gets its own name as value.
"""
import contextlib
import io
import json
import os
import random
import sys

os.environ.update(AWS_DEFAULT_REGION="us-east-1", AWS_ACCESS_KEY_ID="x", AWS_SECRET_ACCESS_KEY="x",
                  AWS_EC2_METADATA_DISABLED="true", AWS_CONFIG_FILE=os.devnull)
random.choice = lambda values: values[0]

import botocore.session  # noqa: E402
from botocore import xform_name  # noqa: E402
from awscli.clidriver import create_clidriver  # noqa: E402

STREAMING = {"get-export", "get-sdk"}


def run(driver, argv):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = driver.main(argv)
    if code:
        raise SystemExit(f"{argv}: {code}\n{err.getvalue()}")
    return out.getvalue()


def required(shape):
    """The required options with a value that their type accepts."""
    words = []
    for name in shape.required_members:
        member = shape.members[name]
        option = xform_name(name, "-")
        if name == "providerARNs":
            option = "provider-arns"
        words.append(f"--{option}")
        value = option + "-1"
        if member.type_name == "structure":
            value = json.dumps({inner: inner + "-1" for inner in member.required_members})
        elif member.type_name == "map":
            value = "{}"
        elif member.type_name == "blob":
            value = "e30="
        words.append(value)
    return words


def main():
    service = botocore.session.get_session().get_service_model("apigateway")
    recorded = {}
    for operation in sorted(service.operation_names):
        command = xform_name(operation, "-")
        if command in STREAMING:
            continue
        driver = create_clidriver()
        words = required(service.operation_model(operation).input_shape)
        recorded[command] = {
            "input": run(driver, ["apigateway", command, "--generate-cli-skeleton"]),
            "output": run(create_clidriver(), ["apigateway", command, *words, "--generate-cli-skeleton", "output"]),
        }
        print(command, file=sys.stderr)
    json.dump(recorded, sys.stdout, indent=1, sort_keys=True)
    print()


main()
