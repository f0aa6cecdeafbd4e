"""The command explains itself, and answers a wrong word with the right one."""

import re
import shutil
import subprocess
import unittest

from percuta_process import PercutaCase

VERBS = ("demo", "new", "check", "run", "report", "explain", "list", "schema", "doctor", "completion")
EXIT_CODES = ("0 done", "1 a bug", "2 bad command or study", "3 a limit", "4 numerical", "5 disk", "130 interrupted")


class Help(PercutaCase):
    def test_help_names_every_verb_and_exit_code(self):
        text = self.done("--help").out
        for word in VERBS + EXIT_CODES:
            self.assertIn(word, text)
        self.assertIn("not a medical device", text)
        self.assertEqual(self.done().out, text)

    def test_every_verb_has_help(self):
        for verb in VERBS:
            with self.subTest(verb=verb):
                self.assertIn("--quiet", self.done(verb, "--help").out)

    def test_help_tells_units_and_values(self):
        text = self.done("run", "--help").out
        for words in ("technique.force=3N", "4 to 100000", "auto, bar, json or none", "auto, baseline, v3 or v4",
                      "0 = all cores", "whole number", "DIR", "KEY=VALUE"):
            self.assertIn(words, text)
        self.assertIn("S1 to S9", self.done("new", "--help").out)
        self.assertIn("bash, zsh or fish", self.done("completion", "--help").out)
        self.assertIn("systems, devices, sites", self.done("list", "--help").out)

    def test_what_help_shows_as_a_setting_works(self):
        self.write()
        self.done("check", "study.toml", "--set", "technique.force=3N")

    def test_the_version_is_one_line(self):
        self.assertRegex(self.done("--version").out, r"^percuta \d+\.\d+\.\d+\n$")


class WrongWords(PercutaCase):
    def refused(self, *words: object) -> str:
        answer = self.percuta(*words)
        self.assertEqual((answer.code, answer.out), (2, ""), answer.err)
        self.assertEqual([path.name for path in self.folder.iterdir() if path.name != "study.toml"], [])
        return answer.err

    def test_an_unknown_verb_is_refused_with_a_suggestion(self):
        self.assertIn("did you mean 'report'?", self.refused("reprot"))
        self.assertIn("did you mean 'check'?", self.refused("chek", "study.toml"))

    def test_an_unknown_option_is_refused(self):
        self.write()
        err = self.refused("run", "study.toml", "--thread", 2)
        self.assertIn("'--thread' is not an option of 'run'", err)
        self.assertIn("did you mean '--threads'?", err)
        self.assertIn("'--thread' is not an option", self.refused("run", "study.toml", "--thread=2"))
        self.assertIn("--unknown", self.refused("--unknown"))
        self.refused("run", "study.toml", "other.toml")

    def test_a_missing_study_is_refused_with_the_help_to_ask(self):
        self.assertIn("percuta run --help", self.refused("run"))

    def test_a_wrong_value_of_an_option_is_refused(self):
        self.write()
        for words in (["--threads", "many"], ["--threads", -1], ["--progress", "loud"], ["--kernel", "v9"],
                      ["-n", 3], ["-n", "few"], ["-n", -8], ["--seed", -1], ["--seed", 1.5], ["-n", 10**12]):
            with self.subTest(words=words):
                self.assertIn("error", self.refused("run", "study.toml", "-o", "out", *words).lower())

    def test_a_wrong_style_of_progress_is_told_with_those_there_are(self):
        self.write()
        err = self.refused("run", "study.toml", "-o", "out", "--progress", "loud")
        self.assertIn("--progress takes auto, bar, json or none, not 'loud'", err)

    def test_a_wrong_number_is_told_with_the_option_typed(self):
        self.write()
        for words, told in ((["-n", 3], ("-n", "--members", "from 4 to 100000", "'3'")), (["-n", 100001], ("-n", "'100001'")),
                            (["-n", "few"], ("-n", "'few'")), (["--seed", "abc"], ("--seed", "whole number", "'abc'")),
                            (["--seed", -1], ("--seed", "'-1'")), (["--seed", 2**53], ("--seed", str(2**53 - 1)))):
            with self.subTest(words=words):
                err = self.refused("run", "study.toml", "-o", "out", *words)
                for word in told:
                    self.assertIn(word, err)
        self.done("check", "study.toml", "-n", 4, "--seed", 2**53 - 1)
        self.done("check", "study.toml", "-n", 100000, "--seed", 0)

    def test_a_verb_takes_the_options_it_reads_and_no_others(self):
        self.write()
        for verb, options in (("check", ("--out", "--kernel", "--progress", "--fail-on", "--resume", "--no-browser")),
                              ("report", ("--out", "--kernel", "--resume", "--set", "--seed", "--members", "--allow",
                                          "--threads", "--progress", "--fail-on"))):
            for option in options:
                with self.subTest(verb=verb, option=option):
                    self.assertIn(f"'{option}' is not an option of '{verb}'", self.refused(verb, "study.toml", option, 4))
                    self.assertNotIn(option, self.done(verb, "--help").out.split("Exit codes")[0])
        self.assertIn("--no-browser", self.done("report", "--help").out)

    def test_a_verb_that_is_not_built_says_so(self):
        for verb in ("plan", "cohort", "serve"):
            with self.subTest(verb=verb):
                self.assertIn("not built yet", self.refused(verb, "anything", "--at-all"))


class Completion(PercutaCase):
    def test_each_shell_has_a_completion_that_knows_percuta(self):
        for shell in ("bash", "zsh", "fish"):
            with self.subTest(shell=shell):
                script = self.done("completion", shell).out
                self.assertIn("percuta", script)
                if shutil.which(shell):
                    checked = subprocess.run([shell, "-n"], input=script, text=True, capture_output=True)
                    self.assertEqual(checked.returncode, 0, checked.stderr)
        answer = self.percuta("completion", "bsh")
        self.assertEqual(answer.code, 2)
        self.assertIn("did you mean 'bash'?", answer.err)

    def completed(self, *words: str) -> list[str]:
        """What bash offers for the last of `words`."""
        script = self.done("completion", "bash").out
        ask = f'COMP_WORDS=({" ".join(repr(word) for word in words)}); COMP_CWORD={len(words) - 1}; _percuta; echo "${{COMPREPLY[@]}}"'
        environment = self.environment(PATH=f"{self.binary.parent}:/usr/bin:/bin")
        told = subprocess.run(["bash", "-c", f"{script}\n{ask}"], text=True, capture_output=True, env=environment,
                              cwd=self.folder, check=True)
        return told.stdout.split()

    @unittest.skipUnless(shutil.which("bash"), "no bash")
    def test_bash_completes_verbs_systems_lists_and_options(self):
        self.assertEqual(self.completed("percuta", "doc"), ["doctor"])
        self.assertEqual(self.completed("percuta", "new", "S"), [f"S{number}" for number in range(1, 10)])
        self.assertEqual(self.completed("percuta", "list", "dev"), ["devices"])
        self.assertIn("--threads", self.completed("percuta", "run", "--th"))
        self.assertEqual(self.completed("percuta", "explain", "technique.for"), ["technique.force"])

    @unittest.skipUnless(shutil.which("bash"), "no bash")
    def test_bash_completes_the_value_of_an_option(self):
        self.assertEqual(self.completed("percuta", "run", "--progress", "b"), ["bar"])
        self.assertEqual(self.completed("percuta", "export", "--what", ""), ["density", "figures", "punctures"])
        self.assertEqual(self.completed("percuta", "claims", "--fail-on", "v"), ["verdict"])
        self.assertEqual(self.completed("percuta", "run", "--threads", ""), [])
        (self.folder / "runs").mkdir()
        self.write()
        self.assertEqual(self.completed("percuta", "run", "-o", "r"), ["runs"])
        self.assertEqual(set(self.completed("percuta", "run", "")), {"study.toml", "runs"})

    @unittest.skipUnless(shutil.which("bash"), "no bash")
    def test_bash_offers_each_option_that_help_names_and_no_other(self):
        for verb in ("demo", "check", "run", "sweep", "export", "validate", "claims", "explain", "schema"):
            with self.subTest(verb=verb):
                text = self.done(verb, "--help").out.split("Options:")[1].split("Exit codes")[0]
                self.assertEqual(set(self.completed("percuta", verb, "--")),
                                 set(re.findall(r"^  (?:-\w,)?(--[a-z-]+)", text, re.MULTILINE)))


class Doctor(PercutaCase):
    def test_it_finds_everything_that_is_needed(self):
        lines = self.done("doctor").out.splitlines()
        self.assertEqual([line for line in lines if not line.startswith("ok")], [])
        for word in ("version", "cores", "kernels", "data", "units", "catalogue", "example", "page"):
            self.assertTrue(any(line.split()[1] == word for line in lines), word)

    def test_it_prints_the_search_path(self):
        (self.folder / "mine").mkdir()
        user = self.folder / ".home" / ".local" / "share" / "percuta"
        user.mkdir(parents=True)
        lines = self.done("doctor", "--data", "mine").out.splitlines()
        folders = [line.split()[2] for line in lines if line.split()[1] == "data"]
        self.assertEqual(folders[:2], ["mine", str(user)])

    def test_a_broken_data_file_makes_it_fail(self):
        self.write("broken", "mine/systems.toml")
        answer = self.percuta("doctor", "--data", "mine")
        self.assertEqual(answer.code, 5)
        self.assertIn("BAD", answer.out)
        self.assertIn("systems.toml", answer.out)


if __name__ == "__main__":
    unittest.main()
