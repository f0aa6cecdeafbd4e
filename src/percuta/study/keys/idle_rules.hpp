#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "percuta/study/session_file.hpp"

/// Which keys shape nothing, and why.
namespace percuta::study {

/// A key, or a table with all its keys ("hand.bow"), that shapes nothing in some studies.
struct IdleRule {
  std::string_view key;
  bool (*is_idle)(const SessionFile& session);
  std::string_view reason;  ///< ends "... shapes nothing here: "
};

/// What is told of keys whose room is not built.
inline constexpr std::string_view k_not_built = "no room that is built reads it";

const std::vector<IdleRule>& idle_rules();

/// The reason why the key shapes nothing in this session; "" when it does.
std::string_view why_idle(std::string_view path, const SessionFile& session);

}  // namespace percuta::study
