#!/usr/bin/env python3
"""What it costs to compile the code of other services, from the models in an installed botocore.

    pip install botocore
    cargo build -p apigw-cli && python3 tests/benches/models/run.py [--count N] [--seed N] [--only PREFIX ...] [--shapes N]

Each model is a crate with one call of `model!` and one of `client!` for all of its operations. The crates are checked
one after another by `cargo check`, after what they depend on; CPU is that of Cargo and the compiler, memory that of the
larger. Lines are those that `apigw spec expand` prints. Without `--only`, a seed chooses the models, so that together
they have no more than a number of shapes. A model whose code does not compile is shown with the first error, and the
exit status is 1.
"""
import argparse
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

# No files beside the source.
sys.dont_write_bytecode = True
import unpack  # noqa: E402

ROOT = pathlib.Path(__file__).parents[3]

MANIFEST = """[package]
name = "{name}"
version = "0.0.0"
edition = "2024"

[dependencies]
apigw-client = {{ path = "{root}/apigw-client", features = ["event-stream", "waiters"] }}
apigw-model = {{ path = "{root}/apigw-model" }}
"""

LIBRARY = """#![allow(missing_docs)]
pub mod model {
    apigw_model::model!(path = "model.json");
}

#[derive(Clone)]
pub struct Service(pub apigw_client::Client);

apigw_client::client!(for Service, model = crate::model, path = "model.json");
"""


def environment():
    return {**os.environ, "CARGO_INCREMENTAL": "0", "CARGO_BUILD_JOBS": os.environ.get("CARGO_BUILD_JOBS", "2")}


def measured(words, folder):
    """The exit status of a command, what it says, its CPU in seconds and its memory in MB."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(words, cwd=folder, env=environment(), stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    return process.returncode, text, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def crate(base, name, source, apigw):
    """Makes the crate of a service; the numbers of its operations and shapes, and the lines of its code."""
    folder = base / name
    unpack.unpack(source, folder / "botocore")
    (folder / "src").mkdir()
    (folder / "Cargo.toml").write_text(MANIFEST.format(name=name, root=ROOT))
    (folder / "src/lib.rs").write_text(LIBRARY)
    words = [apigw, "spec", "import", "--from", "botocore", "botocore/service-2.json", "--output-file", "model.json"]
    for option, file in (("--paginators", "paginators-1"), ("--waiters", "waiters-2")):
        if (folder / f"botocore/{file}.json").exists():
            words += [option, f"botocore/{file}.json"]
    subprocess.run(words, cwd=folder, check=True)
    shapes = json.loads((folder / "model.json").read_text(encoding="utf-8"))["shapes"]
    kinds = ("operation", "structure", "union", "enum")
    used = [name.rpartition("#")[2] for name in reached(shapes) if shapes[name]["type"] in kinds]
    words = [apigw, "spec", "expand", "--spec", "model.json", *used]
    expanded = subprocess.run(words, cwd=folder, check=True, capture_output=True)
    return sum(shape["type"] == "operation" for shape in shapes.values()), len(shapes), expanded.stdout.count(b"\n")


def targets(node):
    """The shapes that a part of a model refers to."""
    if isinstance(node, list):
        for part in node:
            yield from targets(part)
    elif isinstance(node, dict):
        for key, part in node.items():
            yield from [part] if key == "target" and isinstance(part, str) else targets(part)


def reached(shapes):
    """The operations, and the shapes that they use; code is made for no others."""
    left, found = [name for name, shape in shapes.items() if shape["type"] == "operation"], set()
    while left:
        name = left.pop()
        if name in shapes and name not in found:
            found.add(name)
            left += targets(shapes[name])
    return sorted(found)


def chosen(args):
    services = dict(unpack.services())
    if args.only:
        return {name: source for name, source in services.items() if name.startswith(tuple(args.only))}
    names = list(services)
    random.Random(args.seed).shuffle(names)
    found, left = {}, args.shapes
    for name in names:
        model = next(pathlib.Path(services[name]).glob("service-2.json*"))
        shapes = len(json.loads(unpack.read(str(model)))["shapes"])
        if len(found) < args.count and shapes <= left:
            found[name] = services[name]
            left -= shapes
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=12, help="how many models")
    parser.add_argument("--seed", default=str(int(time.time())), help="what chooses them")
    parser.add_argument("--only", nargs="+", help="the beginnings of the models' names")
    parser.add_argument("--shapes", type=int, default=8_000, help="the most shapes that all models have together")
    parser.add_argument("--apigw", type=pathlib.Path, default=ROOT / "target/debug/apigw", help="the command")
    args = parser.parse_args()
    services = chosen(args)
    if not services:
        sys.exit("no model of that name")
    print(f"{len(services)} models" + ("" if args.only else f", seed {args.seed}"))

    with tempfile.TemporaryDirectory() as base:
        base = pathlib.Path(base)
        sizes = {name: crate(base, name, source, args.apigw.resolve()) for name, source in services.items()}
        members = ", ".join(f'"{name}"' for name in services)
        profile = '[profile.dev]\ndebug = false\n'
        (base / "Cargo.toml").write_text(f'[workspace]\nresolver = "3"\nmembers = [{members}]\n\n{profile}')
        shutil.copy(ROOT / "Cargo.lock", base / "Cargo.lock")
        status, said, cpu, _ = measured(["cargo", "check", "-q", "-p", "apigw-client", "-p", "apigw-model"], base)
        if status:
            sys.exit(said)
        print(f"what they depend on: {cpu:.1f} s of CPU\n\n| model | operations | shapes | lines | CPU | memory |\n|---|---|---|---|---|---|")
        failed, total = [], 0
        for name, (operations, shapes, lines) in sizes.items():
            status, said, cpu, memory = measured(["cargo", "check", "-q", "-p", name], base)
            total += cpu
            print(f"| {name} | {operations:,} | {shapes:,} | {lines:,} | {cpu:.1f} s | {memory:,.0f} MB |", flush=True)
            if status:
                failed.append(f"{name}: {next((line for line in said.splitlines() if line.startswith('error')), said)}")
    print(f"\n{len(sizes) - len(failed)} of {len(sizes)} compile, in {total:.1f} s of CPU")
    if failed:
        sys.exit("\n".join(failed))


main()
