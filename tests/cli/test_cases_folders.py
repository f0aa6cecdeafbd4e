"""Nothing is lost: what stands is not replaced by guess, failures keep what is computed, no drafts stay behind."""

import itertools
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import time
import unittest

from percuta_process import ROOT, PercutaCase, contents, edited, repeatable

CASES = ROOT / "tests" / "cases"
EXAMPLES = ROOT / "examples"
LARGEST_FILE = 100_000  # bytes: below the report page, above everything written before it
DISK_MEMBERS = 12  # of some 40 kB each
KILLS = 60  # tries to end a command while it writes
PATIENCE = 60


def limit_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))


class NothingReplacedByGuess(PercutaCase):
    def setUp(self) -> None:
        super().setUp()
        self.write()

    def assert_refused(self, answer, code: int, *words: str) -> None:
        self.assertEqual((answer.code, answer.out), (code, ""), answer.err)
        for word in words:
            self.assertIn(word, answer.err)

    def test_a_run_of_another_setting_does_not_replace_one_that_nobody_named(self):
        self.done("run", "study.toml", "-n", 4)
        before = contents(self.folder)
        for setting, key in (("technique.force=3N", "technique.force"), ("seed=9", "seed")):
            answer = self.percuta("run", "study.toml", "-n", 4, "--set", setting)
            self.assert_refused(answer, 5, f"another '{key}'", "-o study.run replaces it", "another name")
        self.write(edited("passes = 2", "passes = 3"))
        self.assert_refused(self.percuta("run", "study.toml", "-n", 4), 5, "another 'technique.passes'")
        self.write()
        self.assertEqual(contents(self.folder), before)
        self.done("run", "study.toml", "-n", 4)  # the same again
        self.assertEqual(repeatable(self.folder / "study.run"),
                         {name.removeprefix("study.run/"): found for name, found in before.items()
                          if name.startswith("study.run/") and not name.endswith("run.json")})
        self.done("run", "study.toml", "-n", 4, "--set", "technique.force=3N", "-o", "study.run")
        self.assertIn('force = "3 N"', (self.folder / "study.run/study.resolved.toml").read_text())

    def test_a_device_file_that_was_changed_is_another_input(self):
        shutil.copytree(EXAMPLES / "05_own_array", self.folder / "own")
        self.done("run", "own/study.toml", "-n", 4)
        device = self.folder / "own" / "star_array.toml"
        device.write_text(device.read_text() + "\n")
        self.assert_refused(self.percuta("run", "own/study.toml", "-n", 4), 5, "another 'kept.devices/star_array.toml'")

    def test_a_sweep_over_other_values_does_not_replace_one_that_nobody_named(self):
        words = ("sweep", "study.toml", "-n", 4, "--over")
        self.done(*words, "technique.passes=1,2")
        before = contents(self.folder)
        self.assert_refused(self.percuta(*words, "technique.passes=1,3"), 5, "another 'sweep.over[0]'", "-o")
        self.assertEqual(contents(self.folder), before)
        self.done(*words, "technique.passes=1,2")
        self.done(*words, "technique.passes=1,3", "-o", "study.sweep")

    def test_a_page_of_a_sweep_is_refused_and_nothing_of_it_goes(self):
        self.done("sweep", "study.toml", "--over", "technique.passes=1,2", "--show", "density", "-o", "out", "-n", 4)
        before = contents(self.folder)
        self.assert_refused(self.percuta("report", "out"), 2, "'out' is the folder of a sweep", "sweep.csv")
        self.assertEqual(contents(self.folder), before)

    def test_a_page_made_again_changes_no_other_file(self):
        self.done("run", "study.toml", "-o", "out")
        whole = contents(self.folder / "out")
        (self.folder / "out/report.html").unlink()
        (self.folder / "out/series.csv").unlink()
        (self.folder / "out/summary.csv").write_text("my remarks\n")
        self.assertEqual(self.done("report", "out").out, "out/report.html\n")
        self.assertEqual(contents(self.folder / "out"), whole | {"summary.csv": b"my remarks\n"})

    def test_a_page_whose_results_this_version_cannot_make_is_refused(self):
        self.done("run", "study.toml", "-o", "out", "-n", 4)
        (self.folder / "out/report.html").unlink()
        whole = contents(self.folder / "out")
        study, facts = self.folder / "out/study.resolved.toml", self.folder / "out/run.json"
        study.write_text(study.read_text().replace('force = "5 N"', 'force = "6 N"'))
        self.assert_refused(self.percuta("report", "out"), 2, "another 'study.resolved.toml'", "-o DIR")
        study.write_bytes(whole["study.resolved.toml"])
        facts.write_text(facts.read_text().replace('"percuta": "', '"percuta": "0.'))
        self.assert_refused(self.percuta("report", "out"), 2, "another 'version'", "-o DIR")
        facts.write_bytes(whole["run.json"])
        self.assertEqual(contents(self.folder / "out"), whole)


class KeptWithTheRun(PercutaCase):
    def runs_again_elsewhere(self, verb: str, folder: str, *same: str) -> None:
        """The study that `folder` keeps, run by `verb` where nothing else is, ends with the same bytes."""
        moved = self.folder / "elsewhere" / folder
        moved.parent.mkdir()
        shutil.move(self.folder / folder, moved)
        for path in self.folder.iterdir():
            if path != moved.parent:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        self.done(verb, moved / "study.resolved.toml", "-o", "again")
        first, again = repeatable(moved), repeatable(self.folder / "again")
        self.assertEqual(sorted(first), sorted(again))
        for name, found in first.items():
            self.assertEqual(found, again[name], name)
        for name in same:
            self.assertIn(name, first)

    def test_a_run_keeps_what_came_from_a_further_data_folder(self):
        shutil.copytree(CASES / "further-data-folder", self.folder, dirs_exist_ok=True)
        self.done("run", "study.toml", "--data", "more", "-o", "out")
        self.runs_again_elsewhere("run", "out", "data/devices/my-array.toml", "data/materials/titanium.toml")

    def test_a_sweep_keeps_what_its_study_names(self):
        shutil.copytree(CASES / "further-data-folder", self.folder, dirs_exist_ok=True)
        self.done("sweep", "study.toml", "--data", "more", "--over", "technique.passes=1,2", "-o", "out", "-n", 4)
        self.runs_again_elsewhere("sweep", "out", "data/devices/my-array.toml", "data/materials/titanium.toml")

    def test_a_sweep_keeps_what_only_a_point_of_it_names(self):
        shutil.copytree(CASES / "further-data-folder", self.folder, dirs_exist_ok=True)
        shutil.copy(EXAMPLES / "05_own_array" / "star_array.toml", self.folder)
        study = (self.folder / "study.toml").read_text()
        (self.folder / "study.toml").write_text(edited('"my-array"', '"patch-ha"\nneedle.release = "nothing"', study))
        over = "device.name=my-array,./star_array.toml,patch-ha"
        self.done("sweep", "study.toml", "--data", "more", "--over", over, "--show", "density", "-o", "out", "-n", 4)
        self.assertIn("devices/star_array.toml,", (self.folder / "out/sweep.csv").read_text())
        self.runs_again_elsewhere("sweep", "out", "data/devices/my-array.toml", "devices/star_array.toml")

    def test_a_sweep_of_an_own_device_and_a_measured_table_runs_again(self):
        for example, name in (("05_own_array", "devices/star_array.toml"), ("06_measured_map", "measured/measured.csv")):
            with self.subTest(example=example):
                shutil.copytree(EXAMPLES / example, self.folder / "own")
                self.done("sweep", "own/study.toml", "--over", "person.age=30 years,60 years", "-o", "out", "-n", 4)
                self.runs_again_elsewhere("sweep", "out", name)
                shutil.rmtree(self.folder)
                self.folder.mkdir()

    def test_the_kept_study_of_a_sweep_is_one_run_too(self):
        self.write()
        self.done("sweep", "study.toml", "--over", "technique.passes=1,2", "-o", "out", "-n", 4)
        self.done("run", "out/study.resolved.toml", "-o", "run")


class FailuresKeepWhatIsComputed(PercutaCase):
    def setUp(self) -> None:
        super().setUp()
        self.write()

    def assert_kept(self, answer, folder: pathlib.Path, reason: str) -> None:
        self.assertEqual((answer.code, answer.out), (5, ""), answer.err)
        for word in (reason, "out.part", "`--resume` goes on"):
            self.assertIn(word, answer.err)
        self.assertFalse((folder / "out.part" / "run").exists())
        self.assertTrue(list((folder / "out.part" / "members").rglob("[0-9]*.txt")))

    def assert_goes_on(self, verb: str, *words: object, out: pathlib.Path) -> None:
        self.done(verb, "study.toml", *words, "-o", "whole")
        self.done(verb, "study.toml", *words, "-o", out, "--resume")
        self.assertEqual(repeatable(out), repeatable(self.folder / "whole"))
        self.assertFalse(out.with_name("out.part").exists())

    def test_a_file_size_limit(self):
        self.done("run", "study.toml", "-o", "out", "--seed", 8)
        before = contents(self.folder / "out")
        answer = self.percuta("run", "study.toml", "-o", "out", preexec_fn=limit_files)
        self.assert_kept(answer, self.folder, "File too large")
        self.assertEqual(contents(self.folder / "out"), before)
        self.assert_goes_on("run", out=self.folder / "out")

    def small_disk(self, size: str) -> pathlib.Path:
        disk = self.folder / "small"
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk], capture_output=True).returncode:
            self.skipTest("only root can mount a small disk")
        self.addCleanup(subprocess.run, ["umount", "-l", disk], check=True)
        return disk

    def grow(self, disk: pathlib.Path) -> None:
        subprocess.run(["mount", "-o", "remount,size=20m", disk], check=True)

    def test_a_full_disk_in_a_run(self):
        disk = self.small_disk("300k")
        answer = self.percuta("run", "study.toml", "-o", disk / "out", "-n", DISK_MEMBERS)
        self.assert_kept(answer, disk, "No space left on device")
        self.grow(disk)
        self.assert_goes_on("run", "-n", DISK_MEMBERS, out=disk / "out")

    def test_a_full_disk_in_a_sweep(self):
        words = ("--over", "technique.passes=1,2", "-n", 6)
        disk = self.small_disk("160k")
        answer = self.percuta("sweep", "study.toml", *words, "-o", disk / "out")
        self.assert_kept(answer, disk, "No space left on device")
        self.grow(disk)
        self.assert_goes_on("sweep", *words, out=disk / "out")

    def test_a_study_that_is_wrong_leaves_nothing(self):
        answer = self.percuta("sweep", "study.toml", "--over", "technique.passes=1,2", "--show", "densty", "-o", "out",
                              "-n", 4)
        self.assertEqual(answer.code, 2)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["study.toml"])

    def test_what_keeps_no_members_does_not_promise_to_go_on(self):
        for words in (("validate", "devices/V2", "-n", 100000), ("claims", "C6")):
            with self.subTest(verb=words[0]):
                process = self.start(*words, "--progress", "none")
                time.sleep(0.7)
                process.send_signal(signal.SIGINT)
                _, err = process.communicate(timeout=PATIENCE)
                self.assertEqual(process.returncode, 130, err.decode())
                self.assertIn(b"stopped", err)
                self.assertNotIn(b"--resume", err)


class NoDraftsStay(PercutaCase):
    def setUp(self) -> None:
        super().setUp()
        self.write()
        for name, seed in (("a", 7), ("b", 8)):
            self.have_run("study.toml", "--seed", seed, "-n", 4, out=name)
        # Each command with the folder that it makes drafts in, and what it writes.
        self.commands = ((("compare", "a", "b", "-o", "c"), ".", "c"), (("report", "a"), "a", "report.html"),
                         (("export", "a", "-o", "d.vtr"), ".", "d.vtr"),
                         (("export", "a", "--what", "punctures", "-o", "d.csv"), ".", "d.csv"),
                         (("validate", "V02_tip_size", "-n", 4, "--markdown", "page.md"), ".", "page.md"))

    def drafts(self, folder: str = ".") -> list[str]:
        return sorted(name for name in os.listdir(self.folder / folder) if ".part" in name)

    def test_what_a_killed_command_left_goes_when_it_is_called_again(self):
        for words, folder, name in self.commands:
            with self.subTest(verb=words[0], name=name):
                self.write("half", f"{folder}/.{name}.part-4711")
                self.write("mine", f"{folder}/.mine.part-4711")
                self.done(*words)
                self.assertEqual(self.drafts(folder), [".mine.part-4711"])
                (self.folder / folder / ".mine.part-4711").unlink()

    def test_killed_while_it_writes_it_leaves_a_draft_that_the_next_call_clears(self):
        for words, folder, _ in self.commands[:3]:
            with self.subTest(verb=words[0]):
                for _ in range(KILLS):
                    process = self.start(*words)
                    while process.poll() is None and not self.drafts(folder):
                        pass
                    process.kill()
                    process.communicate(timeout=PATIENCE)
                    if self.drafts(folder):
                        break
                else:
                    self.skipTest("it was always quicker than its end")
                self.done(*words)
                self.assertEqual(self.drafts(folder), [])

    def test_a_draft_that_a_living_command_holds_stays(self):
        process = self.start("compare", "a", "b", "-o", "c")
        for _ in itertools.takewhile(lambda _: process.poll() is None and not self.drafts(), itertools.count()):
            pass
        process.send_signal(signal.SIGSTOP)
        held = self.drafts()
        try:
            if not held:
                self.skipTest("it was quicker than its stop")
            self.done("compare", "a", "b", "-o", "c")
            self.assertEqual(self.drafts(), held)
        finally:
            process.send_signal(signal.SIGCONT)
            process.communicate(timeout=PATIENCE)
        self.assertEqual(process.returncode, 0)
        self.assertEqual((self.drafts(), sorted(os.listdir(self.folder / "c"))), ([], ["compare.csv", "compare.html"]))

    def test_two_comparisons_at_once_leave_a_whole_one(self):
        for _ in range(5):
            both = [self.start("compare", "a", "b", "-o", "c") for _ in range(2)]
            told = [process.communicate(timeout=PATIENCE)[1].decode() for process in both]
            self.assertEqual([process.returncode for process in both], [0, 0], told)
            self.assertEqual((self.drafts(), sorted(os.listdir(self.folder / "c"))), ([], ["compare.csv", "compare.html"]))
            self.assertEqual([name for name in os.listdir(self.folder) if "percuta-old" in name], [])


if __name__ == "__main__":
    unittest.main()
