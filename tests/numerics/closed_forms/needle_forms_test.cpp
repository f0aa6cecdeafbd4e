#include "numerics/closed_forms/needle_forms.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <initializer_list>
#include <numbers>

#include "numerics/solvers/steady_field.hpp"
#include "percuta/numerics/operators/cut_faces.hpp"
#include "percuta/numerics/operators/face_share.hpp"
#include "percuta/numerics/operators/upright_needle.hpp"
#include "percuta/numerics/solvers/conjugate_gradients.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::ClosedForm;

namespace {

constexpr double k_pi = std::numbers::pi;
constexpr int k_needle = 1, k_far = 2;
constexpr std::initializer_list<double> k_across = {0.25, 0.5, 1, 2};  // cells over a needle of diameter 1

using Field3 = std::function<double(double, double, double)>;

/// A square block of cells about 0, 0, whose middle is not that of a cell.
struct Block {
  double h, x0, y0;
  Grid grid;
  Block(double cell, double width, double depth)
      : h(cell),
        x0(-(0.5 * width + 0.2 * h)),
        y0(-(0.5 * width - 0.37 * h)),
        grid({count(width, h), count(width, h), depth > 0 ? count(depth, h) : 1}, h, h,
             depth > 0 ? even_edges(count(depth, h), static_cast<double>(count(depth, h)) * h) : even_edges(1, 1)) {}
  static Index count(double extent, double h) { return static_cast<Index>(std::lround(extent / h)); }

  UprightNeedle needle(double x, double radius, double to, double value) const {
    return {x - x0, -y0, radius, 0, to, value, k_needle};
  }
  /// The outer cells but those of the top, held at a far field; those of the bottom where there is a depth.
  std::vector<Held> outer(const Field3& far) const {
    const Layout& l = grid.layout();
    std::vector<Held> held;
    for_each_cell(l, [&](Index i, Index j, Index k) {
      const bool is_side = i == 0 || j == 0 || i + 1 == l.nx || j + 1 == l.ny || (l.nz > 1 && k + 1 == l.nz);
      if (is_side) held.push_back({l.at(i, j, k), far(grid.x(i) + x0, grid.y(j) + y0, grid.z(k)), k_far});
    });
    return held;
  }
};

std::string resolution(double across) {
  return fmt::format("{} cells across", across);
}

/// A needle in a wider cylinder, `apart` from its axis.
ClosedForm in_cylinder(double apart) {
  const double a = 0.5, b = 10;
  ClosedForm form{apart > 0 ? "thin needle in a wider cylinder, out of its middle: conductance"
                            : "thin needle in the middle of a wider cylinder: conductance",
                  "2 pi k / acosh((a2 + b2 - d2) / 2ab)",
                  2 * k_pi / std::acosh((a * a + b * b - apart * apart) / (2 * a * b)),
                  {},
                  2e-3};
  for (const double across : k_across) {
    const Block block(1 / across, 2 * b + 6 / across, 0);
    const Medium medium = tests::even_medium(block.grid);
    Transmissibilities matrix(block.grid, medium);
    hold_needle(block.grid, medium, block.needle(apart, a, 1, 1), matrix);
    const BodyShape wide = tapered({{-block.x0, -block.y0, -99}, {-block.x0, -block.y0, 99}, b, b});
    hold_body(block.grid, medium, {outside(wide), 0, k_far, {}}, matrix);
    form.found.emplace_back(resolution(across), -matrix.outflow(k_needle, tests::steady_field(matrix)));
  }
  return form;
}

/// Two long needles at +-1/2, ten diameters apart, in a medium without end.
ClosedForm parallel() {
  const double a = 0.5, apart = 10, pole = std::sqrt(0.25 * apart * apart - a * a), size = std::acosh(0.5 * apart / a);
  const auto far = [=](double x, double y, double) {
    return 0.5 * std::log(std::hypot(x + pole, y) / std::hypot(x - pole, y)) / size;
  };
  ClosedForm form{"two parallel needles ten diameters apart in an endless medium: conductance",
                  "pi k / acosh(d / 2a)",
                  k_pi / size,
                  {},
                  5e-3};
  for (const double across : k_across) {
    const Block block(1 / across, 32, 0);
    const Medium medium = tests::even_medium(block.grid);
    Transmissibilities matrix(block.grid, medium);
    UprightNeedle second = block.needle(-0.5 * apart, a, 1, -0.5);
    second.label = 3;
    hold_needle(block.grid, medium, block.needle(0.5 * apart, a, 1, 0.5), matrix);
    hold_needle(block.grid, medium, second, matrix);
    matrix.hold(block.outer(far));
    form.found.emplace_back(resolution(across), -matrix.outflow(k_needle, tests::steady_field(matrix)));
  }
  return form;
}

/// A warm needle in tissue that blood cools: the heat that it gives, where the warmth dies off within ten diameters.
ClosedForm perfused() {
  const double a = 0.5, m = 0.1;
  const auto far = [=](double x, double y, double) {
    return std::cyl_bessel_k(0, m * std::hypot(x, y)) / std::cyl_bessel_k(0, m * a);
  };
  ClosedForm form{"warm needle in perfused tissue without end: heat that it gives",
                  "2 pi k m a K1(m a) / K0(m a)",
                  2 * k_pi * m * a * std::cyl_bessel_k(1, m * a) / std::cyl_bessel_k(0, m * a),
                  {},
                  5e-3};
  for (const double across : k_across) {
    const Block block(1 / across, 32, 0);
    Medium medium = tests::even_medium(block.grid);
    medium.sink = Field("perfusion", "1", block.grid.layout(), m * m);
    Transmissibilities matrix(block.grid, medium);
    const BodyShape metal = tapered({{-block.x0, -block.y0, -99}, {-block.x0, -block.y0, 99}, a, a});
    for (const auto& [i, j, k] : cells_at(block.grid, metal, 0).near) {
      matrix.multiply_cell(i, j, k, open_share_of_cell(block.grid, metal, i, j, k));
    }
    hold_needle(block.grid, medium, block.needle(0, a, 1, 1), matrix);
    matrix.hold(block.outer(far));
    form.found.emplace_back(resolution(across), -matrix.outflow(k_needle, tests::steady_field(matrix)));
  }
  return form;
}

/// Of a needle of length 1 under an insulating surface that gives a current of 1, spread evenly.
double field_of_rod(double x, double y, double z) {
  const double r = std::hypot(x, y);
  return (std::asinh((1 - z) / r) + std::asinh((1 + z) / r)) / (4 * k_pi);
}

constexpr double k_slender = 1e-3;  // radius over length

/// By the series of a long straight wire.
double conductance_of_rod() {
  const double s = std::log(2 / k_slender), turn = 1 - std::numbers::ln2;
  return 2 * k_pi * (1 / s + turn / (s * s) + (1 + turn * turn - k_pi * k_pi / 12) / (s * s * s));
}

/// A needle in a half space of insulating surface, a thousand times as long as its radius; or two of them as far apart
/// as they are long.
ClosedForm rods(bool is_pair) {
  const double alone = conductance_of_rod();
  const double mutual = (std::asinh(2.0) - std::hypot(1, 0.5) + 0.5) / (2 * k_pi);
  const double exact = is_pair ? 0.5 / (1 / alone - mutual) : alone;
  ClosedForm form{is_pair ? "two needles from the surface down, as far apart as long, length 1000 radii: conductance"
                          : "needle from the surface down, length 1000 radii: conductance",
                  is_pair ? "1 / 2 (R - R_m), even currents" : "2 pi k L (1/s + (1 - ln 2)/s2 + ...), s = ln(2L/a)",
                  exact,
                  {},
                  0.02};
  const auto far = [=](double x, double y, double z) {
    if (!is_pair) return exact * field_of_rod(x, y, z);
    return exact * (field_of_rod(x - 0.5, y, z) - field_of_rod(x + 0.5, y, z));
  };
  for (const int cells : {4, 8, 16}) {
    const Block block(1.0 / cells, 4, 2.5);
    const Medium medium = tests::even_medium(block.grid);
    Transmissibilities matrix(block.grid, medium);
    hold_needle(block.grid, medium, block.needle(is_pair ? 0.5 : 0, k_slender, 1, is_pair ? 0.5 : 1), matrix);
    if (is_pair) {
      UprightNeedle second = block.needle(-0.5, k_slender, 1, -0.5);
      second.label = 3;
      hold_needle(block.grid, medium, second, matrix);
    }
    matrix.hold(block.outer(far));
    form.found.emplace_back(fmt::format("{} cells along it", cells),
                            -matrix.outflow(k_needle, tests::steady_field(matrix)));
  }
  return form;
}

}  // namespace

std::vector<ClosedForm> tests::needle_forms() {
  return {in_cylinder(0), in_cylinder(3.7), parallel(), perfused(), rods(false), rods(true)};
}

TEST_CASE("[law] needles thinner than a cell meet their closed forms at every resolution") {
  for (const ClosedForm& form : tests::needle_forms()) {
    CAPTURE(form.row());
    CHECK(form.holds());
    for (std::size_t n = 0; n < form.found.size(); ++n) CHECK(std::abs(form.error(n)) <= 0.02);
  }
}
