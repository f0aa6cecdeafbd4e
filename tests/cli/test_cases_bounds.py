"""Work whose size one value of the study sets is bounded, foretold, and refused when it does not fit."""

import json
import resource
import shutil
import unittest

from percuta_process import ROOT, edited
from refusal import RefusalCase, place_of

CASE = ROOT / "tests" / "cases" / "check-without-end"
PEN = {"device.name": "pen-12", "technique.speed": "0.1 cm/s", "technique.passes": 100}


def settings(**keys: object) -> list[str]:
    return [word for key, value in keys.items() for word in ("--set", f"{key}={value}")]


class CheckWithoutEnd(RefusalCase):
    def setUp(self) -> None:
        super().setUp()
        shutil.copytree(CASE, self.folder, dirs_exist_ok=True)

    def told(self, study: str, *options: str) -> dict:
        return json.loads(self.done("check", study, "--json", *options).out)

    def refused_run(self, study: str, *options: str) -> None:
        """What `check` marks, `run` and `sweep` refuse with the same number, before they write a thing."""
        told = self.told(study, *options)
        self.assertFalse(told["fits"])
        self.assertGreater(told["memory_in_all_bytes"], told["memory_left_bytes"])
        text = self.done("check", study, *options).out
        self.assertIn("MORE THAN IS FREE HERE", text)
        number = text.split("Memory     about ")[1].split(" of ")[0]
        for verb in (("run", study), ("sweep", study, "--over", "seed=1..2")):
            answer = self.percuta(*verb, "-o", "out", *options)
            self.assertEqual((answer.code, answer.out), (2, ""), answer.err)
            self.assertIn(f"takes about {number} of memory", answer.err)
            self.assertIn("--over-budget", answer.err)
            self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["injections.toml", "pitch.toml"])

    def test_a_pitch_far_too_small_is_refused_at_its_line_before_needles_are_laid_out(self):
        text = (self.folder / "pitch.toml").read_text()
        line, column = place_of(text, '"0.001 mm"')
        self.refused("pitch.toml", f"pitch.toml:{line}:{column}: error: head.pitch is 0.001 mm",
                     "about 3.8e+08 needles", "at most 100000")
        for pitch in ("1e-6 mm", "1e-300 mm"):
            self.refused("pitch.toml", "head.pitch is", options=("--set", f"device.head.pitch={pitch}"))
        self.done("check", "pitch.toml", "--set", "device.head.pitch=1 mm")

    def test_a_drum_of_a_million_needles_is_refused(self):
        self.write()
        self.refused("study.toml", "1000 rows of 1000 are 1000000 needles",
                     options=settings(**{"device.drum.rows": 1000, "device.drum.columns": 1000}))

    def test_injections_are_counted_without_a_list_and_refused(self):
        told = self.told("injections.toml")
        self.assertAlmostEqual(told["strikes_per_member"] / 3.6e8, 1, delta=0.2)
        self.refused_run("injections.toml")

    def test_a_narrow_stamp_is_counted_without_a_list_and_refused(self):
        self.write(edited("injector-mesotherapy", "stamp-hand", edited('spacing    = "0.2 mm"\n', "", (
            self.folder / "injections.toml").read_text())), "injections.toml")
        self.assertGreater(self.told("injections.toml", "--set", "device.head.width=0.01 mm")["strikes_per_member"], 1e12)
        self.refused_run("injections.toml", "--set", "device.head.width=0.01 mm")

    def test_a_pen_of_many_strikes_is_refused(self):
        self.write(edited('spacing    = "0.2 mm"\n', "", (self.folder / "injections.toml").read_text()), "injections.toml")
        self.refused_run("injections.toml", *settings(**PEN))

    def test_a_ring_of_no_pitch_to_speak_of_is_laid_out(self):
        self.write(edited('spacing    = "0.2 mm"\n', "", (self.folder / "injections.toml").read_text()), "injections.toml")
        self.done("check", "injections.toml", *settings(**PEN, **{"device.head.pitch": "1e-300 mm"}))

    def test_a_small_study_fits(self):
        self.write()
        told = self.told("study.toml")
        self.assertTrue(told["fits"])
        self.assertNotIn("MORE THAN", self.done("check", "study.toml").out)

    def test_the_limit_of_the_address_space_counts(self):
        self.write()
        least = 1 << 28
        told = json.loads(self.done("check", "study.toml", "--json", preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_AS, (least, least))).out)
        self.assertLess(told["memory_left_bytes"], least)


if __name__ == "__main__":
    unittest.main()
