"""The programs of the comparison, as crates outside every workspace, and how to build them."""
import os
import pathlib
import resource
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[2]

# What each side's user writes into Cargo.toml, and what its programs that measure calls need on top.
DEPENDENCIES = {
    "apigw": (
        f'apigw-client = {{ git = "file://{ROOT}" }}\n',
        'bytes = "1"\nhttp = "1"\nhttp-body-util = "0.1"\n',
    ),
    "sdk": (
        'aws-sdk-apigateway = "1"\naws-config = { version = "1", features = ["behavior-version-latest"] }\n',
        'aws-smithy-runtime-api = { version = "1", features = ["client", "http-1x"] }\n'
        'aws-smithy-types = "1"\nbytes = "1"\nhttp = "1"\n',
    ),
}

# The same for the program that calls another service, whose code apigw generates from a file beside the manifest.
FUNCTIONS = {
    "apigw": (
        f'apigw-client = {{ git = "file://{ROOT}", default-features = false }}\n'
        f'apigw-model = {{ git = "file://{ROOT}", default-features = false }}\n',
        [ROOT / "apigw-client/examples/models/lambda.json"],
    ),
    "sdk": (
        'aws-sdk-lambda = "1"\naws-config = { version = "1", features = ["behavior-version-latest"] }\n',
        [],
    ),
}

MEASURING = """cpu-time = "1"
stats_alloc = { version = "0.1", optional = true }

[features]
allocations = ["dep:stats_alloc"]
"""


def environment(port=None):
    """The environment of a program: what the caller's own says of AWS does not count."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith("AWS_") and name not in ("CARGO_TARGET_DIR", "RUSTFLAGS")}
    return kept | {
        "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "us-east-1",
        "AWS_CONFIG_FILE": "/nowhere", "AWS_SHARED_CREDENTIALS_FILE": "/nowhere",
    } | ({"AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}"} if port else {})


def run(words, folder, port=None):
    """What a command prints; the end of everything if it fails."""
    done = subprocess.run(words, cwd=folder, env=environment(port), capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))} failed:\n{done.stderr}")
    return done.stdout


def write(folder, side, program):
    """A crate with a program, `once`, `calls` or `functions`, of one side; its source and what it needs."""
    typical, measuring = DEPENDENCIES[side]
    files = []
    if program == "functions":
        typical, files = FUNCTIONS[side]
    manifest = (f'[package]\nname = "{program}"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\n{typical}'
                'tokio = { version = "1", features = ["macros", "rt"] }\n'
                + (measuring + MEASURING if program == "calls" else "")
                + '\n[profile.release]\nstrip = "symbols"\n\n[workspace]\n')
    (folder / "src").mkdir(parents=True, exist_ok=True)
    (folder / "Cargo.toml").write_text(manifest)
    (folder / "src/main.rs").write_text((HERE / side / f"{program}.rs").read_text())
    for file in files:
        (folder / file.name).write_bytes(file.read_bytes())
    if program == "calls":
        for name in ("measure.rs", "answer.json"):
            (folder / "src" / name).write_bytes((HERE / name).read_bytes())
    run(["cargo", "fetch"], folder)
    return folder


def crates(folder):
    """How many crates a program compiles, itself included."""
    tree = run(["cargo", "tree", "-e", "normal,build", "--prefix", "none", "--no-dedupe", "--format", "{p}"], folder)
    return len({line.split(" (")[0] for line in tree.splitlines() if line.strip()})


def build(folder, profile, *words):
    """Builds, in a child of its own so that its resources are counted apart: seconds of CPU, and MB of the largest."""
    read, wrote = os.pipe()
    child = os.fork()
    if child == 0:
        release = ["--release"] if profile == "release" else []
        run(["cargo", "build", "--offline", *release, *words], folder)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        os.write(wrote, f"{used.ru_utime + used.ru_stime} {used.ru_maxrss / 1024}".encode())
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        sys.exit(f"building {folder} failed")
    cpu, memory = map(float, os.read(read, 100).split())
    os.close(read)
    os.close(wrote)
    return cpu, memory
