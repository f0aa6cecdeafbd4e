"""Same study, same seed: the same bytes, whatever the machine does."""

import json
import pathlib
import shutil
import subprocess
import sys
import unittest

from percuta_process import FAST_STUDY, PercutaCase, edited, kernels, repeatable

EXPECTED = {"study.resolved.toml", "results.json", "summary.csv", "series.csv", "punctures.csv", "report.html",
            "figures/puncture_map.svg", "figures/depth_histogram.svg", "figures/layer_reach.svg", "figures/against_chance.svg"}
COMMA_LOCALES = ["de_DE.UTF-8", "fr_FR.UTF-8", "nl_NL.UTF-8"]
DECIMAL_SIGN = "import locale; locale.setlocale(locale.LC_ALL, ''); print(locale.localeconv()['decimal_point'])"


def has_comma(environment: dict[str, str]) -> bool:
    told = subprocess.run([sys.executable, "-c", DECIMAL_SIGN], env=environment, capture_output=True, text=True)
    return told.stdout.strip() == ","


def comma_locale(folder: pathlib.Path) -> dict[str, str] | None:
    """Environment of a locale that writes 1,5: an installed one, or one made for the test."""
    if shutil.which("localedef"):
        subprocess.run(["localedef", "-i", "de_DE", "-f", "UTF-8", folder / "de_DE.UTF-8"], capture_output=True)
    choices = [{"LC_ALL": name} for name in COMMA_LOCALES] + [{"LC_ALL": "de_DE.UTF-8", "LOCPATH": str(folder)}]
    return next((choice for choice in choices if has_comma(choice)), None)


class SameBytes(PercutaCase):
    def setUp(self) -> None:
        super().setUp()
        self.write()
        self.have_run("study.toml", "--threads", 1, "--kernel", "baseline", out="first")
        self.first = repeatable(self.folder / "first")

    def assert_same(self, run_folder: pathlib.Path) -> None:
        files = repeatable(run_folder)
        self.assertEqual(set(files), set(self.first))
        for name, found in files.items():
            self.assertEqual(found, self.first[name], f"{name} differs")

    def test_a_run_folder_holds_every_contracted_file(self):
        self.assertEqual(set(self.first), EXPECTED)
        self.assertTrue((self.folder / "first" / "run.json").is_file())

    def test_any_number_of_threads_gives_the_same_bytes(self):
        for threads in (1, 2, 4):
            with self.subTest(threads=threads):
                self.done("run", "study.toml", "-o", f"t{threads}", "--threads", threads)
                self.assert_same(self.folder / f"t{threads}")

    def test_every_kernel_that_runs_here_gives_the_same_bytes(self):
        known = kernels()
        self.assertIn("baseline", known)
        for kernel in known:
            with self.subTest(kernel=kernel):
                self.done("run", "study.toml", "-o", kernel, "--kernel", kernel, "--threads", 2)
                self.assert_same(self.folder / kernel)
                facts = json.loads((self.folder / kernel / "run.json").read_text())
                self.assertEqual(facts["kernel"], kernel)

    def test_a_locale_with_decimal_commas_gives_the_same_bytes(self):
        locales = self.folder / "locales"
        locales.mkdir()
        environment = comma_locale(locales)
        if environment is None:
            self.skipTest("no locale with decimal commas, and no localedef to make one")
        self.done("run", "study.toml", "-o", "comma", environment=environment)
        self.assert_same(self.folder / "comma")

    def test_folder_and_path_of_the_study_change_no_byte(self):
        elsewhere = self.folder / "else where" / "d\u00e9j\u00e0"
        elsewhere.mkdir(parents=True)
        shutil.copy(self.folder / "study.toml", elsewhere / "other name.toml")
        self.done("run", "other name.toml", folder=elsewhere)
        self.assert_same(elsewhere / "other name.run")
        self.done("run", elsewhere / "other name.toml", "-o", self.folder / "deep" / "er" / "out", folder="/")
        self.assert_same(self.folder / "deep" / "er" / "out")

    def test_the_resolved_study_gives_the_same_results(self):
        shutil.copy(self.folder / "first" / "study.resolved.toml", self.folder / "resolved.toml")
        self.done("run", "resolved.toml", "-o", "again")
        again = repeatable(self.folder / "again")
        for name in ("results.json", "punctures.csv", "summary.csv", "figures/puncture_map.svg"):
            self.assertEqual(again[name], self.first[name], f"{name} differs")

    def test_another_seed_gives_other_punctures(self):
        self.write(edited("seed = 7", "seed = 8", FAST_STUDY), "eight.toml")
        self.done("run", "eight.toml", "-o", "eight")
        self.done("run", "study.toml", "-o", "set", "--seed", 8)
        eight, by_option = repeatable(self.folder / "eight"), repeatable(self.folder / "set")
        self.assertNotEqual(eight["punctures.csv"], self.first["punctures.csv"])
        self.assertNotEqual(eight["results.json"], self.first["results.json"])
        self.assertEqual(eight["punctures.csv"], by_option["punctures.csv"])


if __name__ == "__main__":
    unittest.main()
