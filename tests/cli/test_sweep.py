"""`sweep`: any key over a range, a table and charts, resumed when interrupted."""

import csv
import json
import signal
import time
import unittest

from percuta_process import FAST_STUDY, PercutaCase, repeatable


class Sweep(PercutaCase):
    def setUp(self) -> None:
        super().setUp()
        self.write()

    def rows(self, folder: str = "out") -> list[dict]:
        with open(self.folder / folder / "sweep.csv", newline="") as file:
            return list(csv.DictReader(file))

    def test_a_range_makes_a_table_and_the_charts_asked_for(self):
        answer = self.done("sweep", "study.toml", "--over", "technique.force=1..9 N:3", "--show", "depth_in_place",
                           "-o", "out", "-n", 4)
        rows = [row for row in self.rows() if row["quantity"] == "depth_in_place"]
        self.assertEqual([row["technique.force"] for row in rows], ["1 N", "5 N", "9 N"])
        depths = [float(row["value"]) for row in rows]
        self.assertEqual(depths, sorted(depths))
        for row in rows:
            self.assertTrue(float(row["low"]) <= float(row["value"]) <= float(row["high"]))
        self.assertIn("technique.force = 5 N", answer.out)
        self.assertTrue((self.folder / "out" / "figures" / "sweep_insertion.depth_in_place.svg").is_file())

    def test_a_point_is_the_run_with_that_setting(self):
        self.done("sweep", "study.toml", "--over", "technique.passes=1,3", "-o", "out", "-n", 4)
        density = [row for row in self.rows() if (row["room"], row["quantity"]) == ("coverage", "density")][1]
        run = self.results("study.toml", "--set", "technique.passes=3", "-n", 4, out="run")["coverage"]["density"]
        self.assertEqual(float(density["value"]), run["value"])
        self.assertEqual(float(density["high"]), run["high"])

    def test_two_axes_make_a_grid_also_of_words(self):
        self.done("sweep", "study.toml", "--over", "device.name=roller-192,roller-rat-770", "--over",
                  "technique.passes=1..2", "-o", "out", "-n", 4, "--json")
        points = {(row["device.name"], row["technique.passes"]) for row in self.rows()}
        self.assertEqual(len(points), 4)

    def test_json_and_the_study_s_own_sweep(self):
        self.write(FAST_STUDY + '\n[sweep]\nover = ["technique.passes=1..2"]\nshow = ["density"]\n', "own.toml")
        told = json.loads(self.done("sweep", "own.toml", "-n", 4, "--json", "--quiet").out)
        self.assertEqual(told["axes"], [{"key": "technique.passes", "values": ["1", "2"]}])
        self.assertEqual(len(told["points"]), 2)
        self.assertTrue((self.folder / "own.sweep" / "figures" / "sweep_coverage.density.svg").is_file())
        self.assertIn("`percuta sweep`", self.done("run", "own.toml", "-n", 4, "-o", "run").out)

    def test_wrong_axes_are_refused_before_anything_runs(self):
        for over, word in (("technique.passses=1..2", "did you mean 'passes'"), ("technique.force=1..2", "unit"),
                           ("technique.force", "no '='"), ("technique.force=1..1 N", "two different ends"),
                           ("technique.passes=1..99999", "1000"), ("technique.force=1 N,999 N", "allowed")):
            with self.subTest(over=over):
                answer = self.percuta("sweep", "study.toml", "--over", over, "-o", "out")
                self.assertEqual(answer.code, 2, answer.err)
                self.assertIn(word, answer.err)
                self.assertIn("--over:", answer.err)
                self.assertNotIn("--set:", answer.err)
                self.assertFalse((self.folder / "out").exists())
        both = ("--over", "technique.passes=1,2", "--set", "technique.force=999 N")
        self.assertIn("--set:", self.percuta("sweep", "study.toml", *both, "-o", "out").err)
        self.assertEqual(self.percuta("sweep", "study.toml", "-o", "out").code, 2)
        self.assertEqual(self.percuta("sweep", "study.toml", "--over", "technique.passes=1,2", "--show", "densty", "-o",
                                      "out", "-n", 4).code, 2)

    def test_an_interrupted_sweep_resumes_to_the_same_bytes(self):
        words = ("sweep", "study.toml", "--over", "technique.passes=1..4", "--show", "density", "-n", 4)
        self.done(*words, "-o", "whole")
        process = self.start(*words, "-o", "out", "--threads", 1)
        members = self.folder / "out.part" / "members"
        deadline = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < deadline and len(list(members.rglob("*.txt"))) < 6:
            time.sleep(0.002)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 130, err.decode())
        self.assertFalse((self.folder / "out").exists())
        self.done(*words, "-o", "out", "--resume")
        self.assertEqual(repeatable(self.folder / "out"), repeatable(self.folder / "whole"))
        self.assertFalse((self.folder / "out.part").exists())

    def test_a_sweep_replaces_an_earlier_one_and_nothing_else(self):
        words = ("sweep", "study.toml", "--over", "technique.passes=1,2", "--show", "density", "-n", 4, "-o", "out")
        self.done(*words)
        self.done(*words)
        (self.folder / "out" / "mine.txt").write_text("mine")
        self.assertEqual(self.percuta(*words).code, 5)
        self.assertTrue((self.folder / "out" / "mine.txt").is_file())


if __name__ == "__main__":
    unittest.main()
