#include "percuta/insertion/drives/standoff_table.hpp"

#include <algorithm>
#include <utility>

namespace percuta::insertion {

StandoffTable::StandoffTable(double step, std::vector<double> force_at) : step_(step), force_at_(std::move(force_at)) {
  for (std::size_t i = force_at_.size() - 1; i-- > 0;) force_at_[i] = std::max(force_at_[i], force_at_[i + 1]);
}

double StandoffTable::standoff(double force) const {
  if (force >= force_at_.front()) return 0;
  const auto above = std::partition_point(force_at_.begin(), force_at_.end(), [force](double f) { return f > force; });
  if (above == force_at_.end()) return step_ * static_cast<double>(force_at_.size() - 1);
  const auto i = static_cast<std::size_t>(above - force_at_.begin());  // force_at_[i - 1] > force >= force_at_[i]
  const double share = (force_at_[i - 1] - force) / (force_at_[i - 1] - force_at_[i]);
  return step_ * (static_cast<double>(i - 1) + share);
}

double StandoffTable::force_at(double standoff) const {
  const double last = static_cast<double>(force_at_.size() - 1);
  const double place = std::clamp(standoff / step_, 0.0, last);
  const auto i = std::min(static_cast<std::size_t>(place), force_at_.size() - 2);
  return force_at_[i] + (force_at_[i + 1] - force_at_[i]) * (place - static_cast<double>(i));
}

double StandoffTable::full_force() const {
  return force_at_.front();
}

}  // namespace percuta::insertion
