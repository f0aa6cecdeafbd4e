"""A run folder's resolved study runs again, anywhere, to the same bytes of every file but run.json."""

import os
import pathlib
import shutil
import tomllib
import unittest

from percuta_process import DATA, PercutaCase, repeatable

EXAMPLES = DATA.parent / "examples"
BENCH = """
percuta = 1
title = "A stamp on the study's own site"
seed = 5
[site]
name = "cheek"
[device]
name = "stamp-hand"
[ensemble]
members = 8
[experiment]
kind = "insertion-test"
force = "1 N"
"""

# A key of each table that a course may write, and a value that is not its default.
SETTINGS = ["person.age=55 years", "site.concern=[\"wrinkle\"]", "technique.force=3 N", "product.cover=24 h",
            "product.name=plain-cream", "course.interval=20 day", "course.aftercare=plain-cream", "outputs.times=[\"1 h\"]",
            "research.overrides=[\"keloid\"]", "sweep.over=[\"technique.passes=1..3\"]", "device.needle.length=1 mm",
            "device.drum.rows=7", 
            'device.wear={uses=1, tip_growth="1 um", bent_share=0, bend="0 mm", missing_share=0}', "device.strength.yield_stress=500 MPa",
            "skin.papillary_share=0.2", "mechanics.friction_stress=5 kPa", "hand.track_overlap=0.1",
            "guidance.capture_distance=50 um", "contact.recoil=0.6", "injection.nappage.spacing=2 mm",
            "closure.elastic_share=0.4"]
RUNS = len(SETTINGS) if os.environ.get("PERCUTA_LONG") else 4  # among which the settings are dealt, neighbours to different ones


def value_of(table: dict, key: str) -> object:
    """What `table` says of "course.interval"; None where it says nothing."""
    for name in key.split("."):
        table = table.get(name) if isinstance(table, dict) else None
    return table


class RunAgain(PercutaCase):
    def assert_runs_again(self, study: pathlib.Path, *options: object) -> dict[str, bytes]:
        """Runs it, moves the run folder elsewhere, runs its resolved study there."""
        self.done("run", study, "-o", "first", "--quiet", *options)
        moved = self.folder / "elsewhere" / "moved"
        shutil.rmtree(moved, ignore_errors=True)
        moved.parent.mkdir(exist_ok=True)
        shutil.move(self.folder / "first", moved)
        self.done("run", moved / "study.resolved.toml", "-o", "again", "--quiet")
        first, again = repeatable(moved), repeatable(self.folder / "again")
        self.assertEqual(sorted(first), sorted(again))
        for name, found in first.items():
            self.assertEqual(found, again[name], name)
        shutil.rmtree(self.folder / "again")
        return first

    def test_every_example_runs_again(self):
        for study in sorted(EXAMPLES.glob("*/study.toml")):
            with self.subTest(example=study.parent.name):
                self.assert_runs_again(study, "-n", 4)

    def test_a_key_of_every_table_survives(self):
        study = self.write()
        for setting in SETTINGS:
            if self.percuta("check", study, "--set", setting).code != 0:
                self.fail(f"{setting} is no setting")
        for first in range(RUNS):
            settings = SETTINGS[first::RUNS]
            with self.subTest(settings=settings):
                kept = self.assert_runs_again(study, "-n", 4, *(word for setting in settings for word in ("--set", setting)))
                resolved = tomllib.loads(kept["study.resolved.toml"].decode())
                for setting in settings:
                    self.assertIsNotNone(value_of(resolved, setting.partition("=")[0]), f"{setting} is not kept")

    def test_a_bench_on_the_studys_own_site_survives(self):
        study = self.write(BENCH)
        one = self.assert_runs_again(study)
        other = self.assert_runs_again(study, "--set", "experiment.force=20 N")
        self.assertNotEqual(one["study.resolved.toml"], other["study.resolved.toml"])

    def test_what_came_from_a_further_data_folder_is_kept(self):
        device = (DATA / "devices" / "roller-192.toml").read_text()
        self.write(device.replace("Medical roller, 192 needles of 1.5 mm", "My roller"), "more/devices/mine.toml")
        study = self.write()
        kept = self.assert_runs_again(study, "--data", "more", "--set", "device.name=mine")
        self.assertIn("data/devices/mine.toml", kept)


if __name__ == "__main__":
    unittest.main()
