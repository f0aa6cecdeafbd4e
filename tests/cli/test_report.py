"""The demo shows what Percuta does; `report` writes a run's page again."""

import json
import os
import shutil
import signal
import unittest

from percuta_process import PercutaCase, contents, repeatable


MEMBERS = 32 if os.environ.get("PERCUTA_LONG") else 8
DEVICES = ["home-roller", "institute-roller", "medical-roller", "pen"]


def devices_of(folder):
    """All files of a demo's runs that depend on the study alone."""
    return {name: repeatable(folder / name) for name in DEVICES}


class Demo(PercutaCase):
    def have_demo(self) -> None:
        """A small demo's folder, where the demo would make it."""
        self.have_done("demo", "-n", 4, out="percuta-demo")

    def test_four_devices_stand_side_by_side_in_the_folder_it_is_called_in(self):
        answer = self.done("demo", "--no-browser", "-n", MEMBERS)
        self.assertIn("percuta-demo/comparison/compare.html", answer.err)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["percuta-demo"])
        folder = self.folder / "percuta-demo"
        self.assertEqual(sorted(path.name for path in folder.iterdir() if path.is_dir()), sorted(["comparison", *DEVICES]))
        results = [json.loads((folder / name / "results.json").read_text()) for name in DEVICES]
        self.assertEqual({one["members"] for one in results}, {MEMBERS})
        depths = [one["insertion"]["depth_in_place"]["value"] for one in results]
        self.assertEqual(depths[:3], sorted(depths[:3]))
        for row in ("density", "evenness", "depth_in_place", "reach_dermis", "barrier_time", "pore_time"):
            self.assertRegex(answer.out, rf"\n  {row} ")

    def test_it_has_32_members_unless_another_number_is_given(self):
        process = self.start("demo", "--no-browser", "--progress", "json")
        step = next(line for line in process.stderr if line.startswith(b"{"))
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        self.assertEqual((json.loads(step)["all"], process.returncode), (32, 130))

    def test_all_have_the_same_person_cheek_and_hand(self):
        self.have_demo()
        compared = json.loads(self.done("demo", "-n", 4, "--json").out)
        chosen = {one["key"] for one in compared["differences"] if one["chosen"]}
        self.assertEqual(chosen, {"title", "device.name", "device.needle.length", "technique.passes"})

    def test_it_may_be_run_again_and_elsewhere(self):
        self.have_demo()
        self.done("demo", "-n", 4)
        self.have_done("demo", "-n", 4, out="mine")
        self.assertEqual(devices_of(self.folder / "mine"), devices_of(self.folder / "percuta-demo"))

    def test_where_nothing_can_be_written_it_goes_to_a_temporary_folder(self):
        stand, scratch = self.folder / "stand", self.folder / "scratch"
        stand.mkdir()
        scratch.mkdir()
        stand.chmod(0o555)
        if os.access(stand, os.W_OK):
            self.skipTest("this user writes everywhere")
        answer = self.done("demo", "-n", 4, folder=stand, environment={"TMPDIR": str(scratch)})
        self.assertIn(str(scratch / "percuta-demo" / "comparison" / "compare.html"), answer.err)
        self.assertTrue((scratch / "percuta-demo" / "pen" / "results.json").is_file())

    def test_a_foreign_folder_is_left_alone(self):
        self.write("mine", "percuta-demo/notes.txt")
        self.assertEqual(self.percuta("demo", "-n", 4).code, 5)
        self.assertEqual(contents(self.folder), {"percuta-demo/notes.txt": b"mine"})

    def test_what_a_killed_demo_left_is_no_hindrance(self):
        for name in (".pen.percuta-old-4711", ".comparison.part-4711", "pen.part"):
            (self.folder / "percuta-demo" / name).mkdir(parents=True)
        self.done("demo", "-n", 4)
        self.assertEqual(sorted(path.name for path in (self.folder / "percuta-demo").iterdir() if path.is_dir()),
                         sorted(["comparison", *DEVICES]))

    def test_a_wrong_key_is_told_before_anything_is_touched(self):
        self.have_demo()
        before = contents(self.folder)
        self.assertEqual(self.percuta("demo", "-n", 4, "--set", "device.drum.diameter=19mm").code, 2)
        self.assertEqual(contents(self.folder), before)

    def test_resuming_keeps_the_runs_that_are_of_the_same_inputs(self):
        self.have_demo()
        folder = self.folder / "percuta-demo"
        before = {name: (folder / name / "run.json").read_bytes() for name in DEVICES}
        shutil.rmtree(folder / "pen")
        self.done("demo", "-n", 4, "--resume")
        after = {name: (folder / name / "run.json").read_bytes() for name in DEVICES}
        self.assertEqual({name for name in DEVICES if after[name] != before[name]}, {"pen"})
        self.done("demo", "-n", 5, "--resume")
        self.assertEqual(json.loads((folder / "pen" / "results.json").read_text())["members"], 5)

    def test_a_foreign_file_in_one_of_its_runs_is_kept(self):
        self.have_demo()
        self.write("mine", "percuta-demo/pen/notes.txt")
        self.assertEqual(self.percuta("demo", "-n", 4).code, 5)
        self.assertEqual((self.folder / "percuta-demo" / "pen" / "notes.txt").read_text(), "mine")


class Report(PercutaCase):
    def setUp(self) -> None:
        super().setUp()
        self.write()
        self.have_run("study.toml")
        self.before = contents(self.folder / "out")

    def test_it_writes_the_same_page_again_and_nothing_else(self):
        page = self.folder / "out" / "report.html"
        page.write_text(page.read_text().replace("<title>", "<title>spoiled "))
        self.assertEqual(self.done("report", "out").out, "out/report.html\n")
        self.assertEqual(contents(self.folder / "out"), self.before)

    def test_a_missing_page_is_made_from_the_resolved_study(self):
        (self.folder / "out" / "report.html").unlink()
        self.done("report", "out")
        again = repeatable(self.folder / "out")
        for name in ("results.json", "punctures.csv"):
            self.assertEqual(again[name], self.before[name], name)
        self.assertIn("report.html", again)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["out", "study.toml"])

    def test_a_moved_run_folder_is_still_one(self):
        shutil.move(self.folder / "out", self.folder / "moved")
        self.assertEqual(self.done("report", "moved").out, "moved/report.html\n")

    def test_what_is_no_run_folder_is_refused(self):
        (self.folder / "empty").mkdir()
        for given in ("empty", "nowhere", "study.toml"):
            with self.subTest(given=given):
                answer = self.percuta("report", given)
                self.assertEqual(answer.code, 2)
                self.assertIn("is not a run folder", answer.err)
        self.assertEqual(list((self.folder / "empty").iterdir()), [])

    def test_the_page_is_one_file_that_asks_for_nothing(self):
        page = self.before["report.html"]
        self.assertLess(len(page), 5_000_000)
        for word in (b'src="http', b'href="http', b"@import", b"url(http", b"fetch("):
            self.assertNotIn(word, page)


if __name__ == "__main__":
    unittest.main()
