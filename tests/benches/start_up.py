#!/usr/bin/env python3
"""What one command costs from its start to its end, beside version 1 of the AWS CLI (PyPI `awscli`), in one run.

    python3 tests/benches/start_up.py [--binary PATH] [--runs N] [--no-instructions]

CPU is user and system time of the process, as the kernel accounts it, the median of the runs; both commands take turns.
Instructions are counted by `perf` where the machine has counters, else by `valgrind`, which also counts allocations: those
of the whole run, so no fewer than those before the first byte of output. The server is on loopback, in this process.
"""
import argparse
import http.server
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]

PUT = """put-integration --rest-api-id 1234123412 --resource-id a1b2c3 --http-method GET --type HTTP
    --integration-http-method GET --uri https://domain.tld/path""".split()
SKELETON = ["put-integration", "--generate-cli-skeleton"]

ANSWER = b'{"type": "HTTP", "httpMethod": "GET", "uri": "https://domain.tld/path", "timeoutInMillis": 29000}'


class Server(http.server.BaseHTTPRequestHandler):
    """Answers every request with an integration."""

    protocol_version = "HTTP/1.1"

    def do_PUT(self):
        self.rfile.read(int(self.headers.get("content-length", 0)))
        self.send_response(201)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(ANSWER)))
        self.end_headers()
        self.wfile.write(ANSWER)

    def log_message(self, *_):
        pass


def built():
    """The command, built with the release profile."""
    command = ["cargo", "build", "--release", "--package", "apigw-cli", "--bin", "apigw"]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    return (ROOT / target / "release" / "apigw").resolve()


def environment(home, port):
    return {
        "PATH": os.environ["PATH"], "HOME": home, "LC_ALL": "C.UTF-8", "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_DEFAULT_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}", **{k: v for k, v in os.environ.items() if k == "PYTHONPATH"},
    }


def cpu(command, variables):
    """Seconds of CPU that one run takes."""
    process = subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or not output:
        sys.exit(f"{command} ended with {process.returncode}: {process.stderr.read().decode()}")
    process.stdout.close()
    process.stderr.close()
    return usage.ru_utime + usage.ru_stime


def has_counters():
    probe = subprocess.run(["perf", "stat", "-x,", "-e", "instructions:u", "true"], capture_output=True, text=True)
    return probe.returncode == 0 and probe.stderr.split(",")[0].isdigit()


def valgrind(tool, command, variables, pattern):
    """A number that a tool of valgrind says about a run."""
    run = subprocess.run(["valgrind", f"--tool={tool}", *(["--callgrind-out-file=/dev/null"] * (tool == "callgrind")),
                          *command], env=variables, capture_output=True, text=True)
    found = re.search(pattern, run.stderr)
    return int(found.group(1).replace(",", "")) if found else None


def instructions(command, variables, by_perf):
    if by_perf:
        perf = ["perf", "stat", "-x,", "-e", "instructions:u", "--", *command]
        run = subprocess.run(perf, env=variables, capture_output=True, text=True)
        return int(run.stderr.strip().splitlines()[-1].split(",")[0])
    return valgrind("callgrind", command, variables, r"Collected : (\d+)")


def row(name, ours, theirs, show):
    if ours is None or theirs is None:
        known = ours if theirs is None else theirs
        print(f"| {name} | {show(ours) if ours is not None else '-'} | - | - |" if known is not None else f"| {name} | - | - | - |")
    else:
        print(f"| {name} | {show(ours)} | {show(theirs)} | {theirs / ours:.0f} |")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--binary", type=pathlib.Path)
    arguments.add_argument("--runs", type=int, default=15)
    arguments.add_argument("--no-instructions", action="store_true")
    options = arguments.parse_args()
    apigw, aws = str(options.binary or built()), shutil.which("aws") or sys.exit("no `aws`: pip install awscli")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    by_perf = bool(shutil.which("perf")) and has_counters()
    with tempfile.TemporaryDirectory() as home:
        variables = environment(home, server.server_port)
        print("| | apigw | aws | ratio |\n|---|---|---|---|")
        for name, words in (("skeleton", SKELETON), ("request", PUT)):
            ours, theirs = [apigw, "apigateway", *words], [aws, "apigateway", *words]
            times = [(cpu(ours, variables), cpu(theirs, variables)) for _ in range(options.runs)]
            mine, other = (statistics.median(column) * 1000 for column in zip(*times))
            row(f"{name}, CPU", mine, other, lambda time: f"{time:.2f} ms")
            if options.no_instructions or not (by_perf or shutil.which("valgrind")):
                continue
            counts = [instructions(command, variables, by_perf) for command in (ours, theirs)]
            row(f"{name}, instructions", *counts, lambda count: f"{count / 1e6:.2f} M")
            if shutil.which("valgrind"):
                count = valgrind("memcheck", ours, variables, r"total heap usage: ([\d,]+) allocs")
                row(f"{name}, allocations", count, None, str)
        row("size of the program", os.path.getsize(apigw), None, lambda size: f"{size / 1e6:.2f} MB")


main()
