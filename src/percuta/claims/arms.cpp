#include "percuta/claims/arms.hpp"

#include <fmt/format.h>

namespace percuta::claims {

study::Model load_arm(const std::string& study, const std::vector<std::string>& settings, std::int64_t members,
                      const DataFolder& data, const Units& units) {
  study::Overrides overrides;
  overrides.settings = {fmt::format("ensemble.members={}", members), "seed=1", "course.sessions=1"};
  overrides.settings.insert(overrides.settings.end(), settings.begin(), settings.end());
  return study::load(data.find("studies", study), overrides, data, units);
}

}  // namespace percuta::claims
