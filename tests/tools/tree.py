"""A small tree of files to feed to a checker."""

import importlib.machinery
import importlib.util
import pathlib
import sys
import tempfile
import types
import unittest

TOOLS = pathlib.Path(__file__).resolve().parents[2] / "tools"


def load_tool(name: str) -> types.ModuleType:
    """A checker as a module, so that its parts can be tested too."""
    sys.dont_write_bytecode = True
    if str(TOOLS) not in sys.path:
        sys.path.insert(0, str(TOOLS))
    loader = importlib.machinery.SourceFileLoader(name, str(TOOLS / name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


class TreeTest(unittest.TestCase):
    tool = ""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.tree = pathlib.Path(folder.name)
        self.checker = load_tool(self.tool)

    def write(self, path: str, text: str = "") -> None:
        file = self.tree / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def found(self, *, warnings: bool = False) -> list[str]:
        """What the checker finds, as `path:line: sentence`."""
        return [
            f"{finding.path.relative_to(self.tree)}:{finding.line}: {finding.sentence}"
            for finding in self.checker.check(self.tree)
            if finding.is_warning == warnings
        ]

    def assert_clean(self) -> None:
        self.assertEqual(self.found(), [])

    def assert_finds(self, place: str, words: str) -> None:
        found = self.found()
        self.assertEqual(len(found), 1, found)
        self.assertTrue(found[0].startswith(place + ": "), found[0])
        self.assertIn(words, found[0])
