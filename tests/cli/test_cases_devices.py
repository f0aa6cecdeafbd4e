"""Two statements of one fact are compared; a key that shapes nothing is told."""

import json
import shutil
import tomllib
import unittest

from percuta_process import DATA, ROOT, edited
from refusal import RefusalCase, place_of

CASES = ROOT / "tests" / "cases"


class CaseCopy(RefusalCase):
    def copy(self, case: str) -> None:
        shutil.copytree(CASES / case, self.folder, dirs_exist_ok=True)

    def text(self, name: str) -> str:
        return (self.folder / name).read_text()

    def change(self, old: str, new: str, name: str = "array.toml") -> str:
        text = edited(old, new, self.text(name))
        self.write(text, name)
        return text

    def refused_array(self, part: str, *words: str) -> None:
        """The device file is refused where `part` stands."""
        line, column = place_of(self.text("array.toml"), part)
        self.refused("study.toml", f"array.toml:{line}:{column}: error: ", *words)


class CountAgainstPositions(CaseCopy):
    def setUp(self) -> None:
        super().setUp()
        self.copy("count-against-positions")

    def test_a_number_that_is_not_that_of_the_list_is_refused_at_its_line(self):
        self.refused_array("100\n", "head.needles is 100, and head.positions lists 25")
        self.assertEqual(self.percuta("run", "study.toml").code, 2)

    def test_a_list_needs_no_number(self):
        self.change("needles   = 100\n", "")
        self.done("check", "study.toml")
        self.change("[head]\n", "[head]\nneedles = 25\n")
        self.assertIn("25 needles", self.done("check", "study.toml").out)

    def test_a_study_may_set_a_list_of_its_own(self):
        self.change("needles   = 100", "needles   = 25")
        self.done("run", "study.toml", "-o", "list", "--set", "device.head.positions=[[-1,0],[0,0],[1,0]]")
        resolved = tomllib.loads((self.folder / "list" / "study.resolved.toml").read_text())
        self.assertEqual(resolved["device"]["head"]["needles"], 3)
        self.refused("study.toml", "--set: error: ", "head.needles is 4, and head.positions lists 25",
                     options=("--set", "device.head.needles=4"))

    def test_a_head_that_tells_no_number_at_all_is_refused(self):
        text = self.change("needles   = 100\n", "")
        self.write("\n".join(line for line in text.splitlines() if not line.startswith(("layout", "positions"))) + "\n",
                   "array.toml")
        self.refused("study.toml", "does not say how many needles it has")

    def test_a_needle_that_is_listed_twice_is_refused(self):
        self.change("needles   = 100\n", "")
        self.change("[-2.4, -1.2]", "[-2.4, -2.4]")
        self.refused_array("[[", "needles 1 and 2 of head.positions stand at one place")

    def test_a_profile_is_compared_with_length_and_diameter(self):
        self.change("needles   = 100\n", "")
        for profile, word in (("[[0, 0.008], [1.6, 0.125]]", "needle.profile is 1.6 mm high, and needle.length 0.8 mm"),
                              ("[[0, 0.008], [0.5, 0.25]]", "needle.profile is 0.5 mm wide, and needle.diameter 0.25 mm"),
                              ("[[0, 0.008], [0.5, 0.125]]", "")):
            with self.subTest(profile=profile):
                self.copy("count-against-positions")
                self.change("needles   = 100\n", "")
                self.change('material      = "steel"', f'material      = "steel"\nprofile = {profile}')
                if word:
                    self.refused_array("[[0, 0.008]", word)
                else:
                    self.done("check", "study.toml")

    def test_a_tip_wider_than_its_needle_is_refused(self):
        self.change("needles   = 100\n", "")
        self.refused("study.toml", "needle.tip_radius is 0.2 mm", options=("--set", "device.needle.tip_radius=0.2 mm"))

    def test_a_depth_beyond_the_needles_is_refused(self):
        self.change("needles   = 100\n", "")
        self.refused("study.toml", "technique.depth is 2 mm, and the needles are 0.8 mm long",
                     options=("--set", "technique.depth=2 mm"))
        self.done("check", "study.toml", "--set", "technique.depth=0.5 mm")


class ArrayFromItsCorner(CaseCopy):
    def setUp(self) -> None:
        super().setUp()
        self.copy("array-from-its-corner")

    def test_needles_beside_the_heads_middle_are_refused_with_box_and_shift(self):
        self.refused_array("[[0.0, 0.0]", "head.positions lies beside the head's middle",
                           "x from 0 mm to 4.8 mm, y from 0 mm to 4.8 mm",
                           "move every point by -2.4 mm along x and -2.4 mm along y")

    def test_the_same_needles_round_the_middle_run(self):
        self.change('"array.toml"', '"centred.toml"', "study.toml")
        self.done("run", "study.toml", "-o", "out")

    def test_needles_beyond_the_heads_width_are_refused(self):
        self.change('"array.toml"', '"centred.toml"', "study.toml")
        self.refused("study.toml", "centred.toml", "needles stand beyond head.width, 3 mm", "they are 4.8 mm across",
                     options=("--set", "device.head.width=3 mm"))

    def test_an_outline_from_its_corner_is_refused(self):
        self.refused("study.toml", "head.outline lies beside the head's middle", "move every point by -5 mm along x",
                     options=("--set", "device.head.layout=grid", "--set", "device.head.positions=[]", "--set",
                              "device.head.pitch=0.5 mm", "--set",
                              "device.head.outline=[[0,0],[10,0],[10,6],[0,6]]"))

    def test_an_outline_tells_its_number_and_width(self):
        patch = (DATA / "devices" / "patch-ha.toml").read_text()
        self.change('"array.toml"', '"patch.toml"', "study.toml")
        self.write(edited("needles   = 4044", "needles   = 400", patch), "patch.toml")
        self.refused("study.toml", "patch.toml:", "head.needles is 400, and the outline holds 4044")
        self.write(edited("width     = { value = 20.0, low = 20.0, high = 20.0",
                          "width     = { value = 10.0, low = 10.0, high = 10.0", patch), "patch.toml")
        self.refused("study.toml", "patch.toml:", "head.width is 10 mm, and head.outline 20 mm across")
        self.write(patch, "patch.toml")
        self.done("check", "study.toml", "--set", "device.head.pitch=1 mm", "--set", "device.needle.release=nothing")

    def test_a_pitch_that_does_not_fit_the_width_is_refused(self):
        self.change('"array.toml"', '"rf-25"', "study.toml")
        self.refused("study.toml", "--set", "needles stand beyond head.width, 10 mm",
                     options=("--set", "device.head.pitch=4 mm"))

    def test_a_guide_ring_within_the_needles_is_refused(self):
        self.change('"array.toml"', '"pen-12"', "study.toml")
        self.refused("study.toml", "head.aperture", "up to 2.5 mm", options=("--set", "device.head.aperture=2 mm"))


class TimesOfReport(CaseCopy):
    """Keys that shape nothing in a run."""

    def setUp(self) -> None:
        super().setUp()
        self.copy("times-of-report")

    def warnings(self, *options: str) -> str:
        return "\n".join(json.loads(self.done("check", "study.toml", "--json", *options).out)["warnings"])

    def test_times_that_are_asked_for_are_told_of(self):
        self.assertNotIn("outputs.times", self.warnings())
        self.done("run", "study.toml", "-o", "out", "-n", 4, "--set", 'outputs.times=["37 h"]')
        series = (self.folder / "out" / "series.csv").read_text()
        self.assertRegex(series, r"endpoints_redness,time,day,1\.54167,redness_course,")

    def test_each_other_key_that_nothing_reads_is_told(self):
        for setting in ("product.apply=5 min", "product.amount=2 mg/cm2", "course.aftercare_for=3 day",
                        "healing.fold_share_keloid=1.3", "injection.nappage.spacing=9 mm", "hand.angle.novice=20 deg",
                        "skin.dermis.male=1 mm"):
            with self.subTest(setting=setting):
                self.assertIn(setting.partition("=")[0], self.warnings("--set", setting))

    def test_a_key_with_an_effect_is_not(self):
        self.assertNotIn("technique.force", self.warnings("--set", "technique.force=3 N"))

    def test_a_sweep_over_such_a_key_says_so(self):
        words = ("sweep", "study.toml", "-n", "4", "--set", "site.area=1 cm2", "-o", "out")
        answer = self.done(*words, "--over", "product.amount=1 mg/cm2,2 mg/cm2")
        self.assertIn("A sweep over product.amount changes nothing here", answer.out)
        notes = json.loads(self.done(*words, "--over", "product.amount=1 mg/cm2,2 mg/cm2", "--json").out)["notes"]
        self.assertEqual(len(notes), 1)
        self.assertEqual(json.loads(self.done(*words, "--over", "technique.force=3 N,5 N", "--json").out)["notes"], [])

    def test_a_sweep_that_changed_no_number_says_so_whatever_the_reason(self):
        answer = self.done("sweep", "study.toml", "-n", "4", "--set", "site.area=1 cm2", "-o", "out", "--over",
                           "title=one,two")
        self.assertIn("The sweep over title changed no number", answer.out)

    def test_the_sweep_of_a_study_is_told_in_check(self):
        self.write(self.text("study.toml") + '\n[sweep]\nover = ["product.amount=1 mg/cm2,2 mg/cm2"]\n')
        self.assertIn("A sweep over product.amount changes nothing here", self.warnings())


if __name__ == "__main__":
    unittest.main()
