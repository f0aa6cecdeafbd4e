#include "percuta/report/tables/outlook_text.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "report/record_fixture.hpp"
#include "report/xml_check.hpp"

using namespace percuta;
using namespace percuta::report;

namespace {

std::string plain_text(const run::Record& record) {
  const Painter plain = [](std::string_view words) { return std::string(words); };
  return outlook_text(record, plain, plain);
}

}  // namespace

TEST_CASE("[unit] what will be seen is one screen of words, a line for each time") {
  const std::string text = plain_text(example_healed_record());
  for (const char* words :
       {"1 hour ", "day 28 ", "6 months ", "redness, 0 to 4", "likely, 0.7 [0.4, 1.1]", "yes, 49 [24, 73]",
        "Downtime: 4.9 days [3.3, 7.5].", "acne scar -16 % [-50, -1.0]", "Not stated: what the actives"}) {
    CAPTURE(words);
    CHECK(occurrences(text, words) == 1);
  }
  CHECK(text.find("wrinkle") == std::string::npos);
  std::istringstream stream(text);
  int lines = 0;
  for (std::string line; std::getline(stream, line);) ++lines;
  CHECK(lines <= 24);
}

TEST_CASE("[unit] a run without endpoints says nothing of what will be seen") {
  CHECK(plain_text(example_record()).empty());
}
