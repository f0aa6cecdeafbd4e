"""A checkout in small: the real `percuta` and `setup` round a program of a few lines."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]

CMAKE = """cmake_minimum_required(VERSION 3.25)
project(Percuta VERSION 1.2.3 LANGUAGES C)
add_executable(percuta src/main.c)
"""
PRESETS = """{"version": 6, "configurePresets": [
  {"name": "default", "generator": "Ninja", "binaryDir": "${sourceDir}/build/default"}]}
"""
PROGRAM = """#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(int argc, char** argv) {
  if (argc == 3 && !strcmp(argv[1], "variable")) printf("%s", getenv(argv[2]) ? getenv(argv[2]) : "(none)");
  else for (int i = 1; i < argc; ++i) printf("<%s>", argv[i]);
  return 3;
}
"""


class SmallTreeTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.base = pathlib.Path(folder.name).resolve()
        self.tree, self.bin = self.base / "tree", self.base / "bin"
        self.bin.mkdir()
        (self.base / "home").mkdir()
        for path in ("src", "apps", "cmake", "tests"):
            (self.tree / path).mkdir(parents=True)
        for script in ("percuta", "setup"):
            shutil.copy2(ROOT / script, self.tree / script)
        self.write("CMakeLists.txt", CMAKE)
        self.write("CMakePresets.json", PRESETS)
        self.write("src/main.c", PROGRAM)
        self.environment = {"PATH": f"{self.bin}:{os.environ['PATH']}", "HOME": str(self.base / "home"), "TMPDIR": str(self.base)}

    def write(self, path: str, text: str) -> None:
        (self.tree / path).write_text(text)

    def stand_in(self, tool: str, script: str) -> None:
        """Puts a shell script in the place of a tool."""
        path = self.bin / tool
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def without_root(self) -> None:
        """Puts somebody who is not root, and whom sudo does not know, in the place of who runs the tests."""
        self.stand_in("id", 'case $* in -u) echo 1234 ;; *) exec /usr/bin/id "$@" ;; esac')
        self.stand_in("sudo", 'echo "sudo: a password is required" >&2; exit 1')

    def run_script(self, script: str, *arguments: str, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess:
        command = [*before, str(self.tree / script), *arguments]
        return subprocess.run(command, env=self.environment, cwd=self.base, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, timeout=300)

    def read_only(self) -> tuple[str, ...]:
        """Words before a command that show it the tree as read-only; skips the test where that cannot be had."""
        if os.geteuid() != 0:
            for path in [self.tree, *self.tree.rglob("*")]:
                path.chmod(path.stat().st_mode & ~0o222)
            self.addCleanup(lambda: [path.chmod(path.stat().st_mode | 0o200) for path in [self.tree, *self.tree.rglob("*")]])
            return ()
        mount = f'mount --bind "{self.tree}" "{self.tree}" && mount -o remount,ro,bind "{self.tree}" && exec "$@"'
        before = ("unshare", "-m", "sh", "-c", mount, "sh")
        if subprocess.run([*before, "true"], capture_output=True).returncode:
            self.skipTest("needs a system that lets root mount a folder read-only")
        return before
