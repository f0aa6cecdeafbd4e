#include "percuta/healing/space/dose_table.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "percuta/healing/space/line_alarm.hpp"

namespace percuta::healing {
namespace {

constexpr std::size_t k_distances = 320;  // even steps of the distance's root, to k_horizon
constexpr int k_rows_a_reach = 16;        // even steps of the hole's depth
constexpr double k_most_rows = 96;
// In reaches: beyond the first is nothing; what lies beyond the second is spread between the third and it.
constexpr int k_horizon = 12, k_cutoff = 6, k_spread_from = 3;
constexpr int k_nearest_share = 100;  // of a reach: no place of tissue is nearer to an axis

/// The line from -depth to depth, mirrored at the surface, as seen from z; lengths over the reach.
double mirrored(const LineAlarm& line, double z, double depth) {
  return line(depth - z) + line(depth + z);
}

}  // namespace

DoseTable::DoseTable(const DoseSetting& setting, const std::vector<std::vector<Hole>>& sessions)
    : setting_(&setting), depths_(setting.depths.size()) {
  double deepest = 0;
  shallowest_ = INFINITY;
  bool has_kind[2] = {};  // columns, punctures
  for (const std::vector<Hole>& holes : sessions) {
    for (const Hole& hole : holes) {
      deepest = std::max(deepest, hole.depth);
      shallowest_ = std::min(shallowest_, hole.depth);
      has_kind[hole.kind == Hole::Kind::pierced ? 1 : 0] = true;
    }
  }
  shallowest_ = std::min(shallowest_, deepest);
  const double range = deepest - shallowest_;
  rows_ = 1 + static_cast<std::size_t>(std::clamp(std::ceil(k_rows_a_reach * range / setting.reach), 0.0, k_most_rows));
  depth_step_ = rows_ > 1 ? range / static_cast<double>(rows_ - 1) : setting.reach;
  for (std::size_t d = 0; d < rows_; ++d) walls_.push_back(setting.radius(depth_of(d)));
  nearest_ = std::max(setting.reach / k_nearest_share, setting.radius(0));
  root_low_ = std::sqrt(nearest_ / setting.reach);
  root_step_ = (std::sqrt(static_cast<double>(k_horizon)) - root_low_) / (k_distances - 1);
  for (const bool is_pierced : {true, false}) {
    Sheet& sheet = sheets_.emplace_back();
    sheet.is_pierced = is_pierced;
    if (!has_kind[is_pierced ? 1 : 0]) continue;
    fill(sheet);
    add_far(sheet);
  }
}

double DoseTable::cutoff() const {
  return k_cutoff * setting_->reach;
}

void DoseTable::fill(Sheet& sheet) const {
  const DoseSetting& own = *setting_;
  const double scale = own.strength / (own.reach * own.reach);
  sheet.values.resize(k_distances * rows_ * depths_);
  std::vector<double> sections;  // [hole's depth][depth]
  for (std::size_t d = 0; d < rows_; ++d) {
    Hole hole{0, 0, depth_of(d), Hole::Kind::pierced};
    if (!sheet.is_pierced) hole.kind = Hole::Kind::removed;
    for (const double z : own.depths) sections.push_back(killed_section(own, hole, z));
  }
  std::size_t at = 0;
  for (std::size_t i = 0; i < k_distances; ++i) {
    const double root = root_low_ + static_cast<double>(i) * root_step_;
    const LineAlarm line(root * root);
    std::vector<double> above;  // of the part of a hole that lies above the dermis
    above.reserve(depths_);
    for (const double z : own.depths) above.push_back(mirrored(line, z / own.reach, own.dermis_top / own.reach));
    for (std::size_t d = 0; d < rows_; ++d) {
      const double depth = depth_of(d);
      for (std::size_t k = 0; k < depths_; ++k, ++at) {
        const double whole = mirrored(line, own.depths[k] / own.reach, depth / own.reach);
        const double muted = depth < own.dermis_top ? whole : above[k];
        const double heard = whole - (1 - own.epidermal_share) * muted;
        sheet.values[at] = scale * sections[d * depths_ + k] * heard;
      }
    }
  }
}

/// Spreads what lies between cutoff and horizon evenly over a ring within the cutoff, so that an even field keeps its
/// dose and a place near a hole its own.
void DoseTable::add_far(Sheet& sheet) const {
  const std::size_t row = rows_ * depths_;
  std::vector<double> far(row);
  const double cutoff = std::sqrt(static_cast<double>(k_cutoff));
  for (std::size_t i = 0; i < k_distances; ++i) {
    const double root = root_low_ + static_cast<double>(i) * root_step_;
    // Distance = root^2, so that 2 pi r dr = 4 pi root^3 d root.
    const double step = std::clamp((root - cutoff) / root_step_ + 0.5, 0.0, 1.0) * root_step_;
    const double weight = 4 * std::numbers::pi * root * root * root * step;
    for (std::size_t j = 0; j < row; ++j) far[j] += weight * sheet.values[i * row + j];
  }
  constexpr double k_ring = std::numbers::pi * (k_cutoff * k_cutoff - k_spread_from * k_spread_from);
  for (std::size_t i = 0; i < k_distances; ++i) {
    const double root = root_low_ + static_cast<double>(i) * root_step_;
    if (root * root < k_spread_from) continue;
    for (std::size_t j = 0; j < row; ++j) sheet.values[i * row + j] += far[j] / k_ring;
  }
}

void DoseTable::add(double distance, const Hole& hole, double weight, double* row) const {
  const Sheet& sheet = sheets_[hole.kind == Hole::Kind::pierced ? 0 : 1];
  const double down = (hole.depth - shallowest_) / depth_step_;
  const std::size_t d = std::min(static_cast<std::size_t>(down), std::max<std::size_t>(rows_, 2) - 2);
  const double near = std::max(distance, std::max(nearest_, walls_[d]));
  const double across = (std::sqrt(near / setting_->reach) - root_low_) / root_step_;
  const std::size_t i = std::min(static_cast<std::size_t>(across), k_distances - 2);
  const double s = across - static_cast<double>(i), t = down - static_cast<double>(d);
  const double* const low = sheet.values.data() + (i * rows_ + d) * depths_;
  const double* const high = low + rows_ * depths_;
  if (t == 0) {  // as deep as a row: the next, which may not be there, counts nothing
    const double a = weight * (1 - s), c = weight * s;
    for (std::size_t k = 0; k < depths_; ++k) row[k] += a * low[k] + c * high[k];
    return;
  }
  const double a = weight * (1 - s) * (1 - t), b = weight * (1 - s) * t, c = weight * s * (1 - t), e = weight * s * t;
  for (std::size_t k = 0; k < depths_; ++k) {
    row[k] += a * low[k] + b * low[k + depths_] + c * high[k] + e * high[k + depths_];
  }
}

}  // namespace percuta::healing
