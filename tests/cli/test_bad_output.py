"""Where a run cannot be written it says so, leaves nothing half-written and touches nothing that is not its own."""

import os
import pathlib
import resource
import subprocess
import unittest

from percuta_process import PercutaCase, contents, repeatable

LARGEST_FILE = 100_000  # bytes: below the report page, above everything written before it


def limit_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))


class OutputCase(PercutaCase):
    def setUp(self) -> None:
        super().setUp()
        self.write()

    def fails(self, out: str | pathlib.Path, *words: str, **options) -> None:
        answer = self.percuta("run", "study.toml", "-o", out, **options)
        self.assertEqual(answer.code, 5, answer.err or answer.out)
        self.assertEqual(answer.out, "")
        for word in words:
            self.assertIn(word, answer.err)

    def assert_only(self, *names: str) -> None:
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), sorted(names))


class BadOutput(OutputCase):
    @unittest.skipUnless(os.path.ismount("/proc"), "/proc is not mounted here")
    def test_a_folder_that_takes_no_files_is_told(self):
        self.fails("/proc/percuta-out", "/proc/percuta-out")
        self.fails("/proc/percuta/out", "/proc/percuta")
        self.assert_only("study.toml")

    def test_a_folder_below_a_file_is_told(self):
        self.write("mine", "notes.txt")
        self.fails("notes.txt/out", "notes.txt")
        self.assertEqual((self.folder / "notes.txt").read_text(), "mine")
        self.assert_only("notes.txt", "study.toml")

    def test_a_file_is_never_replaced(self):
        self.write("mine", "notes.txt")
        self.fails("notes.txt", "is not a run folder", "-o")
        self.assertEqual((self.folder / "notes.txt").read_text(), "mine")
        self.assert_only("notes.txt", "study.toml")

    def test_a_foreign_folder_is_never_replaced(self):
        self.write("mine", "thesis/chapter.txt")
        before = contents(self.folder)
        self.fails("thesis", "is not a run folder", "-o")
        self.fails("thesis/", "is not a run folder", "-o")
        self.fails(".", "-o")
        self.assertEqual(contents(self.folder), before)
        self.assert_only("study.toml", "thesis")

    def test_a_foreign_work_folder_is_never_cleared(self):
        self.write("mine", "out.part/chapter.txt")
        before = contents(self.folder)
        self.fails("out", "out.part", "is not Percuta's")
        self.assertEqual(contents(self.folder), before)

    def test_a_link_to_nowhere_is_not_followed(self):
        os.symlink(self.folder / "nowhere", self.folder / "out")
        self.fails("out", "is not a run folder")
        self.assert_only("out", "study.toml")

    def test_an_earlier_run_is_replaced(self):
        self.done("run", "study.toml", "-o", "out", "--seed", 8)
        other = repeatable(self.folder / "out")
        self.done("run", "study.toml", "-o", "out")
        self.assertNotEqual(repeatable(self.folder / "out")["punctures.csv"], other["punctures.csv"])
        self.assert_only("out", "study.toml")

    def test_an_earlier_run_with_files_of_the_user_is_never_replaced(self):
        self.done("run", "study.toml", "-o", "out")
        (self.folder / "out" / "report.html").unlink()
        for name in ("notes.txt", "figures/mine.svg", "thesis/chapter.txt"):
            with self.subTest(name=name):
                mine = self.write("mine", f"out/{name}")
                before = contents(self.folder)
                self.fails("out", name.split("/chapter")[0], "-o")
                self.assertEqual(contents(self.folder), before)
                self.assert_only("out", "study.toml")
                self.done("report", "out")  # which adds the page and touches nothing else
                self.assertEqual(mine.read_text(), "mine")
                (self.folder / "out" / "report.html").unlink()
                mine.unlink()
                if name.startswith("thesis"):
                    mine.parent.rmdir()
        self.done("run", "study.toml", "-o", "out")

    def test_an_empty_folder_may_be_used(self):
        (self.folder / "out").mkdir()
        self.done("run", "study.toml", "-o", "out")
        self.assertTrue((self.folder / "out" / "run.json").is_file())


class FullDisk(OutputCase):
    def test_a_file_that_cannot_grow_leaves_only_what_is_computed(self):
        self.fails("out", "report.html", "File too large", "`--resume` goes on", preexec_fn=limit_files)
        self.assert_only("out.part", "study.toml")
        self.assertEqual(sorted(path.name for path in (self.folder / "out.part").iterdir()), ["lock", "members"])

    def test_a_file_that_cannot_grow_leaves_the_earlier_run_whole(self):
        self.done("run", "study.toml", "-o", "out", "--seed", 8)
        before = contents(self.folder / "out")
        self.fails("out", preexec_fn=limit_files)
        self.assertEqual(contents(self.folder / "out"), before)
        self.assert_only("out", "out.part", "study.toml")

    def test_a_full_disk_leaves_only_what_is_computed(self):
        disk = self.folder / "disk"
        disk.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", disk], capture_output=True)
        if mounted.returncode:
            self.skipTest("only root can mount a small disk")
        try:
            self.fails("disk/out", "No space left on device", "`--resume` goes on")
            self.assertEqual([path.name for path in disk.iterdir()], ["out.part"])
        finally:
            subprocess.run(["umount", "-l", disk], check=True)

    def test_a_full_standard_output_is_told(self):
        with open("/dev/full", "wb") as full:
            for words in (["list", "claims"], ["schema"], ["--help"], ["--version"]):
                with self.subTest(words=words):
                    done = subprocess.run([self.binary, *words], stdout=full, stderr=subprocess.PIPE, env=self.environment())
                    self.assertEqual(done.returncode, 5, done.stderr)
                    self.assertIn(b"standard output", done.stderr)

    def test_a_reader_that_has_seen_enough_is_no_trouble(self):
        for words in (["list", "claims"], ["schema"], ["explain", "--all"], ["--help"]):
            with self.subTest(words=words):
                reading, writing = os.pipe()
                os.close(reading)
                done = subprocess.run([self.binary, *words], stdout=writing, stderr=subprocess.PIPE, env=self.environment())
                os.close(writing)
                self.assertEqual((done.returncode, b"error" in done.stderr), (0, False), done.stderr)


if __name__ == "__main__":
    unittest.main()
