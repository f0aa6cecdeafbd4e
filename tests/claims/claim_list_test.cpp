#include <doctest/doctest.h>

#include "percuta/claims/claims.hpp"
#include "study/study_fixture.hpp"

using namespace percuta;

TEST_CASE("[unit] claims come by their number, not by their letters") {
  const std::vector<std::string> ids = claims::claims_with_files(study_test::own_data());
  const auto at = [&](const char* id) { return std::find(ids.begin(), ids.end(), id) - ids.begin(); };
  CHECK(at("C3") < at("C6"));
  CHECK(at("C6") < at("C15"));
}
