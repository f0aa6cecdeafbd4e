"""What a study calls itself is text everywhere: never script in the page, a formula in a table, a code on a terminal."""

import csv
import io
import json
import re
import shutil
import tomllib
import unittest
import xml.etree.ElementTree

from percuta_process import DATA, FAST_STUDY, PercutaCase, edited

SCRIPTS = ['</script><script>alert(1)</script>', '<img src=x onerror="alert(1)">', "<!-- <script> ", "]]>&lt;\\u003c",
           '"percuta-data-slot"', "{{title}} ${title} `", "\u202eevil\u2028line"]
FORMULAS = ['=HYPERLINK("http://example.org", "x")', "+1", "-1", "@x", "\t=1", "=1+1,2"]
ESCAPES = ["\x1b[31mred", "\x1b]0;title\x07", "\x9b31m", "bell\x07", "back\x08\x08", "\rover", "two\nlines"]
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
DATA_SLOT = re.compile(r'id="percuta-data">(.*?)</script>', re.DOTALL)


def titled(title: str) -> str:
    return edited('"A small study"', json.dumps(title), FAST_STUDY).replace("\\/", "/")


class TitleCase(PercutaCase):
    def ran(self, title: str) -> str:
        """Has a run of a study of that title in `out`; what it printed."""
        self.write(titled(title))
        shutil.rmtree(self.folder / "out", ignore_errors=True)
        return self.have_run("study.toml")

    def read(self, name: str) -> str:
        return (self.folder / "out" / name).read_bytes().decode()

    def page_data(self) -> dict:
        return json.loads(DATA_SLOT.search(self.read("report.html")).group(1))


class Page(TitleCase):
    def test_a_title_of_markup_is_only_text_in_the_page(self):
        self.ran("A small study")
        plain = self.read("report.html")
        for title in SCRIPTS:
            with self.subTest(title=title):
                self.ran(title)
                page = self.read("report.html")
                for mark in ("<script", "</script", "<img", "<!--"):
                    self.assertEqual(page.count(mark), plain.count(mark), mark)
                self.assertEqual(self.page_data()["title"], title)

    def test_a_title_of_markup_stays_itself_in_every_file(self):
        for title in SCRIPTS + FORMULAS + ESCAPES:
            with self.subTest(title=title):
                self.ran(title)
                self.assertEqual(json.loads(self.read("results.json"))["title"], title)
                self.assertEqual(tomllib.loads(self.read("study.resolved.toml"))["title"], title)

    def test_figures_stay_drawings_whatever_the_device_is_called(self):
        roller = (DATA / "devices" / "roller-192.toml").read_text()
        name = '</svg><script>alert(1)</script>&"\''
        self.write(edited('"Medical roller, 192 needles of 1.5 mm"', json.dumps(name), roller), "mine.toml")
        self.write(edited('"roller-192"', '"mine.toml"'))
        self.done("run", "study.toml", "-o", "out")
        for figure in ("puncture_map", "depth_histogram"):
            root = xml.etree.ElementTree.fromstring(self.read(f"figures/{figure}.svg"))
            self.assertTrue(root.tag.endswith("svg"))
            self.assertEqual([node.tag for node in root.iter() if node.tag.endswith("script")], [])
        self.assertEqual(self.page_data()["device"]["title"], name)


class Table(TitleCase):
    def test_a_formula_as_title_is_guarded_in_the_table(self):
        for title in FORMULAS:
            with self.subTest(title=title):
                self.ran(title)
                rows = list(csv.DictReader(io.StringIO(self.read("summary.csv"), newline="")))
                self.assertGreaterEqual(len(rows), 12)
                for row in rows:
                    self.assertEqual(row["study"], "'" + title)

    def test_a_title_of_commas_quotes_and_lines_keeps_the_columns(self):
        title = 'a, "b"\r\nc,d'
        self.ran(title)
        rows = list(csv.reader(io.StringIO(self.read("summary.csv"), newline="")))
        self.assertEqual({len(row) for row in rows}, {9})
        self.assertEqual({row[7] for row in rows[1:]}, {title})


class Terminal(TitleCase):
    def assert_harmless(self, text: str) -> None:
        self.assertIsNone(STEERING.search(text), repr(text))

    def test_a_title_cannot_steer_the_terminal(self):
        for title in ESCAPES + ["\u202eevil"]:
            with self.subTest(title=title):
                self.assert_harmless(self.ran(title))
                checked = self.done("check", "study.toml")
                self.assert_harmless(checked.out + checked.err)
        self.write(titled("".join(ESCAPES)))
        self.assertNotRegex(self.done("run", "study.toml", "-o", "out", "--json").out, "[\x00-\x08\x0b-\x1f]")

    def test_a_title_takes_one_line_of_the_summary(self):
        self.assertEqual(len(self.ran("two\nlines").splitlines()), len(self.ran("one line").splitlines()))

    def test_a_refused_word_cannot_steer_the_terminal(self):
        for word in ESCAPES:
            with self.subTest(word=word):
                self.write(edited('"female"', json.dumps(word)))
                self.assert_harmless(self.percuta("check", "study.toml").err)
                self.assert_harmless(self.percuta("check", "study.toml", "--set", f"person.sex={word}").err)
                self.assert_harmless(self.percuta("explain", word).err)

    def test_raw_control_characters_in_a_study_are_refused_and_not_echoed(self):
        self.write(edited("A small study", "\x1b[31mred"))
        answer = self.percuta("check", "study.toml")
        self.assertEqual(answer.code, 2)
        self.assertIn("study.toml:2:", answer.err)
        self.assert_harmless(answer.err)

    def test_names_of_files_cannot_steer_the_terminal(self):
        name = "\x1b[31mred.toml"
        self.assert_harmless(self.percuta("check", name).err)
        self.write(titled("x"), name)
        self.assert_harmless(self.done("run", name, "-o", "\x1b[31mout").err)
        self.write(edited("passes", "passs"), name)
        self.assert_harmless(self.percuta("check", name).err)

    def test_a_device_of_ones_own_cannot_steer_the_terminal(self):
        roller = (DATA / "devices" / "roller-192.toml").read_text()
        text = edited('"Medical roller, 192 needles of 1.5 mm"', '"\\u001b[31mred"', roller)
        self.write(text, "more/devices/mine.toml")
        self.assert_harmless(self.done("list", "devices", "--data", "more").out)
        self.write(edited('"roller-192"', '"mine"'))
        self.assert_harmless(self.done("check", "study.toml", "--data", "more").out)


if __name__ == "__main__":
    unittest.main()
