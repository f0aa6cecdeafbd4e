"""The gate round the code: checkers, generated pages, format, clang-tidy."""

import concurrent.futures
import json
import pathlib
import re
from typing import Iterator

from .house import House, has
from .outcome import VIEWER_SET, Group, Outcome, failed, judged, passed, skipped

FORMAT, TIDY = "clang-format-19", "clang-tidy-19"
TIDY_LIMIT = 24  # files, unless --long: so that a big change does not take an hour


def groups(house: House) -> list[Group]:
    return [
        Group("checks", "floors, mirror, sources, numbers, generated reference", run_checks),
        Group("format", "layout of the C++ files", run_format),
        Group("tidy", "clang-tidy on what changed and each room's door (--long: everything)", run_tidy),
    ]


def run_checks(house: House) -> Iterator[Outcome]:
    for tool in sorted((house.root / "tools").glob("check_*")):
        if house.wants(tool.name):
            yield judged(tool.name, house.test(tool))
    if house.wants("make_reference"):
        if house.binary.exists():
            yield judged("make_reference --check", house.test(house.root / "tools" / "make_reference", "--check"))
        else:
            yield failed("make_reference --check", f"there is no {house.binary}")


def cpp_files(house: House, *folders: str) -> list[pathlib.Path]:
    return sorted(path for folder in folders for path in (house.root / folder).rglob("*") if path.suffix in (".cpp", ".hpp", ".inl"))


def run_format(house: House) -> Iterator[Outcome]:
    if not house.wants("format"):
        return
    if not has(FORMAT):
        yield skipped("format", VIEWER_SET)
        return
    files = cpp_files(house, "src", "apps", "tests", "examples")
    files = [path.relative_to(house.root) for path in files]
    code, printed = house.test(FORMAT, "--dry-run", "-Werror", *files, folder=house.root)
    unlike = sorted({line.partition(":")[0] for line in printed.splitlines() if "clang-formatted" in line})
    yield passed("format") if code == 0 else failed("format", f"mend with: {FORMAT} -i {' '.join(unlike) or printed}")


def changed(house: House) -> list[pathlib.Path]:
    """Files that differ from the commit before the last, by git; none without git."""
    git = ("git", "-c", "safe.directory=*", "-C", house.root)
    printed = ""
    for command in (("diff", "--name-only", "HEAD~1"), ("ls-files", "--others", "--exclude-standard")):
        code, lines = house.run(*git, *command) if has("git") else (1, "")
        printed += lines if code == 0 else ""
    return [(house.root / line).with_suffix(".cpp") for line in printed.splitlines() if line.startswith(("src/", "apps/"))]


def tidy_files(house: House) -> list[pathlib.Path]:
    every = [path for path in cpp_files(house, "src", "apps") if path.suffix == ".cpp"]
    if house.is_long:
        return every
    doors = [path for path in every if path.stem == path.parent.name]
    wanted = set(changed(house)) & set(every)
    return doors + sorted(wanted - set(doors))[: TIDY_LIMIT - len(doors)]


def plain_commands(house: House) -> pathlib.Path:
    """A folder with the build's compile commands, without the precompiled headers: a file must include what it needs."""
    entries = json.loads((house.build / "compile_commands.json").read_text())
    for entry in entries:
        entry["command"] = re.sub(r" -Winvalid-pch -include (\"[^\"]*\"|\S+)", "", entry["command"])
    (house.scratch / "compile_commands.json").write_text(json.dumps(entries))
    return house.scratch


def run_tidy(house: House) -> Iterator[Outcome]:
    files = [path for path in tidy_files(house) if house.wants(f"tidy {path.relative_to(house.root)}")]
    if not has(TIDY):
        yield from [skipped("tidy", VIEWER_SET)] if files else []
        return

    commands = plain_commands(house) if files else house.build

    def look(path: pathlib.Path) -> Outcome:
        name = f"tidy {path.relative_to(house.root)}"
        code, printed = house.test(TIDY, "-p", commands, "--quiet", path)
        return passed(name) if code == 0 else failed(name, printed)

    with concurrent.futures.ThreadPoolExecutor(house.jobs) as pool:
        yield from pool.map(look, files)
