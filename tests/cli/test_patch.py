"""A patch that resolves every hole: what a run of it writes, foretells, refuses, and how it goes on after a stop."""

import json
import signal
import unittest

from interruption import InterruptionCase
from percuta_process import FAST_STUDY, repeatable

PRODUCT = """
[product]
name = "vitamin-c-15"
"""
PATCH = """
[patch]
side = "0.8 mm"
[outputs]
times = ["1 h", "1 day"]
"""


class Patch(InterruptionCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(FAST_STUDY + PRODUCT + PATCH)

    def kept(self) -> bool:
        return (self.members / "run.h5").exists()

    def told(self, out: str) -> dict:
        return json.loads((self.folder / out / "results.json").read_text())

    def test_it_tells_what_rings_tell_with_fields_and_a_closed_ledger(self):
        self.done("run", "study.toml", "-o", "out", "--threads", 2)
        self.write(FAST_STUDY + PRODUCT)
        self.done("run", "study.toml", "-o", "rings", "--threads", 2)
        patch, rings = self.told("out"), self.told("rings")
        self.assertEqual(set(patch["transport"]), set(rings["transport"]))
        for name, quantity in patch["transport"].items():
            beside = rings["transport"][name]
            self.assertEqual(quantity["unit"], beside["unit"])
            if "intact" in name:
                self.assertEqual(quantity, beside)
        uptake, beside = (one["transport"]["ascorbic-acid.uptake"] for one in (patch, rings))
        self.assertNotEqual(uptake["value"], beside["value"])
        self.assertAlmostEqual(uptake["low"] / uptake["value"], beside["low"] / beside["value"], 4)
        self.assertAlmostEqual(uptake["high"] / uptake["value"], beside["high"] / beside["value"], 4)
        ledger = {row["name"]: row["value"] for row in patch["ledger"]}
        self.assertLess(ledger["uptake.ascorbic-acid.mismatch"], 1e-9)
        series = json.loads((self.out / "fields" / "transport.vtr.series").read_text())
        self.assertEqual([file["time"] for file in series["files"]], [3600, 86400])
        self.assertTrue((self.out / "run.h5").read_bytes().startswith(b"percuta-run/2"))
        listed = json.loads((self.out / "run.json").read_text())["files"]
        self.assertIn("run.h5", listed)
        self.assertIn("fields/transport_0001.vtr", listed)
        self.assertIn("Scale: a patch of 0.8 by 0.8 mm", (self.out / "report.html").read_text())

    def test_the_bytes_are_the_same_on_any_threads_and_after_a_kill_within_the_patch(self):
        whole = self.whole("--threads", 1)
        self.done("run", "study.toml", "-o", "other", "--threads", 4)
        self.assertEqual(repeatable(self.folder / "other"), whole)
        process = self.begin()
        if not self.wait_until(process, self.kept):
            self.fail("nothing of the patch was kept")
        self.stop(process, signal.SIGKILL)
        self.assertTrue(self.kept())
        self.assert_resumes(whole)

    def test_ctrl_c_ends_it_at_once_and_resume_goes_on(self):
        whole = self.whole()
        process = self.begin()
        self.wait_until(process, self.kept)
        code, err = self.stop(process, signal.SIGINT)
        self.assertEqual(code, 130)
        self.assertIn("--resume", err)
        self.assert_resumes(whole)

    def test_what_was_kept_of_a_patch_and_is_damaged_counts_as_absent(self):
        whole = self.whole()
        process = self.begin()
        self.wait_until(process, self.kept)
        self.stop(process, signal.SIGKILL)
        store = self.members / "run.h5"
        store.write_bytes(store.read_bytes()[:-100])
        self.assert_resumes(whole)

    def test_every_member_may_be_a_patch(self):
        self.write(FAST_STUDY.replace("members = 4", 'members = 4\nscale = "patch"') + PRODUCT +
                   PATCH.replace("0.8 mm", "0.3 mm"))
        self.done("run", "study.toml", "-o", "out", "--threads", 2)
        uptake = self.told("out")["transport"]["ascorbic-acid.uptake"]
        self.assertLess(uptake["low"], uptake["high"])

    def test_check_foretells_it(self):
        told = json.loads(self.done("check", "study.toml", "--json").out)
        self.assertGreater(told["cells"], 20000)
        self.assertGreater(told["files"]["run.h5"], 100000)
        self.assertIn("fields/*.vtr", told["files"])
        self.assertIn("holes resolved", self.done("check", "study.toml").out)
        self.write(FAST_STUDY + PRODUCT)
        self.assertGreater(told["memory_in_all_bytes"],
                           json.loads(self.done("check", "study.toml", "--json").out)["memory_in_all_bytes"] + 1e7)

    def test_a_patch_beyond_the_window_is_refused_at_its_key(self):
        self.write(FAST_STUDY + PRODUCT + PATCH.replace("0.8 mm", "15 mm"))
        answer = self.percuta("check", "study.toml")
        self.assertEqual(answer.code, 2)
        self.assertIn("study.toml:", answer.err)
        self.assertIn("^", answer.err)
        self.assertIn("is the most", answer.err)


if __name__ == "__main__":
    unittest.main()
