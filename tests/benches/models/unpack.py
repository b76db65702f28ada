"""Unpacks the files of every restJson1 service of an installed botocore below a folder, one folder a version.

    python3 tests/benches/models/unpack.py FOLDER
"""
import glob
import gzip
import json
import os
import sys

import botocore

FILES = ("service-2", "paginators-1", "waiters-2")


def read(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        return file.read()


def services():
    """The name of each service with its version, and the folder of its files."""
    data = os.path.join(os.path.dirname(botocore.__file__), "data")
    for path in sorted(glob.glob(os.path.join(data, "*", "*", "service-2.json*"))):
        if json.loads(read(path))["metadata"]["protocol"] == "rest-json":
            version = os.path.dirname(path)
            yield os.path.basename(os.path.dirname(version)) + "-" + os.path.basename(version), version


def unpack(source, folder):
    os.makedirs(folder, exist_ok=True)
    for name in FILES:
        for path in glob.glob(os.path.join(source, name + ".json*")):
            with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as file:
                file.write(read(path))


if __name__ == "__main__":
    for name, source in services():
        unpack(source, os.path.join(sys.argv[1], name))
