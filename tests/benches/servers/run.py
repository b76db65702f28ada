#!/usr/bin/env python3
"""Measures `apigw local` beside other servers that act like API Gateway, in one run, and prints a Markdown table.

    python3 -m venv MOTO && MOTO/bin/pip install 'moto[apigateway,server]'
    python3 -m venv LOCALSTACK && LOCALSTACK/bin/pip install 'localstack-core[runtime]==4.12.0' 'pyopenssl<25' 'cryptography<45' \
        'cbor2<5.7' service_identity
    cargo build --release -p apigw-cli
    python3 tests/benches/servers/run.py --moto MOTO --localstack LOCALSTACK [--apigw target/release/apigw]

Each server is started alone, makes the same API by the same bytes on one connection, and is stopped before the next starts.
CPU is user and system time of the server with its children, as the kernel accounts it; memory is what they hold (resident
set). The client's own CPU is not counted. A server without a data plane over HTTP has no figure for invocations.
"""
import argparse
import http.client
import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
TICK = os.sysconf("SC_CLK_TCK")

# No server here verifies the signature; two of them read the name of the service from it.
HEADERS = {
    "authorization": "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/apigateway/aws4_request, "
                     "SignedHeaders=host;x-amz-date, Signature=0000",
    "x-amz-date": "20260101T000000Z",
    "content-type": "application/json",
}
INTEGRATION = {"type": "MOCK", "requestTemplates": {"application/json": '{"statusCode": 200}'}}


class Server:
    """A server that runs, the processes that belong to it, and a connection to it."""

    def __init__(self, command, port, environment):
        self.home = tempfile.TemporaryDirectory()
        self.port = port
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            env={"PATH": os.environ["PATH"], "HOME": self.home.name, "LC_ALL": "C.UTF-8", **environment})

    def call(self, method, path, body=None, headers=HEADERS):
        """The answer's JSON, or an error that shows what was answered."""
        text = None if body is None else json.dumps(body)
        self.connection.request(method, path, text, headers)
        reply = self.connection.getresponse()
        content = reply.read()
        if reply.status >= 300:
            raise RuntimeError(f"{method} {path}: {reply.status} {content[:200]}")
        return json.loads(content or b"null")

    def first_answer(self):
        """Seconds from the start until the first call is answered."""
        while True:
            try:
                self.call("GET", "/restapis")
                return time.monotonic() - self.began
            except (OSError, http.client.HTTPException, RuntimeError):
                self.connection.close()
                if time.monotonic() - self.began > 120 or self.process.poll() is not None:
                    raise
                time.sleep(0.002)

    def family(self):
        """The process and all that it started."""
        parents = {}
        for folder in pathlib.Path("/proc").iterdir():
            if folder.name.isdigit():
                try:
                    parents.setdefault(int(stat(folder)[1]), []).append(int(folder.name))
                except OSError:
                    continue
        members, found = [self.process.pid], []
        while members:
            found.append(members.pop())
            members += parents.get(found[-1], [])
        return found

    def cpu(self):
        total = 0
        for process in self.family():
            fields = stat(pathlib.Path(f"/proc/{process}"))
            total += sum(int(field) for field in fields[11:15])
        return total / TICK

    def memory(self):
        total = 0
        for process in self.family():
            status = pathlib.Path(f"/proc/{process}/status").read_text()
            total += next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
        return total / 1024

    def stop(self):
        os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.home.cleanup()


def stat(folder):
    """The fields of a process after its name, which may hold spaces."""
    return (folder / "stat").read_text().rpartition(")")[2].split()


def made(server):
    """Makes an API with a MOCK method and a stage; returns the paths of the API and of the method."""
    api = server.call("POST", "/restapis", {"name": "bench"})["id"]
    root = server.call("GET", f"/restapis/{api}/resources")
    root = (root.get("item") or root["_embedded"]["item"])
    root = (root[0] if isinstance(root, list) else root)["id"]
    method = f"/restapis/{api}/resources/{root}/methods/GET"
    server.call("PUT", method, {"authorizationType": "NONE"})
    server.call("PUT", f"{method}/responses/200", {})
    server.call("PUT", f"{method}/integration", INTEGRATION)
    server.call("PUT", f"{method}/integration/responses/200", {})
    server.call("POST", f"/restapis/{api}/deployments", {"stageName": "bench"})
    return api, method


def per_call(server, call, seconds):
    """CPU of the server for one call, in seconds: the count of calls grows until they take long enough."""
    times = 20
    while True:
        before = server.cpu()
        for _ in range(times):
            call()
        spent = server.cpu() - before
        if spent >= seconds:
            return spent / times
        times = max(times * 2, int(times * 1.3 * seconds / max(spent, 1 / TICK)))


def measured(command, port, environment, invoked, seconds):
    server = Server(command, port, environment)
    try:
        first = server.first_answer()
        started, small = server.cpu(), server.memory()
        api, method = made(server)

        def control():
            server.call("PUT", f"{method}/integration", INTEGRATION)
            server.call("GET", f"{method}/integration")

        pair = per_call(server, control, seconds)
        invocation = None
        if invoked:
            path = invoked.format(api=api)
            invocation = per_call(server, lambda: server.call("GET", path, headers={}), seconds)
        return first, started, small, pair / 2, invocation, server.memory()
    finally:
        server.stop()


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def contenders(options):
    """Each server: its name, command, environment, and the path that invokes a method."""
    port = free_port()
    yield ("apigw local", [str(options.apigw), "local", "--port", str(port)], port, {},
           "/_aws/execute-api/{api}/bench/")
    if options.moto:
        port = free_port()
        yield ("moto", [f"{options.moto}/bin/moto_server", "-p", str(port)], port, {}, None)
    if options.localstack:
        port = free_port()
        environment = {
            "GATEWAY_LISTEN": f"127.0.0.1:{port}", "SKIP_SSL_CERT_DOWNLOAD": "1", "DISABLE_EVENTS": "1",
            "EAGER_SERVICE_LOADING": "0", "SERVICES": "apigateway", "DNS_ADDRESS": "0",
        }
        yield ("LocalStack", [f"{options.localstack}/bin/python", "-m", "localstack.runtime.main"], port, environment,
               "/_aws/execute-api/{api}/bench/")


def shown(value, unit, scale, times):
    if value is None:
        return "no data plane"
    text = f"{value * scale:,.3g}" if value * scale < 1000 else f"{value * scale:,.0f}"
    return f"{text} {unit}" + (f" ({times:,.0f} ×)" if times and times >= 1.05 else "")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--apigw", type=pathlib.Path, default=ROOT / "target/release/apigw")
    options.add_argument("--moto", help="a virtual environment with moto")
    options.add_argument("--localstack", help="a virtual environment with LocalStack")
    options.add_argument("--seconds", type=float, default=2, help="CPU that each figure is taken from")
    options = options.parse_args()

    rows = []
    for name, command, port, environment, invoked in contenders(options):
        rows.append((name, *measured(command, port, environment, invoked, options.seconds)))

    print("| server | start to first answer | CPU until then | memory then | memory at the end | CPU of a control-plane call "
          "| invocations of a MOCK method per CPU second |")
    print("|---|---|---|---|---|---|---|")
    ours = rows[0]
    for name, first, started, small, call, invocation, large in rows:
        rate = None if invocation is None else 1 / invocation
        print(f"| {name} | {shown(first, 'ms', 1e3, first / ours[1])} | {shown(max(started, 1 / TICK), 'ms', 1e3, started / max(ours[2], 1 / TICK))} "
              f"| {shown(small, 'MB', 1, small / ours[3])} | {shown(large, 'MB', 1, large / ours[6])} "
              f"| {shown(call, 'µs', 1e6, call / ours[4])} "
              f"| {shown(rate, '', 1, None)}{f' ({invocation / ours[5]:,.0f} × fewer)' if rate and name != ours[0] else ''} |")


if __name__ == "__main__":
    main()
