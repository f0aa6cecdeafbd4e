"""A study that needs more memory than there is ends with advice, not as a bug, and leaves nothing."""

import resource
import unittest

from percuta_process import PercutaCase

LEAST = 400_000_000  # bytes of address space: enough to start, not for a drum of a million needles


def limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (LEAST, LEAST))


class Memory(PercutaCase):
    def test_too_little_memory_is_told_with_what_to_do(self):
        self.write()
        answer = self.percuta("run", "study.toml", "-o", "out", "--threads", 1, "--set", "device.drum.rows=1000", "--set",
                              "device.drum.columns=1000", "--set", "technique.passes=40", preexec_fn=limit_memory)
        self.assertEqual((answer.code, answer.out), (5, ""), answer.err)
        self.assertIn("not enough memory", answer.err)
        self.assertIn("percuta check", answer.err)
        self.assertIn("--threads", answer.err)
        self.assertNotIn("bug", answer.err)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["study.toml"])


if __name__ == "__main__":
    unittest.main()
