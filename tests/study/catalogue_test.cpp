#include <doctest/doctest.h>

#include <set>

#include "percuta/study/catalogue.hpp"
#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] the catalogue holds S1 to S10 and C1 to C20, each with rooms that exist") {
  const study::Catalogue catalogue = study::load_catalogue(own_data(), Units());
  CHECK(catalogue.system.size() == 10);
  CHECK(catalogue.claim.size() == 21);  // C17 has two halves
  for (const study::System& system : catalogue.system) CHECK_NOTHROW(study::missing_rooms(system.rooms));
  for (const study::Claim& claim : catalogue.claim) CHECK_NOTHROW(study::missing_rooms(claim.rooms));
}

TEST_CASE("[unit] every starting study of a system loads") {
  const Units units;
  for (const study::System& system : study::load_catalogue(own_data(), units).system) {
    if (system.study.empty()) continue;
    INFO(system.id);
    CHECK_NOTHROW(study::load(own_data().find("studies", system.study), {}, own_data(), units));
  }
}

TEST_CASE("[unit] missing rooms are those not built, in the order asked for") {
  CHECK(study::missing_rooms({"strokes", "heat", "insertion", "transport"}) == std::vector<std::string>{"heat"});
}
