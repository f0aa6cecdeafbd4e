"""New collagen rests on the halo round the holes, and classes stand for every piece by itself."""

import tomllib
import unittest

from percuta_process import DATA, PercutaCase


class Healing(PercutaCase):
    def healed(self, *options: str, out: str) -> dict:
        return self.results(DATA / "studies" / "S3.toml", "--members", "4", "--set=site.area=1 cm2",
                            "--set=course.horizon=180 days", *options, out=out)

    def test_the_case_without_a_halo_that_stands_beside_a_claim_leaves_no_new_collagen(self):
        claim = tomllib.loads((DATA.parent / "claims" / "C4.toml").read_text(encoding="utf-8"))
        arm = next(arm for arm in claim["arm"] if arm["name"].endswith("no halo"))
        settings = [f"--set={setting}" for setting in arm["set"]]
        usual, without = self.healed(out="usual")["healing"], self.healed(*settings, out="without")["healing"]
        self.assertGreater(usual["collagen_change"]["value"], 5)
        self.assertLess(without["collagen_change"]["high"], 0.1)

    def test_every_piece_by_itself_gives_what_classes_give_within_two_percent(self):
        classes, pieces = self.healed(out="classes"), self.healed("--columns", "all", out="pieces")
        for room, name in (("healing", "collagen_change"), ("healing", "collagen_change_dermis"), ("healing", "tgf_beta"),
                           ("healing", "collagen_making"), ("endpoints", "wrinkle"), ("endpoints", "acne_scar"),
                           ("endpoints", "pigment")):
            want, got = classes[room][name]["value"], pieces[room][name]["value"]
            self.assertLess(abs(got - want), 0.02 * want, name)
            self.assertNotEqual(got, want, name)


if __name__ == "__main__":
    unittest.main()
