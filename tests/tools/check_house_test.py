import unittest
import unittest.mock

from tree import TreeTest


class CheckHouse(TreeTest):
    tool = "check_house"

    def doors(self, count: int):
        doors = {f"skin/door_{number}.hpp": ("apps",) for number in range(count)}
        return unittest.mock.patch.dict(self.checker.floors.EXTRA_DOORS, doors, clear=True)

    def test_a_house_within_its_limits_is_clean(self) -> None:
        for number in range(35):
            self.write(f"src/percuta/skin/file_{number}.cpp")
            self.write(f"src/percuta/skin/part/file_{number}.hpp", "struct Layer {};\n" if number < 30 else "")
        with self.doors(6):
            self.assert_clean()

    def test_a_seventh_extra_door_is_found(self) -> None:
        with self.doors(7):
            self.assert_finds("tools/floors.py:1", "7 extra doors")

    def test_a_folder_with_too_many_files_is_found(self) -> None:
        for number in range(36):
            self.write(f"apps/file_{number}.cpp")
        self.assert_finds("apps:1", "36 files")

    def test_a_folder_with_too_many_types_is_found(self) -> None:
        self.write("src/percuta/skin/part/a.hpp", "".join(f"struct A{number} {{}};\n" for number in range(16)))
        self.write("src/percuta/skin/part/b.hpp", "".join(f"enum class B{number} {{ one }};\n" for number in range(15)))
        self.write("src/percuta/skin/skin.hpp", "struct Layer {};\n")
        self.assert_finds("src/percuta/skin/part:1", "31 types")

    def test_types_count_where_they_are_defined_at_the_scope_of_a_namespace(self) -> None:
        text = """#include "percuta/base/struct.hpp"
        struct Known;  // struct Commented {
        namespace percuta::skin {
        enum class Word : char { one, two };
        class Skin final : public Layer { struct Inside { enum Deep { a }; }; };
        template <class Number> struct Pair { Number a, b; };
        template <> struct Pair<double> {};
        namespace detail { struct Hidden {}; }
        inline void f(struct Known& known) { struct Local { int n; }; if (true) { class Lower {}; } }
        struct Last {};
        }
        """
        self.assertEqual(self.checker.public_types(text), ["Word", "Skin", "Pair", "Pair", "Hidden", "Last"])

    def test_units_that_include_each_other_are_told(self) -> None:
        self.write("src/percuta/skin/a.hpp", '#include "percuta/skin/b.hpp"\n')
        self.write("src/percuta/skin/b.cpp", '#include "percuta/skin/b.hpp"\n#include "percuta/skin/c.hpp"\n')
        self.write("src/percuta/skin/c.hpp", '#include "percuta/skin/a.hpp"\n#include "percuta/skin/d.hpp"\n')
        self.write("src/percuta/skin/d.hpp")
        graph = self.checker.includes(self.tree)
        self.assertEqual(self.checker.cycles(graph), [["skin/a", "skin/b", "skin/c"]])

    def test_the_figures_name_where_they_were_found(self) -> None:
        self.write("src/percuta/skin/skin.hpp", "struct Layer {};\n")
        self.write("src/percuta/skin/skin.cpp", "\n" * 25)
        self.write("apps/main.cpp", "\n" * 25)
        with self.doors(2):
            told = list(self.checker.figures(self.tree))
        self.assertEqual(told[0], "extra doors: 2 (at most 6)")
        self.assertEqual(told[1], "most files in one folder: 2 in src/percuta/skin (at most 35)")
        self.assertEqual(told[2], "most public types in one folder: 1 in src/percuta/skin (at most 30)")
        self.assertEqual(told[3], "files below 25 lines: 1 of 3 (33%)")
        self.assertEqual(told[4], "circles of includes between units: 0")


if __name__ == "__main__":
    unittest.main()
