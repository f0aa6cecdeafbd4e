"""The first Ctrl-C or SIGTERM ends any verb with 130, wherever it is."""

import gzip
import os
import pathlib
import shutil
import signal
import subprocess
import time
import unittest

from percuta_process import FAST_STUDY, PercutaCase, edited

PAUSE = 0.002  # seconds between looks
PATIENCE = 60
ROWS_OF_SECONDS = 15 * 2**20
WORK_OF_MINUTES = ("--set", "technique.passes=100", "--set", "site.name=abdomen", "--set", "site.area=300 cm2", "--over-budget", "--threads", 1)


class InterruptAnywhere(PercutaCase):
    def wait_until(self, process: subprocess.Popen, happened) -> None:
        deadline = time.monotonic() + PATIENCE
        while not happened():
            self.assertIsNone(process.poll(), "it ended too soon")
            self.assertLess(time.monotonic(), deadline, "it never got there")
            time.sleep(PAUSE)

    def catches_signals(self, process: subprocess.Popen) -> bool:
        lines = pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines()
        caught = int(next(line for line in lines if line.startswith("SigCgt")).split()[1], 16)
        return caught >> (signal.SIGTERM - 1) & 1 == 1

    def assert_ends(self, process: subprocess.Popen, number: signal.Signals, word: str = "interrupted") -> None:
        process.send_signal(number)
        out, err = process.communicate(timeout=PATIENCE)
        self.assertEqual((process.returncode, out), (130, b""), err)
        self.assertIn(word, err.decode())

    def assert_ends_while_reading(self, *words: object) -> None:
        """What takes long to read, or a pipe that nobody writes to."""
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(words=words, signal=number.name):
                process = self.start(*words)
                self.wait_until(process, lambda: self.catches_signals(process))
                self.assert_ends(process, number)

    def pipe(self, path: pathlib.Path) -> None:
        path.unlink(missing_ok=True)
        os.mkfifo(path)

    def test_check_run_and_sweep_end_while_they_load(self):
        self.write(FAST_STUDY + '\n[punctures]\nfrom = "map.csv.gz"\n')
        with gzip.open(self.folder / "map.csv.gz", "wb", compresslevel=1) as table:
            table.write(b"x_mm,y_mm\n")
            for _ in range(ROWS_OF_SECONDS // 2**18):
                table.write(b"40,34\n" * 2**18)
        before = sorted(path.name for path in self.folder.iterdir())
        for words in (("check", "study.toml"), ("run", "study.toml", "-o", "out"),
                      ("sweep", "study.toml", "--over", "technique.force=1,2 N", "-o", "out")):
            self.assert_ends_while_reading(*words)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), before)

    def test_verbs_that_read_a_run_end_while_they_read(self):
        self.write()
        self.done("run", "study.toml", "-o", "out", "-n", 4)
        self.done("run", "study.toml", "-o", "other", "-n", 4)
        for file in ("report.html", "results.json", "punctures.csv"):
            self.pipe(self.folder / "out" / file)
        self.assert_ends_while_reading("report", "out")
        self.assert_ends_while_reading("compare", "out", "other", "-o", "both")
        self.assert_ends_while_reading("export", "out", "-o", "density.csv")
        self.assertFalse((self.folder / "both").exists())

    def test_claims_and_validate_end_while_they_compute(self):
        for words in (("claims", "C6"), ("validate", "--markdown", "page.md")):
            with self.subTest(words=words):
                process = self.start(*words, "--progress", "json")
                self.assertTrue(process.stderr.readline(), "it computed nothing")
                self.assert_ends(process, signal.SIGINT, "")
                self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_run_ends_in_the_midst_of_a_member(self):
        self.write(edited("members = 4", "members = 4"))
        for number in (signal.SIGINT, signal.SIGTERM):
            process = self.start("run", "study.toml", "-o", "out", *WORK_OF_MINUTES)
            self.wait_until(process, (self.folder / "out.part" / "members" / "inputs.toml").exists)
            self.assert_ends(process, number, "stopped")
            self.assertFalse((self.folder / "out").exists())
            shutil.rmtree(self.folder / "out.part", ignore_errors=True)


if __name__ == "__main__":
    unittest.main()
