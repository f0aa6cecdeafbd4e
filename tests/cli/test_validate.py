"""`validate`: published cases, run and judged."""

import json
import unittest

from percuta_process import PercutaCase


class Validate(PercutaCase):
    def rows(self, *words: object) -> list[dict]:
        return json.loads(self.done("validate", *words, "--json", "-n", 4, "--quiet").out)

    def test_rows_hold_what_the_contract_says(self):
        for row in self.rows("devices/V2", "devices/V9"):
            self.assertTrue({"id", "room", "role", "quantity", "ours", "measured", "inside"} <= set(row))
            self.assertEqual(row["role"], "calibration")
            self.assertLessEqual(row["ours"]["low"], row["ours"]["value"])
            self.assertIn(row["inside"], (True, False))

    def test_a_blind_case_with_known_data_is_shown_and_not_counted(self):
        for row in self.rows("devices/V10"):
            self.assertEqual((row["role"], row["counted_blind"]), ("blind", False))
        for row in self.rows("devices/V26"):
            self.assertEqual((row["role"], row["counted_blind"]), ("blind", True))

    def test_what_cannot_be_stated_says_why(self):
        for row in self.rows("devices/V22"):
            self.assertIsNone(row["ours"])
            self.assertIsNone(row["inside"])
            self.assertIn("tension", row["not_stated"])

    def test_a_series_is_read_where_the_case_says(self):
        rows = {row["quantity"]: row for row in self.rows("healing/17")}
        early, late = rows["collagen_gain_3_months"], rows["collagen_gain_6_months"]
        self.assertEqual(early["ours_quantity"], "healing.collagen_papillary at 180 day")
        self.assertGreater(early["ours"]["value"], late["ours"]["value"])

    def test_the_page_and_the_table(self):
        answer = self.done("validate", "V02_tip_size", "-n", 4, "--markdown", "page.md")
        self.assertIn("puncture_force_tip_5um", answer.out)
        self.assertIn("naive rule", answer.out)
        page = (self.folder / "page.md").read_text()
        self.assertIn("# Validation", page)
        self.assertIn("puncture_force_tip_37um", page)

    def test_rooms_lists_and_ids_choose_and_a_wrong_one_is_refused(self):
        self.assertEqual({row["room"] for row in self.rows("closure")}, {"closure"})
        self.assertEqual({row["list"] for row in self.rows("transport")}, {"transport"})
        answer = self.percuta("validate", "V999")
        self.assertEqual(answer.code, 2)
        self.assertIn("V999", answer.err)

    def test_failing_on_a_verdict_is_asked_for(self):
        self.assertIn(self.percuta("validate", "devices/V26", "-n", 4, "--fail-on", "verdict").code, (0, 3))
        self.assertEqual(self.percuta("validate", "devices/V22", "-n", 4, "--fail-on", "verdict").code, 0)


if __name__ == "__main__":
    unittest.main()
