#include "percuta/healing/space/dose.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "healing/rates_fixture.hpp"

using namespace percuta;
using namespace percuta::healing;

namespace {

constexpr double k_deep = 50e-3;  // [m]: a line without ends

/// Needles of one width from the surface down; nothing above the dermis, which begins at the surface.
DoseSetting setting(double half_width = 1e-6, std::vector<double> depths = {20e-3}) {
  Rates rates = tests::healing_rates();
  return dose_setting(rates, 0, [half_width](double) { return half_width; }, std::move(depths));
}

Hole hole(double x, double y, double depth = k_deep) {
  return {x, y, depth, Hole::Kind::pierced};
}

double lone_dose(const DoseSetting& setting, double distance) {
  return doses_at({{distance, 0}}, {{hole(0, 0)}}, setting).front().at(0, 0);
}

/// Lines so thin that they open nothing, at even steps.
std::vector<Hole> lattice(double from, double to, double step, double radius) {
  std::vector<Hole> holes;
  for (double x = from; x < to; x += step) {
    for (double y = from; y < to; y += step) {
      if (std::hypot(x, y) <= radius) holes.push_back(hole(x, y));
    }
  }
  return holes;
}

}  // namespace

TEST_CASE("[law] a long line raises what Bessel's function says") {
  const DoseSetting own = setting();
  const double a = killed_section(own, hole(0, 0), 0.01);
  for (const double distance : {0.05e-3, 0.1e-3, 0.2e-3, 0.5e-3}) {
    const double closed = own.strength * a * std::cyl_bessel_k(0.0, distance / own.reach) /
                          (2 * std::numbers::pi * own.reach * own.reach);
    CHECK(lone_dose(own, distance) == doctest::Approx(closed).epsilon(1e-4));
  }
}

TEST_CASE("[law] a lone needle of the reference's width has dose 1 at the recruiting radius") {
  const Rates rates = tests::healing_rates();
  CHECK(lone_dose(setting(0.5 * rates.reference_width), rates.recruiting_radius) == doctest::Approx(1).epsilon(1e-4));
}

TEST_CASE("[law] an even field raises the share of tissue that it kills") {
  DoseSetting own = setting();
  own.opened_radius = 1e-9;  // no hole is another's neighbour
  // On a coarser lattice the lines' own places show.
  const double step = 0.01e-3, a = killed_section(own, hole(0, 0), 0.01);
  const std::vector<Hole> holes = lattice(-2.4e-3, 2.4e-3, step, 2.4e-3);
  const double dose = doses_at({{0.0025e-3, 0.0025e-3}}, {holes}, own).front().at(0, 0);
  CHECK(dose == doctest::Approx(own.strength * a / (step * step)).epsilon(1e-4));
}

TEST_CASE("[law] a disc raises less towards its edge, as Bessel's functions say") {
  DoseSetting own = setting();
  own.opened_radius = 1e-9;
  const double step = 0.01e-3, a = killed_section(own, hole(0, 0), 0.01), radius = 0.36e-3;
  const std::vector<Hole> holes = lattice(-0.5e-3 + 0.5 * step, 0.5e-3, step, radius);
  const double R = std::sqrt(static_cast<double>(holes.size()) * step * step / std::numbers::pi) / own.reach;
  for (const double distance : {0.0, 0.1e-3, 0.2e-3}) {
    const double closed = own.strength * a / (step * step) *
                          (1 - R * std::cyl_bessel_k(1.0, R) * std::cyl_bessel_i(0.0, distance / own.reach));
    CHECK(doses_at({{distance, 0}}, {holes}, own).front().at(0, 0) == doctest::Approx(closed).epsilon(2e-3));
  }
}

TEST_CASE("[law] below the tip of a hole the alarm fades, and a deeper hole raises more everywhere") {
  const DoseSetting own = setting(50e-6, {0.2e-3, 0.6e-3, 1.0e-3, 1.6e-3});
  const Doses shallow = doses_at({{0.1e-3, 0}}, {{hole(0, 0, 0.5e-3)}}, own).front();
  const Doses deep = doses_at({{0.1e-3, 0}}, {{hole(0, 0, 1.2e-3)}}, own).front();
  for (std::size_t k = 1; k < own.depths.size(); ++k) CHECK(shallow.at(0, k) < shallow.at(0, k - 1));
  for (std::size_t k = 0; k < own.depths.size(); ++k) CHECK(deep.at(0, k) > shallow.at(0, k));
}

TEST_CASE("[law] above the dermis a wound raises its share alone") {
  DoseSetting own = setting(50e-6, {0.3e-3});
  own.dermis_top = 0.2e-3;
  const auto dose = [&](double share) {
    own.epidermal_share = share;
    return doses_at({{0.1e-3, 0}}, {{hole(0, 0, 0.1e-3)}}, own).front().at(0, 0);
  };
  CHECK(dose(0) == 0);
  CHECK(dose(0.2) == doctest::Approx(4 * dose(0.05)));
}

TEST_CASE("[law] holes close together share tissue that is opened already") {
  const DoseSetting own = setting(100e-6);
  const double lone = lone_dose(own, 1e-3);
  std::vector<Hole> crowd;
  for (int i = 0; i < 10; ++i) crowd.push_back(hole(0, i * 1e-9));
  const Doses doses = doses_at({{1e-3, 0}}, {crowd}, own).front();
  CHECK(doses.at(0, 0) < 10 * lone);
  CHECK(doses.at(0, 0) > lone);
}

TEST_CASE("[law] holes close together kill one spot, as wide as all of theirs; far apart each its own") {
  const DoseSetting own = setting(100e-6);
  const auto killed = [&own](const std::vector<Hole>& holes) {
    return killed_by(holes, own, doses_at({{0, 0}}, {holes}, own).front().fresh);
  };
  const Killed lone = killed({hole(0, 0)}), pair = killed({hole(0, 0), hole(0, 0.1e-3)});
  CHECK(lone.widths.front().width > 0);
  CHECK(pair.widths.front().width == doctest::Approx(std::sqrt(2) * lone.widths.front().width));
  CHECK(pair.volumes.front() < lone.volumes.front());
  const Killed apart = killed({hole(0, 0), hole(0, 3e-3)});
  CHECK(apart.widths.front().width == lone.widths.front().width);
  CHECK(apart.volumes.front() == lone.volumes.front());
}

TEST_CASE(
    "[law] twice the rim, or a column in the place of a cut, raises more; order and shift of holes do not matter") {
  DoseSetting own = setting(100e-6);
  const double usual = lone_dose(own, 0.3e-3);
  own.rim *= 2;
  CHECK(lone_dose(own, 0.3e-3) > 1.9 * usual);
  own.rim /= 2;
  Hole column = hole(0, 0);
  column.kind = Hole::Kind::removed;
  CHECK(doses_at({{0.3e-3, 0}}, {{column}}, own).front().at(0, 0) > usual);
  const std::vector<Hole> some = {hole(0, 0), hole(0.2e-3, 0.1e-3), hole(-0.3e-3, 0)};
  const std::vector<Hole> turned = {some[2], some[0], some[1]};
  CHECK(doses_at({{0, 0.1e-3}}, {some}, own).front().at(0, 0) ==
        doctest::Approx(doses_at({{0, 0.1e-3}}, {turned}, own).front().at(0, 0)).epsilon(1e-12));
}

TEST_CASE("[unit] a coagulated column raises lasting alarm and marks the tissue in it; a cut does neither") {
  const DoseSetting own = setting(100e-6, {0.5e-3, 2e-3});
  Hole burnt = hole(0, 0, 1e-3);
  burnt.kind = Hole::Kind::coagulated;
  const Doses doses = doses_at({{0, 0}, {1e-3, 0}}, {{burnt}}, own).front();
  CHECK(doses.coagulum[0] > 0);
  CHECK(doses.kind[0] == static_cast<std::uint8_t>(Hole::Kind::coagulated));
  CHECK(doses.kind[1] == 0);  // below it
  CHECK(doses.kind[2] == 0);  // beside it
  const Doses cut = doses_at({{0, 0}}, {{hole(0, 0, 1e-3)}}, own).front();
  CHECK(cut.coagulum.empty());
  CHECK(cut.kind.empty());
}
