#!/usr/bin/env python3
"""What `request!` and the derives cost a crate that uses them, against the same requests written with plain builders.

    python3 tests/benches/macro_crates.py [--runs N]

A crate with 100 `request!` calls and 20 derived structures, and its twin with 120 builders. Dependencies are built first;
what is measured is the CPU time of `cargo check` and `cargo build` of the crate alone, the median of several runs in turn.
"""
import argparse
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]

REQUEST = """    out.push(request!(PutIntegration {{
        rest_api_id: "1234123412", resource_id: "r{0}", http_method: GET, type: HTTP_PROXY,
        integration_http_method: "GET", uri: "https://domain.tld/{0}", timeout_in_millis: 5000,
        request_parameters: {{ "integration.request.header.X": "'{0}'" }},
    }}));
"""

BUILDER = """    out.push(PutIntegration::builder().rest_api_id("1234123412").resource_id("r{0}")
        .http_method(HttpMethod::Get).r#type(IntegrationType::HttpProxy).integration_http_method("GET")
        .uri("https://domain.tld/{0}").timeout_in_millis(5000)
        .request_parameters([("integration.request.header.X", "'{0}'")]).build());
"""

DERIVE = """#[derive(Input)]
#[apigw(operation = PutIntegration, type = "AWS_PROXY", integration_http_method = "POST")]
struct Proxy{0}<'a> {{ rest_api_id: &'a str, resource_id: &'a str, http_method: HttpMethod, uri: String }}
"""

BY_HAND = """struct Proxy{0}<'a> {{ rest_api_id: &'a str, resource_id: &'a str, http_method: HttpMethod, uri: String }}
impl<'a> From<Proxy{0}<'a>> for PutIntegration {{
    fn from(value: Proxy{0}<'a>) -> Self {{
        PutIntegration::builder().rest_api_id(value.rest_api_id).resource_id(value.resource_id)
            .http_method(value.http_method).r#type(IntegrationType::AwsProxy).integration_http_method("POST")
            .uri(value.uri).build()
    }}
}}
"""

USE = """    out.push(Proxy{0} {{ rest_api_id: "a", resource_id: "b", http_method: HttpMethod::Get,
        uri: "arn".to_owned() }}.into());
"""


def program(call, structure):
    items = "".join(structure.format(number) for number in range(20))
    # Ten functions of ten, as code is, rather than one of a hundred.
    groups = "".join(
        f"fn group{group}(out: &mut Vec<PutIntegration>) {{\n"
        + "".join(call.format(group * 10 + number) for number in range(10)) + "}\n" for group in range(10))
    calls = "".join(f"    group{group}(&mut out);\n" for group in range(10))
    uses = "".join(USE.format(number) for number in range(20))
    return ("#![allow(unused_imports)]\nuse apigw_model::{HttpMethod, Input, IntegrationType, PutIntegration, request};\n"
            f"{items}{groups}fn main() {{\n    let mut out = Vec::new();\n{calls}{uses}"
            "    println!(\"{}\", out.len());\n}\n")


def spent(folder, command):
    """CPU seconds of a cargo command in a crate whose source has just changed."""
    os.utime(folder / "src/main.rs")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {k: v for k, v in os.environ.items() if k not in ("CARGO_TARGET_DIR", "RUSTFLAGS")}
    environment["CARGO_INCREMENTAL"] = "0"
    done = subprocess.run(["cargo", command, "--offline"], cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as base:
        folders = {}
        for name, text in {"macros": program(REQUEST, DERIVE), "builders": program(BUILDER, BY_HAND)}.items():
            folder = pathlib.Path(base) / name
            (folder / "src").mkdir(parents=True)
            (folder / "Cargo.toml").write_text(
                f'[package]\nname = "{name}"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\n'
                f'apigw-model = {{ path = "{ROOT}/apigw-model" }}\n\n[workspace]\n')
            (folder / "src/main.rs").write_text(text)
            subprocess.run(["cargo", "fetch"], cwd=folder, check=True, capture_output=True)
            folders[name] = folder
        print(f"{'':<8}{'macros, s':>12}{'builders, s':>14}{'difference, ms per call':>26}")
        for command in ("check", "build"):
            times = {name: [] for name in folders}
            for run in range(runs + 1):
                for name, folder in folders.items():
                    taken = spent(folder, command)
                    if run:
                        times[name].append(taken)
            macros, builders = (statistics.median(times[name]) for name in ("macros", "builders"))
            print(f"{command:<8}{macros:12.2f}{builders:14.2f}{(macros - builders) * 1000 / 120:26.2f}")


main()
