import json
import os
import pathlib
import shutil
import subprocess
import unittest

from small_tree import ROOT, SmallTreeTest

BINARY = pathlib.Path(os.environ.get("PERCUTA_BINARY", ROOT / "build" / "default" / "percuta")).resolve()
TRANSCRIPT = """$ percuta --help
Start with `percuta demo`.
$ percuta run --help
Runs a study.
$ percuta list rooms
skin
"""


class Wrapper(SmallTreeTest):
    def test_a_missing_build_is_made_and_the_program_takes_over(self) -> None:
        done = self.run_script("percuta", "run", "a b")
        self.assertEqual((done.returncode, done.stdout), (3, "<run><a b>"), done.stderr)
        self.assertTrue((self.tree / "build/default/percuta").exists())

    def test_a_second_call_does_no_set_up(self) -> None:
        self.run_script("percuta", "run")
        for tool in ("cmake", "ninja", "dpkg-query", "apt-get"):
            self.stand_in(tool, f"echo {tool} was called >&2; exit 9")
        done = self.run_script("percuta", "run")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (3, "<run>", ""))

    def test_a_changed_source_is_built_again(self) -> None:
        self.run_script("percuta", "run")
        self.write("src/main.c", PROGRAM_THAT_RETURNS_5)
        newer = (self.tree / "build/default/.built").stat().st_mtime + 2
        os.utime(self.tree / "src/main.c", (newer, newer))
        self.assertEqual(self.run_script("percuta", "run").returncode, 5)

    def test_a_build_that_fails_ends_with_5_and_says_why_on_stderr(self) -> None:
        self.write("src/main.c", "int main() { return broken; }\n")
        done = self.run_script("percuta", "run")
        self.assertEqual((done.returncode, done.stdout), (5, ""))
        self.assertIn("broken", done.stderr)
        self.assertIn("the build failed", done.stderr)

    def test_a_link_to_it_works_from_anywhere(self) -> None:
        (self.tree.parent / "bin" / "percuta").symlink_to(self.tree / "percuta")
        done = self.run_script("../bin/percuta", "x")
        self.assertEqual((done.returncode, done.stdout), (3, "<x>"), done.stderr)

    def test_a_checkout_that_moved_or_was_copied_runs_with_its_own_data_and_builds_nothing(self) -> None:
        self.run_script("percuta", "run")
        copy = shutil.copytree(self.tree, self.base / "a copy", symlinks=True)
        moved = self.tree.rename(self.base / "moved")
        for tool in ("cmake", "ninja"):
            self.stand_in(tool, f"echo {tool} was called >&2; exit 9")
        for tree in (copy, moved):
            with self.subTest(tree=tree.name):
                self.tree = tree
                done = self.run_script("percuta", "variable", "PERCUTA_ROOT")
                self.assertEqual((done.returncode, done.stdout, done.stderr), (3, str(tree), ""))

    def test_a_moved_checkout_whose_source_changes_is_configured_anew(self) -> None:
        self.run_script("percuta", "run")
        self.tree = self.tree.rename(self.base / "moved")
        self.write("src/main.c", PROGRAM_THAT_RETURNS_5)
        newer = (self.tree / "build/default/.built").stat().st_mtime + 2
        os.utime(self.tree / "src/main.c", (newer, newer))
        self.assertEqual(self.run_script("percuta", "run").returncode, 5)

    def test_the_tests_of_a_moved_checkout_get_a_build_of_its_own(self) -> None:
        self.write("tests/run.py", "import os; print(os.environ['PERCUTA_BUILD'])\n")
        self.run_script("percuta", "test")
        self.tree = self.tree.rename(self.base / "moved")
        done = self.run_script("percuta", "test")
        self.assertEqual(done.stdout, f"{self.tree}/build/default\n", done.stderr)
        self.assertIn(f"CMAKE_HOME_DIRECTORY:INTERNAL={self.tree}\n", (self.tree / "build/default/CMakeCache.txt").read_text())

    def test_the_program_is_told_how_it_was_called(self) -> None:
        self.run_script("percuta", "run")
        (self.tree.parent / "bin" / "percuta").symlink_to(self.tree / "percuta")
        (self.base / "a link").symlink_to(self.tree / "percuta")
        for command, called in ((["percuta"], "percuta"), (["tree/percuta"], "tree/percuta"), (["./a link"], "'./a link'")):
            with self.subTest(command=command):
                done = subprocess.run([*command, "variable", "PERCUTA_CALLED"], env=self.environment, cwd=self.base,
                                      capture_output=True, text=True)
                self.assertEqual(done.stdout, called, done.stderr)

    def test_the_test_runner_gets_the_build_folder(self) -> None:
        self.write("tests/run.py", "import os, sys; print(os.environ['PERCUTA_BUILD'], sys.argv[1:]); sys.exit(7)\n")
        done = self.run_script("percuta", "test", "--long", "base")
        self.assertEqual(done.returncode, 7, done.stderr)
        self.assertEqual(done.stdout, f"{self.tree}/build/default ['--long', 'base']\n")


class WithoutProgram(SmallTreeTest):
    """Help, version and lists come from the tree while nothing is built."""

    def setUp(self) -> None:
        super().setUp()
        for tool in ("cmake", "ninja", "apt-get", "dpkg-query", "g++", "python3"):
            self.stand_in(tool, "exit 9")
        for path in ("docs", "data/devices", "data/skin/sites"):
            (self.tree / path).mkdir(parents=True)
        self.write("docs/command_line.txt", TRANSCRIPT)
        self.write("data/devices/pen.toml", '# a pen\ntitle   = "A pen, 12 needles"\n[needle]\ntitle = "no"\n')
        self.write("data/systems.toml", '[[system]]\nid    = "S1"\ntitle = "Home roller"\n[[claim]]\nid = "C1"\nwords = "they \\"open\\""\n')

    def answered(self, *words: str) -> str:
        done = self.run_script("percuta", *words)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("setup:", done.stderr)
        self.assertFalse((self.tree / "build").exists())
        return done.stdout

    def test_help_is_what_the_page_of_the_command_line_shows(self) -> None:
        for words in ((), ("--help",), ("-h",)):
            self.assertEqual(self.answered(*words), f"Start with `'{self.tree}/percuta' demo`.\n".replace("'", ""))
        self.assertEqual(self.answered("run", "--help"), "Runs a study.\n")

    def test_the_version_is_that_of_the_build_file(self) -> None:
        self.assertEqual(self.answered("--version"), "percuta 1.2.3\n")

    def test_lists_tell_names_and_titles(self) -> None:
        self.assertEqual(self.answered("list", "devices").split(maxsplit=1), ["pen", "A pen, 12 needles\n"])
        self.assertEqual(self.answered("list").split(maxsplit=1), ["S1", "Home roller\n"])
        self.assertEqual(self.answered("list", "claims").split(maxsplit=1), ["C1", 'they "open"\n'])
        self.assertEqual(self.answered("list", "rooms"), "skin\n")

    def test_what_the_tree_cannot_answer_needs_the_program(self) -> None:
        for words in (("run", "S3.toml"), ("list", "nothing"), ("list", "devices", "--json"), ("nothing", "--help")):
            with self.subTest(words=words):
                done = self.run_script("percuta", *words)
                self.assertEqual((done.returncode, done.stdout), (5, ""), done.stderr)
                self.assertIn("setup:", done.stderr)


@unittest.skipUnless(BINARY.exists(), "no program to compare with")
class SameAnswers(unittest.TestCase):
    """What this checkout answers without a program agrees with its program."""

    def ask(self, *command: object, **environment: str) -> str:
        own = {name: value for name, value in os.environ.items() if not name.startswith(("PERCUTA_", "XDG_"))}
        return subprocess.run([str(word) for word in command], env=own | environment, capture_output=True, text=True, check=True).stdout

    def without_program(self, *words: str) -> str:
        return self.ask(ROOT / "percuta", *words, PERCUTA_BUILD="/nonexistent").replace(f"{ROOT}/percuta", "percuta").replace("'percuta'", "percuta")

    def test_help_and_version(self) -> None:
        for words in ((), ("--help",), ("run", "--help"), ("--version",), ("list", "rooms"), ("list", "verbs"), ("list", "quantities")):
            with self.subTest(words=words):
                self.assertEqual(self.without_program(*words), self.ask(BINARY, *words))

    def test_names_of_lists(self) -> None:
        for name in ("systems", "devices", "sites", "specimens", "products", "claims", "contraindications"):
            with self.subTest(list=name):
                rows = [tuple(row.values())[:2] for row in json.loads(self.ask(BINARY, "list", name, "--json"))]
                told = [tuple(line.split("  ", 1)) for line in self.without_program("list", name).splitlines()]
                self.assertEqual([(name.strip(), title.strip()) for name, title in told], rows)


class BuildFolder(SmallTreeTest):
    def where(self, before: tuple[str, ...] = ()) -> str:
        return self.run_script("setup", "--where", before=before).stdout.strip()

    def test_it_is_in_the_checkout(self) -> None:
        self.assertEqual(self.where(), f"{self.tree}/build/default")

    def test_percuta_build_names_another(self) -> None:
        self.environment["PERCUTA_BUILD"] = "elsewhere"
        self.assertEqual(self.where(), f"{self.base}/elsewhere")
        self.assertEqual(self.run_script("percuta", "run").returncode, 3)
        self.assertTrue((self.base / "elsewhere/percuta").exists())
        self.assertFalse((self.tree / "build").exists())

    def test_a_read_only_checkout_builds_in_the_cache(self) -> None:
        before = self.read_only()
        self.assertIn(f"{self.base}/home/.cache/percuta/build-", self.where(before))
        self.assertEqual(self.run_script("percuta", "run", before=before).returncode, 3)

    def test_a_read_only_checkout_without_home_builds_in_tmp(self) -> None:
        before = self.read_only()
        del self.environment["HOME"]
        self.assertIn(f"{self.base}/percuta-{os.getuid()}/build-", self.where(before))
        self.assertEqual(self.run_script("percuta", "run", before=before).returncode, 3)

    def test_a_folder_that_cannot_be_written_is_named(self) -> None:
        self.environment["PERCUTA_BUILD"] = "/proc/percuta"
        done = self.run_script("percuta", "run")
        self.assertEqual((done.returncode, done.stdout), (5, ""))
        self.assertIn("cannot write /proc/percuta", done.stderr)


PROGRAM_THAT_RETURNS_5 = "int main() { return 5; }\n"

if __name__ == "__main__":
    unittest.main()
