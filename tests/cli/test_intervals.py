"""Intervals come from the spreads of the data: change one, and what depends on it moves, and nothing else."""

import json
import re
import shutil
import unittest

from percuta_process import DATA, PercutaCase, edited

INSERTION = {"insertion.depth_in_place", "insertion.force_per_needle"}
HOLES = {"coverage.distinct_density", "coverage.nearest_neighbour", "coverage.reentry_share"}
STRIKES = {"coverage.density"}
SPREAD = re.compile(r"value = ([^,]+), low = [^,]+, high = [^,}]+")


def spread(key: str, low: float, high: float, text: str) -> str:
    """`text` with another spread for `key`."""
    pattern = rf"(?m)^({key} *= {{ value = [^,]+), low = [^,]+, high = [^,]+,"
    changed, count = re.subn(pattern, rf"\1, low = {low}, high = {high},", text)
    if count != 1:
        raise ValueError(f"{key} stands {count} times in the data")
    return changed


def relative_width(quantity: dict) -> float:
    return (quantity["high"] - quantity["low"]) / quantity["value"]


class IntervalCase(PercutaCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(edited("members = 4", "members = 48"))
        self.have_run("study.toml", out="base")
        self.base = self.of_folder("base")

    def quantities(self, out: str, *options: object) -> dict[str, dict]:
        self.done("run", "study.toml", "-o", out, "--quiet", *options)
        return self.of_folder(out)

    def of_folder(self, out: str) -> dict[str, dict]:
        results = json.loads((self.folder / out / "results.json").read_text())
        return {f"{room}.{name}": quantity for room in ("coverage", "insertion") for name, quantity in results[room].items()}

    def page_data(self, out: str) -> dict:
        page = (self.folder / out / "report.html").read_text()
        return json.loads(re.search(r'id="percuta-data">(.*?)</script>', page, re.DOTALL).group(1))

    def with_spread(self, file: str, key: str, low: float, high: float) -> dict[str, dict]:
        """The quantities when `key` of the data's `file` has another spread."""
        copy = self.folder / "data" / file
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(spread(key, low, high, (DATA / file).read_text()))
        return self.quantities("changed", "--data", "data")

    def moved(self, changed: dict[str, dict]) -> set[str]:
        return {name for name in self.base if changed[name] != self.base[name]}


class OneSpread(IntervalCase):
    def test_the_skins_toughness_moves_depth_and_force_and_no_hole(self):
        narrow = self.with_spread("skin/mechanics.toml", "cutting_energy", 1230, 1250)
        moved = self.moved(narrow)
        self.assertTrue(INSERTION <= moved)
        by_depth = "coverage.dose_variation_"  # each strike counts with its depth in the dermis
        self.assertFalse([name for name in moved if name.startswith("coverage.") and not name.startswith(by_depth)])
        wide = self.with_spread("skin/mechanics.toml", "cutting_energy", 100, 20000)
        for name in INSERTION:
            self.assertLess(relative_width(narrow[name]), relative_width(wide[name]), name)

    def test_a_wider_spread_gives_a_wider_interval(self):
        changed = self.with_spread("skin/mechanics.toml", "opening_pressure", 0.01, 10)
        self.assertEqual(self.moved(changed) & INSERTION, INSERTION)
        for name in INSERTION:
            self.assertGreater(relative_width(changed[name]), relative_width(self.base[name]), name)
        for name in STRIKES | HOLES:
            self.assertEqual(changed[name], self.base[name])

    def test_how_far_a_hole_catches_a_needle_moves_holes_and_no_depth(self):
        changed = self.with_spread("punctures.toml", "capture_distance", 0.079, 0.081)
        self.assertTrue(HOLES <= self.moved(changed))
        for end in ("value", "low", "high"):  # a needle that is caught may be drawn over the window's edge
            for name in INSERTION | {"coverage.density"}:
                before, after = self.base[name][end], changed[name][end]
                self.assertLessEqual(abs(after - before), 0.02 * abs(before), name)

    def test_the_thickness_of_the_dermis_moves_its_own_layers(self):
        before = self.page_data("base")["figures"]["depth_histogram"]["layers"]
        text = (DATA / "skin/sites/cheek.toml").read_text()
        self.write(edited("value = 0.87, low = 0.42, high = 1.60", "value = 0.87, low = 0.86, high = 0.88", text),
                   "data/skin/sites/cheek.toml")
        changed = self.quantities("changed", "--data", "data")
        self.assertTrue(self.moved(changed).isdisjoint(STRIKES | HOLES))
        after = self.page_data("changed")["figures"]["depth_histogram"]["layers"]
        bands = {layer["name"]: (layer["bottom"], after[i]["bottom"]) for i, layer in enumerate(before)}
        old, new = bands["reticular_dermis"]
        self.assertLess(new["high"] - new["low"], 0.5 * (old["high"] - old["low"]))
        self.assertEqual(*bands["stratum_corneum"])

    def test_a_choice_of_the_study_has_no_spread_of_its_own(self):
        certain = self.quantities("certain", "--set", "technique.skill=0.5", "--set", "technique.speed=5 cm/s")
        uncertain = self.with_spread("hand.toml", "track_overlap", 0.0, 0.6)
        self.assertNotEqual(certain["coverage.density"], self.base["coverage.density"])
        self.assertGreater(relative_width(uncertain["coverage.density"]), relative_width(certain["coverage.density"]))


class AllSpreads(IntervalCase):
    def test_no_interval_is_a_percentage_of_its_value(self):
        widths = [relative_width(quantity) for quantity in self.base.values() if quantity["value"] and quantity["low"] < quantity["high"]]
        self.assertGreaterEqual(len(widths), 6)
        ordered = sorted(widths)
        for narrower, wider in zip(ordered, ordered[1:]):
            self.assertGreater(wider - narrower, 1e-4)

    def test_the_same_quantity_of_another_study_has_another_relative_width(self):
        other = self.quantities("other", "--set", "technique.force=1 N", "--set", "technique.passes=6")
        for name in ("coverage.density", "insertion.depth_in_place", "insertion.force_per_needle"):
            with self.subTest(quantity=name):
                self.assertGreater(abs(relative_width(other[name]) - relative_width(self.base[name])), 0.01)

    def test_without_any_spread_only_the_hands_chance_is_left(self):
        shutil.copytree(DATA, self.folder / "data")
        for path in (self.folder / "data").rglob("*.toml"):
            path.write_text(SPREAD.sub(r"value = \1, low = \1, high = \1", path.read_text()))
        bare = self.quantities("bare", "--data", "data")
        for name in STRIKES | INSERTION:
            with self.subTest(quantity=name):
                self.assertLess(relative_width(bare[name]), 0.5 * relative_width(self.base[name]))
        self.assertLess(bare["coverage.density"]["low"], bare["coverage.density"]["high"])

    def test_more_members_steady_an_interval_and_do_not_narrow_it(self):
        many = self.quantities("many", "-n", 2 * 48)
        for name in STRIKES | INSERTION:
            with self.subTest(quantity=name):
                ratio = relative_width(many[name]) / relative_width(self.base[name])
                self.assertTrue(0.6 < ratio < 1.6, ratio)


if __name__ == "__main__":
    unittest.main()
