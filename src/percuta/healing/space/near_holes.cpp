#include "percuta/healing/space/near_holes.hpp"

#include <algorithm>
#include <cmath>

namespace percuta::healing {
namespace {

constexpr int k_bins_within = 3;     // a search meets few holes beyond its distance
constexpr double k_bins_a_hole = 2;  // however far the holes lie apart: empty bins cost as much as full ones

}  // namespace

NearHoles::NearHoles(const std::vector<Hole>& holes, double within) : within_(within) {
  if (holes.empty()) return;
  numerics::Point high{holes[0].x, holes[0].y};
  low_ = high;
  for (const Hole& hole : holes) {
    low_ = {std::min(low_.x, hole.x), std::min(low_.y, hole.y)};
    high = {std::max(high.x, hole.x), std::max(high.y, hole.y)};
  }
  const double wide = high.x - low_.x, tall = high.y - low_.y;
  const double most = 1 + k_bins_a_hole * static_cast<double>(holes.size());
  bin_ = std::max({within / k_bins_within, std::sqrt(wide * tall / most), std::max(wide, tall) / most});
  columns_ = static_cast<std::int64_t>(wide / bin_) + 1;
  rows_ = static_cast<std::int64_t>(tall / bin_) + 1;
  std::vector<std::uint32_t> bins;  // of each hole
  bins.reserve(holes.size());
  starts_.assign(static_cast<std::size_t>(columns_ * rows_) + 2, 0);
  for (const Hole& hole : holes) {
    bins.push_back(static_cast<std::uint32_t>(row_of(hole.y) * columns_ + column_of(hole.x)));
    ++starts_[bins.back() + 2];
  }
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  holes_.resize(holes.size());
  x_.resize(holes.size());
  y_.resize(holes.size());
  for (std::size_t i = 0; i < holes.size(); ++i) {
    const std::size_t at = starts_[bins[i] + 1]++;  // the start of the bin after it, once all holes stand
    holes_[at] = static_cast<std::uint32_t>(i);
    x_[at] = holes[i].x;
    y_[at] = holes[i].y;
  }
}

std::int64_t NearHoles::column_of(double x) const {
  return static_cast<std::int64_t>(std::clamp((x - low_.x) / bin_, 0.0, static_cast<double>(columns_ - 1)));
}

std::int64_t NearHoles::row_of(double y) const {
  return static_cast<std::int64_t>(std::clamp((y - low_.y) / bin_, 0.0, static_cast<double>(rows_ - 1)));
}

}  // namespace percuta::healing
