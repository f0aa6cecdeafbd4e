import pathlib
import subprocess
import tempfile
import unittest

TOOL = pathlib.Path(__file__).resolve().parents[2] / "tools" / "make_reference"
TRANSCRIPT = """$ percuta --help
help
$ percuta run --help
help of run
$ percuta list rooms
skin
$ percuta list quantities
density
$ percuta list verbs
run
"""


class MakeReference(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.docs = pathlib.Path(folder.name) / "docs"
        self.docs.mkdir()
        self.page, self.transcript = self.docs / "reference.md", self.docs / "command_line.txt"
        self.binary = pathlib.Path(folder.name) / "percuta"
        self.say("# Reference\\nforce\\n")

    def say(self, text: str, rooms: str = "skin") -> None:
        """A stand-in for the program that prints `text` when asked to explain everything."""
        self.binary.write_text(f"""#!/bin/sh
case $* in
  'explain --all --markdown') printf '{text}' ;;
  'list verbs --json') echo '[{{"verb": "run", "built": "yes"}}, {{"verb": "plan", "built": "not yet"}}]' ;;
  --help) echo help ;;
  'run --help') echo help of run ;;
  'list rooms') echo {rooms} ;;
  'list quantities') echo density ;;
  'list verbs') echo run ;;
  *) exit 1 ;;
esac
""")
        self.binary.chmod(0o755)

    def run_tool(self, *options: str) -> subprocess.CompletedProcess:
        command = [TOOL, "--binary", self.binary, "--docs", self.docs, *options]
        return subprocess.run(command, capture_output=True, text=True)

    def test_it_writes_what_the_program_says(self) -> None:
        self.assertEqual(self.run_tool().returncode, 0)
        self.assertEqual(self.page.read_text(), "# Reference\nforce\n")
        self.assertEqual(self.transcript.read_text(), TRANSCRIPT)
        self.assertEqual(self.run_tool("--check").returncode, 0)

    def test_a_page_out_of_date_is_found_and_left_alone(self) -> None:
        self.run_tool()
        self.say("# Reference\\nspeed\\n")
        checked = self.run_tool("--check")
        self.assertEqual(checked.returncode, 1)
        self.assertIn("reference.md:2: is out of date", checked.stdout)
        self.assertEqual(self.page.read_text(), "# Reference\nforce\n")

    def test_a_transcript_out_of_date_is_found(self) -> None:
        self.run_tool()
        self.say("# Reference\\nforce\\n", rooms="skin and bone")
        checked = self.run_tool("--check")
        self.assertEqual(checked.returncode, 1)
        self.assertIn("command_line.txt:6: is out of date", checked.stdout)
        self.assertEqual(self.transcript.read_text(), TRANSCRIPT)

    def test_a_missing_page_is_found(self) -> None:
        self.assertEqual(self.run_tool("--check").returncode, 1)
        self.assertFalse(self.page.exists())

    def test_a_program_that_fails_is_not_taken_for_a_page(self) -> None:
        self.binary.write_text("#!/bin/sh\nexit 1\n")
        self.assertNotEqual(self.run_tool().returncode, 0)
        self.assertFalse(self.page.exists())


if __name__ == "__main__":
    unittest.main()
