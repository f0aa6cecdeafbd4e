#include "percuta/healing/dose_response.hpp"

#include <algorithm>
#include <cmath>

#include "percuta/healing/walk.hpp"

namespace percuta::healing {
namespace {

constexpr int k_doses = 64;
constexpr int k_low = -12, k_high = 14;  // of the logarithm to base 2 of the dose; below the first nothing answers
constexpr int k_until = 60 * 86400;      // [s]: by then a session's making is over
constexpr double k_step = static_cast<double>(k_high - k_low) / (k_doses - 1);

double dose_at(int i) {
  return std::exp2(k_low + i * k_step);
}

}  // namespace

DoseResponse::DoseResponse(const Law& law) {
  Law alone = law;
  alone.more_alarm = {};
  alone.g = 1;
  alone.p3 = alone.muY / k_doses / k_doses;  // so slow that no ceiling is met
  alone.kP = alone.kg = 0;
  Walk single;
  single.sessions = {0};
  single.times = {k_until};
  std::vector<Blow>& blows = single.blows.emplace_back();
  for (int i = 0; i < k_doses; ++i) blows.push_back({dose_at(i), 0, Hole::Kind::pierced});
  const Walked walked = walk(alone, single);
  for (const Tissue& tissue : walked.tissue.back()) {
    const double before = responses_.empty() ? 0 : responses_.back();
    responses_.push_back(std::max(before, tissue.three + tissue.one));
  }
  const double most = responses_.back();
  for (double& response : responses_) response = most > 0 ? response / most : 0;
}

double DoseResponse::of(double alarm) const {
  if (!(alarm > 0)) return 0;
  const double place = (std::log2(alarm) - k_low) / k_step;
  if (place <= 0) return responses_.front() * alarm / dose_at(0);
  const auto i = std::min(static_cast<std::size_t>(place), responses_.size() - 2);
  const double share = std::min(1.0, place - static_cast<double>(i));
  return (1 - share) * responses_[i] + share * responses_[i + 1];
}

double DoseResponse::alarm_for(double response) const {
  if (!(response > 0)) return 0;
  if (response <= responses_.front()) return dose_at(0) * response / responses_.front();
  const auto above = std::upper_bound(responses_.begin(), responses_.end(), response);
  if (above == responses_.end()) return dose_at(k_doses - 1);
  const auto i = above - responses_.begin() - 1;
  const double low = *(above - 1), share = (response - low) / (*above - low);
  return std::exp2(k_low + (static_cast<double>(i) + share) * k_step);
}

}  // namespace percuta::healing
