#include "percuta/transport/delivery/strata.hpp"

#include <doctest/doctest.h>

using namespace percuta;

TEST_CASE("[unit] cells lie layer on layer, the film on top, fine where layers meet") {
  const std::vector<double> layers = {15e-6, 60e-6, 200e-6, 1e-3};
  const transport::Strata strata = transport::strata_of(20e-6, layers, 1);
  CHECK(strata.surface() == doctest::Approx(20e-6));
  REQUIRE(strata.first.size() == 5);
  double depth = 20e-6;
  for (std::size_t layer = 0; layer < 4; ++layer) {
    CHECK(strata.edges[static_cast<std::size_t>(strata.first[layer])] == doctest::Approx(depth));
    CHECK(strata.layer_of(strata.first[layer]) == layer);
    CHECK(strata.layer_of(strata.first[layer + 1] - 1) == layer);
    CHECK(strata.first[layer + 1] - strata.first[layer] >= 3);
    depth += layers[layer];
  }
  CHECK(strata.edges.back() == doctest::Approx(depth));
  const transport::Strata finer = transport::strata_of(20e-6, layers, 2);
  CHECK(static_cast<double>(finer.edges.size()) > 1.7 * static_cast<double>(strata.edges.size()));
}
