"""What the program that makes one call costs to build, and the one that calls four operations of Lambda."""
import shutil
import subprocess

import programs

SIDES = ("apigw", "sdk")


def crates(base, table, program="once"):
    """How many crates each side compiles."""
    for side in SIDES:
        folder = programs.write(base / side / program, side, program)
        table.add("crates", side, programs.crates(folder))


def rows(base, table, rounds, program="once"):
    """Cold builds, builds after a change of the program, sizes and crates."""
    crates(base, table, program)
    for profile in ("debug", "release"):
        for _ in range(rounds):
            for side in SIDES:
                one(base / side / program, side, profile, table)


def one(folder, side, profile, table):
    """One cold build, and one after a change."""
    shutil.rmtree(folder / "target", ignore_errors=True)
    cpu, memory = programs.build(folder, profile)
    table.add(f"cold build, {profile}, CPU s", side, cpu)
    table.add(f"largest compiler, {profile}, MB", side, memory)
    for _ in range(3):
        (folder / "src/main.rs").touch()
        cpu, _ = programs.build(folder, profile)
        table.add(f"rebuild of the program, {profile}, CPU s", side, cpu)
    binary = folder / "target" / profile / folder.name
    if profile == "debug":
        subprocess.run(["strip", binary], check=True)
    table.add(f"stripped size, {profile}, MB", side, binary.stat().st_size / 1e6)
