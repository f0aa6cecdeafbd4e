"""Ctrl-C and SIGTERM end with 130 and a way to go on; going on ends with the same bytes."""

import shutil
import signal
import unittest

from interruption import MEMBERS, SOME, InterruptionCase
from percuta_process import edited, repeatable


class Interrupt(InterruptionCase):
    def interrupted(self, number: signal.Signals, *options: object) -> str:
        """Stops a run that has some members; what it said."""
        process = self.begin(*options)
        self.assertTrue(self.wait_until(process, lambda: self.finished_members() >= SOME), "the run was over too soon")
        code, err = self.stop(process, number)
        self.assertEqual(code, 130, err)
        self.assertFalse(self.out.exists())
        self.assertLess(self.finished_members(), MEMBERS)
        return err

    def test_ctrl_c_and_sigterm_end_with_130_and_resume_to_the_same_bytes(self):
        whole = self.whole()
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(signal=number.name):
                err = self.interrupted(number)
                self.assertIn("--resume", err)
                kept = self.finished_members()
                self.assertGreaterEqual(kept, SOME)
                self.assert_resumes(whole)
                shutil.rmtree(self.out)

    def test_resume_does_not_compute_a_finished_member_again(self):
        self.interrupted(signal.SIGINT)
        first = min(self.members.glob("*.txt"))
        stamp = first.stat().st_mtime_ns
        process = self.begin("--resume")
        self.assertTrue(self.wait_until(process, lambda: self.finished_members() >= MEMBERS // 2))
        self.stop(process, signal.SIGINT)
        self.assertEqual(first.stat().st_mtime_ns, stamp)

    def test_without_resume_the_run_begins_anew(self):
        whole = self.whole()
        self.interrupted(signal.SIGINT)
        self.done("run", "study.toml", "-o", "out")
        self.assertEqual(repeatable(self.out), whole)
        self.assertFalse((self.folder / "out.part").exists())

    def test_resume_of_another_study_is_refused_by_name_of_the_key_and_keeps_what_is_done(self):
        whole = self.whole()
        self.interrupted(signal.SIGINT)
        kept = self.finished_members()
        answer = self.percuta("run", "study.toml", "-o", "out", "--resume", "--set", "technique.force=3 N")
        self.assertEqual(answer.code, 2, answer.err)
        self.assertIn("another 'technique.force'", answer.err)
        self.assertEqual(self.finished_members(), kept)
        self.assert_resumes(whole)

    def test_a_spoiled_member_is_computed_again(self):
        whole = self.whole()
        self.interrupted(signal.SIGINT)
        spoiled, cut, empty = sorted(self.members.glob("*.txt"))[:3]
        spoiled.write_bytes(spoiled.read_bytes().replace(b"p-", b"p+", 1))
        cut.write_bytes(cut.read_bytes()[:-40])
        empty.write_bytes(b"")
        self.assert_resumes(whole)

    def test_resume_with_nothing_to_resume_is_an_ordinary_run(self):
        self.write(edited("members = 4", "members = 5"))
        self.assert_resumes(self.whole())

    def test_an_interrupted_run_leaves_the_earlier_one_as_it_was(self):
        self.done("run", "study.toml", "-o", "out", "--seed", 8, "-n", 4)
        before = repeatable(self.out)
        process = self.begin()
        self.assertTrue(self.wait_until(process, lambda: self.finished_members() >= SOME))
        self.assertEqual(self.stop(process, signal.SIGTERM)[0], 130)
        self.assertEqual(repeatable(self.out), before)

    def test_a_second_ctrl_c_ends_at_once(self):
        process = self.begin()
        self.assertTrue(self.wait_until(process, lambda: self.finished_members() >= 2))
        process.send_signal(signal.SIGINT)
        self.assertEqual(self.stop(process, signal.SIGINT)[0], 130)
        self.assertFalse(self.out.exists())


if __name__ == "__main__":
    unittest.main()
