#pragma once

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "percuta/numerics/solvers/conjugate_gradients.hpp"

namespace percuta::tests {

/// Layers over a closed base whose steady field is known: flux down q(z) (1 + wave), q = cos(pi z / 2), with a wave
/// in x and y, a jump of the conductivity at each layer and a resistance in one interface. u = 0 at the top.
class Manufactured {
 public:
  struct Layer {
    double bottom, conductivity;
  };

  Manufactured(std::vector<Layer> layers, double resistance) : layers_(std::move(layers)), resistance_(resistance) {}

  double conductivity(double z) const {
    for (const Layer& layer : layers_) {
      if (z < layer.bottom) return layer.conductivity;
    }
    return layers_.back().conductivity;
  }
  double exact(double x, double y, double z) const {
    double sum = 0, top = 0;
    for (std::size_t l = 0; l < layers_.size() && top < z; ++l) {
      if (l == 1) sum += resistance_ * std::cos(0.5 * k_pi * top);
      const double bottom = std::min(z, layers_[l].bottom);
      sum += (std::sin(0.5 * k_pi * bottom) - std::sin(0.5 * k_pi * top)) / (0.5 * k_pi * layers_[l].conductivity);
      top = layers_[l].bottom;
    }
    return sum * (1 + wave(x, y));
  }
  /// Greatest error with n cells a layer and 2 n along x and y, over the greatest value.
  double error(numerics::Index n) const {
    std::vector<numerics::LayerCells> cells;
    double top = 0;
    for (const Layer& layer : layers_) {
      const double height = (layer.bottom - top) / static_cast<double>(n);
      cells.push_back({layer.bottom - top, 1.3 * height, height / 1.3});
      top = layer.bottom;
    }
    const numerics::GradedAxis axis = graded_axis(cells);
    const double side = 0.5 / static_cast<double>(n);
    const numerics::Grid grid({2 * n, 2 * n, 0, true, false}, side, side, axis.edges);
    numerics::Medium medium;
    medium.conductivity = numerics::Field("D", "1", grid.layout());
    medium.conductivity.fill(grid, [&](double, double, double z) { return conductivity(z); });
    if (resistance_ > 0) medium.resistances = {{axis.interfaces.at(0), resistance_}};
    numerics::Transmissibilities matrix(grid, medium);
    matrix.add_top(grid, medium, INFINITY, 0, 1);
    numerics::Field f("f", "1", grid.layout()), u = f, source = f;
    source.fill(grid, [&](double x, double y, double z) {
      return 8 * k_pi * k_pi * conductivity(z) * wave(x, y) / (1 + wave(x, y)) * exact(x, y, z) +
             0.5 * k_pi * std::sin(0.5 * k_pi * z) * (1 + wave(x, y));
    });
    for_each_cell(grid.layout(),
                  [&](numerics::Index i, numerics::Index j, numerics::Index k) { source(i, j, k) *= grid.volume(k); });
    matrix.load(&source, f);
    numerics::SolveSettings settings;
    settings.threads = 1;
    settings.tolerance = 1e-11;
    numerics::ColumnSolver(matrix, settings).solve(f, u);
    double worst = 0, greatest = 0;
    for_each_cell(grid.layout(), [&](numerics::Index i, numerics::Index j, numerics::Index k) {
      const double expected = exact(grid.x(i), grid.y(j), grid.z(k));
      worst = std::max(worst, std::abs(u(i, j, k) - expected));
      greatest = std::max(greatest, expected);
    });
    return worst / greatest;
  }

 private:
  static constexpr double k_pi = 3.141592653589793;
  static double wave(double x, double y) { return 0.5 * std::cos(2 * k_pi * x) * std::cos(2 * k_pi * y); }

  std::vector<Layer> layers_;
  double resistance_;
};

}  // namespace percuta::tests
