"""A run long enough to be stopped, and the bytes it must end with."""

import pathlib
import signal
import subprocess
import time

from percuta_process import PercutaCase, edited, repeatable

MEMBERS = 16
SOME = 4  # members: enough to have something to go on with
PAUSE = 0.002  # seconds between looks
PATIENCE = 60


class InterruptionCase(PercutaCase):
    count = MEMBERS

    def setUp(self) -> None:
        super().setUp()
        self.write(edited("members = 4", f"members = {self.count}"))

    @property
    def out(self) -> pathlib.Path:
        return self.folder / "out"

    @property
    def members(self) -> pathlib.Path:
        return self.folder / "out.part" / "members"

    def whole(self, *options: object, out: str = "whole") -> dict[str, bytes]:
        """The files of a run that nobody stopped."""
        self.have_run("study.toml", *options, out=out)
        return repeatable(self.folder / out)

    def begin(self, *options: object) -> subprocess.Popen:
        return self.start("run", "study.toml", "-o", "out", "--threads", 2, *options)

    def wait_until(self, process: subprocess.Popen, happened) -> bool:
        """Whether `happened` before the process ended."""
        deadline = time.monotonic() + PATIENCE
        while process.poll() is None and time.monotonic() < deadline:
            if happened():
                return True
            time.sleep(PAUSE)
        return happened()

    def finished_members(self) -> int:
        return len(list(self.members.glob("[0-9]*.txt"))) if self.members.is_dir() else 0

    def stop(self, process: subprocess.Popen, number: signal.Signals) -> tuple[int, str]:
        process.send_signal(number)
        _, err = process.communicate(timeout=PATIENCE)
        return process.returncode, err.decode()

    def assert_resumes(self, whole: dict[str, bytes]) -> None:
        """`--resume` ends with the bytes of `whole` and leaves nothing beside them."""
        self.done("run", "study.toml", "-o", "out", "--resume", "--threads", 2)
        found = repeatable(self.out)
        self.assertEqual(set(found), set(whole))
        for name, bytes_there in found.items():
            self.assertEqual(bytes_there, whole[name], f"{name} differs after --resume")
        left = sorted(path.name for path in self.folder.iterdir())
        self.assertEqual([name for name in left if name not in ("out", "study.toml", "whole", "other")], [])
