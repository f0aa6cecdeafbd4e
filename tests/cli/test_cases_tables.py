"""Maps and tables as users bring them: what is undefined is not 0, what is dropped is told, what is too much is refused.

The inputs stand in tests/cases, a folder each.
"""

import csv
import gzip
import io
import json
import os
import pathlib
import random
import shutil

import unittest

from percuta_process import FAST_STUDY, ROOT, PercutaCase, edited

CASES = ROOT / "tests" / "cases"
OF_HOLES = ("nearest_neighbour", "nearest_neighbour_index")
OF_ROOMS = ("coverage", "insertion", "closure")


class Tables(PercutaCase):
    def case(self, name: str) -> pathlib.Path:
        folder = self.folder / name
        shutil.copytree(CASES / name, folder)
        return folder

    def rooms(self, results: dict) -> dict:
        return {room: results.get(room) for room in OF_ROOMS}

    def page(self, out: str) -> dict:
        text = (self.folder / out / "report.html").read_text()
        begin = text.index('id="percuta-data">') + len('id="percuta-data">')
        return json.loads(text[begin:text.index("<", begin)])

    def said(self, results: dict, words: str) -> bool:
        return any(words in warning for warning in results["warnings"])

    # A single hole has no neighbour.

    def test_a_distance_to_a_neighbour_that_is_not_there_is_left_out_with_its_reason(self):
        results = self.results(self.case("one-hole") / "study.toml")
        undefined = {row["name"]: row["reason"] for row in results["undefined"]}
        for name in OF_HOLES:
            self.assertNotIn(name, results["coverage"])
            self.assertEqual(undefined[f"coverage.{name}"], "needs two holes, one of them in the window")
        self.assertEqual(results["coverage"]["density"]["value"], 0.1)
        self.assertEqual(results["coverage"]["missed_share"]["value"], 1)
        self.assertGreater(results["coverage"]["largest_gap"]["value"], 15)
        for name in ("summary.csv", "series.csv"):
            self.assertNotIn("nearest_neighbour", (self.folder / "out" / name).read_text())
        page = self.page("out")
        self.assertFalse(set(OF_HOLES) & {row["name"] for row in page["results"]})
        self.assertTrue(any("Not defined here" in note and "nearest_neighbour" in note for note in page["warnings"]))

    def test_the_terminal_says_what_is_not_defined_once_and_in_words(self):
        answer = self.done("run", self.case("one-hole") / "study.toml", "-o", "out")
        said = answer.out + answer.err
        self.assertIn("Not defined here, so left out: session_time (needs strokes of a hand: measured punctures tell no time); "
                      "nearest_neighbour, nearest_neighbour_index (needs two holes, one of them in the window);", " ".join(said.split()))
        self.assertEqual(said.count("nearest_neighbour_index"), 1)

    def test_where_nothing_pierces_there_is_no_hole_to_measure_or_to_close(self):
        self.write()
        results = self.results("study.toml", "--set", "technique.force=0.01 N", "--set",
                               "device.needle.diameter=0.5 mm", "--set", "device.needle.tip_radius=200 um", "--set", "ensemble.members=4")
        undefined = {row["name"]: row["reason"] for row in results["undefined"]}
        self.assertEqual(results["insertion"]["pierced_share"]["value"], 0)
        self.assertEqual(results["insertion"]["depth_in_place"]["value"], 0)
        for name in ("insertion.residual_depth", "insertion.channel_width", "closure.barrier_half_life",
                     "closure.barrier_time", "closure.pore_time", "closure.barrier", "closure.pore"):
            self.assertIn(name, undefined)
        self.assertNotIn("closure", results)
        self.assertNotIn("closure_course", (self.folder / "out" / "series.csv").read_text())

    def test_a_treatment_in_which_nothing_lands_says_so_first(self):
        worn = '\nwear = { uses = 0, tip_growth = "0 um", bent_share = 0, bend = "0 mm", missing_share = 1 }'
        self.write(edited('needle.length = "1.5 mm"', 'needle.length = "1.5 mm"' + worn))
        out = self.done("run", "study.toml", "-o", "out").out
        results = json.loads((self.folder / "out" / "results.json").read_text())
        self.assertIn("No needle lands in the treated window", results["warnings"][0])
        self.assertLess(out.index("No needle lands"), out.index("density"))
        self.assertEqual(results["coverage"]["density"], {"value": 0, "low": 0, "high": 0, "unit": "1/cm2"})
        self.assertEqual(results["coverage"]["missed_share"]["value"], 1)
        self.assertGreater(results["coverage"]["largest_gap"]["value"], 8)
        self.assertEqual(set(results["coverage"]),
                         {"density", "distinct_density", "largest_gap", "missed_share", "overlap_share", "session_time"})  # the hand was at work
        self.assertEqual(set(results.get("insertion", {})), {"neighbour_share", "open_share", "leak"})  # nothing is open
        self.assertEqual([results["insertion"][name]["value"] for name in ("open_share", "leak")], [0, 0])
        page = self.page("out")
        self.assertIn("No needle lands", page["warnings"][0])
        self.assertIsNone(page["figures"]["depth_histogram"])
        self.assertEqual(page["figures"]["layer_reach"], [])

    def test_a_sweep_and_a_comparison_leave_out_what_is_not_defined(self):
        study = self.case("one-hole")
        (study / "two.csv").write_text("x_mm,y_mm\n40,30\n41,30\n")
        answer = self.done("sweep", study / "study.toml", "--over", "punctures.from=map.csv,two.csv", "--show",
                           "coverage.nearest_neighbour", "-o", "swept")
        self.assertIn("needs two holes", answer.out)
        with open(self.folder / "swept" / "sweep.csv", newline="") as table:
            rows = [row for row in csv.DictReader(table) if row["quantity"] == "nearest_neighbour"]
        self.assertEqual([(row["punctures.from"], float(row["value"])) for row in rows], [("measured/two.csv", 1)])
        self.results(study / "study.toml", out="one")
        self.results(study / "study.toml", "--set", "punctures.from=two.csv", out="two")
        compared = json.loads(self.done("compare", "one", "two", "--json").out)
        row = next(row for row in compared["quantities"] if row["name"] == "nearest_neighbour")
        self.assertEqual([value["value"] for value in row["values"]], [None, 1])

    # Rows of a user's data that are dropped are told.

    def test_a_map_that_misses_the_site_is_refused_with_both_boxes(self):
        study = self.case("map-outside-site") / "study.toml"
        for verb in (("check",), ("run", "-o", "out")):
            answer = self.percuta(verb[0], study, *verb[1:])
            self.assertEqual(answer.code, 2)
            for words in ("none of the 30 rows", "the map spans x 300 to 315 mm, y 310 to 318 mm",
                          "the site's outline spans x ", "the window in it x ", "millimetres in the frame"):
                self.assertIn(words, answer.err)
        self.assertFalse((self.folder / "out").exists())

    def test_rows_off_the_site_and_off_the_window_are_told_by_check_run_and_page(self):
        folder = self.case("map-outside-site")
        (folder / "map.csv").write_text("x_mm,y_mm\n300,310\n40,30\n42,30\n60,30\n")
        notes = ("1 of 4 rows of 'map.csv' (25 %) lie off the site's outline",
                 "1 of 4 rows of 'map.csv' (25 %) lie on the site but outside the treated window")
        checked = self.done("check", folder / "study.toml").out
        results = self.results(folder / "study.toml")
        for note in notes:
            self.assertIn(note, checked)
            self.assertTrue(self.said(results, note))
            self.assertTrue(any(note in one for one in self.page("out")["warnings"]))

    def test_a_measured_depth_that_shapes_nothing_is_named_with_its_rows_and_why(self):
        study = self.case("measured-depth") / "study.toml"
        note = "'map.csv' gives depth_mm in 30 rows, and nothing is made of it: a run works it out anew"
        self.assertIn(note, self.done("check", study).out)
        self.assertTrue(self.said(self.results(study), note))

    def test_percuta_s_own_table_is_read_without_a_word_of_columns(self):
        self.write()
        self.results("study.toml", out="traced")
        self.write((self.folder / "traced" / "punctures.csv").read_text(), "map.csv")
        self.write(FAST_STUDY + '\n[punctures]\nfrom = "map.csv"\n', "again.toml")
        self.assertFalse(self.said(self.results("again.toml", out="again"), "nothing is made of it"))

    # The order of rows is not the order of time.

    def test_rows_in_another_order_give_the_same_results(self):
        study = self.case("rows-in-another-order") / "study.toml"
        first = self.results(study, out="first")
        again = self.results(study, "--set", "punctures.from=by_x.csv", out="again")
        self.assertEqual(self.rooms(first), self.rooms(again))
        self.assertEqual((self.folder / "first" / "punctures.csv").read_bytes(),
                         (self.folder / "again" / "punctures.csv").read_bytes())
        self.assertAlmostEqual(first["coverage"]["missed_share"]["value"], 0.649, places=2)

    def test_a_run_s_own_table_shuffled_gives_the_same_bytes_and_shuffled_holes_are_told_anew(self):
        self.write()
        self.results("study.toml", out="traced")
        rows = list(csv.DictReader(io.StringIO((self.folder / "traced" / "punctures.csv").read_text(), newline="")))
        random.Random(5).shuffle(rows)
        tables = {"told.csv": list(rows[0]), "no_time.csv": [name for name in rows[0] if name != "strike"]}
        for name, columns in tables.items():
            text = io.StringIO(newline="")
            writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
            self.write(text.getvalue(), name)
        self.write((self.folder / "traced" / "punctures.csv").read_text(), "map.csv")
        self.write(FAST_STUDY + '\n[punctures]\nfrom = "map.csv"\n', "again.toml")
        first = self.results("again.toml", out="first")
        for name in tables:
            again = self.results("again.toml", "--set", f"punctures.from={name}", out=name.removesuffix(".csv"))
            self.assertEqual(self.rooms(first), self.rooms(again))
        self.assertEqual((self.folder / "first" / "punctures.csv").read_bytes(),
                         (self.folder / "told" / "punctures.csv").read_bytes())

    # What was seen on skin are holes.

    def test_a_map_without_holes_named_has_a_hole_a_row_and_no_interval(self):
        coverage = self.results(self.case("facts-of-a-map") / "study.toml")["coverage"]
        self.assertEqual(coverage["distinct_density"], {"value": 0.6, "low": 0.6, "high": 0.6, "unit": "1/cm2"})
        self.assertAlmostEqual(coverage["nearest_neighbour"]["value"], 1.403, places=3)
        self.assertEqual(coverage["reentry_share"]["value"], 0)
        for name, one in coverage.items():
            self.assertEqual((one["low"], one["high"]), (one["value"], one["value"]), name)

    # Tables are bounded.

    def test_a_pipe_is_refused_at_once(self):
        folder = self.case("one-hole")
        os.mkfifo(folder / "pipe.csv")
        answer = self.percuta("check", folder / "study.toml", "--set", "punctures.from=pipe.csv", limit=60)
        self.assertEqual(answer.code, 2)
        self.assertIn("is not an ordinary file", answer.err)

    def test_a_packed_table_of_one_endless_line_is_refused_before_it_fills_the_memory(self):
        folder = self.case("one-hole")
        with gzip.open(folder / "line.csv.gz", "wb") as file:
            for _ in range(300):
                file.write(b"1," * 2**19)
        answer = self.percuta("check", folder / "study.toml", "--set", "punctures.from=line.csv.gz", limit=60)
        self.assertEqual(answer.code, 2)
        self.assertIn("has a line of more than 65536 bytes", answer.err)


if __name__ == "__main__":
    unittest.main()
