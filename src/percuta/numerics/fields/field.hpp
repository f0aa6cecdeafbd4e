#pragma once

#include <functional>
#include <string>

#include "percuta/numerics/fields/grid.hpp"
#include "percuta/numerics/fields/padded_array.hpp"

namespace percuta::numerics {

/// A named quantity with one value per cell, SI.
class Field {
 public:
  Field() = default;
  Field(std::string name, std::string unit, const Layout& layout, double value = 0);

  const std::string& name() const { return name_; }
  const std::string& unit() const { return unit_; }
  const Layout& layout() const { return layout_; }
  double& operator()(Index i, Index j, Index k) { return values_.cells()[layout_.at(i, j, k)]; }
  double operator()(Index i, Index j, Index k) const { return values_.cells()[layout_.at(i, j, k)]; }
  double* cells() { return values_.cells(); }  ///< of cell (0, 0, 0); steps as in Layout::at
  const double* cells() const { return values_.cells(); }
  std::size_t bytes() const { return values_.bytes(); }

  void fill(double value);  ///< every cell; padding and ghosts stay as they are
  /// value(x, y, z) at the middle of every cell [m].
  void fill(const Grid& grid, const std::function<double(double, double, double)>& value);
  double least() const;
  double greatest() const;
  /// Integral over the grid, in [unit m3], summed row by row in a fixed order.
  double integral(const Grid& grid) const;

 private:
  std::string name_, unit_;
  Layout layout_;
  PaddedArray<double> values_;
};

/// Calls body(i, j, k) for every cell in memory order.
template <typename Body>
void for_each_cell(const Layout& layout, const Body& body) {
  for (Index j = 0; j < layout.ny; ++j) {
    for (Index k = 0; k < layout.nz; ++k) {
      for (Index i = 0; i < layout.nx; ++i) body(i, j, k);
    }
  }
}

/// Fills the ghosts i = -1, nx and slabs j = -1, ny from the far side where the layout wraps. The one place where a
/// neighbour's cells are fetched: distribution over machines comes here.
template <typename T>
void exchange(const Layout& layout, T* cells);

}  // namespace percuta::numerics
