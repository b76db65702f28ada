"""What calls cost at run time: from the start of a process to its first answer, and one of thousands."""
import os
import re
import subprocess

import programs

SIDES = ("apigw", "sdk")
WAYS = [(1, "sequential"), (64, "64 in flight")]
TRANSPORTS = [("socket", "socket"), ("canned", "no socket")]


def instructions(words, folder, port):
    """How many instructions a program runs, as valgrind counts them."""
    tool = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *words]
    text = subprocess.run(tool, cwd=folder, env=programs.environment(port), capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", text.stderr)
    if text.returncode or not found:
        raise SystemExit(f"{' '.join(map(str, tool))} failed:\n{text.stderr}")
    return int(found[1])


def start_up(base, table, port, rounds, counts):
    """A process that makes one call: its CPU in milliseconds, and its instructions."""
    binaries = {}
    for side in SIDES:
        folder = programs.write(base / side / "once", side, "once")
        programs.build(folder, "release")
        binaries[side] = folder / "target/release/once"
    for _ in range(10 * rounds):
        for side in SIDES:
            table.add("start to first answer, CPU ms", side, cpu_of(binaries[side], port) * 1e3)
    for side in SIDES if counts else ():
        million = instructions([binaries[side]], base, port) / 1e6
        table.add("start to first answer, million instructions", side, million)


def cpu_of(binary, port):
    """Seconds of CPU of a process."""
    child = os.posix_spawn(binary, [binary], programs.environment(port),
                           file_actions=[(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)])
    _, status, used = os.wait4(child, 0)
    if status:
        raise SystemExit(f"{binary} failed")
    return used.ru_utime + used.ru_stime


def rows(base, table, port, rounds, count, counts):
    """Calls with and without a socket, one after the other and 64 at a time."""
    plain, counting = {}, {}
    for side in SIDES:
        folder = programs.write(base / side / "calls", side, "calls")
        for features, binaries in (([], plain), (["--features", "allocations"], counting)):
            programs.build(folder, "release", *features)
            binaries[side] = base / side / f"calls{len(features)}"
            binaries[side].write_bytes((folder / "target/release/calls").read_bytes())
            binaries[side].chmod(0o755)
    for at_a_time, way in WAYS:
        for transport, shown in TRANSPORTS:
            name = f"{way}, {shown}"
            for _ in range(rounds):
                for side in SIDES:
                    spent = programs.run([plain[side], str(count), str(at_a_time), transport], base, port)
                    table.add(f"call, {name}, CPU µs", side, float(spent))
            for side in SIDES:
                words = [counting[side], str(count), str(at_a_time), transport]
                allocations, size = map(float, programs.run(words, base, port).split())
                table.add(f"call, {name}, allocations", side, allocations)
                table.add(f"call, {name}, bytes allocated", side, size)
                if counts:
                    few, many = (instructions([plain[side], str(n), *words[2:]], base, port) for n in (64, 1088))
                    table.add(f"call, {name}, thousand instructions", side, (many - few) / 1024 / 1e3)
