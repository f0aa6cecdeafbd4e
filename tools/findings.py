"""What every checker shares: a finding is a place and a sentence; any finding means exit 1."""

import argparse
import pathlib
import re
import sys
from typing import Callable, Iterable, NamedTuple


# What is not code, as far as it matters here: comments, texts, characters, includes.
NOT_CODE = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|(?<![\w])\'(?:\\.|[^\'\\\n])+\'|#\s*include[^\n]*',
    re.DOTALL,
)


class Finding(NamedTuple):
    path: pathlib.Path
    line: int
    sentence: str
    is_warning: bool = False


Check = Callable[[pathlib.Path], Iterable[Finding]]
Figures = Callable[[pathlib.Path], Iterable[str]]


def run(check: Check, about: str, arguments: list[str] | None = None, figures: Figures | None = None) -> int:
    """Runs `check` on a tree (this one unless told otherwise), prints its figures and what it found, gives the exit code."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("tree", nargs="?", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    tree = parser.parse_args(arguments).tree
    for figure in figures(tree) if figures else ():
        print(figure)
    findings = sorted(check(tree))
    for finding in findings:
        word = "warning: " if finding.is_warning else ""
        print(f"{finding.path.relative_to(tree)}:{finding.line}: {word}{finding.sentence}")
    return 1 if any(not finding.is_warning for finding in findings) else 0


def sources(tree: pathlib.Path, *folders: str) -> list[pathlib.Path]:
    """C++ files below the folders, in a fixed order."""
    found = [path for folder in folders for path in (tree / folder).rglob("*") if path.suffix in (".cpp", ".hpp", ".inl")]
    return sorted(found)


def code_only(text: str) -> str:
    """The text with all that is not code blanked, lines kept."""
    return NOT_CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def main(check: Check, about: str, figures: Figures | None = None) -> None:
    sys.exit(run(check, about, figures=figures))
