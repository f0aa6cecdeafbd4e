"""The house: which room stands on which floor, and which headers are doors."""

# Floor 4 is the flow: its rooms may look into the doors of rooms before them.
FLOW = ("device", "strokes", "punctures", "insertion", "closure", "heat", "transport", "healing", "endpoints")
FLOORS = {
    "base": 1,
    "numerics": 2,
    "skin": 3,
    **{room: 4 for room in FLOW},
    "course": 5,
    "cohort": 6,
    "plan": 6,
    "study": 6,
    "report": 7,
    "apps": 8,
}

# Rooms whose every header is a door.
OPEN_ROOMS = ("base", "numerics")

# Doors beside room/room.hpp, and who may use them: plain data, or what the command line tells the user of the program.
EXTRA_DOORS = {
    "study/record.hpp": ("report", "apps"),  # what a finished run hands over
    "study/version.hpp": ("report", "apps"),  # which Percuta this is
    "study/claims.hpp": ("apps",),  # verdicts, for `claims`
    "study/validation.hpp": ("report", "apps"),  # published cases, judged
    "study/experiment_quantities.hpp": ("apps",),  # what a bench's results.json can hold
    "study/sweep.hpp": ("report", "apps"),  # the grid of a sweep
    "study/catalogue.hpp": ("apps",),  # systems and claims, for `list`
    "study/limits.hpp": ("apps",),  # contraindications, for `list`
    "study/quantities.hpp": ("apps",),  # what results.json can hold, for `explain`
    "study/rooms.hpp": ("apps",),  # what is built, for `list` and `doctor`
    "study/schema_text.hpp": ("apps",),  # for `schema` and `new`
    "report/checkpoint.hpp": ("apps",),  # what a resumed run remembers
    "report/disk.hpp": ("apps",),  # folders of runs under way
    "report/compare_run.hpp": ("apps",),  # runs read back, for `compare`, `export` and `report`
    "report/compare_json.hpp": ("apps",),  # a comparison for programs
    "report/compare_table.hpp": ("apps",),  # ... for the terminal
    "report/compare_folder.hpp": ("apps",),  # ... for the disk
    "report/density_tiles.hpp": ("apps",),  # a run's density, for `export`
    "report/export_density.hpp": ("apps",),  # ... in other formats
    "report/run_store.hpp": ("apps",),  # a run's fields and checkpoint, read back
    "report/run_fields.hpp": ("apps",),  # ... what they are
    "report/field_vtr.hpp": ("apps",),  # ... for ParaView
    "report/number.hpp": ("apps",),  # numbers on the terminal look as in the report
    "report/validation_page.hpp": ("apps",),  # published cases as text
    "report/sweep_table.hpp": ("apps",),  # a sweep as text, table and charts
    "report/terminal.hpp": ("apps",),  # what a user sees after a run
}

# Only these touch the disk: base reads, report writes, apps does both for the user.
DISK_ROOMS = ("base", "report", "apps")

# Heavy headers: never in a header of ours, and in at most so many .cpp files of the library, and as many of apps.
HEAVY = {"toml++/": 2, "nlohmann/": 4, "CLI/": 2, "pybind11/": 2, "httplib": 1, "hdf5": 1}


def may_include(room: str, other: str) -> bool:
    """Whether a file of `room` may include a door of `other`."""
    if FLOORS[other] < FLOORS[room]:
        return True
    return room in FLOW and other in FLOW and FLOW.index(other) < FLOW.index(room)


def is_door(path: str, room: str) -> bool:
    """Whether `path` (as in an include, without percuta/) is a door for the files of `room`."""
    other, _, name = path.partition("/")
    return other in OPEN_ROOMS or name == f"{other}.hpp" or room in EXTRA_DOORS.get(path, ())
