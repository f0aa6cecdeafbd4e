#include "percuta/numerics/rings/ring_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "percuta/base/error.hpp"

namespace percuta::numerics {
namespace {

constexpr double k_pi = std::numbers::pi;

void must_be_sound(const std::vector<ChannelClass>& classes, const RingCount& count) {
  if (classes.empty()) throw InputError("rings need at least one class of channels");
  if (count.inside < 1 || count.outside < 1 || !(count.growth >= 1 && std::isfinite(count.growth))) {
    throw InputError("rings: at least one in a channel and one around it, each 1 or more times as wide as the last");
  }
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const ChannelClass& each = classes[i];
    const auto is_positive = [](double value) { return value > 0 && std::isfinite(value); };
    if (!is_positive(each.radius) || !is_positive(each.channels) || !(each.depth >= 0 && std::isfinite(each.depth))) {
      throw InputError(fmt::format(
          "class {} of channels needs a radius and a number of channels above 0 and a depth of 0 or more", i));
    }
    if (!(each.share > k_pi * each.radius * each.radius && std::isfinite(each.share))) {
      throw InputError(
          fmt::format("a channel of class {} with a radius of {:.3g} m fills its share of the surface, {:.3g} m2; give "
                      "a larger one",
                      i, each.radius, each.share));
    }
  }
}

/// A power of two, so that nothing is rounded by it, near the width of the widest share.
double side(const std::vector<ChannelClass>& classes) {
  double widest = 0;
  for (const ChannelClass& each : classes) widest = std::max(widest, each.share * each.channels);
  return std::exp2(std::round(0.5 * std::log2(widest)));
}

/// ln(outer / middle) of a ring whose inner radius is `ratio` of its outer one.
double outer_log(double ratio) {
  if (!(ratio > 0)) return 0.25;  // u = u0 - s r^2 / (4 D), fed evenly: mean less edge = flux out / (8 pi D)
  const double square = ratio * ratio;
  return 0.5 + square * std::log(ratio) / (1 - square);
}

}  // namespace

RingCells::RingCells(const std::vector<ChannelClass>& classes, const std::vector<double>& z_edges,
                     const RingCount& count)
    : classes_(classes),
      count_(count),
      grid_(
          (must_be_sound(classes, count), Layout{static_cast<Index>(classes.size()), count.inside + count.outside, 0}),
          side(classes), side(classes), z_edges) {
  for (const ChannelClass& each : classes_) {
    const double rim = std::sqrt(each.share / k_pi);
    double widths = 0, width = 1;
    for (Index n = 0; n < count.outside; ++n, width *= count.growth) widths += width;
    for (Index j = 0; j <= count.inside; ++j) {
      const double left = 1 - static_cast<double>(j) / static_cast<double>(count.inside);
      edges_.push_back(each.radius * (1 - left * left));
    }
    width = (rim - each.radius) / widths;
    for (Index n = 1; n < count.outside; ++n, width *= count.growth) edges_.push_back(edges_.back() + width);
    edges_.push_back(rim);
  }
}

double RingCells::middle(Index i, Index j) const {
  return edge(i, j + 1) * std::exp(-outer_log(edge(i, j) / edge(i, j + 1)));
}

double RingCells::area(Index i, Index j) const {
  const double inner = edge(i, j), outer = edge(i, j + 1);
  return classes_[static_cast<std::size_t>(i)].channels * k_pi * (outer - inner) * (outer + inner);
}

double RingCells::area(const RingFace& face) const {
  if (face.axis == Axis::z) return area(face.i, face.j);
  return classes_[static_cast<std::size_t>(face.i)].channels * 2 * k_pi * edge(face.i, face.j) * grid_.dz(face.k);
}

double RingCells::channel_part(Index i, Index j, Index k) const {
  if (j >= count_.inside) return 0;
  const double top = grid_.z_edges()[static_cast<std::size_t>(k)], depth = classes_[static_cast<std::size_t>(i)].depth;
  return std::clamp((depth - top) / grid_.dz(k), 0.0, 1.0);
}

Transmissibilities RingCells::matrix(const Medium& medium) const {
  Transmissibilities made(grid_, medium);
  const double whole = grid_.dx() * grid_.dy();
  for_each_cell(grid_.layout(), [&](Index i, Index j, Index k) {
    const double part = area(i, j) / whole;
    made.multiply_faces(i, j, k, 0, 1, part);
    made.multiply_cell(i, j, k, part);
    if (j == 0) return;
    const double inner = medium.conductivity(i, j - 1, k), outer = medium.conductivity(i, j, k);
    const double channels = classes_[static_cast<std::size_t>(i)].channels, here = edge(i, j);
    const double path = std::log(here / middle(i, j - 1)) / inner + std::log(middle(i, j) / here) / outer;
    const bool is_open = inner > 0 && outer > 0;
    made.set_conductance(Axis::y, i, j, k, is_open ? channels * 2 * k_pi * grid_.dz(k) / path : 0);
  });
  return made;
}

void RingCells::add_end(const Medium& medium, Index k, Exchange exchange, Transmissibilities& matrix) const {
  const Field& conductivity = medium.conductivity_z ? *medium.conductivity_z : medium.conductivity;
  const double coefficient = exchange.conductance;
  for (Index j = 0; j < rings(); ++j) {
    for (Index i = 0; i < grid_.layout().nx; ++i) {
      const double d = conductivity(i, j, k);
      if (!(d > 0 && coefficient > 0)) continue;
      exchange.cell = grid_.layout().at(i, j, k);
      exchange.conductance = area(i, j) / ((std::isfinite(coefficient) ? 1 / coefficient : 0) + 0.5 * grid_.dz(k) / d);
      matrix.add_exchange(exchange);
    }
  }
}

void RingCells::add_top(const Medium& medium, double coefficient, double outside, int label,
                        Transmissibilities& matrix) const {
  add_end(medium, 0, {0, coefficient, outside, label, CellSide::top}, matrix);
}

void RingCells::add_bottom(const Medium& medium, double coefficient, double outside, int label,
                           Transmissibilities& matrix) const {
  add_end(medium, grid_.layout().nz - 1, {0, coefficient, outside, label, CellSide::bottom}, matrix);
}

void RingCells::resist(const RingFace& face, double resistance, const Transmissibilities& open,
                       Transmissibilities& matrix) const {
  if (!(resistance >= 0)) throw InputError("the resistance of a face between rings must not be negative");
  const double conductance = open.conductance(face.axis, face.i, face.j, face.k);
  const double left = conductance > 0 ? 1 / (1 / conductance + resistance / area(face)) : 0;
  matrix.set_conductance(face.axis, face.i, face.j, face.k, left);
}

double RingCells::integral(const Field& field, Index i) const {
  double sum = 0;
  for (Index j = 0; j < rings(); ++j) {
    for (Index k = 0; k < grid_.layout().nz; ++k) sum += field(i, j, k) * volume(i, j, k);
  }
  return sum;
}

}  // namespace percuta::numerics
