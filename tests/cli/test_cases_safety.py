"""Who and where a needle must not go: each is refused, or runs with a note in every result, and says who says so."""

import json
import unittest

from percuta_process import edited
from refusal import RefusalCase

REFUSED = ("keloid", "isotretinoin", "anticoagulant", "blood disorder", "infection", "herpes", "active acne", "rosacea", "eczema",
           "psoriasis", "recent peel", "immune suppression")
NOTED = ("diabetes", "pregnancy", "filler", "implant")
PEN_ON_A_LID = edited('"cheek"', '"eyelid"').replace('"roller-192"', '"pen-exceed"').replace('"2 cm2"', '"1 cm2"')


class History(RefusalCase):
    def test_what_is_refused_and_what_is_noted_is_listed(self) -> None:
        rows = json.loads(self.done("list", "contraindications", "--json").out)
        answers = {row["word"]: row["answer"] for row in rows}
        self.assertEqual(answers, dict.fromkeys(REFUSED, "refused") | dict.fromkeys(NOTED, "noted"))
        for row in rows:
            self.assertTrue(row["reason"] and row["source"], row)
            self.assertTrue(self.done("explain", row["source"]).out)

    def test_every_word_is_explained_and_stands_in_the_schema(self) -> None:
        schema = self.done("schema").out
        for word in REFUSED + NOTED:
            with self.subTest(word=word):
                self.assertIn("person.history", self.done("explain", word).out)
                self.assertIn(f'"{word}"', schema)

    def test_each_is_refused_in_a_run(self) -> None:
        for word in REFUSED:
            with self.subTest(word=word):
                history = f'["{word}"]'
                self.refused_at(history, edited("history = []", f"history = {history}"), f"contraindication '{word}'", "source: ")

    def test_each_that_is_noted_says_so_in_check_and_in_the_results(self) -> None:
        for word in NOTED:
            with self.subTest(word=word):
                self.write(edited("history = []", f'history = ["{word}"]'))
                told = f"'{word}', and no number here takes it into account"
                self.assertIn(told, self.done("check", "study.toml").out)
                self.assertTrue(any(told in warning for warning in self.results("study.toml")["warnings"]))

    def test_a_noted_word_is_refused_for_radio_frequency(self) -> None:
        self.done("new", "S5")
        for word in ("pregnancy", "implant"):
            with self.subTest(word=word):
                self.refused("S5.toml", f"contraindication '{word}'", options=("--set", f'person.history=["{word}"]'))

    def test_an_unknown_word_is_told_with_a_near_one_or_with_those_there_are(self) -> None:
        self.refused_at('"ecema"', edited("history = []", 'history = ["ecema"]'), "did you mean 'eczema'?")
        self.refused_at('"haemophilia"', edited("history = []", 'history = ["haemophilia"]'), "one of: ", "blood disorder")


class Reach(RefusalCase):
    def test_a_pen_that_passes_all_skin_of_a_lid_is_refused_with_both_depths(self) -> None:
        for length in ("1.5 mm", "2.5 mm"):
            with self.subTest(length=length):
                text = PEN_ON_A_LID.replace('"1.5 mm"', f'"{length}"')
                self.refused_at('"pen-exceed"', text, f"refused: a needle of {length} can pass skin and fat into the eye here",
                                "0.62 to 2.4 mm thick", "take a shorter needle")

    def test_no_research_study_overrides_the_eye(self) -> None:
        self.write(PEN_ON_A_LID + '\n[research]\noverrides = ["broken"]\n')
        self.refused("study.toml", "into the eye here")

    def test_a_short_needle_on_a_lid_runs_without_a_word(self) -> None:
        self.write(PEN_ON_A_LID.replace('"1.5 mm"', '"0.5 mm"'))
        self.assertFalse(any("can pass" in warning for warning in self.results("study.toml")["warnings"]))

    def test_needles_that_can_pass_into_muscle_are_noted(self) -> None:
        self.write(edited('"cheek"', '"under-eye"'))
        warnings = self.results("study.toml")["warnings"]
        self.assertTrue(any("A needle of 1.5 mm can pass skin and fat into muscle here" in warning for warning in warnings), warnings)


if __name__ == "__main__":
    unittest.main()
