#include "percuta/healing/space/near_holes.hpp"

#include <algorithm>

namespace percuta::healing {
namespace {

constexpr int k_bins_within = 3;                 // a search meets few holes beyond its distance
constexpr std::int64_t k_most_bins = 1'000'000;  // however far the holes lie apart

}  // namespace

NearHoles::NearHoles(const std::vector<Hole>& holes, double within) : within_(within) {
  if (holes.empty()) return;
  numerics::Point high{holes[0].x, holes[0].y};
  low_ = high;
  for (const Hole& hole : holes) {
    low_ = {std::min(low_.x, hole.x), std::min(low_.y, hole.y)};
    high = {std::max(high.x, hole.x), std::max(high.y, hole.y)};
  }
  bin_ = within / k_bins_within;
  const double wide = high.x - low_.x, tall = high.y - low_.y;
  while ((wide / bin_ + 1) * (tall / bin_ + 1) > static_cast<double>(k_most_bins)) bin_ *= 2;
  columns_ = static_cast<std::int64_t>(wide / bin_) + 1;
  rows_ = static_cast<std::int64_t>(tall / bin_) + 1;
  const auto bin_of = [&](const Hole& hole) {
    return static_cast<std::size_t>(row_of(hole.y) * columns_ + column_of(hole.x));
  };
  starts_.assign(static_cast<std::size_t>(columns_ * rows_) + 1, 0);
  for (const Hole& hole : holes) ++starts_[bin_of(hole) + 1];
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  std::vector<std::size_t> next(starts_.begin(), starts_.end() - 1);
  holes_.resize(holes.size());
  x_.resize(holes.size());
  y_.resize(holes.size());
  for (std::size_t i = 0; i < holes.size(); ++i) {
    const std::size_t at = next[bin_of(holes[i])]++;
    holes_[at] = i;
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
