"""`run` of a bench test: pressed, moved, given holes; curves, folder and refusals."""

import csv
import json
import unittest

from percuta_process import PercutaCase, repeatable

BENCH = """percuta = 1
title = "One needle into excised skin"
seed = 5

[device]
name = "needle-tip-test"

[experiment]
kind = "insertion-test"
skin = "human-excised"
displacement = "1 mm"

[ensemble]
members = 8
"""


class Bench(PercutaCase):
    def test_a_press_gives_force_against_displacement(self):
        self.write(BENCH)
        results = self.results("study.toml")
        self.assertEqual(results["experiment"], {"kind": "insertion-test", "manner": "pressed", "skin": "human-excised",
                                                 "device": "needle-tip-test"})
        for name in ("depth_in_place", "residual_depth", "channel_width", "force_per_needle", "force_margin",
                     "puncture_force", "puncture_displacement", "skin_energy_share"):
            quantity = results["insertion"][name]
            self.assertTrue(quantity["low"] <= quantity["value"] <= quantity["high"], name)
        self.assertNotIn("coverage", results)
        with open(self.folder / "out" / "series.csv", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["quantity"] == "force"]
        self.assertEqual(rows[0]["figure"], "force_displacement")
        self.assertEqual(float(rows[-1]["at"]), 1)
        self.assertTrue((self.folder / "out" / "figures" / "force_displacement.svg").is_file())
        self.assertFalse((self.folder / "out" / "punctures.csv").exists())

    def test_a_bench_runs_again_to_the_same_bytes_also_from_its_resolved_study(self):
        self.write(BENCH)
        self.results("study.toml")
        self.results("out/study.resolved.toml", out="again")
        self.assertEqual(repeatable(self.folder / "out"), repeatable(self.folder / "again"))
        self.results("study.toml", out="out")
        self.assertEqual(repeatable(self.folder / "out"), repeatable(self.folder / "again"))

    def given_holes(self, skin):
        self.write(BENCH.replace("insertion-test", "closure").replace("human-excised", skin).replace(
            'displacement = "1 mm"', 'hole_width = "70 um"\nhole_depth = "150 um"\ncovered_until = "24 h"'))
        return self.results("study.toml", out=skin)

    def test_closing_of_given_holes_needs_no_press(self):
        results = self.given_holes("forearm")
        self.assertEqual(set(results["closure"]), {"barrier_half_life", "barrier_time", "pore_time"})
        self.assertTrue((self.folder / "forearm" / "figures" / "closure_course.svg").is_file())

    def test_holes_in_skin_that_is_cut_out_have_no_time_of_closing(self):
        results = self.given_holes("human-excised")
        self.assertNotIn("closure", results)
        reasons = {gap["name"]: gap["reason"] for gap in results["undefined"]}
        for name in ("barrier_half_life", "barrier_time", "pore_time"):
            self.assertIn("skin that is alive", reasons[f"closure.{name}"])

    def test_a_roller_is_rolled_over_a_site_or_a_specimen(self):
        for skin in ("forearm", "hairless-rat"):
            with self.subTest(skin=skin):
                self.write(BENCH.replace("needle-tip-test", "roller-rat-770").replace(
                    'displacement = "1 mm"', "").replace("human-excised", skin))
                results = self.results("study.toml", "--set", "site.area=1 cm2", out=skin)
                self.assertGreater(results["coverage"]["density"]["value"], 50)
                self.assertTrue((self.folder / skin / "punctures.csv").is_file())

    def test_check_tells_of_a_bench(self):
        self.write(BENCH)
        self.assertTrue(json.loads(self.done("check", "study.toml", "--json").out)["can_run"])

    def test_a_wrong_key_is_told_with_its_place(self):
        self.write(BENCH.replace("displacement", "displacment"))
        answer = self.percuta("run", "study.toml", "-o", "out")
        self.assertEqual(answer.code, 2)
        self.assertIn("study.toml:11:1", answer.err)
        self.assertIn("did you mean 'displacement'", answer.err)


if __name__ == "__main__":
    unittest.main()
