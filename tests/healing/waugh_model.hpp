#pragma once

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "percuta/numerics/time/time.hpp"

/// The wound of Waugh and Sherratt, walked by the integrator that walks ours: a check of it on a published model.
/// Source: WaughSherratt2007. Days; cells a mm3, growth factors in pg/mm3, collagen in ug/mm3.
namespace percuta::tests {

struct WaughModel {
  enum Species { inflammatory, repair, tgf, pdgf, fibroblasts, collagen, hyaluronan, k_species };

  double k11 = 20, k12 = 0.01, d4 = 1;  // of a normal wound

  static WaughModel impaired() { return {5, 0.001, 2.5}; }

  void rates(const double* u, double* rate) const {
    const double T = u[tgf], P = u[pdgf], F = u[fibroblasts], C = u[collagen], M = u[inflammatory] + u[repair];
    const double room = 1 - (0.002 * M + 0.0025 * F + 0.0004 * C);
    const double a = -0.197 * std::log10(std::max(1e-12, u[hyaluronan])) + 0.4407;
    const double arrivals = -2.47 * T * T * T + 21.94 * T * T + 6.41 * T + 1.75;
    const double moving = 15.333 * P * P * P - 167.21 * P * P + 452.38 * P + 2.6593;
    const double by_tgf = 0.0092 * T * T * T - 0.1552 * T * T + 0.6279 * T + 0.2527;
    const double by_collagen = -4.33e-10 * C * C * C + 9e-7 * C * C - 5.5e-4 * C + 0.13;
    const double k1k2 = 0.05 * 0.693;
    rate[inflammatory] = a * arrivals + k1k2 * u[inflammatory] * room - 0.2 * u[inflammatory];
    rate[repair] = (1 - a) * arrivals + k1k2 * u[repair] * room - 0.2 * u[repair];
    rate[tgf] = 0.07 * u[inflammatory] + 0.004 * F - 9.1 * T;
    rate[pdgf] = 0.015 * M + 0.0015 * F - 4 * P;
    rate[fibroblasts] = moving + 0.924 * F * room - d4 * F;
    rate[collagen] = k11 * F * by_tgf * by_collagen - 1.5e-5 * F * C;
    rate[hyaluronan] = k12 * F - 0.7 * u[hyaluronan];
  }

  /// Every species at each time [day].
  std::vector<std::vector<double>> walked(const std::vector<double>& times) const {
    using numerics::CellRun;
    numerics::Reaction reaction;
    reaction.rate = [model = *this](const CellRun& cells, double* const* rate) {
      double u[k_species], out[k_species];
      for (int s = 0; s < k_species; ++s) u[s] = cells.value[s][0];
      model.rates(u, out);
      for (int s = 0; s < k_species; ++s) rate[s][0] = out[s];
    };
    reaction.jacobian = [model = *this](const CellRun& cells, double* const* jacobian) {
      double u[k_species], here[k_species], there[k_species];
      for (int s = 0; s < k_species; ++s) u[s] = cells.value[s][0];
      model.rates(u, here);
      for (int column = 0; column < k_species; ++column) {
        const double before = u[column], nudge = 1e-6 * (1 + before);
        u[column] += nudge;
        model.rates(u, there);
        u[column] = before;
        for (int row = 0; row < k_species; ++row) {
          jacobian[row * k_species + column][0] = (there[row] - here[row]) / nudge;
        }
      }
    };
    const double start[] = {200, 200, 6, 2, 50, 10, 0.01};
    std::vector<numerics::ReactingField> fields(k_species);
    for (int s = 0; s < k_species; ++s)
      fields[static_cast<std::size_t>(s)].start = {"", "1", numerics::Layout{}, start[s]};
    numerics::SolveSettings solve;
    solve.threads = 1;
    numerics::Ros2 solver(std::move(fields), reaction, 0,
                          {.rtol = 1e-5, .atol = 1e-8, .first = 1e-4, .must_stay_positive = false}, solve);
    std::vector<std::vector<double>> told;
    solver.set_output({times, [&](double, const std::vector<const numerics::Field*>& values) {
                         std::vector<double>& row = told.emplace_back();
                         for (const numerics::Field* value : values) row.push_back((*value)(0, 0, 0));
                       }});
    solver.advance(times.back());
    return told;
  }
};

}  // namespace percuta::tests
