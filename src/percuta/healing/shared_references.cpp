#include "percuta/healing/healing.hpp"

#include <string>

#include "percuta/base/described_values.hpp"
#include "percuta/healing/pieces.hpp"

namespace percuta::healing {
namespace {

std::vector<double> key_of(const skin::Skin& skin, Rates rates, const Member& member, bool is_coarse) {
  std::vector<double> key = {static_cast<double>(member.seed), static_cast<double>(member.index), is_coarse ? 1.0 : 0.0,
                             skin.top_of("papillary_dermis")};
  const Slices slices = slices_of(skin);
  key.insert(key.end(), slices.depths.begin(), slices.depths.end());
  key.insert(key.end(), slices.weights.begin(), slices.weights.end());
  const DescribedValues values = values_of([&](Visitor& visitor) { describe(rates, visitor); });
  key.insert(key.end(), values.numbers.begin(), values.numbers.end());
  for (const std::string& count : values.words) key.push_back(std::stod(count));  // of sessions: rates have no words
  return key;
}

}  // namespace

References SharedReferences::of(const skin::Skin& skin, const Rates& rates, const Member& member, bool is_coarse) {
  const std::vector<double> key = key_of(skin, rates, member, is_coarse);
  {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(key);
    if (found != known_.end()) return found->second;
  }
  References made = reference_courses(skin, rates, member, is_coarse);
  const std::lock_guard lock(mutex_);
  return known_.emplace(key, std::move(made)).first->second;
}

}  // namespace percuta::healing
