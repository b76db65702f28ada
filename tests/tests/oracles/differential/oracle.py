"""Runs command lines with version 1 of the AWS CLI (PyPI `awscli`), each in a child of a process that has it loaded.

One JSON document a line comes in, one goes out:

    {"words": ["apigateway", "get-account"], "environment": {...}, "folder": "/tmp/x"}
        ->  {"exit": 0, "stdout": "...", "stderr": "..."}

    {"explain": {"exit": ..., "stdout": ..., "stderr": ...}, "side": "aws"}
        ->  the same as version 2 of the AWS CLI has it, with "explained": [ids from explained.json]

Version 1 is patched in two places, see `patch`. With the argument `--unpatched` it is not. What version 2 does otherwise is
in explained.json; its sections are those of the notes on the behaviour of both versions that the command was made from.
"""
import gc
import json
import os
import random
import re
import sys
import tempfile
import traceback

import awscli.clidriver
import awscli.shorthand
import botocore.loaders

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.environ["AWS_DATA_PATH"]


def remember_files():
    """Lets children find the service model read: they inherit what the parent has loaded."""
    load, loaded = botocore.loaders.JSONFileLoader.load_file, {}

    def load_file(self, path):
        if path not in loaded:
            loaded[path] = load(self, path)
        return loaded[path]

    botocore.loaders.JSONFileLoader.load_file = load_file


def patch():
    """What would differ from one run of version 1 to the next, or is an error in it that version 2 does not have."""
    random.choice = lambda values: values[0]

    def message(self):
        return f"Expected: '{self.expected}', received: '{self.actual}' for input:\n {self._error_location()}"

    awscli.shorthand.ShorthandParseSyntaxError._construct_msg = message


def become(told, stdout, stderr):
    """Turns a child into the program."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(stdout, 1)
    os.dup2(stderr, 2)
    sys.stdin = open(0, encoding="utf-8", closefd=False)
    sys.stdout = open(1, "w", encoding="utf-8", errors="surrogateescape", closefd=False)
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    os.environ.clear()
    os.environ.update(told["environment"])
    # Set when the program is imported.
    os.environ["AWS_DATA_PATH"] = DATA
    os.chdir(told["folder"])
    sys.argv = ["aws", *told["words"]]


def status():
    """What the program's script does with the status."""
    try:
        sys.exit(awscli.clidriver.main())
    except SystemExit as exit:
        return exit.code if isinstance(exit.code, int) else int(exit.code is not None)
    except BaseException:
        traceback.print_exc()
        return 1


def run(told):
    with tempfile.TemporaryFile() as stdout, tempfile.TemporaryFile() as stderr:
        child = os.fork()
        if child == 0:
            become(told, stdout.fileno(), stderr.fileno())
            code = status()
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code & 0xFF)
        _, ended = os.waitpid(child, 0)
        texts = []
        for file in (stdout, stderr):
            file.seek(0)
            texts.append(file.read().decode("utf-8", "replace"))
        return {"exit": os.waitstatus_to_exitcode(ended), "stdout": texts[0], "stderr": texts[1]}


def warm_up():
    """Loads what the first command loads. Nothing is sent: nobody listens at the endpoint."""
    environment = dict(os.environ)
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as nowhere:
        out, err = os.dup(1), os.dup(2)
        argument = {"words": ["apigateway", "get-rest-apis"], "folder": folder}
        argument["environment"] = {
            "AWS_ENDPOINT_URL": "http://127.0.0.1:1", "AWS_MAX_ATTEMPTS": "1", "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b", "HOME": folder, "PATH": environment.get("PATH", ""),
        }
        streams = sys.stdin, sys.stdout, sys.stderr
        protocol = os.dup(0)
        become(argument, nowhere.fileno(), nowhere.fileno())
        status()
        sys.stdout.flush()
        sys.stderr.flush()
        os.chdir(HERE)
        for kept, number in ((protocol, 0), (out, 1), (err, 2)):
            os.dup2(kept, number)
        sys.stdin, sys.stdout, sys.stderr = streams
    os.environ.clear()
    os.environ.update(environment)
    # What is here before a fork stays, and need not be looked at in every child.
    gc.collect()
    gc.freeze()


def explain(run, side):
    """What the explanations make of a run, each in its turn."""
    explained = []
    # Warnings come before what the rules know.
    warnings = re.match(r"(?:warning: [^\n]*\n)*", run["stderr"]).group()
    run["stderr"] = run["stderr"][len(warnings):]
    for rule in RULES:
        if rule["side"] != side or not rule["exit"] in (None, run["exit"]):
            continue
        for stream in rule["of"].split():
            run[stream], count = re.subn(rule["find"], rule["put"], run[stream], flags=re.DOTALL)
            if count:
                run["exit"] = rule.get("becomes", run["exit"])
                explained.append(rule["id"])
    run["stderr"] = warnings + run["stderr"]
    return {**run, "explained": explained}


def main():
    remember_files()
    if "--unpatched" not in sys.argv:
        patch()
    warm_up()
    for line in sys.stdin:
        told = json.loads(line)
        answer = explain(told["explain"], told["side"]) if "explain" in told else run(told)
        print(json.dumps(answer), flush=True)


with open(os.path.join(HERE, "explained.json"), encoding="utf-8") as file:
    RULES = json.load(file)["explained"]
main()
