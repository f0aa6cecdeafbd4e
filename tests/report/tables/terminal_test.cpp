#include "percuta/report/tables/terminal.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "report/record_fixture.hpp"
#include "report/xml_check.hpp"

using namespace percuta;
using namespace percuta::report;

TEST_CASE("[unit] the summary says what was done and gives each quantity with interval and unit") {
  const std::string text = summary_text(example_record(), false);
  CHECK(text.rfind("Medical roller, acne scars on the cheek\n", 0) == 0);
  CHECK(text.back() == '\n');
  for (const char* words :
       {"192 needles, 1.5 mm\n", "Site    Cheek, 10.2 cm2\n", "female, 42 years, phototype 3",
        "not a medical device.\n", "over 32 members, seed 7", "Where the needles land\n", "How deep they go\n",
        "202  [190, 222]", "0.94  [0.812, 1.07]", "Not built yet\n  closure: How channels close is not built yet.\n",
        "Note: The tip lies outside the range of the force data.\n"}) {
    CAPTURE(words);
    CHECK(occurrences(text, words) == 1);
  }
}

TEST_CASE("[law] intervals of all quantities begin in the same column") {
  std::istringstream stream(summary_text(example_record(), false));
  std::vector<std::size_t> columns;
  for (std::string line; std::getline(stream, line);) {
    if (line.rfind("  ", 0) == 0 && line.find('[') != std::string::npos) columns.push_back(line.find('['));
  }
  REQUIRE(columns.size() == 4);
  CHECK(std::count(columns.begin(), columns.end(), columns.front()) == 4);
}

TEST_CASE("[unit] colour adds codes and nothing else") {
  const std::string plain = summary_text(example_record(), false);
  std::string painted = summary_text(example_record(), true);
  CHECK(plain.find('\033') == std::string::npos);
  CHECK(painted.find('\033') != std::string::npos);
  for (std::size_t at = painted.find('\033'); at != std::string::npos; at = painted.find('\033')) {
    painted.erase(at, painted.find('m', at) - at + 1);
  }
  CHECK(painted == plain);
}

TEST_CASE("[law] a study's text cannot steer the terminal") {
  run::Record record = example_record();
  record.title = "\x1b]0;owned\x07\n\xff";
  record.warnings = {"\x1b[2J"};
  record.findings = {"\x1b[2J"};
  const std::string text = summary_text(record, false);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\x07') == std::string::npos);
}

TEST_CASE("[unit] what the needles do is told in sentences, after the numbers and before what is not built") {
  const std::string text = summary_text(example_record(), false);
  CHECK(text.find("What the needles do\n  Of 100 strikes 98 pierce") != std::string::npos);
  CHECK(text.find("What the needles do") < text.find("Not built yet"));
  CHECK(occurrences(summary_text(run::Record{}, false), "What the needles do") == 0);
}

TEST_CASE("[unit] a course lists its sessions, an empty record its nothing") {
  const std::string text = summary_text(example_course_record(), false);
  CHECK(occurrences(text, "Session 1\n") == 1);
  CHECK(occurrences(text, "Session 2\n") == 1);
  CHECK(occurrences(text, "  density ") == 2);
  CHECK(occurrences(summary_text(run::Record{}, false), "Not built yet") == 0);
}

TEST_CASE("[unit] that nothing landed is said before any number, and once") {
  run::Record record = example_record();
  record.has_landed = false;
  record.warnings.insert(record.warnings.begin(), "No needle lands in the treated window.");
  const std::string text = summary_text(record, false);
  CHECK(occurrences(text, "No needle lands") == 1);
  CHECK(text.find("No needle lands") < text.find("Where the needles land"));
  CHECK(occurrences(text, "Note: ") == 2);
}

TEST_CASE("[unit] limits stand above the numbers, each with its word") {
  const std::string text = summary_text(example_record(), false);
  CHECK(occurrences(text, "Beyond a limit: How far the needles can reach: 1.5 mm [1.45, 1.55]; at most 0.35 mm") == 1);
  CHECK(occurrences(text, "Limit: Needle strikes per area: 202 per cm2 [190, 222]; no published limit here") == 1);
  CHECK(text.find("Beyond a limit") < text.find("Where the needles land"));
}

TEST_CASE("[unit] a number's note stands beside its meaning") {
  run::Record record = example_record();
  record.results.front().note = "defined in 5 of 8 members";
  CHECK(occurrences(summary_text(record, false), "; defined in 5 of 8 members\n") == 1);
}

TEST_CASE("[unit] rooms of a healed course have headings, and a share of next to nothing is told as such") {
  const std::string text = summary_text(
      [] {
        run::Record record = example_healed_record();
        record.sessions.clear();
        return record;
      }(),
      false);
  CHECK(occurrences(text, "What is seen of it\n") == 1);
  CHECK(occurrences(text, "What will be seen after the last session") == 1);
  CHECK(text.find("[<0.0001, 0.007]") != std::string::npos);
  CHECK(text.find("e-58") == std::string::npos);
}

TEST_CASE("[unit] what is told of all sessions together stands after the last of them") {
  run::Record record = example_healed_record();
  record.of_course = {record.results.back()};
  const std::string text = summary_text(record, false);
  CHECK(text.find("Session 2") < text.find("All sessions together"));
  CHECK(text.find("All sessions together") < text.find("What is seen of it"));
}
