"""`export` writes a run's punctures, density and figures in other formats."""

import csv
import gzip
import struct
import unittest
import xml.etree.ElementTree as ElementTree

from percuta_process import PercutaCase, contents

REFEREES = "needs ./setup --with referees"


class Export(PercutaCase):
    def setUp(self) -> None:
        super().setUp()
        self.write()
        self.have_run("study.toml")

    def rows(self, name: str) -> list[dict[str, str]]:
        return list(csv.DictReader((self.folder / name).read_text().splitlines()))

    def in_window(self) -> int:
        return sum(row["in_window"] == "1" for row in self.rows("out/punctures.csv"))

    def test_the_density_table_counts_every_strike_in_the_window(self):
        self.assertEqual(self.done("export", "out", "-o", "density.csv").out, "density.csv\n")
        rows = self.rows("density.csv")
        self.assertEqual(sum(int(row["strikes"]) for row in rows), self.in_window())
        area = sum(float(row["window_share"]) for row in rows) * 0.25
        self.assertAlmostEqual(area / 200, 1, places=3)

    def test_the_side_of_a_tile_is_chosen(self):
        self.done("export", "out", "-o", "fine.csv", "--tile", "0.25 mm")
        self.done("export", "out", "-o", "coarse.csv", "--tile", "2mm")
        fine, coarse = ((self.folder / name).read_text().count("\n") for name in ("fine.csv", "coarse.csv"))
        self.assertGreater(fine, 30 * coarse)

    def test_the_svg_and_the_grid_are_sound_xml_and_the_picture_a_png(self):
        for name in ("density.svg", "density.vtr", "density.png"):
            self.done("export", "out", "-o", name)
        ElementTree.parse(self.folder / "density.svg")
        self.assertEqual(ElementTree.parse(self.folder / "density.vtr").getroot().get("type"), "RectilinearGrid")
        picture = (self.folder / "density.png").read_bytes()
        self.assertEqual(picture[:8], b"\x89PNG\r\n\x1a\n")
        self.assertGreater(struct.unpack(">I", picture[16:20])[0], 500)

    def test_vtk_reads_the_grid(self):
        try:
            from vtkmodules.vtkIOXML import vtkXMLRectilinearGridReader
        except ImportError:
            self.skipTest(REFEREES)
        self.done("export", "out", "-o", "density.vtr")
        reader = vtkXMLRectilinearGridReader()
        reader.SetFileName(str(self.folder / "density.vtr"))
        reader.Update()
        grid = reader.GetOutput()
        self.assertEqual(reader.GetErrorCode(), 0)
        cells = grid.GetCellData()
        names = {cells.GetArrayName(i) for i in range(cells.GetNumberOfArrays())}
        self.assertEqual(names, {"strikes_per_cm2", "mean_depth_mm", "reaching_per_cm2"})
        depth = grid.GetZCoordinates()
        faces = [depth.GetValue(i) for i in range(depth.GetNumberOfTuples())]
        self.assertEqual(faces[0], 0)
        self.assertTrue(all(0 < b - a < 1 for a, b in zip(faces, faces[1:])))
        strikes = cells.GetArray("strikes_per_cm2")
        columns, rows, _ = (size - 1 for size in grid.GetDimensions())
        mean = sum(strikes.GetValue(i) for i in range(columns * rows)) * 0.0025 / 2
        self.assertAlmostEqual(mean / (self.in_window() / 2), 1, delta=0.05)

    def test_the_punctures_come_unpacked(self):
        plain = (self.folder / "out" / "punctures.csv").read_bytes()
        self.done("export", "out", "--what", "punctures", "-o", "a.csv")
        self.assertEqual((self.folder / "a.csv").read_bytes(), plain)
        (self.folder / "out" / "punctures.csv").unlink()
        (self.folder / "out" / "punctures.csv.gz").write_bytes(gzip.compress(plain))
        self.done("export", "out", "--what", "punctures", "-o", "b.csv")
        self.assertEqual((self.folder / "b.csv").read_bytes(), plain)

    def test_the_figures_come_as_they_are(self):
        self.done("export", "out", "--what", "figures", "-o", "figures")
        self.assertEqual(contents(self.folder / "figures"), contents(self.folder / "out" / "figures"))

    def test_folders_above_the_file_are_made(self):
        for what in ("density", "punctures"):
            self.done("export", "out", "--what", what, "-o", f"new/{what}/x.csv")
            self.assertTrue((self.folder / "new" / what / "x.csv").is_file())

    def test_a_run_without_figures_is_told_with_what_to_do(self):
        figures = self.folder / "out" / "figures"
        for figure in figures.iterdir():
            figure.unlink()
        for _ in range(2):
            answer = self.percuta("export", "out", "--what", "figures")
            self.assertEqual((answer.code, answer.out), (2, ""))
            self.assertIn("holds no figures", answer.err)
            self.assertIn("percuta run out/study.resolved.toml", answer.err)
            self.assertFalse((self.folder / "out-figures").exists())
            figures.rmdir() if figures.exists() else None
        figures.write_text("no folder")
        self.assertEqual(self.percuta("export", "out", "--what", "figures").code, 5)

    def test_figures_as_png_without_a_program_that_draws_them_are_refused_with_advice(self):
        answer = self.percuta("export", "out", "--what", "figures", "--format", "png", environment={"PATH": "/nowhere"})
        self.assertEqual(answer.code, 2)
        self.assertIn("--format svg", answer.err)
        self.assertFalse((self.folder / "out-figures").exists())

    def test_what_cannot_be_had_is_refused(self):
        for words, told in ((["--what", "punctures", "--format", "vtr"], "one of: csv"),
                            (["--what", "denisty"], "did you mean 'density'"), (["-o", "x.txt"], "not exported as 'txt'"),
                            (["-o", "x.jpg"], "one of: vtr, csv, svg, png"),
                            (["--tile", "3 N"], "takes a length"), (["-o", "out/x.csv"], "lies in the run folder")):
            with self.subTest(words=words):
                before = contents(self.folder)
                answer = self.percuta("export", "out", *words)
                self.assertEqual((answer.code, answer.out), (2, ""))
                self.assertIn(told, answer.err)
                self.assertEqual(contents(self.folder), before)
        self.assertEqual(self.percuta("export", "nowhere").code, 2)


if __name__ == "__main__":
    unittest.main()
