#!/usr/bin/env python3
"""What a program that makes one call costs to build, beside the same program on aws-sdk-apigateway, in one run.

    python3 tests/benches/build.py [--profile debug|release|both] [--only apigw|sdk] [--jobs N]

Each program is built cold, from an empty target directory, with the same toolchain and settings. CPU time is that of cargo
and everything it starts; memory is that of the largest compiler process. Needs crates.io; downloads are not counted.
"""
import argparse
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]

APIGW = {
    "dependencies": f'apigw-client = {{ path = "{ROOT}/apigw-client" }}\n'
                    'tokio = { version = "1", features = ["macros", "rt"] }\n',
    "main": """
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = apigw_client::Client::from_env()?;
    let reply = client
        .put_integration()
        .rest_api_id("1234123412")
        .resource_id("a1b2c3")
        .http_method("GET")
        .r#type("HTTP")
        .integration_http_method("GET")
        .uri("https://domain.tld/path")
        .send()
        .await?;
    println!("{:?}", reply.uri);
    Ok(())
}
""",
}

SDK = {
    "dependencies": 'aws-sdk-apigateway = "1"\n'
                    'aws-config = { version = "1", features = ["behavior-version-latest"] }\n'
                    'tokio = { version = "1", features = ["macros", "rt"] }\n',
    "main": """
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = aws_sdk_apigateway::Client::new(&aws_config::load_from_env().await);
    let reply = client
        .put_integration()
        .rest_api_id("1234123412")
        .resource_id("a1b2c3")
        .http_method("GET")
        .r#type(aws_sdk_apigateway::types::IntegrationType::Http)
        .integration_http_method("GET")
        .uri("https://domain.tld/path")
        .send()
        .await?;
    println!("{:?}", reply.uri());
    Ok(())
}
""",
}


def write(folder, name, program):
    """A crate with the program, outside every workspace."""
    (folder / "src").mkdir(parents=True)
    (folder / "Cargo.toml").write_text(
        f'[package]\nname = "{name}"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\n'
        + program["dependencies"]
        + '\n[profile.release]\nstrip = "symbols"\n\n[workspace]\n')
    (folder / "src/main.rs").write_text(program["main"])


def cargo(folder, *words):
    environment = {k: v for k, v in os.environ.items() if k not in ("CARGO_TARGET_DIR", "RUSTFLAGS")}
    done = subprocess.run(["cargo", *words], cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"cargo {' '.join(words)} failed:\n{done.stderr}")
    return done.stdout


def measure(name, program, profile, jobs):
    """Builds a program cold, in a child of its own so that its resources are counted apart."""
    with tempfile.TemporaryDirectory() as base:
        folder = pathlib.Path(base) / name
        write(folder, name, program)
        cargo(folder, "fetch")
        tree = cargo(folder, "tree", "-e", "normal,build", "--prefix", "none", "--no-dedupe", "--format", "{p}")
        crates = len({line.split(" (")[0] for line in tree.splitlines() if line.strip()})
        read, wrote = os.pipe()
        child = os.fork()
        if child == 0:
            words = ["build", "--offline", "-j", str(jobs)] + (["--release"] if profile == "release" else [])
            cargo(folder, *words)
            used = resource.getrusage(resource.RUSAGE_CHILDREN)
            os.write(wrote, f"{used.ru_utime} {used.ru_stime} {used.ru_maxrss}".encode())
            os._exit(0)
        if os.waitpid(child, 0)[1]:
            sys.exit(f"building {name} failed")
        user, system, memory = map(float, os.read(read, 100).split())
        binary = folder / "target" / profile / name
        if profile == "debug":
            subprocess.run(["strip", str(binary)], check=True)
        size = binary.stat().st_size
        shutil.rmtree(folder)
    return {"CPU, s": user + system, "compiler memory, MB": memory / 1024, "stripped size, MB": size / 1e6, "crates": crates}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--profile", choices=["debug", "release", "both"], default="both")
    parser.add_argument("--only", choices=["apigw", "sdk"])
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    args = parser.parse_args()
    profiles = ["debug", "release"] if args.profile == "both" else [args.profile]
    for profile in profiles:
        ours = measure("apigw-program", APIGW, profile, args.jobs) if args.only != "sdk" else {}
        theirs = measure("sdk-program", SDK, profile, args.jobs) if args.only != "apigw" else {}
        print(f"\n{profile:<24}{'apigw':>12}{'SDK':>12}{'ratio':>10}")
        for row in ours or theirs:
            mine, other = ours.get(row), theirs.get(row)
            ratio = f"{mine / other:10.2f}" if mine is not None and other else " " * 10
            print(f"{row:<24}" + "".join(f"{value:12.1f}" if value is not None else " " * 12 for value in (mine, other)) + ratio)
        sys.stdout.flush()


main()
