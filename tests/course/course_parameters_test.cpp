#include <doctest/doctest.h>

#include <algorithm>

#include "course/course_fixture.hpp"
#include "percuta/base/schema.hpp"
#include "skin/declared.hpp"

using namespace percuta;

TEST_CASE("[law] the course's declarations are complete and sound") {
  course::Inputs inputs = tests::inputs();
  inputs.sessions.clear();
  // The specimen is listed when there is one, actives when there are some, a session's inputs when there is a session;
  // flags fill a word; a patch is of the study, not of the skin.
  const std::size_t no_parameters = sizeof inputs.knowledge.specimen + sizeof inputs.traced + sizeof inputs.times +
                                    sizeof inputs.actives + sizeof inputs.patch + 2 * sizeof(void*);
  tests::check_declaration<course::Inputs>(inputs, no_parameters);
  // The measured table, the session's number, whether it is numbed and tells what gets in, the product's name and
  // whether needles carry it are none.
  const course::SessionInputs session;
  tests::check_declaration<course::SessionInputs>(
      {}, sizeof session.measured + sizeof session.product.name + 3 * sizeof(void*));
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
  CHECK(is_listed("site.area"));
  CHECK(is_listed("guidance.capture_distance"));
  CHECK(is_listed("device.needle.tip_radius"));
  CHECK(is_listed("technique.force"));
  CHECK(is_listed("product.cover"));
  CHECK(rows.size() > 50);
}
