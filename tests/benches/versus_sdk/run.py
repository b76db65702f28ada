#!/usr/bin/env python3
"""What a program that calls API Gateway costs with apigw and with aws-sdk-apigateway, in one run.

    python3 tests/benches/versus_sdk/run.py [--only crates|builds|functions|start|calls ...] [--rounds N] [--builds N]

Both sides are what a user writes, with default features (but without API Gateway where a program calls another service),
and settings and credentials from the environment (`Client::from_env` here, `aws_config::load_from_env` there). apigw is
what is committed here, as a dependency on this repository, so that Cargo builds it as it builds the SDK, not
incrementally; everything else is the newest release that Cargo finds. apigw has HTTP/1.1 with rustls and ring, and validates each input; the SDK has HTTP/1.1 and 2 with rustls and
aws-lc, and providers for every kind of credentials. Builds are cold, from an empty target directory, downloads not
counted; the CPU is that of Cargo and all it starts. Calls go to a server in another process, over plain HTTP; "no socket"
has a transport that gives the answer at once. What is shown is the median of rounds in which the sides take turns. Needs
crates.io, and valgrind for the rows of instructions.
"""
import argparse
import contextlib
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

import builds
import calls
import programs

PARTS = ("crates", "builds", "functions", "start", "calls")


class Table:
    """Measurements of both sides."""

    def __init__(self):
        self.rows = {}

    def add(self, row, side, value):
        self.rows.setdefault(row, {}).setdefault(side, []).append(value)

    def print(self):
        """Prints the rows so far, and starts anew: a run takes an hour, and may be stopped."""
        print(f"\n| {'':<50} | {'apigw':>9} | {'SDK':>9} | {'ratio':>5} |\n|{'-' * 52}|{'-' * 11}|{'-' * 11}|{'-' * 7}|")
        for row, sides in self.rows.items():
            ours, theirs = (statistics.median(sides[side]) for side in ("apigw", "sdk"))
            print(f"| {row:<50} | {shown(ours):>9} | {shown(theirs):>9} | {ours / theirs:5.2f} |")
        sys.stdout.flush()
        self.rows.clear()


def shown(value):
    """Three digits, and all of those before the point."""
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"


@contextlib.contextmanager
def stub():
    """The port of the server, while it runs."""
    words = [sys.executable, programs.HERE / "stub.py"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        yield int(server.stdout.readline())
        server.stdin.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS)
    parser.add_argument("--rounds", type=int, default=5, help="how often calls are measured")
    parser.add_argument("--builds", type=int, default=1, help="how often each side is built")
    parser.add_argument("--count", type=int, default=4096, help="how many calls a round has")
    parser.add_argument("--keep", type=pathlib.Path, help="a folder for the crates, kept for the next run")
    args = parser.parse_args()
    counts = shutil.which("valgrind") is not None
    if not counts:
        print("valgrind is missing: no rows of instructions", file=sys.stderr)
    table = Table()
    with tempfile.TemporaryDirectory() as base, stub() as port:
        base = args.keep or pathlib.Path(base)
        if "builds" in args.only:
            builds.rows(base, table, args.builds)
            table.print()
        elif "crates" in args.only:
            builds.crates(base, table)
            table.print()
        if "functions" in args.only:
            print("\nA program that calls four operations of Lambda, with apigw and with aws-sdk-lambda:")
            builds.rows(base, table, args.builds, "functions")
            table.print()
        if "start" in args.only:
            calls.start_up(base, table, port, args.rounds, counts)
            table.print()
        if "calls" in args.only:
            calls.rows(base, table, port, args.rounds, args.count, counts)
            table.print()


main()
