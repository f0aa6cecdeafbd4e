"""The Python suites: each test of each file counts; each file runs in a process of its own, as many at once as there are cores."""

import concurrent.futures
import json
import pathlib
import sys
from typing import Iterator

from .house import House
from .outcome import Group, Outcome, failed

FOLDERS = {"cli": "the command line", "tools": "the checkers", "house": "the house: set-up, wrapper, test runner",
           "referees": "other programs that check ours"}


def groups(house: House) -> list[Group]:
    return [
        Group(name, about, lambda house, name=name: run_folder(house, name))
        for name, about in FOLDERS.items()
        if any((house.root / "tests" / name).glob("*.py"))
    ]


def run_folder(house: House, name: str) -> Iterator[Outcome]:
    """Outcomes in the order of files. Many tests wait, for a kill or for one step of several that takes but one core."""
    files = sorted((house.root / "tests" / name).glob("*.py"))
    with concurrent.futures.ThreadPoolExecutor(house.jobs) as pool:
        for outcomes in pool.map(lambda file: list(run_file(house, file)), files):
            yield from outcomes


def run_file(house: House, file: pathlib.Path) -> Iterator[Outcome]:
    report = house.scratch / f"{file.stem}.jsonl"
    suite = pathlib.Path(__file__).with_name("one_suite.py")
    code, printed = house.test(sys.executable, "-B", suite, file, report, house.word)
    lines = report.read_text().splitlines() if report.exists() else []
    outcomes = [Outcome(*json.loads(line)) for line in lines]
    yield from outcomes
    if code and not any(outcome.status == "failed" for outcome in outcomes):
        yield failed(f"{file.name} runs to its end", f"{printed}\n(exit code {code})")
