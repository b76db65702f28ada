"""Records what the help pages of the AWS CLI (PyPI `awscli`, with `groff`) say of options besides prose: types, listed
values, and syntax.

    python3 tests/record/help.py > tests/cases/help.json
"""
import json
import os
import re
import subprocess
import sys

TITLES = {"Possible values:": "values", "Shorthand Syntax:": "shorthand", "JSON Syntax:": "json", "Syntax:": "syntax"}
# Options that no model has, whose heads groff breaks at will.
FURTHER = re.compile(r"^\s+(--cli-input-json|--generate-cli-skeleton|outfile)\s+\(")


def page(*words):
    environment = {**os.environ, "MANWIDTH": "200", "GROFF_NO_SGR": "1"}
    shown = subprocess.run(["aws", "apigateway", *words, "help"], env=environment, capture_output=True, check=True)
    # Bold letters are typed over themselves; what is said of a flag may be on two lines.
    text = re.sub(r".\x08", "", shown.stdout.decode())
    return re.sub(r"(--[a-z-]+)\s+\|\s+(--no-[a-z-]+)\s+\(bool(-\s+)?ean\)", r"\1 | \2 (boolean)\n", text)


def section(text, title):
    match = re.search(rf"^{title}\n(.*?)(?=^[A-Z]|\Z)", text, re.S | re.M)
    return match.group(1).splitlines() if match else []


def options(text):
    found, option, facts = {}, None, None
    for line in section(text, "OPTIONS"):
        head = re.match(r"^\s+(--[a-z-]+)(?: \| --[a-z-]+)? \((\w+)\)", line)
        if head or FURTHER.match(line):
            option = facts = None
            if head and not FURTHER.match(line):
                option = found.setdefault(head.group(1), {"type": head.group(2)})
        elif option is None or not line.strip():
            continue
        elif line.strip() in TITLES:
            facts = option.setdefault(TITLES[line.strip()], [])
        elif facts is not None and option.get("values") is facts:
            if line.strip().startswith("o "):
                facts.append(line.strip()[2:])
            else:
                facts = None
        elif facts is not None:
            facts.append(line[10:])
    return found


def main():
    listed = section(page(), "AVAILABLE COMMANDS")
    names = [line.strip()[2:] for line in listed if line.strip().startswith("o ")]
    names = [name for name in names if name != "help"]
    version = subprocess.run(["aws", "--version"], capture_output=True, check=True, text=True).stdout
    version = re.match(r"aws-cli/(\S+)", version).group(1)
    about = f"What the help pages of the AWS CLI {version} say of options besides prose. Written by tests/record/help.py."
    recorded = {"about": about, "commands": {name: options(page(name)) for name in names}}
    json.dump(recorded, sys.stdout, indent=1)
    print()


main()
