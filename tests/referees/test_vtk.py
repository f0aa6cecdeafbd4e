"""VTK, where it is installed, reads the fields we write: places, values, names and times, to the last bit."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

try:
    from vtkmodules.vtkIOXML import vtkXMLRectilinearGridReader
except ImportError:
    vtkXMLRectilinearGridReader = None

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("PERCUTA_BUILD", ROOT / "build" / "default")) / "percuta_test_report"
# The sample of tests/report/field_vtr_test.cpp.
NX, NY, NZ = 4, 3, 5
DX, DY, Z_EDGES = 0.0005, 0.00025, [0, 0.00001, 0.00003, 0.00007, 0.00015, 0.00031]
TIMES = [0, 0.1, 60]
OFFSETS = [{"T [K]": 300, "c [kg/m3]": 0}, {"T [K]": 301}, {"T [K]": 302, "c [kg/m3]": 2}]


def read(path: pathlib.Path):
    reader = vtkXMLRectilinearGridReader()
    reader.SetFileName(str(path))
    reader.Update()
    if reader.GetErrorCode():
        raise OSError(f"VTK cannot read {path.name}: error {reader.GetErrorCode()}")
    return reader.GetOutput()


def numbers(array) -> list[float]:
    return [array.GetValue(i) for i in range(array.GetNumberOfValues())]


def even_edges(n: int, side: float) -> list[float]:
    return [n * side * i / n * 1000 for i in range(n + 1)]


def counted(offset: float) -> list[float]:
    """Cells as VTK orders them: x fastest, then y, then z."""
    return [i + j / 8 + k / 64 + offset for k in range(NZ) for j in range(NY) for i in range(NX)]


@unittest.skipUnless(vtkXMLRectilinearGridReader, "needs ./setup --with referees")
@unittest.skipUnless(PROGRAM.exists(), "needs the test program of report (./percuta test report)")
class Vtk(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        command = [PROGRAM, "--minimal", "-tc=*sample of fields for VTK*"]
        done = subprocess.run(command, env=os.environ | {"PERCUTA_VTK_SAMPLE": folder.name}, capture_output=True,
                              text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout)

    def series(self, kind: str) -> list[tuple[pathlib.Path, float]]:
        told = json.loads((self.folder / kind / "transport.vtr.series").read_text())
        self.assertEqual(told["file-series-version"], "1.0")
        return [(self.folder / kind / file["name"], file["time"]) for file in told["files"]]

    def test_edges_are_in_mm_with_the_heights_of_the_grid(self) -> None:
        for path, _ in self.series("full"):
            grid = read(path)
            self.assertEqual(grid.GetDimensions(), (NX + 1, NY + 1, NZ + 1))
            axes = (grid.GetXCoordinates(), grid.GetYCoordinates(), grid.GetZCoordinates())
            self.assertEqual([axis.GetName() for axis in axes], ["x_mm", "y_mm", "z_mm"])
            edges = even_edges(NX, DX), even_edges(NY, DY), [z * 1000 for z in Z_EDGES]
            self.assertEqual([numbers(axis) for axis in axes], list(edges))

    def test_cells_hold_the_values_under_their_names_and_units(self) -> None:
        for kind, word in (("full", "double"), ("single", "float")):
            for (path, _), offsets in zip(self.series(kind), OFFSETS, strict=True):
                cells = read(path).GetCellData()
                arrays = {cells.GetArrayName(i): cells.GetArray(i) for i in range(cells.GetNumberOfArrays())}
                self.assertEqual(set(arrays), set(offsets))
                for name, array in arrays.items():
                    self.assertEqual(array.GetDataTypeAsString(), word)
                    self.assertEqual(numbers(array), counted(offsets[name]))

    def test_the_time_stands_in_the_series_and_in_the_file(self) -> None:
        files = self.series("full")
        self.assertEqual([time for _, time in files], TIMES)
        for path, time in files:
            self.assertEqual(read(path).GetFieldData().GetArray("TimeValue").GetValue(0), time)


if __name__ == "__main__":
    unittest.main()
