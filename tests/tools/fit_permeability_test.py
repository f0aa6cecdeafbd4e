import importlib.machinery
import importlib.util
import pathlib
import random
import sys
import unittest

TREE = pathlib.Path(__file__).resolve().parent.parent.parent
loader = importlib.machinery.SourceFileLoader("fit_permeability", str(TREE / "tools" / "fit_permeability"))
fit_permeability = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
sys.modules[loader.name] = fit_permeability
loader.exec_module(fit_permeability)
Row = fit_permeability.Row

TRUE = [-9.5, 0.9, 0.006, -7.2, -4.6, 0.5]


def rows_of(law: list[float], noise: float = 0.0) -> list:
    chance = random.Random(3)
    fixed = fit_permeability.read_fixed(TREE / "data")
    rows = [Row(f"{mass} {kow}", mass, kow, 0, "paper", charge) for mass in (30, 90, 150, 250, 400)
            for kow, charge in ((-4, 0), (-1, 0), (0.5, 0), (2, 0), (3.5, 0), (5, 0), (0, 1))]
    return [row._replace(log_kp=fit_permeability.predict(row, law, fixed) + chance.gauss(0, noise)) for row in rows]


class FitPermeability(unittest.TestCase):
    def setUp(self) -> None:
        self.fixed = fit_permeability.read_fixed(TREE / "data")

    def test_it_finds_the_coefficients_that_made_the_rows(self) -> None:
        for found, true in zip(fit_permeability.fit(rows_of(TRUE), self.fixed), TRUE):
            self.assertAlmostEqual(found, true, delta=1e-3)

    def test_noise_moves_them_little_and_is_told_apart_from_the_rows_own(self) -> None:
        rows = [row for seed in range(3) for row in rows_of(TRUE, 0.2)]
        found = fit_permeability.fit(rows, self.fixed)
        self.assertAlmostEqual(found[1], TRUE[1], delta=0.15)
        between, one = fit_permeability.scatter(rows, lambda row: fit_permeability.predict(row, TRUE, self.fixed))
        self.assertLess(one, 1e-9)
        self.assertAlmostEqual(between, 0.2, delta=0.08)

    def test_what_data_holds_foretells_what_the_program_does(self) -> None:
        # tests/transport/corneum_test.cpp holds the same four.
        shipped = fit_permeability.read_shipped(TREE / "data")
        for mass, kow, log_kp in ((194.19, -0.07, -7.3782), (18.02, -1.38, -6.9209), (288.42, 3.48, -5.9471), (342.3, -3.85, -7.923)):
            self.assertAlmostEqual(fit_permeability.predict(Row("", mass, kow, 0, ""), shipped, self.fixed), log_kp, places=3)

    def test_a_table_is_read_without_its_remarks_and_ions_are_known(self) -> None:
        rows = fit_permeability.read_rows(["# remark\n", "compound,mw_g_per_mol,log_kow,log10_kp_cm_per_s,primary_reference\n",
                                           "Salicylate,137.11,2.06,-7.5,Somebody 1998\n", "Water,18,-1.38,-6.8,Somebody 1998\n"])
        self.assertEqual([row.charge for row in rows], [-1, 0])

    def test_every_compound_stands_in_one_half(self) -> None:
        for kept, other in fit_permeability.halves(rows_of(TRUE)):
            self.assertFalse({row.compound for row in kept} & {row.compound for row in other})
            self.assertEqual(len(kept) + len(other), len(rows_of(TRUE)))

    def test_a_compound_that_is_left_out_is_foretold_by_the_others(self) -> None:
        rows = rows_of(TRUE)
        for row, log_kp in fit_permeability.left_out(rows, [], self.fixed, 5).items():
            self.assertAlmostEqual(log_kp, row.log_kp, delta=0.02)


if __name__ == "__main__":
    unittest.main()
