import os
import pty
import select
import unittest

from small_tree import SmallTreeTest

# Stands for apt-get: notes how it was called; knows every package only after an update.
APT = """echo "$*" >> "$APT_LOG"
case $* in
  *--print-uris*) [ -e "$APT_LOG.updated" ] || exit 100
    echo "'http://x/a.deb' a.deb 30000000 MD5Sum:1"; echo "'http://x/b.deb' b.deb 12400000 MD5Sum:2"
    echo "After this operation, 173 MB of additional disk space will be used." ;;
  update*) touch "$APT_LOG.updated" ;;
  *install*) touch "$APT_LOG.installed" ;;
esac"""
# Stands for dpkg-query: libfmt-dev is missing until it was installed.
DPKG = """case $* in
  *libfmt-dev*) [ -e "$APT_LOG.installed" ] && echo -n installed || exit 1 ;;
  *) echo -n installed ;;
esac"""


class SetUp(SmallTreeTest):
    def setUp(self) -> None:
        super().setUp()
        self.log = self.base / "apt.log"
        self.environment["APT_LOG"] = str(self.log)
        self.stand_in("apt-get", APT)
        self.stand_in("dpkg-query", DPKG)
        self.stand_in("sudo", 'case $1 in -v) exit ;; -n) shift ;; esac; "$@"')

    def calls(self) -> list[str]:
        return self.log.read_text().splitlines() if self.log.exists() else []

    def know_packages(self) -> None:
        (self.base / "apt.log.updated").touch()

    def test_it_installs_only_what_is_missing_and_upgrades_nothing(self) -> None:
        self.know_packages()
        done = self.run_script("setup")
        self.assertEqual(done.returncode, 0, done.stderr)
        installs = [call for call in self.calls() if "--print-uris" not in call]
        self.assertEqual(len(installs), 1, installs)
        self.assertTrue(installs[0].startswith("install --no-install-recommends --no-upgrade"), installs)
        self.assertTrue(installs[0].endswith(" libfmt-dev"), installs)

    def test_it_says_what_it_installs_and_the_size(self) -> None:
        self.know_packages()
        done = self.run_script("setup", "--print")
        self.assertIn("to install: libfmt-dev", done.stderr)
        self.assertIn("42 MB to fetch, 173 MB of disk", done.stderr)
        self.assertRegex(done.stderr, r"build: about \d+ MB of disk and, with \d+ at a time, \d+ minutes")
        self.assertFalse((self.base / "apt.log.installed").exists())
        self.assertFalse((self.tree / "build").exists())

    def test_lists_are_fetched_only_when_a_package_is_unknown(self) -> None:
        self.run_script("setup")
        self.assertEqual([call.split()[0] for call in self.calls()], ["install", "update", "install", "install"])

    def test_run_twice_it_does_nothing(self) -> None:
        self.run_script("setup")
        self.log.unlink()
        done = self.run_script("setup")
        self.assertIn("nothing to do", done.stderr)
        self.assertEqual((done.returncode, self.calls()), (0, []))

    def test_who_is_not_root_is_told_on_stderr_what_to_ask_for(self) -> None:
        self.without_root()
        for is_known in (False, True):
            with self.subTest(package_lists=is_known):
                if is_known:
                    self.know_packages()
                done = self.run_script("setup")
                self.assertEqual((done.returncode, done.stdout), (1, ""))
                self.assertIn("this needs root", done.stderr)
                self.assertIn("apt-get update && apt-get install --no-install-recommends --no-upgrade libfmt-dev", done.stderr)
                self.assertEqual([call for call in self.calls() if "--print-uris" not in call], [])
                self.assertFalse((self.tree / "build").exists())
        called = self.run_script("percuta", "run", "x")
        self.assertEqual((called.returncode, called.stdout), (5, ""))
        self.assertIn("this needs root", called.stderr)

    def test_off_a_terminal_the_build_tells_how_far_it_is(self) -> None:
        (self.base / "apt.log.installed").touch()
        done = self.run_script("setup")
        self.assertRegex(done.stderr, r"building with \d+ at a time; the first time it takes about \d+ minutes\n")
        self.assertIn("setup: built 2/2 files\n", done.stderr)
        self.assertNotIn("PROGRESS", done.stderr)

    def test_a_build_that_was_moved_is_made_anew(self) -> None:
        (self.base / "apt.log.installed").touch()
        self.run_script("setup")
        self.tree = self.tree.rename(self.base / "moved here")
        done = self.run_script("setup")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("nothing to do", done.stderr)
        self.assertIn(f"configuring in {self.tree}/build/default", done.stderr)
        self.assertIn("nothing to do", self.run_script("setup").stderr)

    def test_help_tells_sizes_and_times(self) -> None:
        done = self.run_script("setup", "--help")
        self.assertRegex(done.stdout, r"about \d+ MB to fetch and \d+ MB of disk")
        self.assertRegex(done.stdout, r"\d+ minutes of one processor core")

    def test_packages_that_are_there_need_no_apt(self) -> None:
        (self.base / "apt.log.installed").touch()
        self.stand_in("apt-get", "exit 100")
        self.assertEqual(self.run_script("setup").returncode, 0)

    def test_apt_that_fails_ends_with_1(self) -> None:
        self.stand_in("apt-get", "case $* in *print-uris*) exit 0 ;; *) echo no network; exit 100 ;; esac")
        done = self.run_script("setup")
        self.assertEqual(done.returncode, 1)
        self.assertIn("no network", done.stderr)
        self.assertIn("could not install: libfmt-dev", done.stderr)

    def test_sets_are_named(self) -> None:
        self.know_packages()
        self.stand_in("dpkg-query", "exit 1")
        core = self.run_script("setup", "--print").stderr
        referees = self.run_script("setup", "--print", "--with", "referees").stderr
        self.assertNotIn("libhypre-dev", core)
        self.assertIn("libhypre-dev", referees)
        self.assertEqual(self.run_script("setup", "--with", "everything").returncode, 1)

    def test_an_unknown_option_is_refused(self) -> None:
        done = self.run_script("setup", "--frobnicate")
        self.assertEqual(done.returncode, 2)
        self.assertIn("usage:", done.stderr)

    def answer(self, text: bytes, *options: str) -> str:
        """Runs setup on a terminal and types `text` when asked; gives all that was shown."""
        try:
            child, terminal = pty.fork()
        except OSError:
            self.skipTest("this place has no terminals (/dev/pts)")
        if child == 0:
            os.execve(self.tree / "setup", ["setup", *options], self.environment)
        shown = b""
        while select.select([terminal], [], [], 120)[0]:
            try:
                chunk = os.read(terminal, 4096)
            except OSError:
                break
            if not chunk:
                break
            asked = b"[Y/n]" in shown
            shown += chunk
            if b"[Y/n]" in shown and not asked:
                os.write(terminal, text)
        os.waitpid(child, 0)
        os.close(terminal)
        return shown.decode()

    def test_on_a_terminal_it_asks_and_takes_no_for_an_answer(self) -> None:
        self.know_packages()
        self.assertIn("nothing was changed", self.answer(b"n\n"))
        self.assertFalse((self.base / "apt.log.installed").exists())

    def test_on_a_terminal_enter_means_yes(self) -> None:
        self.know_packages()
        self.assertIn("go on?", self.answer(b"\n"))
        self.assertTrue((self.base / "apt.log.installed").exists())

    def test_on_a_terminal_yes_asks_nothing(self) -> None:
        self.know_packages()
        self.assertNotIn("go on?", self.answer(b"", "--yes"))
        self.assertTrue((self.base / "apt.log.installed").exists())


if __name__ == "__main__":
    unittest.main()
