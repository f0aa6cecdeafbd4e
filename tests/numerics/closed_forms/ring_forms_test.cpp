#include "numerics/closed_forms/ring_forms.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <string>

#include "numerics/solvers/ring_skin.hpp"
#include "numerics/solvers/steady_field.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::ClosedForm;

namespace {

constexpr double k_pi = 3.141592653589793, k_diffusivity = 2.2e-10, k_radius = 35e-6, k_share = 5e-7, k_length = 15e-6;

const std::string k_fine = "at 32 rings";

/// Every ring cut into n.
RingCount refined(Index n) {
  return {2 * n, 6 * n, std::exp2(1 / static_cast<double>(n))};
}

/// Permeability of a tight barrier with a channel over a slab with a sink beneath, by rings [m/s].
double permeability(double slab, Index of_rings, Index of_depth) {
  const auto n = static_cast<double>(of_depth);
  const GradedAxis axis = graded_axis({{k_length, 3.75e-6 / n, 3.75e-6 / n}, {slab, 2.5e-6 / n, 0.1 * slab / n}});
  const RingCells rings({{k_radius, k_length, k_share}}, axis.edges, refined(of_rings));
  Medium medium;
  medium.conductivity = Field("D", "m2/s", rings.grid().layout());
  for_each_cell(rings.grid().layout(), [&](Index i, Index j, Index k) {
    const bool is_open = rings.grid().z(k) > k_length || rings.channel_part(i, j, k) > 0;
    medium.conductivity(i, j, k) = is_open ? k_diffusivity : 0;
  });
  Transmissibilities matrix = rings.matrix(medium);
  rings.add_top(medium, INFINITY, 1, 1, matrix);
  rings.add_bottom(medium, INFINITY, 0, 2, matrix);
  return matrix.outflow(2, tests::steady_field(matrix, nullptr, 1e-9)) / k_share;
}

/// Cylinder, access and slab in series. The access of a disc on a half space, or at the end of a tube of its share
/// (NegusYovanovich1984), where paths are shorter.
double in_series(double slab, bool is_in_tube) {
  const double part = k_radius / std::sqrt(k_share / k_pi), cube = part * part * part;
  const double less = 1 - 1.40978 * part + 0.34406 * cube + 0.04305 * cube * part * part;
  const double cylinder = k_length / (k_diffusivity * k_pi * k_radius * k_radius);
  const double access = (is_in_tube ? less : 1) / (4 * k_diffusivity * k_radius);
  return 1 / (k_share * (cylinder + access) + slab / k_diffusivity);
}

void series_forms(std::vector<ClosedForm>& forms, double slab) {
  const std::string name =
      fmt::format("rings: channel through a tight barrier over {:.1f} mm with a sink, ", 1e3 * slab);
  ClosedForm half_space{
      name + "permeability [m/s]", "L/(D pi r2) + 1/(4 D r) + h/(D A)", in_series(slab, false), {}, 0.05};
  ClosedForm tube{
      name + "permeability [m/s]", "the same, access in a tube of its share", in_series(slab, true), {}, 0.05};
  ClosedForm rings_alone{name + "by rings alone", k_fine, permeability(slab, 4, 2), {}, 0.02};
  for (const Index n : {Index{1}, Index{2}, Index{4}}) {
    const std::string rings = fmt::format("{} rings", 8 * n);
    const double both = permeability(slab, n, n);
    half_space.found.emplace_back(rings, both);
    tube.found.emplace_back(rings, both);
    if (n < 4) rings_alone.found.emplace_back(rings, permeability(slab, n, 2));
  }
  forms.push_back(half_space);
  forms.push_back(tube);
  forms.push_back(rings_alone);
}

/// What a pattern of channels has taken up by some times, by rings [m3].
std::array<double, 2> uptake(Index of_rings, bool closes) {
  tests::RingSkin skin({{k_radius, 150e-6, 4e-7}}, refined(of_rings));
  StepSettings step;
  step.rtol = 1e-4;
  step.atol = 1e-5;
  step.first = 0.1;
  TimeProblem problem = skin.closing({closes ? 1800 : 1e9});
  TrBdf2 walk(problem, skin.zero(), 0, step, tests::on_one_thread(1e-6));
  walk.advance(600);
  const double early = walk.ledger().amount("top");
  walk.advance(21600);
  return {early, walk.ledger().amount("top")};
}

void pattern_forms(std::vector<ClosedForm>& forms, bool closes) {
  const std::string name = fmt::format("rings: channels that {}, 250 /cm2, in layers with clearance: taken up by ",
                                       closes ? "close" : "stay open");
  const std::array<double, 2> reference = uptake(4, closes);
  ClosedForm early{name + "10 min [m3]", k_fine, reference[0], {}, 5e-3};
  ClosedForm late{name + "6 h [m3]", k_fine, reference[1], {}, 5e-3};
  for (const Index n : {Index{1}, Index{2}}) {
    const std::array<double, 2> found = uptake(n, closes);
    early.found.emplace_back(fmt::format("{} rings", 8 * n), found[0]);
    late.found.emplace_back(fmt::format("{} rings", 8 * n), found[1]);
  }
  forms.push_back(early);
  forms.push_back(late);
}

}  // namespace

std::vector<ClosedForm> tests::ring_forms() {
  std::vector<ClosedForm> forms;
  series_forms(forms, 0.5e-3);
  series_forms(forms, 1e-3);
  pattern_forms(forms, false);
  pattern_forms(forms, true);
  return forms;
}

TEST_CASE("[law] rings around channels meet their closed forms, and the first 8 are within 7 % of fine ones") {
  for (const ClosedForm& form : tests::ring_forms()) {
    CAPTURE(form.row());
    CHECK(form.holds());
    if (form.reference == k_fine) CHECK(std::abs(form.error(0)) < 0.07);
  }
}
