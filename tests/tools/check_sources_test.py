import unittest

from tree import TreeTest

PAPER = "@article{Roe2011,\n  author = {Roe, R. and {The Group}},\n  title = {Skin},\n  year = 2011,\n  read_as = {full}\n}\n"
SHOP = "@misc{Shop,\n  author = {Shop}, title = {Catalogue}, year = {2020}, read_as = {vendor}\n}\n"
GOOD = 'depth = { value = 2, low = 1, high = 3, unit = "mm", source = "Roe2011", kind = "measured" }\n'


class CheckSources(TreeTest):
    tool = "check_sources"

    def write_data(self, text: str, bib: str = PAPER) -> None:
        self.write("data/sources.bib", bib)
        self.write("data/skin/site.toml", text)

    def test_a_sourced_number_is_clean(self) -> None:
        self.write_data(GOOD + 'n = { value = 8, unit = "1", source = "Roe2011", kind = "measured", exact = true }\n')
        self.assert_clean()

    def test_each_missing_part_is_found(self) -> None:
        for part, words in (
            ('unit = "mm", ', "no unit"),
            ('source = "Roe2011", ', "no source"),
            ("low = 1, ", "needs both low and high"),
            (', kind = "measured"', "kind must be"),
        ):
            with self.subTest(part):
                self.write_data("# one\n[table]\n" + GOOD.replace(part, "") + 'other = "text"\n')
                self.assert_finds("data/skin/site.toml:3", "table.depth: ")
                self.assertIn(words, self.found()[0])

    def test_a_value_outside_its_interval_is_found(self) -> None:
        self.write_data(GOOD.replace("value = 2", "value = 3.5"))
        self.assert_finds("data/skin/site.toml:1", "does not hold")

    def test_not_a_number_is_found(self) -> None:
        self.write_data(GOOD.replace("value = 2", "value = nan"))
        self.assert_finds("data/skin/site.toml:1", "does not hold")

    def test_an_unknown_key_is_found(self) -> None:
        self.write_data(GOOD.replace("low =", 'lwo = 1, low ='))
        self.assert_finds("data/skin/site.toml:1", "'lwo'")

    def test_a_source_that_does_not_resolve_is_found(self) -> None:
        self.write_data(GOOD + '[[rule]]\nword = "a"\nsource = "Roe2011"\n[[rule]]\nword = "b"\nsource = "Nobody1999"\n')
        self.assert_finds("data/skin/site.toml:5", "'Nobody1999' is not in")

    def test_a_vendor_may_only_be_assumed(self) -> None:
        vendor = GOOD.replace("Roe2011", "Shop")
        self.write_data(vendor.replace("measured", "assumed"), SHOP)
        self.assert_clean()
        self.write_data(vendor, SHOP)
        self.assert_finds("data/skin/site.toml:1", "is a vendor")

    def test_an_entry_without_a_field_is_found(self) -> None:
        for field, words in (("author", "no author"), ("title", "no title"), ("year", "no year"), ("read_as", "read_as must be")):
            with self.subTest(field):
                self.write_data(GOOD, PAPER.replace(field, "old_" + field))
                self.assert_finds("data/sources.bib:1", words)

    def test_an_entry_that_stands_twice_is_found(self) -> None:
        self.write_data(GOOD, PAPER + PAPER)
        self.assert_finds("data/sources.bib:7", "twice")

    def test_an_unused_entry_is_only_a_warning(self) -> None:
        self.write_data(GOOD, PAPER + SHOP)
        self.assert_clean()
        self.assertEqual(self.found(warnings=True), ["data/sources.bib:7: Shop is used by no value"])

    def test_broken_toml_is_found(self) -> None:
        self.write_data(GOOD + "broken = \n")
        self.assert_finds("data/skin/site.toml:2", "is not TOML")


if __name__ == "__main__":
    unittest.main()
