import pathlib
import subprocess
import tempfile
import unittest

TOOL = pathlib.Path(__file__).resolve().parents[2] / "tools" / "make_reference"


class MakeReference(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.page = pathlib.Path(folder.name) / "reference.md"
        self.binary = pathlib.Path(folder.name) / "percuta"
        self.say("# Reference\\nforce\\n")

    def say(self, text: str) -> None:
        """A stand-in for the program that prints `text` when asked to explain everything."""
        self.binary.write_text(f'#!/bin/sh\n[ "$*" = "explain --all --markdown" ] && printf \'{text}\'\n')
        self.binary.chmod(0o755)

    def run_tool(self, *options: str) -> subprocess.CompletedProcess:
        command = [TOOL, "--binary", self.binary, "--page", self.page, *options]
        return subprocess.run(command, capture_output=True, text=True)

    def test_it_writes_what_the_program_says(self) -> None:
        self.assertEqual(self.run_tool().returncode, 0)
        self.assertEqual(self.page.read_text(), "# Reference\nforce\n")
        self.assertEqual(self.run_tool("--check").returncode, 0)

    def test_a_page_out_of_date_is_found_and_left_alone(self) -> None:
        self.run_tool()
        self.say("# Reference\\nspeed\\n")
        checked = self.run_tool("--check")
        self.assertEqual(checked.returncode, 1)
        self.assertIn("reference.md:2: is out of date", checked.stdout)
        self.assertEqual(self.page.read_text(), "# Reference\nforce\n")

    def test_a_missing_page_is_found(self) -> None:
        self.assertEqual(self.run_tool("--check").returncode, 1)
        self.assertFalse(self.page.exists())

    def test_a_program_that_fails_is_not_taken_for_a_page(self) -> None:
        self.binary.write_text("#!/bin/sh\nexit 1\n")
        self.assertNotEqual(self.run_tool().returncode, 0)
        self.assertFalse(self.page.exists())


if __name__ == "__main__":
    unittest.main()
