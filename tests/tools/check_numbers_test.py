import unittest

from tree import TreeTest


class CheckNumbers(TreeTest):
    tool = "check_numbers"
    path = "src/percuta/skin/skin.cpp"

    def test_free_numbers_texts_and_comments_are_clean(self) -> None:
        self.write(
            self.path,
            '#include "percuta/v1.5.hpp"\n// 3.7\n/* 4.2\n 4.3 */\n'
            "double f() { return 0.5 * 2.0 + 1e0 + 0. - .5 + 17 + 1'000 + (0x1p+1 > 3); }\n"
            'auto s = "3.3 \\" 4.4"; auto r = R"(5.5)"; char c = \'"\'; auto t = "6.6";\n',
        )
        self.assert_clean()

    def test_a_literal_of_any_form_is_found(self) -> None:
        for literal in ("3.7", "1e5", ".25", "1.5f", "2'500.0", "0x1.8p3", "6.022e+23"):
            with self.subTest(literal):
                self.write(self.path, f"int n;\ndouble f(double x) {{ return x*{literal}; }}\n")
                self.assert_finds(f"{self.path}:2", "is a number of its own")

    def test_a_fraction_that_hides_a_number_is_found(self) -> None:
        for fraction in ("3 / double{20}", "1 / double{4}", "double{4}/5", "double(1) / 1'000", "3 / 2.0", "1.0 / 4",
                         "static_cast<double>(4) / 5", "x * 6 / 5", "2e0 /\n 3"):
            with self.subTest(fraction):
                self.write(self.path, f"int n;\ndouble f(double x) {{ return {fraction}; }}\n")
                self.assert_finds(f"{self.path}:2", "is a number of its own")

    def test_fractions_of_values_and_those_that_are_free_numbers_are_clean(self) -> None:
        self.write(self.path, "double f(double x, int n2) { return x / 2.0 + 1 / x + x / 10 + 1 / double{2} + n2 / 20 + 8 / double{2}; }\n")
        self.assert_clean()

    def test_a_listed_fraction_is_allowed_without_its_spaces(self) -> None:
        self.write(self.path, "double third = 1 / double{3};\n")
        self.write("tools/numbers.allow", f"{self.path}: 1/double{{3}}  # closed form, Key2011 eq. 4\n")
        self.assert_clean()

    def test_the_look_of_a_page_is_free(self) -> None:
        self.write("src/percuta/report/figures/style.hpp", "double opacity = 0.15;\n")
        self.assert_clean()
        self.write("src/percuta/report/figures/my_style.hpp", "double opacity = 0.15;\n")
        self.assert_finds("src/percuta/report/figures/my_style.hpp:1", "0.15")

    def test_bounds_in_parameter_files_are_free(self) -> None:
        self.write("src/percuta/skin/skin_parameters.cpp", "double bound = 3.7;\n")
        self.assert_clean()

    def test_the_lower_floors_are_free(self) -> None:
        self.write("src/percuta/base/units.cpp", "double zero_celsius = 273.15;\n")
        self.write("src/percuta/numerics/solver.cpp", "double tolerance = 1e-9;\n")
        self.assert_clean()

    def test_a_listed_literal_is_allowed_in_that_file_only(self) -> None:
        self.write(self.path, "double f = 3.7;\n")
        self.write("src/percuta/skin/site.cpp", "double f = 3.7;\n")
        self.write("tools/numbers.allow", f"# heading\n\n{self.path}: 3.7  # closed form, Key2011 eq. 4\n")
        self.assert_finds("src/percuta/skin/site.cpp:1", "3.7")

    def test_a_line_without_reason_is_found(self) -> None:
        self.write("tools/numbers.allow", f"{self.path}: 3.7\n")
        self.assert_finds("tools/numbers.allow:1", "must read")

    def test_a_line_that_allows_nothing_is_found(self) -> None:
        self.write("tools/numbers.allow", f"{self.path}: 3.7  # reason\n")
        self.assert_finds("tools/numbers.allow:1", "no longer holds")


if __name__ == "__main__":
    unittest.main()
