"""R's spatstat, where it is installed, still makes the figures that tests/numerics compares with."""

import csv
import math
import pathlib
import shutil
import subprocess
import tempfile
import unittest

KEPT = pathlib.Path(__file__).resolve().parent / "spatstat"
TOLERANCE = 1e-9  # of a column's largest figure


def has_spatstat() -> bool:
    if not shutil.which("Rscript"):
        return False
    command = ["Rscript", "-e", "quit(status = !requireNamespace('spatstat.explore', quietly = TRUE))"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def columns(path: pathlib.Path) -> dict[str, list[float]]:
    with path.open() as file:
        rows = list(csv.DictReader(file))
    return {name: [float(row[name].replace("NA", "nan")) for row in rows] for name in rows[0]}


@unittest.skipUnless(has_spatstat(), "needs ./setup --with referees")
class Spatstat(unittest.TestCase):
    def test_spatstat_makes_the_figures_that_are_kept(self) -> None:
        with tempfile.TemporaryDirectory() as made:
            command = ["Rscript", "--vanilla", str(KEPT / "reference.R"), made]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 0, done.stderr)
            kept = sorted(KEPT.glob("*.csv"))
            self.assertEqual(sorted(path.name for path in pathlib.Path(made).glob("*.csv")), [path.name for path in kept])
            for path in kept:
                for name, figures in columns(path).items():
                    self.same(f"{path.name}: {name}", figures, columns(pathlib.Path(made) / path.name)[name])

    def same(self, what: str, kept: list[float], made: list[float]) -> None:
        scale = max(abs(figure) for figure in kept if math.isfinite(figure))
        for ours, theirs in zip(kept, made, strict=True):
            if math.isfinite(ours) or math.isfinite(theirs):
                self.assertLessEqual(abs(ours - theirs), TOLERANCE * scale, what)


if __name__ == "__main__":
    unittest.main()
