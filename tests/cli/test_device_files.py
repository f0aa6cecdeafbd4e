"""A device file beside the study is welcome; one elsewhere needs leave; a bad one is shown where it is bad."""

import os
import unittest

from percuta_process import DATA, edited
from refusal import RefusalCase, place_of

ROLLER = (DATA / "devices" / "roller-192.toml").read_text()


def study_with(device: str) -> str:
    return edited('"roller-192"', f'"{device}"')


class OwnDevice(RefusalCase):
    def test_a_device_file_beside_the_study_runs(self):
        self.write(ROLLER.replace("Medical roller, 192 needles of 1.5 mm", "My roller"), "mine.toml")
        self.write(study_with("mine.toml"))
        self.assertIn("My roller", self.done("run", "study.toml", "-o", "out").out)

    def test_a_device_file_in_a_folder_below_the_study_runs(self):
        self.write(ROLLER, "devices/mine.toml")
        self.write(study_with("devices/mine.toml"))
        self.done("check", "study.toml")

    def test_a_data_folder_adds_devices_by_name(self):
        self.write(ROLLER, "more/devices/roller-mine.toml")
        self.write(study_with("roller-mine"))
        self.refused("study.toml", "'roller-mine' is not in devices")
        self.done("check", "study.toml", "--data", "more")
        self.assertIn("roller-mine", self.done("list", "devices", "--data", "more").out)


class PathsOutside(RefusalCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(ROLLER, "x.toml")
        (self.folder / "inner").mkdir()

    def refused_path(self, device: str, *words: str) -> None:
        self.write(study_with(device), "inner/study.toml")
        self.refused("inner/study.toml", *words)

    def test_a_device_outside_the_studys_folder_is_refused(self):
        self.refused_path("../x.toml", "inner/study.toml:17:8", "lies outside the study's folder", "--allow")

    def test_an_absolute_path_outside_is_refused(self):
        self.refused_path(str(self.folder / "x.toml"), "lies outside the study's folder")
        self.refused_path("/etc/passwd/../hostname.toml", "lies outside the study's folder")

    def test_a_link_that_leads_outside_is_refused(self):
        os.symlink(self.folder / "x.toml", self.folder / "inner" / "link.toml")
        self.refused_path("link.toml", "lies outside the study's folder")

    def test_leave_lets_the_study_name_it(self):
        self.write(study_with("../x.toml"), "inner/study.toml")
        self.done("check", "inner/study.toml", "--allow", self.folder)
        self.refused("inner/study.toml", "outside", options=("--allow", self.folder / "inner"))


class BadDevice(RefusalCase):
    def refused_device(self, part: str, text: str, *words: str) -> None:
        """A device file whose mistake stands at `part`."""
        self.write(text, "mine.toml")
        self.write(study_with("mine.toml"))
        line, column = place_of(text, part)
        answer = self.refused("study.toml", f"mine.toml:{line}:{column}: error: ", *words)
        self.assert_caret(answer, text.splitlines()[line - 1], column)

    def test_a_value_without_source_is_refused(self):
        line = next(line for line in ROLLER.splitlines() if line.startswith("taper_share"))
        self.refused_device('"0.6"', ROLLER.replace(line, 'taper_share = "0.6"'), "without its source")

    def test_low_above_the_value_is_refused(self):
        text = edited("value = 1.5, low = 1.45", "value = 1.4, low = 1.45", ROLLER)
        self.refused_device("1.4,", text, "'length' must have low <= value <= high")

    def test_an_interval_with_one_end_is_refused(self):
        text = edited(" low = 0.3, high = 1.0,", " low = 0.3,", ROLLER)
        line = next(line for line in text.splitlines() if line.startswith("taper_share"))
        self.refused_device(line[line.index("{"):], text, "'taper_share' has no 'high'")

    def test_an_assumed_value_cannot_be_exact(self):
        text = edited(" low = 0.3, high = 1.0,", " exact = true,", ROLLER)
        self.refused_device("true", text, "cannot be exact")

    def test_an_unknown_kind_is_refused_with_the_known_ones(self):
        self.refused_device('"rollr"', edited('kind    = "roller"', 'kind    = "rollr"', ROLLER), "did you mean 'roller'?")

    def test_an_unknown_key_of_a_device_is_refused(self):
        self.refused_device("colums", edited("columns       =", "colums        =", ROLLER), "did you mean 'columns'?")

    def test_a_device_that_lacks_a_table_is_refused(self):
        self.write(ROLLER[: ROLLER.index("[drum]")], "mine.toml")
        self.write(study_with("mine.toml"))
        self.refused("study.toml", "mine.toml:3:11: error: ", "a device of kind 'roller' needs a table [drum]")

    def test_an_override_that_the_device_has_no_use_for_is_refused(self):
        text = edited('needle.length = "1.5 mm"', "head.needles = 9")
        self.refused_at("head", text, "'device.head' does nothing here", "device.drum")

    def test_a_missing_device_file_is_told_with_its_name(self):
        self.write(study_with("mine.toml"))
        self.refused("study.toml", "mine.toml", "No such file", code=5)


if __name__ == "__main__":
    unittest.main()
