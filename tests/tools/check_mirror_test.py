import unittest

from tree import TreeTest


class CheckMirror(TreeTest):
    tool = "check_mirror"

    def test_a_mirrored_tree_is_clean(self) -> None:
        self.write("src/percuta/skin/skin.cpp")
        self.write("tests/skin/skin_test.cpp")
        self.write("src/percuta/skin/table.hpp")
        self.write("tests/skin/table_test.cpp")
        self.write("tests/doctest_main.cpp")
        self.assert_clean()

    def test_clones_of_a_kernel_share_a_test(self) -> None:
        for clone in ("baseline", "v3", "v4"):
            self.write(f"src/percuta/insertion/balance_{clone}.cpp")
        self.assertEqual(len(self.found()), 3)
        self.write("tests/insertion/balance_test.cpp")
        self.assert_clean()

    def test_folders_in_a_room_are_mirrored(self) -> None:
        self.write("src/percuta/numerics/time/step.cpp")
        self.write("tests/numerics/step_test.cpp")
        self.assertEqual(len(self.found()), 2)
        self.write("tests/numerics/time/step_test.cpp")
        self.write("src/percuta/numerics/step.hpp")
        self.assert_clean()

    def test_a_source_without_test_is_found(self) -> None:
        self.write("src/percuta/skin/skin.cpp")
        self.assert_finds("src/percuta/skin/skin.cpp:1", "write tests/skin/skin_test.cpp")

    def test_a_test_without_source_is_found(self) -> None:
        self.write("src/percuta/skin/skin.hpp")
        self.write("tests/skin/gone_test.cpp")
        self.assert_finds("tests/skin/gone_test.cpp:1", "tests nothing")

    def test_a_test_that_no_build_picks_up_is_found(self) -> None:
        self.write("src/percuta/skin/skin.hpp")
        self.write("tests/skin/skin_tests.cpp")
        self.assert_finds("tests/skin/skin_tests.cpp:1", "is not built")

    def test_a_test_in_no_room_is_found(self) -> None:
        self.write("tests/attic/attic_test.cpp")
        self.assert_finds("tests/attic/attic_test.cpp:1", "no room")


if __name__ == "__main__":
    unittest.main()
