"""The doctest programs: each test case counts."""

import pathlib
import signal
import xml.etree.ElementTree as xml
from typing import Iterator

from .house import House
from .outcome import Group, Outcome, failed, passed, skipped


def groups(house: House) -> list[Group]:
    return [Group(room, f"the room {room}", lambda house, room=room: run_room(house, room)) for room in house.rooms()]


def build(house: House, rooms: list[str]) -> None:
    """All test programs at once; a room that does not build says so in its own turn."""
    house.make(*(f"percuta_test_{room}" for room in rooms), keep_going=True)


def run_room(house: House, room: str) -> Iterator[Outcome]:
    code, printed = house.make(f"percuta_test_{room}")
    if code:
        yield failed(f"{room} builds", printed)
        return
    report = house.scratch / f"{room}.xml"
    words = house.word.replace(",", "\\,")
    command = [house.build / f"percuta_test_{room}", "--reporters=xml", f"--out={report}"]
    code, printed = house.test(*command, *([f"--test-case=*{words}*"] if words else []),
                               limit=7200 if house.is_long else 1200)
    outcomes = list(read_report(report, with_skipped=not words)) if report.exists() else []
    yield from outcomes
    if code and not any(outcome.status == "failed" for outcome in outcomes):
        yield failed(f"{room} runs to its end", f"{printed}\n{ending(code)}")


def ending(code: int) -> str:
    return f"ended by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


def read_report(path: pathlib.Path, with_skipped: bool) -> Iterator[Outcome]:
    """Outcomes of a doctest XML report, also of one that a crash cut short."""
    reader = xml.XMLPullParser(["end"])
    cases = []
    try:
        reader.feed(path.read_text(errors="replace"))
        for _, element in reader.read_events():
            if element.tag == "TestCase":
                cases.append(element)
    except xml.ParseError:
        pass
    for case in cases:
        name = case.get("name", "?")
        if case.get("skipped") == "true":
            if with_skipped:
                yield skipped(name, "is marked as skipped in its source")
            continue
        asserts = case.find("OverallResultsAsserts")
        if asserts is not None and asserts.get("test_case_success") == "true":
            yield passed(name)
        else:
            yield failed(name, "\n".join(describe_faults(case)))


def describe_faults(case: xml.Element) -> Iterator[str]:
    yield f"{case.get('filename')}:{case.get('line')}: {case.get('name')}"
    for fault in case.iter():
        if fault.tag == "Expression" and fault.get("success") == "false":
            text = " => ".join(" ".join((fault.findtext(tag) or "").split()) for tag in ("Original", "Expanded"))
            thrown = fault.findtext("Exception") or ""
            yield f"  {fault.get('filename')}:{fault.get('line')}: {fault.get('type')}( {text} ) {thrown.strip()}"
            yield from (f"    with {' '.join((info.text or '').split())}" for info in fault.iter("Info"))
        elif fault.tag == "Message":
            yield f"  {fault.get('filename')}:{fault.get('line')}: {' '.join(' '.join(fault.itertext()).split())}"
        elif fault.tag == "Exception" and fault.get("crash") is not None:
            yield f"  threw: {(fault.text or '').strip()}"
