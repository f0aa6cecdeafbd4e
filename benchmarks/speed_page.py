#!/usr/bin/env python3
"""Writes docs/speed.md from what is kept in benchmarks/history: the last run of each program, with verdicts and, where a
figure missed, why (benchmarks/misses.toml). A miss that nobody has explained is an error.

usage: benchmarks/speed_page.py [--check]
"""

import argparse
import fnmatch
import json
import pathlib
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
HISTORY = ROOT / "benchmarks" / "history"
MISSES = ROOT / "benchmarks" / "misses.toml"
PAGE = ROOT / "docs" / "speed.md"
SIZES = ((1e9, "G"), (1e6, "M"), (1e3, "k"))


def short(value: float, digits: int = 3) -> str:
    for size, letter in SIZES:
        if abs(value) >= size:
            return f"{value / size:.{digits}g} {letter}"
    return f"{value:.{digits}g} "


def amount(value: float, unit: str) -> str:
    return (short(value) + unit).strip()


def better(row: dict) -> float:
    """How many times better ours is than what stands beside it."""
    if row["larger_is_better"]:
        return row["ours"] / row["beside"]
    return row["beside"] / max(row["ours"], 1e-300)


def verdict(row: dict) -> str:
    """"held" or "missed" where something was wanted, else nothing."""
    wanted = row.get("wanted", 0) or (1 if row["beside_name"].startswith("target") else 0)
    if not wanted:
        return ""
    return "held" if better(row) >= wanted else "missed"


def program(row: dict) -> str:
    return row["program"].removeprefix("percuta_").removesuffix("_benchmark")


def newest(history: pathlib.Path) -> dict[str, list[dict]]:
    """Rows of each program from the last run that holds any; each with that run."""
    found: dict[str, list[dict]] = {}
    for run in sorted((json.loads(path.read_text()) for path in history.glob("*.json")), key=lambda run: run["when"]):
        rows: dict[str, list[dict]] = {}
        for row in run["rows"]:
            rows.setdefault(program(row), []).append(row | {"run": run})
        found |= rows
    return found


class Notes:
    """Why rows missed, numbered in the order in which the page first needs them."""

    def __init__(self, path: pathlib.Path) -> None:
        self.known = tomllib.loads(path.read_text()).get("miss", [])
        self.used: list[dict] = []

    def number(self, row: dict) -> int:
        name = f"{program(row)}: {row['name']}"
        for note in self.known:
            if any(fnmatch.fnmatchcase(name, pattern) for pattern in note["rows"]):
                if note not in self.used:
                    self.used.append(note)
                return self.used.index(note) + 1
        raise SystemExit(f"{name} missed its target and {MISSES.name} does not say why")


def line(row: dict, notes: Notes) -> str:
    said = verdict(row)
    if said == "missed":
        said = f"**missed** ({notes.number(row)})"
    if row.get("wanted", 0) and said:
        said += f", {row['wanted']:.2g} wanted"
    unit = row["unit"]
    beside = f"{amount(row['beside'], unit)}: {row['beside_name']}"
    return f"| {row['name']} | {amount(row['ours'], unit)} | {beside} | {better(row):.3g} | {said} |"


def built(run: dict) -> str:
    """Cache, compiler and flags of a run; those of before flags were kept had -O3 throughout."""
    cache = f" with {run['second_level_cache']} of L2 a core" if "second_level_cache" in run else ""
    return f"{cache}, {run['compiler']}, {run.get('flags', '-O3 throughout')}"


def page(history: pathlib.Path, misses: pathlib.Path) -> str:
    notes = Notes(misses)
    parts = ["# Speed\n",
             "What `benchmarks/run` measured last, written by it: each figure beside a rival, a limit of the machine or a target, in one run.",
             "A ratio above 1 is in our favour. Seconds are this machine's; ratios carry over. How it is measured: [benchmarks](../benchmarks/README.md).\n"]
    for name, rows in sorted(newest(history).items()):
        run = rows[0]["run"]
        load = f", load {run['load']} at the end" if run.get("load") is not None else ""
        parts += [f"## {name}\n", f"{run['when'][:10]}, commit {run['commit']}, {run['machine']}{built(run)}{load}.\n",
                  "| what | ours | beside it | ratio | |", "|---|---|---|---|---|",
                  *(line(row, notes) for row in rows), ""]
    parts += ["## Why some miss\n", *(f"{number}. {note['why'].strip()}" for number, note in enumerate(notes.used, 1))]
    return "\n".join(parts).rstrip() + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only tell whether docs/speed.md is up to date")
    asked = parser.parse_args()
    text = page(HISTORY, MISSES)
    if not asked.check:
        PAGE.write_text(text)
    elif not PAGE.exists() or PAGE.read_text() != text:
        sys.exit("docs/speed.md is not what benchmarks/history says: run benchmarks/speed_page.py")


if __name__ == "__main__":
    main()
