"""`claims` judges each claim by one set of rules; its verdict follows from the physics."""

import json
import subprocess
import unittest

from percuta_process import BINARY, DATA, PercutaCase

IDS = sorted(path.stem for path in (DATA.parent / "claims").glob("C*.toml"))
WORDS = {"supported", "partly", "not supported", "undecidable"}


class Claims(PercutaCase):
    @classmethod
    def setUpClass(cls) -> None:
        """All claims are judged once: it takes half a minute."""
        done = subprocess.run([BINARY, "claims", "--json", "--quiet"], capture_output=True, text=True, timeout=600, check=False)
        cls.code, cls.err = done.returncode, done.stderr
        cls.claims = json.loads(done.stdout or "[]")

    def test_every_claim_with_a_file_gets_a_verdict_with_numbers_and_sources(self):
        self.assertEqual(self.code, 0, self.err)
        self.assertEqual(sorted(claim["id"] for claim in self.claims), IDS)
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
