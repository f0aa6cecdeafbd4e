#include <doctest/doctest.h>

#include <algorithm>

#include "percuta/safety/safety.hpp"
#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

std::vector<std::string> warnings_with(const std::vector<std::string>& settings) {
  return load_text(small_study(), {settings, {}}).warnings;
}

bool any_has(const std::vector<std::string>& texts, const std::string& part) {
  return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) { return has(text, part); });
}

}  // namespace

TEST_CASE("[unit] a history that is noted runs, and the warnings say why and that no number knows of it") {
  const Units units;
  const auto limits =
      read_struct<safety::Limits>(read_document(own_data().file("limits/contraindications.toml")), nullptr, units);
  std::size_t noted = 0;
  for (const safety::Contraindication& item : limits.contraindication) {
    if (item.answer != "noted") continue;
    ++noted;
    CAPTURE(item.word);
    const auto warnings = warnings_with({"person.history=[\"" + item.word + "\"]"});
    CHECK(any_has(warnings, "holds '" + item.word + "', and no number here takes it into account: " + item.reason));
    CHECK(any_has(warnings, "(" + item.source + ")"));
  }
  CHECK(noted >= 4);
}

TEST_CASE("[unit] a note is told once, however many sessions it holds for") {
  const auto warnings = warnings_with({"person.history=[\"diabetes\"]", "course.sessions=3"});
  CHECK(std::count_if(warnings.begin(), warnings.end(), [](const auto& text) { return has(text, "'diabetes'"); }) == 1);
}

TEST_CASE("[unit] nobody's history and short needles are no note") {
  CHECK_FALSE(any_has(warnings_with({}), "history"));
  CHECK_FALSE(any_has(warnings_with({}), "can pass skin"));
}

TEST_CASE("[unit] needles that can pass all skin into muscle are noted with both depths") {
  const auto warnings = warnings_with({"site.name=under-eye"});
  CHECK(any_has(warnings,
                "A needle of 1.55 mm can pass skin and fat into muscle here: for this person they are 0.91 to"));
}
