#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace percuta::study {

inline constexpr std::size_t k_most_alike = 12;  ///< of sessions that are alike, no more are traced

/// Which sessions of a course are traced, and which of those stands for each.
struct TracedSessions {
  std::vector<std::size_t> sessions;    ///< rising, from 0
  std::vector<std::size_t> of_session;  ///< per session of the course, a place in `sessions`
};

/// Every session that differs from the study's own, and of those alike at most k_most_alike, spread over the course, as
/// needles wear. The others repeat one of them: the nearest in time or, by a key, one of its neighbours.
TracedSessions traced_sessions(const std::vector<bool>& are_alike, std::int64_t seed);

}  // namespace percuta::study
