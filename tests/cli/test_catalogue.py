"""`list`, `explain` and `schema` answer what there is, what it means and who says so."""

import json
import tomllib
import unittest

from percuta_process import DATA, PercutaCase

LISTS = {"systems": ("id", "S5"), "devices": ("name", "roller-192"), "sites": ("name", "cheek"),
         "specimens": ("name", "hairless-rat"),
         "products": ("name", "vitamin-c-15"), "contraindications": ("word", "keloid"), "limits": ("reason", "The lid's skin is thinner than that under the eye"), "claims": ("id", "C15"), "quantities": ("quantity", "evenness"),
         "rooms": ("room", "closure"), "verbs": ("verb", "plan")}
TABLES = ("person", "site", "device", "technique", "product", "rf", "course", "session", "ensemble", "outputs",
          "skin", "mechanics", "hand", "guidance", "contact")


class List(PercutaCase):
    def test_every_list_is_there_as_text_and_as_json(self):
        for what, (heading, name) in LISTS.items():
            with self.subTest(list=what):
                self.assertIn(name, self.done("list", what).out)
                rows = json.loads(self.done("list", what, "--json").out)
                self.assertIn(name, [row[heading] for row in rows])
                for row in rows:
                    self.assertEqual(list(row), list(rows[0]))

    def test_all_systems_are_listed_with_what_runs_and_what_does_not(self):
        rows = json.loads(self.done("list", "systems", "--json").out)
        self.assertEqual([row["id"] for row in rows], [f"S{number}" for number in range(1, 11)])
        said = {row["id"]: row["said of it"] for row in rows}
        for system in tomllib.loads((DATA / "systems.toml").read_text())["system"]:
            self.assertEqual(said[system["id"]], system["words"])
        self.assertIn("insertion", rows[2]["runs today"])
        self.assertIn("healing", rows[2]["runs today"])
        self.assertIn("heat", rows[4]["not yet"])
        for site in (DATA / "skin" / "sites").glob("*.toml"):
            self.assertIn(site.stem, rows[9]["runs today"])

    def test_list_alone_lists_the_systems(self):
        self.assertEqual(self.done("list").out, self.done("list", "systems").out)

    def test_every_listed_device_and_quantity_is_there(self):
        devices = [row["name"] for row in json.loads(self.done("list", "devices", "--json").out)]
        self.assertEqual(devices, sorted(path.stem for path in (DATA / "devices").glob("*.toml")))
        results = self.results(self.write())
        listed = json.loads(self.done("list", "quantities", "--json").out)
        told = [(row["room"], row["quantity"]) for row in listed if not row["meaning"].endswith("(experiments)")]
        of_any = [row for row in told if row[0] == "transport"]  # of a product's actives: this study puts none on
        self.assertIn(("transport", "<active>.uptake"), of_any)
        self.assertEqual(sorted(set(told) - set(of_any)), sorted((room, name) for room in ("coverage", "insertion", "closure", "healing", "endpoints") for name in results[room]))

    def test_an_unknown_list_is_refused_with_a_suggestion(self):
        answer = self.percuta("list", "device")
        self.assertEqual(answer.code, 2)
        self.assertIn("did you mean 'devices'?", answer.err)


class Explain(PercutaCase):
    def explained(self, key: str, *words: str) -> str:
        text = self.done("explain", key).out
        for word in words:
            self.assertIn(word, text)
        return text

    def test_a_key_is_explained_with_unit_range_value_and_source(self):
        self.explained("technique.force", "technique.force", "Force of the hand", "0.01", "50 N", "9 N", "PercutaAssumption")
        self.explained("mechanics.cutting_energy", "J/m2", "1240", "Roemgens2014", "fitted")

    def test_the_last_part_of_a_key_will_do(self):
        self.assertIn(self.done("explain", "technique.force").out, self.explained("force", "technique.force"))

    def test_a_table_is_explained_key_by_key(self):
        self.explained("technique", "technique.force", "technique.passes", "technique.skill")
        self.explained("rf", "rf.power", "W")
        self.explained("session", "session")

    def test_a_quantity_of_the_results_is_explained(self):
        self.explained("depth_in_place", "mm", "(result)", "10th and 90th percentile")
        self.assertEqual(self.explained("insertion.depth_in_place"), self.explained("depth_in_place"))

    def test_a_source_a_system_a_claim_a_device_and_a_room_are_explained(self):
        self.explained("Roemgens2014", "2014", "read as")
        self.explained("S3", "Medical roller")
        self.explained("C15", "judged by")
        self.explained("roller-192", "Medical roller, 192 needles", "1.5 mm")
        self.explained("heat", "not built yet")
        self.explained("insertion", "built")

    def test_something_unknown_is_refused_with_a_suggestion(self):
        for given, meant in (("technique.forc", "technique.force"), ("depth_in_plce", "depth_in_place")):
            with self.subTest(given=given):
                answer = self.percuta("explain", given)
                self.assertEqual((answer.code, answer.out), (2, ""))
                self.assertIn(f"did you mean '{meant}'?", answer.err)

    def test_all_keys_have_a_line(self):
        lines = self.done("explain", "--all").out.splitlines()
        keys = {line.split()[0] for line in lines}
        for key in ("title", "person.age", "technique.force", "course.sessions", "mechanics.friction_stress"):
            self.assertIn(key, keys)
        for line in lines:
            self.assertGreater(len(line.split()), 1, line)

    def test_the_reference_page_comes_from_the_same_declarations(self):
        page = self.done("explain", "--all", "--markdown").out
        self.assertTrue(page.startswith("# Study file reference"))
        self.assertIn("technique.force", page)


class Schema(PercutaCase):
    def setUp(self) -> None:
        super().setUp()
        self.schema = json.loads(self.done("schema").out)

    def test_it_is_draft_04_and_knows_every_table(self):
        self.assertEqual(self.schema["$schema"], "http://json-schema.org/draft-04/schema#")
        self.assertTrue(set(TABLES) <= set(self.schema["properties"]), sorted(self.schema["properties"]))

    def keys_outside(self, table: dict, schema: dict, path: str) -> list[str]:
        found = []
        for key, value in table.items():
            known = schema.get("properties", {}).get(key)
            if known is None:
                found.append(f"{path}{key}")
            elif isinstance(value, dict):
                found += self.keys_outside(value, known, f"{path}{key}.")
        return found

    def test_every_study_that_percuta_brings_keeps_to_it(self):
        for path in sorted((DATA / "studies").rglob("*.toml")):
            with self.subTest(study=path.stem):
                study = tomllib.loads(path.read_text())
                self.assertEqual(self.keys_outside(study, self.schema, ""), [])
                self.assertTrue(set(self.schema.get("required", [])) <= set(study))

    def test_it_tells_meanings_choices_and_refuses_other_keys(self):
        technique = self.schema["properties"]["technique"]
        self.assertIs(technique["additionalProperties"], False)
        self.assertIn("Force of the hand", technique["properties"]["force"]["description"])
        self.assertEqual(self.schema["properties"]["person"]["properties"]["sex"]["enum"], ["female", "male"])


if __name__ == "__main__":
    unittest.main()
