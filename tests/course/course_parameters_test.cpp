#include <doctest/doctest.h>

#include <algorithm>

#include "course/course_fixture.hpp"
#include "percuta/base/schema.hpp"
#include "skin/declared.hpp"

using namespace percuta;

TEST_CASE("[law] the course's declarations are complete and sound") {
  course::Inputs inputs = tests::inputs();
  tests::check_declaration<course::Inputs>(inputs, sizeof inputs.specimen);  // listed when there is one
  tests::check_declaration<course::SessionInputs>({},
                                                  sizeof(std::vector<punctures::Landing>));  // a table, no parameter
}

TEST_CASE("[unit] one walk lists every input of the chain") {
  course::Inputs inputs = tests::inputs();
  const auto rows = list_parameters([&](Visitor& visitor) { describe(inputs, visitor); }, Units());
  const auto is_listed = [&](const std::string& path) {
    return std::any_of(rows.begin(), rows.end(), [&](const ParameterRow& row) { return row.path == path; });
  };
  CHECK(is_listed("person.age"));
  CHECK(is_listed("mechanics.cutting_energy"));
  CHECK(is_listed("hand.heading.novice"));
  CHECK(is_listed("window_area"));
  CHECK(rows.size() > 50);
}
