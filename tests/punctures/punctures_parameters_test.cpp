#include <doctest/doctest.h>

#include "percuta/punctures/punctures.hpp"
#include "skin/declared.hpp"

using namespace percuta;

TEST_CASE("[law] the punctures' declarations are complete and sound") {
  tests::check_declaration<punctures::Guidance>();
}

TEST_CASE("[unit] the guidance that Percuta ships reads") {
  const auto guidance = tests::shipped<punctures::Guidance>("punctures.toml");
  CHECK(guidance.capture_distance > 0);
  CHECK(guidance.capture_distance < 1e-3);
  CHECK(guidance.lateral_compliance >= 0.5e-3);
}
