"""`claims` judges each claim by one set of rules; its verdict follows from the physics."""

import json
import os
import re
import subprocess
import tomllib
import unittest

from percuta_process import BINARY, DATA, PercutaCase

ALL = sorted(path.stem for path in (DATA.parent / "claims").glob("C*.toml"))
# Claims of healing walk hundreds of courses each: all of them are judged in the long run, one of them here.
IDS = ALL if os.environ.get("PERCUTA_LONG") else ["C15", "C19", "C6"]
WORDS = {"supported", "partly", "not supported", "undecidable"}


class Claims(PercutaCase):
    @classmethod
    def setUpClass(cls) -> None:
        """Judged once: it takes a minute; all of them, in the long run, a quarter of an hour."""
        done = subprocess.run([BINARY, "claims", *IDS, "--json", "--quiet"], capture_output=True, text=True, timeout=3600, check=False)
        cls.code, cls.err = done.returncode, done.stderr
        cls.claims = json.loads(done.stdout or "[]")

    def test_every_claim_with_a_file_gets_a_verdict_with_numbers_and_sources(self):
        self.assertEqual(self.code, 0, self.err)
        self.assertEqual(sorted(claim["id"] for claim in self.claims), sorted(IDS))
        for claim in self.claims:
            self.assertIn(claim["verdict"], WORDS)
            self.assertTrue(claim["why"])
            self.assertTrue(claim["sources"])
            for number in claim["numbers"]:
                self.assertIn(number["verdict"], WORDS)
                self.assertTrue(0 <= number["share"] <= 1)
                self.assertLessEqual(number["value"]["low"], number["value"]["high"])

    def test_the_rules_hold_for_every_number_printed(self):
        for number in (number for claim in self.claims for number in claim["numbers"]):
            if number["verdict"] == "supported":
                self.assertGreaterEqual(number["share"], 0.8)
            if number["verdict"] == "not supported":
                self.assertLessEqual(number["share"], 0.2)
            if number["flips"]:
                self.assertEqual(number["verdict"], "undecidable")

    def test_turned_physics_turns_the_verdicts_that_rest_on_it(self):
        verdicts = {(claim["id"], number["name"]): number["verdict"] for claim in self.claims for number in claim["numbers"]}
        for (claim, name), verdict in verdicts.items():  # of healing: in the long run
            if name.endswith("no halo"):
                self.assertEqual(verdict, "not supported", (claim, name))
            if name.endswith("depth = needle length"):
                self.assertNotEqual(verdict, "supported", (claim, name))

    def test_every_claim_names_cases_that_stand_as_folders_and_papers_that_are_listed(self):
        cases = {}
        for path in (DATA.parent / "validation").glob("*/*/case.toml"):
            case = tomllib.loads(path.read_text(encoding="utf-8"))
            cases[f"{case['list']} {case['id']}"] = path
        keys = set(re.findall(r"^@\w+\{([^,]+),", (DATA / "sources.bib").read_text(encoding="utf-8"), re.M))
        for name in ALL:
            claim = tomllib.loads((DATA.parent / "claims" / f"{name}.toml").read_text(encoding="utf-8"))
            self.assertTrue(all(case in cases for case in claim.get("validation", [])), (name, claim.get("validation")))
            self.assertTrue(all(row["source"] in keys for row in claim.get("evidence", [])), name)

    def test_every_arm_is_a_study_that_holds(self):
        for name in ALL:
            claim = tomllib.loads((DATA.parent / "claims" / f"{name}.toml").read_text(encoding="utf-8"))
            for arm in claim.get("arm", []):
                settings = [setting for setting in arm.get("set", []) if setting != "device.name=none"]
                self.done("check", DATA / "studies" / f"{arm['study']}.toml", *(f"--set={setting}" for setting in settings))

    def test_it_can_be_read_as_text(self):
        out = self.done("claims", "c15").out
        self.assertIn("C15  supported", out)
        self.assertIn("Refused: broken skin", out)

    def test_failing_on_a_verdict(self):
        self.assertEqual(self.percuta("claims", "C15", "--fail-on", "verdict").code, 0)

    def test_an_unknown_claim_is_refused_with_those_there_are(self):
        answer = self.percuta("claims", "C99")
        self.assertEqual(answer.code, 2)
        self.assertRegex(answer.err, "did you mean 'C\\d+'|one of: C3")


if __name__ == "__main__":
    unittest.main()
