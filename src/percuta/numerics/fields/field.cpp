#include "percuta/numerics/fields/field.hpp"

#include <algorithm>
#include <utility>

namespace percuta::numerics {

Field::Field(std::string name, std::string unit, const Layout& layout, double value)
    : name_(std::move(name)), unit_(std::move(unit)), layout_(layout), values_(layout) {
  if (value != 0) fill(value);
}

void Field::fill(double value) {
  for_each_cell(layout_, [&](Index i, Index j, Index k) { (*this)(i, j, k) = value; });
}

void Field::fill(const Grid& grid, const std::function<double(double, double, double)>& value) {
  for_each_cell(layout_, [&](Index i, Index j, Index k) { (*this)(i, j, k) = value(grid.x(i), grid.y(j), grid.z(k)); });
}

double Field::least() const {
  double least = (*this)(0, 0, 0);
  for_each_cell(layout_, [&](Index i, Index j, Index k) { least = std::min(least, (*this)(i, j, k)); });
  return least;
}

double Field::greatest() const {
  double greatest = (*this)(0, 0, 0);
  for_each_cell(layout_, [&](Index i, Index j, Index k) { greatest = std::max(greatest, (*this)(i, j, k)); });
  return greatest;
}

double Field::integral(const Grid& grid) const {
  double sum = 0;
  for (Index j = 0; j < layout_.ny; ++j) {
    double slab = 0;
    for (Index k = 0; k < layout_.nz; ++k) {
      double row = 0;
      for (Index i = 0; i < layout_.nx; ++i) row += (*this)(i, j, k);
      slab += row * grid.volume(k);
    }
    sum += slab;
  }
  return sum;
}

template <typename T>
void exchange(const Layout& layout, T* cells) {
  if (layout.wraps_x()) {
    for (Index j = 0; j < layout.ny; ++j) {
      for (Index k = 0; k < layout.nz; ++k) {
        cells[layout.at(-1, j, k)] = cells[layout.at(layout.nx - 1, j, k)];
        cells[layout.at(layout.nx, j, k)] = cells[layout.at(0, j, k)];
      }
    }
  }
  if (layout.wraps_y()) {
    T* start = cells - 1;  // a slab begins with the ghost before its first row, and with nothing of the slab before it
    std::copy_n(start + layout.at(0, layout.ny - 1, 0), layout.slab(), start + layout.at(0, -1, 0));
    std::copy_n(start, layout.slab(), start + layout.at(0, layout.ny, 0));
  }
}

template void exchange(const Layout& layout, double* cells);
template void exchange(const Layout& layout, float* cells);

}  // namespace percuta::numerics
