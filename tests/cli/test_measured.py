"""`[punctures] from`: a measured map, or a run's own, instead of strokes."""

import csv
import io
import unittest

from percuta_process import FAST_STUDY, PercutaCase

WITH_MAP = FAST_STUDY + "\n[punctures]\nfrom = \"map.csv\"\n"
PLAIN_MAP = "x_mm,y_mm\n" + "".join(f"{38 + 0.7 * i % 9:.3f},{36 + 0.9 * i % 7:.3f}\n" for i in range(60))


class Measured(PercutaCase):
    def rows(self, folder: str) -> list[dict[str, str]]:
        text = (self.folder / folder / "punctures.csv").read_text()
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def test_a_run_fed_its_own_punctures_gives_the_same_results_downstream(self):
        self.write()
        self.results("study.toml", out="traced")
        self.write((self.folder / "traced" / "punctures.csv").read_text(), "map.csv")
        self.write(WITH_MAP, "again.toml")
        first = self.results("again.toml", out="first")
        derived = ("x_mm", "y_mm", "hole", "reentry", "in_window", "depth_mm", "force_on_needle_N", "force_on_device_N",
                   "length_mm", "tilt_rad", "tip_speed_m_s", "residual_depth_mm", "channel_width_mm")
        for traced, fed in zip(self.rows("traced"), self.rows("first"), strict=True):
            self.assertEqual([traced[name] for name in derived], [fed[name] for name in derived])
        self.write((self.folder / "first" / "punctures.csv").read_text(), "map.csv")
        second = self.results("again.toml", out="second")
        for room in ("coverage", "insertion", "closure"):
            self.assertEqual(first[room], second[room])

    def test_a_map_of_two_columns_is_enough_and_has_one_coverage(self):
        self.write(PLAIN_MAP, "map.csv")
        self.write(WITH_MAP)
        results = self.results("study.toml")
        density = results["coverage"]["density"]
        self.assertEqual(density["low"], density["high"])
        depth = results["insertion"]["depth_in_place"]
        self.assertLess(depth["low"], depth["high"])

    def test_the_resolved_study_runs_again_from_the_run_folder(self):
        self.write(PLAIN_MAP, "map.csv")
        self.write(WITH_MAP)
        self.results("study.toml")
        self.assertEqual((self.folder / "out" / "measured" / "map.csv").read_text(), PLAIN_MAP)
        again = self.results("out/study.resolved.toml", out="again")
        self.assertEqual(again, self.results("study.toml", out="third"))

    def test_another_map_is_another_run(self):
        self.write(WITH_MAP)
        self.write(PLAIN_MAP, "map.csv")
        first = self.results("study.toml")["inputs_hash"]
        self.write(PLAIN_MAP + "40,37\n", "map.csv")
        self.assertNotEqual(first, self.results("study.toml")["inputs_hash"])

    def test_bad_maps_are_refused_with_their_place(self):
        self.write(WITH_MAP)
        for text, said in (("x_mm,y_mm\n1,2\n3,oops\n", "map.csv:3:3"), ("x_mm\n1\n", "needs the column 'y_mm'"),
                           ("x_mm,y_mm,depht_mm\n1,2,3\n", "did you mean 'depth_mm'?"), ("x_mm,y_mm\n", "holds no rows"),
                           ("x_mm,y_mm,session\n1,2,7\n", "session")):
            self.write(text, "map.csv")
            answer = self.percuta("run", "study.toml", "-o", "out")
            self.assertEqual(answer.code, 2, answer.err)
            self.assertIn(said, answer.err)
            self.assertFalse((self.folder / "out").exists())

    def test_a_map_that_is_not_there_or_lies_outside_is_refused_at_its_key(self):
        self.write(WITH_MAP)
        answer = self.percuta("run", "study.toml", "-o", "out")
        self.assertEqual(answer.code, 2)
        self.assertIn("there is no table of punctures 'map.csv'", answer.err)
        self.assertIn("study.toml:", answer.err)
        self.write(WITH_MAP.replace("map.csv", "../map.csv"))
        self.assertIn("lies outside the study's folder", self.percuta("check", "study.toml").err)


if __name__ == "__main__":
    unittest.main()
