#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "percuta/transport/cell/cell.hpp"
#include "transport/delivery/delivery_fixture.hpp"

using namespace percuta;
using tests::k_day;
using tests::k_hour;
using tests::Tracer;

namespace {

/// Skin that is cut out, under a covered film of a tracer.
struct Bench {
  skin::Skin skin = tests::round_skin(1e-2);
  Tracer of;
  transport::Treatment treatment = tests::film_of(200e-6, tests::tracer(of));
  transport::FranzCell cell{1e-4, 5e-6, 0.5e-6, {k_hour, 2 * k_hour, 4 * k_hour, 8 * k_hour, k_day}};
  transport::DeliveryPlan plan;
  transport::Uptake uptake;

  explicit Bench(double per_area, double covered = 1) {
    treatment.is_living = false;
    plan.times = cell.times;
    plan.even = transport::EvenHoles{35e-6, 150e-6, per_area, covered};
    uptake = transport::deliver({}, skin, tests::lasting(), treatment, tests::plain_rates(of), plan);
  }
  std::vector<double> told(const std::string& name) const {
    for (const auto& one : transport::cell_results({"tracer"}, cell.times)) {
      std::vector<double> row;
      one.append({uptake, cell}, row);
      if (one.column.name == "tracer." + name) return row;
    }
    FAIL("no column " << name);
    return {};
  }
  double number(const std::string& name) const { return told(name).front(); }
};

constexpr double k_per_area = 1e6;  // [1/m2]

}  // namespace

TEST_CASE("[law] all of the dose is recovered, part by part") {
  for (const double per_area : {0.0, k_per_area}) {
    const Bench on(per_area);
    double sum = 0;
    for (const char* part :
         {"donor", "channels", "stratum_corneum", "epidermis", "dermis", "converted", "samples", "receptor"}) {
      const double share = on.number(std::string("recovery.") + part);
      CHECK(share >= -1e-9);
      sum += share;
    }
    CHECK(sum == doctest::Approx(1).epsilon(1e-7));
    CHECK(on.number("recovery.total") == doctest::Approx(1).epsilon(1e-7));
  }
}

TEST_CASE("[law] without holes a cell gives what its intact twin gives; with more holes more") {
  const Bench whole(0), some(0.02 * k_per_area), many(0.08 * k_per_area);
  CHECK(whole.told("permeated_course") == whole.told("intact_permeated_course"));
  CHECK(whole.number("cell_enhancement") == doctest::Approx(1));
  CHECK(some.number("permeated") > 1.1 * whole.number("permeated"));
  CHECK(many.number("permeated") > 1.1 * some.number("permeated"));
  CHECK(some.number("intact_permeated") == doctest::Approx(whole.number("permeated")));
}

TEST_CASE("[law] holes on half of the cell let half as much more through") {
  const Bench all(0.25 * k_per_area), half(0.25 * k_per_area, 0.5);
  const double more = all.number("permeated") - all.number("intact_permeated");
  CHECK(half.number("permeated") - half.number("intact_permeated") == doctest::Approx(0.5 * more).epsilon(0.02));
}

TEST_CASE("[law] the strips hold together what the stratum corneum holds at the end") {
  const Bench on(k_per_area);
  const std::vector<double> strips = on.told("strip_profile");
  double sum = 0;
  for (const double one : strips) sum += one;
  const auto& amount = on.uptake.actives.front().amount;
  CHECK(sum >= 0.999 * amount[on.uptake.place("stratum_corneum")].back());
  CHECK(sum <=
        1.001 * (amount[on.uptake.place("stratum_corneum")].back() + amount[on.uptake.place("channels")].back()));
  CHECK(std::is_sorted(strips.rbegin(), strips.rend()));
}

TEST_CASE("[unit] the slope over the strength is a permeability; a receptor that is drawn from stands lower") {
  const Bench on(0);
  CHECK(on.number("cell_permeability") == doctest::Approx(on.number("cell_flux") / 10).epsilon(1e-6));  // 1 % of 1000
  Bench still(0);
  still.cell.sampling_volume = 0;
  CHECK(on.told("receptor_course").back() < still.told("receptor_course").back());
  CHECK(on.told("permeated_course") == still.told("permeated_course"));
}

TEST_CASE("[unit] holes that leave no tissue between them are refused") {
  CHECK_THROWS(Bench(2e8));
}
