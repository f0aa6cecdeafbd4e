#include "percuta/insertion/needle/needle_curve.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "insertion/spring_fixture.hpp"

using namespace percuta;
using insertion::NeedleCurve;
using insertion::NeedleLaw;
using insertion::NeedleRest;

namespace {

NeedleLaw usual_law() {
  return tests::law_of(tests::roller().needle);
}

NeedleCurve curve_of(const NeedleLaw& law, const std::vector<double>& thresholds = {1}) {
  return {NeedleRest(law, thresholds, 1.5e-3), 1.5e-3};
}

}  // namespace

TEST_CASE("[law] a spring's force grows with the way and its work with the square") {
  const NeedleCurve curve = tests::spring();
  CHECK(curve.longest() == doctest::Approx(1e-3));
  CHECK(curve.force(0.4e-3) == doctest::Approx(tests::k_spring * 0.4e-3));
  CHECK(curve.work(0.4e-3) == doctest::Approx(0.5 * curve.force(0.4e-3) * 0.4e-3).epsilon(1e-5));
  CHECK(curve.protrusion_under(curve.force(0.7e-3)) == doctest::Approx(0.7e-3));
  CHECK(curve.most_force_to(0.4e-3) == doctest::Approx(curve.force(0.4e-3)));
}

TEST_CASE("[law] below the puncture force a needle is not through, above it it goes on to where as much resists") {
  const NeedleLaw law = usual_law();
  const NeedleCurve curve = curve_of(law);
  CHECK(curve.protrusion_under(0) == 0);
  CHECK(curve.depth(curve.protrusion_under(0.95 * law.puncture_force)) < law.snap_depth);
  const double through = curve.protrusion_under(1.05 * law.puncture_force);
  CHECK(curve.depth(through) > law.snap_depth);
  CHECK(curve.force(through) == doctest::Approx(1.05 * law.puncture_force).epsilon(1e-6));
  CHECK(curve.protrusion_under(10) == doctest::Approx(1.5e-3));
}

TEST_CASE("[law] the way to a depth leads to that depth, and to none that is never reached") {
  const NeedleCurve curve = curve_of(usual_law());
  CHECK(curve.depth(curve.protrusion_for(0.4e-3)) == doctest::Approx(0.4e-3).epsilon(1e-6));
  CHECK(std::isnan(curve.protrusion_for(1.6e-3)));
}

TEST_CASE("[law] needles that differ are resisted by their mean, in a gentler rise than one alone") {
  const NeedleLaw law = usual_law();
  const NeedleCurve both = curve_of(law, {0.7, 1.4}), easy = curve_of(law, {0.7}), hard = curve_of(law, {1.4});
  for (int i = 1; i <= 20; ++i) {
    const double at = 1.5e-3 * i / 20;
    CHECK(both.force(at) == doctest::Approx(0.5 * (easy.force(at) + hard.force(at))));
    CHECK(both.depth(at) == doctest::Approx(0.5 * (easy.depth(at) + hard.depth(at))));
  }
}

TEST_CASE("[law] work never falls on the way, and easier cutting spares work") {
  skin::Mechanics easily = tests::mechanics();
  easily.cutting_retained = certain(0.15);
  const NeedleCurve hard = curve_of(usual_law()), easy = curve_of(tests::law_of(tests::roller().needle, easily));
  double before = 0;
  for (int i = 1; i <= 100; ++i) {
    const double now = hard.work(15e-6 * i);
    CHECK(now > before);
    before = now;
  }
  CHECK(easy.work(1.5e-3) < hard.work(1.5e-3));
}
