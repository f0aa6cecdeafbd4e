"""A new verb of the command line costs one new file and one edited one."""

import os
import pathlib
import shlex
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("PERCUTA_BUILD", ROOT / "build" / "default")).resolve()

VERB = """#include <memory>

#include "console.hpp"
#include "verb.hpp"

namespace percuta::apps {

VerbUse dummy_verb() {
  const auto colour = std::make_shared<std::string>("red");
  return {{{.names = "--colour", .help = "A colour", .target = colour.get(), .values = {"red", "green"}}},
          [colour](Context&) {
            print("dummy " + *colour + "\\n");
            return 0;
          }};
}

}  // namespace percuta::apps
"""
DECLARATION, FIRST_ROW = "VerbUse demo_verb();\n", '    {"demo", '


@unittest.skipUnless((BUILD / "build.ninja").is_file() and shutil.which("ninja"), "no build to add a verb to")
class VerbCost(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.scratch = pathlib.Path(folder.name).resolve()
        cls.before = cls.files(shutil.copytree(ROOT / "apps", cls.scratch / "apps"))
        (cls.scratch / "apps/verbs/dummy.cpp").write_text(VERB)
        table = cls.scratch / "apps/verb_table.cpp"
        text = table.read_text()
        for place in (DECLARATION, FIRST_ROW):
            assert text.count(place) == 1, f"{place!r} stands {text.count(place)} times in verb_table.cpp"
        text = text.replace(DECLARATION, "VerbUse dummy_verb();\n" + DECLARATION)
        table.write_text(text.replace(FIRST_ROW, '    {"dummy", "Prints a colour", dummy_verb},\n' + FIRST_ROW))
        cls.build()

    @staticmethod
    def files(folder: pathlib.Path) -> dict[str, str]:
        return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}

    @classmethod
    def build(cls) -> None:
        """Compiles what is new or edited as the build does, and links it with the build's other objects."""
        subprocess.run(["ninja", "-C", BUILD, "percuta_cli"], check=True, capture_output=True, timeout=1800)
        commands = subprocess.run(["ninja", "-C", BUILD, "-t", "commands", "percuta_cli"], check=True, capture_output=True,
                                  text=True).stdout.splitlines()
        compiled = next(line for line in commands if shlex.split(line)[-1] == f"{ROOT}/apps/verb_table.cpp")
        link = next(line for line in commands if "apps/verb_table.cpp.o " in line and " -o percuta " in line)
        for source in ("verb_table.cpp", "verbs/dummy.cpp"):
            cls.shell(cls.for_source(compiled, source))
        old = next(word for word in shlex.split(link) if word.endswith("apps/verb_table.cpp.o"))
        new = shlex.join(str(cls.object_of(source)) for source in ("verb_table.cpp", "verbs/dummy.cpp"))
        cls.shell(link.replace(old, new).replace(" -o percuta ", f" -o {shlex.quote(str(cls.scratch / 'percuta'))} "))

    @classmethod
    def object_of(cls, source: str) -> pathlib.Path:
        return cls.scratch / (pathlib.Path(source).name + ".o")

    @classmethod
    def for_source(cls, command: str, source: str) -> str:
        """The command that compiles verb_table.cpp, for a file of the scratch folder."""
        words = shlex.split(command.replace(f"{ROOT}/apps", str(cls.scratch / "apps")))
        words[-1] = str(cls.scratch / "apps" / source)
        for option, end in (("-o", ""), ("-MF", ".d"), ("-MT", "")):
            if option in words:
                words[words.index(option) + 1] = str(cls.object_of(source)) + end
        return shlex.join(words)

    @staticmethod
    def shell(command: str) -> None:
        done = subprocess.run(command, shell=True, cwd=BUILD, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr

    def percuta(self, *words: str) -> str:
        return subprocess.run([self.scratch / "percuta", *words], check=True, capture_output=True, text=True, timeout=60).stdout

    def test_it_takes_one_new_file_and_one_edited_one(self):
        after = self.files(self.scratch / "apps")
        self.assertEqual(after.keys() - self.before.keys(), {"verbs/dummy.cpp"})
        edited = [name for name, text in self.before.items() if after[name] != text]
        self.assertEqual(edited, ["verb_table.cpp"])

    def test_it_runs_with_its_options(self):
        self.assertEqual(self.percuta("dummy"), "dummy red\n")
        self.assertEqual(self.percuta("dummy", "--colour", "green"), "dummy green\n")

    def test_help_and_lists_know_it(self):
        self.assertRegex(self.percuta("--help"), r"dummy +Prints a colour")
        self.assertIn("--colour", self.percuta("dummy", "--help"))
        self.assertRegex(self.percuta("list", "verbs"), r"dummy +Prints a colour +yes")

    def test_completion_of_every_shell_offers_it_with_its_options(self):
        for shell in ("bash", "fish", "zsh"):
            with self.subTest(shell=shell):
                script = self.percuta("completion", shell)
                self.assertIn("dummy", script)
                self.assertIn("colour", script)
                self.assertIn("red green", script)


if __name__ == "__main__":
    unittest.main()
