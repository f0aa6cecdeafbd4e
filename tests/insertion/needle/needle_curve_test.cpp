#include "percuta/insertion/needle/needle_curve.hpp"

#include <doctest/doctest.h>

#include "insertion/insertion_fixture.hpp"

using namespace percuta;
using insertion::NeedleCurve;
using insertion::NeedleLaw;

namespace {

NeedleLaw usual_law(double cutting_retained = 1) {
  insertion::Contact contact = tests::contact();
  contact.cutting_retained = certain(cutting_retained);
  return tests::law_of(tests::roller().needle, tests::mechanics(), contact);
}

/// A cylinder that never pierces: F = 2 M a t.
NeedleLaw spring() {
  device::Needle cylinder = tests::roller().needle;
  cylinder.tip_radius = certain(1);
  skin::Mechanics tough = tests::mechanics();
  tough.cutting_energy = certain(1e9);
  return tests::law_of(cylinder, tough);
}

constexpr numerics::KernelClone k_clone = numerics::KernelClone::baseline;

}  // namespace

TEST_CASE("[law] a spring's force grows with the way and its work with the square") {
  const NeedleCurve curve(spring(), 1e-3, k_clone);
  CHECK(curve.longest() == doctest::Approx(1e-3));
  CHECK(curve.force(0.4e-3) == doctest::Approx(2 * 1.5e6 * 125e-6 * 0.4e-3));
  CHECK(curve.work(0.4e-3) == doctest::Approx(0.5 * curve.force(0.4e-3) * 0.4e-3).epsilon(1e-5));
  CHECK(curve.protrusion_under(curve.force(0.7e-3)) == doctest::Approx(0.7e-3));
}

TEST_CASE("[law] below the puncture force a needle rests on the skin, above it it goes on to where as much resists") {
  const NeedleLaw law = usual_law(0.8);
  const NeedleCurve curve(law, 1.5e-3, k_clone);
  CHECK(curve.protrusion_under(0) == 0);
  CHECK(curve.protrusion_under(0.98 * law.puncture_force) < law.puncture_dimple);
  const double through = curve.protrusion_under(1.02 * law.puncture_force);
  CHECK(through > law.puncture_dimple);
  CHECK(curve.force(through) == doctest::Approx(1.02 * law.puncture_force).epsilon(1e-6));
  CHECK(curve.protrusion_under(10) == doctest::Approx(1.5e-3));
}

TEST_CASE("[law] work never falls on the way, and a spared cut spares work") {
  const NeedleCurve hard(usual_law(1), 1.5e-3, k_clone), easy(usual_law(0.5), 1.5e-3, k_clone);
  double before = 0;
  for (int i = 1; i <= 100; ++i) {
    const double now = hard.work(15e-6 * i);
    CHECK(now > before);
    before = now;
  }
  CHECK(easy.work(1.5e-3) < hard.work(1.5e-3));
}
