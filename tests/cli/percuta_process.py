"""The percuta command as a user runs it, in folders that vanish."""

import dataclasses
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("PERCUTA_BINARY", ROOT / "build" / "default" / "percuta")).resolve()
DATA = ROOT / "data"
MEMORY_DISK = "/dev/shm"  # a run waits for the disk at every file; there it does not

FAST_STUDY = """percuta = 1
title = "A small study"
seed = 7

[person]
age = "42 years"
sex = "female"
phototype = 3
history = []

[site]
name = "cheek"
area = "2 cm2"
integrity = "intact"

[device]
name = "roller-192"
needle.length = "1.5 mm"

[technique]
directions = ["0 deg", "90 deg"]
passes = 2
force = "5 N"

[course]
sessions = 1

[ensemble]
members = 4
"""


_made_runs: dict[tuple, tuple[tempfile.TemporaryDirectory, str]] = {}  # by the study's text and the options; what was printed


@dataclasses.dataclass
class Answer:
    code: int
    out: str
    err: str


def edited(old: str, new: str, text: str = FAST_STUDY) -> str:
    """`text` with `old`, which stands in it once, replaced."""
    if text.count(old) != 1:
        raise ValueError(f"{old!r} stands {text.count(old)} times in the study")
    return text.replace(old, new)


def contents(folder: pathlib.Path) -> dict[str, bytes]:
    """Every file below `folder` with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def repeatable(run_folder: pathlib.Path) -> dict[str, bytes]:
    """The files that a study and its seed fix: all but run.json, which tells of machine and time."""
    return {name: found for name, found in contents(run_folder).items() if name != "run.json"}


def kernels() -> list[str]:
    """The kernel clones that `percuta doctor` says run here."""
    told = subprocess.run([BINARY, "doctor"], capture_output=True, text=True, timeout=60, check=True).stdout
    return re.search(r"kernels +(.*) \(auto", told).group(1).split(", ")


class PercutaCase(unittest.TestCase):
    """Each test has an empty folder to stand in."""

    maxDiff = 2000
    binary = BINARY
    disk = MEMORY_DISK if os.access(MEMORY_DISK, os.W_OK) else None

    def setUp(self) -> None:
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="percuta-cli-", dir=self.disk))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def environment(self, **more: str) -> dict[str, str]:
        others = ("XDG_", "LC_", "LANG", "PERCUTA_ROOT", "PERCUTA_CALLED")
        own = {name: value for name, value in os.environ.items() if not name.startswith(others)}
        return own | {"HOME": str(self.folder / ".home"), "LC_ALL": "C.UTF-8"} | more

    def write(self, text: str | bytes = FAST_STUDY, name: str = "study.toml") -> pathlib.Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def start(self, *words: object, folder: pathlib.Path | None = None, **options) -> subprocess.Popen:
        return subprocess.Popen([self.binary, *map(str, words)], cwd=folder or self.folder, env=self.environment(),
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)

    def percuta(self, *words: object, folder: pathlib.Path | None = None, limit: float = 120,
                environment: dict[str, str] | None = None, **options) -> Answer:
        done = subprocess.run([self.binary, *map(str, words)], cwd=folder or self.folder, timeout=limit,
                              env=self.environment(**(environment or {})), stdin=subprocess.DEVNULL,
                              capture_output=True, **options)
        self.assertGreaterEqual(done.returncode, 0, f"ended by {describe_signal(done.returncode)}")
        return Answer(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))

    def done(self, *words: object, **options) -> Answer:
        """As `percuta`, for what must succeed."""
        answer = self.percuta(*words, **options)
        self.assertEqual(answer.code, 0, answer.err)
        return answer

    def have_run(self, study: str, *options: object, out: str = "out") -> str:
        """A run of the study, computed once for all tests of a file that ask for the same; what it printed."""
        return self.have_done("run", study, *options, out=out)

    def have_done(self, verb: str, *options: object, out: str) -> str:
        """The folder that `verb` makes, computed once; where the first option is a file, for each content of it."""
        given = [self.folder / str(word) for word in options[:1]]
        key = (verb, *(path.read_bytes() for path in given if path.is_file()), *map(str, options))
        if key in _made_runs:
            shutil.copytree(_made_runs[key][0].name, self.folder / out)
        else:
            printed = self.done(verb, *options, "-o", out, "--quiet").out
            _made_runs[key] = (tempfile.TemporaryDirectory(prefix="percuta-cli-", dir=self.disk), printed)
            shutil.copytree(self.folder / out, _made_runs[key][0].name, dirs_exist_ok=True)
        return _made_runs[key][1]

    def results(self, *words: object, out: str = "out", **options) -> dict:
        """The results.json of `percuta run`."""
        self.done("run", *words, "-o", out, "--quiet", **options)
        return json.loads((self.folder / out / "results.json").read_text())


def describe_signal(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit {code}"
