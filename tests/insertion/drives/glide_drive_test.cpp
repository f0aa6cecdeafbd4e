#include <doctest/doctest.h>

#include "insertion/strikes_fixture.hpp"

using namespace percuta;
using tests::Driven;

TEST_CASE("[law] a pen pressed hard enough drives every needle to its length") {
  Driven pen(tests::pen(), 20);
  pen.punctures.all[1].length = 0.8e-3;
  const std::vector<double> protrusion = pen.protrusions();
  CHECK(protrusion[0] == doctest::Approx(1e-3));
  CHECK(protrusion[1] == doctest::Approx(0.8e-3));
}

TEST_CASE("[law] under a light hand the needles lift the head") {
  const auto at = [](double force) { return Driven(tests::pen(), force).protrusions()[0]; };
  CHECK(at(0) == doctest::Approx(0));
  CHECK(at(0.02) < 1e-3);
  CHECK(at(0.02) > 0);
  CHECK(at(0.05) > at(0.02));
}

TEST_CASE("[law] the hand carries the mean over the cycle: a longer stroke spends less of it in the skin") {
  const auto with_stroke = [](double stroke) {
    device::Device pen = tests::pen();
    pen.head.stroke = certain(stroke);
    return Driven(pen, 0.03).protrusions()[0];
  };
  CHECK(with_stroke(3e-3) > with_stroke(1e-3));
  CHECK(with_stroke(0) == doctest::Approx(with_stroke(1e-3)));  // not given: the needle's length
}

TEST_CASE("[law] more needles lift the head further") {
  device::Device many = tests::pen();
  many.head.needles = 24;
  CHECK(Driven(many, 0.03).protrusions()[0] < Driven(tests::pen(), 0.03).protrusions()[0]);
}

TEST_CASE("[law] the hand that a depth takes holds the head down to it, and more for a deeper one") {
  const Driven any(tests::pen(), 1);
  const double force = any.force_for(0.6e-3);
  CHECK(force > 0);
  CHECK(any.force_for(0.9e-3) >= force);
  CHECK(Driven(tests::pen(), force).protrusions()[0] == doctest::Approx(0.6e-3).epsilon(0.02));
}
