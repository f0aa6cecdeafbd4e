"""What became of one test, and how a group of them is counted and shown."""

import collections
from typing import Callable, Iterable, NamedTuple

from .house import House

VIEWER_SET = "needs ./setup --with viewer"


class Outcome(NamedTuple):
    name: str
    status: str  # passed, failed or skipped
    detail: str = ""  # of a failure: all that is known; of a skip: what it needs


def passed(name: str) -> Outcome:
    return Outcome(name, "passed")


def failed(name: str, detail: str) -> Outcome:
    return Outcome(name, "failed", detail)


def skipped(name: str, needs: str) -> Outcome:
    return Outcome(name, "skipped", needs)


def judged(name: str, result: tuple[int, str]) -> Outcome:
    """A command that must end with 0."""
    code, printed = result
    return passed(name) if code == 0 else failed(name, f"{printed.rstrip()}\n(exit code {code})")


class Group(NamedTuple):
    name: str
    about: str
    run: Callable[[House], Iterable[Outcome]]


def tally(outcomes: list[Outcome]) -> str:
    count = collections.Counter(outcome.status for outcome in outcomes)
    return f"{count['passed']} passed, {count['failed']} failed, {count['skipped']} skipped"
