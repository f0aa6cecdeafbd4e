#include "percuta/study/listing.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] every list has headings and rows of as many cells") {
  for (const std::string& name : study::lists()) {
    INFO(name);
    const study::Listing listing = study::list(name, own_data(), Units());
    CHECK_FALSE(listing.rows.empty());
    for (const std::vector<std::string>& row : listing.rows) CHECK(row.size() == listing.headings.size());
  }
}

TEST_CASE("[unit] a device stands in its list with kind, needles and length") {
  const auto rows = study::list("devices", own_data(), Units()).rows;
  const auto roller = std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row[0] == "roller-192"; });
  REQUIRE(roller != rows.end());
  CHECK((*roller)[2] == "roller");
  CHECK((*roller)[4] == "192");
}

TEST_CASE("[unit] a wrong list is refused with the right one") {
  try {
    study::list("device", own_data(), Units());
    FAIL("must be refused");
  } catch (const InputError& error) {
    CHECK(error.problems().front().message == "there is no list of 'device'");
    CHECK(error.problems().front().hint == "did you mean 'devices'?");
  }
}
