"""`run` and its options: data on stdout, progress and messages on stderr, settings over the study."""

import json
import shutil
import stat
import tomllib
import unittest

from percuta_process import DATA, FAST_STUDY, PercutaCase, contents, edited, repeatable


class Output(PercutaCase):
    def setUp(self) -> None:
        super().setUp()
        self.write()

    def test_it_prints_each_quantity_with_its_interval_and_names_the_folder(self):
        answer = self.done("run", "study.toml")
        self.assertIn("A small study", answer.out)
        for name in ("density", "evenness", "depth_in_place", "reach_dermis", "collagen_change", "What will be seen", "10th, 90th percentile"):
            self.assertIn(name, answer.out)
        self.assertIn("study.run", answer.err)
        self.assertIn("study.run/report.html", answer.err)
        self.assertTrue((self.folder / "study.run" / "report.html").is_file())

    def test_json_prints_the_results_file(self):
        answer = self.done("run", "study.toml", "-o", "out", "--json")
        self.assertEqual(answer.out, (self.folder / "out" / "results.json").read_text())

    def test_failing_on_what_a_run_does_not_judge_is_refused_before_the_run(self):
        answer = self.percuta("run", "study.toml", "-o", "out", "--fail-on", "verdict")
        self.assertEqual(answer.code, 2)
        self.assertIn("verdict", answer.err)
        self.assertFalse((self.folder / "out").exists())

    def test_quiet_says_nothing_on_stderr(self):
        self.assertEqual(self.done("run", "study.toml", "-o", "out", "--quiet").err, "")
        self.assertNotEqual(self.percuta("run", "nowhere.toml", "--quiet").err, "")

    def test_progress_as_json_is_a_line_per_step(self):
        err = self.done("run", "study.toml", "-o", "out", "-n", 12, "--progress=json", "--quiet").err
        steps = [json.loads(line) for line in err.splitlines()]
        self.assertGreaterEqual(len(steps), 1)
        self.assertEqual((steps[-1]["done"], steps[-1]["all"]), (12, 12))
        done = [step["done"] for step in steps]
        self.assertEqual(done, sorted(done))
        for step in steps:
            self.assertGreaterEqual(step["seconds_left"], 0)

    def test_progress_as_bar_and_none(self):
        self.assertIn("4/4", self.done("run", "study.toml", "-o", "out", "--progress=bar").err)
        self.assertNotIn("4/4", self.done("run", "study.toml", "-o", "out", "--progress=none").err)
        self.assertNotIn("4/4", self.done("run", "study.toml", "-o", "out").err)

    def test_no_colour_reaches_what_is_no_terminal(self):
        self.assertNotIn("\x1b", self.done("run", "study.toml", "-o", "out").out)

    def test_results_hold_what_the_contract_says(self):
        results = self.results("study.toml")
        self.assertEqual(results["schema"], "percuta-results/1")
        self.assertEqual((results["seed"], results["members"], results["interval_level"]), (7, 4, 0.8))
        for room, names in (("coverage", "density distinct_density nearest_neighbour dispersion_2mm evenness"),
                            ("insertion", "depth_in_place force_per_needle reach_epidermis reach_dermis reach_fat")):
            for name in names.split():
                quantity = results[room][name]
                self.assertEqual(set(quantity), {"value", "low", "high", "unit"})
                self.assertTrue(quantity["low"] <= quantity["value"] <= quantity["high"], name)
        mismatch = {row["name"]: row["value"] for row in results["ledger"] if "mismatch" in row["name"]}
        self.assertEqual((mismatch["punctures.mismatch"], mismatch["insertion.mismatch"]), (0, 0))
        self.assertLess(abs(mismatch["collagen.mismatch"]), 1e-10)
        self.assertTrue(all(source["read_as"] and source["citation"] for source in results["sources"]))

    def test_results_tell_nothing_of_machine_or_folder(self):
        self.done("run", self.folder / "study.toml", "-o", self.folder / "out")
        for name, found in repeatable(self.folder / "out").items():
            self.assertNotIn(str(self.folder).encode(), found, name)
        facts = json.loads((self.folder / "out" / "run.json").read_text())
        self.assertTrue({"percuta", "command", "machine", "started", "finished", "seconds", "threads"} <= set(facts))


class Settings(PercutaCase):
    def resolved(self, *options: object) -> dict:
        self.write()
        self.done("run", "study.toml", "-o", "out", "--quiet", *options)
        return tomllib.loads((self.folder / "out" / "study.resolved.toml").read_text())

    def test_set_overrides_the_study_key_by_key(self):
        resolved = self.resolved("--set", "technique.force=3 N", "--set", "title=Another", "--set", "technique.passes=1",
                                 "--set", 'person.history=["diabetes"]', "--set", "device.needle.length=0.5 mm")
        self.assertEqual(resolved["technique"]["force"], "3 N")
        self.assertEqual(resolved["technique"]["passes"], 1)
        self.assertEqual(resolved["title"], "Another")
        self.assertEqual(resolved["person"]["history"], ["diabetes"])
        self.assertEqual(resolved["device"]["needle"]["length"], "0.5 mm")

    def test_the_last_of_two_settings_wins(self):
        resolved = self.resolved("--set", "technique.passes=1", "--set", "technique.passes=3")
        self.assertEqual(resolved["technique"]["passes"], 3)

    def test_seed_and_members_override_the_study(self):
        resolved = self.resolved("--seed", 11, "-n", 5)
        self.assertEqual((resolved["seed"], resolved["ensemble"]["members"]), (11, 5))

    def test_a_setting_is_the_same_as_an_edit(self):
        self.write(edited("passes = 2", "passes = 3"))
        edit = self.results("study.toml")
        self.write(FAST_STUDY)
        setting = self.results("study.toml", "--set", "technique.passes=3", out="set")
        self.assertEqual(edit["coverage"], setting["coverage"])

    def test_more_force_goes_deeper(self):
        self.write()
        light = self.results("study.toml", "--set", "technique.force=1 N")
        firm = self.results("study.toml", "--set", "technique.force=10 N", out="firm")
        self.assertLess(light["insertion"]["depth_in_place"]["value"], firm["insertion"]["depth_in_place"]["value"])

    def test_a_course_has_results_per_session(self):
        self.write(edited("sessions = 1", "sessions = 2") + "\n[[session]]\nnumber = 2\ntechnique.passes = 4\n")
        first, second = self.results("study.toml")["sessions"]
        self.assertEqual((first["number"], second["number"]), (1, 2))
        self.assertGreater(second["coverage"]["density"]["value"], 1.5 * first["coverage"]["density"]["value"])


class DataFolder(PercutaCase):
    def test_a_data_folder_that_cannot_be_written_is_enough_and_stays_as_it_is(self):
        data = self.folder / "data"
        shutil.copytree(DATA, data)
        before = contents(data)
        for path in [data, *data.rglob("*")]:
            path.chmod(stat.S_IMODE(path.stat().st_mode) & ~0o222)
        self.write()
        self.done("run", "study.toml", "-o", "out", "--data", data)
        self.assertEqual(contents(data), before)
        for path in [data, *data.rglob("*")]:
            path.chmod(path.stat().st_mode | 0o700)

    def test_a_broken_data_file_is_told_with_its_place(self):
        text = (DATA / "hand.toml").read_text().replace("track_overlap", "track_overlp", 1)
        self.write(text, "mine/hand.toml")
        self.write()
        answer = self.percuta("run", "study.toml", "-o", "out", "--data", "mine")
        self.assertEqual(answer.code, 2)
        self.assertIn("mine/hand.toml:", answer.err)
        self.assertFalse((self.folder / "out").exists())


class Hands(PercutaCase):
    """What a hand needs and how evenly it works: quantities like any other."""

    def coverage(self, *options: str, study: str = "study.toml") -> dict:
        answer = self.done("run", study, "-o", "out", "-n", "4", *options, "--json")
        return json.loads(answer.out)["coverage"]

    def test_time_unevenness_and_dose_are_results_with_intervals(self):
        self.write(FAST_STUDY)
        coverage = self.coverage()
        table = (self.folder / "out" / "summary.csv").read_text()
        page = (self.folder / "out" / "report.html").read_text()
        for name, unit in (("session_time", "min"), ("unevenness_2mm", "1"), ("unevenness_1mm", "1"), ("unevenness_4mm", "1"),
                           ("dose_variation_2mm", "1"), ("dose_variation_1mm", "1"), ("dose_variation_4mm", "1")):
            with self.subTest(quantity=name):
                self.assertEqual(coverage[name]["unit"], unit)
                self.assertLess(coverage[name]["low"], coverage[name]["high"])
                self.assertIn(f"coverage,{name},", table)
                self.assertIn(f'"{name}"', page)

    def test_more_passes_and_longer_lifts_take_longer(self):
        self.write(FAST_STUDY)
        short = self.coverage()["session_time"]["value"]
        self.assertGreater(self.coverage("--set", "technique.passes=4")["session_time"]["value"], 1.25 * short)  # the turn between them is taken once
        self.assertGreater(self.coverage("--set", "hand.lift.novice=60 s", "--set", "hand.lift.expert=60 s")["session_time"]["value"], 2 * short)

    def test_a_practised_grid_of_injections_misses_little_of_the_window(self):
        self.done("new", "S7")
        self.assertLess(self.coverage("--set", "technique.skill=1", study="S7.toml")["missed_share"]["value"], 0.15)

    def test_a_hand_that_stops_at_even_bleeding_does_no_more_passes_than_it_needs(self):
        self.write(FAST_STUDY)
        bleeding = ("--set", "technique.endpoint=even bleeding", "--set", "technique.passes=20", "--set", "hand.bleeding_share=0.5")
        few = self.coverage(*bleeding, "--set", "hand.bleeding_density=5 1/cm2")
        many = self.coverage(*bleeding, "--set", "hand.bleeding_density=100 1/cm2")
        self.assertLess(few["density"]["value"], many["density"]["value"])
        self.assertLess(few["session_time"]["value"], many["session_time"]["value"])


if __name__ == "__main__":
    unittest.main()
