#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "percuta/base/reader.hpp"

/// Distributions come with the parameters; members are draws keyed by the stream.
namespace percuta {

/// The interval every result carries: low and high are the 10th and 90th percentile.
inline constexpr double k_interval_level = 0.8;

/// A result over the members that have it. Non-finite member values are refused (SolverError).
struct Interval {
  double value = 0;  ///< median
  double low = 0;    ///< 10th percentile
  double high = 0;   ///< 90th percentile
};

/// Which member of which ensemble. Index 0 keeps every median; 1..members are stratified (Latin hypercube) draws.
struct Member {
  std::uint64_t seed = 0;
  std::uint32_t index = 0;
  std::uint32_t members = 32;
};

/// Replaces `value` of every uncertain quantity that `describe` lists by this member's draw: the two-piece normal (or
/// log-normal, Spread::log) whose median and 10/90 percentiles are value, low, high, held inside the declared bounds.
/// `prefix` names the struct ("skin.") so that equal names in different rooms draw apart. Members with index 0 are left
/// alone.
void draw(const Describe& describe, const Member& member, const std::string& prefix);

/// Median and 10/90 percentiles of the members' values: linear between order statistics, each in the middle of its 1/n
/// share (type 5), as stratified draws stand. Below 5 members the ends are the extremes, short of 10 and 90.
Interval interval_of(std::vector<double> members);

}  // namespace percuta
