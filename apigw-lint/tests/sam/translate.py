#!/usr/bin/env python3
"""Writes what AWS SAM makes of the property `Cors`: `pip install aws-sam-translator`, then run it without arguments.

Each template of `cors.json` is translated, and the `OPTIONS` methods of the resulting document are kept beside it.
"""

import importlib.metadata
import json
import os
import pathlib

from samtranslator.translator.transform import transform

os.environ["AWS_DEFAULT_REGION"] = "us-east-1"
FILE = pathlib.Path(__file__).resolve().parent / "cors.json"


class NoPolicies:
    """No managed policies."""

    def load(self):
        return {}


def preflights(template):
    """The methods that answer preflight requests, by their paths."""
    made = transform(json.loads(json.dumps(template)), {}, NoPolicies())
    apis = [one["Properties"] for one in made["Resources"].values() if one["Type"] == "AWS::ApiGateway::RestApi"]
    return {path: item["options"] for api in apis for path, item in api["Body"]["paths"].items() if "options" in item}


def main():
    known = json.loads(FILE.read_text())
    known["translator"] = importlib.metadata.version("aws-sam-translator")
    for case in known["cases"]:
        case["made"] = preflights(case["template"])
    FILE.write_text(json.dumps(known, indent=1) + "\n")


main()
