"""`run` of a diffusion cell: release, recovery, holes none, given or made; refusals with their place."""

import csv
import json
import unittest

from percuta_process import PercutaCase, repeatable

CELL = """percuta = 1
title = "Vitamin C through skin in a cell"
seed = 3

[product]
name = "vitamin-c-15"
amount = "20 mg/cm2"
cover = "24 h"

[experiment]
kind = "franz-cell"
skin = "human-dermatomed"
cell_area = "1 cm2"
receptor_volume = "5 ml"
sampling_volume = "0.5 ml"
times = ["1 h", "2 h", "4 h", "24 h"]

[ensemble]
members = 4
"""
GIVEN = 'hole_width = "70 um"\nhole_depth = "150 um"\nhole_density = "100 /cm2"\n'
PARTS = ("donor", "channels", "stratum_corneum", "epidermis", "dermis", "converted", "samples", "receptor")


class Cell(PercutaCase):
    def with_keys(self, more):
        return CELL.replace("\n[ensemble]", more + "\n[ensemble]")

    def test_an_intact_skin_needs_no_device(self):
        self.write(CELL)
        results = self.results("study.toml")
        self.assertEqual(results["experiment"]["manner"], "intact")
        told = results["transport"]
        self.assertEqual(told["ascorbic-acid.permeated"]["value"], told["ascorbic-acid.intact_permeated"]["value"])
        self.assertNotIn("closure", results)
        self.assertNotIn("coverage", results)

    def test_given_holes_let_more_through_and_all_is_recovered(self):
        self.write(self.with_keys(GIVEN))
        told = self.results("study.toml")["transport"]
        self.assertGreater(told["ascorbic-acid.cell_enhancement"]["value"], 2)
        for name in ("permeated", "cell_flux", "cell_lag", "cell_permeability"):
            quantity = told[f"ascorbic-acid.{name}"]
            self.assertTrue(quantity["low"] <= quantity["value"] <= quantity["high"], name)
        self.assertAlmostEqual(told["ascorbic-acid.recovery.total"]["value"], 100, places=5)
        self.assertEqual({name for name in PARTS if f"ascorbic-acid.recovery.{name}" in told}, set(PARTS))
        with open(self.folder / "out" / "series.csv", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["quantity"] == "ascorbic-acid.permeated_course"]
        self.assertEqual([float(row["at"]) for row in rows], [1, 2, 4, 24])
        values = [float(row["value"]) for row in rows]
        self.assertEqual(values, sorted(values))
        for figure in ("permeated", "receptor", "strips"):
            self.assertTrue((self.folder / "out" / "figures" / f"{figure}_ascorbic-acid.svg").is_file())

    def test_a_device_pierces_the_skin_first(self):
        text = self.with_keys('displacement = "1 mm"\n').replace("[product]", '[device]\nname = "array-gap-600"\n\n[product]')
        self.write(text)
        results = self.results("study.toml")
        self.assertIn("depth_in_place", results["insertion"])
        self.assertIn("ascorbic-acid.permeated", results["transport"])

    def test_a_roller_is_rolled_over_the_skin_first(self):
        text = self.with_keys("").replace("[product]", '[device]\nname = "roller-540"\n\n[site]\narea = "1 cm2"\n\n[product]')
        self.write(text)
        results = self.results("study.toml")
        self.assertGreater(results["coverage"]["density"]["value"], 20)
        self.assertGreater(results["transport"]["ascorbic-acid.cell_enhancement"]["value"], 1)

    def test_its_resolved_study_runs_to_the_same_bytes(self):
        self.write(self.with_keys(GIVEN))
        self.results("study.toml")
        self.results("out/study.resolved.toml", out="again")
        self.assertEqual(repeatable(self.folder / "out"), repeatable(self.folder / "again"))

    def refused(self, text, *words):
        self.write(text)
        answer = self.percuta("run", "study.toml", "-o", "out")
        self.assertEqual(answer.code, 2, answer.err)
        for word in words:
            self.assertIn(word, answer.err)
        self.assertFalse((self.folder / "out").exists())

    def test_what_cannot_be_is_refused_with_its_place(self):
        self.refused(CELL.replace('"0.5 ml"', '"6 ml"'), "more is drawn each time than the receptor holds", "sampling_volume = ")
        self.refused(CELL.replace('"2 h", "4 h"', '"4 h", "2 h"'), "the times of sampling do not rise", "times = ")
        self.refused(CELL.replace('"1 h", "2 h"', '"0 h", "2 h"'), "the first sample is drawn after")
        self.refused(CELL[:CELL.index("[product]")] + CELL[CELL.index("[experiment]"):], "needs a product in its donor")
        self.refused(CELL.replace('cell_area = "1 cm2"\n', ""), "needs experiment.cell_area")
        self.refused(CELL.replace("human-dermatomed", "cheek"), "holds skin that is cut out", "skin = ")
        self.refused(self.with_keys('hole_width = "70 um"\nhole_depth = "150 um"\n'), "needs experiment.hole_density")
        self.refused(self.with_keys(GIVEN).replace("[product]", '[device]\nname = "roller-540"\n\n[product]'),
                     "no device makes the holes of this cell")
        self.refused(self.with_keys('displacement = "1 mm"\n'), "nothing pierces this skin")
        self.refused(CELL.replace("franz-cell", "closure").replace("[product]", '[device]\nname = "needle-tip-test"\n\n[product]'), "it is of a franz-cell")

    def test_a_receptor_that_fills_is_told(self):
        self.write(self.with_keys(GIVEN).replace('"5 ml"', '"0.05 ml"').replace('"0.5 ml"', '"0 ml"'))
        warnings = "\n".join(self.results("study.toml")["warnings"])
        self.assertIn("ascorbic-acid comes above a tenth of its solubility in the receptor", warnings)
        self.write(self.with_keys(GIVEN))
        self.assertNotIn("in the receptor", "\n".join(self.results("study.toml", out="wide")["warnings"]))

    def test_check_foretells_it(self):
        self.write(self.with_keys(GIVEN))
        self.assertTrue(json.loads(self.done("check", "study.toml", "--json").out)["can_run"])


if __name__ == "__main__":
    unittest.main()
