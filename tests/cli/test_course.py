"""A course of sessions heals: what is asked must fit into it, and many sessions are one study."""

import csv
import unittest

from percuta_process import PercutaCase

STUDY = """
percuta = 1
title = "A course"
seed = 5
[site]
name = "cheek"
area = "1 cm2"
[device]
name = "roller-192"
[technique]
passes = 1
[ensemble]
members = 4
[course]
"""


class Course(PercutaCase):
    def study(self, course: str) -> str:
        path = self.folder / "course.toml"
        path.write_text(STUDY + course, encoding="utf-8")
        return str(path)

    def refused(self, course: str) -> str:
        answer = self.percuta("check", self.study(course))
        self.assertEqual(answer.code, 2, answer.err)
        return answer.err

    def test_a_horizon_before_the_last_session_is_refused_with_its_line(self):
        told = self.refused('sessions = 5\ninterval = "30 days"\nhorizon = "60 days"\n')
        self.assertIn("the last of 5 sessions is on day 120, beyond the horizon of 60 days", told)
        self.assertIn("raise course.horizon", told)
        self.assertIn("course.toml:", told)

    def test_a_time_to_tell_beyond_the_horizon_is_refused(self):
        told = self.refused('horizon = "60 days"\n[outputs]\ntimes = ["90 days"]\n')
        self.assertIn("lie beyond the horizon", told)

    def test_no_interval_and_an_unknown_aftercare_are_refused(self):
        self.assertIn("interval", self.refused('sessions = 2\ninterval = "0 days"\n'))
        self.assertIn("aftercare", self.refused('aftercare = "holy water"\n'))

    def test_a_keloid_history_is_refused_and_heals_with_an_override(self):
        keloid = 'horizon = "60 days"\n[person]\nhistory = ["keloid"]\n'
        self.assertIn("keloid", self.refused(keloid))
        self.done("check", self.study(keloid + '[research]\noverrides = ["keloid"]\n'))

    def test_daily_use_for_weeks_is_one_study_of_twelve_traced_sessions(self):
        self.done("run", self.study('sessions = 40\ninterval = "1 day"\nhorizon = "90 days"\n'), "-o", "daily", "--quiet")
        with open(self.folder / "daily" / "summary.csv", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        sessions = sorted({int(row["session"]) for row in rows})
        self.assertEqual(len(sessions), 13)  # and the whole course
        self.assertEqual((sessions[0], sessions[1], sessions[-1]), (0, 1, 40))
        self.assertTrue(any(row["quantity"] == "collagen_change" and row["session"] == "0" for row in rows))

    def test_sessions_on_crusts_are_warned_of_with_the_day(self):
        told = self.done("run", self.study('sessions = 3\ninterval = "1 day"\nhorizon = "60 days"\n'), "-o", "crusts").out
        self.assertRegex(told, "Sessions follow each other after 1 days, while crusts of the last are seen until day")

    def test_what_will_be_seen_is_told_in_one_screen(self):
        told = self.done("run", self.study('horizon = "7 months"\n'), "-o", "seen").out
        for words in ("What will be seen", "1 hour", "day 1", "day 7", "day 28", "3 months", "6 months", "Not stated"):
            self.assertIn(words, told)

    def test_ends_of_a_search_or_an_age_the_wrong_way_round_are_refused(self):
        for low, high in (("making_least=0.5 1/day", "making_most=0.01 1/day"), ("young_age=60 year", "old_age=60 year")):
            answer = self.percuta("check", self.study("sessions = 1\n"), f"--set=healing.{low}", f"--set=healing.{high}")
            self.assertEqual(answer.code, 2, answer.err)
            self.assertIn(f"healing.{low.split('=')[0]} is not below healing.{high.split('=')[0]}", answer.err)
            self.assertIn("hint: lower", answer.err)


if __name__ == "__main__":
    unittest.main()
