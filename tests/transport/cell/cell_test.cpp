#include "percuta/transport/cell/cell.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace percuta;
using transport::FranzCell;
using transport::Samples;

TEST_CASE("[law] what samples took and what the receptor holds is what passed, however much is drawn") {
  const std::vector<double> passed = {1e-3, 2e-3, 2.5e-3, 4e-3};  // [kg/m2]
  for (const double drawn : {0.0, 0.1e-6, 1e-6, 5e-6}) {
    const FranzCell cell{1e-4, 5e-6, drawn, {1, 2, 3, 4}};
    const Samples samples = transport::samples_of(passed, cell);
    REQUIRE(samples.concentration.size() == passed.size());
    double before = 0;
    for (std::size_t i = 0; i < passed.size(); ++i) {
      const double held = samples.concentration[i] * cell.receptor_volume / cell.area;
      CHECK(held + before == doctest::Approx(passed[i]).epsilon(1e-12));
      before += samples.concentration[i] * drawn / cell.area;
    }
    CHECK(samples.taken == doctest::Approx(before));
  }
}

TEST_CASE("[unit] without sampling the receptor gathers all; a receptor drawn empty each time shows what came since") {
  const FranzCell still{2e-4, 10e-6, 0, {1, 2}};
  CHECK(transport::samples_of({1e-3, 3e-3}, still).concentration[1] == doctest::Approx(3e-3 * 2e-4 / 10e-6));
  const FranzCell emptied{2e-4, 10e-6, 10e-6, {1, 2}};
  CHECK(transport::samples_of({1e-3, 3e-3}, emptied).concentration[1] == doctest::Approx(2e-3 * 2e-4 / 10e-6));
}

TEST_CASE("[law] a line gives its slope and where it meets nothing") {
  const std::vector<double> times = {1, 2, 4, 8};
  const transport::StraightPart part = transport::straight_part(times, {0, 3, 9, 21});
  CHECK(part.rate == doctest::Approx(3));
  CHECK(part.lag == doctest::Approx(1));
}

TEST_CASE("[law] of a curve that starts late and runs dry the steepest straight part counts") {
  const std::vector<double> times = {1, 2, 3, 4, 5, 6, 7, 8};
  const transport::StraightPart part = transport::straight_part(times, {0, 0.2, 2, 4, 6, 7, 7.2, 7.2});
  CHECK(part.rate == doctest::Approx(2).epsilon(0.03));
  CHECK(part.first >= 2);
  CHECK(part.last <= 6);
}

TEST_CASE("[unit] the start counts as a sample in which nothing had passed") {
  CHECK(transport::straight_part({1, 2}, {1, 2}).rate == doctest::Approx(1));
  CHECK(transport::straight_part({1, 2}, {1, 2}).first == 0);
}

TEST_CASE("[unit] no line: too few samples, nothing passed, or nowhere straight") {
  CHECK(transport::straight_part({1}, {1}).rate == 0);
  CHECK(transport::straight_part({1, 2}, {1, 1}).rate == 0);
  CHECK(transport::straight_part({1, 2, 3}, {0, 0, 0}).rate == 0);
  CHECK(transport::straight_part({1, 2, 3}, {0, 3, 0}).rate == 0);
}
