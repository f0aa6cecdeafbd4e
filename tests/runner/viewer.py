"""The report page's own tests (node --test), counted by node's summary."""

import concurrent.futures
import os
import pathlib
import re
import shutil
from typing import Iterator

from .house import House, has
from .outcome import VIEWER_SET, Group, Outcome, failed, judged, passed, skipped

SUMMARY = re.compile(r"^(?:#|ℹ) (pass|fail|skipped|todo) (\d+)\s*$", re.MULTILINE)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def groups(house: House) -> list[Group]:
    return [Group("viewer", "the report page", run)] if (house.root / "viewer" / "package.json").is_file() else []


def folder(house: House) -> pathlib.Path:
    """viewer/, or its copy in the build folder when the checkout cannot be written."""
    kept, copy = house.root / "viewer", house.build / "viewer"
    if os.access(kept, os.W_OK):
        return kept
    if copy.is_dir():
        shutil.copytree(kept, copy, ignore=shutil.ignore_patterns("node_modules"), dirs_exist_ok=True)
    return copy


def run(house: House) -> Iterator[Outcome]:
    if not house.wants("viewer"):
        return
    place = folder(house)
    browser = next((shutil.which(name) for name in BROWSERS if has(name)), None)
    if not (has("node") and has("npm") and browser and (place / "node_modules").is_dir()):
        yield skipped("viewer", VIEWER_SET)
        return
    environment = house.test_environment(CHROMIUM=os.environ.get("CHROMIUM", browser), NO_COLOR="1")
    commands = [("npm", "run", "check", "--silent")] + [("node", "--test", file) for file in sorted((place / "test").glob("*.test.mjs"))]

    def look(command: tuple) -> list[Outcome]:
        code, printed = house.run(*command, environment=environment, folder=place)
        return [judged("viewer: types", (code, printed))] if command[0] == "npm" else list(count(code, printed))

    # `npm test` on as many cores as there are: node leaves one of them idle.
    with concurrent.futures.ThreadPoolExecutor(house.jobs) as pool:
        for outcomes in pool.map(look, commands):
            yield from outcomes


def count(code: int, printed: str) -> Iterator[Outcome]:
    counts = {word: int(number) for word, number in SUMMARY.findall(printed)}
    for number in range(counts.get("pass", 0)):
        yield passed(f"viewer {number + 1}")
    for number in range(counts.get("skipped", 0) + counts.get("todo", 0)):
        yield skipped(f"viewer, skipped {number + 1}", "is marked as skipped in viewer/test")
    for number in range(counts.get("fail", 0)):
        yield failed(f"viewer, failed {number + 1}", printed if number == 0 else "(above)")
    if not counts.get("pass") and not counts.get("fail") or code and not counts.get("fail"):
        yield failed("viewer runs to its end", f"{printed}\n(exit code {code})")
