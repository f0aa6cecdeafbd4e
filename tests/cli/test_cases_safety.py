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


class Limits(RefusalCase):
    """Depth and density by site and setting: a word and a distance, and an exit code for who asks."""

    def words(self, *options: str) -> dict[str, str]:
        answer = self.done("run", "study.toml", "-o", "out", *options, "--json")
        return {row["quantity"]: row["verdict"] for row in json.loads(answer.out)["limits"]}

    def test_needles_of_one_and_a_half_millimetres_under_the_eye_are_beyond_and_fail(self) -> None:
        self.write(edited('"cheek"', '"under-eye"'))
        answer = self.percuta("run", "study.toml", "-o", "out", "--fail-on", "limits")
        self.assertEqual(answer.code, 3, answer.err)
        self.assertIn("Beyond a limit: How far the needles can reach: 1.5 mm; at most 0.35 mm (under the eye): beyond by 1.15 mm", answer.out)
        results = json.loads((self.folder / "out" / "results.json").read_text())
        reach = next(row for row in results["limits"] if row["quantity"] == "device.reach")
        self.assertEqual((reach["verdict"], reach["at_most"], reach["distance"], reach["unit"]), ("beyond", 0.35, -1.15, "mm"))
        self.assertIn(reach["source"], [row["key"] for row in results["sources"]])
        self.assertIn('"beyond"', (self.folder / "out" / "report.html").read_text())
        self.assertEqual(self.percuta("run", "study.toml", "-o", "out").code, 0, "who does not ask gets no failure")

    def test_a_refusal_on_the_lid_names_the_limit_too(self) -> None:
        self.write(PEN_ON_A_LID)
        self.refused("study.toml", "Beyond a limit, too: How far the needles can reach: 1.5 mm", "at most 0.25 mm (upper eyelid)", "our rule")

    def test_a_treatment_inside_its_limits_does_not_fail(self) -> None:
        self.done("new", "S1")
        answer = self.done("run", "S1.toml", "-n", "4", "-o", "out", "--fail-on", "limits", "--json")
        words = {row["quantity"]: row["verdict"] for row in json.loads(answer.out)["limits"]}
        self.assertEqual((words["device.reach"], words["coverage.density"]), ("inside", "inside"))

    def test_near_is_no_failure_and_what_nobody_published_is_said(self) -> None:
        self.write(edited('needle.length = "1.5 mm"\n', ""))
        self.assertEqual(self.words("--fail-on", "limits"), {
            "device.reach": "near", "coverage.density": "no published limit", "insertion.depth_in_place": "no published limit"})

    def test_check_tells_what_needs_no_run(self) -> None:
        self.write(edited('"cheek"', '"under-eye"'))
        self.assertIn("Limit (beyond): How far the needles can reach", self.done("check", "study.toml").out)
        rows = json.loads(self.done("check", "study.toml", "--json").out)["limits"]
        self.assertEqual([(row["quantity"], row["verdict"]) for row in rows], [("device.reach", "beyond")])


if __name__ == "__main__":
    unittest.main()
