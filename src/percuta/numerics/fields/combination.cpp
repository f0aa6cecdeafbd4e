#include "percuta/numerics/fields/combination.hpp"

#include <array>
#include <cassert>

namespace percuta::numerics {

void combine(const std::vector<SlabRange>& ranges, Field& out, std::initializer_list<Term> terms) {
  constexpr std::size_t k_most = 4;
  assert(terms.size() <= k_most);
  std::array<double, k_most> factor{};
  std::array<const double*, k_most> from{};
  from.fill(terms.begin()->field->cells());
  for (std::size_t t = 0; t < terms.size(); ++t) {
    factor[t] = (terms.begin() + t)->factor;
    from[t] = (terms.begin() + t)->field->cells();
  }
  const Layout& layout = out.layout();
  for_cells(ranges, [&](Index j) {
    for (Index k = 0; k < layout.nz; ++k) {
      const Index at = layout.at(0, j, k);
      const double *a = from[0] + at, *b = from[1] + at, *c = from[2] + at, *d = from[3] + at;
      double* to = out.cells() + at;
#pragma omp simd
      for (Index i = 0; i < layout.nx; ++i) {
        to[i] = (factor[0] * a[i] + factor[1] * b[i]) + (factor[2] * c[i] + factor[3] * d[i]);
      }
    }
  });
}

double inner(const std::vector<SlabRange>& ranges, const Field& a, const Field& b) {
  const Layout& layout = a.layout();
  return sum_over_cells(ranges, [&](Index j) {
    double sum = 0;
    for (Index k = 0; k < layout.nz; ++k) {
      const double *x = a.cells() + layout.at(0, j, k), *y = b.cells() + layout.at(0, j, k);
      for (Index i = 0; i < layout.nx; ++i) sum += x[i] * y[i];
    }
    return sum;
  });
}

double total(const std::vector<SlabRange>& ranges, const Field& a) {
  const Layout& layout = a.layout();
  return sum_over_cells(ranges, [&](Index j) {
    double sum = 0;
    for (Index k = 0; k < layout.nz; ++k) {
      const double* x = a.cells() + layout.at(0, j, k);
      for (Index i = 0; i < layout.nx; ++i) sum += x[i];
    }
    return sum;
  });
}

}  // namespace percuta::numerics
