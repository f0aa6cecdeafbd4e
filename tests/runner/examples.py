"""What a user would try: the examples, the installed library, the package."""

import pathlib
from typing import Iterator

from .house import House
from .outcome import Group, Outcome, failed, judged, passed


def groups(house: House) -> list[Group]:
    about = "examples pass `check` and run"
    found = [Group("examples", about, run_examples), Group("install", "a program outside uses the library", run_install)]
    long = [Group("package", "the .deb", run_package), Group("validation", "docs/validation.md is up to date", run_validation)]
    return found + (long if house.is_long else [])


def studies(house: House) -> list[pathlib.Path]:
    return sorted((house.root / "examples").glob("[0-9][0-9]_*/study.toml"))


def run_examples(house: House) -> Iterator[Outcome]:
    for study in studies(house):
        name = study.parent.name
        if house.wants(f"example {name} check"):
            yield judged(f"example {name} check", house.test(house.binary, "check", study))
        if house.wants(f"example {name} run"):
            few = () if house.is_long else ("-n", "4")
            out = house.scratch / f"{name}.run"
            yield judged(f"example {name} run", house.test(house.binary, "run", study, *few, "-o", out))


def run_validation(house: House) -> Iterator[Outcome]:
    if not house.wants("validation"):
        return
    name, page = "validation: docs/validation.md is what `percuta validate --markdown` writes", house.scratch / "validation.md"
    code, printed = house.test(house.binary, "validate", "--markdown", page)
    if code != 0:
        yield failed(name, printed)
    elif page.read_text() != (house.root / "docs" / "validation.md").read_text():
        yield failed(name, "the page is old; write it again: percuta validate --markdown docs/validation.md")
    else:
        yield passed(name)


def run_install(house: House) -> Iterator[Outcome]:
    if not house.wants("install"):
        return
    prefix, build = house.scratch / "prefix", house.scratch / "cpp"
    steps = {
        "install: cmake --install": ("cmake", "--install", house.build, "--prefix", prefix),
        "install: the installed command says its version": (prefix / "bin" / "percuta", "--version"),
        "install: examples/cpp finds Percuta": (
            "cmake", "-G", "Ninja", "-S", house.root / "examples" / "cpp", "-B", build, f"-DCMAKE_PREFIX_PATH={prefix}"),
        "install: examples/cpp builds": ("ninja", "-C", build),
    }
    for name, command in steps.items():
        outcome = judged(name, house.test(*command))
        yield outcome
        if outcome.status == "failed":
            return
    name = "install: examples/cpp prints the density of a study"
    code, printed = house.test(build / "density", studies(house)[0], prefix / "share" / "percuta" / "data")
    yield passed(name) if code == 0 and "coverage.density" in printed else failed(name, f"{printed}\n(exit code {code})")


def run_package(house: House) -> Iterator[Outcome]:
    if not house.wants("package"):
        return
    folder = house.scratch / "package"
    outcome = judged("package: cpack makes the .deb", house.test("cpack", "--config", house.build / "CPackConfig.cmake", "-B", folder))
    yield outcome
    if outcome.status == "failed":
        return
    code, listed = house.test("dpkg-deb", "-c", next(folder.glob("percuta_*.deb")))
    for path in ("usr/bin/percuta", "usr/share/percuta/data/sources.bib", "usr/share/percuta/viewer/dist/report.html",
                 "usr/lib/libpercuta.a", "usr/include/percuta/study/study.hpp"):
        name = f"package: the .deb holds {path}"
        yield passed(name) if f"./{path}\n" in listed else failed(name, listed)
