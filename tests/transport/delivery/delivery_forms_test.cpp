#include "transport/delivery/delivery_forms.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <numbers>

#include "percuta/transport/delivery/injection_flow.hpp"
#include "percuta/transport/delivery/setting.hpp"
#include "percuta/transport/delivery/walk.hpp"
#include "transport/delivery/delivery_fixture.hpp"
#include "transport/delivery/needle_fixture.hpp"

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
  return form;
}

/// A cone in the skin over its whole length, whose chains tissue takes at a rate G that does not change.
struct Dissolving {
  static constexpr double radius = 75e-6, length = 300e-6, share = 1.4e-7;
  transport::NeedleLoad load;
  transport::Rates rates = tests::transport_rates();
  double G = 0;  ///< [m3/s]

  /// `taken`: G over what the whole flank gives off per lack of concentration.
  explicit Dissolving(double taken, double solubility) {
    load = tests::cones(length, radius, 1);
    rates.needle.solubility = certain(solubility);
    rates.needle.density = certain(1000);
    rates.needle.dissolution = certain(1e-5);
    rates.needle.molar_mass = rates.reference_mass;
    rates.tissue.water_share = certain(1);
    rates.tissue.diffusivity = certain(1);  // so that G stands from the first moment on
    const double outer = std::sqrt(share / k_pi), hole = radius / std::sqrt(3);
    const double per_diffusivity = 2 * k_pi * length / std::log(outer / hole);
    G = taken * rates.needle.dissolution * flank_between(load.shape, 0, length);
    rates.tissue.water_share = certain(G / per_diffusivity);
  }
  double worn(double time, double finer) const {
    return worn_off(load, {length, share}, rates, {0, time}, finer).back();
  }
};

/// Beside tissue that takes all at once a cone shrinks evenly.
ClosedForm cone_in_a_sink() {
  const Dissolving of(1e9, 100);
  constexpr double time = 40;
  const double speed = 1e-5 * 100 / 1000;
  ClosedForm form{"needle that dissolves beside a sink: what is left of its cone",
                  "(1 - k c_s t / (rho R))^3",
                  std::pow(1 - speed * time / Dissolving::radius, 3),
                  {},
                  1e-6};
  for (const double finer : {1.0, 2.0, 4.0}) {
    const double left = volume_between(of.load.shape, 0, Dissolving::length, of.worn(time, finer));
    form.found.emplace_back(fmt::format("steps {:g} times as close", finer),
                            left / volume_between(of.load.shape, 0, Dissolving::length));
  }
  return form;
}

/// Where what is dissolved is little against what is not, its concentration is at rest with the flank that is left:
/// (1 + k A(s) / G) ds = k c_s dt / rho, with A(s) = pi L (R - s)^2 / R.
ClosedForm cone_in_tissue() {
  constexpr double taken = 0.05, solubility = 1e-3, worn = 0.6 * Dissolving::radius;
  const Dissolving of(taken, solubility);
  const double left = Dissolving::radius - worn, cubed = std::pow(Dissolving::radius, 3) - std::pow(left, 3);
  const double slower = cubed / (3 * taken * Dissolving::radius * Dissolving::radius);
  const double time = (worn + slower) * 1000 / (1e-5 * solubility);
  ClosedForm form{"needle that dissolves as fast as tissue takes it away: how far its flank went back [m]",
                  "s + k pi L (R^3 - (R - s)^3) / (3 R G) = k c_s t / rho",
                  worn,
                  {},
                  1e-3};
  for (const double finer : {1.0, 2.0, 4.0}) {
    form.found.emplace_back(fmt::format("steps {:g} times as close", finer), of.worn(time, finer));
  }
  return form;
}

constexpr transport::PorousTissue k_porous{9.6e-15, 0, 50e3, 1e-3, 0.7};

ClosedForm by_shells(const std::string& problem, const std::string& reference, double exact, double allowed,
                     const std::function<double(int shells)>& found) {
  ClosedForm form{problem, reference, exact, {}, allowed};
  for (const int shells : {40, 80, 160}) form.found.emplace_back(fmt::format("{} shells", shells), found(shells));
  return form;
}

/// Fluid pushed evenly out of a sphere into porous tissue of a permeability that stays: CarslawJaeger1959, 9.10.
ClosedForm infusion() {
  constexpr double radius = 0.1e-3, flow = 0.5e-9, time = 0.1;
  const double pace = k_porous.permeability * k_porous.modulus / k_porous.viscosity;
  const double x = std::sqrt(pace * time) / radius;
  const double steady = flow * k_porous.viscosity / (4 * k_pi * k_porous.permeability * radius);
  return by_shells("injection of 0.05 ul in 0.1 s through a sphere of 0.1 mm, m = 0: pressure at the tip [Pa]",
                   "q mu / (4 pi k a) (1 - exp(x^2) erfc(x)), x^2 = k H t / (mu a^2)",
                   steady * (1 - std::exp(x * x) * std::erfc(x)), 1e-4, [&](int shells) {
                     return transport::infuse(k_porous, {flow * time, time, radius, 0}, shells).pressure;
                   });
}

/// The same until nothing changes, within a sphere whose rim stands at rest; with m the flow widens its own way.
ClosedForm steady_infusion(double m) {
  constexpr double a = 0.1e-3, b = 2e-3, flow = 5e-9, time = 2e4;
  transport::PorousTissue tissue = k_porous;
  tissue.exponent = m;
  const double linear = flow * tissue.viscosity / (4 * k_pi * tissue.permeability) * (1 / a - 1 / b);
  const double exact = m > 0 ? tissue.modulus / m * std::log1p(m * linear / tissue.modulus) : linear;
  return by_shells(fmt::format("steady injection of 5 ul/s within a sphere of 2 mm, m = {:g}: pressure [Pa]", m),
                   m > 0 ? "H / m ln(1 + m p0 / H), p0 that of m = 0" : "q mu / (4 pi k) (1 / a - 1 / b)", exact, 1e-9,
                   [&](int shells) {
                     return transport::infuse(tissue, {flow * time, time, a, b}, shells).pressure;
                   });
}

}  // namespace

std::vector<ClosedForm> tests::delivery_forms() {
  std::vector<ClosedForm> forms = {half_spaces(), drying(), saturated()};
  for (ClosedForm& form : chain()) forms.push_back(std::move(form));
  forms.push_back(series(0.5e-3));
  forms.push_back(series(1e-3));
  forms.push_back(closing());
  forms.push_back(cone_in_a_sink());
  forms.push_back(cone_in_tissue());
  forms.push_back(infusion());
  forms.push_back(steady_infusion(0));
  forms.push_back(steady_infusion(2.94));
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
