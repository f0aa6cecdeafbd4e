"""What every refusal of a study owes its user."""

import pathlib

from percuta_process import Answer, PercutaCase, contents


def place_of(text: str, part: str) -> tuple[int, int]:
    """Line and column, from 1, of `part`, which stands in `text` once."""
    if text.count(part) != 1:
        raise ValueError(f"{part!r} stands {text.count(part)} times in the study")
    before = text[: text.index(part)]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


class RefusalCase(PercutaCase):
    def refused(self, study: str, *words: str, options: tuple = (), code: int = 2) -> Answer:
        """Runs `study` (a path below the folder); it must be refused with `words` in the message and leave nothing."""
        before = contents(self.folder)
        answer = self.percuta("run", study, "-o", "out", *options)
        self.assertEqual(answer.code, code, answer.err or answer.out)
        self.assertEqual(answer.out, "")
        for word in words:
            self.assertIn(word, answer.err)
        self.assertEqual(contents(self.folder), before, "the refused run left files")
        self.assertEqual([path.name for path in self.folder.iterdir() if path.name.startswith(("out", ".out"))], [])
        return answer

    def refused_at(self, part: str, text: str, *words: str, options: tuple = ()) -> Answer:
        """As `refused`, with the caret under `part` of the study's `text`."""
        path = self.write(text)
        line, column = place_of(text, part)
        answer = self.refused(path.name, f"study.toml:{line}:{column}: error: ", *words, options=options)
        self.assert_caret(answer, text.splitlines()[line - 1], column)
        checked = self.percuta("check", path.name, *options)
        self.assertEqual((checked.code, checked.err), (2, answer.err), "check and run disagree")
        return answer

    def assert_caret(self, answer: Answer, line_text: str, column: int) -> None:
        shown = answer.err.splitlines()
        carets = [below for above, below in zip(shown, shown[1:])
                  if above == line_text or above.endswith("...") and line_text.startswith(above[:-3])]
        self.assertTrue(any(below.startswith(" " * (column - 1) + "^") for below in carets),
                        f"no caret in column {column} under {line_text!r}:\n{answer.err}")

    def nothing_in(self, folder: pathlib.Path) -> None:
        self.assertEqual(sorted(path.name for path in folder.iterdir()), [])
