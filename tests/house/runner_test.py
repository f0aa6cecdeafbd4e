import contextlib
import io
import json
import pathlib
import sys
import tempfile
import time
import unittest

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "tools")]

import run  # noqa: E402
from runner import gate, rooms, sanitizers, scripts, viewer  # noqa: E402
from runner.house import House  # noqa: E402
from runner.outcome import Group, failed, passed, skipped  # noqa: E402

REPORT = """<?xml version="1.0" encoding="UTF-8"?>
<doctest binary="b" version="2.4.9"><TestSuite>
<TestCase name="[unit] skin is thick" filename="/x/skin_test.cpp" line="3">
  <OverallResultsAsserts successes="1" failures="0" test_case_success="true"/></TestCase>
<TestCase name="[unit] skin is thin" filename="/x/skin_test.cpp" line="9">
  <Expression success="false" type="CHECK" filename="/x/skin_test.cpp" line="10">
    <Original>\n depth == 2\n</Original><Expanded>\n 1 == 2\n</Expanded></Expression>
  <OverallResultsAsserts successes="0" failures="1" test_case_success="false"/></TestCase>
<TestCase name="[unit] skin throws" filename="/x/skin_test.cpp" line="15">
  <Exception crash="false">\n no such skin\n</Exception>
  <OverallResultsAsserts successes="0" failures="0" test_case_success="false"/></TestCase>
<TestCase name="[law] later" filename="/x/skin_test.cpp" line="20" skipped="true"/>
"""

SUITE = """import unittest
class A(unittest.TestCase):
    def test_one(self): print("noise")
    def test_two(self): self.assertEqual(1, 2)
    def test_three(self): self.skipTest("needs a lamp")
    def test_four(self):
        for i in range(3):
            with self.subTest(i=i): self.assertLess(i, 2)
"""


class RunnerTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.house = House(TESTS.parent, self.folder, self.folder)

    def write(self, name: str, text: str) -> pathlib.Path:
        path = self.folder / name
        path.write_text(text)
        return path

    def statuses(self, outcomes) -> list[str]:
        return [outcome.status for outcome in outcomes]


class DoctestReport(RunnerTest):
    def read(self, text: str, with_skipped: bool = True):
        return list(rooms.read_report(self.write("report.xml", text), with_skipped))

    def test_each_case_counts(self) -> None:
        outcomes = self.read(REPORT + "</TestSuite></doctest>")
        self.assertEqual(self.statuses(outcomes), ["passed", "failed", "failed", "skipped"])
        self.assertIn("/x/skin_test.cpp:10: CHECK( depth == 2 => 1 == 2 )", outcomes[1].detail)
        self.assertIn("no such skin", outcomes[2].detail)

    def test_a_report_cut_short_by_a_crash_keeps_what_was_finished(self) -> None:
        for end in ('<TestCase name="[unit] cras', "<<< torn"):
            self.assertEqual(self.statuses(self.read(REPORT + end)), ["passed", "failed", "failed", "skipped"])

    def test_cases_left_out_by_a_word_are_not_skips(self) -> None:
        self.assertEqual(self.statuses(self.read(REPORT, with_skipped=False)), ["passed", "failed", "failed"])

    def test_a_signal_is_named(self) -> None:
        self.assertEqual(rooms.ending(-11), "ended by SIGSEGV")


class PythonSuite(RunnerTest):
    def test_each_test_counts(self) -> None:
        outcomes = list(scripts.run_file(self.house, self.write("a_test.py", SUITE)))
        self.assertEqual(sorted(self.statuses(outcomes)), ["failed", "failed", "passed", "skipped"])
        self.assertIn("needs a lamp", [outcome.detail for outcome in outcomes if outcome.status == "skipped"])
        self.assertIn("(i=2)", "".join(outcome.detail for outcome in outcomes))

    def test_a_word_chooses(self) -> None:
        self.house.word = "test_one"
        self.assertEqual(self.statuses(scripts.run_file(self.house, self.write("a_test.py", SUITE))), ["passed"])

    def test_a_file_that_cannot_be_read_fails(self) -> None:
        outcomes = list(scripts.run_file(self.house, self.write("a_test.py", "import nowhere_to_be_found\n")))
        self.assertEqual(self.statuses(outcomes), ["failed"])
        self.assertIn("nowhere_to_be_found", outcomes[0].detail)

    def test_a_process_that_dies_fails(self) -> None:
        text = SUITE.replace('print("noise")', "import os; os._exit(4)")
        self.assertIn("failed", self.statuses(scripts.run_file(self.house, self.write("a_test.py", text))))


class AtOnce(RunnerTest):
    def slow_then_quick(self) -> list[Group]:
        def slow(house):
            time.sleep(0.2)
            yield failed("slow", "for a reason")

        return [Group("base", "", slow), Group("skin", "", lambda house: [passed("quick")]), Group("cli", "", lambda house: [passed("last")])]

    def test_rooms_run_at_once_and_are_told_in_their_order(self) -> None:
        self.house.rooms = lambda: ["base", "skin"]
        self.house.make = lambda *targets, **options: (0, "")
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            outcomes = run.run_all(self.slow_then_quick(), self.house)
        self.assertEqual([outcome.name for outcome in outcomes], ["slow", "quick", "last"])
        told = printed.getvalue()
        self.assertLess(told.index("for a reason"), told.index("\nskin "))

    def test_files_of_a_suite_are_told_in_their_order(self) -> None:
        (self.folder / "tests" / "cli").mkdir(parents=True)
        self.house.root = self.folder
        self.write("tests/cli/a.py", "import time, unittest\nclass A(unittest.TestCase):\n    def test_slow(self): time.sleep(0.3)\n")
        self.write("tests/cli/b.py", "import unittest\nclass B(unittest.TestCase):\n    def test_quick(self): pass\n")
        self.assertEqual([outcome.name for outcome in scripts.run_folder(self.house, "cli")], ["cli/a: test slow", "cli/b: test quick"])


class ViewerSummary(RunnerTest):
    def test_nodes_summary_is_counted(self) -> None:
        for mark in ("# ", "ℹ "):
            printed = f"{mark}tests 4\n{mark}pass 3\n{mark}fail 0\n{mark}skipped 1\n"
            self.assertEqual(self.statuses(viewer.count(0, printed)), ["passed"] * 3 + ["skipped"])

    def test_a_failure_shows_what_was_printed(self) -> None:
        outcomes = list(viewer.count(1, "not ok 1 - map\n# pass 1\n# fail 1\n"))
        self.assertEqual(self.statuses(outcomes), ["passed", "failed"])
        self.assertIn("not ok 1 - map", outcomes[1].detail)

    def test_an_end_without_summary_fails(self) -> None:
        self.assertEqual(self.statuses(viewer.count(0, "")), ["failed"])
        self.assertEqual(self.statuses(viewer.count(2, "# pass 3\n# fail 0\n"))[-1], "failed")


class Sanitizers(RunnerTest):
    def configuring(self) -> list[str]:
        called = []
        self.house.run = lambda *words, **options: called.extend(map(str, words)) or (0, "")
        sanitizers.configure(self.house, "asan", self.folder)
        return called

    def test_a_folder_of_a_checkout_that_moved_is_configured_anew(self) -> None:
        self.assertNotIn("--fresh", self.configuring())
        self.write("CMakeCache.txt", f"CMAKE_HOME_DIRECTORY:INTERNAL={self.house.root}\n")
        self.assertNotIn("--fresh", self.configuring())
        self.write("CMakeCache.txt", "CMAKE_HOME_DIRECTORY:INTERNAL=/where/it/was\n")
        self.assertIn("--fresh", self.configuring())


class Tidy(RunnerTest):
    def test_it_reads_a_file_without_precompiled_headers(self) -> None:
        given = "g++ -Wall -Winvalid-pch -include /b/x.dir/cmake_pch.hxx -o x.o -c /x.cpp"
        self.write("compile_commands.json", json.dumps([{"directory": "/b", "file": "/x.cpp", "command": given}]))
        read = json.loads((gate.plain_commands(self.house) / "compile_commands.json").read_text())
        self.assertEqual(read[0]["command"], "g++ -Wall -o x.o -c /x.cpp")


class Summary(RunnerTest):
    def summarize(self, *outcomes) -> tuple[int, str]:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            code = run.summarize(list(outcomes))
        return code, printed.getvalue().splitlines()[-1]

    def test_the_last_line_counts(self) -> None:
        self.assertEqual(self.summarize(passed("a"), passed("b"), skipped("c", "x")), (0, "2 passed, 0 failed, 1 skipped"))

    def test_a_failure_ends_with_1(self) -> None:
        self.assertEqual(self.summarize(passed("a"), failed("b", "")), (1, "1 passed, 1 failed, 0 skipped"))

    def test_nothing_run_ends_with_1(self) -> None:
        self.assertEqual(self.summarize(skipped("c", "x"))[0], 1)
        self.assertEqual(self.summarize()[0], 1)

    def test_a_group_that_breaks_is_a_failure(self) -> None:
        def broken(house):
            raise OSError("no disk")

        with contextlib.redirect_stdout(io.StringIO()):
            outcomes = run.run_group(Group("g", "", broken), self.house)
        self.assertEqual(self.statuses(outcomes), ["failed"])


class Commands(RunnerTest):
    def test_a_command_past_its_limit_is_ended_with_its_children(self) -> None:
        began = time.monotonic()
        code, printed = self.house.run("sh", "-c", "echo begun; sleep 60 & sleep 60", limit=1)
        self.assertEqual(code, 124)
        self.assertIn("begun", printed)
        self.assertLess(time.monotonic() - began, 30)

    def test_tests_have_a_home_of_their_own(self) -> None:
        self.assertEqual(self.house.test("sh", "-c", 'echo "$HOME"')[1], f"{self.folder}/home\n")


if __name__ == "__main__":
    unittest.main()
