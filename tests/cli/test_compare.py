"""`compare` sets runs side by side: a table on the terminal, compare.csv and compare.html."""

import csv
import json
import unittest

from percuta_process import FAST_STUDY, PercutaCase, contents, edited


class Compare(PercutaCase):
    def setUp(self) -> None:
        super().setUp()
        self.write()
        self.write(edited('force = "5 N"', 'force = "9 N"'), "firm.toml")
        self.have_run("study.toml", out="soft.run")
        self.have_run("firm.toml", out="firm.run")

    def test_the_terminal_says_what_differs_and_shows_both(self):
        answer = self.done("compare", "soft.run", "firm.run")
        self.assertIn("The studies differ in technique.force (5 N; 9 N).", answer.out)
        self.assertRegex(answer.out, r"depth_in_place +mm +\S+ \[\S+, \S+\] +\S+ \[\S+, \S+\]")
        self.assertIn("comparison/compare.html", answer.err)

    def test_the_table_holds_what_both_results_hold(self):
        self.done("compare", "soft.run/", "firm.run", "-o", "side/by")
        rows = {row["quantity"]: row for row in csv.DictReader((self.folder / "side/by/compare.csv").read_text().splitlines())}
        for name in ("soft.run", "firm.run"):
            results = json.loads((self.folder / name / "results.json").read_text())
            for quantity in ("density", "evenness"):
                for part in ("value", "low", "high"):
                    self.assertEqual(float(rows[f"coverage.{quantity}"][f"{name} {part}"]),
                                     results["coverage"][quantity][part])

    def test_the_page_is_one_small_file_of_both_runs(self):
        self.done("compare", "soft.run", "firm.run")
        page = (self.folder / "comparison" / "compare.html").read_text()
        self.assertIn('"folder":"firm.run","link":"../firm.run/report.html"', page)
        self.assertLess(len(page), 5_000_000)
        self.assertEqual(sorted(contents(self.folder / "comparison")), ["compare.csv", "compare.html"])

    def test_json_is_for_programs(self):
        answer = json.loads(self.done("compare", "soft.run", "firm.run", "--json", "--quiet").out)
        self.assertEqual(answer["differences"], [{"key": "technique.force", "chosen": True, "values": ["5 N", "9 N"]}])

    def test_comparing_again_replaces_and_gives_the_same_bytes(self):
        self.done("compare", "soft.run", "firm.run")
        before = contents(self.folder / "comparison")
        self.done("compare", "soft.run", "firm.run")
        after = contents(self.folder / "comparison")
        self.assertEqual([name for name in before if after[name] != before[name]], [])  # a page's diff takes hours

    def test_a_run_of_another_version_is_warned_of(self):
        results = self.folder / "firm.run" / "results.json"
        results.write_text(results.read_text().replace('"percuta": "', '"percuta": "9.'))
        self.assertIn("different versions", self.done("compare", "soft.run", "firm.run").out)

    def test_a_page_of_another_run_is_refused(self):
        (self.folder / "firm.run" / "report.html").write_bytes((self.folder / "soft.run" / "report.html").read_bytes())
        answer = self.percuta("compare", "soft.run", "firm.run")
        self.assertEqual(answer.code, 2)
        self.assertIn("not of the run beside it", answer.err)
        self.assertFalse((self.folder / "comparison").exists())

    def test_what_cannot_be_compared_is_refused_and_nothing_is_written(self):
        (self.folder / "empty").mkdir()
        (self.folder / "link.run").symlink_to("soft.run")
        for words, told in ((["soft.run"], "two runs or more"), (["soft.run", "empty"], "not a run folder"),
                            (["soft.run", "nowhere"], "there is no folder"), (["soft.run", "soft.run/"], "named twice"),
                            (["soft.run", "./soft.run"], "named twice"), (["soft.run", "link.run"], "named twice"),
                            ([f"r{i}" for i in range(7)], "at most 6")):
            with self.subTest(words=words):
                answer = self.percuta("compare", *words)
                self.assertEqual((answer.code, answer.out), (2, ""))
                self.assertIn(told, answer.err)
        self.assertFalse((self.folder / "comparison").exists())

    def test_a_foreign_folder_is_left_alone(self):
        self.write("mine", "comparison/notes.txt")
        self.assertEqual(self.percuta("compare", "soft.run", "firm.run").code, 5)
        self.assertEqual(contents(self.folder / "comparison"), {"notes.txt": b"mine"})


if __name__ == "__main__":
    unittest.main()
