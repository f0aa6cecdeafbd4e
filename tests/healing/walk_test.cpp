#include "percuta/healing/walk.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "healing/rates_fixture.hpp"

using namespace percuta;
using namespace percuta::healing;
using tests::after_blow;
using tests::k_day;

namespace {

constexpr double Tissue::* k_members[] = {
    &Tissue::alarm,  &Tissue::coagulum_alarm, &Tissue::coagulated,  &Tissue::neutrophils,
    &Tissue::early,  &Tissue::late,           &Tissue::fibroblasts, &Tissue::myofibroblasts,
    &Tissue::mature, &Tissue::three,          &Tissue::one,         &Tissue::vessels};

Walk monthly(std::vector<Blow> blows, std::size_t sessions, double end_days) {
  Walk walk;
  for (std::size_t i = 0; i < sessions; ++i) {
    walk.sessions.push_back(static_cast<double>(i) * 30 * k_day);
    walk.blows.push_back(blows);
  }
  walk.times = {end_days * k_day};
  return walk;
}

}  // namespace

TEST_CASE("[law] skin without a wound is the same, bit for bit, after ten years") {
  for (std::uint32_t member = 0; member < 5; ++member) {
    const Tissue tissue = after_blow(tests::healthy_law(tests::drawn_rates(member)), {}, {3650}).back();
    for (double Tissue::* field : k_members) CHECK(tissue.*field == Tissue{}.*field);
  }
}

TEST_CASE("[law] any wound of a healthy member ends as whole as it began") {
  for (std::uint32_t member = 1; member <= 6; ++member) {
    const Law law = tests::healthy_law(tests::drawn_rates(member, 6));
    const double end = 10 / law.d1 / k_day;
    for (const Hole::Kind kind : {Hole::Kind::pierced, Hole::Kind::removed, Hole::Kind::coagulated}) {
      const Tissue tissue = after_blow(law, {5, kind == Hole::Kind::coagulated ? 1.0 : 0.0, kind}, {end}).back();
      CHECK(std::abs(tissue.gain() + tissue.coagulated) < 0.01);
      CHECK(tissue.myofibroblasts < 1e-3);
    }
  }
}

TEST_CASE("[law] no healthy draw keeps myofibroblasts; most with keloids do") {
  int healthy = 0, keloid = 0;
  const std::uint32_t draws = std::getenv("PERCUTA_LONG") != nullptr ? 1000 : 60;
  for (std::uint32_t member = 1; member <= draws; ++member) {
    const Rates rates = tests::drawn_rates(member, draws);
    const Blow blow{10, 0, Hole::Kind::pierced};
    healthy += after_blow(law_of(rates, 40 * tests::k_year, {}), blow, {730}, 1e-2).back().myofibroblasts > 0.1 ? 1 : 0;
    keloid += after_blow(law_of(rates, 40 * tests::k_year, {"keloid"}), blow, {730}, 1e-2).back().myofibroblasts > 0.1;
  }
  CHECK(healthy == 0);
  CHECK(2 * keloid > static_cast<int>(draws));
}

TEST_CASE("[law] all fields stay within bounds, whatever the dose") {
  const Law law = tests::healthy_law(tests::healing_rates());
  for (const double dose : {1e-3, 0.3, 3.0, 1e3}) {
    for (const Tissue& tissue : after_blow(law, {dose, 0, Hole::Kind::pierced}, {0.2, 1, 3, 8, 20, 60, 200, 700})) {
      for (double Tissue::* field : k_members) CHECK(tissue.*field >= 0);
      CHECK(tissue.neutrophils <= 1);
      CHECK(tissue.early <= 1);
      CHECK(tissue.late <= 1);
      CHECK(tissue.fibroblasts <= 1 + law.aF);
      CHECK(tissue.myofibroblasts <= law.y_most);
      CHECK(tissue.gain() <= law.cx);
    }
  }
}

TEST_CASE("[law] neutrophils and macrophages never fall when a dose rises") {
  const Law law = tests::healthy_law(tests::healing_rates());
  std::vector<Tissue> before(4, Tissue{});
  for (const double dose : {0.05, 0.2, 0.5, 1.0, 2.0, 8.0}) {
    const std::vector<Tissue> now = after_blow(law, {dose, 0, Hole::Kind::pierced}, {1, 3, 7, 14}, 1e-5);
    for (std::size_t i = 0; i < now.size(); ++i) {
      CHECK(now[i].neutrophils >= before[i].neutrophils);
      CHECK(now[i].early >= before[i].early);
      CHECK(now[i].late >= before[i].late);
    }
    before = now;
  }
}

TEST_CASE("[law] neutrophils, early and late macrophages follow a lasting call as a chain of first order does") {
  Law law = tests::healthy_law(tests::healing_rates());
  law.kA = 1e-12;  // the alarm stays
  const double q = law.recruitment(2);
  for (const double day : {0.5, 2.0, 6.0}) {
    const Tissue tissue = after_blow(law, {2, 0, Hole::Kind::pierced}, {day}, 1e-6).back();
    const double t = day * k_day, kN = law.kN, kI = law.kI, n = law.n;
    const double N = q * (1 - std::exp(-kN * t));
    const double called = (kI / (kI - kN)) * n / (1 + n);
    const double I = q * (1 - std::exp(-kI * t)) - q * called * (std::exp(-kN * t) - std::exp(-kI * t));
    CHECK(tissue.neutrophils == doctest::Approx(N).epsilon(1e-4));
    CHECK(tissue.early == doctest::Approx(I).epsilon(1e-4));
    CHECK(tissue.late < tissue.early);
  }
}

TEST_CASE("[order] the error of the gain falls with the square of the number of steps") {
  const Law law = tests::healthy_law(tests::healing_rates());
  const auto walked = [&](double rtol) {
    Walk walk;
    walk.sessions = {0};
    walk.blows = {{{1.5, 0, Hole::Kind::pierced}, {0.3, 0, Hole::Kind::pierced}}};
    walk.times = {60 * k_day};
    walk.rtol = rtol;
    return healing::walk(law, walk);
  };
  const double exact = walked(1e-8).tissue.back()[0].gain();
  const Walked coarse = walked(1e-3), fine = walked(1e-5);
  const double error_coarse = std::abs(coarse.tissue.back()[0].gain() - exact);
  const double error_fine = std::abs(fine.tissue.back()[0].gain() - exact);
  const double order = std::log(error_coarse / error_fine) /
                       std::log(static_cast<double>(fine.steps) / static_cast<double>(coarse.steps));
  CHECK(order > 1.6);
  CHECK(std::abs(walked(1e-2).tissue.back()[0].gain() / exact - 1) < 2e-2);  // as members are walked
}

TEST_CASE("[law] the ledger of collagen closes, whatever the wounds, and each row is its own") {
  for (const Hole::Kind kind : {Hole::Kind::pierced, Hole::Kind::removed}) {
    Walk walk = monthly({{3, 0, kind}, {0.4, 0, Hole::Kind::pierced}, {}}, 3, 365);
    walk.weights = {0.2, 0.5, 0.3};
    const CollagenLedger ledger = healing::walk(tests::healthy_law(tests::healing_rates()), walk).ledger;
    CHECK(std::abs(ledger.mismatch) < 1e-10);
    CHECK(ledger.made > 0);
    CHECK(ledger.matured > 0);
    CHECK(ledger.lost_three > 0);
    CHECK(ledger.cleared > 0);
    CHECK((ledger.destroyed > 0) == (kind == Hole::Kind::removed));
  }
}

TEST_CASE("[law] growth factor is up for about two weeks, and zones that heat killed are replaced by week ten") {
  const Law law = tests::healthy_law(tests::healing_rates());
  std::vector<double> days;
  for (int i = 1; i <= 60; ++i) days.push_back(0.5 * i);
  const std::vector<Tissue> tissue = after_blow(law, {2, 0, Hole::Kind::pierced}, days);
  std::size_t peak = 0;
  for (std::size_t i = 0; i < tissue.size(); ++i) {
    if (law.tgf_beta(tissue[i]) > law.tgf_beta(tissue[peak])) peak = i;
  }
  std::size_t half = peak;
  while (law.tgf_beta(tissue[half]) > 0.5 * law.tgf_beta(tissue[peak])) ++half;
  CHECK(days[half] >= 9);
  CHECK(days[half] <= 17);
  const Tissue zone = after_blow(law, {2, 1, Hole::Kind::coagulated}, {70}).back();
  CHECK(zone.coagulated < 0.05);
  CHECK(zone.gain() + zone.coagulated > -0.05);
}

TEST_CASE("[law] pieces do not know of each other") {
  const Law law = tests::healthy_law(tests::healing_rates());
  const Blow faint{0.7, 0, Hole::Kind::pierced}, strong{50, 0, Hole::Kind::pierced};
  Walk both = monthly({faint, strong}, 2, 100), alone = monthly({faint}, 2, 100);
  both.rtol = alone.rtol = 1e-6;  // pieces share their steps, no more
  const Tissue beside = healing::walk(law, both).tissue.back()[0], single = healing::walk(law, alone).tissue.back()[0];
  for (double Tissue::* field : k_members) CHECK(beside.*field == doctest::Approx(single.*field).epsilon(1e-4));
}
