"""`claims` judges each claim by one set of rules; its verdict follows from the physics."""

import json
import unittest

from percuta_process import DATA, PercutaCase

IDS = sorted(path.stem for path in (DATA.parent / "claims").glob("C*.toml"))
WORDS = {"supported", "partly", "not supported", "undecidable"}


class Claims(PercutaCase):
    def judged(self, *words: object, **options) -> list[dict]:
        return json.loads(self.done("claims", *words, "--json", "--quiet", **options).out)

    def test_every_claim_with_a_file_gets_a_verdict_with_numbers_and_sources(self):
        claims = self.judged(limit=400)
        self.assertEqual(sorted(claim["id"] for claim in claims), IDS)
        for claim in claims:
            self.assertIn(claim["verdict"], WORDS)
            self.assertTrue(claim["why"])
            self.assertTrue(claim["sources"])
            for number in claim["numbers"]:
                self.assertIn(number["verdict"], WORDS)
                self.assertTrue(0 <= number["share"] <= 1)
                self.assertLessEqual(number["value"]["low"], number["value"]["high"])

    def test_the_rules_hold_for_what_is_printed(self):
        for claim in self.judged("C4", limit=200):
            for number in claim["numbers"]:
                if number["verdict"] == "supported":
                    self.assertGreaterEqual(number["share"], 0.8)
                    self.assertEqual(number["flips"], [])
                if number["verdict"] == "not supported":
                    self.assertLessEqual(number["share"], 0.2)

    def test_it_can_be_read_as_text(self):
        out = self.done("claims", "c15").out
        self.assertIn("C15  supported", out)
        self.assertIn("Refused: broken skin", out)

    def test_failing_on_a_verdict(self):
        self.assertEqual(self.percuta("claims", "C15", "--fail-on", "verdict").code, 0)

    def test_an_unknown_claim_is_refused_with_those_there_are(self):
        answer = self.percuta("claims", "C99")
        self.assertEqual(answer.code, 2)
        self.assertIn("C15", answer.err)


if __name__ == "__main__":
    unittest.main()
