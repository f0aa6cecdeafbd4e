import contextlib
import io
import pathlib
import unittest

from tree import load_tool

load_tool("check_mirror")
import findings  # noqa: E402  (found in tools/ once a tool is loaded)


class Findings(unittest.TestCase):
    def run_on(self, *found: findings.Finding) -> tuple[int, str]:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            code = findings.run(lambda tree: found, "about", ["/tree"])
        return code, printed.getvalue()

    def test_a_finding_is_printed_with_its_place_and_fails(self) -> None:
        code, printed = self.run_on(findings.Finding(pathlib.Path("/tree/a/b.cpp"), 7, "is wrong"))
        self.assertEqual((code, printed), (1, "a/b.cpp:7: is wrong\n"))

    def test_a_warning_does_not_fail(self) -> None:
        code, printed = self.run_on(findings.Finding(pathlib.Path("/tree/a.bib"), 1, "is unused", is_warning=True))
        self.assertEqual((code, printed), (0, "a.bib:1: warning: is unused\n"))

    def test_figures_are_printed_first_and_do_not_fail(self) -> None:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            code = findings.run(lambda tree: (), "about", ["/tree"], figures=lambda tree: ["rooms: 3"])
        self.assertEqual((code, printed.getvalue()), (0, "rooms: 3\n"))

    def test_nothing_found_says_nothing(self) -> None:
        self.assertEqual(self.run_on(), (0, ""))


if __name__ == "__main__":
    unittest.main()
