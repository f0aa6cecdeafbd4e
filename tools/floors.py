"""The house: which room stands on which floor, and which headers are doors."""

import pathlib

LIST = pathlib.Path(__file__).resolve().parent.parent / "src" / "percuta" / "floors.txt"


def read_floors(path: pathlib.Path = LIST) -> dict[str, int]:
    """Each room's floor, in the order of the house."""
    lines = (line.split() for line in path.read_text().splitlines() if line.strip() and not line.startswith("#"))
    return {room: int(floor) for floor, room in lines}


FLOORS = read_floors()
# Floor 4 is the flow: its rooms may look into the doors of rooms before them.
FLOW = tuple(room for room, floor in FLOORS.items() if floor == 4)

# Rooms whose every header is a door.
OPEN_ROOMS = ("base", "numerics", "storage")

# Rooms of several parts: each part has a door of its own, report/page/page.hpp.
PARTED_ROOMS = ("report",)

# Doors beside room/room.hpp, and who may use them: plain data, or what the command line tells the user of the program.
EXTRA_DOORS = {
    "course/bench.hpp": ("study", "run", "safety"),  # an experiment is a course of another shape, and what both tell
    "transport/delivery/uptake.hpp": ("course",),  # what gets in: most rooms need to know only what products hold
    "transport/cell/cell.hpp": ("course",),  # and how a laboratory reads it
    "transport/pictures/pictures.hpp": ("course",),  # of it, what is drawn and in no row
    "course/stages.hpp": ("study", "claims", "run"),  # the links of the chain, which are built, and what acts on which
}

# Only these touch the disk: base reads, storage writes, apps does both for the user.
DISK_ROOMS = ("base", "storage", "report", "apps")

# Heavy headers: never in a header of ours, and in at most so many .cpp files of the library, and as many of apps.
HEAVY = {"toml++/": 2, "nlohmann/": 5, "CLI/": 2, "pybind11/": 2, "httplib": 1, "hdf5": 1}


def may_include(room: str, other: str) -> bool:
    """Whether a file of `room` may include a door of `other`."""
    if FLOORS[other] < FLOORS[room]:
        return True
    return room in FLOW and other in FLOW and FLOW.index(other) < FLOW.index(room)


def part_of(path: str) -> str:
    """The part of a parted room that `path` (as in an include, without percuta/) stands in: report/page; else its room."""
    folders = path.split("/")[:-1]
    return "/".join(folders[:2] if folders[0] in PARTED_ROOMS else folders[:1])


def is_door(path: str, room: str) -> bool:
    """Whether `path` (as in an include, without percuta/) is a door for the files of `room`."""
    part = part_of(path)
    is_own_door = path == f"{part}/{part.rpartition('/')[2]}.hpp"
    return path.partition("/")[0] in OPEN_ROOMS or is_own_door or room in EXTRA_DOORS.get(path, ())
