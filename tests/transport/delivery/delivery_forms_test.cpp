#include "transport/delivery/delivery_forms.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <numbers>

#include "percuta/transport/delivery/setting.hpp"
#include "percuta/transport/delivery/walk.hpp"
#include "transport/delivery/delivery_fixture.hpp"

using namespace percuta;
using tests::ClosedForm;
using tests::k_day;
using tests::k_hour;
using tests::Tracer;
using transport::Uptake;

namespace {

constexpr double k_pi = std::numbers::pi;

/// A problem with one tracer; films are stirred.
struct Problem {
  Tracer of;
  skin::Skin skin;
  transport::Active active;
  transport::Rates rates;
  transport::Treatment treatment;
  closure::Clocks clocks;
  std::vector<transport::Hole> holes;
  std::vector<double> times;
  transport::PatchPlan patch;

  Problem(const Tracer& tracer_of, const std::vector<tests::NamedThickness>& layers, double film, double side = 10e-3)
      : of(tracer_of),
        skin(tests::layered(layers, side)),
        active(tests::tracer(of)),
        rates(tests::plain_rates(of)),
        treatment(tests::film_of(film, active)) {
    rates.surface.mobility = certain(1e-6 / of.diffusivity);
    rates.channel.fluid = certain(1);
    rates.corneum.wet_uptake_water = rates.corneum.dry_uptake_water = certain(1e-3);  // holds hardly anything
  }
  Uptake deliver(double finer, const numerics::RingCount& rings = {}) const {
    transport::DeliveryPlan plan;
    plan.times = times;
    plan.finer = finer;
    plan.rings = rings;
    plan.patch = patch;
    return transport::deliver(holes, skin, clocks, treatment, rates, plan);
  }
};

constexpr double k_concentration = 10;  // of the tracer in the fresh product [kg/m3]

double treated(const Uptake& uptake, const char* place, double time, std::size_t active = 0) {
  return tests::at(uptake, uptake.actives[active].amount[uptake.place(place)], time);
}

ClosedForm by_depth(const std::string& problem, const std::string& reference, double exact, double allowed,
                    const std::function<double(double finer)>& found) {
  ClosedForm form{problem, reference, exact, {}, allowed};
  for (const double finer : {1.0, 2.0, 4.0}) {
    form.found.emplace_back(fmt::format("{} times the cells", finer), found(finer));
  }
  return form;
}

/// A stirred film on a half space, each of which feels the other: what has come below a depth.
ClosedForm half_spaces() {
  constexpr double D = 1e-10, K = 0.7, depth = 0.4e-3, x = depth / (2 * 6e-4);  // sqrt(D t) = 0.6 mm after an hour
  Problem problem({.diffusivity = D, .partition = K, .clearance = 0},
                  {{"papillary_dermis", depth}, {"reticular_dermis", 6e-3}}, 0.1);
  const double on_top = 1 / (1 + K * std::sqrt(D / 1e-6));  // at the face between the two, of the film's own
  const double ierfc = std::exp(-x * x) / std::sqrt(k_pi) - x * std::erfc(x);
  return by_depth("thick film on a half space: amount below 0.4 mm after 1 h [kg/m2]",
                  "c K 2 sqrt(D t) ierfc(x) / (1 + K sqrt(D / D_f))",
                  on_top * k_concentration * K * 2 * std::sqrt(D * k_hour) * ierfc, 0.005,
                  [&](double finer) { return treated(problem.deliver(finer), "reticular_dermis", k_hour); });
}

/// A stirred film that dries over a barrier with a sink: M = M0 (1 - v t / h)^(P / v).
ClosedForm drying() {
  constexpr double film = 20e-6, speed = 1e-9, P = 0.7e-9, time = 15000;
  Problem problem({.diffusivity = 1e-8, .permeability = P}, {{"stratum_corneum", 15e-6}, {"dermis", 10e-6}}, film);
  problem.treatment.composition.vehicle.evaporation = certain(speed * transport::k_product_density);
  problem.treatment.is_living = false;
  problem.times = {time};
  const transport::Setting setting =
      transport::setting_of(problem.skin, problem.clocks, problem.treatment, problem.rates, 1, time);
  const transport::Site site(setting.strata, transport::whole_tissue(problem.skin.window), {});
  const transport::Ingredient& tracer = problem.treatment.composition.active.front();
  const std::vector<transport::NamedActive> chain = transport::known_chain(tracer, problem.treatment);
  ClosedForm form{"stirred film that dries to a quarter over a barrier: what is left of it",
                  "(1 - v t / h)^(P / v)",
                  std::pow(1 - speed * time / film, P / speed),
                  {},
                  0.003};
  for (const double finer : {1.0, 10.0, 100.0}) {
    const transport::WalkInputs inputs{
        problem.skin, problem.clocks, problem.treatment, problem.rates, transport::first_concentration(tracer, chain),
        finer};
    const transport::LinkCourse course = walk(site, chain, setting.with, inputs, {0, time}).front();
    form.found.emplace_back(fmt::format("steps {:g} times as close", finer),
                            course.amount.front().back() / course.given.back());
  }
  return form;
}

/// What lies undissolved keeps the water beside it at its solubility.
ClosedForm saturated() {
  constexpr double film = 20e-6, P = 1e-9, time = 10 * k_hour;
  Problem problem({.diffusivity = 1e-8, .permeability = P}, {{"stratum_corneum", 15e-6}, {"dermis", 10e-6}}, film);
  problem.rates.surface.mobility = certain(1);
  problem.active.solubility = certain(0.2 * k_concentration);
  problem.treatment.actives = {{"tracer", problem.active}};
  problem.treatment.is_living = false;
  return by_depth("film that holds five times what dissolves, over a barrier with a sink: passed in 10 h [kg/m2]",
                  "P s t", P * 0.2 * k_concentration * time, 0.008,
                  [&](double finer) { return treated(problem.deliver(finer), "receptor", time); });
}

/// Film and tissue as one stirred room in which only the tissue's part turns: Bateman.
std::vector<ClosedForm> chain() {
  constexpr double film = 20e-6, layer = 20e-6, rate = 2e-4, next_rate = 1e-4, time = 2 * k_hour;
  Problem problem({.diffusivity = 1e-8, .partition = 3, .clearance = 0}, {{"dermis", layer}}, film);
  transport::Active alcohol = tests::tracer({.diffusivity = 1e-8, .partition = 1, .clearance = 0});
  const auto turns = [](transport::Active& active, const char* to, double how_fast) {
    transport::Conversion conversion;
    conversion.to = to;
    conversion.layers = {"dermis"};
    conversion.rate = certain(how_fast);
    active.conversion = {conversion};
  };
  turns(problem.active, "alcohol", rate);
  turns(alcohol, "", next_rate);
  problem.treatment.actives = {{"tracer", problem.active}, {"alcohol", alcohol}};
  const double a = rate * 3 / 4, b = next_rate / 2;  // of what is in the tissue
  const double left = std::exp(-a * time), next = a / (a - b) * (std::exp(-b * time) - std::exp(-a * time));
  const auto there = [&](double finer, std::size_t which) {
    const Uptake uptake = problem.deliver(finer);
    const double amount = treated(uptake, "surface", time, which) + treated(uptake, "dermis", time, which);
    return amount / (film * k_concentration);
  };
  return {by_depth("ester in film and tissue that turns in tissue: what is left after 2 h", "exp(-a t)", left, 0.002,
                   [&](double finer) { return there(finer, 0); }),
          by_depth("alcohol that it turns into, and that turns too: what is there",
                   "a (exp(-b t) - exp(-a t)) / (a - b)", next, 0.002, [&](double finer) { return there(finer, 1); })};
}

/// A stirred dose over a slab that holds as much as it: through into a receptor, or into a slab that is closed below.
Problem dosed(bool is_closed, double film) {
  Problem problem({.diffusivity = 1e-10, .partition = 1, .clearance = 0}, {{"dermis", 1e-3}}, film);
  problem.treatment.is_living = is_closed;
  return problem;
}

ClosedForm closed_slab() {
  constexpr double L = 1e-3, time = 0.1 * L * L / 1e-10, series = 0.552841;  // Crank, a bath as large as the sheet
  Problem problem = dosed(true, L);
  problem.times = {time};
  return by_depth("stirred dose as large as the slab that it enters: share of what it takes at last, by D t/L2 = 0.1",
                  "1 - sum 2 a (1 + a) / (1 + a + a2 q2) exp(-q2 T), tan q = -a q", series, 0.02, [&](double finer) {
                    const Uptake uptake = problem.deliver(finer);
                    return treated(uptake, "dermis", time) / (0.5 * L * k_concentration);
                  });
}

ClosedForm cell() {
  constexpr double L = 1e-3, time = 0.5 * L * L / 1e-10, series = 0.33479071;
  Problem problem = dosed(false, 0.1);  // hardly runs down
  problem.rates.surface.mobility = certain(1e-4 / problem.of.diffusivity);
  problem.times = {time};
  return by_depth("diffusion cell, an endless stirred donor: passed into the receptor by D t/L2 = 0.5, over K c L",
                  "T - 1/6 - 2/pi2 sum (-1)^n / n2 exp(-n2 pi2 T)", series, 0.02, [&](double finer) {
                    return treated(problem.deliver(finer), "receptor", time) / (L * k_concentration);
                  });
}

/// A tight barrier with channels over a slab with a sink, under a stirred film.
Problem pierced(double slab) {
  Problem problem({.diffusivity = 2.2e-10, .permeability = 1e-20}, {{"stratum_corneum", 15e-6}, {"dermis", slab}}, 1,
                  std::sqrt(2) * 1e-3);
  problem.treatment.is_living = false;
  problem.holes = tests::lattice(2, std::sqrt(2) * 1e-3, 35e-6, 15e-6);
  problem.clocks = tests::lasting();
  return problem;
}

double steady_flux(const Problem& problem, double finer, const numerics::RingCount& rings) {
  const Uptake uptake = problem.deliver(finer, rings);
  return (treated(uptake, "receptor", k_day) - treated(uptake, "receptor", 20 * k_hour)) / (4 * k_hour);
}

numerics::RingCount cut(numerics::Index n) {
  return {2 * n, 6 * n, std::exp2(1 / static_cast<double>(n))};
}

/// The same with one hole of the lattice resolved.
Problem resolved(double slab, double cell) {
  Problem problem = pierced(slab);
  const double side = std::sqrt(0.5) * 1e-3;
  problem.skin.window = problem.skin.outline = {{0, 0}, {side, 0}, {side, side}, {0, side}};
  problem.holes = tests::lattice(1, side, 35e-6, 15e-6);
  problem.patch = {side, cell};
  return problem;
}

void add_patches(double slab, const std::vector<double>& cells, ClosedForm& form) {
  for (const double cell : cells) {
    form.found.emplace_back(fmt::format("a patch of {:.0f} um cells", 1e6 * cell),
                            steady_flux(resolved(slab, cell), 1, {}) / k_concentration);
  }
}

ClosedForm series(double slab) {
  constexpr double D = 2.2e-10, r = 35e-6, share = 5e-7;
  const double resistance = share * (15e-6 / (D * k_pi * r * r) + 1 / (4 * D * r)) + slab / D;
  ClosedForm form{fmt::format("200 channels/cm2 through a tight barrier over {:.1f} mm with a sink: permeability [m/s]",
                              1e3 * slab),
                  "L/(D pi r2) + 1/(4 D r) + h/(D A)",
                  1 / resistance,
                  {},
                  0.05};
  const Problem problem = pierced(slab);
  for (const numerics::Index n : {1, 2}) {
    const auto finer = static_cast<double>(n);
    form.found.emplace_back(fmt::format("{} rings", 8 * n), steady_flux(problem, finer, cut(n)) / k_concentration);
  }
  if (slab < 1e-3) add_patches(slab, {20e-6, 14e-6}, form);
  return form;
}

/// Channels that close over a thin slab: what passed is what they pass open, times what is left of them, summed up.
ClosedForm closing() {
  constexpr double halving = 4 * k_hour, time = 12 * k_hour;
  Problem problem = pierced(0.1e-3);
  const double open = steady_flux(problem, 1, {}), tau = halving / std::numbers::ln2;
  problem.clocks.dry_rate = problem.clocks.covered_rate = 1 / tau;
  ClosedForm form{"channels that close with a half-life of 4 h: passed in 12 h [kg/m2]",
                  "J tau (1 - exp(-t / tau))",
                  open * tau * (1 - std::exp(-time / tau)),
                  {},
                  0.02};
  form.found.emplace_back("8 rings", treated(problem.deliver(1), "receptor", time));
  Problem patch = resolved(0.1e-3, 14e-6);
  const double patch_open = steady_flux(patch, 1, {});
  patch.clocks = problem.clocks;
  form.found.emplace_back("a patch of 14 um cells, of its own J",
                          treated(patch.deliver(1), "receptor", time) * open / patch_open);
  return form;
}

}  // namespace

std::vector<ClosedForm> tests::delivery_forms() {
  std::vector<ClosedForm> forms = {half_spaces(), drying(), saturated()};
  for (ClosedForm& form : chain()) forms.push_back(std::move(form));
  forms.push_back(closed_slab());
  forms.push_back(cell());
  forms.push_back(series(0.5e-3));
  forms.push_back(series(1e-3));
  forms.push_back(closing());
  return forms;
}

TEST_CASE("[order] a product on skin meets its closed forms, and docs/verification.md says how near") {
  const std::vector<ClosedForm> forms = tests::delivery_forms();
  for (const ClosedForm& form : forms) {
    CAPTURE(form.row());
    CHECK(form.holds());
  }
  CHECK_MESSAGE(tests::stands_on_page("transport", forms),
                "run the tests with PERCUTA_WRITE_VERIFICATION=1 to renew the page");
}
