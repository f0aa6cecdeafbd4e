#include "percuta/insertion/needle/needle_form.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace percuta::insertion {
namespace {

constexpr int k_tapers = NeedleForm::k_most_pieces - 1;  // the shaft is a piece of its own
constexpr std::size_t k_most_heights = k_tapers + 1;

std::vector<double> even_steps(double last) {
  std::vector<double> heights;
  for (int i = 0; i <= k_tapers; ++i) heights.push_back(last * i / k_tapers);
  return heights;
}

/// Heights between which the needle is taken as straight; the first is 0, the last where the taper ends.
std::vector<double> joints(const device::Needle& needle) {
  if (!needle.profile.empty()) {
    std::vector<double> heights = {0};
    for (const std::vector<double>& point : needle.profile) {
      if (point[0] > 0) heights.push_back(point[0]);
    }
    return heights.size() > k_most_heights ? even_steps(heights.back()) : heights;
  }
  const double taper = needle.taper_share * needle.length;
  return needle.shape == "bevel" ? even_steps(taper) : std::vector<double>{0, taper};
}

}  // namespace

NeedleForm needle_form(const device::Needle& needle) {
  const std::vector<double> heights = joints(needle);
  NeedleForm form;
  form.tip_radius = device::radius_at(needle, 0);
  double radius = form.tip_radius;
  for (std::size_t i = 1; i < heights.size(); ++i) {
    const double length = heights[i] - heights[i - 1];
    const double wider = std::max(radius, device::radius_at(needle, heights[i]));
    const double slope = (wider - radius) / length;
    form.pieces[form.count++] = {heights[i - 1], length, radius, slope, std::sqrt(1 + slope * slope)};
    if (wider > radius) form.taper = heights[i];
    radius = wider;
  }
  form.pieces[form.count++] = {heights.back(), std::numeric_limits<double>::infinity(), radius, 0, 1};
  form.base_radius = radius;
  return form;
}

double radius_at(const NeedleForm& form, double height) {
  double radius = form.tip_radius;
  for (int k = 0; k < form.count; ++k) {
    const NeedleForm::Piece& piece = form.pieces[k];
    radius += piece.slope * std::clamp(height - piece.start, 0.0, piece.length);
  }
  return radius;
}

double flank_to(const NeedleForm& form, double height) {
  double area = 0;
  for (int k = 0; k < form.count; ++k) {
    const NeedleForm::Piece& piece = form.pieces[k];
    const double inside = std::clamp(height - piece.start, 0.0, piece.length);
    area += (2 * piece.radius + piece.slope * inside) * inside * piece.slant;
  }
  return std::numbers::pi * area;
}

double height_where(const NeedleForm& form, double radius) {
  if (radius <= form.tip_radius) return 0;
  for (int k = 0; k < form.count; ++k) {
    const NeedleForm::Piece& piece = form.pieces[k];
    if (piece.slope > 0 && radius <= piece.radius + piece.slope * piece.length) {
      return piece.start + (radius - piece.radius) / piece.slope;
    }
  }
  return std::numeric_limits<double>::infinity();
}

}  // namespace percuta::insertion
