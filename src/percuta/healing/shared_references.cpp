#include "percuta/healing/healing.hpp"

#include "percuta/healing/pieces.hpp"

namespace percuta::healing {
namespace {

/// The values of rates, in their order.
class Values final : public Visitor {
 public:
  explicit Values(std::vector<double>& numbers) : numbers_(numbers) {}
  void quantity(const Spec&, Quantity& member) override { numbers_.push_back(member.value); }
  void quantities(const Spec&, std::vector<Quantity>& member) override {
    for (const Quantity& one : member) numbers_.push_back(one.value);
  }
  void count(const Spec&, std::int64_t& member) override { numbers_.push_back(static_cast<double>(member)); }
  void word(const Spec&, std::string&) override {}
  void words(const Spec&, std::vector<std::string>&) override {}
  void flag(const Spec&, bool& member) override { numbers_.push_back(member ? 1 : 0); }
  void points(const Spec&, std::vector<std::vector<double>>&) override {}
  void table(const Spec&, const std::function<void(Visitor&)>& walk) override { walk(*this); }
  void tables(const Spec&, std::size_t n, const std::function<void(std::size_t)>&,
              const std::function<void(std::size_t, Visitor&)>& walk) override {
    for (std::size_t i = 0; i < n; ++i) walk(i, *this);
  }

 private:
  std::vector<double>& numbers_;
};

std::vector<double> key_of(const skin::Skin& skin, Rates rates, const Member& member, bool is_coarse) {
  std::vector<double> key = {static_cast<double>(member.seed), static_cast<double>(member.index), is_coarse ? 1.0 : 0.0,
                             skin.top_of("papillary_dermis")};
  const Slices slices = slices_of(skin);
  key.insert(key.end(), slices.depths.begin(), slices.depths.end());
  key.insert(key.end(), slices.weights.begin(), slices.weights.end());
  Values values(key);
  describe(rates, values);
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
