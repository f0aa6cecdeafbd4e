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

TEST_CASE("[unit] the hole springs back to its share of the needle's width, and stays open as deep as that is wide") {
  const Hole hole = hole_of(0.7e-3);
  const double width = 0.6 * 2 * (6e-6 + 119e-6 * 7 / 9);
  CHECK(hole.width == doctest::Approx(width));
  CHECK(hole.depth == doctest::Approx(50e-6 + 1.5 * width));
}

TEST_CASE("[law] no hole is lost because its needle was thin, and without a needle in there is none") {
  CHECK(hole_of(0).depth == 0);
  CHECK(hole_of(0).width == 0);
  CHECK(hole_of(20e-6).depth == doctest::Approx(20e-6));
  CHECK(hole_of(20e-6).width > 0);
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

TEST_CASE("[law] more recoil narrows the hole; what stays open at any width, and with the width, deepens it") {
  insertion::Contact turned = tests::contact();
  turned.recoil = certain(0.4);
  CHECK(hole_of(0.7e-3, turned).width < hole_of(0.7e-3).width);
  CHECK(hole_of(0.7e-3, turned).depth < hole_of(0.7e-3).depth);
  turned = tests::contact();
  turned.open_depth = certain(90e-6);
  CHECK(hole_of(0.7e-3, turned).depth == doctest::Approx(hole_of(0.7e-3).depth + 40e-6));
  turned = tests::contact();
  turned.open_depth_per_width = certain(2);
  CHECK(hole_of(0.7e-3, turned).depth > hole_of(0.7e-3).depth);
}

TEST_CASE("[unit] the widest hole is that of the needle's whole width") {
  CHECK(insertion::widest_hole(tests::roller(), tests::contact()) == doctest::Approx(0.6 * 0.25e-3));
  device::Device pyramid = tests::roller();
  pyramid.needle.shape = "pyramid";
  const double deep = HoleLeft(insertion::needle_form(pyramid.needle), tests::contact())(1.4e-3).width;
  CHECK(insertion::widest_hole(pyramid, tests::contact()) == doctest::Approx(deep));
}
