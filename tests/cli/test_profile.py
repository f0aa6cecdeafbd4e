"""Where the time of a run went: on stderr when asked, in run.json in any case."""

import json
import unittest

from percuta_process import PercutaCase

STAGES = ["study", "strokes", "punctures", "coverage", "insertion", "closure", "healing", "endpoints",
          "evenness against chance"]


class Profile(PercutaCase):
    def test_stages_are_told_when_asked(self):
        answer = self.done("run", self.write(), "-o", "out", "--quiet", "--profile")
        lines = answer.err.splitlines()
        first = lines.index(next(line for line in lines if line.startswith("Where the time went")))
        told = [line.strip().rsplit(None, 3)[0] for line in lines[first + 1 :]]
        self.assertEqual(told, [*STAGES, "page and files", "all else"])

    def test_run_json_holds_them_and_nobody_is_told(self):
        answer = self.done("run", self.write(), "-o", "out", "--quiet")
        self.assertNotIn("Where the time went", answer.err)
        stages = json.loads((self.folder / "out" / "run.json").read_text())["stages"]
        self.assertEqual(list(stages), STAGES)
        self.assertTrue(all(seconds >= 0 for seconds in stages.values()))


if __name__ == "__main__":
    unittest.main()
