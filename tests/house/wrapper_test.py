import os
import unittest

from small_tree import SmallTreeTest


class Wrapper(SmallTreeTest):
    def test_a_missing_build_is_made_and_the_program_takes_over(self) -> None:
        done = self.run_script("percuta", "run", "a b")
        self.assertEqual((done.returncode, done.stdout), (3, "<run><a b>"), done.stderr)
        self.assertTrue((self.tree / "build/default/percuta").exists())

    def test_a_second_call_does_no_set_up(self) -> None:
        self.run_script("percuta")
        for tool in ("cmake", "ninja", "dpkg-query", "apt-get"):
            self.stand_in(tool, f"echo {tool} was called >&2; exit 9")
        done = self.run_script("percuta", "run")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (3, "<run>", ""))

    def test_a_changed_source_is_built_again(self) -> None:
        self.run_script("percuta")
        self.write("src/main.c", PROGRAM_THAT_RETURNS_5)
        newer = (self.tree / "build/default/.built").stat().st_mtime + 2
        os.utime(self.tree / "src/main.c", (newer, newer))
        self.assertEqual(self.run_script("percuta").returncode, 5)

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

    def test_a_checkout_that_moved_is_configured_anew(self) -> None:
        self.run_script("percuta")
        self.tree = self.tree.rename(self.base / "moved")
        (self.tree / "build/default/.built").unlink()
        self.assertEqual(self.run_script("percuta").returncode, 3)

    def test_the_test_runner_gets_the_build_folder(self) -> None:
        self.write("tests/run.py", "import os, sys; print(os.environ['PERCUTA_BUILD'], sys.argv[1:]); sys.exit(7)\n")
        done = self.run_script("percuta", "test", "--long", "base")
        self.assertEqual(done.returncode, 7, done.stderr)
        self.assertEqual(done.stdout, f"{self.tree}/build/default ['--long', 'base']\n")


class BuildFolder(SmallTreeTest):
    def where(self, before: tuple[str, ...] = ()) -> str:
        return self.run_script("setup", "--where", before=before).stdout.strip()

    def test_it_is_in_the_checkout(self) -> None:
        self.assertEqual(self.where(), f"{self.tree}/build/default")

    def test_percuta_build_names_another(self) -> None:
        self.environment["PERCUTA_BUILD"] = "elsewhere"
        self.assertEqual(self.where(), f"{self.base}/elsewhere")
        self.assertEqual(self.run_script("percuta").returncode, 3)
        self.assertTrue((self.base / "elsewhere/percuta").exists())
        self.assertFalse((self.tree / "build").exists())

    def test_a_read_only_checkout_builds_in_the_cache(self) -> None:
        before = self.read_only()
        self.assertIn(f"{self.base}/home/.cache/percuta/build-", self.where(before))
        self.assertEqual(self.run_script("percuta", before=before).returncode, 3)

    def test_a_read_only_checkout_without_home_builds_in_tmp(self) -> None:
        before = self.read_only()
        del self.environment["HOME"]
        self.assertIn(f"{self.base}/percuta-{os.getuid()}/build-", self.where(before))
        self.assertEqual(self.run_script("percuta", before=before).returncode, 3)

    def test_a_folder_that_cannot_be_written_is_named(self) -> None:
        self.environment["PERCUTA_BUILD"] = "/proc/percuta"
        done = self.run_script("percuta")
        self.assertEqual((done.returncode, done.stdout), (5, ""))
        self.assertIn("cannot write /proc/percuta", done.stderr)


PROGRAM_THAT_RETURNS_5 = "int main() { return 5; }\n"

if __name__ == "__main__":
    unittest.main()
