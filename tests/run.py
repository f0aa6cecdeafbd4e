"""What `./percuta test` runs: everything that is installed here."""

import argparse
import concurrent.futures
import itertools
import os
import pathlib
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.dont_write_bytecode = True
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tools")]

from runner import examples, gate, rooms, sanitizers, scripts, viewer  # noqa: E402
from runner.house import House  # noqa: E402
from runner.outcome import Group, Outcome, tally  # noqa: E402


def all_groups(house: House) -> list[Group]:
    """Quick ones first."""
    checks, layout, tidy = gate.groups(house)
    return [checks, layout, *rooms.groups(house), *scripts.groups(house), *examples.groups(house), *viewer.groups(house),
            tidy, *sanitizers.groups(house)]


def choose(groups: list[Group], names: list[str]) -> list[Group]:
    known = [group.name for group in groups]
    if unknown := [name for name in names if name not in known]:
        sys.exit(f"percuta test: no group '{unknown[0]}'; one of: {', '.join(known)}")
    return [group for group in groups if not names or group.name in names]


def outcomes_of(group: Group, house: House) -> tuple[list[Outcome], float]:
    """With the seconds that they took."""
    began = time.monotonic()
    try:
        outcomes = list(group.run(house))
    except Exception as error:  # the runner's own fault fails the group, not the run
        outcomes = [Outcome(f"{group.name} can be run", "failed", repr(error))]
    return outcomes, time.monotonic() - began


def run_group(group: Group, house: House, ahead: concurrent.futures.Future | None = None) -> list[Outcome]:
    """`ahead`: what another thread makes of the group."""
    print(f"{group.name:<12}", end="", flush=True)
    outcomes, seconds = ahead.result() if ahead else outcomes_of(group, house)
    print(f"{tally(outcomes):<40}{seconds:7.1f} s", flush=True)
    for outcome in outcomes:
        if outcome.status == "failed":
            print(f"\n--- failed: {outcome.name}\n{outcome.detail}\n--- again: {again(group, house)}\n", flush=True)
    return outcomes


def again(group: Group, house: House) -> str:
    return f"./percuta test{' --long' if house.is_long else ''} {group.name}"


def run_all(groups: list[Group], house: House) -> list[Outcome]:
    wanted_rooms = [group.name for group in groups if group.name in house.rooms()]
    if wanted_rooms:
        print("building the test programs", flush=True)
        rooms.build(house, wanted_rooms)
    found = []
    with concurrent.futures.ThreadPoolExecutor(house.jobs) as pool:
        # A room's program keeps one core busy most of the time: as many run as there are cores, beside nothing else.
        for is_room, some in itertools.groupby(groups, lambda group: group.name in wanted_rooms):
            some = list(some)
            ahead = [pool.submit(outcomes_of, group, house) if is_room else None for group in some]
            found += [outcome for group, future in zip(some, ahead) for outcome in run_group(group, house, future)]
    return found


def summarize(outcomes: list[Outcome]) -> int:
    print()
    for outcome in outcomes:
        if outcome.status != "passed":
            print(f"{outcome.status}: {outcome.name}{': ' + outcome.detail if outcome.status == 'skipped' else ''}")
    print(tally(outcomes))
    has_run = any(outcome.status != "skipped" for outcome in outcomes)
    return 0 if has_run and not any(outcome.status == "failed" for outcome in outcomes) else 1


def main() -> int:
    parser = argparse.ArgumentParser(prog="percuta test", description="Runs the tests of everything that is installed here.")
    parser.add_argument("--long", action="store_true", help="everything: all files, all rooms, all sanitizers")
    parser.add_argument("-k", metavar="WORD", default="", help="only tests whose name holds WORD")
    parser.add_argument("--list", action="store_true", help="name the groups and run nothing")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help="only these groups (a room, checks, cli, viewer, ...)")
    options = parser.parse_args()
    build = pathlib.Path(os.environ.get("PERCUTA_BUILD", ROOT / "build" / "default"))
    with tempfile.TemporaryDirectory(prefix="percuta-test-") as scratch:
        house = House(ROOT, build, pathlib.Path(scratch), options.long, options.k)
        groups = choose(all_groups(house), options.groups)
        if options.list:
            print("\n".join(f"{group.name:<12}{group.about}" for group in groups))
            return 0
        return summarize(run_all(groups, house))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
