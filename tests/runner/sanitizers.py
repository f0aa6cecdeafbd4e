"""Test programs built with the sanitizers; each program is one test."""

import pathlib
from typing import Iterator

from .house import House
from .outcome import Group, Outcome, failed, judged

# Rooms that read bytes and text and reckon with indices. What the others do, "edits" takes through the same sanitizers: it runs
# every twentieth of its studies.
FAST_ROOMS = ("base", "storage", "numerics", "punctures")
# What repeats the same code for many minutes there: only --long takes it through a sanitizer.
LENGTHY = ("[order]", "random", "bytes", "byte for byte", "year", "docs/", "envelope", "450", "forms", "symmetr", "mirror", "ten fields",
           "spatstat", "turn", "small cut cells", "chance", "of a hundred")
PRESETS = {"asan": "address and undefined-behaviour sanitizers", "tsan": "thread sanitizer"}


def groups(house: House) -> list[Group]:
    presets = PRESETS if house.is_long else {"asan": PRESETS["asan"]}
    rooms = "all rooms" if house.is_long else ", ".join(FAST_ROOMS)
    return [
        *(Group(preset, f"{rooms} under the {about}", lambda house, preset=preset: run(house, preset))
          for preset, about in presets.items()),
        Group("edits", f"{edit_count(house)} random edits of what users give, under the {PRESETS['asan']}", try_edits),
    ]


def edit_count(house: House) -> int:
    return 1_000_000 if house.is_long else 10_000


def configure(house: House, preset: str, folder: pathlib.Path) -> tuple[int, str]:
    """Anew where the folder was configured for a checkout that has moved since."""
    cache = folder / "CMakeCache.txt"
    is_elsewhere = cache.is_file() and f"CMAKE_HOME_DIRECTORY:INTERNAL={house.root}\n" not in cache.read_text()
    fresh = ("--fresh",) if is_elsewhere else ()
    return house.run("cmake", *fresh, "-S", house.root, "--preset", preset, "-B", folder)


def configured(house: House, preset: str) -> tuple[pathlib.Path, Outcome | None]:
    """The preset's build folder, and what went wrong with it."""
    folder = house.build / preset
    code, printed = configure(house, preset, folder)
    return folder, failed(f"{preset} configures", printed) if code else None


def try_edits(house: House) -> Iterator[Outcome]:
    if not house.wants("edits"):
        return
    folder, fault = configured(house, "asan")
    if fault:
        yield fault
        return
    code, printed = house.make("percuta_random_edits", folder=folder)
    if code == 0:
        # What is freed is soon given back, so that memory is what the program needs.
        environment = house.test_environment(ASAN_OPTIONS="quarantine_size_mb=16", UBSAN_OPTIONS="print_stacktrace=1")
        code, printed = house.run(folder / "percuta_random_edits", "--edits", str(edit_count(house)), "--jobs", str(house.jobs),
                                  "--keep", house.build / "random-edits", environment=environment)
    yield judged(f"edits: {printed.strip().splitlines()[-1] if printed.strip() and code == 0 else 'each is accepted or refused'}",
                 (code, printed))


def run(house: House, preset: str) -> Iterator[Outcome]:
    rooms = [room for room in house.rooms() if house.is_long or room in FAST_ROOMS]
    rooms = [room for room in rooms if house.wants(f"{preset} {room}")]
    if not rooms:
        return
    folder, fault = configured(house, preset)
    if fault:
        yield fault
        return
    house.make(*(f"percuta_test_{room}" for room in rooms), folder=folder, keep_going=True)
    environment = house.test_environment(
        UBSAN_OPTIONS="print_stacktrace=1", TSAN_OPTIONS="ignore_noninstrumented_modules=1 halt_on_error=1"
    )
    environment.pop("PERCUTA_LONG", None)  # a hundred times as many random problems find no other fault, ten times slower
    for room in rooms:
        program = f"percuta_test_{room}"
        code, printed = house.make(program, folder=folder)
        if code == 0:
            left_out = [] if house.is_long else ["-tce=" + ",".join(f"*{word}*" for word in LENGTHY)]
            code, printed = house.run(folder / program, "--minimal", *left_out, environment=environment)
        yield judged(f"{preset} {room}", (code, printed))
