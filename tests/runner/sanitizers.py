"""Test programs built with the sanitizers; each program is one test."""

import pathlib
from typing import Iterator

from .house import House
from .outcome import Group, Outcome, failed, judged

FAST_ROOMS = ("base", "numerics", "punctures", "insertion")
# What repeats the same code for many minutes there: only --long takes it through a sanitizer.
LENGTHY = ("[order]", "random", "bytes", "byte for byte", "year", "docs/", "envelope", "450", "forms", "symmetr", "mirror", "ten fields",
           "spatstat", "turn", "small cut cells", "chance", "of a hundred")
PRESETS = {"asan": "address and undefined-behaviour sanitizers", "tsan": "thread sanitizer"}


def groups(house: House) -> list[Group]:
    presets = PRESETS if house.is_long else {"asan": PRESETS["asan"]}
    rooms = "all rooms" if house.is_long else ", ".join(FAST_ROOMS)
    return [
        Group(preset, f"{rooms} under the {about}", lambda house, preset=preset: run(house, preset))
        for preset, about in presets.items()
    ]


def configure(house: House, preset: str, folder: pathlib.Path) -> tuple[int, str]:
    """Anew where the folder was configured for a checkout that has moved since."""
    cache = folder / "CMakeCache.txt"
    is_elsewhere = cache.is_file() and f"CMAKE_HOME_DIRECTORY:INTERNAL={house.root}\n" not in cache.read_text()
    fresh = ("--fresh",) if is_elsewhere else ()
    return house.run("cmake", *fresh, "-S", house.root, "--preset", preset, "-B", folder)


def run(house: House, preset: str) -> Iterator[Outcome]:
    rooms = [room for room in house.rooms() if house.is_long or room in FAST_ROOMS]
    rooms = [room for room in rooms if house.wants(f"{preset} {room}")]
    if not rooms:
        return
    folder = house.build / preset
    code, printed = configure(house, preset, folder)
    if code:
        yield failed(f"{preset} configures", printed)
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
