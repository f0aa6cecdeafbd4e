#include <complex>

#include "percuta/numerics/operators/transmissibility.hpp"

namespace percuta::numerics {
namespace {

using Complex = std::complex<double>;

/// Two half cells of heights a, b in series, per area.
Complex series(double a, Complex of_a, double b, Complex of_b) {
  if (of_a == Complex() || of_b == Complex()) return 0;
  return 1.0 / (0.5 * a / of_a + 0.5 * b / of_b);
}

struct Pair {
  const Field &real, &imaginary;
  Complex operator()(Index i, Index j, Index k) const { return {real(i, j, k), imaginary(i, j, k)}; }
};

const Field& along_z(const Medium& medium) {
  return medium.conductivity_z ? *medium.conductivity_z : medium.conductivity;
}

}  // namespace

void Transmissibilities::set_face(PaddedArray<float>& faces, Index cell, double conductance) {
  faces.cells()[cell] = static_cast<float>(conductance / scale_);
}

std::array<Transmissibilities, 2> Transmissibilities::alternating(const Grid& grid, const Medium& conducting,
                                                                  const Medium& storing) {
  std::array<Transmissibilities, 2> made = {Transmissibilities(grid, conducting), Transmissibilities(grid, storing)};
  const Layout& layout = grid.layout();
  const Pair aside{conducting.conductivity, storing.conductivity}, deep{along_z(conducting), along_z(storing)};
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    const Index cell = layout.at(i, j, k);
    const double dz = grid.dz(k);
    const auto set = [&](PaddedArray<float> Transmissibilities::* faces, Complex conductance) {
      made[0].set_face(made[0].*faces, cell, conductance.real());
      made[1].set_face(made[1].*faces, cell, conductance.imag());
    };
    if (i > 0 || layout.wraps_x()) {
      const Complex west = aside(i > 0 ? i - 1 : layout.nx - 1, j, k);
      set(&Transmissibilities::tx_, grid.dy() * dz * series(grid.dx(), west, grid.dx(), aside(i, j, k)));
    }
    if (j > 0 || layout.wraps_y()) {
      const Complex south = aside(i, j > 0 ? j - 1 : layout.ny - 1, k);
      set(&Transmissibilities::ty_, grid.dx() * dz * series(grid.dy(), south, grid.dy(), aside(i, j, k)));
    }
    if (k == 0) return;
    set(&Transmissibilities::tz_, grid.dx() * grid.dy() * series(grid.dz(k - 1), deep(i, j, k - 1), dz, deep(i, j, k)));
  });
  for (Transmissibilities& each : made) each.wrap();
  return made;
}

}  // namespace percuta::numerics
