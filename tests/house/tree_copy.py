"""A copy of this checkout that may be changed and built. What another build made of the very same files is not made again."""

import filecmp
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILT = pathlib.Path(os.environ.get("PERCUTA_BUILD", ROOT / "build" / "default")).resolve()
LEFT_BEHIND = shutil.ignore_patterns("build", ".git", "node_modules", "__pycache__", "*.run")

# Stands before the compiler: an object that stands in the list is fetched, all others are compiled.
FETCH = """import os, shutil, sys
command = sys.argv[1:]
made = command[command.index("-o") + 1] if "-o" in command else ""
with open({fetched!r}) as lines:
    if made not in lines.read().split():
        os.execvp(command[0], command)
shutil.copyfile(os.path.join({built!r}, made), made)
with open(command[command.index("-MF") + 1], "w") as dependencies:
    dependencies.write(made + ": " + command[command.index("-c") + 1] + "\\n")
"""


class TreeCopy:
    def __init__(self, base: pathlib.Path) -> None:
        self.root, self.build = base / "tree", base / "tree" / "build"
        shutil.copytree(ROOT, self.root, ignore=LEFT_BEHIND, symlinks=True)

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        if file.exists():
            raise ValueError(f"{path} is there already")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def insert(self, path: str, pattern: str, text: str, *, before: bool = False) -> None:
        """Adds a line after (or before) the one line that matches."""
        lines = (self.root / path).read_text().splitlines()
        places = [number for number, line in enumerate(lines) if re.search(pattern, line)]
        if len(places) != 1:
            raise ValueError(f"{len(places)} lines of {path} match '{pattern}', not one")
        lines.insert(places[0] + (0 if before else 1), text)
        (self.root / path).write_text("\n".join(lines) + "\n")

    def changed(self) -> set[str]:
        """Files of the checkout that the copy has in another form."""
        paths = (path.relative_to(self.root) for path in self.root.rglob("*") if path.is_file())
        own = [path for path in paths if path.parts[0] != "build" and (ROOT / path).is_file()]
        return {path.as_posix() for path in own if not filecmp.cmp(ROOT / path, self.root / path, shallow=False)}

    def make(self) -> pathlib.Path:
        """Builds the program and gives its path."""
        launcher = self.build / "fetch"
        self.build.mkdir()
        fetched = self.build / "fetched"
        fetched.write_text("\n".join(self._same_objects()))
        launcher.write_text(f"#!{sys.executable}\n" + FETCH.format(fetched=str(fetched), built=str(BUILT)))
        launcher.chmod(0o755)
        flags = cached("CMAKE_CXX_FLAGS") + " -O0"
        self._run("cmake", "-S", self.root, "-B", self.build, "-G", "Ninja", f"-DCMAKE_CXX_FLAGS={flags}",
                  f"-DCCACHE={launcher}", "-DCMAKE_BUILD_TYPE=None", "-DPERCUTA_TESTS=OFF", "-DPERCUTA_PRECOMPILED=ON")
        self._run("ninja", "-C", self.build, "percuta_cli")
        return self.build / "percuta"

    def _run(self, *command: object) -> None:
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if done.returncode:
            raise AssertionError(f"{command[0]} failed:\n{(done.stdout + done.stderr)[-6000:]}")

    def _same_objects(self) -> list[str]:
        """Objects of the other build whose every source is older than they are and the same in the copy."""
        printed = subprocess.run(["ninja", "-C", str(BUILT), "-t", "deps"], capture_output=True, text=True).stdout
        commands = BUILT / "compile_commands.json"
        entries = json.loads(commands.read_text()) if commands.is_file() else []
        # What is told where its checkout stands is told something else in the copy.
        placed = {re.search(r" -o (\S+)", entry["command"])[1] for entry in entries if "PERCUTA_SOURCE_DIR=" in entry["command"]}
        same = []
        for block in printed.split("\n\n"):
            heading, *sources = block.strip().splitlines() or [""]
            made = heading.partition(":")[0]
            if (BUILT / made).is_file() and made not in placed and self._is_same(BUILT / made, sources):
                same.append(made)
        return same

    def _is_same(self, made: pathlib.Path, sources: list[str]) -> bool:
        paths = ((BUILT / source.strip()).resolve() for source in sources)  # some compilers' wrappers name them from there
        own = [path for path in paths if path.is_relative_to(ROOT) and not path.is_relative_to(BUILT)]
        return bool(own) and all(path.is_file() and path.stat().st_mtime <= made.stat().st_mtime for path in own) and all(
            filecmp.cmp(path, self.root / path.relative_to(ROOT), shallow=False) for path in own)


def cached(name: str) -> str:
    """A value of the other build's CMake cache, empty where there is none."""
    cache = BUILT / "CMakeCache.txt"
    found = re.search(rf"^{name}:\w+=(.*)$", cache.read_text(), re.MULTILINE) if cache.is_file() else None
    return found[1] if found else ""
