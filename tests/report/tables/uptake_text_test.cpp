#include "percuta/report/tables/uptake_text.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "percuta/report/tables/terminal.hpp"
#include "report/record_fixture.hpp"
#include "report/xml_check.hpp"

using namespace percuta;
using namespace percuta::report;

namespace {

std::vector<std::string> lines_of(const run::Record& record) {
  std::istringstream stream(uptake_text(record, [](std::string_view words) { return std::string(words); }));
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("[unit] where an active is stands in a table, its intervals below the medians") {
  const std::vector<std::string> lines = lines_of(example_uptake_record());
  REQUIRE(lines.size() == 13);
  CHECK(lines[1] == "Where ghk-cu is, ug/cm2");
  CHECK(lines[2] == "                    1 h                 4 h                 24 h                24 h, no holes");
  CHECK(lines[9] == "  blood             0.000787            0.00173             0.002               <0.0001");
  CHECK(lines[10] ==
        "                    [<0.0001, 0.0079]   [0.00017, 0.0173]   [0.0002, 0.02]      [<0.0001, 0.0002]");
  CHECK(lines[11].starts_with("  past the corneum  0.000787 "));
}

TEST_CASE("[law] no line is wider than 100 columns, and no number is a power of ten") {
  for (const std::string& line : lines_of(example_uptake_record())) {
    CAPTURE(line);
    CHECK(line.size() <= 100);
    CHECK(line.find("e-") == std::string::npos);
    CHECK_FALSE(line.ends_with(' '));
  }
}

TEST_CASE("[unit] a place where nothing ever is has no line") {
  for (const std::string& line : lines_of(example_uptake_record())) {
    CHECK(line.find("washed") == std::string::npos);
    CHECK(line.find("holes ") == std::string::npos);
  }
}

TEST_CASE("[unit] where nothing is put on there is no table, and amounts stand in it alone") {
  CHECK(lines_of(example_record()).empty());
  run::Record record = example_uptake_record();
  record.sessions.clear();
  const std::string text = summary_text(record, false);
  CHECK(occurrences(text, "ghk-cu.uptake") == 1);
  CHECK(occurrences(text, "ghk-cu.amount.blood") == 0);
  CHECK(occurrences(text, "[<0.0001, 0.02]") >= 1);
  CHECK(stands_in_uptake_text(record.results.back()));
}
