#include "percuta/insertion/hole.hpp"

#include <doctest/doctest.h>

#include "insertion/insertion_fixture.hpp"

using namespace percuta;
using insertion::Hole;
using insertion::HoleLeft;

namespace {

Hole hole_of(double depth, const insertion::Contact& contact = tests::contact()) {
  return HoleLeft(insertion::needle_form(tests::roller().needle), contact)(depth);
}

}  // namespace

TEST_CASE("[unit] the hole ends where the needle had the closing radius, and springs back at the surface") {
  const double closed = (40e-6 - 6e-6) * 0.9e-3 / 119e-6;
  const Hole hole = hole_of(0.7e-3);
  CHECK(hole.depth == doctest::Approx(0.7e-3 - closed));
  CHECK(hole.width == doctest::Approx(0.6 * 2 * (6e-6 + 119e-6 * 7 / 9)));
}

TEST_CASE("[law] a needle that was in no further than its thin tip leaves nothing") {
  CHECK(hole_of(0).depth == 0);
  CHECK(hole_of(0.2e-3).depth == 0);
  CHECK(hole_of(0.2e-3).width == 0);
}

TEST_CASE("[law] the hole is never deeper than the needle was, and grows with it") {
  double before = 0;
  for (int i = 0; i <= 30; ++i) {
    const double depth = 50e-6 * i, now = hole_of(depth).depth;
    CHECK(now <= depth);
    CHECK(now >= before);
    before = now;
  }
}

TEST_CASE("[law] more recoil narrows the hole, a larger closing radius shortens it") {
  insertion::Contact narrow = tests::contact();
  narrow.recoil = certain(0.4);
  CHECK(hole_of(0.7e-3, narrow).width < hole_of(0.7e-3).width);
  CHECK(hole_of(0.7e-3, narrow).depth == hole_of(0.7e-3).depth);
  insertion::Contact closing = tests::contact();
  closing.closing_radius = certain(50e-6);
  CHECK(hole_of(0.7e-3, closing).depth < hole_of(0.7e-3).depth);
  closing.closing_radius = certain(126e-6);
  CHECK(hole_of(0.7e-3, closing).depth == 0);
  closing.closing_radius = certain(0);
  CHECK(hole_of(0.7e-3, closing).depth == doctest::Approx(0.7e-3));
}
