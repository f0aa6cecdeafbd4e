import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))
import speed_page  # noqa: E402


def row(name: str, ours: float, beside: float, **more: object) -> dict:
    return {"program": "percuta_solver_benchmark", "name": name, "ours": ours, "beside": beside, "unit": "s",
            "beside_name": "target", "larger_is_better": False, "wanted": 0} | more


class SpeedPage(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.misses = self.folder / "misses.toml"
        self.misses.write_text('[[miss]]\nrows = ["solver: slow*"]\nwhy = "Memory is slow."\n')

    def keep(self, when: str, *rows: dict) -> None:
        run = {"when": when, "commit": when[-2:], "machine": "m", "compiler": "c", "rows": list(rows)}
        (self.folder / f"{when}.json").write_text(json.dumps(run))

    def page(self) -> str:
        return speed_page.page(self.folder, self.misses)

    def test_a_target_is_held_or_missed(self) -> None:
        self.assertEqual(speed_page.verdict(row("a", 1, 2)), "held")
        self.assertEqual(speed_page.verdict(row("a", 2, 1)), "missed")
        self.assertEqual(speed_page.verdict(row("a", 2, 1, larger_is_better=True)), "held")

    def test_a_rival_says_nothing_unless_something_is_wanted(self) -> None:
        self.assertEqual(speed_page.verdict(row("a", 2, 1, beside_name="hypre")), "")
        self.assertEqual(speed_page.verdict(row("a", 1, 6, beside_name="hypre", wanted=7)), "missed")
        self.assertEqual(speed_page.verdict(row("a", 1, 8, beside_name="hypre", wanted=7)), "held")

    def test_only_the_last_run_of_a_program_is_shown(self) -> None:
        self.keep("2026-01-02", row("new", 1, 2))
        self.keep("2026-01-01", row("old", 1, 2))
        self.assertIn("| new |", self.page())
        self.assertNotIn("| old |", self.page())

    def test_a_miss_says_why(self) -> None:
        self.keep("2026-01-01", row("slow sweep", 2, 1))
        self.assertIn("**missed** (1)", self.page())
        self.assertIn("1. Memory is slow.", self.page())

    def test_a_miss_without_a_reason_is_refused(self) -> None:
        self.keep("2026-01-01", row("another", 2, 1))
        with self.assertRaisesRegex(SystemExit, "another missed its target"):
            self.page()

    def test_the_page_is_up_to_date(self) -> None:
        checked = subprocess.run([sys.executable, "-B", ROOT / "benchmarks" / "speed_page.py", "--check"],
                                 capture_output=True, text=True)
        self.assertEqual((checked.returncode, checked.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
