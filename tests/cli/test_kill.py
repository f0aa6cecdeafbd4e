"""kill -9 at any moment leaves no file that looks whole and is not; --resume ends with the same bytes."""

import json
import os
import pathlib
import random
import shutil
import signal
import time
import unittest

from interruption import InterruptionCase
from percuta_process import repeatable

IS_LONG = bool(os.environ.get("PERCUTA_LONG"))
MOMENTS = 12 if IS_LONG else 5
LAST_STEPS = 8 if IS_LONG else 4
SLOW_FACTOR = 1.1  # some kills come just after the end


class Kill(InterruptionCase):
    count = 6

    def kill_after(self, seconds: float, *options: object) -> None:
        process = self.begin(*options)
        time.sleep(seconds)
        self.stop(process, signal.SIGKILL)

    def kill_while_writing(self, seconds: float) -> None:
        """Kills `seconds` after the run folder in the making appears, or at the end when it came and went unseen."""
        process = self.begin()
        self.wait_until(process, (self.folder / "out.part" / "run").exists)
        time.sleep(seconds)
        self.stop(process, signal.SIGKILL)

    def assert_absent_or_whole(self, *allowed: dict[str, bytes]) -> None:
        if self.out.exists():
            self.assertIn(repeatable(self.out), allowed, "a folder that looks whole is not")
            json.loads((self.out / "run.json").read_text())

    def assert_no_half_file(self, folder: pathlib.Path, whole: dict[str, bytes]) -> None:
        """Every file under its own name is whole, also in the folder in the making."""
        for name, found in repeatable(folder).items() if folder.exists() else ():
            if not pathlib.Path(name).name.startswith("."):
                self.assertEqual(found, whole.get(name), f"{name} is half-written")

    def clear(self) -> None:
        for path in self.folder.iterdir():
            if path.name.startswith(("out", ".out")):
                shutil.rmtree(path)

    def test_killed_at_random_moments_it_resumes_to_the_same_bytes(self):
        began = time.monotonic()
        self.done("run", "study.toml", "-o", "whole", "--threads", 2)
        duration = time.monotonic() - began
        whole = repeatable(self.folder / "whole")
        moments = random.Random(7)
        for number in range(MOMENTS):
            seconds = moments.uniform(0, duration * SLOW_FACTOR)
            with self.subTest(number=number, seconds=seconds):
                self.kill_after(seconds)
                self.assert_absent_or_whole(whole)
                self.assert_no_half_file(self.folder / "out.part" / "run", whole)
                self.assert_resumes(whole)
            self.clear()

    def test_killed_while_it_writes_it_resumes_to_the_same_bytes(self):
        whole = self.whole()
        self.kill_while_writing(0)
        members = self.folder / "out.part" / "members"
        self.assert_resumes(whole)
        self.assertFalse(members.exists())
        moments = random.Random(8)
        for number in range(LAST_STEPS):
            seconds = moments.uniform(0, 0.03)
            with self.subTest(number=number, seconds=seconds):
                self.clear()
                self.kill_while_writing(seconds)
                self.assert_absent_or_whole(whole)
                self.assert_no_half_file(self.folder / "out.part" / "run", whole)
                self.assert_resumes(whole)

    def test_killed_over_an_earlier_run_it_leaves_one_or_the_other(self):
        whole = self.whole()
        self.done("run", "study.toml", "-o", "other", "--seed", 8, "-n", 4)
        other = repeatable(self.folder / "other")
        moments = random.Random(9)
        for number in range(LAST_STEPS):
            seconds = moments.uniform(0, 0.03)
            with self.subTest(number=number, seconds=seconds):
                self.clear()
                shutil.copytree(self.folder / "other", self.out)
                self.kill_while_writing(seconds)
                self.assertTrue(self.out.exists(), "the wanted folder is gone")
                self.assert_absent_or_whole(whole, other)
                self.assert_resumes(whole)


if __name__ == "__main__":
    unittest.main()
