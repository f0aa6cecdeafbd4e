"""A study that needs more memory than there is ends with advice, not as a bug, and leaves nothing."""

import resource
import unittest

from percuta_process import Answer, PercutaCase

LEAST = 400_000_000  # bytes of address space: enough to start, not for nine million strikes


def limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (LEAST, LEAST))


class Memory(PercutaCase):
    def run_large(self, *options: str) -> Answer:
        self.write()
        answer = self.percuta("run", "study.toml", "-o", "out", "--threads", 1, "--set", "device.drum.rows=300", "--set",
                              "device.drum.columns=300", "--set", "technique.passes=100", *options,
                              preexec_fn=limit_memory)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["study.toml"])
        return answer

    def test_too_little_memory_is_told_before_the_run_begins(self):
        answer = self.run_large()
        self.assertEqual((answer.code, answer.out), (2, ""), answer.err)
        self.assertIn("of memory", answer.err)
        self.assertIn("--over-budget", answer.err)

    def test_too_little_memory_is_told_with_what_to_do(self):
        answer = self.run_large("--over-budget")
        self.assertEqual((answer.code, answer.out), (5, ""), answer.err)
        self.assertIn("not enough memory", answer.err)
        self.assertIn("percuta check", answer.err)
        self.assertIn("--threads", answer.err)
        self.assertNotIn("bug", answer.err)


if __name__ == "__main__":
    unittest.main()
