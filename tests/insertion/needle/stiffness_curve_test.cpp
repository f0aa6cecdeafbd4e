#include "percuta/insertion/needle/stiffness_curve.hpp"

#include <doctest/doctest.h>

#include "percuta/insertion/loading_rate.hpp"
#include "skin/skin_fixture.hpp"

using namespace percuta;
using namespace percuta::insertion;

namespace {

Ground half_space(double modulus) {
  Ground ground;
  ground.media = {{modulus, k_everywhere}};
  return ground;
}

}  // namespace

TEST_CASE("[law] on an even half-space a spot is resisted as by a rigid flat punch, 2 M a") {
  const StiffnessCurve curve(half_space(1.5e6), {}, Frame::skin_between, 5e-6, 1e-3);
  for (const double radius : {5e-6, 7e-6, 40e-6, 0.3e-3, 1e-3}) {
    CHECK(curve.at(radius) == doctest::Approx(2 * 1.5e6 * radius));
    CHECK(curve.slope(radius) == doctest::Approx(2 * 1.5e6));
  }
  CHECK(curve.at(2e-3) == doctest::Approx(2 * 1.5e6 * 2e-3));  // on along the last step
}

TEST_CASE("[law] between its places the curve keeps to the layers' compliance") {
  const Ground ground = ground_of(tests::skin_of(), 1);
  const StiffnessCurve curve(ground, {}, Frame::skin_between, 5e-6, 1e-3);
  for (const double radius : {6.1e-6, 23e-6, 77e-6, 0.211e-3, 0.83e-3}) {
    CHECK(curve.at(radius) == doctest::Approx(1 / layered_compliance(ground, radius, {}).near).epsilon(2e-3));
  }
}

TEST_CASE("[law] in the frame of the skin at rest the array's dent softens what a needle meets") {
  const Ground ground = ground_of(tests::skin_of(), 1);
  const Bed dense{400, 5e-3};
  const StiffnessCurve between(ground, dense, Frame::skin_between, 5e-6, 1e-3);
  const StiffnessCurve rest(ground, dense, Frame::undisturbed, 5e-6, 1e-3);
  CHECK(rest.at(50e-6) < between.at(50e-6));
}
