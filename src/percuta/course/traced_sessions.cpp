#include <algorithm>

#include "percuta/base/random.hpp"
#include "percuta/course/course.hpp"

namespace percuta::course {
namespace {

/// Of so many sessions alike, the places of those that are traced: first and last among them.
std::vector<std::size_t> spread_out(std::size_t count) {
  std::vector<std::size_t> places;
  if (count <= k_most_alike) {
    for (std::size_t i = 0; i < count; ++i) places.push_back(i);
    return places;
  }
  for (std::size_t i = 0; i < k_most_alike; ++i) places.push_back(i * (count - 1) / (k_most_alike - 1));
  return places;
}

}  // namespace

TracedSessions traced_sessions(const std::vector<bool>& are_alike, std::int64_t seed) {
  std::vector<std::size_t> alike;
  for (std::size_t i = 0; i < are_alike.size(); ++i) {
    if (are_alike[i]) alike.push_back(i);
  }
  std::vector<std::size_t> traced;  // of those alike
  for (const std::size_t place : spread_out(alike.size())) traced.push_back(alike[place]);
  TracedSessions result;
  for (std::size_t i = 0; i < are_alike.size(); ++i) {
    if (!are_alike[i] || std::binary_search(traced.begin(), traced.end(), i)) result.sessions.push_back(i);
  }
  const auto place_of = [&](std::size_t session) {
    return static_cast<std::size_t>(std::lower_bound(result.sessions.begin(), result.sessions.end(), session) -
                                    result.sessions.begin());
  };
  for (std::size_t i = 0; i < are_alike.size(); ++i) {
    if (std::binary_search(result.sessions.begin(), result.sessions.end(), i)) {
      result.of_session.push_back(place_of(i));
      continue;
    }
    const auto after = std::upper_bound(traced.begin(), traced.end(), i);  // first and last are traced
    Stream stream({static_cast<std::uint64_t>(seed), 0, static_cast<std::uint32_t>(i + 1), 0, "course.repeats"});
    const auto span = static_cast<double>(*after - *(after - 1));
    const bool takes_later = stream.uniform() * span < static_cast<double>(i - *(after - 1));
    result.of_session.push_back(place_of(takes_later ? *after : *(after - 1)));
  }
  return result;
}

}  // namespace percuta::course
