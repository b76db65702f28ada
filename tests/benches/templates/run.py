#!/usr/bin/env python3
"""Times the rendering of ten typical templates and prints Markdown tables.

    python3 -m venv ENV && ENV/bin/pip install airspeed-ext && npm install --prefix DIR velocityjs
    cargo build --release -p apigw-engine --examples --features model && cargo build --release -p apigw-cli
    python3 tests/benches/templates/run.py --python ENV/bin/python --node-modules DIR/node_modules [--target-dir target]

Each side is one process that renders each template again and again; CPU is user and system time of the process. It is warm: it
rendered all templates for a second before, and the virtual machine of Java for ten. Java needs the Debian packages named in
tests/velocity/Oracle.java.
"""
import argparse, json, os, pathlib, resource, subprocess, sys, time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT / "tests/velocity"))
import differential  # noqa: E402

TICK = os.sysconf("SC_CLK_TCK")
CASES = json.loads((HERE / "templates.json").read_text())


def cpu(process):
    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def per_render(side, case, seconds):
    """CPU of one rendering in seconds; the count of renderings grows until they take long enough."""
    times = 1
    while True:
        before = cpu(side.process)
        side.ask([{**case, "times": times}])
        spent = cpu(side.process) - before
        if spent >= seconds:
            return spent / times
        times = max(times * 2, int(times * 1.3 * seconds / max(spent, TICK ** -1)))


def shown(seconds):
    return f"{seconds * 1e6:.1f} µs" if seconds < 1e-3 else f"{seconds * 1e3:.1f} ms"


def children(command, given=None):
    """CPU of a command from its start to its end, the least of five."""
    least = None
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, input=given, check=True, stdout=subprocess.DEVNULL, encoding="utf-8")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        least = spent if least is None else min(least, spent)
    return least


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--python", required=True, help="an interpreter with airspeed")
    options.add_argument("--node-modules", required=True, help="a folder with velocityjs")
    options.add_argument("--target-dir", default=ROOT / "target", type=pathlib.Path)
    options.add_argument("--seconds", default=1.0, type=float, help="CPU of each figure at least")
    given = options.parse_args()
    release = given.target_dir / "release"

    os.environ["NODE_PATH"] = str(pathlib.Path(given.node_modules).resolve())
    java = differential.oracle()
    sides = {
        "apigw": differential.Side([str(release / "examples/render_lines")]),
        "Velocity 1.7": java,
        "airspeed": differential.Side([given.python, str(HERE / "airspeed_lines.py")]),
        "velocityjs": differential.Side(["node", str(HERE / "velocityjs_lines.cjs")]),
    }
    for side in sides.values():
        until = time.monotonic() + (10 if side is java else 1)
        while time.monotonic() < until:
            side.ask([{**case, "times": 50, "parsed": parsed} for case in CASES for parsed in (False, True)])

    for parsed, title in [(False, "parsed and rendered"), (True, "rendered, parsed before")]:
        print(f"| {title} |" + "".join(f" {name} |" for name in sides) + "\n|---|" + "---|" * len(sides))
        totals = dict.fromkeys(sides, 0.0)
        for case in CASES:
            cells = {name: per_render(side, {**case, "parsed": parsed}, given.seconds) for name, side in sides.items()}
            totals = {name: totals[name] + cells[name] for name in sides}
            print(f"| {case['name']} |" + "".join(f" {shown(cell)} |" for cell in cells.values()), flush=True)
        ratios = [f" {shown(total)} ({total / totals['apigw']:.1f} ×) |" for total in totals.values()]
        print("| all |" + "".join(ratios) + "\n", flush=True)

    print(subprocess.run([str(release / "examples/call_cost")], check=True, capture_output=True, encoding="utf-8").stdout)
    template = given.target_dir / "typical.vtl"
    template.write_text(CASES[0]["template"])
    command = children([str(release / "apigw"), "render", str(template), "--body", "-"], CASES[0]["body"])
    virtual_machine = children(java.command, json.dumps(CASES[0]) + "\n")
    print(f"One template by a new process: `apigw render` {command * 1e3:.1f} ms of CPU, Java {virtual_machine * 1e3:.0f} ms "
          f"({virtual_machine / command:.0f} ×).")


if __name__ == "__main__":
    main()
