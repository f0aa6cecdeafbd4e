#include "percuta/base/error.hpp"

#include <doctest/doctest.h>

using namespace percuta;

TEST_CASE("[unit] a problem shows its line with a caret and a hint") {
  const Problem problem{"'speeed' is not a key of [technique]",
                        "did you mean 'speed'?",
                        {"study.toml", 12, 9, 6, "        speeed = \"5 cm/s\""}};
  CHECK(format_problem(problem) ==
        "study.toml:12:9: error: 'speeed' is not a key of [technique]\n"
        "        speeed = \"5 cm/s\"\n"
        "        ^~~~~~\n"
        "  hint: did you mean 'speed'?");
}

TEST_CASE("[unit] what is unknown of a place is left out") {
  CHECK(format_problem({"wrong", "", {}}) == "error: wrong");
  CHECK(format_problem({"wrong", "", {"a.toml"}}) == "a.toml: error: wrong");
  CHECK(format_problem({"wrong", "", {"a.toml", 3}}) == "a.toml:3: error: wrong");
  CHECK(format_problem({"wrong", "", {"--seed", 1, 1, 1, "x"}}) == "--seed: error: wrong\nx\n^");
}

TEST_CASE("[unit] columns count characters, not bytes") {
  const Problem problem{"wrong", "", {"a", 1, 5, 2, "\xC3\xA9\xC3\xA9 = xy"}};
  CHECK(format_problem(problem) == "a:1:5: error: wrong\n\xC3\xA9\xC3\xA9 = xy\n    ^~");
}

TEST_CASE("[unit] a caret past the end of its line still stands") {
  CHECK(format_problem({"wrong", "", {"a", 1, 4, 9, "abc"}}) == "a:1:4: error: wrong\nabc\n   ^");
}

TEST_CASE("[unit] a long line is shown round its caret only") {
  std::string line(5000, 'a');
  line.replace(3000, 4, "BAD!");
  const std::string text = format_problem({"wrong", "", {"a", 1, 3001, 4, line}});
  const std::size_t second = text.find('\n') + 1;
  const std::size_t third = text.find('\n', second) + 1;
  const std::string shown = text.substr(second, third - second - 1);
  const std::string carets = text.substr(third);
  CHECK(shown.size() <= 126);
  CHECK(shown.starts_with("..."));
  CHECK(shown.ends_with("..."));
  CHECK(shown.substr(carets.find('^'), 4) == "BAD!");
  CHECK(carets.ends_with("^~~~"));
  CHECK(format_problem({"wrong", "", {"a", 1, 1, 1, line}}).find("\naaa") != std::string::npos);
  CHECK(format_problem({"wrong", "", {"a", 1, 5000, 1, line}}).ends_with("^"));
}

TEST_CASE("[unit] control characters never reach the terminal") {
  const Problem problem{"bad \x1b[31m", "hint\a", {"na\x1bme", 1, 6, 1, "\x1b[1m\tx = \xE2\x80\xAE"}};
  const std::string text = format_problem(problem);
  CHECK(text ==
        "na\\x1bme:1:6: error: bad \\x1b[31m\n"
        "\\x1b[1m x = \\u{202e}\n"
        "        ^\n"
        "  hint: hint\\x07");
}

TEST_CASE("[unit] an InputError says everything, up to fifty problems") {
  std::vector<Problem> problems(53, Problem{"wrong", "", {"a", 1}});
  const InputError error(problems);
  CHECK(error.problems().size() == 53);
  const std::string text = error.what();
  CHECK(text.starts_with("a:1: error: wrong\na:1: error: wrong\n"));
  CHECK(text.ends_with("\nand 3 more"));
  CHECK(std::string(InputError("wrong", "mend it").what()) == "error: wrong\n  hint: mend it");
}

TEST_CASE("[unit] gathered problems are thrown in the order of the files") {
  Problems problems;
  CHECK(problems.empty());
  problems.throw_if_any();
  problems.add({"third", "", {"b", 1, 1}});
  problems.add({"second", "", {"a", 10, 1}});
  problems.add({"first", "", {"a", 9, 70}});
  try {
    problems.throw_if_any();
    FAIL("must throw");
  } catch (const InputError& error) {
    CHECK(error.problems()[0].message == "first");
    CHECK(error.problems()[1].message == "second");
    CHECK(error.problems()[2].message == "third");
  }
}

TEST_CASE("[unit] endless messages are cut, and lines are kept for the first thousand problems only") {
  CHECK(format_problem({std::string(100000, 'x'), "", {}}).size() < 600);
  Problems problems;
  for (int i = 0; i < 1001; ++i) problems.add({"wrong", "", {"a", 1, 1, 1, "line"}});
  CHECK(problems.list()[999].place.line_text == "line");
  CHECK(problems.list()[1000].place.line_text.empty());
}
