#!/usr/bin/env python3
"""Compare the engine with Apache Velocity 1.7 on generated templates; with --subject, on JSONPath or numbers alone.

    python3 tests/velocity/differential.py --engine target/debug/examples/render_lines [--count 20000] [--seed 1]

Both sides answer a line at a time, in one process each. A difference is shrunk to the shortest template and body that
still show it, and looked up in the table of explained differences; exit status 1 if one is in no row of it.
Needs the Debian packages named in Oracle.java; without them the program says so and exits with status 77.
"""
import argparse, json, os, re, shutil, subprocess, sys, tempfile

from explained import explained
from numbers_of_java import Numbers
from paths import Paths
from templates import Templates

SUBJECTS = {"templates": Templates, "paths": Paths, "numbers": Numbers}
HERE = os.path.dirname(os.path.abspath(__file__))
JARS = ["velocity", "commons-collections3", "commons-lang", "json-path", "json-smart", "accessors-smart", "asm",
        "slf4j-api", "slf4j-nop"]

class Side:
    def __init__(self, command):
        self.command = command
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def ask(self, cases):
        answers = []
        for start in range(0, len(cases), 50):
            part = cases[start:start + 50]
            self.process.stdin.write("".join(json.dumps(case) + "\n" for case in part))
            self.process.stdin.flush()
            answers += [json.loads(self.process.stdout.readline()) for _ in part]
        return answers


def oracle():
    jars = [f"/usr/share/java/{name}.jar" for name in JARS]
    missing = [jar for jar in jars[:5] if not os.path.exists(jar)]
    if missing or not shutil.which("javac"):
        print("not run: install what the head of Oracle.java names;", "missing", ", ".join(missing) or "javac")
        sys.exit(77)
    classes = tempfile.mkdtemp()
    path = ":".join(jars)
    subprocess.run(["javac", "-nowarn", "-cp", path, "-d", classes, os.path.join(HERE, "Oracle.java")], check=True)
    return Side(["java", "-XX:+UseSerialGC", "-cp", f"{path}:{classes}", "Oracle"])


def alike(ours, theirs):
    if ours.startswith("ERROR") or theirs.startswith("ERROR"):
        return ours.startswith("ERROR") == theirs.startswith("ERROR")
    # Hashes of identity.
    plain = lambda text: re.sub(r"(\[Ljava\.lang\.\w+;|\[[BC]|[\w.$]+\$\w+)@[0-9a-f]+", r"\1@", text)
    return plain(ours) == plain(theirs)


def shrink(case, sides):
    """The shortest case that still differs: parts of the template, then of the body, are left out."""
    def differs(candidates):
        answers = [side.ask(candidates) for side in sides]
        return [c for c, a, b in zip(candidates, *answers) if not alike(a, b)]

    for member in ("template", "body"):
        size = max(1, len(case[member]) // 2)
        while size:
            text = case[member]
            found = differs([{**case, member: text[:at] + text[at + size:]} for at in range(0, len(text), max(1, size // 2))][:400])
            if found:
                case = min(found, key=lambda c: len(c[member]))
            else:
                size //= 2
    return case


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--engine", required=True)
    options.add_argument("--count", type=int, default=20000, help="how many templates; of other subjects, a quarter of it")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--subject", choices=SUBJECTS, action="append", help="what is generated; can be repeated")
    options.add_argument("--show", type=int, default=10, help="how many unexplained differences are shown")
    given = options.parse_args()
    sides = (Side([given.engine]), oracle())
    shown = set()
    found = [compare(subject, given, sides, shown) for subject in given.subject or SUBJECTS]
    return 1 if any("unexplained" in tally for tally in found) else 0


def compare(subject, given, sides, shown):
    """Counts the differences, by the names of their explanations."""
    cases_of, tally, errors = SUBJECTS[subject](given.seed), {}, 0
    count = given.count if subject == "templates" else given.count // 4
    for start in range(0, count, 500):
        cases = [cases_of.case() for _ in range(min(500, count - start))]
        answers = [side.ask(cases) for side in sides]
        for case, ours, theirs in zip(cases, *answers):
            errors += theirs.startswith("ERROR")
            if alike(ours, theirs):
                continue
            # Only what is left of the case can explain the difference.
            small = shrink(case, sides)
            ours, theirs = (side.ask([small])[0] for side in sides)
            name = explained(small, ours, theirs)
            tally[name or "unexplained"] = tally.get(name or "unexplained", 0) + 1
            text = f"{small['template']!r} body {small['body']!r}\n    engine   {ours[:200]!r}\n    velocity {theirs[:200]!r}"
            if not name and len(shown) < given.show and text not in shown:
                shown.add(text)
                print(text, flush=True)
    print(f"{subject}: {count} cases, {errors} of them errors in Velocity; differences: {tally or 'none'}", flush=True)
    return tally


if __name__ == "__main__":
    sys.exit(main())
