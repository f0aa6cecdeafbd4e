import pathlib
import unittest
import unittest.mock

from tree import TreeTest


class CheckFloors(TreeTest):
    tool = "check_floors"

    def test_looking_down_through_doors_is_allowed(self) -> None:
        self.write("src/percuta/heat/heat.cpp", '#include "percuta/heat/pins.hpp"\n#include "percuta/insertion/insertion.hpp"\n')
        self.write("src/percuta/report/page/page.cpp", '#include <fstream>\n#include "percuta/run/run.hpp"\n')
        self.write("src/percuta/skin/skin.cpp", '#include "percuta/numerics/geometry/polygon.hpp"\n#include "percuta/base/units.hpp"\n')
        self.write("apps/main.cpp", '#include "command.hpp"\n#include <CLI/CLI.hpp>\n#include "percuta/report/report.hpp"\n')
        self.assert_clean()

    def test_looking_up_is_found(self) -> None:
        self.write("src/percuta/skin/skin.hpp", '#pragma once\n#include "percuta/device/device.hpp"\n')
        self.assert_finds("src/percuta/skin/skin.hpp:2", "skin (floor 3) may not know device (floor 4)")

    def test_looking_ahead_in_the_flow_is_found(self) -> None:
        self.write("src/percuta/closure/closure.cpp", '#include "percuta/healing/healing.hpp"\n')
        self.assert_finds("src/percuta/closure/closure.cpp:1", "may not know healing")

    def test_an_inside_of_another_room_is_found(self) -> None:
        self.write("src/percuta/course/course.cpp", '\n\n#include "percuta/punctures/roller.hpp"\n')
        self.assert_finds("src/percuta/course/course.cpp:3", 'its door "percuta/punctures/punctures.hpp"')

    def test_an_extra_door_is_open_to_those_it_names_only(self) -> None:
        with unittest.mock.patch.dict(self.checker.floors.EXTRA_DOORS, {"safety/limits.hpp": ("apps",)}, clear=True):
            self.write("apps/list.cpp", '#include "percuta/safety/limits.hpp"\n')
            self.assert_clean()
            self.write("src/percuta/report/page/page.cpp", '#include "percuta/safety/limits.hpp"\n')
            self.assert_finds("src/percuta/report/page/page.cpp:1", "an inside of safety")

    def test_each_part_of_a_parted_room_has_a_door(self) -> None:
        self.write("apps/main.cpp", '#include "percuta/report/page/page.hpp"\n')
        self.write("src/percuta/report/folder/folder.cpp", '#include "percuta/report/page/page.hpp"\n')
        self.write("src/percuta/report/page/page.cpp", '#include "percuta/report/page/page_json.hpp"\n')
        self.assert_clean()

    def test_an_inside_of_a_part_is_found_from_outside_the_room(self) -> None:
        self.write("apps/main.cpp", '#include "percuta/report/page/page_json.hpp"\n')
        self.assert_finds("apps/main.cpp:1", 'an inside of report/page; include its door "percuta/report/page/page.hpp"')

    def test_an_inside_of_a_part_is_found_from_another_part(self) -> None:
        self.write("src/percuta/report/folder/folder.cpp", '#include "percuta/report/page/page_json.hpp"\n')
        self.assert_finds("src/percuta/report/folder/folder.cpp:1", "an inside of report/page")

    def test_an_unknown_room_is_found(self) -> None:
        self.write("src/percuta/attic/attic.cpp")
        self.assert_finds("src/percuta/attic/attic.cpp:1", "no room")

    def test_the_list_of_floors_gives_each_room_its_floor_in_its_order(self) -> None:
        self.write("floors.txt", "# a heading\n\n1 base\n4 needle\n4 skin\n")
        floors = self.checker.floors.read_floors(pathlib.Path(self.tree) / "floors.txt")
        self.assertEqual(list(floors.items()), [("base", 1), ("needle", 4), ("skin", 4)])

    def test_every_room_that_stands_is_in_the_list(self) -> None:
        rooms = pathlib.Path(__file__).resolve().parents[2] / "src" / "percuta"
        standing = {folder.name for folder in rooms.iterdir() if folder.is_dir()}
        self.assertLessEqual(standing, set(self.checker.floors.FLOORS))
        self.assertEqual(self.checker.floors.FLOW[:1] + self.checker.floors.FLOW[-1:], ("device", "endpoints"))

    def test_a_path_not_from_the_root_is_found(self) -> None:
        self.write("src/percuta/skin/skin.cpp", '#include "skin.hpp"\n')
        self.assert_finds("src/percuta/skin/skin.cpp:1", "from the root")

    def test_a_room_that_writes_a_file_is_found(self) -> None:
        self.write("src/percuta/healing/healing.cpp", "void f() {\n  std::ofstream out;  // here\n}\n")
        self.assert_finds("src/percuta/healing/healing.cpp:2", "touches the disk")

    def test_a_heavy_header_in_a_header_is_found(self) -> None:
        self.write("src/percuta/base/files/document.hpp", "#include <toml++/toml.h>\n")
        self.assert_finds("src/percuta/base/files/document.hpp:1", "too heavy")

    def test_a_heavy_header_in_too_many_files_is_found(self) -> None:
        for name in "abc":
            self.write(f"src/percuta/base/{name}.cpp", "#include <toml++/toml.h>\n")
        self.write("apps/main.cpp", "#include <toml++/toml.h>\n")
        self.assert_finds("src/percuta/base/c.cpp:1", "may live in 2 files")


if __name__ == "__main__":
    unittest.main()
