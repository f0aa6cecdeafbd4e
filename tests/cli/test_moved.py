"""A program finds the data of the place where it stands now, and names commands as it was called."""

import pathlib
import shutil
import unittest

from percuta_process import BINARY, DATA, PercutaCase


class Moved(PercutaCase):
    def put(self, program: str, data: str) -> pathlib.Path:
        """Copies the program and Percuta's data into the folder; the program is the one that runs. Gives the data's folder."""
        self.binary, place = self.folder / program, self.folder / data
        self.binary.parent.mkdir(parents=True)
        shutil.copy2(BINARY, self.binary)
        shutil.copytree(DATA, place)
        return place

    def folders_of_data(self, **environment: str) -> list[str]:
        answer = self.percuta("doctor", environment=environment)  # it misses the page's template here, and says so
        lines = [line.split(maxsplit=2) for line in answer.out.splitlines()]
        return [words[2] for words in lines if words[1] == "data"]

    def test_a_copied_checkout_reads_its_own_data_and_nothing_of_the_original(self) -> None:
        data = self.put("a copy/build/default/percuta", "a copy/data")
        (self.folder / "a copy/src/percuta").mkdir(parents=True)
        (self.folder / "a copy/src/percuta/floors.txt").touch()
        self.assertEqual(self.folders_of_data(), [str(data)])
        (data / "devices" / "pen-12.toml").rename(data / "devices" / "pen-of-the-copy.toml")
        listed = self.done("list", "devices").out
        self.assertIn("pen-of-the-copy", listed)
        self.assertNotIn("pen-12", listed)

    def test_an_installed_program_reads_what_was_installed(self) -> None:
        data = self.put("usr/bin/percuta", "usr/share/percuta/data")
        self.assertEqual(self.folders_of_data(), [str(data)])

    def test_the_checkout_that_the_wrapper_names_comes_first(self) -> None:
        data = self.put("elsewhere/percuta", "checkout/data")
        self.assertEqual(self.folders_of_data(PERCUTA_ROOT=str(data.parent)), [str(data)])

    def test_a_program_alone_reads_the_checkout_it_was_built_from(self) -> None:
        data = self.put("alone/percuta", "data")
        self.assertEqual(self.folders_of_data(), [str(DATA)], f"{data} is nobody's")


class Called(PercutaCase):
    def err(self, *words: str, **environment: str) -> str:
        return self.percuta(*words, environment=environment).err

    def test_commands_that_it_suggests_are_named_as_it_was_called(self) -> None:
        for called in ("./percuta", "percuta", "'/a path/percuta'"):
            with self.subTest(called=called):
                self.assertIn(f"`{called} new S3`", self.err("check", "S3.toml", PERCUTA_CALLED=called))
                self.assertIn(f"`{called} demo`", self.percuta("--help", environment={"PERCUTA_CALLED": called}).out)
        self.assertIn("Next: `./percuta check S3.toml`, then `./percuta run S3.toml`", self.err("new", "S3", PERCUTA_CALLED="./percuta"))

    def test_called_by_itself_it_is_percuta(self) -> None:
        self.assertIn("`percuta new S3`", self.err("check", "S3.toml"))


if __name__ == "__main__":
    unittest.main()
