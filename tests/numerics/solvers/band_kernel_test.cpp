#include "percuta/numerics/solvers/band_kernel.hpp"

#include <doctest/doctest.h>

#include <cstring>
#include <initializer_list>
#include <vector>

#include "numerics/solvers/ring_skin.hpp"
#include "percuta/numerics/solvers/multigrid.hpp"

using namespace percuta;
using namespace percuta::numerics;

namespace {

struct Outcome {
  std::vector<float> factors, u;
};

Outcome outcome(const Transmissibilities& matrix, KernelClone clone) {
  const Layout& layout = matrix.layout();
  Multigrid multigrid(matrix, 1, clone);
  multigrid.set_shift(1e-3);
  const MatrixSlab first = multigrid.slab(0, 0);
  PaddedArray<float> f(layout), u(layout);
  for_each_cell(layout, [&](Index i, Index j, Index k) {
    f.cells()[layout.at(i, j, k)] = static_cast<float>((7 * i + 5 * j + 3 * k) % 11) - 5;
  });
  Outcome made;
  const Index unknowns = layout.ny * layout.nz;
  made.factors.resize(static_cast<std::size_t>(unknowns * (layout.ny + 1) * k_band_lanes));
  std::vector<float> scratch(static_cast<std::size_t>((unknowns + layout.ny) * k_band_lanes));
  band_kernels(clone).factor(first, layout.ny, made.factors.data());
  band_kernels(clone).solve(first, layout.ny, made.factors.data(), f.cells(), u.cells(), scratch.data());
  made.u.assign(u.cells(), u.cells() + layout.slab() * layout.ny);
  return made;
}

bool is_same(const std::vector<float>& a, const std::vector<float>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

}  // namespace

TEST_CASE("[law] bands come to the same bytes from every clone that this machine runs") {
  for (const Index classes : {1, 11, 16}) {
    const tests::RingSkin skin(tests::channel_classes(classes));
    const Outcome expected = outcome(skin.matrix, KernelClone::baseline);
    for (const KernelClone clone : {KernelClone::v3, KernelClone::v4}) {
      if (!can_run(clone)) continue;
      const Outcome got = outcome(skin.matrix, clone);
      CHECK(is_same(got.factors, expected.factors));
      CHECK(is_same(got.u, expected.u));
    }
  }
}

TEST_CASE("[unit] what a cell is given alone, it and its neighbours rise by, and nothing beyond the grid does") {
  const tests::RingSkin skin(tests::channel_classes(3));
  const Outcome got = outcome(skin.matrix, KernelClone::baseline);
  const Layout& layout = skin.matrix.layout();
  for (Index j = 0; j < layout.ny; ++j) {
    for (Index k = 0; k < layout.nz; ++k) CHECK(got.u[static_cast<std::size_t>(layout.at(3, j, k))] == 0);
  }
}
