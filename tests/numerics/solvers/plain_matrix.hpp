#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "numerics/solvers/random_problem.hpp"

namespace percuta::tests {

inline std::vector<Index> cells_of(const numerics::Layout& layout) {
  std::vector<Index> cells;
  numerics::for_each_cell(layout, [&](Index i, Index j, Index k) { cells.push_back(layout.at(i, j, k)); });
  return cells;
}

template <typename T>
std::vector<T> values_of(const Field& field) {
  std::vector<T> values;
  for (const Index cell : cells_of(field.layout())) values.push_back(static_cast<T>(field.cells()[cell]));
  return values;
}

/// shift mass + A written out row by row, in stored units and without rounding: what a solver is checked against.
/// Sums of several problems are added with factors. Cells are counted in memory order.
template <typename T>
class PlainMatrix {
 public:
  PlainMatrix(const numerics::Transmissibilities& matrix, double shift) { add(matrix, shift, T(1)); }

  void add(const numerics::Transmissibilities& m, double shift, T factor) {
    const numerics::Layout& l = m.layout();
    rows_.resize(static_cast<std::size_t>(l.cells()));
    const double beta = shift * (m.mass_scale() / m.scale());
    const auto number = [&](Index i, Index j, Index k) {
      return static_cast<std::size_t>(((j + l.ny) % l.ny * l.nz + k) * l.nx + (i + l.nx) % l.nx);
    };
    numerics::for_each_cell(l, [&](Index i, Index j, Index k) {
      const Index c = l.at(i, j, k);
      Row& row = rows_[number(i, j, k)];
      row.grounded += factor * (T(beta) * T(m.mass()[c]) + T(m.sink()[c]));
      const auto face = [&](float t, Index x, Index y, Index z) {
        if (t > 0) row.faces.push_back({number(x, y, z), factor * T(t)});
      };
      face(m.tx()[c], i - 1, j, k);
      face(m.tx()[c + 1], i + 1, j, k);
      face(m.ty()[c], i, j - 1, k);
      face(m.ty()[c + l.slab()], i, j + 1, k);
      if (k > 0) face(m.tz()[c], i, j, k - 1);
      if (k + 1 < l.nz) face(m.tz()[c + l.stride()], i, j, k + 1);
    });
  }

  std::size_t size() const { return rows_.size(); }
  T diagonal(std::size_t r) const {
    T sum = rows_[r].grounded;
    for (const Face& face : rows_[r].faces) sum += face.conductance;
    return sum;
  }
  /// What (shift mass + A) x is in a row.
  T times(const std::vector<T>& x, std::size_t r) const {
    T sum = rows_[r].grounded * x[r];
    for (const Face& face : rows_[r].faces) sum += face.conductance * (x[r] - x[face.cell]);
    return sum;
  }
  std::vector<T> times(const std::vector<T>& x) const {
    std::vector<T> y(size());
    for (std::size_t r = 0; r < size(); ++r) y[r] = times(x, r);
    return y;
  }
  /// Norm of |shift mass + A| |x| + |f|: what rounding errors of a residual are measured by.
  long double turnover(const std::vector<T>& x, const std::vector<T>& f) const {
    long double square = 0;
    for (std::size_t r = 0; r < size(); ++r) {
      long double sum = std::abs(f[r]) + std::abs(diagonal(r)) * std::abs(x[r]);
      for (const Face& face : rows_[r].faces) sum += std::abs(face.conductance) * std::abs(x[face.cell]);
      square += sum * sum;
    }
    return std::sqrt(square);
  }
  std::vector<std::vector<T>> dense() const {
    std::vector<std::vector<T>> a(size(), std::vector<T>(size()));
    for (std::size_t r = 0; r < size(); ++r) {
      a[r][r] += diagonal(r);
      for (const Face& face : rows_[r].faces) a[r][face.cell] -= face.conductance;
    }
    return a;
  }

 private:
  struct Face {
    std::size_t cell;
    T conductance;
  };
  struct Row {
    T grounded{};
    std::vector<Face> faces{};
  };
  std::vector<Row> rows_;
};

/// Gauss without pivoting: for matrices whose real part is symmetric and positive definite.
template <typename T>
std::vector<T> eliminated(std::vector<std::vector<T>> a, std::vector<T> f) {
  const std::size_t n = f.size();
  for (std::size_t p = 0; p < n; ++p) {
    for (std::size_t r = p + 1; r < n; ++r) {
      if (a[r][p] == T(0)) continue;
      const T factor = a[r][p] / a[p][p];
      for (std::size_t c = p; c < n; ++c) a[r][c] -= factor * a[p][c];
      f[r] -= factor * f[p];
    }
  }
  for (std::size_t p = n; p-- > 0;) {
    for (std::size_t c = p + 1; c < n; ++c) f[p] -= a[p][c] * f[c];
    f[p] /= a[p][p];
  }
  return f;
}

template <typename T>
T product(const std::vector<T>& a, const std::vector<T>& b) {
  T sum{};
  for (std::size_t c = 0; c < a.size(); ++c) sum += a[c] * b[c];
  return sum;
}

/// Conjugate gradients in long double with nothing but the diagonal to help.
inline std::vector<long double> plainly_solved(const PlainMatrix<long double>& matrix,
                                               const std::vector<long double>& f, long double tolerance) {
  std::vector<long double> x(f.size()), r = f, z(f.size()), p(f.size());
  const long double wanted = product(f, f) * tolerance * tolerance;
  long double rz = 1;
  for (std::size_t n = 0; n < 20 * f.size() && product(r, r) > wanted; ++n) {
    for (std::size_t c = 0; c < f.size(); ++c) z[c] = r[c] / matrix.diagonal(c);
    const long double next = product(r, z), factor = n > 0 ? next / rz : 0;
    rz = next;
    for (std::size_t c = 0; c < f.size(); ++c) p[c] = z[c] + factor * p[c];
    const std::vector<long double> q = matrix.times(p);
    const long double step = rz / product(p, q);
    for (std::size_t c = 0; c < f.size(); ++c) {
      x[c] += step * p[c];
      r[c] -= step * q[c];
    }
  }
  return x;
}

}  // namespace percuta::tests
