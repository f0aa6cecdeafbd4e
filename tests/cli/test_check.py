"""`check` builds the whole model, tells what a run will take and assume, and touches no file."""

import csv
import io
import json
import tomllib
import unittest

from percuta_process import DATA, FAST_STUDY, PercutaCase, contents, edited

SOURCES = (DATA / "sources.bib").read_text()
DEMO = (DATA / "studies" / "demo" / "medical-roller.toml").read_text()
MOST_OFF = 2.0  # factor between a size told and the file's


class Check(PercutaCase):
    def told(self, text: str = FAST_STUDY, *options: object) -> dict:
        self.write(text)
        return json.loads(self.done("check", "study.toml", "--json", *options).out)

    def test_it_touches_no_file(self):
        self.write()
        before = contents(self.folder)
        self.done("check", "study.toml")
        self.done("check", "study.toml", "--json")
        self.assertEqual(contents(self.folder), before)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["study.toml"])

    def test_it_tells_cells_memory_time_and_files(self):
        told = self.told()
        self.assertEqual(told["cells"], 0)
        self.assertEqual(told["members"], 4)
        for key in ("memory_bytes", "seconds", "strikes_per_member"):
            self.assertGreater(told[key], 0, key)
        text = self.done("check", "study.toml").out
        for word in ("Cells", "Strikes", "Memory", "Time", "Files", *told["files"]):
            self.assertIn(word, text)
        self.assertIn("can run", text)

    def test_it_lists_every_default_with_a_source_that_is_known(self):
        told = self.told()
        paths = {row["path"] for row in told["defaults"]}
        self.assertTrue({"technique.speed", "technique.skill", "device.needle.tip_radius", "device.drum.rolling_share",
                         "skin.dermis.female", "mechanics.cutting_energy", "hand.heading.novice",
                         "guidance.capture_distance", "contact.dent_spread"} <= paths, paths)
        for row in told["defaults"]:
            self.assertIn("{" + row["source"] + ",", SOURCES, row["path"])
            self.assertIn(row["kind"], ("measured", "fitted", "assumed"))
            self.assertNotEqual(row["value"], "")
        text = self.done("check", "study.toml").out
        for path in paths:
            self.assertIn(path, text)

    def test_what_the_study_names_is_no_default(self):
        paths = {row["path"] for row in self.told()["defaults"]}
        self.assertTrue(paths.isdisjoint({"technique.force", "device.needle.length", "person.age", "site.area"}))
        left = {row["path"] for row in self.told(edited('force = "5 N"\n', ""))["defaults"]}
        self.assertEqual(left - paths, {"technique.force"})

    def test_a_setting_of_the_command_line_is_no_default(self):
        paths = {row["path"] for row in self.told(FAST_STUDY, "--set", "technique.speed=3 cm/s")["defaults"]}
        self.assertNotIn("technique.speed", paths)

    def test_it_names_rooms_that_are_not_built(self):
        told = self.told(FAST_STUDY, "--set", "rf.frequency=1 MHz", "--set", "rf.power=20 W", "--set", "rf.pulse=300 ms")
        self.assertEqual([row["room"] for row in told["not_built"]], ["heat"])
        self.assertEqual(self.told()["not_built"], [])
        self.assertTrue(self.told()["can_run"])

    def test_more_members_and_threads_change_time_alone(self):
        few, many = self.told(), self.told(FAST_STUDY, "-n", 80)
        self.assertEqual(many["members"], 80)
        self.assertGreater(many["seconds"], few["seconds"])
        self.assertEqual(many["memory_bytes"], few["memory_bytes"])
        one, two = self.told(FAST_STUDY, "--threads", 1), self.told(FAST_STUDY, "--threads", 2)
        self.assertGreater(one["seconds"], two["seconds"])
        self.assertLessEqual(one["memory_in_all_bytes"], two["memory_in_all_bytes"])


class Sizes(PercutaCase):
    def assert_sizes(self, text: str, *options: object) -> None:
        self.write(text)
        told = json.loads(self.done("check", "study.toml", "--json", *options).out)
        self.done("run", "study.toml", "-o", "out", *options)
        files = {name: len(found) for name, found in contents(self.folder / "out").items()}
        self.assertEqual(set(told["files"]), set(files))
        for name, size in files.items():
            with self.subTest(name=name, size=size, told=told["files"][name]):
                self.assertLess(told["files"][name] / size, MOST_OFF)
                self.assertLess(size / told["files"][name], MOST_OFF)

    def test_the_files_of_a_small_study_are_as_told(self):
        self.assert_sizes(FAST_STUDY)

    def test_the_files_of_the_demo_are_as_told(self):
        self.assert_sizes(DEMO, "-n", 8)

    def test_the_files_of_a_course_are_as_told(self):
        self.assert_sizes(edited("sessions = 1", "sessions = 5"))

    def test_the_files_of_a_long_run_are_as_told(self):
        self.assert_sizes(edited("passes = 2", "passes = 25", edited('"2 cm2"', '"30 cm2"')), "-n", 4)

    def test_strikes_are_as_told(self):
        self.write()
        told = json.loads(self.done("check", "study.toml", "--json").out)["strikes_per_member"]
        self.done("run", "study.toml", "-o", "out")
        ledger = json.loads((self.folder / "out" / "results.json").read_text())["ledger"]
        struck = next(row["value"] for row in ledger if row["name"] == "punctures.struck")
        self.assertLess(max(told, struck) / min(told, struck), 1.5)
        rows = list(csv.reader(io.StringIO((self.folder / "out" / "punctures.csv").read_text())))
        self.assertLessEqual(len(rows) - 1, struck)


class StartingStudies(PercutaCase):
    def test_every_study_that_percuta_brings_is_sound(self):
        studies = sorted((DATA / "studies").rglob("*.toml"))
        self.assertGreaterEqual(len(studies), 13)
        for path in studies:
            with self.subTest(study=path.stem):
                told = json.loads(self.done("check", path, "--json").out)
                self.assertEqual(told["title"], tomllib.loads(path.read_text())["title"])


if __name__ == "__main__":
    unittest.main()
