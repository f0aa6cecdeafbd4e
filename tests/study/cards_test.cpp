#include "percuta/study/cards.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] keys, quantities, rooms, systems, claims, devices and words of a history have a card each") {
  const DataFolder data = own_data();
  const Units units;
  CHECK(has(study::cards("technique.force", data, units), "technique.force"));
  CHECK(has(study::cards("insertion.depth_in_place", data, units), "insertion.depth_in_place  (result)"));
  CHECK(has(study::cards("nearest_neighbour", data, units), "needs     two holes, one of them in the window"));
  CHECK_FALSE(has(study::cards("coverage.density", data, units), "needs"));
  CHECK(has(study::cards("closure", data, units), "closure"));
  CHECK(study::cards("S3", data, units).starts_with("S3  "));
  CHECK(study::cards("C3", data, units).starts_with("C3  (claim)"));
  CHECK(has(study::cards("roller-192", data, units), "(device, roller"));
  CHECK(study::cards("keloid", data, units).starts_with("keloid  (word of person.history: refused)\n"));
  CHECK(has(study::cards("implant", data, units), "noted, refused for rf"));
}

TEST_CASE("[unit] every word with a card can be looked up") {
  const DataFolder data = own_data();
  const Units units;
  const std::vector<std::string> words = study::words_with_cards(data, units);
  CHECK(std::find(words.begin(), words.end(), "person.age") != words.end());
  for (const char* word : {"density", "insertion", "pen-12", "blood disorder"}) {
    CAPTURE(std::string(word));
    CHECK(std::find(words.begin(), words.end(), word) != words.end());
    CHECK_FALSE(study::cards(word, data, units).empty());
  }
}

TEST_CASE("[unit] what a session may change is named once") {
  const auto rows = study::study_keys(own_data(), Units());
  for (const ParameterRow& row : rows) CHECK_FALSE(row.path.starts_with("session[].technique."));
  CHECK(std::any_of(rows.begin(), rows.end(), [](const ParameterRow& row) { return row.path == "technique.force"; }));
}

TEST_CASE("[unit] an unknown word is refused with a near one") {
  try {
    study::cards("technique.forse", own_data(), Units());
    FAIL("must be refused");
  } catch (const InputError& error) {
    CHECK(error.problems().front().message == "there is nothing called 'technique.forse'");
    CHECK(error.problems().front().hint == "did you mean 'technique.force'?");
  }
}
