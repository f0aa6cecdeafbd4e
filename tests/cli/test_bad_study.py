"""A mistake in a study is shown where it stands, with a way to mend it; nothing is written."""

import unittest

from percuta_process import FAST_STUDY, edited
from refusal import RefusalCase


class BadKeys(RefusalCase):
    def test_an_unknown_key_is_refused_with_a_suggestion(self):
        self.refused_at("passs", edited("passes", "passs"), "'passs' is not a key", "did you mean 'passes'?")

    def test_an_unknown_table_is_refused_with_a_suggestion(self):
        text = edited("[technique]", "[techniqe]")
        answer = self.refused_at("techniqe", text, "'techniqe' is not a key", "did you mean 'technique'?")
        self.assertIn("[techniqe]", answer.err)

    def test_an_unknown_nested_key_is_refused(self):
        text = edited('needle.length = "1.5 mm"', 'needle.lenght = "1.5 mm"')
        self.refused_at("lenght", text, "'lenght' is not a key of [device.needle]", "did you mean 'length'?")

    def test_a_key_given_twice_is_refused(self):
        self.write(edited("seed = 7", "seed = 7\nseed = 8"))
        self.refused("study.toml", "study.toml:4", "seed")

    def test_two_mistakes_are_shown_at_once(self):
        text = edited("passes = 2", "passses = 2", edited('"2 cm2"', '"2 mm"'))
        answer = self.refused_at('"2 mm"', text, "'passses' is not a key")
        self.assertEqual(answer.err.count("error: "), 2, answer.err)

    def test_a_mistake_beside_an_unknown_device_is_shown_too(self):
        text = edited('"roller-192"', '"roler-192"', edited('"2 cm2"', '"2 mm"'))
        answer = self.refused_at('"roler-192"', text, "did you mean 'roller-192'?", "'area'")
        self.assertEqual(answer.err.count("error: "), 2, answer.err)

    def test_a_missing_device_is_named(self):
        self.write(edited('name = "roller-192"\n', ""))
        self.refused("study.toml", "the study names no device", "percuta list devices")

    def test_a_missing_title_is_named(self):
        self.write(edited('title = "A small study"\n', ""))
        self.refused("study.toml", "title")


class BadValues(RefusalCase):
    def test_a_wrong_dimension_is_refused(self):
        self.refused_at('"5 s"', edited('"5 N"', '"5 s"'), "'force'", "time", "force", "for example")

    def test_a_missing_unit_is_refused(self):
        self.refused_at('"5"', edited('"5 N"', '"5"'), "'force'", "without a unit")

    def test_a_bare_number_is_refused(self):
        self.refused_at("5.5", edited('"5 N"', "5.5"), "'force'", "without a unit")

    def test_an_unknown_unit_is_refused(self):
        self.refused_at('"5 frob"', edited('"5 N"', '"5 frob"'), "'force'", "unit that is not known")

    def test_a_decimal_comma_is_explained(self):
        self.refused_at('"1,5 mm"', edited('"1.5 mm"', '"1,5 mm"'), "the decimal sign is a point")

    def test_a_value_out_of_range_is_refused_with_the_range(self):
        self.refused_at('"500 N"', edited('"5 N"', '"500 N"'), "'force'", "allowed is", "50 N")

    def test_a_negative_value_is_refused(self):
        self.refused_at('"-5 N"', edited('"5 N"', '"-5 N"'), "'force'", "allowed is")

    def test_zero_passes_are_refused(self):
        self.refused_at("0\n", edited("passes = 2", "passes = 0"), "'passes' is 0; allowed is")

    def test_a_window_larger_than_its_site_is_refused(self):
        self.write(edited('"2 cm2"', '"400 cm2"'))
        self.refused("study.toml", "larger than the site", "area")

    def test_what_is_not_a_number_is_refused(self):
        for given in ('"nan N"', "nan", '"NaN N"'):
            with self.subTest(given=given):
                self.refused_at(given, edited('"5 N"', given), "'force'")

    def test_what_is_not_finite_is_refused(self):
        for given in ('"inf N"', "inf", '"-inf N"', '"1e400 N"', '"1e308 kN"'):
            with self.subTest(given=given):
                self.refused_at(given, edited('"5 N"', given), "'force'")

    def test_a_wrong_type_is_refused(self):
        cases = [("passes = 2", "passes = ", '"two"'), ("passes = 2", "passes = ", "2.5"), ("seed = 7", "seed = ", "true"),
                 ('integrity = "intact"', "integrity = ", "3"), ("history = []", "history = ", '"keloid"'),
                 ("sessions = 1", "sessions = ", "[1]"), ('force = "5 N"', "force = ", "true"),
                 ('force = "5 N"', "force = ", '["5 N"]'), ("seed = 7", "seed = ", "1979-05-27")]
        for old, key, value in cases:
            with self.subTest(key=key, value=value):
                # a comment behind the value makes it stand in the text once
                self.refused_at(f"{value} #", edited(old, f"{key}{value} #"), key.split()[0] if value[:4] != "1979" else "date")

    def test_a_table_in_place_of_a_value_is_refused(self):
        self.refused_at("[technique.passes]", edited("passes = 2", "[technique.passes]\na = 1"), "'passes'")

    def test_a_value_in_place_of_a_table_is_refused(self):
        self.write(edited("[ensemble]\nmembers = 4\n", "", f"ensemble = 8\n{FAST_STUDY}"))
        self.refused("study.toml", "study.toml:1:12", "'ensemble'")

    def test_a_word_outside_its_choices_is_refused_with_a_suggestion(self):
        self.refused_at('"femal"', edited('"female"', '"femal"'), "did you mean 'female'?")

    def test_a_seed_that_cannot_be_kept_exactly_is_refused(self):
        self.refused_at("9007199254740993", edited("seed = 7", "seed = 9007199254740993"), "'seed'")
        self.write(edited("seed = 7", "seed = 99999999999999999999"))
        self.refused("study.toml", "study.toml:3:", "99999999999999999999")


class BadNames(RefusalCase):
    def test_an_unknown_device_is_refused_with_a_suggestion(self):
        self.refused_at('"roler-192"', edited('"roller-192"', '"roler-192"'), "did you mean 'roller-192'?")

    def test_an_unknown_site_is_refused_with_a_suggestion(self):
        self.refused_at('"cheak"', edited('"cheek"', '"cheak"'), "did you mean 'cheek'?")

    def test_an_unknown_product_is_refused_with_a_suggestion(self):
        text = FAST_STUDY + '\n[product]\nname = "vitamin-c"\n'
        self.refused_at('"vitamin-c"', text, "did you mean 'vitamin-c-15'?")

    def test_a_name_cannot_leave_the_data_folder(self):
        self.write(edited('"cheek"', '"../../defaults"'))
        self.refused("study.toml", "is not in skin/sites")

    def test_a_session_beyond_the_course_is_refused(self):
        text = FAST_STUDY + "\n[[session]]\nnumber = 3\ntechnique.passes = 1\n"
        self.write(text)
        self.refused("study.toml", "study.toml:", "[[session]] number 3 is beyond the course's 1 session", "raise course.sessions")

    def test_a_session_without_a_number_is_refused(self):
        self.write(FAST_STUDY + "\n[[session]]\ntechnique.passes = 1\n")
        self.refused("study.toml", "study.toml:", "which one it is")

    def test_a_bad_override_is_refused_at_its_place(self):
        self.write()
        for setting, word in (("technique.forc=3N", "did you mean 'force'?"), ("technique.force=3 mm", "'force'"),
                              ("technique.force", "no '='"), ("=3", "is not a key"), ("a..b=3", "is not a key")):
            with self.subTest(setting=setting):
                self.refused("study.toml", "--set", setting, word, options=("--set", setting))


if __name__ == "__main__":
    unittest.main()
