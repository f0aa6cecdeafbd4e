"""hypre, where it is installed, solves our matrices to the same values."""

import json
import os
import pathlib
import subprocess
import unittest

PROGRAM = "percuta_hypre_referee"
AGREEMENT = 1e-9  # of the greatest value, where both leave 1e-11 of the right side


def build() -> pathlib.Path:
    return pathlib.Path(os.environ.get("PERCUTA_BUILD", pathlib.Path(__file__).resolve().parents[2] / "build" / "default"))


def knows_hypre() -> bool:
    command = ["ninja", "-C", str(build()), "-t", "query", PROGRAM]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@unittest.skipUnless(knows_hypre(), "needs ./setup --with referees, before the build folder is made")
class Hypre(unittest.TestCase):
    def test_hypre_finds_the_same_values(self) -> None:
        made = subprocess.run(["ninja", "-C", str(build()), PROGRAM], capture_output=True, text=True, check=False)
        self.assertEqual(made.returncode, 0, made.stdout)
        program = build() / "benchmarks" / PROGRAM
        done = subprocess.run([str(program)], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual(len({row["name"] for row in rows}), 12)  # four problems, three solvers
        for row in rows:
            with self.subTest(row["name"]):
                self.assertLessEqual(row["apart"], AGREEMENT)


if __name__ == "__main__":
    unittest.main()
