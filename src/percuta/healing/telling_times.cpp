#include <algorithm>

#include "percuta/healing/healing.hpp"

namespace percuta::healing {
namespace {

constexpr int k_hour = 3600, k_day = 86400;  // [s]
/// After a session: close together while it is inflamed, then as collagen is made and ripens.
constexpr int k_hours[] = {0, 1, 2, 4, 6, 8, 12, 18};
constexpr int k_days[] = {1, 2, 3, 4, 5, 6, 7, 9, 11, 14, 17, 21, 24, 28, 35, 42, 49, 56};
constexpr int k_week = 7;
constexpr int k_weeks_of_year = 53, k_weeks_a_step_later = 4;
/// Of more sessions than that each is told by its first and middle moment alone.
constexpr std::size_t k_most_told = 12;

}  // namespace

std::vector<double> telling_times(const std::vector<double>& sessions, double horizon,
                                  const std::vector<double>& asked) {
  std::vector<double> times = asked;
  const std::vector<double> from = sessions.empty() ? std::vector<double>{0} : sessions;
  for (std::size_t i = 0; i < from.size(); ++i) {
    const bool is_last = i + 1 == from.size();
    const double end = is_last ? horizon : from[i + 1];
    const auto add = [&](double after) {
      if (from[i] + after < end || (is_last && from[i] + after == end)) times.push_back(from[i] + after);
    };
    if (from.size() > k_most_told && !is_last) {
      add(0);
      add(0.5 * (end - from[i]));
      continue;
    }
    for (const int hour : k_hours) add(hour * k_hour);
    for (const int day : k_days) add(static_cast<double>(day) * k_day);
    double day = k_days[std::size(k_days) - 1];
    for (int week = 1; from[i] + day * k_day < end; ++week) {
      day += week * k_week < k_weeks_of_year * k_week ? k_week : k_week * k_weeks_a_step_later;
      add(day * k_day);
    }
  }
  times.push_back(horizon);
  std::erase_if(times, [&](double time) { return time < 0 || time > horizon; });
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  return times;
}

}  // namespace percuta::healing
