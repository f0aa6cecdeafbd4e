#pragma once

#include <cmath>
#include <utility>
#include <vector>

#include "percuta/numerics/time/ros2.hpp"

/// Ten fields that behave as a healing wound does, four of which move: only for timing; no number here is a claim about
/// skin. Where nothing is wounded all rates are 0.
namespace percuta::benchmark {

using namespace percuta::numerics;

constexpr double k_day = 86400;
constexpr int k_fields = 10;
/// clot, neutrophils, early and late macrophages, signal, growth factor, fibroblasts, myofibroblasts, young and old
/// collagen
enum Healing { clot, early, eater, mender, signal, growth, maker, puller, young, old };

inline void healing_rate(const CellRun& cells, double* const* rate) {
  const double* const* u = cells.value;
#pragma omp simd
  for (Index i = 0; i < cells.n; ++i) {
    const double t = u[signal][i] / (1 + std::abs(u[signal][i])), g = u[growth][i] / (1 + std::abs(u[growth][i]));
    const double turned = 0.3 * u[maker][i] * t;
    rate[clot][i] = -0.6 / k_day * u[clot][i] * (0.2 + u[eater][i]);
    rate[early][i] = (4 * u[clot][i] - 2 * u[early][i]) / k_day;
    rate[eater][i] = (1.5 * u[clot][i] + 0.5 * u[early][i] - 0.8 * u[eater][i]) / k_day;
    rate[mender][i] = (0.6 * u[eater][i] - 0.3 * u[mender][i]) / k_day;
    rate[signal][i] = (12 * (u[mender][i] + 0.5 * u[clot][i] + 0.2 * u[puller][i]) - 24 * u[signal][i]) / k_day;
    rate[growth][i] = (8 * (u[clot][i] + 0.5 * u[mender][i]) - 12 * u[growth][i]) / k_day;
    rate[maker][i] = (0.8 * u[maker][i] * (1 - u[maker][i]) + u[maker][i] * g - turned) / k_day;
    rate[puller][i] = (turned - 0.25 * u[puller][i]) / k_day;
    rate[young][i] = (0.5 * u[puller][i] + 0.2 * u[maker][i] * t - 0.08 * u[young][i]) / k_day;
    rate[old][i] =
        (0.05 * u[young][i] + 0.1 * u[puller][i] * (1.2 - u[old][i]) + 0.01 * u[maker][i] * (1 - u[old][i])) / k_day;
  }
}

inline void healing_jacobian(const CellRun& cells, double* const* j) {
  const double* const* u = cells.value;
  const auto at = [&](int row, int column) { return j[row * k_fields + column]; };
#pragma omp simd
  for (Index i = 0; i < cells.n; ++i) {
    const double s = 1 + std::abs(u[signal][i]), r = 1 + std::abs(u[growth][i]);
    const double t = u[signal][i] / s, dt = 1 / (s * s), g = u[growth][i] / r, dg = 1 / (r * r);
    at(clot, clot)[i] = -0.6 / k_day * (0.2 + u[eater][i]);
    at(clot, eater)[i] = -0.6 / k_day * u[clot][i];
    at(early, clot)[i] = 4 / k_day;
    at(early, early)[i] = -2 / k_day;
    at(eater, clot)[i] = 1.5 / k_day;
    at(eater, early)[i] = 0.5 / k_day;
    at(eater, eater)[i] = -0.8 / k_day;
    at(mender, eater)[i] = 0.6 / k_day;
    at(mender, mender)[i] = -0.3 / k_day;
    at(signal, mender)[i] = 12 / k_day;
    at(signal, clot)[i] = 6 / k_day;
    at(signal, puller)[i] = 2.4 / k_day;
    at(signal, signal)[i] = -24 / k_day;
    at(growth, clot)[i] = 8 / k_day;
    at(growth, mender)[i] = 4 / k_day;
    at(growth, growth)[i] = -12 / k_day;
    at(maker, maker)[i] = (0.8 - 1.6 * u[maker][i] + g - 0.3 * t) / k_day;
    at(maker, growth)[i] = u[maker][i] * dg / k_day;
    at(maker, signal)[i] = -0.3 * u[maker][i] * dt / k_day;
    at(puller, maker)[i] = 0.3 * t / k_day;
    at(puller, signal)[i] = 0.3 * u[maker][i] * dt / k_day;
    at(puller, puller)[i] = -0.25 / k_day;
    at(young, puller)[i] = 0.5 / k_day;
    at(young, maker)[i] = 0.2 * t / k_day;
    at(young, signal)[i] = 0.2 * u[maker][i] * dt / k_day;
    at(young, young)[i] = -0.08 / k_day;
    at(old, young)[i] = 0.05 / k_day;
    at(old, puller)[i] = 0.1 * (1.2 - u[old][i]) / k_day;
    at(old, maker)[i] = 0.01 * (1 - u[old][i]) / k_day;
    at(old, old)[i] = (-0.1 * u[puller][i] - 0.01 * u[maker][i]) / k_day;
  }
}

/// Skin of 25 um cells with a channel every half millimetre.
struct HealingProblem {
  Grid grid;
  std::vector<Transmissibilities> matrices;  ///< of eater, signal, growth, maker
  static constexpr int k_movers[4] = {eater, signal, growth, maker};

  explicit HealingProblem(const Layout& layout, bool is_map = false)
      : grid(layout, 25e-6, 25e-6, even_edges(layout.nz, 25e-6 * static_cast<double>(layout.nz))) {
    for (const double D : {2e-14, 1e-11, 2e-11, 1e-14}) {
      Medium medium;
      medium.conductivity = Field("D", "m2/s", grid.layout(), is_map ? 0 : D);
      medium.conductivity_z = Field("D", "m2/s", grid.layout(), D);
      medium.capacity = Field("K", "1", grid.layout(), 1);
      matrices.emplace_back(grid, medium);
    }
  }
  /// What is there at first, 1 = unwounded for fibroblasts and old collagen.
  std::vector<Field> start() const {
    std::vector<Field> all;
    for (int f = 0; f < k_fields; ++f) {
      all.emplace_back("field " + std::to_string(f), "1", grid.layout(), f == maker || f == old ? 1 : 0);
    }
    const auto depth = [](double x, double y, double z) {
      const double away = std::hypot(std::fmod(x, 0.5e-3) - 0.25e-3, std::fmod(y, 0.5e-3) - 0.25e-3);
      return 1 / (1 + std::exp((away + 0.1 * z - 0.1e-3) / 10e-6));  // 1 within the channel
    };
    all[clot].fill(grid, depth);
    for (const int f : {maker, old}) {
      all[static_cast<std::size_t>(f)].fill(grid,
                                            [&](double x, double y, double z) { return 1 - 0.9 * depth(x, y, z); });
    }
    return all;
  }
  Ros2 walk(const StepSettings& step, const SolveSettings& solve) {
    std::vector<ReactingField> fields;
    for (Field& field : start()) fields.push_back({std::move(field), nullptr, false, {}});
    for (std::size_t m = 0; m < 4; ++m) {
      fields[static_cast<std::size_t>(k_movers[m])].matrix = &matrices[m];
      fields[static_cast<std::size_t>(k_movers[m])].is_stiff = k_movers[m] == signal || k_movers[m] == growth;
    }
    return Ros2(std::move(fields), {healing_rate, healing_jacobian}, 0, step, solve);
  }
};

}  // namespace percuta::benchmark
