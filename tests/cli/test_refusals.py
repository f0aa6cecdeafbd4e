"""What must not be simulated is refused with the reason, at the key that says so."""

import tomllib
import unittest

from percuta_process import DATA, FAST_STUDY, edited
from refusal import RefusalCase

CONTRAINDICATIONS = tomllib.loads((DATA / "limits" / "contraindications.toml").read_text())["contraindication"]


class Refusals(RefusalCase):
    def test_skin_that_is_not_intact_is_refused(self):
        for state in ("broken", "inflamed"):
            with self.subTest(state=state):
                text = edited('integrity = "intact"', f'integrity = "{state}"')
                self.refused_at(f'"{state}"', text, f"refused: the skin is '{state}'", "intact skin only")

    def test_every_contraindication_is_refused_with_its_reason_and_source(self):
        refused = [item for item in CONTRAINDICATIONS if item["answer"] == "refused"]
        self.assertGreaterEqual(len(refused), 12)
        for item in refused:
            with self.subTest(word=item["word"]):
                history = f'["{item["word"]}"]'
                self.refused_at(history, edited("history = []", f"history = {history}"),
                                f"refused: contraindication '{item['word']}'", item["reason"], item["source"])

    def test_all_contraindications_of_one_person_are_told_at_once(self):
        text = edited("history = []", 'history = ["keloid", "herpes", "diabetes"]')
        answer = self.refused_at('["keloid", "herpes", "diabetes"]', text, "'keloid'", "'herpes'")
        self.assertEqual(answer.err.count("refused: "), 2, answer.err)

    def test_a_history_that_forbids_nothing_runs_and_is_noted(self):
        self.write(edited("history = []", 'history = ["diabetes"]'))
        self.assertIn("'diabetes'", "".join(self.results("study.toml")["warnings"]))

    def test_a_research_study_may_override_a_refusal_by_name_and_every_result_says_so(self):
        text = edited('integrity = "intact"', 'integrity = "broken"').replace("history = []", 'history = ["keloid"]')
        self.write(text + '\n[research]\noverrides = ["broken"]\n')
        self.refused("study.toml", "contraindication 'keloid'")
        self.write(text + '\n[research]\noverrides = ["broken", "keloid"]\n')
        warnings = self.results("study.toml")["warnings"]
        for word in ("broken", "keloid"):
            self.assertTrue(any(f"Research override: '{word}'" in one for one in warnings), warnings)

    def test_age_and_bone_are_never_overridden(self):
        self.write(edited('"42 years"', '"17 years"') + '\n[research]\noverrides = ["broken", "keloid"]\n')
        self.refused("study.toml", "adults only")
        self.write(edited('needle.length = "1.5 mm"', 'needle.length = "30 mm"') + '\n[research]\noverrides = ["broken"]\n')
        self.refused("study.toml", "bone")
        self.write(FAST_STUDY + '\n[research]\noverrides = ["minor"]\n')
        self.refused("study.toml", "'minor' is not a value of 'overrides'")

    def test_a_product_whose_composition_cannot_be_is_refused(self):
        serum = (DATA / "products/retinol-serum.toml").read_text()
        for old, new, told in (('name     = "retinol"', 'name     = "retinoll"', "retinol"), ("value = 65, low = 45, high = 80", "value = 95, low = 90, high = 97", "add up to")):
            with self.subTest(told=told):
                self.write(edited(old, new, serum), "data/products/mine.toml")
                answer = self.percuta("check", self.write(FAST_STUDY + '[product]\nname = "mine"\n'), "--data", "data")
                self.assertEqual(answer.code, 2, answer.out)
                self.assertIn("mine.toml", answer.err)
                self.assertIn(told, answer.err)

    def test_a_retinoid_in_pregnancy_is_refused(self):
        text = edited("history = []", 'history = ["pregnancy"]') + '\n[product]\nname = "retinol-serum"\n'
        self.refused_at('"retinol-serum"', text, "refused: Retinol serum (product.name)", "'pregnancy'")

    def test_minors_are_refused_up_to_the_last_day(self):
        for age in ("17 years", "17.99 years", "12 months", "0 years"):
            with self.subTest(age=age):
                self.refused_at(f'"{age}"', edited('"42 years"', f'"{age}"'), "refused: ", "adults only", "18")

    def test_an_adult_of_18_runs(self):
        self.write(edited('"42 years"', '"18 years"'))
        self.done("check", "study.toml")

    def test_a_needle_that_would_reach_bone_is_refused(self):
        text = edited('needle.length = "1.5 mm"', 'needle.length = "30 mm"')
        self.refused_at('"roller-192"', text, "refused: a needle of 30 mm", "bone", "take a shorter needle")

    def test_a_needle_longer_than_any_is_out_of_range(self):
        self.refused_at('"31 mm"', edited('"1.5 mm"', '"31 mm"'), "'length' is 31 mm; allowed is")

    def test_a_later_session_is_refused_like_the_first(self):
        text = edited("sessions = 1", "sessions = 2") + '\n[[session]]\nnumber = 2\ndevice.needle.length = "30 mm"\n'
        self.write(text)
        self.refused("study.toml", "refused: a needle of 30 mm", "bone")

    def test_an_override_cannot_get_past_a_refusal(self):
        self.write()
        for setting, word in (("site.integrity=broken", "'broken'"), ("person.age=17 years", "adults only"),
                              ('person.history=["keloid"]', "'keloid'"), ("device.needle.length=30 mm", "bone")):
            with self.subTest(setting=setting):
                self.refused("study.toml", "refused: ", word, options=("--set", setting))

    def test_the_check_refuses_what_the_run_refuses(self):
        self.write(edited('"42 years"', '"17 years"', FAST_STUDY))
        answer = self.percuta("check", "study.toml")
        self.assertEqual(answer.code, 2)
        self.assertIn("adults only", answer.err)


if __name__ == "__main__":
    unittest.main()
