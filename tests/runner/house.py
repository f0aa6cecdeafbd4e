"""Where the tests run: the checkout (never written), the build folder, a scratch folder that vanishes."""

import dataclasses
import os
import pathlib
import shutil
import signal
import subprocess
import threading


@dataclasses.dataclass
class House:
    root: pathlib.Path
    build: pathlib.Path
    scratch: pathlib.Path
    is_long: bool = False
    word: str = ""
    making: threading.Lock = dataclasses.field(default_factory=threading.Lock)  # one build at a time writes its records

    @property
    def binary(self) -> pathlib.Path:
        return self.build / "percuta"

    @property
    def jobs(self) -> int:
        return len(os.sched_getaffinity(0))

    def wants(self, name: str) -> bool:
        """Whether -k lets this test through."""
        return self.word.lower() in name.lower()

    def test_environment(self, **more: str) -> dict[str, str]:
        """What tests see: a home of their own, so that the user's own data changes no result."""
        home = self.scratch / "home"
        home.mkdir(exist_ok=True)
        others = ("XDG_", "PERCUTA_ROOT", "PERCUTA_CALLED")
        own = {name: value for name, value in os.environ.items() if not name.startswith(others)}
        return own | {
            "HOME": str(home),
            "TMPDIR": str(self.scratch),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PERCUTA_BINARY": str(self.binary),
            "PERCUTA_BUILD": str(self.build),
            "OMP_WAIT_POLICY": "passive",  # more threads than cores must not spin for each other
            **({"PERCUTA_LONG": "1"} if self.is_long else {}),
            **more,
        }

    def run(self, *command: object, environment: dict | None = None, folder: pathlib.Path | None = None,
            limit: int | None = None) -> tuple[int, str]:
        """Exit code and all that was printed; past `limit` seconds the whole process group is ended. Where none is given,
        after 20 minutes, or in the long run six hours."""
        words = [str(word) for word in command]
        limit = limit or (21600 if self.is_long else 1200)
        with subprocess.Popen(words, env=environment, cwd=folder or self.scratch, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
                              start_new_session=True) as process:
            try:
                printed, _ = process.communicate(timeout=limit)
                return process.returncode, printed
            except BaseException as error:
                os.killpg(process.pid, signal.SIGKILL)
                if isinstance(error, subprocess.TimeoutExpired):
                    return 124, process.communicate()[0] + f"\nstopped after {limit} s"
                raise

    def test(self, *command: object, **options: object) -> tuple[int, str]:
        """As `run`, in the tests' environment."""
        return self.run(*command, environment=self.test_environment(), **options)

    def make(self, *targets: str, folder: pathlib.Path | None = None, keep_going: bool = False) -> tuple[int, str]:
        options = ["-k", "0"] if keep_going else []
        with self.making:
            return self.run("ninja", "-C", folder or self.build, "-j", self.jobs, *options, *targets, limit=3600)

    def rooms(self) -> list[str]:
        """Rooms that have tests, floor by floor."""
        import floors  # from tools/

        return [room for room in floors.FLOORS if any((self.root / "tests" / room).rglob("*_test.cpp"))]


def has(tool: str) -> bool:
    return shutil.which(tool) is not None
