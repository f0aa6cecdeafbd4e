#include "lod_step.hpp"

#include "percuta/numerics/parallel.hpp"

namespace percuta::benchmark {
namespace {

constexpr Index k_rows_at_once = 8;  // x is a chain of sums: so many rows keep the core busy

/// One row of a solve across rows: u = (capacity u + face u_before) inverse.
void eliminate(Index n, const float* mass, const float* face, double factor, const double* before,
               const double* inverse, double* __restrict u) {
  for (Index i = 0; i < n; ++i) {
    u[i] = (static_cast<double>(mass[i]) * u[i] + factor * static_cast<double>(face[i]) * before[i]) * inverse[i];
  }
}

/// u += face u_behind inverse
void substitute(Index n, const float* face, double factor, const double* behind, const double* inverse,
                double* __restrict u) {
  for (Index i = 0; i < n; ++i) u[i] += factor * static_cast<double>(face[i]) * inverse[i] * behind[i];
}

}  // namespace

LodStep::LodStep(const Transmissibilities& matrix, double dt, int threads)
    : matrix_(matrix),
      dt_(dt),
      face_(dt * matrix.scale() / matrix.mass_scale()),
      threads_(threads),
      ranges_(numerics::slab_ranges(matrix.layout(), threads)),
      load_("f", "1", matrix.layout()),
      is_loaded_(static_cast<std::size_t>(matrix.layout().nz)),
      inverse_x_(matrix.layout()),
      inverse_y_(matrix.layout()),
      inverse_z_(matrix.layout()) {
  matrix.load(nullptr, load_);
  for_each_cell(matrix.layout(), [&](Index i, Index j, Index k) {
    if (load_(i, j, k) > 0) is_loaded_[static_cast<std::size_t>(k)] = true;
    load_(i, j, k) *= face_ / static_cast<double>(matrix.mass()[matrix.layout().at(i, j, k)]);
  });
  make_pivots();
}

/// As faces below and what a cell is grounded by, so that nothing cancels.
void LodStep::make_pivots() {
  const numerics::Layout& layout = matrix_.layout();
  const auto step = [&](const float* faces, Index cell, Index back, bool is_first, bool is_last,
                        numerics::PaddedArray<double>& inverse) {
    const auto own = static_cast<double>(matrix_.mass()[cell]);
    const double before = is_first ? 0 : face_ * static_cast<double>(faces[cell]);
    const double behind = is_last ? 0 : face_ * static_cast<double>(faces[cell + back]);
    const double sunk = back == layout.stride() ? face_ * static_cast<double>(matrix_.sink()[cell]) : 0;
    const double freed = is_first ? 0 : before * before * inverse.cells()[cell - back];
    inverse.cells()[cell] = 1 / (own + sunk + before + behind - freed);
  };
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    const Index cell = layout.at(i, j, k);
    step(matrix_.tx(), cell, 1, i == 0, i + 1 == layout.nx, inverse_x_);
    step(matrix_.ty(), cell, layout.slab(), j == 0, j + 1 == layout.ny, inverse_y_);
    step(matrix_.tz(), cell, layout.stride(), k == 0, k + 1 == layout.nz, inverse_z_);
  });
}

void LodStep::solve_x(Index j, double* u) const {
  const numerics::Layout& layout = matrix_.layout();
  const Index stride = layout.stride(), nx = layout.nx;
  for (Index block = 0; block < layout.nz; block += k_rows_at_once) {
    const Index rows = std::min(k_rows_at_once, layout.nz - block), at = layout.at(0, j, block);
    const float *mass = matrix_.mass() + at, *face = matrix_.tx() + at;
    const double* inverse = inverse_x_.cells() + at;
    double* row = u + at;
    for (Index r = 0; r < rows; ++r) row[r * stride] *= static_cast<double>(mass[r * stride]) * inverse[r * stride];
    for (Index i = 1; i < nx; ++i) {
      for (Index r = 0, cell = i; r < rows; ++r, cell += stride) {
        row[cell] =
            (static_cast<double>(mass[cell]) * row[cell] + face_ * static_cast<double>(face[cell]) * row[cell - 1]) *
            inverse[cell];
      }
    }
    for (Index i = nx - 2; i >= 0; --i) {
      for (Index r = 0, cell = i; r < rows; ++r, cell += stride) {
        row[cell] += face_ * static_cast<double>(face[cell + 1]) * inverse[cell] * row[cell + 1];
      }
    }
  }
}

void LodStep::solve_y(Index k, double* u) const {
  const numerics::Layout& layout = matrix_.layout();
  const Index slab = layout.slab(), nx = layout.nx;
  for (Index j = 0; j < layout.ny; ++j) {
    const Index at = layout.at(0, j, k);
    eliminate(nx, matrix_.mass() + at, matrix_.ty() + at, face_, u + at - slab, inverse_y_.cells() + at, u + at);
  }
  for (Index j = layout.ny - 2; j >= 0; --j) {
    const Index at = layout.at(0, j, k);
    substitute(nx, matrix_.ty() + at + slab, face_, u + at + slab, inverse_y_.cells() + at, u + at);
  }
}

void LodStep::solve_z(Index j, double* u) const {
  const numerics::Layout& layout = matrix_.layout();
  const Index stride = layout.stride(), nx = layout.nx;
  for (Index k = 0; k < layout.nz; ++k) {
    const Index at = layout.at(0, j, k);
    const float* mass = matrix_.mass() + at;
    if (is_loaded_[static_cast<std::size_t>(k)]) {
      for (Index i = 0; i < nx; ++i) u[at + i] += load_.cells()[at + i];
    }
    eliminate(nx, mass, matrix_.tz() + at, face_, u + at - stride, inverse_z_.cells() + at, u + at);
  }
  for (Index k = layout.nz - 2; k >= 0; --k) {
    const Index at = layout.at(0, j, k);
    substitute(nx, matrix_.tz() + at + stride, face_, u + at + stride, inverse_z_.cells() + at, u + at);
  }
}

void LodStep::advance(Field& u) {
  double* cells = u.cells();
  for_cells(ranges_, [&](Index j) { solve_x(j, cells); });
  numerics::parallel_for(static_cast<std::size_t>(matrix_.layout().nz), threads_,
                         [&](std::size_t k) { solve_y(static_cast<Index>(k), cells); });
  for_cells(ranges_, [&](Index j) { solve_z(j, cells); });
}

std::size_t LodStep::bytes() const {
  return load_.bytes() + inverse_x_.bytes() + inverse_y_.bytes() + inverse_z_.bytes();
}

}  // namespace percuta::benchmark
