#include "numerics/closed_forms/electrode_forms.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <functional>
#include <initializer_list>

#include "numerics/solvers/steady_field.hpp"
#include "percuta/numerics/operators/channel_cover.hpp"
#include "percuta/numerics/operators/cut_faces.hpp"
#include "percuta/numerics/operators/dissipation.hpp"
#include "percuta/numerics/solvers/complex_solver.hpp"

using namespace percuta;
using namespace percuta::numerics;
using tests::ClosedForm;

namespace {

constexpr double k_pi = 3.141592653589793;
constexpr int k_needle = 1, k_far = 2;
constexpr std::initializer_list<Index> k_across = {4, 8, 16};  // cells over an electrode of diameter 1

/// A quarter of space, its corner edge the axis of the electrode, z down from 0.
struct Quarter {
  Grid grid;
  Medium medium;
  Quarter(Index across, double width, double depth)
      : grid({cells(across, width), cells(across, width), cells(across, depth)}, 1 / static_cast<double>(across),
             1 / static_cast<double>(across), even_edges(cells(across, depth), depth)) {
    medium.conductivity = Field("sigma", "1", grid.layout(), 1);
  }
  static Index cells(Index across, double extent) {
    return static_cast<Index>(std::lround(extent * static_cast<double>(across)));
  }
};

using Place = std::function<double(double, double, double)>;

/// Holds what lies inside the electrode at 1, and the outer cells at the far field; the lowest only when told.
std::vector<Held> held_cells(const Grid& grid, const Place& inside, const Place& far, bool top_is_far,
                             bool bottom_is_far) {
  const Layout& l = grid.layout();
  std::vector<Held> held;
  for_each_cell(l, [&](Index i, Index j, Index k) {
    const double x = grid.x(i), y = grid.y(j), z = grid.z(k);
    const bool is_far = i + 1 == l.nx || j + 1 == l.ny || (bottom_is_far && k + 1 == l.nz) || (top_is_far && k == 0);
    if (inside(x, y, z) < 0) {
      held.push_back({l.at(i, j, k), 1, k_needle});
    } else if (is_far) {
      held.push_back({l.at(i, j, k), far(x, y, z), k_far});
    }
  });
  return held;
}

std::string resolution(Index across) {
  return fmt::format("{} cells across", across);
}

/// Resistance between two equal spheres 6 radii apart, over that of one alone: one of them over the plane between, its
/// far field by images of images.
ClosedForm two_spheres() {
  const double a = 0.5, above = 3 * a, deep = 2.5;  // the plane is at `deep`
  const auto far = [=](double x, double y, double z) {
    double sum = 0, charge = a, height = above;
    for (int n = 0; n < 40; ++n) {
      sum += charge / std::hypot(x, y, deep - z - height) - charge / std::hypot(x, y, deep - z + height);
      charge *= a / (above + height);
      height = above - a * a / (above + height);
    }
    return sum;
  };
  ClosedForm form{"two equal spheres 6 radii apart, staircase: resistance over that of one",
                  "bispherical series",
                  1.665064,
                  {},
                  0.05};
  for (const Index across : k_across) {
    const Quarter quarter(across, 2, deep);
    Transmissibilities matrix(quarter.grid, quarter.medium);
    matrix.add_bottom(quarter.grid, quarter.medium, INFINITY, 0, k_far);
    const auto inside = [=](double x, double y, double z) { return std::hypot(x, y, deep - above - z) - a; };
    matrix.hold(held_cells(quarter.grid, inside, far, true, false));
    form.found.emplace_back(resolution(across),
                            2 * 4 * k_pi * a / (-4 * matrix.outflow(k_needle, tests::steady_field(matrix))));
  }
  return form;
}

/// A needle as half a prolate spheroid under an insulating surface.
ClosedForm spheroid() {
  const double a = 0.5, b = 1.5, c = std::sqrt(b * b - a * a), size = std::log((b + c) / (b - c));
  const auto far = [=](double x, double y, double z) {
    const double sum = std::hypot(x, y, z - c) + std::hypot(x, y, z + c);
    return std::log((sum + 2 * c) / (sum - 2 * c)) / size;
  };
  ClosedForm form{"needle as half a prolate spheroid, 3 : 1, staircase: conductance",
                  "4 pi sigma c / ln((b + c)/(b - c))",
                  4 * k_pi * c / size,
                  {},
                  0.05};
  for (const Index across : k_across) {
    const Quarter quarter(across, 2, 3);
    Transmissibilities matrix(quarter.grid, quarter.medium);
    const auto inside = [=](double x, double y, double z) { return std::hypot(x / a, y / a, z / b) - 1; };
    matrix.hold(held_cells(quarter.grid, inside, far, false, true));
    form.found.emplace_back(resolution(across), -4 * matrix.outflow(k_needle, tests::steady_field(matrix)));
  }
  return form;
}

/// The mouth of a channel, a disc at 1 in an insulating surface: cells are of it by the share that it covers, or whole
/// where their middle lies in it.
ClosedForm disc(bool by_share) {
  const double a = 0.5;
  const auto far = [=](double x, double y, double z) {
    const double r = std::hypot(x, y);
    return 2 / k_pi * std::asin(2 * a / (std::hypot(r - a, z) + std::hypot(r + a, z)));
  };
  ClosedForm form{fmt::format("mouth of a channel, a disc in a closed surface, {}: conductance",
                              by_share ? "by covered shares" : "staircase"),
                  "4 D a",
                  4 * a,
                  {},
                  0.1};
  for (const Index across : k_across) {
    const Quarter quarter(across, 2, 2);
    const double h = quarter.grid.dx();
    Transmissibilities matrix(quarter.grid, quarter.medium);
    for (Index j = 0; j < quarter.grid.layout().ny; ++j) {
      for (Index i = 0; i < quarter.grid.layout().nx; ++i) {
        const double x = static_cast<double>(i) * h, y = static_cast<double>(j) * h;
        const double share = by_share ? shared_area(0, 0, a, x, x + h, y, y + h) / (h * h)
                                      : static_cast<double>(std::hypot(x + 0.5 * h, y + 0.5 * h) < a);
        if (share > 0) matrix.add_exchange({quarter.grid.layout().at(i, j, 0), share * 2 * h, 1, k_needle});
      }
    }
    matrix.hold(held_cells(quarter.grid, [](double, double, double) { return 1.0; }, far, false, true));
    form.found.emplace_back(resolution(across), -4 * matrix.outflow(k_needle, tests::steady_field(matrix)));
  }
  return form;
}

/// The mouth of a channel bulged out into a half sphere, with cut faces.
ClosedForm half_sphere() {
  const double a = 0.5;
  const auto far = [=](double x, double y, double z) { return a / std::hypot(x, y, z); };
  ClosedForm form{"half sphere under a closed surface, cut faces: conductance", "2 pi D a", 2 * k_pi * a, {}, 0.02};
  for (const Index across : k_across) {
    const Quarter quarter(across, 2, 2);
    Transmissibilities matrix(quarter.grid, quarter.medium);
    hold_body(quarter.grid, quarter.medium, {sphere({0, 0, 0}, a), 1, k_needle, {}}, matrix);
    matrix.hold(held_cells(quarter.grid, [](double, double, double) { return 1.0; }, far, false, true));
    form.found.emplace_back(resolution(across), -4 * matrix.outflow(k_needle, tests::steady_field(matrix)));
  }
  return form;
}

/// A current of 1 that enters at a point of the surface of a layer 1 deep on another that conducts `below` times as
/// well: the voltage half way down the layer, by images in both of its faces.
ClosedForm point_on_layer(double below) {
  const double mirror = (1 - below) / (1 + below);
  const auto series = [=](double r, double z) {
    double sum = 1 / std::hypot(r, z), share = 1;
    for (int n = 1; n < 200; ++n) {
      share *= mirror;
      sum += share * (1 / std::hypot(r, 2 * n - z) + 1 / std::hypot(r, 2 * n + z));
    }
    return sum / (2 * k_pi);
  };
  const auto beneath = [=](double r, double z) {
    double sum = 0, share = 1;
    for (int n = 0; n < 200; ++n, share *= mirror) sum += share / std::hypot(r, 2 * n + z);
    return sum * (1 + mirror) / (2 * k_pi);
  };
  const auto far = [=](double x, double y, double z) {
    return z < 1 ? series(std::hypot(x, y), z) : beneath(std::hypot(x, y), z);
  };
  ClosedForm form{fmt::format("point of current on a layer, {} as conductive below: voltage half way down", below),
                  "series of images",
                  series(0, 0.5),
                  {},
                  0.02};
  for (const Index n : k_across) {
    Quarter quarter(n, 2.5, 2.5);
    const Grid& grid = quarter.grid;
    quarter.medium.conductivity.fill(grid, [=](double, double, double z) { return z < 1 ? 1 : below; });
    Transmissibilities matrix(grid, quarter.medium);
    matrix.hold(held_cells(grid, [](double, double, double) { return 1.0; }, far, false, true));
    Field source("current", "A", grid.layout());
    source(0, 0, 0) = 0.25;
    const Field u = tests::steady_field(matrix, &source);
    const auto on_axis = [&](Index k) { return (9 * u(0, 0, k) - 0.5 * (u(1, 0, k) + u(0, 1, k))) / 8; };
    form.found.emplace_back(fmt::format("{} cells in the layer", n), 0.5 * (on_axis(n / 2 - 1) + on_axis(n / 2)));
  }
  return form;
}

/// A sphere at 1 V that takes no heat: how warm the tissue is two radii from its middle, and how fast it warms at first
/// one and a half radii from it.
void warmed_sphere(std::vector<ClosedForm>& forms) {
  const double a = 0.5;
  const auto far = [=](double x, double y, double z) { return a / std::hypot(x, y, z); };
  const auto rise = [=](double x, double y, double z) {
    const double phi = far(x, y, z);
    return phi - 0.5 * phi * phi;
  };
  ClosedForm warm{"sphere at a voltage, staircase: steady rise two radii from its middle, of sigma V2 / k",
                  "a/r - a2 / 2r2",
                  3.0 / 8,
                  {},
                  0.03};
  ClosedForm first{
      "sphere at a voltage, staircase: heat two radii from its middle, of sigma V2 / a2", "(a/r)4", 1.0 / 16, {}, 0.1};
  for (const Index across : k_across) {
    const Quarter quarter(across, 2.5, 2.5);
    Transmissibilities current(quarter.grid, quarter.medium), warmth = current;
    const auto inside = [=](double x, double y, double z) { return std::hypot(x, y, z) - a; };
    std::vector<Index> needle;
    std::vector<Held> outer;
    const std::vector<Held> held = held_cells(quarter.grid, inside, far, false, true);
    for (const Held& cell : held) {
      if (cell.label == k_needle) needle.push_back(cell.cell);
    }
    for (Held cell : held_cells(quarter.grid, inside, rise, false, true)) {
      if (cell.label == k_far) outer.push_back(cell);
    }
    current.hold(held);
    warmth.cut(needle);
    warmth.hold(outer);
    Field phi = tests::steady_field(current);
    const Field heat = dissipation(current, phi, {k_needle}), warmed = tests::steady_field(warmth, &heat);
    const Index k = across;  // the edge at z = 2 a = 1; on the axis fields are even in x and y
    const auto at_edge = [&](const Field& u) {
      const auto on_axis = [&](Index z) { return (9 * u(0, 0, z) - 0.5 * (u(1, 0, z) + u(0, 1, z))) / 8; };
      return 0.5 * (on_axis(k - 1) + on_axis(k));
    };
    warm.found.emplace_back(resolution(across), at_edge(warmed));
    first.found.emplace_back(resolution(across), at_edge(heat) * a * a / quarter.grid.volume(0));
  }
  forms.push_back(warm);
  forms.push_back(first);
}

/// Two layers that conduct and store between plates, and the size of the current through them.
ClosedForm alternating_layers() {
  using Complex = std::complex<double>;
  const Complex upper(2, 0.5), lower(0.01, 3);
  ClosedForm form{"two layers that conduct and store: size of the alternating current",
                  "impedances in series",
                  1 / std::abs(1.0 / upper + 1.0 / lower),
                  {},
                  1e-6};
  for (const Index n : {Index{4}, Index{16}}) {
    const Grid grid({1, 1, n}, 1, 1, even_edges(n, 2));
    Medium conducting, storing;
    for (Medium* medium : {&conducting, &storing}) {
      const bool is_real = medium == &conducting;
      medium->conductivity = Field("sigma", "1", grid.layout());
      medium->conductivity.fill(grid, [&](double, double, double z) {
        const Complex here = z < 1 ? upper : lower;
        return is_real ? here.real() : here.imag();
      });
    }
    std::array<Transmissibilities, 2> parts = Transmissibilities::alternating(grid, conducting, storing);
    parts[0].add_top(grid, conducting, INFINITY, 1, 1);
    parts[1].add_top(grid, storing, INFINITY, 1, 1);
    parts[0].add_bottom(grid, conducting, INFINITY, 0, 2);
    parts[1].add_bottom(grid, storing, INFINITY, 0, 2);
    SolveSettings settings;
    settings.threads = 1;
    settings.tolerance = 1e-12;
    ComplexSolver solver(parts[0], parts[1], settings);
    ComplexField f{Field("re", "V", grid.layout()), Field("im", "V", grid.layout())}, u = f;
    solver.load(nullptr, f);
    solver.solve(f, u);
    const double real = parts[0].outflow(2, u.real) - parts[1].outflow(2, u.imaginary);
    const double imaginary = parts[0].outflow(2, u.imaginary) + parts[1].outflow(2, u.real);
    form.found.emplace_back(fmt::format("{} cells", n), std::hypot(real, imaginary));
  }
  return form;
}

}  // namespace

std::vector<ClosedForm> tests::electrode_forms() {
  std::vector<ClosedForm> forms = {two_spheres(), spheroid(), disc(false), disc(true), half_sphere()};
  for (const double below : {0.1, 10.0}) forms.push_back(point_on_layer(below));
  warmed_sphere(forms);
  forms.push_back(alternating_layers());
  return forms;
}

TEST_CASE("[law] electrodes meet their closed forms, and a finer staircase comes nearer") {
  for (const ClosedForm& form : tests::electrode_forms()) {
    CAPTURE(form.row());
    CHECK(form.holds());
    CHECK(std::abs(form.error(form.found.size() - 1)) <= std::max(1e-6, std::abs(form.error(0))));
  }
}

TEST_CASE("[order] a staircase is of first order: four times as fine, at least two and a half times as near") {
  for (const ClosedForm& form : {two_spheres(), spheroid(), disc(false), disc(true)}) {
    CAPTURE(form.row());
    CHECK(std::abs(form.error(0)) > 2.5 * std::abs(form.error(2)));
  }
}
