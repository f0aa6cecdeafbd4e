"""Runs one unittest file: one_suite.py FILE REPORT [WORD]. Writes a JSON list [name, status, detail] per test."""

import importlib.util
import json
import pathlib
import sys
import unittest


class Reporter(unittest.TestResult):
    def __init__(self, file: pathlib.Path, out) -> None:
        super().__init__()
        self.file, self.out = file, out
        self.subtest_faults: dict[str, str] = {}

    def say(self, test: unittest.TestCase, status: str, detail: str = "") -> None:
        name = f"{self.file.parent.name}/{self.file.stem}: {test.id().rpartition('.')[2].replace('_', ' ')}"
        print(json.dumps([name, status, detail]), file=self.out, flush=True)

    def fault(self, test, error) -> None:
        self.say(test, "failed", f"{self.file}\n{self._exc_info_to_string(error, test)}")

    addFailure = fault
    addError = fault

    def addSubTest(self, test, subtest, error) -> None:
        if error:
            part = subtest._subDescription() + "\n" + self._exc_info_to_string(error, test)
            self.subtest_faults[test.id()] = self.subtest_faults.get(test.id(), str(self.file)) + "\n" + part

    def stopTest(self, test) -> None:
        if faults := self.subtest_faults.pop(test.id(), ""):
            self.say(test, "failed", faults)
        super().stopTest(test)

    def addSuccess(self, test) -> None:
        self.say(test, "passed")

    def addSkip(self, test, reason) -> None:
        self.say(test, "skipped", reason)

    def addExpectedFailure(self, test, error) -> None:
        self.say(test, "passed")

    def addUnexpectedSuccess(self, test) -> None:
        self.say(test, "failed", "was expected to fail")


def matching(suite: unittest.TestSuite, word: str):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from matching(test, word)
        elif word.lower() in test.id().replace("_", " ").lower() or word.lower() in test.id().lower():
            yield test


def main(file: pathlib.Path, report: pathlib.Path, word: str) -> None:
    sys.path.insert(0, str(file.parent))
    spec = importlib.util.spec_from_file_location(file.stem, file)
    module = importlib.util.module_from_spec(spec)
    sys.modules[file.stem] = module
    spec.loader.exec_module(module)
    own = [case for case in vars(module).values()
           if isinstance(case, type) and issubclass(case, unittest.TestCase) and case.__module__ == file.stem]
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(case) for case in own)
    with report.open("w") as out:
        unittest.TestSuite(matching(suite, word)).run(Reporter(file, out))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "")
