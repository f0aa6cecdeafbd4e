"""What is no readable study file is refused at once, whatever it is."""

import os
import resource
import subprocess
import time
import unittest

from percuta_process import BINARY, FAST_STUDY, edited
from refusal import RefusalCase

DEEP = 10_000
MOST_SECONDS = 2.0
MOST_BYTES = 200_000_000


def allow_only(memory: int):
    """What a process does before it starts, so that it gets no more than `memory` bytes."""
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


class UnreadableText(RefusalCase):
    def test_text_that_is_not_utf8_is_refused_where_it_stands(self):
        self.write(FAST_STUDY.encode().replace(b"small", b"sm\xe4ll"))
        answer = self.refused("study.toml", "study.toml:2:", "0xe4", "not UTF-8", "save the file as UTF-8")
        self.assertIn("^", answer.err)

    def test_utf16_is_refused(self):
        self.write(FAST_STUDY.encode("utf-16"))
        self.refused("study.toml", "study.toml")

    def test_an_empty_file_is_refused_with_what_is_missing(self):
        self.write("")
        self.refused("study.toml", "study.toml", "the study names no device")

    def test_a_binary_file_is_refused(self):
        self.write(bytes(range(256)) * 64)
        self.refused("study.toml", "study.toml", "not text")

    def test_the_program_itself_is_no_study(self):
        os.symlink(BINARY, self.folder / "study.toml")
        self.refused("study.toml", "study.toml")

    def test_broken_toml_is_refused_where_it_breaks(self):
        self.write(edited('"2 cm2"', '"2 cm2'))
        answer = self.refused("study.toml", "study.toml:13:", "not valid TOML")
        self.assertIn("^", answer.err)

    def test_a_quantity_without_quotes_is_explained(self):
        self.write(edited('"5 N"', "5 N"))
        self.refused("study.toml", "study.toml:23:", "stand in quotes")


class HugeFile(RefusalCase):
    disk = None  # memory may be too small for it

    def test_a_100_mb_file_is_refused_quickly_and_in_little_memory(self):
        line = b"# " + b"x" * 997 + b"\n"
        with (self.folder / "study.toml").open("wb") as file:
            for _ in range(100_000):
                file.write(line)
        began = time.monotonic()
        answer = self.percuta("run", "study.toml", "-o", "out", preexec_fn=allow_only(MOST_BYTES))
        self.assertLess(time.monotonic() - began, MOST_SECONDS)
        self.assertEqual(answer.code, 2, answer.err)
        self.assertIn("MB", answer.err)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["study.toml"])

    def test_an_endless_file_is_refused(self):
        os.symlink("/dev/zero", self.folder / "study.toml")
        self.refused("study.toml", "study.toml")

    def test_a_line_of_a_million_characters_is_not_echoed(self):
        self.write(edited('"2 cm2"', '"' + "9" * 900_000 + '"'))
        answer = self.refused("study.toml", "study.toml:13:")
        self.assertLess(len(answer.err), 5000)


class LongNames(RefusalCase):
    LONG = "x" * 5000 + ".toml"

    def test_a_file_whose_name_no_disk_holds_is_refused_at_its_key(self):
        for text in (edited('"roller-192"', f'"{self.LONG}"'), FAST_STUDY + f'\n[punctures]\nfrom = "{self.LONG}"\n'):
            self.write(text)
            answer = self.refused("study.toml", "study.toml:", "cannot be opened", "File name too long")
            self.assertIn("^", answer.err)

    def test_on_the_command_line_it_is_trouble_with_a_file(self):
        for words in (("check", self.LONG), ("compare", self.LONG, self.LONG), ("report", self.LONG), ("export", self.LONG, "-o", "a.csv"),
                      ("new", "S3", "-o", self.LONG), ("run", self.LONG, "-o", self.LONG)):
            with self.subTest(verb=words[0]):
                answer = self.percuta(*words)
                self.assertIn(answer.code, (2, 5), answer.err)
                self.assertNotIn("a bug in percuta", answer.err)


class DeepNesting(RefusalCase):
    def refused_deep(self, text: str) -> None:
        self.write(text)
        self.refused("study.toml", "study.toml:1:", "nested deeper than")

    def test_lists_nested_10000_deep_are_refused(self):
        self.refused_deep("title = " + "[" * DEEP + "]" * DEEP + "\n")

    def test_unclosed_lists_nested_10000_deep_are_refused(self):
        self.refused_deep("title = " + "[" * DEEP)

    def test_inline_tables_nested_10000_deep_are_refused(self):
        self.refused_deep("title = " + "{a=" * DEEP + "1" + "}" * DEEP + "\n")

    def test_a_header_of_10000_parts_is_refused(self):
        self.refused_deep("[" + ".".join("a" * DEEP) + "]\nb = 1\n")

    def test_a_list_header_of_10000_parts_is_refused(self):
        self.refused_deep("[[" + ".".join("a" * DEEP) + "]]\nb = 1\n")

    def test_a_key_of_10000_parts_is_refused(self):
        self.refused_deep(".".join("a" * DEEP) + " = 1\n")

    def test_quoted_keys_do_not_hide_the_depth(self):
        self.refused_deep(".".join(['"a"'] * DEEP) + " = 1\n")

    def test_a_setting_of_10000_parts_is_refused(self):
        self.write()
        answer = self.refused("study.toml", "nested deeper than", options=("--set", ".".join("a" * DEEP) + "=1"))
        self.assertLess(len(answer.err), 1000)


class NoFile(RefusalCase):
    def test_a_folder_as_study_is_refused(self):
        (self.folder / "study.toml").mkdir()
        self.refused("study.toml", "study.toml", "folder")

    def test_a_missing_study_is_told(self):
        self.refused("nowhere.toml", "nowhere.toml", "No such file", code=5)

    def test_a_system_for_a_study_is_told_of_new_or_of_the_file_that_is_there(self):
        for name in ("S3", "S3.toml"):
            self.refused(name, f"{name} cannot be opened", "`percuta new S3` writes S3.toml", code=5)
        self.write(name="S3.toml")
        for verb in ("check", "run", "sweep"):
            answer = self.percuta(verb, "S3")
            self.assertEqual((answer.code, answer.out), (5, ""))
            self.assertIn("did you mean 'S3.toml'?", answer.err)
        self.assertNotIn("hint", self.percuta("check", "nowhere").err)

    def test_a_study_without_read_permission_is_told(self):
        path = self.write()
        path.chmod(0)
        if os.access(path, os.R_OK):
            self.skipTest("this user reads every file")
        answer = self.percuta("run", "study.toml", "-o", "out")
        self.assertEqual(answer.code, 5, answer.err)
        self.assertIn("study.toml cannot be opened: Permission denied", answer.err)
        self.assertEqual([entry.name for entry in self.folder.iterdir()], ["study.toml"])

    def test_a_small_stack_is_enough_for_any_study(self):
        self.write("title = " + "[" * 60 + "]" * 60 + "\n")
        limit = (256 * 1024, 256 * 1024)
        answer = self.percuta("check", "study.toml", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_STACK, limit))
        self.assertEqual(answer.code, 2, answer.err)


if __name__ == "__main__":
    unittest.main()
