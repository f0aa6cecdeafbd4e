#include "percuta/insertion/needle/needle_balance.hpp"

#include <doctest/doctest.h>

#include <cstring>
#include <vector>

#include "insertion/insertion_fixture.hpp"

using namespace percuta;
using insertion::NeedleLaw;
using numerics::KernelClone;

namespace {

struct Solved {
  std::vector<double> depth, force;
};

Solved solve(const NeedleLaw& law, const std::vector<double>& protrusion, KernelClone clone = KernelClone::baseline) {
  Solved solved{std::vector<double>(protrusion.size()), std::vector<double>(protrusion.size())};
  insertion::solve_needles(law, {protrusion.data(), solved.depth.data(), solved.force.data(), protrusion.size()},
                           clone);
  return solved;
}

/// On a half-space, and on one that gives 1 mm per newton more.
NeedleLaw law_of(double retained = 0.5, double deeper = 0) {
  insertion::Contact contact = tests::contact();
  contact.dimple_retained = certain(retained);
  NeedleLaw law = tests::law_of(tests::roller().needle, tests::mechanics(), contact);
  law.deeper = deeper;
  law.puncture_dimple = insertion::indentation_at(law, law.puncture_force);
  return law;
}

NeedleLaw bevel_law() {
  device::Needle needle = tests::roller().needle;
  needle.shape = "bevel";
  return tests::law_of(needle);
}

std::vector<double> ramp(double last, std::size_t n) {
  std::vector<double> values(n);
  for (std::size_t i = 0; i < n; ++i) values[i] = last * static_cast<double>(i) / static_cast<double>(n - 1);
  return values;
}

}  // namespace

TEST_CASE("[law] every clone that this machine runs gives the same bytes, whatever the length of the batch") {
  for (const NeedleLaw& law : {law_of(), law_of(0.5, 1e-3), bevel_law()}) {
    for (const std::size_t n : {1, 5, 16, 37, 5000}) {
      const std::vector<double> protrusion = ramp(2.5e-3, n + 1);
      const Solved expected = solve(law, protrusion);
      for (const KernelClone clone : {KernelClone::v3, KernelClone::v4}) {
        if (!numerics::can_run(clone)) continue;
        const Solved got = solve(law, protrusion, clone);
        CHECK(std::memcmp(got.depth.data(), expected.depth.data(), (n + 1) * sizeof(double)) == 0);
        CHECK(std::memcmp(got.force.data(), expected.force.data(), (n + 1) * sizeof(double)) == 0);
      }
    }
  }
}

TEST_CASE("[law] depth and what stays of the dimple add up to the protrusion") {
  for (const NeedleLaw& law : {law_of(), law_of(0.5, 1e-3), bevel_law()}) {
    const std::vector<double> protrusion = {1.2e-3, 1.4e-3, 1.5e-3};
    const Solved solved = solve(law, protrusion);
    for (std::size_t i = 0; i < protrusion.size(); ++i) {
      CHECK(solved.depth[i] > 0);
      CHECK(solved.force[i] == doctest::Approx(insertion::resistance(law, solved.depth[i])));
      const double dimple = 0.5 * insertion::indentation_at(law, solved.force[i]);
      CHECK(solved.depth[i] + dimple == doctest::Approx(protrusion[i]));
    }
  }
}

TEST_CASE("[law] a needle does not pierce until its tip has the force to cut") {
  const NeedleLaw law = law_of();
  const double needed = insertion::indentation_at(law, law.puncture_force);
  const Solved solved = solve(law, {0, 0.5 * needed, needed * (1 - 1e-9), needed * (1 + 1e-9)});
  CHECK(solved.depth[0] == 0);
  CHECK(solved.force[0] == 0);
  CHECK(solved.depth[1] == 0);
  CHECK(solved.force[1] == doctest::Approx(insertion::indentation_force(law, 0.5 * needed)));
  CHECK(solved.depth[2] == 0);
  CHECK(solved.depth[3] > 0);
}

TEST_CASE("[law] a needle pushed further goes deeper, and never deeper than it is pushed") {
  const std::vector<double> protrusion = ramp(3e-3, 500);
  for (const NeedleLaw& law : {law_of(), law_of(0.5, 1e-3)}) {
    const Solved solved = solve(law, protrusion);
    for (std::size_t i = 1; i < protrusion.size(); ++i) {
      CHECK(solved.depth[i] >= solved.depth[i - 1]);
      CHECK(solved.depth[i] <= protrusion[i]);
      CHECK(solved.force[i] >= solved.force[i - 1]);
    }
  }
}

TEST_CASE("[law] skin that keeps its dimple, or gives more below, leaves the needle less deep") {
  const auto depth = [](double retained, double deeper) { return solve(law_of(retained, deeper), {1.5e-3}).depth[0]; };
  CHECK(depth(0.1, 0) > depth(0.5, 0));
  CHECK(depth(0.5, 0) > depth(0.9, 0));
  CHECK(depth(0.9, 0) > depth(1.0, 0));
  CHECK(depth(1.0, 0) > 0);
  CHECK(depth(0.5, 1e-3) < depth(0.5, 0));
}

TEST_CASE("[law] the force drops when the tip breaks through a skin that is cut more easily below") {
  insertion::Contact contact = tests::contact();
  contact.cutting_retained = certain(0.3);
  device::Needle blunt = tests::roller().needle;
  blunt.tip_radius = certain(18e-6);
  const NeedleLaw law = tests::law_of(blunt, tests::mechanics(), contact);
  CHECK(solve(law, {law.puncture_dimple * (1 + 1e-9)}).force[0] < 0.9 * law.puncture_force);
}
