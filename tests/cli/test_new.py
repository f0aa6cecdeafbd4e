"""`new` writes a commented study for each system; check accepts it and run runs it; rooms to come are named."""

import json
import tomllib
import unittest

from percuta_process import DATA, PercutaCase

SYSTEMS = {row["id"]: row for row in tomllib.loads((DATA / "systems.toml").read_text())["system"]}
STUDIES = [f"S{number}" for number in range(1, 10)]


class New(PercutaCase):
    def test_each_system_has_a_study_that_check_accepts(self):
        for system in STUDIES:
            with self.subTest(system=system):
                written = self.done("new", system)
                self.assertEqual(written.out, f"{system}.toml\n")
                self.assertIn(f"percuta run {system}.toml", written.err)
                told = json.loads(self.done("check", f"{system}.toml", "--json").out)
                self.assertTrue(told["can_run"])
                self.assertNotIn("healing", [row["room"] for row in told["not_built"]])

    def test_each_study_explains_itself(self):
        for system in STUDIES:
            with self.subTest(system=system):
                self.done("new", system)
                lines = (self.folder / f"{system}.toml").read_text().splitlines()
                self.assertTrue(lines[0].startswith("#:schema percuta.schema.json"))
                self.assertGreaterEqual(sum("#" in line for line in lines), 5)
        schema = json.loads((self.folder / "percuta.schema.json").read_text())
        self.assertIn("draft-04", schema["$schema"])

    def test_rooms_that_are_not_built_are_named(self):
        built = {row["room"]: row["built"] for row in json.loads(self.done("list", "rooms", "--json").out)}
        for system in STUDIES:
            with self.subTest(system=system):
                missing = [room for room in SYSTEMS[system]["rooms"] if built[room] != "yes"]
                err = self.done("new", system).err
                self.assertEqual("Not computed yet" in err, bool(missing), err)
                for room in missing:
                    self.assertIn(room, err)

    def test_each_study_runs(self):
        for system in STUDIES:
            with self.subTest(system=system):
                self.done("new", system)
                results = self.results(f"{system}.toml", "-n", 4)
                self.assertGreater(results["coverage"]["density"]["value"], 0)
                self.assertGreaterEqual(results["healing"]["tgf_beta"]["high"], 0)
                self.assertNotIn("healing", [row["room"] for row in results["not_built"]])

    def test_a_small_letter_will_do(self):
        self.assertEqual(self.done("new", "s3").out, "S3.toml\n")

    def test_an_existing_file_is_never_overwritten(self):
        self.write("mine", "S3.toml")
        answer = self.percuta("new", "S3")
        self.assertEqual(answer.code, 5)
        self.assertIn("S3.toml", answer.err)
        self.assertIn("-o", answer.err)
        self.assertEqual((self.folder / "S3.toml").read_text(), "mine")

    def test_it_writes_where_it_is_told(self):
        self.assertEqual(self.done("new", "S3", "-o", "mine.toml").out, "mine.toml\n")
        (self.folder / "folder").mkdir()
        self.assertEqual(self.done("new", "S3", "-o", "folder").out, "folder/S3.toml\n")
        self.done("check", "folder/S3.toml")
        self.assertEqual(self.percuta("new", "S3", "-o", "/proc/x.toml").code, 5)

    def test_an_unknown_system_is_refused_with_the_known_ones(self):
        for given in ("S11", "S0", "roller"):
            with self.subTest(given=given):
                answer = self.percuta("new", given)
                self.assertEqual(answer.code, 2)
                self.assertRegex(answer.err, r"did you mean 'S\d'|one of: S1, S2")
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_s10_is_told_to_be_the_list_of_sites(self):
        for given in ("S10", "s10"):
            answer = self.percuta("new", given)
            self.assertEqual((answer.code, answer.out), (2, ""))
            self.assertIn("S10 is the list of sites", answer.err)
            self.assertIn("percuta list sites", answer.err)
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
