"""Two runs into one folder: one of them writes it, the other says so and touches nothing."""

import json
import signal
import time
import unittest

from interruption import InterruptionCase
from percuta_process import contents, repeatable

PAUSES = (0, 0.005, 0.02, 0.06)  # seconds between both starts


class TwoRuns(InterruptionCase):
    def test_while_a_run_works_a_second_one_is_refused(self):
        whole = self.whole()
        first = self.begin()
        self.assertTrue(self.wait_until(first, lambda: self.finished_members() >= 2))
        for options in ((), ("--resume",)):
            second = self.percuta("run", "study.toml", "-o", "out", *options)
            self.assertEqual(second.code, 5, second.err)
            self.assertIn("another run is writing", second.err)
            self.assertIn("-o", second.err)
        self.assertEqual(first.communicate(timeout=60)[1].count(b"error"), 0)
        self.assertEqual(first.returncode, 0)
        self.assertEqual(repeatable(self.out), whole)
        self.assertFalse((self.folder / "out.part").exists())

    def test_two_runs_of_two_studies_leave_the_folder_of_one(self):
        self.done("run", "study.toml", "-o", "whole", "-n", 6)
        self.done("run", "study.toml", "-o", "other", "-n", 6, "--seed", 8)
        allowed = [repeatable(self.folder / name) for name in ("whole", "other")]
        for pause in PAUSES:
            with self.subTest(pause=pause):
                first = self.start("run", "study.toml", "-o", "out", "-n", 6)
                time.sleep(pause)
                second = self.start("run", "study.toml", "-o", "out", "-n", 6, "--seed", 8)
                told = [process.communicate(timeout=60)[1].decode() for process in (first, second)]
                codes = [process.returncode for process in (first, second)]
                self.assertIn(0, codes, told)
                self.assertTrue(set(codes) <= {0, 5}, told)
                self.assertIn(repeatable(self.out), allowed, "the folder holds files of both runs")
                self.assertFalse((self.folder / "out.part").exists())

    def test_the_lock_of_a_killed_run_holds_nobody(self):
        first = self.begin()
        self.assertTrue(self.wait_until(first, lambda: self.finished_members() >= 2))
        self.stop(first, signal.SIGKILL)
        self.assertIn("lock", contents(self.folder / "out.part"))
        self.done("run", "study.toml", "-o", "out", "-n", 8)
        self.assertEqual(json.loads((self.out / "results.json").read_text())["members"], 8)
        self.assertFalse((self.folder / "out.part").exists())


if __name__ == "__main__":
    unittest.main()
