"""A new room of the flow costs its own folder, a file of data and five edited files: it is built into a copy, which is used."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from tree_copy import TreeCopy  # noqa: E402

DOOR = """#pragma once

#include <vector>

#include "percuta/base/parameters.hpp"
#include "percuta/base/result_column.hpp"
#include "percuta/insertion/insertion.hpp"

/// Tells how deep a shade each needle leaves: a room that shows what a room costs.
/// Model    shade = strength x depth      Source  -
namespace percuta::dummy {

/// data/dummy.toml
struct Dye {
  Quantity strength;  ///< shade per depth [1/m]
};
void describe(Dye& dye, Visitor& visitor);

struct Shade {
  double mean = 0;  ///< [1]
};
Shade shade(const insertion::Reach& reach, const Dye& dye);

/// What the room says of a session.
std::vector<ResultOf<Shade>> results();

}  // namespace percuta::dummy
"""
VERB = """#include "percuta/dummy/dummy.hpp"

namespace percuta::dummy {

Shade shade(const insertion::Reach& reach, const Dye& dye) {
  return {dye.strength * reach.depth_in_place};
}

}  // namespace percuta::dummy
"""
PARAMETERS = """#include "percuta/dummy/dummy.hpp"

namespace percuta::dummy {

void describe(Dye& dye, Visitor& visitor) {
  visitor.quantity({.name = "strength", .meaning = "Shade that a depth leaves", .unit = "1/mm", .min = 0.01, .max = 10},
                   dye.strength);
}

}  // namespace percuta::dummy
"""
RESULTS = """#include "percuta/dummy/dummy.hpp"

namespace percuta::dummy {

std::vector<ResultOf<Shade>> results() {
  return {number_result<Shade>({"dummy", "mean_shade", "1", "Shade that a strike leaves, on average"},
                               [](const Shade& shade) { return shade.mean; })};
}

}  // namespace percuta::dummy
"""
DATA = """strength = { value = 2, low = 1, high = 3, unit = "1/mm", source = "PercutaAssumption", kind = "assumed", note = "A test's own." }
"""
ADAPTER = """std::vector<ResultOf<Treated>> shades(const Scales&) {
  return of_session(dummy::results(), [](const Treated& all) { return all.session.shade; });
}
"""
ROOM = {
    "src/percuta/dummy/dummy.hpp": DOOR,
    "src/percuta/dummy/dummy.cpp": VERB,
    "src/percuta/dummy/dummy_parameters.cpp": PARAMETERS,
    "src/percuta/dummy/dummy_results.cpp": RESULTS,
    "data/dummy.toml": DATA,
}
EDITED = {
    "src/percuta/floors.txt",
    "src/percuta/course/knowledge.hpp",
    "src/percuta/course/course.hpp",
    "src/percuta/course/course.cpp",
    "src/percuta/course/stages.cpp",
}
STUDY = """percuta = 1
title = "A small study"
seed = 7
[person]
age = "42 years"
sex = "female"
[site]
name = "cheek"
area = "1 cm2"
[device]
name = "roller-192"
[technique]
force = "5 N"
[course]
sessions = 1
[ensemble]
members = 8
"""


def build_room(copy: TreeCopy) -> None:
    for path, text in ROOM.items():
        copy.write(path, text)
    copy.insert("src/percuta/floors.txt", r"^4 closure$", "4 dummy")
    knowledge = "src/percuta/course/knowledge.hpp"
    copy.insert(knowledge, r'^#include "percuta/endpoints/endpoints.hpp"', '#include "percuta/dummy/dummy.hpp"', before=True)
    copy.insert(knowledge, r"^  closure::Rates closure;", "  dummy::Dye dye;")
    copy.insert(knowledge, r'^  each\(Table\{"closure"', '  each(Table{"dummy", "dummy.toml", "dummy", "What colours"}, knowledge.dye);')
    copy.insert("src/percuta/course/course.hpp", r"^  closure::Clocks clocks;", "  dummy::Shade shade;")
    copy.insert("src/percuta/course/course.cpp", r"^  return session;",
                "  session.shade = dummy::shade(session.reach, inputs.knowledge.dye);", before=True)
    stages = "src/percuta/course/stages.cpp"
    copy.insert(stages, r"^const Stage& stage_named", ADAPTER, before=True)
    copy.insert(stages, r'^      \{"closure"', '      {"dummy", "a shade", true, shades},')


class RoomCost(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.base = pathlib.Path(folder.name).resolve()
        cls.copy = TreeCopy(cls.base)
        build_room(cls.copy)
        cls.program = cls.copy.make()
        (cls.base / "small.toml").write_text(STUDY)
        cls.run_folder = cls.base / "small.run"
        cls.done = cls.call("run", "small.toml", "--quiet", "-o", str(cls.run_folder))

    @classmethod
    def call(cls, *words: str) -> subprocess.CompletedProcess:
        return subprocess.run([str(cls.program), *words], cwd=cls.base, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, env={**os.environ, "NO_COLOR": "1"})

    def answer(self, *words: str) -> str:
        done = self.call(*words)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def results(self, folder: pathlib.Path) -> dict:
        return json.loads((folder / "results.json").read_text())

    def test_it_edits_five_files_outside_its_own(self) -> None:
        self.assertEqual(self.copy.changed(), EDITED)
        self.assertLessEqual(len(EDITED), 5)

    def test_the_house_holds_with_it(self) -> None:
        for tool in ("check_floors", "check_house", "check_numbers", "check_sources"):
            with self.subTest(tool):
                done = subprocess.run([sys.executable, "-B", self.copy.root / "tools" / tool], capture_output=True, text=True)
                self.assertEqual(done.returncode, 0, done.stdout)

    def test_the_results_hold_the_room_and_a_draw_varies_it(self) -> None:
        self.assertEqual(self.done.returncode, 0, self.done.stderr)
        shade = self.results(self.run_folder)["dummy"]["mean_shade"]
        self.assertEqual(shade["unit"], "1")
        self.assertGreater(shade["low"], 0)
        self.assertLess(shade["low"], shade["high"])
        certain = self.base / "certain.run"
        self.answer("run", "small.toml", "--quiet", "--set", "dummy.strength=2 1/mm", "-o", str(certain))
        fixed = self.results(certain)["dummy"]["mean_shade"]
        self.assertLess(fixed["high"] / fixed["low"], shade["high"] / shade["low"])
        depth = self.results(certain)["insertion"]["depth_in_place"]["value"]
        self.assertAlmostEqual(fixed["value"] / (2 * depth), 1, places=4)

    def test_the_resolved_study_has_its_table_and_runs_again_to_the_same_bytes(self) -> None:
        resolved = self.run_folder / "study.resolved.toml"
        self.assertIn("[dummy]\nstrength = { value = 2, low = 1, high = 3", resolved.read_text())
        again = self.base / "again.run"
        self.answer("run", str(resolved), "--quiet", "-o", str(again))
        self.assertEqual((again / "results.json").read_bytes(), (self.run_folder / "results.json").read_bytes())

    def test_it_is_explained_listed_and_checked_like_any_other(self) -> None:
        self.assertIn("Shade that a depth leaves", self.answer("explain", "dummy.strength"))
        self.assertIn("Shade that a strike leaves", self.answer("explain", "dummy.mean_shade"))
        self.assertIn("a shade", self.answer("list", "rooms"))
        self.assertIn("mean_shade", self.answer("list", "quantities"))
        self.assertIn('"dummy"', self.answer("schema"))
        refused = self.call("check", "small.toml", "--set", "dummy.strength=2 mm")
        self.assertEqual(refused.returncode, 2)
        self.assertIn("strength", refused.stderr)


if __name__ == "__main__":
    unittest.main()
